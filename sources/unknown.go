package sources

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"rapporteur/sources/diag"
)

// This file finds what a key that a mapping does not take was meant to be.

// register knows what the keys of each shape are called: by their names and by what people write instead, folded. It is
// made when the first key is unknown.
type register map[*shape]map[string]*key

// called gives the key of a shape that goes by a folded name; nil where none does.
func (r *register) called(s *shape, folded string) *key {
	known := (*r)[s]
	if known == nil {
		known = map[string]*key{}
		for i := range s.keys {
			k := &s.keys[i]
			if k.kind.hidden {
				continue
			}
			for _, name := range append(strings.Fields(k.guesses), k.name) {
				known[fold(name)] = k
			}
		}
		if *r == nil {
			*r = register{}
		}
		(*r)[s] = known
	}
	return known[folded]
}

// suggest gives what a hint is filled with that names the key of a shape for which a name was probably meant, among
// those that are not taken; nothing, where none is like it.
func (r *register) suggest(s *shape, name string, taken map[string]bool) diag.Args {
	if k := r.called(s, fold(name)); k != nil {
		if taken[k.name] {
			return diag.Args{"already": k.name}
		}
		return diag.Args{"meant": k.name}
	}
	free := slices.DeleteFunc(s.known(), func(name string) bool { return taken[name] })
	if near := nearest(name, free); near != "" {
		return diag.Args{"nearest": near}
	}
	return diag.Args{}
}

// guesser gives what may help with the unknown keys of one mapping. A key that is there already, or that was
// suggested for another one, is taken and is not suggested (again): the advice would be wrong.
type guesser struct {
	*register
	m     *mapping
	taken map[string]bool
}

func (m *mapping) guesser() *guesser {
	g := &guesser{register: &m.r.register, m: m, taken: map[string]bool{}}
	for _, name := range m.shape.known() {
		g.taken[name] = m.entry(name) != nil
	}
	return g
}

// args gives what the hint is filled with: "meant", the key here that people call so, and "already", where it has a
// value; "nearest", the key here that is
// spelt much like it; "belongs" and "place", a key of that name and where it belongs; "top", a key that belongs to the
// manifest's outermost ones; nothing, where it is like none.
func (g *guesser) args(name string) diag.Args {
	args := g.suggest(g.m.shape, name, g.taken)
	folded := fold(name)
	if args["already"] != "" && g.m.entry(args["already"]) == nil { // it was suggested for another
		return diag.Args{}
	}
	if suggested := args["meant"] + args["nearest"]; suggested != "" {
		g.taken[suggested] = true
	} else if g.called(g.m.shape, folded) == nil {
		return g.elsewhere(folded)
	}
	return args
}

// elsewhere finds the key in the mappings below this one, else in those around it, from the nearest, and below these.
func (g *guesser) elsewhere(folded string) diag.Args {
	for m := g.m; m != nil; m = m.outer {
		if m.shape == nil {
			continue
		}
		if k := g.called(m.shape, folded); k != nil { // not of the mapping itself
			if m.outer == nil {
				return diag.Args{"top": k.name}
			}
			return diag.Args{"belongs": k.name, "place": "`" + m.name + ":`"}
		}
		if meant, places := g.below(m.shape, folded); meant != "" {
			return diag.Args{"belongs": meant, "place": "`" + strings.Join(places, "`, `") + "`"}
		}
	}
	return diag.Args{}
}

// below looks for a key in the mappings that stand under the keys of a shape, level by level, and gives at most two
// places of the first level that has it.
func (r *register) below(s *shape, folded string) (meant string, places []string) {
	type level struct {
		place string
		shape *shape
	}
	for levels := []level{{"", s}}; len(levels) > 0; {
		var next []level
		for _, l := range levels {
			for i := range l.shape.keys {
				k := &l.shape.keys[i]
				if k.kind.of == nil {
					continue
				}
				place := l.place + k.name + ":"
				next = append(next, level{place + " ", k.kind.of})
				found := r.called(k.kind.of, folded)
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

// nearest gives the name that was meant where that one was mistyped: one letter in three may be wrong. Of a name of two
// letters nothing would be left to be like, unless the other only has a letter more.
func nearest(name string, names []string) string {
	long := slices.DeleteFunc(slices.Clone(names), func(s string) bool {
		return len(s) < 3 && !(len(name) == 3 && strings.Contains(fold(name), s))
	})
	return diag.Nearest(name, long, (len([]rune(name))+1)/3)
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
