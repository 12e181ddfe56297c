package text

import (
	"os"
	"strings"

	"rapporteur/fonts"
)

// patternsForTest reads the pattern files beside package lang.
func patternsForTest(lang string) (string, int, int) {
	name, left, right := "", 2, 2
	switch lang {
	case "en":
		name, right = "../lang/en/hyph-en-gb.tex", 3
	case "fr":
		name, right = "../lang/fr/hyph-fr.tex", 3
	case "es":
		name = "../lang/es/hyph-es.tex"
	case "ru":
		name = "../lang/ru/hyph-ru.tex"
	}
	if name == "" {
		return "", 0, 0
	}
	b, err := os.ReadFile(name)
	if err != nil {
		panic(err)
	}
	return string(b), left, right
}

func newTestSetter() *Setter {
	return NewShared(fonts.NewLibrary(nil), patternsForTest).Setter()
}

func prose(lang, t string, measure Length) *Paragraph {
	return &Paragraph{Pieces: []Piece{{Text: t, Style: Style{Size: 11 * Pt, Lang: lang}}}, Lang: lang, Measure: measure, Hyphenate: true}
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

const sample = "The symposium was opened on Wednesday morning by the Chairman, who recalled that the General Assembly had asked, in its resolution 60/288, for a strategy that would rest on cooperation among all States, on the observance of international obligations, and on the lasting attention of the institutions whose mandates are concerned. He thanked the governments that had sent representatives, and noted that the documents distributed beforehand would be reproduced in full."
