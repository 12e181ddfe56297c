package text

import (
	"os"
	"strings"
	"testing"

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

func TestSmoke(t *testing.T) {
	s := newTestSetter()
	lines, c := s.Set(prose("en", sample, 300*Pt))
	for i := range lines {
		t.Log(lines[i].Width, lines[i].extra*1000/max(1, lines[i].flex), lineText(&lines[i]))
	}
	t.Log(c)
	lines, c = s.Set(prose("ar", "قال الرئيس إن القرار (60/288) والوثيقة A/RES/60/288 يشكلان أساس العمل المشترك بين الدول الأعضاء، وإن الاستراتيجية تقوم على التعاون.", 200*Pt))
	for i := range lines {
		t.Log(lines[i].Width, lineText(&lines[i]))
	}
	t.Log(c)
	lines, c = s.Set(prose("zh", "主席在开幕词中说，“全球反恐战略”（第60/288号决议）是各国共同努力的基础；各国代表团对UNESCO的工作表示赞赏。", 150*Pt))
	for i := range lines {
		t.Log(lines[i].Start, lines[i].Width, lineText(&lines[i]))
	}
	t.Log(c)
}
