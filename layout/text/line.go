package text

import "rapporteur/fonts"

// Line is a set line. It keeps words of the cache and the widths between them, about 24 bytes a word; glyphs are made
// when Strips is asked for them. Distances are from the left edge of the measure, to the right.
type Line struct {
	Start           Length  // where it starts to the eye: what hangs out stands before it
	Width           Length  // as set, without what hangs out at its ends
	Ascent, Descent Length  // of its fonts above and below the baseline, both positive
	Notes           []int32 // notes called on it, as in Piece.Note
	Hyphenated      bool    // ends in a hyphen that a break has put there
	Last            bool    // ends the paragraph

	par      *paragraph
	from, to int32 // tokens
	// what stands for the first and the last token where a break divides them; head alone when one token is all
	head, tail *word
	inside     bool   // begins inside a word
	cut        bool   // ends inside a word
	extra      Length // what its spaces give (positive) or take
	flex       Length // the sum of stretch (extra > 0) or shrink (extra < 0) over which extra is spread
	begin      Length // what is left of its start: a bracket's blank, which is squeezed away, or a sign that hangs out
	beyond     Length // what hangs out at the right
	scale      int32  // how much wider its letters are set, in parts of 100,000
	fit        int32  // and how far apart: of the size, in parts of 100,000
}

// Strip is a stretch of a line in one font, size, colour and direction, that belongs to one leaf and link. Glyphs stand
// in logical order. Left to right, the pen starts at X (the strip's left edge), and moves right by a glyph's advance
// after it is painted; right to left, it starts at X (the right edge), and moves left by the advance before the glyph
// is painted. A glyph is painted at the pen plus (DX, Rise+DY).
type Strip struct {
	Font       *fonts.Font
	Size       Length
	Scale      int32  // how much wider than in the font the glyphs are, in parts of 100,000
	Apart      Length // what is put between the glyphs, before they are made wider
	X, Rise    Length
	Leaf       Node
	Link       int32
	Color      Color
	RTL        bool
	Dotted     bool
	Glyphs     []Glyph
	Text       string // only with ActualText: what the glyphs stand for
	ActualText bool   // a left-to-right cluster with more glyphs than characters: its glyphs' texts hold surplus U+200B
}

// Glyph is a glyph as set.
type Glyph struct {
	ID      fonts.GID
	Advance Length // as set: a space with its share of the justification
	DX, DY  Length
	// The characters that it shows: one, except that the last glyph of a cluster has all that remain. None where
	// a cluster has more glyphs than characters; U+00AD for a hyphen at the end of a line.
	Text  string
	Space bool // a word space: nothing is painted
}

// Span is where a stretch of a piece stands on a line. A piece that the order of bidirectional text cuts into several
// stretches has as many spans.
type Span struct {
	Leaf   Node
	Link   int32
	Anchor string // only on the span where the piece starts
	X0, X1 Length
}
