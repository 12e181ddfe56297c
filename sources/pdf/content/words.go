package content

import (
	"math"
	"strings"
	"unicode"

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
	text   strings.Builder
	open   bool
	x0, x1 float64
	y      float64
	last   [2]float64 // left and right edge of its last glyph
	box    path       // around its glyphs
}

// Foot is the subtype of what is printed at the foot of our pages and stamped on originals: a pagination artifact
// (ISO 32000-1, 14.8.2.2).
const Foot = "Footer"

// placed tells whether the places of glyphs matter here.
func (in *Interpreter) placed() bool {
	n := len(in.marks)
	return in.Words || in.Boxes || in.depth > 0 || n > 0 && in.marks[n-1].Subtype == Foot
}

// wordGap is the gap, in ems, that parts words: less than a word space, more than a kern.
const wordGap = 0.16

// above and below are how far glyphs are taken to reach from the base line, in ems, where boxes are wanted: no font
// of text goes much farther, and a band that they leave free is free.
const above, below = 1.0, 0.3

// glyph moves on by a glyph and adds its text to the word.
func (in *Interpreter) glyph(f *Font, c uint16) {
	st := &in.state
	w := f.width(c)/1000*st.size + st.char
	if f.simple && c == ' ' {
		w += st.space // ISO 32000-1, 9.3.3: for the code 32 of one byte only
	}
	m := pdf.Matrix{st.tz, 0, 0, 1, 0, st.rise}.Of(in.text).Of(st.ctm)
	x, y := m[4], m[5]
	right := x + w*m[0]
	in.text[4] += w * st.tz * in.text[0]
	in.text[5] += w * st.tz * in.text[1]
	p := &in.word
	text := f.text(c)
	if p.open {
		em := st.size * m[0]
		gap := min(math.Abs(x-p.last[1]), math.Abs(p.last[0]-right))
		if gap > wordGap*math.Abs(em) {
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
	if in.Boxes {
		for _, y := range [2]float64{-below * st.size, above * st.size} {
			p.box.add(m, 0, y)
			p.box.add(m, w, y)
		}
	}
}

// flush ends the word.
func (in *Interpreter) flush() {
	p := &in.word
	if !p.open {
		return
	}
	w := Word{Text: p.text.String(), X0: p.x0, X1: p.x1, Y: p.y}
	if n := len(in.marks); n > 0 {
		w.Mark = in.marks[n-1]
	}
	if p.box.begun {
		in.box(p.box.rect, Text)
		p.box.clear()
	}
	p.text.Reset()
	p.open = false
	in.shown.Words = append(in.shown.Words, w)
}
