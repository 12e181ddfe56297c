package sources

import "gopkg.in/yaml.v3"

// This file says what a line of the table of keys is. The lines themselves stand in keys_*.go, each beside the struct
// that keeps the value: the reader, `show manifest`, the hints for unknown keys and `help manifest` follow from them.
//
// To add a key is one file here: a field with the tag `key:"name"` in the struct, and the key's line in the table
// below that struct. The other file is where the value is used.

// key is one key of the manifest, as one kind of mapping takes it.
type key struct {
	name     string
	kind     kind
	required bool
	with     string // another key of the same mapping: if that one is given, this one is required too
	en, fr   string // what it means, one sentence each
	example  string // a value as it is written in the manifest, in one line
	guesses  string // what people write instead of name, in English and in French, divided by spaces
	since    string // the version of the program that was the first to read it; "" for firstVersion
}

// firstVersion is the version of the program that read the keys which do not say otherwise.
const firstVersion = "0.1.0"

// kind is a kind of value that a key may have. The functions that read them are in kinds_*.go.
type kind struct {
	en, fr  string   // its name
	allowed []string // values, bounds or endings of file names; none where much is allowed
	anyFile bool     // a file that is there may have another ending than those allowed
	of      *shape   // of the mapping, or of each mapping, that stands here
	columns *shape   // of the table whose path stands here
	mark    string   // what comes after the key in a path: "[]" for a list, ".*" for keys of the user's own
	hidden  bool     // the key is not part of the format, and is read only to tell the user so
	secret  bool     // the value is not shown

	// read reads n, which is not empty, into the field that to points to.
	read func(m *mapping, k *key, n *yaml.Node, to any)
	// show prints the field; nil where the type of the field says how.
	show func(d *dumper, k *key, from any)
}

// shape is a mapping of the manifest: the keys that it takes, and what holds between them.
type shape struct {
	keys  []key
	short string      // the key that a name alone stands for, where one may stand instead of the mapping
	item  string      // the item that findings in the mapping concern, where it has no id
	need  []need      // groups of keys of which one is required
	apart [][2]string // pairs of keys that exclude each other
	check func(m *mapping, v any)
	head  func(v any) string // what `show manifest` prints after the mapping's place
}

// need is a group of keys of which at least one is required, unless another key has one of some values.
type need struct {
	code    string // of the finding
	of      []string
	unless  string
	isOneOf []string
}

// key gives the shape's key of that name; nil where it has none.
func (s *shape) key(name string) *key {
	for i := range s.keys {
		if s.keys[i].name == name {
			return &s.keys[i]
		}
	}
	return nil
}

// known lists the keys that may be written.
func (s *shape) known() []string {
	var names []string
	for _, k := range s.keys {
		if !k.kind.hidden {
			names = append(names, k.name)
		}
	}
	return names
}

// has reports whether a key of that name stands in the shape or in one below it; seen are those that were looked
// through.
func (s *shape) has(name string, seen map[*shape]bool) bool {
	if seen == nil {
		seen = map[*shape]bool{}
	}
	if s == nil || seen[s] {
		return false
	}
	seen[s] = true
	for i := range s.keys {
		if k := &s.keys[i]; !k.kind.hidden && (k.name == name || k.kind.of.has(name, seen)) {
			return true
		}
	}
	return false
}
