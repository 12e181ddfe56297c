package text

import (
	"rapporteur/fonts"
	"rapporteur/layout/lang"
)

// Length is a distance in thousandths of a point. Lengths are integers, so that the same input gives the same lines on
// every machine.
type Length int

// Pt is one point.
const Pt Length = 1000

// Color is 0xRRGGBB, in sRGB; the zero value is black.
type Color uint32

// Origin names the place in the sources that something comes from. It is opaque here: whoever made it can turn it back
// into a file and a line.
type Origin int32

// Node is an index into the structure tree of a run (layout.Tree); text only carries it. 0 is not a node.
type Node int32

// Style is everything that the shaping of a character depends on. It is comparable: equal styles share the word cache.
type Style struct {
	Face      fonts.Face
	Size      Length
	Lang      *lang.Language
	SmallCaps bool
	Tabular   bool // figures of one width (tables, contents); otherwise proportional ones
	Superior  bool // note marks and ordinals
	Inferior  bool // figures of formulas
	Dotted    bool // a dot of emphasis stands by each character; only carried
	Color     Color
}

// small reports whether what is set so is smaller than the text and stands above or below it.
func (s Style) small() bool { return s.Superior || s.Inferior }

// Align says what becomes of the space that a line leaves. Start and End follow the paragraph's direction.
type Align int

// The alignments.
const (
	Justify Align = iota
	Start
	End
	Center
	Balanced // as Start, in lines as long as each other: for titles
)

// Piece is a stretch of a paragraph in one style, with the tags that it carries through line breaking.
type Piece struct {
	Text  string
	Style Style
	Leaf  Node  // the content leaf that its glyphs belong to
	Link  int32 // index into the run's links plus one; 0: none
	// index into the run's notes plus one: its mark is this piece; 0: none. No break between the mark and what stands
	// before it
	Note   int32
	Anchor string // an id whose place is the start of this piece
	Break  bool   // a forced line break after it
	Whole  bool   // its words are not divided
	Box    Length // the piece is no words, but room of this width for something else; Text is one U+FFFC
	Origin Origin
}

// Paragraph is what one call sets: pieces in logical order and the space they are set in.
type Paragraph struct {
	Pieces    []Piece
	Lang      *lang.Language // gives the direction
	Align     Align
	Measure   Length // width of every line
	First     Length // indent of the first line, at the start side; may be negative
	Hyphenate bool
}

// RTL reports whether the paragraph runs from right to left.
func (p *Paragraph) RTL() bool { return p.Lang.RTL() }

// Complaint is what a paragraph could not be set with; the caller turns it into a diagnostic.
type Complaint struct {
	Code   string // "overfull-line", or what a character lacks
	Origin Origin
	Offset int // characters from the piece's start
	Rune   rune
	Args   map[string]string
}
