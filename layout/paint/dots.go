package paint

import (
	"unicode"

	"rapporteur/layout"
	"rapporteur/layout/text"
)

// Dots of emphasis stand below the characters of Chinese, one each and none below punctuation (CLREQ, 3.2.2), nor below
// letters of other scripts, which are italic:
// thousandths of the size from the base of the line to a dot's middle, and its radius.
const (
	dotDrop   = 330
	dotRadius = 55
)

// dots draws the dots of a strip whose measure begins at x, on the base line y: shapes, as artifacts.
func (c *canvas) dots(x, y layout.Length, s *text.Strip) {
	at, open := x+s.X, false
	for i := range s.Glyphs {
		g := &s.Glyphs[i]
		middle := at + g.Advance/2
		at += g.Advance
		for _, r := range g.Text {
			if unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Bopomofo, unicode.Nd) {
				if !open {
					c.unmark()
					c.endText()
					c.mark(0)
					c.fill(s.Color)
					open = true
				}
				c.dot(middle, y-s.Size*dotDrop/1000, s.Size*dotRadius/1000)
			}
			break
		}
	}
	if open {
		c.buf = append(c.buf, "f\n"...)
		c.unmark()
	}
}

// dot adds a circle to the path: four curves, whose points beside them are where they come nearest to it.
func (c *canvas) dot(x, y, r layout.Length) {
	k := r * 5523 / 10000
	points := func(list ...layout.Length) {
		for _, l := range list {
			c.buf = appendLength(c.buf, l)
			c.buf = append(c.buf, ' ')
		}
	}
	points(x+r, y)
	c.buf = append(c.buf, "m\n"...)
	for _, q := range [4][6]layout.Length{
		{x + r, y + k, x + k, y + r, x, y + r}, {x - k, y + r, x - r, y + k, x - r, y},
		{x - r, y - k, x - k, y - r, x, y - r}, {x + k, y - r, x + r, y - k, x + r, y},
	} {
		points(q[:]...)
		c.buf = append(c.buf, "c\n"...)
	}
}
