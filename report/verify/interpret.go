package verify

import (
	"strings"
	"unicode"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// interpreter reads the content of our pages: which marks it holds, which glyphs it shows, and, where it is asked to, the words with their places. It
// knows the operators that our pages use; others are passed over. It belongs to one goroutine and is used again for the next page.
type interpreter struct {
	font    func(resources types.Dict, name string) *font
	form    func(resources types.Dict, name string) (form, bool)
	words   bool // all words are wanted, not only those of pagination artifacts and forms
	scan    scanner
	state   state
	stack   []state
	text    matrix // Tm
	line    matrix // Tlm
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

// shownWord is a run of glyphs without a space or a gap in it, in the order of the content, in page coordinates.
type shownWord struct {
	text     string
	x0, x1   float64
	y        float64
	artifact bool
	subtype  string // of a pagination artifact: Header, Footer …
}

// form is a form XObject.
type form struct {
	content   []byte
	resources types.Dict
	matrix    matrix
}

type matrix [6]float64

var identity = matrix{1, 0, 0, 1, 0, 0}

// of is m applied before n.
func (m matrix) of(n matrix) matrix {
	return matrix{
		m[0]*n[0] + m[1]*n[2], m[0]*n[1] + m[1]*n[3],
		m[2]*n[0] + m[3]*n[2], m[2]*n[1] + m[3]*n[3],
		m[4]*n[0] + m[5]*n[2] + n[4], m[4]*n[1] + m[5]*n[3] + n[5],
	}
}

type state struct {
	ctm                        matrix
	font                       *font
	size, char, lead, rise, tz float64
}

type mark struct {
	artifact bool
	subtype  string
}

// pending is the word that is being gathered.
type pending struct {
	text   strings.Builder
	open   bool
	x0, x1 float64
	y      float64
	last   [2]float64 // left and right edge of its last glyph
}

// maxState bounds nested q: content of ours nests twice.
const maxState = 256

// maxForms bounds forms within forms.
const maxForms = 4

// page reads the streams of a page one after the other, as if they were one (ISO 32000-1, 7.8.2).
func (in *interpreter) page(streams [][]byte, resources types.Dict) *shown {
	in.shown = shown{marks: in.shown.marks[:0], words: in.shown.words[:0], faults: in.shown.faults[:0]}
	in.state = state{ctm: identity, tz: 1}
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
				in.text = matrix{1, 0, 0, 1, -ops[i].num / 1000 * st.size * st.tz, 0}.of(in.text)
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
			in.text = matrix(v)
			in.line = in.text
		}
	case "BT":
		in.flush()
		in.text, in.line = identity, identity
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
			st.ctm = matrix(v).of(st.ctm)
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
	in.state.ctm = f.matrix.of(in.state.ctm)
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
	in.line = matrix{1, 0, 0, 1, x, y}.of(in.line)
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

// placed tells whether the places of glyphs matter here.
func (in *interpreter) placed() bool {
	n := len(in.marks)
	return in.words || in.depth > 0 || n > 0 && in.marks[n-1].subtype != ""
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

// wordGap is the gap, in ems, that parts words: less than a word space, more than a kern.
const wordGap = 0.16

// glyph moves on by a glyph and adds its text to the word.
func (in *interpreter) glyph(f *font, c uint16) {
	st := &in.state
	w := f.width(c)/1000*st.size + st.char
	m := matrix{st.tz, 0, 0, 1, 0, st.rise}.of(in.text).of(st.ctm)
	x, y := m[4], m[5]
	right := x + w*m[0]
	in.text[4] += w * st.tz * in.text[0]
	in.text[5] += w * st.tz * in.text[1]
	p := &in.pending
	text := f.unicode.texts[c]
	if p.open {
		em := st.size * m[0]
		gap := min(abs(x-p.last[1]), abs(p.last[0]-right))
		if gap > wordGap*abs(em) {
			in.flush()
		}
	}
	if strings.IndexFunc(text, unicode.IsSpace) >= 0 {
		in.flush()
		return
	}
	if !p.open {
		p.open, p.x0, p.x1, p.y = true, x, right, y
	}
	p.text.WriteString(text)
	p.x0, p.x1 = min(p.x0, x), max(p.x1, right)
	p.last = [2]float64{x, right}
}

// flush ends the word.
func (in *interpreter) flush() {
	p := &in.pending
	if !p.open {
		return
	}
	w := shownWord{text: p.text.String(), x0: p.x0, x1: p.x1, y: p.y}
	if n := len(in.marks); n > 0 {
		w.artifact, w.subtype = in.marks[n-1].artifact, in.marks[n-1].subtype
	}
	p.text.Reset()
	p.open = false
	in.shown.words = append(in.shown.words, w)
}

// numbers are the last n operands.
func numbers(ops []token, n int) (v [6]float64, ok bool) {
	if len(ops) < n {
		return v, false
	}
	for i, t := range ops[len(ops)-n:] {
		if t.kind != number {
			return v, false
		}
		v[i] = t.num
	}
	return v, true
}

func abs(f float64) float64 {
	if f < 0 {
		return -f
	}
	return f
}
