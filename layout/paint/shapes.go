package paint

import (
	"rapporteur/fonts"
	"rapporteur/layout"
	"rapporteur/layout/text"
)

// outlined is a glyph that is drawn as the shape that it is instead of as text, with the place of its origin on the
// page.
type outlined struct {
	id   fonts.GID
	x, y layout.Length
}

// shapes draws glyphs of a strip as shapes, artifacts (ISO 32000-1, 14.8.2.2).
func (c *canvas) shapes(glyphs []outlined, fu *fontUses, s *text.Strip) {
	if len(glyphs) == 0 {
		return
	}
	c.unmark()
	c.endText()
	c.mark(0)
	c.fill(s.Color)
	for _, g := range glyphs {
		c.shape(g, fu.outline(g.id), s.Size, int64(fu.upem))
	}
	c.unmark()
}

// shape fills an outline that is given in units of the font, upem of which are a size.
func (c *canvas) shape(g outlined, outline []fonts.Stroke, size layout.Length, upem int64) {
	for _, stroke := range outline {
		for _, p := range stroke.Points {
			c.buf = appendLength(c.buf, g.x+scaled(p.X, size, upem))
			c.buf = append(c.buf, ' ')
			c.buf = appendLength(c.buf, g.y+scaled(p.Y, size, upem))
			c.buf = append(c.buf, ' ')
		}
		switch {
		case stroke.Begins:
			c.buf = append(c.buf, "m\n"...)
		case len(stroke.Points) == 1:
			c.buf = append(c.buf, "l\n"...)
		default:
			c.buf = append(c.buf, "c\n"...)
		}
	}
	c.buf = append(c.buf, "f\n"...)
}

// scaled is a length in units of a font, at a size. Halves of units occur, and whole numbers keep the result the
// same on every machine.
func scaled(v float32, size layout.Length, upem int64) layout.Length {
	return layout.Length(roundDiv(int64(v*64)*int64(size), 64*upem))
}

// outline gives the outline of a glyph.
func (fu *fontUses) outline(id fonts.GID) []fonts.Stroke {
	if fu.outlines == nil {
		fu.outlines = fu.font.Outlines()
	}
	return fu.outlines.Glyph(id)
}
