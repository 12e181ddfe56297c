package layout

import (
	"slices"
	"strings"
	"testing"
)

// TestPicturesStandAmongWords: a picture in a sentence is on the line where its words are, on the base line and between
// them, in either direction of writing; the line is as high as it, and the lines around are not.
func TestPicturesStandAmongWords(t *testing.T) {
	icon := &Figure{Picture: &Picture{Key: "icon", Format: "png", Width: 80, Height: 60}, Alt: "Icon"}
	for _, c := range []struct{ lang, before, after string }{
		{"en", "Before it ", " after it."}, {"ar", "قبلها ", " بعدها."},
	} {
		long := strings.Repeat(c.before, 30)
		r := &Run{ID: "f", Root: Element{Tag: "Sect"}, Blocks: []Block{&Paragraph{Inlines: []Inline{
			{Text: long + c.before}, {Figure: icon}, {Text: c.after + " " + long}}}}}
		marks := settle(t, testSheet(c.lang, 250*Pt, 600*Pt), r).Runs[0].Page(0).Marks
		at := slices.IndexFunc(marks, func(m Mark) bool { _, is := m.(ImageMark); return is })
		if at < 1 {
			t.Fatalf("%s: no picture", c.lang)
		}
		im, line := marks[at].(ImageMark), marks[at-1].(TextMark)
		if im.Y+im.Height != line.Y {
			t.Errorf("%s: it ends at %d, the base line is at %d", c.lang, im.Y+im.Height, line.Y)
		}
		if want := 80 * 72 * Pt / dotsPerInch; im.Width != want || im.Width*60 != im.Height*80 {
			t.Errorf("%s: %d x %d, want a width of %d", c.lang, im.Width, im.Height, want)
		}
		for span := range line.Line.Spans {
			x0, x1 := line.X+span.X0, line.X+span.X1
			if span.Leaf != im.Leaf && x0 < im.X+im.Width && im.X < x1 {
				t.Errorf("%s: words from %d to %d stand on the picture from %d", c.lang, x0, x1, im.X)
			}
		}
		var above Length
		for _, m := range marks[:at-1] {
			if l, is := m.(TextMark); is {
				above = l.Y
			}
		}
		if line.Y-above < im.Height {
			t.Errorf("%s: the picture stands over the line above", c.lang)
		}
	}
}
