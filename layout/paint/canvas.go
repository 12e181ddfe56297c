package paint

import (
	"strconv"

	"rapporteur/layout"
	"rapporteur/layout/text"
)

// canvas writes the operators of one page's body. Text stays in one text object as long as nothing else is drawn; marked content is opened and
// closed inside it. It remembers what the graphics state holds and sets it only where it changes.
type canvas struct {
	uses  *uses
	tree  *layout.Tree
	buf   []byte
	err   error
	marks []layout.Node // leaves by MCID

	height   layout.Length // of the page when places are the page's, 0 when they are the frame's
	artifact string        // subtype of pagination artifacts, "" for others
	plain    bool          // no marks: whoever uses the stream marks it

	inText bool
	open   openMark
	leaf   layout.Node // when open is leafMark

	// The state of the text object. Lengths are exact: Td moves by the difference of what was written.
	placed       bool          // a Td stands in this text object
	lineX, lineY layout.Length // origin of the line matrix
	pen          int64         // where the next glyph lands, from x 0, in hundred-thousandths of a Length
	name         string        // font resource
	size         layout.Length
	rise         layout.Length
	color        layout.Color
	array        arrayState
}

type openMark int

const (
	noMark openMark = iota
	leafMark
	artifactMark
)

// arrayState is how far the operand of a TJ is written.
type arrayState int

const (
	noArray  arrayState = iota
	inArray             // "[" is written
	inString            // "[(" is written
)

// unit is how many of pen's units a Length holds.
const unit = 100_000

func (c *canvas) reset() {
	*c = canvas{uses: c.uses, tree: c.tree, buf: c.buf[:0]}
}

// take hands over what is written so far; it is valid until more is written.
func (c *canvas) take() []byte {
	b := c.buf
	c.buf = c.buf[:0]
	return b
}

// close ends marks and text object at the page's end.
func (c *canvas) close() {
	c.unmark()
	c.endText()
}

func (c *canvas) beginText() {
	if !c.inText {
		c.buf = append(c.buf, "BT\n"...)
		c.inText = true
		c.lineX, c.lineY, c.placed = 0, 0, false
	}
}

func (c *canvas) endText() {
	c.endArray()
	if c.inText {
		c.buf = append(c.buf, "ET\n"...)
		c.inText = false
	}
}

// mark opens the marked content of a leaf, unless it is open; no leaf is an artifact. A mark opened outside a text object must not be closed
// inside one (ISO 32000-1, 14.6.1), so that where text ends, so does its mark.
func (c *canvas) mark(leaf layout.Node) {
	if leaf == 0 && c.open == artifactMark || leaf != 0 && c.open == leafMark && c.leaf == leaf {
		return
	}
	c.unmark()
	if c.plain {
		return
	}
	if leaf == 0 {
		if c.artifact != "" {
			c.buf = append(c.buf, "/Artifact<</Type/Pagination/Subtype/"...)
			c.buf = append(c.buf, c.artifact...)
			c.buf = append(c.buf, ">>BDC\n"...)
		} else {
			c.buf = append(c.buf, "/Artifact BMC\n"...)
		}
		c.open = artifactMark
		return
	}
	if int(leaf) >= len(c.tree.Nodes) || leaf < 0 {
		c.fail(errLeaf)
		return
	}
	tag := c.tree.Nodes[c.tree.Nodes[leaf].Parent].Tag
	if tag == "" {
		tag = "Span"
	}
	c.buf = append(c.buf, '/')
	c.buf = append(c.buf, tag...)
	c.buf = append(c.buf, "<</MCID "...)
	c.buf = strconv.AppendInt(c.buf, int64(len(c.marks)), 10)
	c.buf = append(c.buf, ">>BDC\n"...)
	c.marks = append(c.marks, leaf)
	c.open, c.leaf = leafMark, leaf
}

func (c *canvas) unmark() {
	c.endArray()
	if c.open != noMark {
		c.buf = append(c.buf, "EMC\n"...)
		c.open = noMark
	}
}

func (c *canvas) fail(err error) {
	if c.err == nil {
		c.err = err
	}
}

// fill sets the colour of text and rules.
func (c *canvas) fill(col layout.Color) {
	if col != c.color {
		c.endArray()
		c.buf = appendColor(c.buf, col)
		c.color = col
	}
}

// rule fills a rectangle, as an artifact.
func (c *canvas) rule(m *layout.RuleMark) {
	c.unmark()
	c.endText()
	c.mark(0)
	c.fill(m.Color)
	for i, l := range [4]layout.Length{m.X, c.height - m.Y - m.Height, m.Width, m.Height} {
		if i > 0 {
			c.buf = append(c.buf, ' ')
		}
		c.buf = appendLength(c.buf, l)
	}
	c.buf = append(c.buf, " re f\n"...)
	c.unmark()
}

// line paints a line of text, strip by strip in logical order.
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
	}
}

// farGap is the gap, in sizes, from which a new place is given instead of a move within a TJ: columns and cells, not words.
const farGap = 3

// strip paints glyphs of one font and size. x is the left edge of the line's measure, y its baseline, upwards.
func (c *canvas) strip(x, y layout.Length, s *text.Strip) {
	c.fill(s.Color)
	at := x + s.X
	first := at
	if s.RTL {
		first -= s.Glyphs[0].Advance
	}
	if gap := first - layout.Length(c.pen/unit); !c.placed || y != c.lineY || gap > farGap*s.Size || -gap > farGap*s.Size {
		c.endArray()
		c.buf = appendLength(c.buf, first-c.lineX)
		c.buf = append(c.buf, ' ')
		c.buf = appendLength(c.buf, y-c.lineY)
		c.buf = append(c.buf, " Td\n"...)
		c.lineX, c.lineY, c.placed = first, y, true
		c.pen = int64(first) * unit
	}
	if s.ActualText {
		c.endArray()
		c.buf = append(c.buf, "/Span<</ActualText"...)
		c.buf = appendHexText(c.buf, s.Text)
		c.buf = append(c.buf, ">>BDC\n"...)
	}
	fu := c.uses.font(s.Font)
	for i := range s.Glyphs {
		g := &s.Glyphs[i]
		if s.RTL {
			at -= g.Advance
		}
		c.glyph(fu, s, g, at+g.DX)
		if !s.RTL {
			at += g.Advance
		}
	}
	if s.ActualText {
		c.endArray()
		c.buf = append(c.buf, "EMC\n"...)
	}
}

// glyph shows one glyph at x. The distance from where the pen stands is written in whole thousandths of the size, and what is lost by rounding is
// carried on, for the pen's place is kept exactly.
func (c *canvas) glyph(fu *fontUses, s *text.Strip, g *text.Glyph, x layout.Length) {
	if g.ID == 0 {
		if !g.Space { // a space that the font has no glyph for is a move
			c.fail(errNotdef)
		}
		return
	}
	txt := g.Text
	if txt == "" {
		txt = "\u200b" // a glyph more than its cluster has characters
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
	if rise := s.Rise + g.DY; rise != c.rise {
		c.endArray()
		c.rise = rise
		c.buf = appendLength(c.buf, rise)
		c.buf = append(c.buf, " Ts\n"...)
	}
	mille := int64(s.Size) * (unit / 1000) // a thousandth of the size
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
	c.pen += int64(width) * int64(s.Size)
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
