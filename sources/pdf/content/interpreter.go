// Package content says what a page shows: from the decoded content of a page and its resources into its marked
// content, its words with their Unicode and place, and the boxes of what is painted (ISO 32000-1, 7.8 to 9 and 14.6).
//
// Verifying a report, finding free bands on a page, taking its text out, comparing pages: all ask here. It makes no
// pixels, and it judges nothing. What a page's content leaves open is not its task either: making units asks that of
// every page received, needs neither fonts nor forms for it, and has it from sources/pdf.
package content

import (
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/sources/pdf"
	"rapporteur/sources/pdf/lex"
)

// Interpreter reads the content of pages, one after the other, with the same memory. It knows the operators that change
// coordinates, text, paths and marks; others are passed over. It belongs to one goroutine.
type Interpreter struct {
	Words   bool // all words are wanted, not only those at the page's foot and in forms
	Boxes   bool // the boxes of what is painted are wanted
	Letters bool // the letters in the page's own marks are wanted
	Guess   bool // letters that their font does not explain may be guessed
	// MarksOnly says that nothing but the page's marks is wanted: its text, paths and forms are passed over, and no
	// font is read for them.
	MarksOnly bool
	// Within, where it is not empty, says that nothing is wanted but the boxes that meet it, finer ones: of a path each
	// of its parts, of a line of text as much as one operator shows.
	Within pdf.Rect
	// Each, where it is not nil, is shown every word as it is found, and Shown has none.
	Each func(*Word)

	doc    *pdf.Document
	fonts  *Fonts
	decode func(out []byte, n int) ([]byte, error)

	scope
	depth   int              // forms around
	objects map[int]*xobject // by object number
	held    int              // bytes of their content
	direct  map[fontName]*Font
	left    int // of the page's budget
	shown   Shown
	told    map[Fault]bool
	word    pending
	scratch []byte
}

// scope is what the content of a page or of a form has of its own: a form leaves that of the content around it as it
// was (ISO 32000-1, 8.10.1).
type scope struct {
	resources types.Dict
	owner     int // object number of the form whose resources they are; 0 the page
	ops       lex.Operators
	state     state
	states    nest[state]
	text      pdf.Matrix // Tm
	line      pdf.Matrix // Tlm
	path      path
	trace     trace
	names     names
	mark      Mark // the innermost
	marks     nest[Mark]
}

// Shown is what a page was found to show. It is valid until the next page is read.
type Shown struct {
	Marks   []int32 // marked-content identifiers of its own content, in order, without those in forms
	Words   []Word  // in the order of the content
	Letters Letters // of the marks
	Boxes   []Box   // of what is painted, in order
	Faults  []Fault // each once
}

// Fault is a glyph that cannot be read, or that stands for a missing one, or, by its State TooMuch, that the page holds
// more than is read. Font is nil where none is set.
type Fault struct {
	Font  *Font
	Code  uint16
	State GlyphState
}

// Mark is marked content: whether it is an artifact, and of which subtype, and the identifier of the innermost content
// around it that has one, from 1; 0 none.
type Mark struct {
	ID       int32
	Artifact bool
	Subtype  string
}

type state struct {
	ctm                        pdf.Matrix
	clip                       pdf.Rect // what is painted outside is not seen
	width                      float64  // of lines
	font                       *Font
	fontAt                     int  // number of a font that is read when it is needed
	down                       bool // whose lines run down the page
	fill, stroke               paint
	size, char, lead, rise, tz float64
	space                      float64 // word spacing
	hidden                     bool    // text is not painted (ISO 32000-1, 9.3.6: modes 3 and 7)
}

// New makes an interpreter of pages of doc. decode appends the decoded bytes of the stream with a number to out; nil
// takes the document's own streams.
func New(doc *pdf.Document, fonts *Fonts, decode func(out []byte, n int) ([]byte, error)) *Interpreter {
	if decode == nil {
		decode = func(out []byte, n int) ([]byte, error) {
			s, ok := doc.Stream(types.IndirectRef{ObjectNumber: types.Integer(n)})
			if !ok {
				return out, nil
			}
			b, err := doc.Decode(*s, maxContent)
			return append(out, b...), err
		}
	}
	return &Interpreter{doc: doc, fonts: fonts, decode: decode, objects: map[int]*xobject{},
		direct: map[fontName]*Font{}, told: map[Fault]bool{}}
}

// Page reads the decoded content of a page. Several streams are one content, parted by blanks: operands may stand in
// one and their operator in the next (ISO 32000-1, 7.8.2).
func (in *Interpreter) Page(content []byte, resources types.Dict) *Shown {
	in.Begin(resources)
	in.run(content)
	return &in.shown
}

// Begin begins a page whose operators are shown to See one by one, by whoever reads its content anyway.
func (in *Interpreter) Begin(resources types.Dict) {
	old := &in.shown
	in.shown = Shown{Marks: old.Marks[:0], Words: old.Words[:0], Boxes: old.Boxes[:0], Faults: old.Faults[:0],
		Letters: Letters{old.Letters.letters[:0], old.Letters.begin[:0]}}
	in.scope = scope{resources: resources, ops: in.ops, states: in.states.empty(), marks: in.marks.empty(),
		state: state{ctm: pdf.Identity, clip: everything, width: 1, tz: 1}, text: pdf.Identity, line: pdf.Identity}
	in.depth, in.left = 0, maxWork
	if !in.narrow() || in.held > maxForms<<20 { // else a letterhead is decoded once for all pages
		clear(in.objects)
		in.held = 0
	}
	clear(in.direct)
	clear(in.told)
}

// See reads an operator of the page's content, as pdf.See.
func (in *Interpreter) See(op []byte, operands []lex.Token) {
	if in.left >= 0 {
		in.operator(string(op), operands)
	}
}

// End is what the page was found to show.
func (in *Interpreter) End() *Shown {
	in.flush()
	return &in.shown
}

// Show reads a page of a document in memory, for whoever has no streams of it in hand: who looks for free bands on an
// original's page, takes its text out or compares pages. The error is that of a stream that cannot be decoded to its
// end; what there is of it is read.
func (in *Interpreter) Show(p pdf.Page) (*Shown, error) {
	data, err := in.doc.PageContent(p, maxContent)
	return in.Page(data, in.doc.Dict(p.Dict["Resources"])), err
}

// run reads the content of the scope.
func (in *Interpreter) run(data []byte) {
	in.spend(len(data))
	in.ops.Reset(data)
	for in.left >= 0 {
		op := in.ops.Next()
		if op == nil {
			break
		}
		in.operator(string(op), in.ops.Operands)
	}
	in.flush()
}

// spend takes from the page's budget. When nothing is left, that is told, and reading ends.
func (in *Interpreter) spend(cost int) {
	if in.left -= cost; in.left < 0 {
		in.fault(nil, 0, TooMuch)
	}
}

// bytes is what a name or a string stands for; valid until it is asked again.
func (in *Interpreter) bytes(t *lex.Token) []byte {
	if t.Kind != lex.Hex && !t.Escaped {
		return t.Text
	}
	in.scratch = t.Append(in.scratch[:0])
	return in.scratch
}

func (in *Interpreter) operator(op string, ops []lex.Token) {
	st := &in.state
	if in.MarksOnly && op != "BMC" && op != "BDC" && op != "EMC" {
		return
	}
	switch op {
	case "q":
		in.states.push(*st)
	case "Q":
		in.states.pop(st)
	case "cm":
		if m, ok := pdf.MatrixOf(ops); ok {
			st.ctm = m.Of(st.ctm)
		}
	case "BMC", "BDC":
		if in.narrow() {
			return
		}
		in.flush()
		in.begin(op, ops)
	case "EMC":
		if in.narrow() {
			return
		}
		in.flush()
		in.marks.pop(&in.mark)
	case "Do":
		if n := len(ops); n > 0 {
			in.object(string(in.bytes(&ops[n-1])))
		}
	case "EI":
		in.unitSquare(Image)
	case "sh":
		in.box(everything, Path, false)
	default:
		if !in.textOperator(op, ops) && !in.colourOperator(op, ops) {
			in.pathOperator(op, ops)
		}
	}
}

// numbers are the last n operands.
func numbers(ops []lex.Token, n int) (v [6]float64, ok bool) {
	if len(ops) < n {
		return v, false
	}
	for i, t := range ops[len(ops)-n:] {
		if t.Kind != lex.Integer && t.Kind != lex.Real {
			return v, false
		}
		v[i] = t.Number
	}
	return v, true
}

// begin opens marked content and notes its identifier. Those of a form's content are the form's (ISO 32000-1,
// 14.7.4.2).
func (in *Interpreter) begin(op string, ops []lex.Token) {
	in.marks.push(in.mark)
	if len(ops) > 0 && string(ops[0].Text) == "Artifact" {
		in.mark.Artifact = true
	}
	if op != "BDC" {
		return
	}
	for i := 1; i+1 < len(ops); i++ {
		if ops[i].Kind == lex.Name && string(ops[i].Text) == "Subtype" {
			in.mark.Subtype = string(in.bytes(&ops[i+1]))
		}
	}
	if in.depth > 0 {
		return
	}
	if id, ok := pdf.MarkID(ops, in.property); ok {
		in.shown.Marks = append(in.shown.Marks, int32(id))
		if in.Letters {
			in.shown.Letters.next()
		}
		in.mark.ID = int32(id) + 1
	}
}

// property is a property list that the resources name.
func (in *Interpreter) property(name string) types.Dict {
	return in.doc.Dict(in.doc.Dict(in.resources["Properties"])[name])
}
