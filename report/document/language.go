package document

import (
	"strings"

	"rapporteur/layout/lang"
	"rapporteur/sources"
	"rapporteur/sources/diag"
)

// edition gives the language that the report is written in. One that lacks something which a report prints is an
// error.
func edition(m *sources.Manifest, languages *lang.Set, bag *diag.Bag) *lang.Language {
	if len(m.Report.Languages) == 0 {
		return languages.Of("")
	}
	first := m.Report.Languages[0]
	l := languages.Of(first.Value)
	if lacks := l.Lacks(); len(lacks) > 0 {
		bag.Add("language-incomplete", first.Pos, diag.Args{"value": first.Value,
			"lacks":   strings.Join(lacks[:min(len(lacks), 3)], ", "),
			"allowed": strings.Join(languages.Complete(), ", ")})
	}
	return l
}

// languagesOf tells of each language in a text that there is nothing known of, where it first comes.
func (r *resolver) languagesOf(t *Text) {
	if len(t.Blocks) > 0 {
		r.written(t.Lang, t.Item, t.Blocks[0].Pos)
	}
	t.walk(func(b *Block) {
		if b.Lang != "" {
			r.written(b.Lang, t.Item, b.Pos)
		}
	})
	t.walkInlines(func(in *Inline) {
		if in.Lang != "" {
			r.written(in.Lang, t.Item, in.Pos)
		}
	})
}

// written tells, once for each language, that nothing is known of the one that a passage is written in. A passage has
// no language where the report's own could not be read, which has been reported.
func (r *resolver) written(tag, item string, at diag.Pos) {
	language, _, _ := strings.Cut(tag, "-")
	if tag == "" || r.told[language] || r.languages.Of(tag).Folder != "" {
		return
	}
	r.told[language] = true
	r.bag.AddItem("language-without-data", at, item, diag.Args{"language": tag})
}
