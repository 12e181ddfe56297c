package text

import "unicode/utf8"

// Microtypography, as Hàn Thế Thành found it for pdfTeX ("Micro-typographic extensions to the TeX typesetting system",
// TUGboat 21, 2000): the letters of a justified line are made a little wider or narrower, and what is light at its
// edges hangs out of the measure. How far is a matter of the script, and stands with the languages.

// justification is how the paragraph in hand may fill its lines.
type justification struct {
	expansion Length // what letters give, per mille of their width; 0: nothing
	fit       Length // and what they move apart or together, per mille of the size
	hangs     bool   // signs hang out at the edges
	indented  bool   // but not at the start of the first line
	level     int8   // of the paragraph's direction: only what is read in it stands at an edge where it seems to
}

func justificationOf(p *Paragraph) justification {
	j := justification{hangs: p.Align == Justify, indented: p.First != 0}
	if p.RTL() {
		j.level = 1
	}
	if p.Align == Justify {
		j.expansion = Length(p.Lang.Expansion())
		j.fit = Length(p.Lang.Fit())
	}
	return j
}

// give is what letters of a token, so wide, can add to its line's width, or take from it, in thousandths of a Length.
func (j *justification) give(w *word, width Length) Length {
	if w.han || w.rtl || w.box {
		return 0
	}
	give := width * j.expansion
	switch {
	case j.fit == 0:
	case width == w.width:
		give += Length(max(0, w.apart-1)) * w.size * j.fit
	default: // a part of it, which has its share
		give += Length(w.apart) * w.size * j.fit * width / w.width
	}
	return give
}

// start is how far a token hangs out when a line begins with it, and end when one ends with it.
func (j *justification) start(t *token) Length {
	if !j.hangs || t.level != j.level {
		return 0
	}
	return t.w.startHang
}

func (j *justification) end(t *token, w *word) Length {
	if !j.hangs || t.level != j.level {
		return 0
	}
	return w.endHang
}

// hangsAt is how far a token hangs out when a line ends at a point inside it.
func (j *justification) hangsAt(t *token, pt *point) Length {
	if !j.hangs || t.level != j.level {
		return 0
	}
	return pt.hang
}

// protrude finds how far a word's first and last character hang out.
func (w *word) protrude(l *look) {
	n := len(w.marks)
	if n == 0 || w.han {
		return
	}
	italic := l.style.Face.Italic
	if m := w.marks[0]; m.from == 0 && int(m.to) == utf8.RuneLen(w.first) {
		start, _ := l.style.Lang.Protrusion(w.first, italic)
		w.startHang = Length(m.advance) * Length(start) / 1000
	}
	m := w.marks[n-1]
	r, size := utf8.DecodeLastRuneInString(w.text)
	if int(m.to) != len(w.text) || int(m.to-m.from) != size {
		return // a ligature, or what ends the word is not painted
	}
	if r == softHyphen {
		r = '‐'
	}
	_, end := l.style.Lang.Protrusion(r, italic)
	w.endHang = Length(m.advance) * Length(end) / 1000
}

// hangBefore is how far the character before byte at of a word hangs out; before is sumBefore, or as good.
func (w *word) hangBefore(l *look, at int, before func(at int) Length) Length {
	r, size := utf8.DecodeLastRuneInString(w.text[:at])
	_, end := l.style.Lang.Protrusion(r, l.style.Face.Italic)
	if end == 0 {
		return 0
	}
	return (before(at) - before(at-size)) * Length(end) / 1000
}

// hyphenHang is how far a hyphen that a break puts in hangs out.
func (w *word) hyphenHang(l *look) Length {
	_, end := l.style.Lang.Protrusion('‐', l.style.Face.Italic)
	return w.hyphen * Length(end) / 1000
}
