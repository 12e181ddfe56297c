package text

import (
	"strconv"
	"unicode/utf8"
)

// widest is the ratio to which spaces are stretched: half as wide again as they are. A line that something unbreakable
// has left with less is set with its natural spaces and ends short, as a compositor would do; but where letters give
// nothing and words are not divided, as in Arabic, spaces have to take it all.
const widest = 500 * 1000 / spaceStretch

// scaleStep is the least difference in the scale of letters, in parts of 100,000: two lines that no eye tells apart are
// set alike.
const scaleStep = 100

// justify finds the width of a line, what hangs out at its edges, and what its letters and spaces give or take.
func (s *Setter) justify(p *Paragraph, l *Line, b *breakpoint, measure, indent Length) {
	var width, letters, stretch, shrink Length
	tokens := l.par.tokens
	han := false
	for i := l.from; i < l.to; i++ {
		w := l.word(i)
		width += w.width
		letters += s.give(w, w.width)
		l.Ascent, l.Descent = max(l.Ascent, w.ascent), max(l.Descent, w.descent)
		if i+1 < l.to {
			t := &tokens[i]
			st, sh := t.glue(&tokens[i+1])
			width += Length(t.gap)
			stretch += st
			shrink += sh
			han = han || t.kind == gapHan
		}
	}
	first, last := l.word(l.from), l.word(l.to-1)
	l.begin = first.left
	width -= first.left + last.right
	if b.point < 0 && tokens[l.to-1].kind == gapSpace {
		width += last.kern // the space that had taken it is gone
	}
	width -= s.hang(l, first, last)
	short := measure - width
	if p.Align == Justify && !(b.forced && short > 0) {
		l.scale = s.scale(letters/1000, short)
		if s.fit > 0 {
			l.fit = int32(s.fit) * l.scale / int32(s.expansion)
		}
		given := l.given()
		width += given
		short -= given
		switch {
		case short > 0 && stretch > 0:
			if s.expansion == 0 || han || int64(short)*1000 <= int64(stretch)*widest {
				l.extra, l.flex = short, stretch
			}
		case short < 0 && shrink > 0:
			// Reshaping at a break may have cost a hair more than the breaks were found by: spaces bear that too.
			l.extra, l.flex = -min(-short, shrink+shrink/8), shrink
		}
	}
	l.Width = width + l.extra
	if over := l.Width - measure; over > 100 {
		origin := p.Pieces[tokens[l.to-1].piece].Origin
		s.faulty = append(s.faulty, Complaint{Code: "overfull-line", Origin: origin,
			Offset: utf8.RuneCountInString(p.Pieces[tokens[l.to-1].piece].Text[:tokens[l.to-1].start]),
			Args:   map[string]string{"by": strconv.FormatFloat(float64(over)/1000, 'f', 1, 64), "word": last.text}})
	}
	rest := measure - l.Width
	start := p.Align == Justify || p.Align == Start || p.Align == Balanced
	switch {
	case p.Align == Center:
		l.Start = rest / 2
	case start == l.par.rtl:
		l.Start = rest
	}
	if !l.par.rtl {
		l.Start += indent
	}
}

// hang notes what hangs out at either edge of a line, and gives the sum.
func (s *Setter) hang(l *Line, first, last *word) Length {
	var start Length
	if !l.inside && !(l.from == 0 && s.indented) {
		start = s.start(&l.par.tokens[l.from])
	}
	end := s.end(&l.par.tokens[l.to-1], last)
	left, right := start, end
	if l.par.rtl {
		left, right = end, start
	}
	l.begin += left
	l.beyond = right
	return start + end
}

// scale is how much wider, or narrower, the letters of a line are set that is short by so much, when they can give so
// much: in parts of 100,000 and in steps, rounded down, so that what remains is for the spaces to add.
func (s *Setter) scale(give, short Length) int32 {
	if give <= 0 {
		return 0
	}
	most := int64(s.expansion) * 100
	scale := min(most, int64(short)*most/int64(give))
	if scale < 0 {
		scale -= scaleStep - 1
	}
	return int32(max(-most, scale/scaleStep*scaleStep))
}

// given is how much wider the letters of a line are than in their fonts. What is put after the last of a word is taken
// from the space that follows, so that spaces are as they seem.
func (l *Line) given() Length {
	if l.scale == 0 {
		return 0
	}
	var width, apart, behind Length
	for i := l.from; i < l.to; i++ {
		if w := l.word(i); l.scaleOf(w) != 0 {
			between := l.apart(w)
			width += w.width
			apart += between * Length(w.apart)
			if i == l.to-1 || l.par.tokens[i].kind != gapNone {
				behind += between
			}
		}
	}
	return apart + scaledBy(width+apart, l.scale) - behind
}

// apart is what is put between two letters of a word of the line.
func (l *Line) apart(w *word) Length {
	if w.apart == 0 || l.fit == 0 || l.scaleOf(w) == 0 {
		return 0
	}
	return scaledBy(w.size, l.fit)
}

// scaledBy is what a width grows by at a scale.
func scaledBy(width Length, scale int32) Length { return Length(int64(width) * int64(scale) / 100_000) }
