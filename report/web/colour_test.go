package web

import (
	"math"
	"strings"
	"testing"

	"rapporteur/layout"
	"rapporteur/layout/lang"
	"rapporteur/report/compose"
	"rapporteur/report/document"
)

// TestContrast: ratios as WCAG gives them, and the house's colours against the white they stand on. A paler house is
// darkened until it can be read, in its hue.
func TestContrast(t *testing.T) {
	for _, c := range []struct {
		a, b layout.Color
		want float64
	}{{0, white, 21}, {white, white, 1}, {0x777777, white, 4.48}, {0x767676, white, 4.54}, {0xff0000, white, 4.0},
		{0x0000ff, white, 8.59}} {
		if got := contrast(c.a, c.b); math.Abs(got-c.want) > 0.005 {
			t.Errorf("%06x on %06x: %.3f, not %.2f", int(c.a), int(c.b), got, c.want)
		}
	}
	words := lang.Embedded().Of("fr")
	sheet := compose.House(&document.Document{Lang: "fr", Words: words}, lang.Embedded(), nil)
	for _, role := range []layout.Role{layout.Body, layout.HeadChapter, layout.Lead, layout.Kicker, layout.Caption} {
		if got := contrast(sheet.Looks[role].Color, white); got < 7 {
			t.Errorf("role %d has a contrast of %.2f", role, got)
		}
	}
	for _, pale := range []layout.Color{0x9fd3f0, 0xffe000, white, 0x009edb} {
		dark := legible(pale)
		if got := contrast(dark, white); got < least {
			t.Errorf("%06x becomes %06x, with a contrast of %.2f", int(pale), int(dark), got)
		}
	}
	if legible(0x1f3a5f) != 0x1f3a5f {
		t.Error("what can be read is changed")
	}
}

// TestSizes: as a reader is told them in a language; no line ends between a number and its unit.
func TestSizes(t *testing.T) {
	fr, en := lang.Embedded().Of("fr"), lang.Embedded().Of("en")
	for _, c := range []struct {
		words *lang.Language
		bytes int64
		want  string
	}{{fr, 0, ""}, {fr, 1, "1 ko"}, {fr, 178_400, "178 ko"}, {fr, 999_499, "999 ko"}, {fr, 999_500, "1 Mo"},
		{fr, 1_506_128, "1,5 Mo"}, {en, 12_340_000, "12.3 MB"}, {en, 1_000_000_000, "1000 MB"}} {
		if got := bytesIn(c.words, c.bytes); got != strings.ReplaceAll(c.want, " ", "\u00a0") {
			t.Errorf("%d bytes are %q, not %q", c.bytes, got, c.want)
		}
	}
}
