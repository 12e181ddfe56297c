package unit

import (
	"math"
	"testing"

	"github.com/pdfcpu/pdfcpu/pkg/font"

	"rapporteur/fonts"
	"rapporteur/sources/pdf/content"
)

// TestSignsOfSubstitutes: the open fonts for the two standard fonts of signs have every sign of theirs, as wide.
func TestSignsOfSubstitutes(t *testing.T) {
	for _, name := range []string{"Symbol", "ZapfDingbats"} {
		face, family := fonts.Substitute(name)
		if family != name {
			t.Fatalf("%s is replaced as %q", name, family)
		}
		signs, other := 0, 0
		for code, text := range content.BaseTexts(name) {
			if text == "" {
				continue
			}
			signs++
			g, ok := face.Glyph([]rune(text)[0])
			if !ok {
				t.Errorf("%s has no %q", name, text)
				continue
			}
			want, err := font.CharWidth(name, rune(code))
			if name == "ZapfDingbats" && code < 0xA0 && code >= 0x80 {
				continue // brackets, whose widths the table does not have
			}
			if got := 1000 * float64(face.Advance(g)) / float64(face.Upem()); err == nil &&
				math.Abs(got-float64(want)) > widthSlack {
				other++
				t.Logf("%s %x %q: %v wide, should be %v", name, code, text, got, want)
			}
		}
		if signs < 180 || other > 1 { // of the two trademarks of Symbol one is narrower
			t.Errorf("%s: %d signs, %d of another width", name, signs, other)
		}
	}
}
