package sources

import (
	"slices"

	"gopkg.in/yaml.v3"

	"rapporteur/sources/diag"
)

// abbreviationsKind takes a mapping of abbreviation to meaning, or one for each language: other languages have other
// abbreviations.
var abbreviationsKind = kind{en: "keys that you name yourself, each with a text; or such keys for each language",
	fr: "clés à nommer soi-même, chacune avec un texte ; ou de telles clés par langue",
	read: value(func(m *mapping, k *key, n *yaml.Node) []Abbreviation {
		all := m.inner(n, k.name)
		if all == nil {
			return nil
		}
		if !all.byLanguage() {
			return all.abbreviations("")
		}
		var list []Abbreviation
		for _, e := range all.entries {
			if !m.r.editions.has(e.key) {
				m.add("bad-language", e.pos, m.r.editions.unknown(e.key))
			} else if inner := m.inner(e.value, e.key); inner != nil {
				list = append(list, inner.abbreviations(e.key)...)
			}
		}
		return list
	}),
	show: func(d *dumper, k *key, from any) {
		for _, a := range *from.(*[]Abbreviation) {
			d.text(k.name, a.Key)
			d.in(func() {
				if a.Lang != "" {
					d.line("language", diag.Pos{}, a.Lang)
				}
				d.words("meaning", a.Meaning)
			})
		}
	}}

// byLanguage reports whether the keys of a mapping are languages, and each has keys of its own that are none: a
// language under an abbreviation says its meaning in that language.
func (m *mapping) byLanguage() bool {
	return len(m.entries) > 0 && m.r.editions.has(m.entries[0].key) &&
		!slices.ContainsFunc(m.entries, func(e entry) bool {
			return e.value.Kind != yaml.MappingNode || m.r.isLanguageMap(e.value)
		})
}

// abbreviations reads those of one language, "" for all.
func (m *mapping) abbreviations(lang string) (list []Abbreviation) {
	for _, e := range m.entries {
		if empty(e.value) {
			m.add("expected-text", e.pos, diag.Args{"key": e.key})
		} else if w := m.r.words(e.value, e.key, m.item, clean); !w.IsZero() {
			list = append(list, Abbreviation{Lang: lang, Key: Text{Value: clean(e.key), Pos: e.pos}, Meaning: w})
		}
	}
	return list
}
