package text

import (
	"strings"

	"rapporteur/fonts"
	"rapporteur/layout/lang"
)

// in gives a language of the program's.
func in(tag string) *lang.Language { return lang.Embedded().Of(tag) }

func newTestSetter() *Setter {
	return NewShared(fonts.NewLibrary(nil), true).Setter()
}

func prose(tag, t string, measure Length) *Paragraph {
	return &Paragraph{Pieces: []Piece{{Text: t, Style: Style{Size: 11 * Pt, Lang: in(tag)}}}, Lang: in(tag),
		Measure: measure, Hyphenate: true}
}

// lineText joins what the glyphs of a line stand for.
func lineText(l *Line) string {
	var b strings.Builder
	for s := range l.Strips {
		for _, g := range s.Glyphs {
			b.WriteString(g.Text)
		}
	}
	return b.String()
}

const sample = "The symposium was opened on Wednesday morning by the Chairman, who recalled that the General " +
	"Assembly had asked, in its resolution 60/288, for a strategy that would rest on cooperation among all States, " +
	"on the observance of international obligations, and on the lasting attention of the institutions whose mandates " +
	"are concerned. He thanked the governments that had sent representatives, and noted that the documents " +
	"distributed beforehand would be reproduced in full."
