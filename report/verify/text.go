package verify

import "fmt"

// glyphs reports what a page shows and nobody can read: the glyph that stands for a missing one, a glyph without a text, or with one that says
// that it is not known. Validators let all but the missing entry pass.
func (c *checker) glyphs(i int, faults []glyphFault) {
	for _, g := range faults {
		font := ""
		if g.font != nil {
			font = g.font.name
		}
		code := fmt.Sprintf("%04X", g.code)
		switch {
		case g.font != nil && g.font.unicode != nil && g.code == 0:
			c.fault(GlyphZero, i+1, "font", font)
		case g.state == empty:
			c.fault(TextEmpty, i+1, "font", font, "code", code)
		case g.state == replacement:
			c.fault(TextReplacement, i+1, "font", font, "code", code)
		default:
			c.fault(TextUnmapped, i+1, "font", font, "code", code)
		}
	}
}
