package unit

import (
	"slices"

	"rapporteur/sources/pdf/syntax"
)

// Piece is a stretch of PDF with holes: where a patch stands, the linker writes what the symbol means in the report.
type Piece struct {
	Bytes   []byte
	Patches []Patch // in order of At
}

// Patch is a hole: a symbol that stands before the byte At.
type Patch struct {
	At int
	Symbol
}

// Symbol names something that has no number yet. Index is the unit's own.
type Symbol struct {
	Kind  Kind
	Index int
}

// Kind says what a symbol stands for.
type Kind uint8

// The kinds.
const (
	Local          Kind = iota // a reference to an object of the unit
	PageRef                    // a reference to a page of the unit
	PageNode                   // a reference to the node of the page tree that holds the page
	ParentKey                  // the number of an entry of the parent tree
	RoleName                   // the name of a structure type
	ClassName                  // the name of a class of attributes
	IDString                   // the identifier of an element
	LinkRef                    // a reference to a link annotation
	BoxRect                    // the four numbers of a box, in the page's coordinates
	LayerNumber                // a number that no other layer of the report has
	Dress                      // a reference to the stream that sets a page's running head and folio
	Stamp                      // a reference to the form that stamps a page
	Shared                     // a reference to the resource dictionary that the pages of a run share
	FileSpec                   // a reference to the file specification of an attachment
	Associated                 // the page's entry AF, where attachments are associated with it
	FrameBoxes                 // the entries of a page's boxes
	FormName                   // the name of the form's fields taken together, as a string
	FormResource               // the name of a resource of the form
	Said                       // what is said of something in words of the report, as a string
	SaidLang                   // the language of those words, as a string
	HeadingType                // the type of a heading: its level, from 1, below the run's own
	SubstituteFont             // a reference to a font in the place of one that is not embedded
	InkName                    // the name of an ink, which has one meaning in the report
	FontReading                // a reference to a font of an original's unit, in one reading
	tie                        // Local until the unit is swept: a tie (package pdf), which keeps nothing in the report
	kinds
)

// kindNames are as the dump has them.
var kindNames = [kinds]string{"object", "page", "node", "key", "role", "class", "id", "link", "box", "layer", "dress",
	"stamp",
	"resources", "file", "associated", "boxes", "form", "form resource", "said", "language", "heading",
	"substitute", "ink", "font", "tie"}

// String gives the kind's name.
func (k Kind) String() string {
	if k < kinds {
		return kindNames[k]
	}
	return "kind?"
}

// add appends bytes that are the same in every report.
func (p *Piece) add(s string) { p.Bytes = append(p.Bytes, s...) }

func (p *Piece) name(s string) { p.Bytes = syntax.AppendName(p.Bytes, s) }

func (p *Piece) int(n int) { p.Bytes = syntax.AppendInt(p.Bytes, n) }

// tied makes the reference that was written last a tie, unless it is to a page.
func (p *Piece) tied() {
	if last := &p.Patches[len(p.Patches)-1]; last.Kind == Local {
		last.Kind = tie
	}
}

// last is where the last hole is; 0 where there is none.
func (p *Piece) last() int {
	if n := len(p.Patches); n > 0 {
		return p.Patches[n-1].At
	}
	return 0
}

// string writes an entry of a dictionary whose value is a string of bytes.
func (p *Piece) string(key string, value []byte) {
	p.name(key)
	p.Bytes = syntax.AppendString(p.Bytes, value)
}

// hole leaves room for a symbol.
func (p *Piece) hole(kind Kind, index int) {
	p.Patches = append(p.Patches, Patch{len(p.Bytes), Symbol{kind, index}})
}

// key writes a key of a dictionary whose value is a symbol.
func (p *Piece) key(key string, kind Kind, index int) {
	p.name(key)
	p.add(" ")
	p.hole(kind, index)
}

// join appends another piece.
func (p *Piece) join(q Piece) {
	for _, h := range q.Patches {
		p.Patches = append(p.Patches, Patch{len(p.Bytes) + h.At, h.Symbol})
	}
	p.Bytes = append(p.Bytes, q.Bytes...)
}

// taken is a copy of the piece with nothing to spare; the piece itself is emptied for the next.
func (p *Piece) taken() Piece {
	q := Piece{slices.Clone(p.Bytes), slices.Clone(p.Patches)}
	p.Bytes, p.Patches = p.Bytes[:0], p.Patches[:0]
	return q
}

// Empty reports whether there is nothing in the piece.
func (p *Piece) Empty() bool { return len(p.Bytes)+len(p.Patches) == 0 }

// Append writes the piece with its holes filled: fill appends what a symbol stands for.
func (p *Piece) Append(b []byte, fill func(b []byte, s Symbol) []byte) []byte {
	from := 0
	for _, h := range p.Patches {
		b = append(b, p.Bytes[from:h.At]...)
		b = fill(b, h.Symbol)
		from = h.At
	}
	return append(b, p.Bytes[from:]...)
}
