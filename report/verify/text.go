package verify

import (
	"fmt"

	"rapporteur/sources/pdf/content"
)

// glyphs reports what a page shows and nobody can read: the glyph that stands for a missing one, a glyph without a
// text, or with one that says that it is not known. Validators let all but the missing entry pass. A page that holds
// more than is read is none of ours either.
func (c *checker) glyphs(i int, faults []content.Fault) {
	for _, g := range faults {
		font := ""
		if g.Font != nil {
			font = g.Font.Name
		}
		if g.State == content.TooMuch {
			c.fault(ContentBroken, i+1, "cause", "the page holds more than is read")
			continue
		}
		code := fmt.Sprintf("%04X", g.Code)
		switch {
		case g.Font != nil && g.Font.Maps() && g.Code == 0:
			c.fault(GlyphZero, i+1, "font", font)
		case g.State == content.Empty:
			c.fault(TextEmpty, i+1, "font", font, "code", code)
		case g.State == content.Replacement:
			c.fault(TextReplacement, i+1, "font", font, "code", code)
		default:
			c.fault(TextUnmapped, i+1, "font", font, "code", code)
		}
	}
}
