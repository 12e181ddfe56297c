// Package content says what a page shows: from the decoded content of a page and its resources into its marked
// content, its words with their Unicode and place, and the boxes of what is painted (ISO 32000-1, 7.8 to 9 and 14.6).
//
// Verifying a report, finding free bands on a page, taking its text out, comparing pages: all ask here. It makes no
// pixels, and it judges nothing.
package content

import (
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/sources/pdf"
	"rapporteur/sources/pdf/lex"
)

// Interpreter reads the content of pages, one after the other, with the same memory. It knows the operators that change
// coordinates, text, paths and marks; others are passed over. It belongs to one goroutine.
type Interpreter struct {
	Words bool // all words are wanted, not only those at the page's foot and in forms
	Boxes bool // the boxes of what is painted are wanted

	doc     *pdf.Document
	fonts   *Fonts
	decode  func(out []byte, n int) ([]byte, error)
	ops     lex.Operators
	state   state
	stack   []state
	text    pdf.Matrix // Tm
	line    pdf.Matrix // Tlm
	path    path
	marks   []Mark
	shown   Shown
	word    pending
	scratch []byte
	depth   int
}

// Shown is what a page was found to show. It is valid until the next page is read.
type Shown struct {
	Marks  []int32 // marked-content identifiers of its content, in order; not those that resources give
	Words  []Word  // in the order of the content
	Boxes  []Box   // of what is painted, in order
	Faults []Fault // each once
}

// Fault is a glyph that cannot be read, or that stands for a missing one. Font is nil where none is set.
type Fault struct {
	Font  *Font
	Code  uint16
	State GlyphState
}

// Mark is marked content: whether it is an artifact, and of which subtype.
type Mark struct {
	Artifact bool
	Subtype  string
}

// form is a form XObject.
type form struct {
	content   []byte
	resources types.Dict
	matrix    pdf.Matrix
}

type state struct {
	ctm                        pdf.Matrix
	clip                       pdf.Rect // what is painted outside is not seen
	width                      float64  // of lines
	font                       *Font
	size, char, lead, rise, tz float64
	space                      float64 // word spacing
}

const (
	// maxState bounds nested q: 28 is what ISO 32000-1, annex C, asks of a reader.
	maxState = 256
	// maxForms bounds forms within forms.
	maxForms = 4
	// maxContent bounds the decoded content of a page or a form; a map as vector graphics has some millions of bytes.
	maxContent = 64 << 20
)

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
	return &Interpreter{doc: doc, fonts: fonts, decode: decode}
}

// Page reads the decoded streams of a page one after the other, as if they were one (ISO 32000-1, 7.8.2).
func (in *Interpreter) Page(streams [][]byte, resources types.Dict) *Shown {
	old := &in.shown
	in.shown = Shown{Marks: old.Marks[:0], Words: old.Words[:0], Boxes: old.Boxes[:0], Faults: old.Faults[:0]}
	in.state = state{ctm: pdf.Identity, clip: everything, width: 1, tz: 1}
	in.stack, in.marks, in.depth = in.stack[:0], in.marks[:0], 0
	in.path.clear()
	for _, s := range streams {
		in.run(s, resources)
	}
	in.flush()
	return &in.shown
}

// Show reads a page of a document in memory. The error is that of a stream that cannot be decoded to its end; what
// there is of it is read.
func (in *Interpreter) Show(p pdf.Page) (*Shown, error) {
	data, err := in.doc.PageContent(p, maxContent)
	return in.Page([][]byte{data}, in.doc.Dict(p.Dict["Resources"])), err
}

func (in *Interpreter) run(data []byte, resources types.Dict) {
	in.ops.Reset(data)
	for op := in.ops.Next(); op != nil; op = in.ops.Next() {
		in.operator(string(op), in.ops.Operands, resources)
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

func (in *Interpreter) operator(op string, ops []lex.Token, resources types.Dict) {
	st := &in.state
	switch op {
	case "q":
		if len(in.stack) < maxState {
			in.stack = append(in.stack, *st)
		}
	case "Q":
		if n := len(in.stack); n > 0 {
			*st, in.stack = in.stack[n-1], in.stack[:n-1]
		}
	case "cm":
		if m, ok := pdf.MatrixOf(ops); ok {
			st.ctm = m.Of(st.ctm)
		}
	case "BMC", "BDC":
		in.flush()
		in.begin(op, ops)
	case "EMC":
		in.flush()
		if n := len(in.marks); n > 0 {
			in.marks = in.marks[:n-1]
		}
	case "Do":
		if n := len(ops); n > 0 {
			in.object(string(in.bytes(&ops[n-1])), resources)
		}
	case "EI":
		in.unitSquare(Image)
	case "sh":
		in.box(everything, Path)
	default:
		if !in.textOperator(op, ops, resources) {
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

// object reads a form, or notes where an image is painted.
func (in *Interpreter) object(name string, resources types.Dict) {
	n := pdf.RefNumber(in.doc.Dict(resources["XObject"])[name])
	s, ok := in.doc.Object(n).(types.StreamDict)
	if !ok {
		return
	}
	if in.doc.Name(s.Dict["Subtype"]) != "Form" {
		in.unitSquare(Image)
		return
	}
	if in.depth >= maxForms {
		return
	}
	f, ok := in.form(n, s, resources)
	if !ok {
		return
	}
	saved, text, line, outer, stack, scratch := in.state, in.text, in.line, in.ops, in.stack, in.path
	in.ops, in.stack, in.path = lex.Operators{}, nil, path{}
	in.depth++
	in.state.ctm = f.matrix.Of(in.state.ctm)
	if r, ok := in.doc.Rect(s.Dict["BBox"]); ok {
		in.state.clip = meet(in.state.clip, bounds(r, in.state.ctm))
	}
	marks := len(in.marks)
	in.run(f.content, f.resources)
	in.flush()
	in.depth--
	in.marks = in.marks[:min(marks, len(in.marks))]
	in.state, in.text, in.line, in.ops, in.stack, in.path = saved, text, line, outer, stack, scratch
}

func (in *Interpreter) form(n int, s types.StreamDict, resources types.Dict) (form, bool) {
	f := form{resources: in.doc.Dict(s.Dict["Resources"]), matrix: pdf.Identity}
	if f.resources == nil {
		f.resources = resources
	}
	if a := in.doc.Array(s.Dict["Matrix"]); len(a) == 6 {
		for i := range f.matrix {
			f.matrix[i], _ = in.doc.Number(a[i])
		}
	}
	var err error
	f.content, err = in.decode(nil, n)
	return f, err == nil
}

// begin opens marked content and notes its identifier.
func (in *Interpreter) begin(op string, ops []lex.Token) {
	var m Mark
	if n := len(in.marks); n > 0 {
		m = in.marks[n-1]
	}
	if len(ops) > 0 && string(ops[0].Text) == "Artifact" {
		m.Artifact = true
	}
	if op == "BDC" {
		for i := 1; i+1 < len(ops); i++ {
			if ops[i].Kind == lex.Name && string(ops[i].Text) == "Subtype" {
				m.Subtype = string(in.bytes(&ops[i+1]))
			}
		}
		if id, ok := pdf.MarkID(ops, nil); ok {
			in.shown.Marks = append(in.shown.Marks, int32(id))
		}
	}
	if len(in.marks) < maxState {
		in.marks = append(in.marks, m)
	}
}
