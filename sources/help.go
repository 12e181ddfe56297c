package sources

import (
	"slices"
	"strings"
)

// This file gives the table of keys to those who explain it.

// Topic is what the table says of one key, in one language. A key that means the same at several places is one topic.
type Topic struct {
	Name     string
	Paths    []string // where it stands, as sessions[].statements[].speaker
	Meaning  string   // one sentence
	Mark     string   // "[]" where it has a list, ".*" where it has keys of the user's own, else ""
	Kind     string   // of value
	Allowed  []string // values, bounds or endings of file names; none where much is allowed
	Required bool
	With     string   // the key beside which it is required, or ""
	OneOf    []string // keys of which one must stand, itself among them
	Unless   string   // the key whose values Except excuse from that, or ""
	Except   []string
	Example  string // the key with a value, in one line of YAML; see Placed
	Since    string // the version of the program that was the first to read it
	Column   bool   // it is the head of a column of a table
	Keys     []Topic
	Like     string // the path, before this one in Format, whose keys are the same; or ""
}

// Format gives the whole format of the manifest as a tree, in the order of the table, in lang: fr, or else English.
func Format(lang string) []Topic { return topics(&manifestShape, lang, "", map[*shape]string{}) }

// topics gives the keys of a shape that stands under a path. first remembers under which path a shape stood first.
func topics(s *shape, lang, under string, first map[*shape]string) []Topic {
	var list []Topic
	for i := range s.keys {
		k := &s.keys[i]
		if k.kind.hidden {
			continue
		}
		t := s.topic(k, lang)
		path := under + k.name
		t.Paths = []string{path}
		for _, inner := range []*shape{k.kind.of, k.kind.columns} {
			if inner == nil {
				continue
			}
			t.Like = first[inner]
			if t.Like == "" {
				first[inner] = path
			}
			for _, below := range topics(inner, lang, path+k.kind.mark+".", first) {
				below.Column = inner == k.kind.columns
				t.Keys = append(t.Keys, below)
			}
		}
		list = append(list, t)
	}
	return list
}

func (s *shape) topic(k *key, lang string) Topic {
	t := Topic{Name: k.name, Meaning: k.en, Mark: k.kind.mark, Kind: k.kind.en,
		Allowed: k.kind.allowed, Required: k.required, With: k.with,
		Example: k.line(), Since: firstVersion}
	if lang == "fr" {
		t.Meaning, t.Kind = k.fr, k.kind.fr
	}
	if k.since != "" {
		t.Since = k.since
	}
	for _, need := range s.need {
		if slices.Contains(need.of, k.name) {
			t.OneOf, t.Unless, t.Except = need.of, need.unless, need.isOneOf
		}
	}
	return t
}

// sample gives the key's example; of a mapping without one, the examples of the keys that must stand in it, or of its
// first two.
func (k *key) sample() string {
	if k.example != "" || k.kind.of == nil {
		return k.example
	}
	chosen := slices.DeleteFunc(slices.Clone(k.kind.of.keys), func(k key) bool { return !k.required })
	if len(chosen) == 0 {
		chosen = k.kind.of.keys[:2]
	}
	var parts []string
	for _, inner := range chosen {
		parts = append(parts, inner.name+": "+inner.sample())
	}
	sample := "{" + strings.Join(parts, ", ") + "}"
	if k.kind.mark == "[]" {
		return "[" + sample + "]"
	}
	return sample
}

// line gives the key with its example, as it is written in the manifest.
func (k *key) line() string { return k.name + ": " + k.sample() }

// Explain gives the topics of the key that name names: alone, or with the keys that it stands under, divided by dots.
// Where there is none it gives the names that were probably meant, at most four.
func Explain(name, lang string) (found []Topic, near []string) {
	asked := strings.Split(strings.TrimSuffix(strings.TrimSpace(name), ":"), ".")
	whole := false
	var all []string
	var walk func(list []Topic)
	walk = func(list []Topic) {
		for _, t := range list {
			all = append(all, t.Name)
			is, isWhole := names(asked, t.Paths[0])
			if is && !whole {
				if isWhole {
					whole, found = true, nil
				}
				found = join(found, t)
			}
			walk(t.Keys)
		}
	}
	walk(Format(lang))
	if len(found) > 0 {
		return found, nil
	}
	last := asked[len(asked)-1]
	var register register
	near = register.anywhere(&manifestShape, fold(last))
	if similar := nearest(last, all); len(near) == 0 && similar != "" {
		near = []string{similar}
	}
	return nil, near[:min(len(near), 4)]
}

// anywhere gives the names of the keys, of a shape and of those below it, that people call so.
func (r *register) anywhere(s *shape, folded string) []string {
	var list []string
	if k := r.called(s, folded); k != nil {
		list = append(list, k.name)
	}
	for _, k := range s.keys {
		if k.kind.of == nil {
			continue
		}
		for _, name := range r.anywhere(k.kind.of, folded) {
			if !slices.Contains(list, name) {
				list = append(list, name)
			}
		}
	}
	return list
}

// names reports whether a name is the end of a path, and whether it is all of it. The user's own keys in a path may be
// left out.
func names(asked []string, path string) (is, whole bool) {
	parts := strings.Split(path, ".")
	bare := slices.DeleteFunc(slices.Clone(parts), func(s string) bool { return s == "*" })
	for _, parts := range [][]string{parts, bare} {
		tail := parts[max(len(parts)-len(asked), 0):]
		if len(asked) > len(parts) || tail[0] == "*" { // a key of the user's own is known by what it stands under
			continue
		}
		same := slices.EqualFunc(asked, tail, func(a, b string) bool { return b == "*" || fold(a) == fold(b) })
		is, whole = is || same, whole || same && len(asked) == len(parts)
	}
	return is, whole
}

// join adds a topic, to one that says the same where there is one.
func join(list []Topic, t Topic) []Topic {
	for i, other := range list {
		if other.Name == t.Name && other.Meaning == t.Meaning && other.Kind == t.Kind &&
			other.Required == t.Required && slices.Equal(other.OneOf, t.OneOf) && other.Unless == t.Unless {
			list[i].Paths = append(list[i].Paths, t.Paths...)
			return list
		}
	}
	return append(list, t)
}
