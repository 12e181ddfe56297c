package verify

import (
	"strings"
	"unicode"

	"rapporteur/sources/pdf"
)

// shownWord is a run of glyphs without a space or a gap in it, in the order of the content, in page coordinates.
type shownWord struct {
	text     string
	x0, x1   float64
	y        float64
	artifact bool
	subtype  string // of a pagination artifact: Header, Footer …
}

// pending is the word that is being gathered.
type pending struct {
	text   strings.Builder
	open   bool
	x0, x1 float64
	y      float64
	last   [2]float64 // left and right edge of its last glyph
}

// foot is the subtype of what is printed at the foot of our pages and stamped on originals: a pagination artifact (ISO 32000-1, 14.8.2.2).
const foot = "Footer"

// placed tells whether the places of glyphs matter here.
func (in *interpreter) placed() bool {
	n := len(in.marks)
	return in.words || in.depth > 0 || n > 0 && in.marks[n-1].subtype == foot
}

// wordGap is the gap, in ems, that parts words: less than a word space, more than a kern.
const wordGap = 0.16

// glyph moves on by a glyph and adds its text to the word.
func (in *interpreter) glyph(f *font, c uint16) {
	st := &in.state
	w := f.width(c)/1000*st.size + st.char
	m := pdf.Matrix{st.tz, 0, 0, 1, 0, st.rise}.Of(in.text).Of(st.ctm)
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
