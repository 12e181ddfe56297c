package text

import (
	"unicode"
	"unicode/utf8"

	"rapporteur/fonts"

	"github.com/go-text/typesetting/shaping"
)

// measureWord fills the widths of a shaped word.
func (s *Setter) measureWord(l *look, w *word) {
	at := int32(0)
	for _, r := range w.runs {
		for _, m := range w.marks[at:r.to] {
			w.width += Length(m.advance)
		}
		at = r.to
		m := r.font.Metrics()
		w.ascent = max(w.ascent, r.rise+Length(m.Ascent)*r.size/1000)
		w.descent = max(w.descent, Length(-m.Descent)*r.size/1000-r.rise)
	}
	for _, m := range w.missing { // what is missing takes room, so that a text of nothing else is still set as lines
		if m.code != noBold {
			w.width += w.size / 2
		}
	}
	// The space after a word is its last font's, or where that has none, the style's.
	f, size, rise := (*fonts.Font)(nil), w.size, Length(0)
	if n := len(w.runs); n > 0 && !l.style.small() {
		f, size, rise = w.runs[n-1].font, w.runs[n-1].size, w.runs[n-1].rise
		if size < l.style.Size {
			size = l.style.Size
		}
	}
	if f != nil {
		if _, ok := f.Glyph(' '); !ok {
			f = nil
		}
	}
	if f == nil {
		var scale int
		if f, scale = s.sh.lib.Pick(l.style.Face, l.habit, ' '); f != nil {
			size = l.style.Size * Length(scale) / 1000
		}
		rise = 0
	}
	if f != nil {
		w.spaceID, _ = f.Glyph(' ')
		w.spaceRun = wordRun{font: f, size: size, rise: rise}
		w.bare = scaled(f.Advance(w.spaceID), size, f.Upem())
	} else {
		w.spaceMissing = true
		w.bare = w.size / 4
	}
	if w.lead == 0 {
		w.lead = w.bare
	}
	if w.trail == 0 {
		w.trail = w.bare
	}
	if n := len(w.runs); n > 0 {
		r := w.runs[n-1]
		for _, h := range [2]rune{'\u2010', '-'} {
			if g, ok := r.font.Glyph(h); ok {
				w.hyphen = scaled(r.font.Advance(g), r.size, r.font.Upem())
				break
			}
		}
	}
	if len(w.marks) == 1 && len(w.runs) == 1 {
		r, _ := utf8.DecodeRuneInString(w.text)
		if isHan(r) || l.chinese && isSharedSign(r) {
			w.han = true
			s.squeeze(l, w, r)
		}
	}
}

// fillSquares makes a dash or an ellipsis of Chinese as wide as its two squares, where the font's sign is narrower: it
// stands in their middle.
func (w *word) fillSquares() {
	if utf8.RuneCountInString(w.text) != 2 || len(w.runs) != 1 || !isHalf(w.first) || w.last != w.first {
		return
	}
	missing := int32(2*w.runs[0].size - w.width)
	if n := len(w.marks); n > 0 && missing > 0 {
		for i := range w.marks {
			w.marks[i].dx += missing / 2
		}
		w.marks[n-1].advance += missing
		w.width += Length(missing)
	}
	w.han = true
}

// squeeze finds the blank of a full-width punctuation mark: what feature halt takes away, before and after the ink.
func (s *Setter) squeeze(l *look, w *word, r rune) {
	run := w.runs[0]
	if isIdeograph(r) || Length(w.marks[0].advance) < run.size*9/10 {
		return
	}
	s.runes = append(s.runes[:0], r)
	out := s.shape(run.font, s.runes, 0, 1, false, scriptOfRune(r, l.script), l.lang,
		[]shaping.FontFeature{feature("halt", 1)})
	if len(out) != 1 {
		return
	}
	upem := run.font.Upem()
	taken := Length(w.marks[0].advance) - scaled(int(out[0].Advance)>>6, run.size, upem)
	w.left = max(0, -scaled(int(out[0].XOffset)>>6, run.size, upem))
	w.right = max(0, taken-w.left)
}

func isIdeograph(r rune) bool {
	return r >= 0x3400 && r <= 0x9fff || r >= 0x20000 || r >= 0xf900 && r <= 0xfaff
}

// describe fills what breaking asks of a word: the places where it may be divided, what it counts for, what it binds.
func (s *Setter) describe(l *look, w *word) {
	const offset, prime = 2166136261, 16777619 // FNV-1a
	core := uint32(offset)
	for _, r := range w.text {
		if isWordy(r) {
			w.letters++
			core = (core ^ uint32(unicode.ToLower(r))) * prime
		}
		if w.first == 0 {
			w.first = r
		}
		if !isIgnorable(r) {
			w.last = r
		}
	}
	w.apart = int32(len(w.marks))
	for _, m := range w.marks {
		if m.advance <= 0 || m.from == m.to {
			w.apart = 0
		}
	}
	if w.letters >= 4 {
		w.core = core
	}
	last := w.last
	if last == ')' || last == '”' || last == '»' || last == '"' || last == '’' {
		for _, r := range w.text { // the stop before a closing quotation mark
			if r != w.last {
				last = r
			}
		}
	}
	if l.chinese {
		w.fillSquares()
	}
	w.pause = isPause(last)
	w.dash = w.text == "—" || w.text == "–" || w.text == "―"
	w.ties = tiesOf(l.style.Lang, w.text)
	if l.style.Superior {
		w.ties |= raisedTies(l.style.Lang, w.text)
	}
	w.protrude(l)
	s.divide(l, w)
}

// sumBefore gives the width of the glyphs before a byte of the text. A ligature that the byte divides counts by the
// share of its characters.
func (w *word) sumBefore(at int) Length {
	sum := Length(0)
	for _, m := range w.marks {
		switch {
		case int(m.to) <= at && (int(m.to) > int(m.from) || int(m.from) < at):
			sum += Length(m.advance)
		case int(m.from) < at && at < int(m.to):
			sum += Length(m.advance) * Length(at-int(m.from)) / Length(m.to-m.from)
		}
	}
	return sum
}

// sums gives sumBefore for every byte of the text, in the time of one.
func (w *word) sums() []Length {
	sums := make([]Length, len(w.text)+2)
	whole := make([]Length, len(w.text)+2) // what counts from a byte on
	for _, m := range w.marks {
		from, to := int(m.from), int(m.to)
		whole[max(to, from+1)] += Length(m.advance)
		for at := from + 1; at < to; at++ {
			sums[at] += Length(m.advance) * Length(at-from) / Length(to-from)
		}
	}
	sum := Length(0)
	for at := range sums {
		sum += whole[at]
		sums[at] += sum
	}
	return sums
}

// kernBefore gives what kerning has taken from the glyph that ends before a byte of the text.
func (w *word) kernBefore(at int) Length {
	from := int32(0)
	for _, r := range w.runs {
		for _, m := range w.marks[from:r.to] {
			if int(m.to) == at && m.from != m.to && !w.rtl {
				return scaled(r.font.Advance(m.id), r.size, r.font.Upem()) - Length(m.advance)
			}
		}
		from = r.to
	}
	return 0
}
