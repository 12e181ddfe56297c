package sources

import (
	"errors"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"rapporteur/sources/diag"
)

// This file reads what makes a report one of several editions: its languages, and paths that name a file in each.

// editionsKind takes the report's language, or a list of languages, which makes an edition each.
var editionsKind = kind{en: "language of the report, as fr or pt-BR, or a list for an edition each",
	fr: "langue du rapport, comme fr ou pt-BR, ou une liste pour autant d’éditions",
	read: value(func(m *mapping, k *key, n *yaml.Node) (list []Text) {
		target := m.r.look(n)
		if target == nil {
			return nil
		}
		nodes := []*yaml.Node{target}
		if target.Kind == yaml.SequenceNode {
			nodes = m.r.list(target, k.name, m.item)
		}
		for _, n := range nodes {
			t := m.r.text(n, k.name, m.item)
			if t.IsZero() {
				continue
			}
			typed := t.Value
			t.Value = m.r.editions.tag(t.Value)
			switch {
			case !m.r.editions.has(t.Value):
				args := m.r.editions.unknown(typed)
				several := severalOf(typed, m.r.editions.edition)
				if several != "" && target.Kind != yaml.SequenceNode {
					args["nearest"] = several
				}
				m.add("bad-language", t.Pos, args)
			case slices.ContainsFunc(list, func(o Text) bool { return o.Value == t.Value }):
				m.add("language-twice", t.Pos, diag.Args{"language": t.Value})
			case len(list) == maxEditions:
				m.add("too-many-editions", t.Pos, diag.Args{"most": milli(maxEditions * 1000)})
				return list
			default:
				list = append(list, t)
			}
		}
		m.r.languages = nil
		for _, t := range list {
			m.r.languages = append(m.r.languages, t.Value)
		}
		return list
	})}

// Edition is the manifest of one edition of the report: that in the n-th of its languages, from 0. Main is the language
// of the first, in which the report speaks where it says nothing else.
func (m *Manifest) Edition(n int) *Manifest {
	e := *m
	if len(m.Report.Languages) > 0 {
		e.Main = m.Report.Languages[0].Value
		e.Report.Languages = m.Report.Languages[n : n+1]
	}
	return &e
}

// ParticipantsIn gives the rows of the edition in lang: those of its table, or of that in lang without its region, and
// those for all.
func (m *Manifest) ParticipantsIn(lang string) []Participant {
	return in(lang, m.Participants, func(p *Participant) string { return p.Lang })
}

// AbbreviationsIn gives the abbreviations of the edition in lang, and those of all.
func (m *Manifest) AbbreviationsIn(lang string) []Abbreviation {
	return in(lang, m.Abbreviations, func(a *Abbreviation) string { return a.Lang })
}

// in gives what of a list is in a language, or in it without its region, and what is for all.
func in[T any](lang string, list []T, of func(*T) string) (out []T) {
	if i := Closest(lang, len(list), func(i int) string { return of(&list[i]) }); i >= 0 {
		lang = of(&list[i])
	}
	for i := range list {
		if l := of(&list[i]); l == "" || l == lang {
			out = append(out, list[i])
		}
	}
	return out
}

// languageMark stands in a path for the language of an edition.
const languageMark = "{language}"

// patternOf is the path that n is, where it has the mark; "" else.
func patternOf(n *yaml.Node) string {
	if n.Kind == yaml.AliasNode {
		n = n.Alias
	}
	if n.Kind != yaml.ScalarNode || !strings.Contains(n.Value, languageMark) || strings.Contains(n.Value, "\n") {
		return ""
	}
	return strings.TrimSpace(n.Value)
}

// inLanguage is a pattern's path in a language.
func inLanguage(path, lang string) string { return strings.ReplaceAll(path, languageMark, lang) }

// byPath is byLanguage for what may be a path. One with the mark names a file for each edition: those that are there.
// Where none is, that of the first is given, so that it is missed.
func (r *reader) byPath(n *yaml.Node, name, item string, each func(lang string, n *yaml.Node)) {
	r.byLanguage(n, name, item, func(lang string, n *yaml.Node) {
		pattern := patternOf(n)
		if lang != "" || pattern == "" || len(r.languages) == 0 {
			each(lang, n)
			return
		}
		var there []string
		for _, lang := range r.languages {
			if !errors.Is(r.folder.Check(inLanguage(pattern, lang)), ErrMissing) {
				there = append(there, lang)
			}
		}
		if len(there) == 0 {
			there = r.languages[:1]
		}
		for _, lang := range there {
			file := *n
			file.Value = inLanguage(pattern, lang)
			each(lang, &file)
		}
	})
}
