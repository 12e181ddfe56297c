package paint

import (
	"rapporteur/layout"
	"rapporteur/layout/text"
)

// maxGap is the gap within a word, in thousandths of the size, from which readers take the word for two. Poppler is the
// strictest of them (its minWordSpacing).
const maxGap = 30

// leftward shows the glyphs of a strip that runs to the left, from x on, in logical order.
//
// Readers do not agree on such text. MuPDF, and whoever follows the tags, takes it in the order in which it is painted.
// PDFium sorts by place what the operators show and turns it around, but takes what one operator shows for text that is
// painted from left to right. So each glyph has an operator of its own, and both find the words.
//
// All of them take a gap for the end of a word. A font makes one where it keeps letters apart that would touch, and
// where it joins letters by a stroke that is a glyph of its own, a stroke that stands for no character and so must not
// be text: no character is one that all readers drop. There the letter and the stroke are drawn as shapes, and the
// letter's text lies over both, invisible and as wide as they are.
//
// What remains: where a letter stands wholly above the one beside it, as the first of a stack may, PDFium sees two
// lines (one word in some hundreds).
func (c *canvas) leftward(x, y layout.Length, fu *fontUses, s *text.Strip) {
	var shapes []outlined
	for i := range s.Glyphs {
		g := &s.Glyphs[i]
		x -= g.Advance
		place := outlined{g.ID, x + g.DX, y + s.Rise + g.DY}
		if g.Text == "" {
			shapes = append(shapes, place)
			continue
		}
		c.endArray()
		gap := fu.gap(s, i, x)
		if gap*1000 <= maxGap*s.Size {
			c.glyph(fu, s, g, place.x)
			continue
		}
		shapes = append(shapes, place)
		wide := *s
		wide.Scale = int32(int64(gap) * unit * unit / (int64(s.Size) * int64(Width(fu.font, g.ID))))
		c.visible(false)
		c.glyph(fu, &wide, g, place.x-gap)
		c.visible(true)
	}
	c.shapes(shapes, fu, s)
}

// gap gives how much is free between glyph i of a strip, with its advance's left edge at x, and the next letter of its
// word; nothing where it is a space or a mark, or the last.
func (fu *fontUses) gap(s *text.Strip, i int, x layout.Length) layout.Length {
	g := &s.Glyphs[i]
	if g.Space || g.Advance == 0 || Width(fu.font, g.ID) == 0 {
		return 0
	}
	left := x + g.DX
	for _, next := range s.Glyphs[i+1:] {
		x -= next.Advance
		switch {
		case next.Space:
			return 0
		case next.Text == "", next.Advance == 0:
			continue
		}
		width := int64(Width(fu.font, next.ID)) * int64(s.Size) / unit
		return left - (x + next.DX + layout.Length(width))
	}
	return 0
}

// visible sets whether glyphs are painted (ISO 32000-1, 9.3.6).
func (c *canvas) visible(yes bool) {
	c.endArray()
	if yes {
		c.buf = append(c.buf, "0 Tr\n"...)
	} else {
		c.buf = append(c.buf, "3 Tr\n"...)
	}
}
