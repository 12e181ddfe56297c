package verify

import (
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/sources/pdf"
)

// interpreter reads the content of our pages: which marks it holds, which glyphs it shows, and, where it is asked to, the words with their places. It
// knows the operators that our pages use; others are passed over. It belongs to one goroutine and is used again for the next page.
type interpreter struct {
	font    func(resources types.Dict, name string) *font
	form    func(resources types.Dict, name string) (form, bool)
	words   bool // all words are wanted, not only those at the page's foot and in forms
	scan    scanner
	state   state
	stack   []state
	text    pdf.Matrix // Tm
	line    pdf.Matrix // Tlm
	marks   []mark
	shown   shown
	pending pending
	depth   int
}

// shown is what a page was found to show.
type shown struct {
	marks  []int32 // MCIDs in order of appearance
	words  []shownWord
	faults []glyphFault
	drawn  bool // something is painted: text, a path or an object
}

// glyphFault is a glyph that cannot be read, or that stands for a missing one.
type glyphFault struct {
	font  *font
	code  uint16
	state glyphState
}

// form is a form XObject.
type form struct {
	content   []byte
	resources types.Dict
	matrix    pdf.Matrix
}

type state struct {
	ctm                        pdf.Matrix
	font                       *font
	size, char, lead, rise, tz float64
}

type mark struct {
	artifact bool
	subtype  string
}

// maxState bounds nested q: content of ours nests twice.
const maxState = 256

// maxForms bounds forms within forms.
const maxForms = 4

// page reads the streams of a page one after the other, as if they were one (ISO 32000-1, 7.8.2).
func (in *interpreter) page(streams [][]byte, resources types.Dict) *shown {
	in.shown = shown{marks: in.shown.marks[:0], words: in.shown.words[:0], faults: in.shown.faults[:0]}
	in.state = state{ctm: pdf.Identity, tz: 1}
	in.stack, in.marks, in.depth = in.stack[:0], in.marks[:0], 0
	for _, s := range streams {
		in.run(s, resources)
	}
	in.flush()
	return &in.shown
}

func (in *interpreter) run(data []byte, resources types.Dict) {
	s := &in.scan
	s.reset(data)
	for op := s.next(); op != nil; op = s.next() {
		in.operator(string(op), s.ops, resources)
	}
}

func (in *interpreter) operator(op string, ops []token, resources types.Dict) {
	st := &in.state
	switch op {
	case "Tj":
		if n := len(ops); n > 0 {
			in.show(ops[n-1].text)
		}
	case "TJ":
		placed := in.placed()
		for i := range ops {
			switch {
			case ops[i].kind == str:
				in.show(ops[i].text)
			case placed && ops[i].kind == number:
				in.text = pdf.Matrix{1, 0, 0, 1, -ops[i].num / 1000 * st.size * st.tz, 0}.Of(in.text)
			}
		}
	case "Tf":
		if n := len(ops); n >= 2 {
			st.size = ops[n-1].num
			st.font = in.font(resources, string(ops[n-2].text))
		}
	case "Td", "TD":
		if v, ok := numbers(ops, 2); ok {
			if op == "TD" {
				st.lead = -v[1]
			}
			in.newLine(v[0], v[1])
		}
	case "T*":
		in.newLine(0, -st.lead)
	case "'", "\"":
		in.newLine(0, -st.lead)
		if n := len(ops); n > 0 {
			in.show(ops[n-1].text)
		}
	case "Tm":
		if v, ok := numbers(ops, 6); ok {
			in.flush()
			in.text = pdf.Matrix(v)
			in.line = in.text
		}
	case "BT":
		in.flush()
		in.text, in.line = pdf.Identity, pdf.Identity
	case "ET":
		in.flush()
	case "Tc", "TL", "Ts", "Tz":
		if v, ok := numbers(ops, 1); ok {
			switch op {
			case "Tc":
				st.char = v[0]
			case "TL":
				st.lead = v[0]
			case "Ts":
				st.rise = v[0]
			case "Tz":
				st.tz = v[0] / 100
			}
		}
	case "q":
		if len(in.stack) < maxState {
			in.stack = append(in.stack, *st)
		}
	case "Q":
		if n := len(in.stack); n > 0 {
			*st, in.stack = in.stack[n-1], in.stack[:n-1]
		}
	case "cm":
		if v, ok := numbers(ops, 6); ok {
			st.ctm = pdf.Matrix(v).Of(st.ctm)
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
		in.shown.drawn = true
		if n := len(ops); n > 0 {
			in.object(string(ops[n-1].text), resources)
		}
	case "f", "F", "f*", "S", "s", "B", "B*", "b", "b*", "sh", "EI":
		in.shown.drawn = true
	}
}

// object reads a form; an image is nothing to read.
func (in *interpreter) object(name string, resources types.Dict) {
	if in.depth >= maxForms || in.form == nil {
		return
	}
	f, ok := in.form(resources, name)
	if !ok {
		return
	}
	saved, text, line, outer, stack := in.state, in.text, in.line, in.scan, in.stack
	in.scan, in.stack = scanner{}, nil
	in.depth++
	in.state.ctm = f.matrix.Of(in.state.ctm)
	marks := len(in.marks)
	in.run(f.content, f.resources)
	in.flush()
	in.depth--
	in.marks = in.marks[:min(marks, len(in.marks))]
	in.state, in.text, in.line, in.scan, in.stack = saved, text, line, outer, stack
}

// begin opens marked content and notes its MCID.
func (in *interpreter) begin(op string, ops []token) {
	var m mark
	if n := len(in.marks); n > 0 {
		m = in.marks[n-1]
	}
	if len(ops) > 0 && string(ops[0].text) == "Artifact" {
		m.artifact = true
	}
	if op == "BDC" {
		for i := 1; i+1 < len(ops); i++ {
			if ops[i].kind != name {
				continue
			}
			if string(ops[i].text) == "Subtype" {
				m.subtype = string(ops[i+1].text)
			}
		}
		in.shown.marks = appendMarks(in.shown.marks, ops)
	}
	if len(in.marks) < maxState {
		in.marks = append(in.marks, m)
	}
}

func (in *interpreter) newLine(x, y float64) {
	in.flush()
	in.line = pdf.Matrix{1, 0, 0, 1, x, y}.Of(in.line)
	in.text = in.line
}

// show shows the codes of a string.
func (in *interpreter) show(b []byte) {
	in.shown.drawn = true
	f := in.state.font
	if f == nil || f.unicode == nil {
		in.fault(f, 0, unmapped)
		return
	}
	placed := in.placed()
	for i := 0; i+1 < len(b); i += 2 {
		c := uint16(b[i])<<8 | uint16(b[i+1])
		if s := f.unicode.states[c]; s != mapped || c == 0 {
			in.fault(f, c, s)
		}
		if placed {
			in.glyph(f, c)
		}
	}
}

// fault notes a glyph once a page.
func (in *interpreter) fault(f *font, c uint16, s glyphState) {
	g := glyphFault{f, c, s}
	for _, o := range in.shown.faults {
		if o == g {
			return
		}
	}
	in.shown.faults = append(in.shown.faults, g)
}
