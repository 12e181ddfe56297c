package content

import (
	"math"

	"rapporteur/sources/pdf"
	"rapporteur/sources/pdf/lex"
)

// narrow reports whether only a part of the page is looked at. Then reading it costs little: text, paths and forms that
// stay away from there are passed over, and fonts are read for what stands there alone.
func (in *Interpreter) narrow() bool { return in.Within.X0 < in.Within.X1 }

// names are what the resources of a scope are known to name, so that they are looked up once.
type names struct {
	fonts  map[string]namedFont
	spaces map[string]family
}

type namedFont struct {
	number int
	down   bool // its lines run down the page
}

// named is the object number of a font that the resources name, 0 where it is no object of its own, and whether its
// lines run down the page.
func (in *Interpreter) named(name []byte) (int, bool) {
	f, known := in.names.fonts[string(name)]
	if !known {
		o := in.doc.Dict(in.resources["Font"])[string(name)]
		encoding := in.doc.Name(in.doc.Dict(o)["Encoding"])
		f = namedFont{pdf.RefNumber(o), len(encoding) > 2 && encoding[len(encoding)-2:] == "-V"}
		if in.names.fonts == nil {
			in.names.fonts = map[string]namedFont{}
		}
		in.names.fonts[string(name)] = f
	}
	return f.number, f.down
}

// sweep goes along the text that an operator shows and notes where it stands, if that can be within.
func (in *Interpreter) sweep(ops []lex.Token) {
	st := &in.state
	if st.font == nil && st.fontAt == 0 {
		return
	}
	if st.font == nil && in.away(in.text.Of(st.ctm)) {
		return // the pen is not moved on; what comes on the same line is away as well
	}
	m := pdf.Matrix{st.tz, 0, 0, 1, 0, st.rise}.Of(in.text).Of(st.ctm)
	if st.font == nil {
		n := st.fontAt
		st.font = in.fonts.fonts.get(n, func() *Font { return in.readFont(in.doc.Dict(in.doc.Object(n))) })
	}
	f := st.font
	var ink, box path // ink: along the line; across it is the font's reach
	at := 0.0
	for i := range ops {
		switch t := &ops[i]; t.Kind {
		case lex.Integer, lex.Real:
			at -= t.Number / 1000 * st.size
		case lex.Literal, lex.Hex:
			at = in.stretch(f, in.bytes(t), at, &ink)
		}
	}
	if ink.begun && !st.hidden {
		r := ink.rect
		low, high := -f.below*st.size, f.above*st.size
		if f.vertical { // a column: as wide as it is set, and running down
			low, high = -st.size/2, st.size/2
		}
		for _, x := range [2]float64{r.X0, r.X1} {
			for _, y := range [2]float64{low, high} {
				if f.vertical {
					box.add(m, y, x)
				} else {
					box.add(m, x, y)
				}
			}
		}
		in.box(box.rect, Text, st.fill.white)
	}
	in.adjust(at)
}

// away reports whether a line of text that begins as m says cannot come within, wherever it ends: it runs along one
// side and lies beyond it.
func (in *Interpreter) away(m pdf.Matrix) bool {
	st := &in.state
	beyond := func(at, up, low, high float64) bool {
		reach := (unknown*math.Abs(st.size) + math.Abs(st.rise)) * math.Abs(up)
		a, b := at-reach, at+reach
		return b < low || a > high
	}
	along, across, w := [2]float64{m[0], m[1]}, [2]float64{m[2], m[3]}, in.Within
	if st.down {
		along, across = across, along
	}
	switch {
	case level(along[1], along[0]):
		return beyond(m[5], across[1], w.Y0, w.Y1)
	case level(along[0], along[1]):
		return beyond(m[4], across[0], w.X0, w.X1)
	}
	return false
}

// unknown is how far, in ems, the glyphs of a font that was not read may reach; those of Type 3 may go farther, and are
// then not seen.
const unknown = 1.5

// level reports whether a direction does not rise.
func level(rise, run float64) bool { return rise*rise <= 1e-8*run*run }

// stretch goes along a string from a place on the line to its end, and notes where there is ink: not where there are
// blanks.
func (in *Interpreter) stretch(f *Font, s []byte, at float64, ink *path) float64 {
	st := &in.state
	step := 2
	if f.simple {
		step = 1
	}
	for i := 0; i+step <= len(s); i += step {
		c := uint16(s[i])
		if !f.simple {
			c = c<<8 | uint16(s[i+1])
		}
		wide := f.width(c) / 1000 * st.size
		if f.vertical {
			wide = f.down / 1000 * st.size
		}
		between := st.char
		blank := c == ' ' && f.simple
		if blank {
			between += st.space
		} else if t := f.text(c); t == " " || t == "\u00A0" {
			blank = true
		}
		if !blank {
			ink.add(pdf.Identity, at, 0)
			ink.add(pdf.Identity, at+wide, 0)
		}
		at += wide + between
	}
	return at
}

// trace is a path taken apart: of a frame that runs around the page only its lines are painted.
type trace struct {
	lines, parts []pdf.Rect // of its lines, as wide as they are, and of its subpaths, those that come within
	part         path
	at, start    point
}

func (t *trace) clear() { *t = trace{lines: t.lines[:0], parts: t.parts[:0]} }

// most is how many lines and parts are told apart; more are taken for one.
const most = 256

// note adds a rectangle to a list if it comes within.
func (in *Interpreter) note(list []pdf.Rect, r pdf.Rect) []pdf.Rect {
	if m := meet(r, in.Within); m.X0 > m.X1 || m.Y0 > m.Y1 {
		return list
	}
	if len(list) < most {
		return append(list, r)
	}
	last := &list[most-1]
	*last = pdf.Rect{X0: min(last.X0, r.X0), Y0: min(last.Y0, r.Y0), X1: max(last.X1, r.X1), Y1: max(last.Y1, r.Y1)}
	return list
}

// follow takes the path apart and notes what of it is painted within.
func (in *Interpreter) follow(op string, ops []lex.Token) {
	t, st := &in.trace, &in.state
	switch op {
	case "m":
		if v, ok := numbers(ops, 2); ok {
			in.endPart()
			t.at = st.onPage(v[0], v[1])
			t.start = t.at
		}
	case "l":
		in.curveTo(ops, 2)
	case "v", "y":
		in.curveTo(ops, 4)
	case "c":
		in.curveTo(ops, 6)
	case "re":
		if v, ok := numbers(ops, 4); ok {
			in.endPart()
			t.at = st.onPage(v[0], v[1])
			t.start = t.at
			for _, c := range [3][2]float64{{v[2], 0}, {v[2], v[3]}, {0, v[3]}} {
				in.lineTo(st.onPage(v[0]+c[0], v[1]+c[1]))
			}
			in.lineTo(t.start)
		}
	case "h":
		in.lineTo(t.start)
	case "f", "F", "f*":
		in.fillParts()
	case "S":
		in.drawLines()
	case "s":
		in.lineTo(t.start)
		in.drawLines()
	case "B", "B*", "b", "b*":
		in.lineTo(t.start)
		in.fillParts()
		in.drawLines()
	}
}

// onPage is where a point is on the page.
func (st *state) onPage(x, y float64) point {
	m := &st.ctm
	return point{x*m[0] + y*m[2] + m[4], x*m[1] + y*m[3] + m[5]}
}

// curveTo goes on by a line or a curve, which lies within its control points.
func (in *Interpreter) curveTo(ops []lex.Token, n int) {
	v, ok := numbers(ops, n)
	if !ok {
		return
	}
	var around path
	around.add(pdf.Identity, in.trace.at.x, in.trace.at.y)
	for i := 0; i < n; i += 2 {
		around.add(in.state.ctm, v[i], v[i+1])
	}
	in.extend(around.rect, in.state.onPage(v[n-2], v[n-1]))
}

// lineTo goes on by a line.
func (in *Interpreter) lineTo(to point) {
	var around path
	around.add(pdf.Identity, in.trace.at.x, in.trace.at.y)
	around.add(pdf.Identity, to.x, to.y)
	in.extend(around.rect, to)
}

// extend goes on to a point, by what lies within r.
func (in *Interpreter) extend(r pdf.Rect, to point) {
	t := &in.trace
	t.at = to
	t.lines = in.note(t.lines, widened(r, in.state.around()))
	t.part.add(pdf.Identity, r.X0, r.Y0)
	t.part.add(pdf.Identity, r.X1, r.Y1)
}

// endPart ends a subpath.
func (in *Interpreter) endPart() {
	if t := &in.trace; t.part.begun {
		t.parts = in.note(t.parts, t.part.rect)
		t.part.clear()
	}
}

func (in *Interpreter) fillParts() {
	in.endPart()
	for _, r := range in.trace.parts {
		in.box(r, Path, in.state.fill.white)
	}
}

func (in *Interpreter) drawLines() {
	for _, r := range in.trace.lines {
		in.box(r, Path, in.state.stroke.white)
	}
}
