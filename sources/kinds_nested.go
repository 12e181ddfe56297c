package sources

import (
	"strings"

	"gopkg.in/yaml.v3"

	"rapporteur/sources/diag"
)

// This file holds the kinds of values that are mappings, and lists of them.

const (
	mappingEn, mappingFr = "keys with values", "clés et valeurs"
	namedEn, namedFr     = "name, or keys with values", "nom, ou clés et valeurs"
	listEn, listFr       = "list of items with keys", "liste d’éléments à clés"
	namesEn, namesFr     = "list of names, or of items with keys", "liste de noms, ou d’éléments à clés"
)

// mappingKind takes a mapping of the shape into a field of type T.
func mappingKind[T any](s *shape) kind {
	return kind{en: mappingEn, fr: mappingFr, of: s,
		read: func(m *mapping, k *key, n *yaml.Node, to any) {
			if inner := m.innerOf(s, n, k.name); inner != nil {
				inner.fill(s, to.(*T))
			}
		},
		show: func(d *dumper, k *key, from any) { d.item(k.name, s, from.(*T)) }}
}

// pointerKind takes a mapping of the shape into a field of type *T, which stays nil where there is none.
func pointerKind[T any](s *shape) kind {
	en, fr := mappingEn, mappingFr
	if s.short != "" {
		en, fr = namedEn, namedFr
	}
	return kind{en: en, fr: fr, of: s,
		read: func(m *mapping, k *key, n *yaml.Node, to any) {
			if inner := m.innerOf(s, n, k.name); inner != nil {
				v := new(T)
				inner.fill(s, v)
				*to.(**T) = v
			}
		},
		show: func(d *dumper, k *key, from any) {
			if v := *from.(**T); v != nil {
				d.item(k.name, s, v)
			}
		}}
}

// listKind takes a list of mappings of the shape into a field of type []T.
func listKind[T any](s *shape) kind {
	en, fr := listEn, listFr
	if s.short != "" {
		en, fr = namesEn, namesFr
	}
	return kind{en: en, fr: fr, of: s, mark: "[]", read: readList[T](s), show: showList[T](s)}
}

func readList[T any](s *shape) func(*mapping, *key, *yaml.Node, any) {
	return value(func(m *mapping, k *key, n *yaml.Node) (list []T) {
		for _, n := range m.r.list(n, k.name, m.item) {
			if inner := m.innerOf(s, n, k.name); inner != nil {
				var v T
				inner.fill(s, &v)
				list = append(list, v)
			}
		}
		return list
	})
}

func showList[T any](s *shape) func(*dumper, *key, any) {
	return func(d *dumper, k *key, from any) {
		list := *from.(*[]T)
		for i := range list {
			d.item(k.name, s, &list[i])
		}
	}
}

// peopleKind takes one person or a list of them.
var peopleKind = kind{en: "name, or keys with values, or a list of such items",
	fr: "nom, ou clés et valeurs, ou une liste de tels éléments",
	of: &personShape, show: showList[Person](&personShape),
	read: func(m *mapping, k *key, n *yaml.Node, to any) {
		target := m.r.look(n)
		if target == nil {
			return
		}
		if target.Kind != yaml.SequenceNode {
			target = &yaml.Node{Kind: yaml.SequenceNode, Content: []*yaml.Node{target}}
		}
		readList[Person](&personShape)(m, k, target, to)
	}}

// delegationsKind takes a mapping whose keys are the user's own.
var delegationsKind = kind{en: "keys that you name yourself, each with a name, or with keys and values",
	fr: "clés à nommer soi-même, chacune avec un nom, ou des clés et valeurs",
	of: &delegationShape, mark: ".*", show: showList[Delegation](&delegationShape),
	read: value(func(m *mapping, k *key, n *yaml.Node) (list []Delegation) {
		if written := delegationNames(n); len(written) > 0 {
			m.add("delegations-listed", m.r.pos(n), diag.Args{"key": idOf(written[0]), "name": written[0]})
			return nil
		}
		all := m.inner(n, k.name)
		if all == nil {
			return nil
		}
		for _, e := range all.entries {
			if empty(e.value) {
				all.missing(&delegationShape, e)
				continue
			}
			if inner := all.innerOf(&delegationShape, e.value, e.key); inner != nil {
				inner.item, inner.name = e.key, k.name
				v := Delegation{Key: e.key}
				inner.fill(&delegationShape, &v)
				v.Pos = e.pos
				list = append(list, v)
			}
		}
		return list
	})}

// delegationNames are the names of delegations that are given as a list, or in one line; nil where they are not.
func delegationNames(n *yaml.Node) (names []string) {
	switch n.Kind {
	case yaml.ScalarNode:
		if n.Value != "" && !isBoolean(n) {
			names = strings.Split(n.Value, ",")
		}
	case yaml.SequenceNode:
		for _, one := range n.Content {
			names = append(names, firstSaid(one))
		}
	}
	if len(names) > 0 && idOf(names[0]) == "" {
		return nil
	}
	for i := range names {
		names[i] = clean(names[i])
	}
	return names
}

// missing reports the keys that must stand under a key of the user's own, where nothing does.
func (m *mapping) missing(s *shape, e entry) {
	for _, k := range s.keys {
		if k.required {
			m.add("missing-key", e.pos, diag.Args{"key": k.name, "in": m.name, "example": k.line()})
		}
	}
}

// originalKind takes one file that was handed in, originalsKind a list of them; both fill the same field.
var (
	originalKind = kind{en: "path of a file, one for each language, or keys with values",
		fr: "chemin d’un fichier, un par langue, ou clés et valeurs",
		of: &originalShape, allowed: originalKinds, anyFile: true, show: showList[Original](&originalShape),
		read: func(m *mapping, k *key, n *yaml.Node, to any) {
			if n.Kind != yaml.SequenceNode {
				m.original(k, n, to.(*[]Original))
				return
			}
			for _, n := range m.r.list(n, k.name, m.item) { // as after originals:
				m.original(k, n, to.(*[]Original))
			}
		}}
	originalsKind = kind{en: "list of paths of files, or of items with keys",
		fr: "liste de chemins de fichiers, ou d’éléments à clés",
		of: &originalShape, mark: "[]", allowed: originalKinds, anyFile: true,
		show: showList[Original](&originalShape),
		read: func(m *mapping, k *key, n *yaml.Node, to any) {
			for _, n := range m.r.list(n, k.name, m.item) {
				m.original(k, n, to.(*[]Original))
			}
		}}
)

// original reads a path, a map of language to path, or a mapping with the path and what is to be said of the file.
func (m *mapping) original(k *key, n *yaml.Node, to *[]Original) {
	at := m.r.pos(n)
	n = m.r.look(n)
	if n == nil {
		return
	}
	if n.Kind != yaml.MappingNode || m.r.isLanguageMap(n) {
		*to = append(*to, Original{File: m.path(n, k), Pos: at})
	} else if inner := m.inner(n, k.name); inner != nil {
		v := Original{}
		inner.fill(&originalShape, &v)
		*to = append(*to, v)
	}
}

// isLanguageMap reports whether the first key is a language: then the mapping is one path for each.
func (r *reader) isLanguageMap(n *yaml.Node) bool {
	return len(n.Content) > 0 && r.editions.has(n.Content[0].Value)
}
