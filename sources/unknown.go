package sources

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"rapporteur/sources/diag"
)

// This file finds what a key that a mapping does not take was meant to be.

// guesser gives what may help with the unknown keys of one mapping. A key that stands there already, or that was
// suggested for another one, is not suggested: it would be wrong advice twice.
type guesser struct {
	m     *mapping
	taken map[string]bool
}

// args gives what the hint is filled with: "meant", the key here that people call so; "nearest", the key here that is
// spelt much like it; "belongs" and "place", a key of that name and where it belongs; "top", a key that belongs to the
// manifest's outermost ones; nothing, where it is like none.
func (g *guesser) args(name string) diag.Args {
	free := func(k *key) bool { return !k.kind.hidden && !g.taken[k.name] && g.m.entry(k.name) == nil }
	args := g.m.shape.suggest(name, free)
	if suggested := args["meant"] + args["nearest"]; suggested != "" {
		g.taken[suggested] = true
		return args
	}
	if g.m.shape.called(name, visible) != nil {
		return diag.Args{} // for a key of this mapping, which has it already
	}
	return g.elsewhere(name)
}

// suggest gives what a hint is filled with that names the key of the shape for which a name was probably meant, among
// those that may be suggested; nothing, where none is like it.
func (s *shape) suggest(name string, may func(*key) bool) diag.Args {
	if k := s.called(name, may); k != nil {
		return diag.Args{"meant": k.name}
	}
	var names []string
	for i := range s.keys {
		if k := &s.keys[i]; may(k) {
			names = append(names, k.name)
		}
	}
	if near := nearest(name, names); near != "" {
		return diag.Args{"nearest": near}
	}
	return diag.Args{}
}

// called gives the key of the shape that goes by a name, its own or one that people use instead.
func (s *shape) called(name string, may func(*key) bool) *key {
	folded := fold(name)
	for i := range s.keys {
		if k := &s.keys[i]; fold(k.name) == folded && may(k) {
			return k
		}
	}
	for i := range s.keys {
		if k := &s.keys[i]; may(k) && slices.ContainsFunc(strings.Fields(k.guesses), func(guess string) bool {
			return fold(guess) == folded
		}) {
			return k
		}
	}
	return nil
}

// elsewhere finds the key in the mappings below this one, else in those around it, from the nearest, and below these.
func (g *guesser) elsewhere(name string) diag.Args {
	for m := g.m; m != nil; m = m.outer {
		if m.shape == nil {
			continue
		}
		if k := m.shape.called(name, visible); k != nil && m != g.m {
			if m.outer == nil {
				return diag.Args{"top": k.name}
			}
			return diag.Args{"belongs": k.name, "place": "`" + m.name + ":`"}
		}
		if meant, places := below(m.shape, name); meant != "" {
			return diag.Args{"belongs": meant, "place": "`" + strings.Join(places, "`, `") + "`"}
		}
	}
	return diag.Args{}
}

func visible(k *key) bool { return !k.kind.hidden }

// below looks for a key in the mappings that stand under the keys of a shape, level by level, and gives at most two
// places of the first level that has it.
func below(s *shape, name string) (meant string, places []string) {
	type level struct {
		place string
		shape *shape
	}
	for levels := []level{{"", s}}; len(levels) > 0; {
		var next []level
		for _, l := range levels {
			for i := range l.shape.keys {
				k := &l.shape.keys[i]
				if k.kind.of == nil || k.kind.hidden {
					continue
				}
				place := l.place + k.name + ":"
				next = append(next, level{place + " ", k.kind.of})
				found := k.kind.of.called(name, visible)
				if found != nil && (meant == "" || meant == found.name) && len(places) < 2 {
					meant, places = found.name, append(places, place)
				}
			}
		}
		if meant != "" {
			return meant, places
		}
		levels = next
	}
	return "", nil
}

// nearest gives the name that was meant where that one was mistyped: one letter in three may be wrong. Of two letters
// nothing is left to be like.
func nearest(name string, names []string) string {
	n := len([]rune(name))
	if n < 3 {
		return ""
	}
	return diag.Nearest(name, slices.DeleteFunc(names, func(s string) bool { return len(s) < 3 }), (n+1)/3)
}

// fold gives a name without what people write differently: capitals, accents, hyphens, underscores and spaces.
func fold(name string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) || !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			return -1
		}
		return unicode.ToLower(r)
	}, norm.NFD.String(name))
}
