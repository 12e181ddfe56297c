package content

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"rapporteur/sources/pdf"
)

// Word is a run of glyphs without a space or a gap in it, in the page's coordinates: from X0 to X1, its base line at
// Y. Mark is the innermost marked content that it stands in.
type Word struct {
	Text   string
	X0, X1 float64
	Y      float64
	Mark   Mark
}

// pending is the word that is being gathered.
type pending struct {
	text   []byte
	open   bool
	x0, x1 float64
	y      float64
	last   [2]point // where its last glyph begins and where the next is to
	box    path     // around its glyphs
}

// point is a place on the page, or a way.
type point struct{ x, y float64 }

// along is how far the way from a to b goes along d, times the length of d.
func along(a, b, d point) float64 { return math.Abs((b.x-a.x)*d.x + (b.y-a.y)*d.y) }

// aside is how far it goes to the side of d, times the length of d.
func aside(a, b, d point) float64 { return math.Abs((b.x-a.x)*d.y - (b.y-a.y)*d.x) }

// Foot is the subtype of what is printed at the foot of our pages and stamped on originals: a pagination artifact
// (ISO 32000-1, 14.8.2.2).
const Foot = "Footer"

// placed reports whether the places of glyphs matter here.
func (in *Interpreter) placed() bool {
	return in.Words || in.Boxes || in.depth > 0 || in.mark.Subtype == Foot
}

// wordGap is the gap, in ems, that parts words: less than a word space, more than a kern. lineGap is how far aside
// another line begins: less than a superior figure is raised, for it is a word of its own, more than the letters of
// text along a curve are. Operators that move text part nothing by themselves: some producers place every glyph with
// one.
const wordGap, lineGap = 0.16, 0.25

// above and below are how far glyphs are taken to reach from the base line, in ems, where boxes are wanted and the font
// does not say: no font of text goes much farther, and a band that they leave free is free.
const above, below = 1.0, 0.3

// glyph moves on by a glyph and adds its text to the word (ISO 32000-1, 9.4.4).
func (in *Interpreter) glyph(f *Font, c uint16) {
	st := &in.state
	wide, between := f.width(c)/1000*st.size, st.char
	if f.simple && c == ' ' {
		between += st.space // ISO 32000-1, 9.3.3: for the code 32 of one byte only
	}
	m := pdf.Matrix{st.tz, 0, 0, 1, 0, st.rise}.Of(in.text).Of(st.ctm)
	from, on := point{m[4], m[5]}, point{m[0], m[1]} // on: what a unit along the line is on the page
	step := wide + between
	if f.vertical {
		step = f.down/1000*st.size + between
		on = point{m[2], m[3]}
		m = pdf.Matrix{1, 0, 0, 1, -wide / 2, -f.top / 1000 * st.size}.Of(m)
	}
	to := point{from.x + step*on.x, from.y + step*on.y}
	in.adjust(step)
	p := &in.word
	if p.open {
		gap := min(along(p.last[1], from, on), along(to, p.last[0], on))
		em := math.Abs(st.size) * (on.x*on.x + on.y*on.y)
		if gap > wordGap*em || aside(p.last[0], from, on) > lineGap*em {
			in.flush()
		}
	}
	text := f.text(c)
	if spaced(text) {
		in.flush()
		return
	}
	left, right := min(m[4], m[4]+wide*m[0]), max(m[4], m[4]+wide*m[0])
	if !p.open {
		p.open, p.x0, p.x1, p.y = true, left, right, m[5]
	}
	p.text = append(p.text, text...)
	p.x0, p.x1 = min(p.x0, left), max(p.x1, right)
	p.last = [2]point{from, to}
	if in.Boxes && !st.hidden {
		for _, y := range [2]float64{-f.below * st.size, f.above * st.size} {
			p.box.add(m, 0, y)
			p.box.add(m, wide, y)
		}
	}
}

// spaced reports whether there is a space in a text.
func spaced(text string) bool {
	if len(text) == 1 && text[0] > ' ' && text[0] < utf8.RuneSelf { // as most are
		return false
	}
	return strings.IndexFunc(text, unicode.IsSpace) >= 0
}

// flush ends the word.
func (in *Interpreter) flush() {
	p := &in.word
	if !p.open {
		return
	}
	in.spend(found)
	w := Word{Text: string(p.text), X0: p.x0, X1: p.x1, Y: p.y, Mark: in.mark}
	if p.box.begun {
		in.box(p.box.rect, Text, in.state.fill.white)
		p.box.clear()
	}
	p.text = p.text[:0]
	p.open = false
	if in.Each != nil {
		in.Each(&w)
		return
	}
	in.shown.Words = append(in.shown.Words, w)
}
