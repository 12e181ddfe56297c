package office

import "strings"

// Document is the text of a file: what stands in it, in order.
type Document struct {
	Blocks []Block
	Notes  [][]Block // footnotes and endnotes; runs of the kind Note name them by their index
}

// Block is a paragraph or a table.
type Block struct {
	Para  *Para
	Table *Table
}

// Part is what a paragraph is.
type Part int

// The parts.
const (
	Body Part = iota
	Heading
	Title // of the whole text, or what stands under it
	Quotation
	Caption
	Code
	Rule
)

// Para is a paragraph.
type Para struct {
	At        Place
	Part      Part
	Level     int    // of a heading, from 1
	Item      *Item  // nil outside lists
	Indent    int    // from the start side, twentieths of a point
	Align     string // left, center, right as it looks; "" for the usual
	Leftward  bool   // it runs from right to left, whatever its words
	Runs      []Run
	Bookmarks []string // names that links in the text lead to
	Own       int      // of a caption: how many runs at its beginning say its number
}

// settle makes a paragraph that only holds a picture an ordinary one, though its style be that of captions.
func (p *Para) settle() {
	if p.Part != Caption {
		return
	}
	pictures := 0
	for _, r := range p.Runs {
		switch {
		case r.Kind == Picture:
			pictures++
		case r.Kind != Break && strings.TrimSpace(r.Text) != "":
			return
		}
	}
	if pictures > 0 {
		p.Part = Body
	}
}

// Place names a paragraph: its number in the text, from 1, and its first words.
type Place struct {
	Number int
	Near   string
}

// Item says where a paragraph stands in a list.
type Item struct {
	List   string // paragraphs with the same are in one list
	Level  int    // from 0
	Label  string // as printed; "" for a bullet
	Number int    // its number in the list; 0 for a bullet
	Format string // how its number is written, as ECMA-376 names it: decimal, lowerLetter, upperRoman, bullet …
}

// RunKind says what a run is.
type RunKind int

// The kinds of runs. Text fills Text; Mark fills Note; Picture fills Image.
const (
	Text RunKind = iota
	Break
	Mark
	Picture
)

// Look is how a run stands out.
type Look uint8

// The looks.
const (
	Bold Look = 1 << iota
	Italic
	SmallCaps
	Superscript
	Subscript
	Typewriter
)

// Run is a stretch of a paragraph in one look.
type Run struct {
	Kind  RunKind
	Text  string
	Look  Look
	Lang  string // a language tag; "" where the file says nothing that matters
	Link  string // a web address, or # and a bookmark
	Note  int    // index into Document.Notes
	Image *Image
}

// Image is a picture in the file.
type Image struct {
	Part string // its name in the archive
	Alt  string
}

// Table is a table; every row has Columns columns, spans counted.
type Table struct {
	At      Place
	Columns int
	Heads   int // rows at the top that are its head
	Rows    [][]Cell
}

// Cell is a cell of a table.
type Cell struct {
	Span   int // columns
	Blocks []Block
	Below  bool // it belongs to the one above it
}
