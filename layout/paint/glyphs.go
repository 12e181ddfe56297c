package paint

import (
	"strconv"

	"rapporteur/layout"
	"rapporteur/layout/text"
)

// line paints a line of text, strip by strip in logical order, as ISO 32000-1, 14.8.2.3.1, asks of tagged text.
func (c *canvas) line(m *layout.TextMark) {
	if m.Line == nil {
		return
	}
	for s := range m.Line.Strips {
		if len(s.Glyphs) == 0 {
			continue
		}
		leaf := s.Leaf
		if m.Artifact {
			leaf = 0
		}
		if !c.inText { // a mark around an image or rule is closed by then
			c.beginText()
		}
		c.mark(leaf)
		c.strip(m.X, c.height-m.Y, &s)
		if s.Dotted && !s.RTL {
			c.dots(m.X, c.height-m.Y, &s)
		}
	}
}

// farGap is the gap, in sizes, from which a new place is given instead of a move within a TJ: columns and cells, not
// words.
const farGap = 3

// strip paints glyphs of one font and size. x is the left edge of the line's measure, y its baseline, upwards.
func (c *canvas) strip(x, y layout.Length, s *text.Strip) {
	c.fill(s.Color)
	at := x + s.X
	first := at
	if s.RTL {
		first -= s.Glyphs[0].Advance
	}
	if gap := first - layout.Length(c.pen/unit); !c.positioned || y != c.lineY || gap > farGap*s.Size ||
		-gap > farGap*s.Size {
		c.endArray()
		c.buf = appendLength(c.buf, first-c.lineX)
		c.buf = append(c.buf, ' ')
		c.buf = appendLength(c.buf, y-c.lineY)
		c.buf = append(c.buf, " Td\n"...)
		c.lineX, c.lineY, c.positioned = first, y, true
		c.pen = int64(first) * unit
	}
	if s.ActualText {
		c.endArray()
		c.buf = append(c.buf, "/Span<</ActualText"...)
		c.buf = appendHexText(c.buf, s.Text)
		c.buf = append(c.buf, ">>BDC\n"...)
	}
	fu := c.uses.font(s.Font)
	if s.RTL {
		c.leftward(at, y, fu, s)
		return
	}
	for i := range s.Glyphs {
		g := &s.Glyphs[i]
		c.glyph(fu, s, g, at+g.DX)
		at += g.Advance
	}
	if s.ActualText {
		c.endArray()
		c.buf = append(c.buf, "EMC\n"...)
	}
}

// glyph shows one glyph at x. The distance from where the pen stands is written in whole thousandths of the size, and
// what is lost by rounding is carried on, for the pen's place is kept exactly.
func (c *canvas) glyph(fu *fontUses, s *text.Strip, g *text.Glyph, x layout.Length) {
	if g.ID == 0 {
		if !g.Space { // a space that the font has no glyph for is a move
			c.fail(errNotdef)
		}
		return
	}
	txt := g.Text
	if txt == "" {
		txt = "\u200b" // a glyph more than its cluster has characters, whose text ActualText gives
	}
	if c.open == leafMark {
		c.letters = appendLetters(c.letters, txt)
	}
	r, width := fu.glyph(g.ID, txt)
	if r.name != c.name || s.Size != c.size {
		c.endArray()
		c.name, c.size = r.name, s.Size
		c.buf = append(c.buf, '/')
		c.buf = append(c.buf, r.name...)
		c.buf = append(c.buf, ' ')
		c.buf = appendLength(c.buf, s.Size)
		c.buf = append(c.buf, " Tf\n"...)
	}
	c.stretch(s.Scale)
	c.spread(s.Apart)
	if rise := s.Rise + g.DY; rise != c.rise {
		c.endArray()
		c.rise = rise
		c.buf = appendLength(c.buf, rise)
		c.buf = append(c.buf, " Ts\n"...)
	}
	// a thousandth of the size, and what the glyph takes, both as Tz scales them (ISO 32000-1, 9.4.4)
	mille := int64(s.Size) * (unit + int64(s.Scale)) / 1000
	wide := (int64(width)*int64(s.Size) + int64(s.Apart)*unit) * (unit + int64(s.Scale)) / unit
	if mille <= 0 {
		c.fail(errSize)
		return
	}
	if n := roundDiv(int64(x)*unit-c.pen, mille); n != 0 {
		switch c.array {
		case noArray:
			c.buf = append(c.buf, '[')
		case inString:
			c.buf = append(c.buf, ')')
		}
		c.buf = strconv.AppendInt(c.buf, -n, 10)
		c.array = inArray
		c.pen += n * mille
	}
	switch c.array {
	case noArray:
		c.buf = append(c.buf, "[("...)
	case inArray:
		c.buf = append(c.buf, '(')
	}
	c.array = inString
	c.buf = appendCode(c.buf, g.ID)
	c.pen += wide
}

// stretch makes the glyphs that follow wider or narrower (ISO 32000-1, 9.3.4). It holds beyond the text object, so that
// the text object's end takes it back.
func (c *canvas) stretch(scale int32) {
	if scale == c.scale {
		return
	}
	c.endArray()
	c.scale = scale
	c.buf = appendMilli(c.buf, 100_000+int64(scale))
	c.buf = append(c.buf, " Tz\n"...)
}

// spread puts white after each of the glyphs that follow (ISO 32000-1, 9.3.2), which Tz makes wider too. It holds
// beyond the text object, as the stretch does.
func (c *canvas) spread(apart layout.Length) {
	if apart == c.apart {
		return
	}
	c.endArray()
	c.apart = apart
	c.buf = appendLength(c.buf, apart)
	c.buf = append(c.buf, " Tc\n"...)
}

func (c *canvas) endArray() {
	switch c.array {
	case inString:
		c.buf = append(c.buf, ")]TJ\n"...)
	case inArray:
		c.buf = append(c.buf, "]TJ\n"...)
	}
	c.array = noArray
}

// roundDiv is a/b rounded to the nearest, halves away from zero; b is positive.
func roundDiv(a, b int64) int64 {
	if a < 0 {
		return -((-a + b/2) / b)
	}
	return (a + b/2) / b
}
