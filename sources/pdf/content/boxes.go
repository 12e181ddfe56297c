package content

import (
	"math"

	"rapporteur/sources/pdf"
	"rapporteur/sources/pdf/lex"
)

// Box is where something is painted: the rectangle around it in the page's coordinates, as far as it is not clipped
// away.
type Box struct {
	Rect  pdf.Rect
	Kind  Painted
	White bool // painted in plain white: on paper, nothing is to be seen of it
}

// Painted is what is painted in a box.
type Painted uint8

// What is painted.
const (
	Text Painted = iota // a word, or glyphs without a text
	Path                // a filled or stroked path, or a shading
	Image
)

var everything = pdf.Rect{X0: math.Inf(-1), Y0: math.Inf(-1), X1: math.Inf(1), Y1: math.Inf(1)}

// meet is the part that two rectangles share; it is turned inside out where there is none.
func meet(a, b pdf.Rect) pdf.Rect {
	return pdf.Rect{X0: max(a.X0, b.X0), Y0: max(a.Y0, b.Y0), X1: min(a.X1, b.X1), Y1: min(a.Y1, b.Y1)}
}

// bounds is the rectangle around what m makes of r.
func bounds(r pdf.Rect, m pdf.Matrix) pdf.Rect {
	if r == everything {
		return r
	}
	var p path
	for _, c := range [4][2]float64{{r.X0, r.Y0}, {r.X1, r.Y0}, {r.X0, r.Y1}, {r.X1, r.Y1}} {
		p.add(m, c[0], c[1])
	}
	return p.rect
}

// path is the rectangle around a path, in the page's coordinates.
type path struct {
	rect  pdf.Rect
	begun bool
	clips bool // the next painting operator makes it the clip
}

func (p *path) clear() { *p = path{} }

func (p *path) add(m pdf.Matrix, x, y float64) {
	x, y = x*m[0]+y*m[2]+m[4], x*m[1]+y*m[3]+m[5]
	if !p.begun {
		p.rect, p.begun = pdf.Rect{X0: x, Y0: y, X1: x, Y1: y}, true
		return
	}
	p.rect = pdf.Rect{X0: min(p.rect.X0, x), Y0: min(p.rect.Y0, y), X1: max(p.rect.X1, x), Y1: max(p.rect.Y1, y)}
}

// pathOperator carries out an operator of paths (ISO 32000-1, 8.5). Curves lie within their control points.
func (in *Interpreter) pathOperator(op string, ops []lex.Token) {
	st := &in.state
	points := 0
	if in.narrow() {
		in.follow(op, ops)
	}
	switch op {
	case "m", "l":
		points = 1
	case "v", "y":
		points = 2
	case "c":
		points = 3
	case "re":
		if v, ok := numbers(ops, 4); ok && in.Boxes {
			in.path.add(st.ctm, v[0], v[1])
			in.path.add(st.ctm, v[0]+v[2], v[1])
			in.path.add(st.ctm, v[0], v[1]+v[3])
			in.path.add(st.ctm, v[0]+v[2], v[1]+v[3])
		}
	case "w":
		if v, ok := numbers(ops, 1); ok {
			st.width = v[0]
		}
	case "W", "W*":
		in.path.clips = true
	case "f", "F", "f*":
		in.paint(0, st.fill.white)
	case "S", "s":
		in.paint(st.around(), st.stroke.white)
	case "B", "B*", "b", "b*":
		in.paint(st.around(), st.fill.white && st.stroke.white)
	case "n":
		in.endPath()
	}
	if points == 0 || !in.Boxes {
		return
	}
	if v, ok := numbers(ops, 2*points); ok {
		for i := range points {
			in.path.add(st.ctm, v[2*i], v[2*i+1])
		}
	}
}

// around is half a line's width, on the page.
func (st *state) around() float64 {
	return st.width / 2 * math.Sqrt(math.Abs(st.ctm[0]*st.ctm[3]-st.ctm[1]*st.ctm[2]))
}

// widened is r with so much around it.
func widened(r pdf.Rect, around float64) pdf.Rect {
	return pdf.Rect{X0: r.X0 - around, Y0: r.Y0 - around, X1: r.X1 + around, Y1: r.Y1 + around}
}

// paint paints the path, with half a line's width around it.
func (in *Interpreter) paint(around float64, white bool) {
	if in.path.begun && !in.narrow() {
		in.box(widened(in.path.rect, around), Path, white)
	}
	in.endPath()
}

func (in *Interpreter) endPath() {
	if in.path.clips && in.path.begun {
		in.state.clip = meet(in.state.clip, in.path.rect)
	}
	in.path.clear()
	in.trace.clear()
}

// unitSquare notes an image, which is painted into the unit square.
func (in *Interpreter) unitSquare(kind Painted) {
	if in.Boxes {
		in.box(bounds(pdf.Rect{X1: 1, Y1: 1}, in.state.ctm), kind, false)
	}
}

// box notes a box, cut to the clip.
func (in *Interpreter) box(r pdf.Rect, kind Painted, white bool) {
	if !in.Boxes {
		return
	}
	r = meet(r, in.state.clip)
	if in.narrow() {
		r = meet(r, in.Within)
	}
	if r.X0 > r.X1 || r.Y0 > r.Y1 {
		return
	}
	in.spend(found)
	in.shown.Boxes = append(in.shown.Boxes, Box{r, kind, white})
}
