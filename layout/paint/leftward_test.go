package paint

import (
	"strings"
	"testing"

	"rapporteur/layout"
	"rapporteur/layout/lang"
)

// TestLettersOfArabicAreFound: whoever sorts what operators show by its place, and whoever takes it in the order of
// painting, finds the words with nothing between their letters – also where the font joins two letters by a stroke
// that is a glyph more, as in لكم, or keeps them apart, as in القرار.
func TestLettersOfArabicAreFound(t *testing.T) {
	const words = "لكم القرار يحترم الكراهية مشروع"
	sh := sheet()
	sh.Lang = lang.Embedded().Of("ar")
	p, err := Run(settle(t, sh, paragraph(layout.Inline{Text: words})), sh)
	if err != nil {
		t.Fatal(err)
	}
	letters := map[int]string{}
	for _, f := range p.Fonts {
		for _, g := range f.Glyphs {
			letters[int(g.ID)] = g.Text
		}
	}
	var painted strings.Builder
	content := contents(t, p)[0]
	glyphs := play(t, content, p)
	for i, g := range glyphs {
		painted.WriteString(letters[g.code])
		if i > 0 && g.x >= glyphs[i-1].x {
			t.Errorf("glyph %d, %s, does not stand to the left of %s", i, letters[g.code], letters[glyphs[i-1].code])
		}
	}
	if got := strings.TrimSpace(painted.String()); got != words {
		t.Errorf("painted are %q", got)
	}
	if operators := strings.Count(content, "]TJ"); operators != len(glyphs) {
		t.Errorf("%d operators show %d glyphs", operators, len(glyphs))
	}
	shapes, hidden := strings.Count(content, "\nf\n"), strings.Count(content, "3 Tr")
	if hidden == 0 || shapes <= hidden { // the stroke of لكم and of الكراهية has no text
		t.Errorf("%d shapes, %d glyphs of text that is not painted", shapes, hidden)
	}
}
