package paint

import (
	"strconv"

	"rapporteur/layout"
)

// canvas writes the operators of one page's body. Text stays in one text object as long as nothing else is drawn;
// marked content is opened and closed inside it. It remembers what the graphics state holds and sets it only where it
// changes.
type canvas struct {
	uses    *uses
	tree    *layout.Tree
	buf     []byte
	err     error
	marks   []layout.Node // leaves by MCID
	texts   []TextSum     // of what stands in each
	letters []byte        // of the last of them, while it is open

	height   layout.Length // of the page when places are the page's, 0 when they are the frame's
	artifact string        // subtype of pagination artifacts, "" for others
	plain    bool          // no marks: whoever uses the stream marks it

	inText bool
	open   openMark
	leaf   layout.Node // when open is leafMark

	// The state of the text object. Lengths are exact: Td moves by the difference of what was written.
	positioned   bool          // a Td stands in this text object
	lineX, lineY layout.Length // origin of the line matrix
	pen          int64         // where the next glyph lands, from x 0, in hundred-thousandths of a Length
	name         string        // font resource
	size         layout.Length
	rise         layout.Length
	scale        int32         // of glyphs, in parts of 100,000 beyond their width
	apart        layout.Length // between glyphs
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
	c.passage()
}

// anchors adds those of a page's anchors that have k marks before them and are not yet among the list.
func (c *canvas) anchors(list []Anchor, all []layout.Anchor, k int) []Anchor {
	for len(list) < len(all) && all[len(list)].Before <= k {
		list = append(list, Anchor{all[len(list)], len(c.marks)})
	}
	return list
}

func (c *canvas) beginText() {
	if !c.inText {
		c.buf = append(c.buf, "BT\n"...)
		c.inText = true
		c.lineX, c.lineY, c.positioned = 0, 0, false
	}
}

func (c *canvas) endText() {
	c.endArray()
	if c.inText {
		c.stretch(0)
		c.spread(0)
		c.buf = append(c.buf, "ET\n"...)
		c.inText = false
	}
}

// mark opens the marked content of a leaf, unless it is open; no leaf is an artifact. A mark opened outside a text
// object must not be closed inside one (ISO 32000-1, 14.6.1), so that where text ends, so does its mark.
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
	c.passage()
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
