package sources

import (
	"slices"

	"gopkg.in/yaml.v3"

	"rapporteur/sources/diag"
)

// This file holds the kinds of values that may be a map of language to value, and lists of scalars.

// What files of each kind are called at the end.
var (
	imageKinds = []string{".png", ".jpg", ".jpeg"}
	fontKinds  = []string{".ttf", ".otf", ".ttc", ".otc"}
	tableKinds = []string{".csv"}
)

var (
	wordsKind = kind{en: "text, or one for each language", fr: "texte, ou un par langue",
		read: value(func(m *mapping, k *key, n *yaml.Node) Words { return m.r.words(n, k.name, m.item, clean) })}
	proseKind = kind{en: "Markdown or the path of a file, or one for each language",
		fr:   "Markdown ou chemin d’un fichier, ou un par langue",
		read: value(func(m *mapping, k *key, n *yaml.Node) *Prose { return m.prose(n, k.name) })}
	wordsListKind = kind{en: "list of texts", fr: "liste de textes",
		read: value(func(m *mapping, k *key, n *yaml.Node) (list []Words) {
			for _, n := range m.r.listOrOne(n, k.name, m.item) {
				if w := m.r.words(n, k.name, m.item, clean); !w.IsZero() {
					list = append(list, w)
				}
			}
			return list
		})}
	idsKind = kind{en: "list of ids", fr: "liste d’identifiants",
		read: soundList(func(m *mapping, _ *key, t Text) bool { return m.soundID(t) })}
)

// soundList reads a list of texts, of which those that are not sound are left out.
func soundList(check func(m *mapping, k *key, t Text) bool) func(*mapping, *key, *yaml.Node, any) {
	return value(func(m *mapping, k *key, n *yaml.Node) (list []Text) {
		for _, n := range m.r.listOrOne(n, k.name, m.item) {
			if t := m.r.text(n, k.name, m.item); !t.IsZero() && check(m, k, t) {
				list = append(list, t)
			}
		}
		return list
	})
}

// choicesKind takes a list of the words allowed; a word that stands twice counts once.
func choicesKind(allowed ...string) kind {
	return kind{en: "list of these words", fr: "liste de ces mots", allowed: allowed,
		read: func(m *mapping, k *key, n *yaml.Node, to any) {
			var seen []string
			soundList(func(m *mapping, k *key, t Text) bool {
				again := slices.Contains(seen, t.Value)
				seen = append(seen, t.Value)
				return m.chosen(k, t) && !again
			})(m, k, n, to)
		}}
}

// pathKind takes the path of a file whose name ends in one of the endings, or a map of language to path.
func pathKind(endings []string) kind {
	return kind{en: "path of a file, or one for each language", fr: "chemin d’un fichier, ou un par langue",
		allowed: endings,
		read:    value(func(m *mapping, k *key, n *yaml.Node) Words { return m.path(n, k) })}
}

// originalPathKind takes the path of a file that was handed in. What it is called at the end is the delegation's
// affair: a file that is there is judged by what it holds.
var originalPathKind = kind{en: pathKind(nil).en, fr: pathKind(nil).fr, allowed: originalKinds, anyFile: true,
	read: pathKind(nil).read}

func pathsKind(endings []string) kind {
	return kind{en: "list of paths of files", fr: "liste de chemins de fichiers", allowed: endings,
		read: soundList(func(m *mapping, k *key, t Text) bool {
			return m.r.filePath(t.Value, t.Pos, m.item, &k.kind)
		})}
}

// path reads a path, or a map of language to path.
func (m *mapping) path(n *yaml.Node, k *key) Words {
	w := m.r.wordsBy(m.r.byPath, n, k.name, m.item, straightPath)
	sound := true
	if w.One != "" {
		sound = m.r.filePath(w.One, w.Pos, m.item, &k.kind)
	}
	for _, t := range w.By {
		sound = m.r.filePath(t.Value, t.Pos, m.item, &k.kind) && sound
	}
	if !sound {
		return Words{}
	}
	return w
}

// participantsKind takes the path of a table, or one for each language; a job fills the field.
var participantsKind = kind{en: pathKind(nil).en, fr: pathKind(nil).fr, allowed: tableKinds, columns: &participantShape,
	read: func(m *mapping, k *key, n *yaml.Node, to any) {
		if n.Kind == yaml.SequenceNode {
			m.add("expected-text", m.r.pos(n), diag.Args{"key": k.name, "table": k.line()})
			return
		}
		files := m.path(n, k)
		if files.IsZero() {
			return
		}
		list := to.(*[]Participant)
		m.r.later(files.Pos, m.item, func() {
			if files.One != "" {
				*list = m.r.table(files.One, "", files.Pos)
			}
			for _, t := range files.By {
				*list = append(*list, m.r.table(t.Value, t.Lang, t.Pos)...)
			}
		})
	},
	show: showList[Participant](&participantShape),
}
