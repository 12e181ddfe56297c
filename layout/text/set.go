package text

import (
	"slices"
	"unicode/utf8"
)

// Tolerances of the passes, in hundredths of TeX's badness.
const (
	firstTolerance  = 80 * 100  // without divided words
	secondTolerance = 400 * 100 // with them
)

// Set breaks a paragraph into lines. It never fails: what cannot be set well is a complaint. A paragraph without a
// character gives no line.
func (s *Setter) Set(p *Paragraph) ([]Line, []Complaint) {
	s.faulty = nil
	ordered := s.tokenise(p)
	if len(s.tokens) == 0 {
		return nil, nil
	}
	s.reportMissing(p)
	r := s.rulesFor(p)
	end := s.passes(p, &r)
	lines := s.lines(p, &r, end, ordered)
	return lines, s.faulty
}

// reportMissing notes what words lack, with its place in characters.
func (s *Setter) reportMissing(p *Paragraph) {
	piece, start, count := int32(-1), int32(0), 0 // up to start there are count characters
	for i := range s.tokens {
		t := &s.tokens[i]
		if len(t.w.missing) == 0 {
			continue
		}
		pc := &p.Pieces[t.piece]
		if t.piece != piece {
			piece, start, count = t.piece, 0, 0
		}
		count += utf8.RuneCountInString(pc.Text[start:t.start])
		start = t.start
		for _, m := range t.w.missing {
			c := Complaint{Code: m.code, Origin: pc.Origin, Offset: count + int(m.offset), Rune: m.r}
			if m.font != nil {
				c.Args = map[string]string{"file": m.font.File(), "why": "its rules for joining letters lead nowhere"}
			}
			s.faulty = append(s.faulty, c)
		}
	}
}

func (s *Setter) rulesFor(p *Paragraph) rules {
	em := s.pieces[0].look.em
	r := rules{measure: p.Measure, first: p.Measure - p.First, runt: em * 3 / 2, few: 4, short: p.Measure / 6,
		slack: em / 2}
	if s.pieces[0].look.chinese {
		r.few = 1 // two characters are a word
	}
	if s.expansion > 0 {
		r.widest = widest + lettersRatio
	}
	if p.Align != Justify {
		r.rag = max(p.Measure/8, 2*em)
		r.evenLast = p.Align == Center || p.Align == Balanced
	}
	return r
}

// passes breaks the paragraph: without dividing words if the result is good, else with divided words, else as well as
// it can. A word that would stick out of the line is divided at any character, also in titles and cells of tables.
func (s *Setter) passes(p *Paragraph, r *rules) int32 {
	end := s.gentle(p, r)
	if s.overlong && s.untie(min(r.measure, r.first)) {
		end = s.gentle(p, r)
	}
	if s.overlong {
		s.emergencyBreaks(min(r.measure, r.first))
		s.findBreaks(true, true)
		end = s.totalFit(s.breaks, r)
	}
	return end
}

// gentle breaks the paragraph as it should be.
func (s *Setter) gentle(p *Paragraph, r *rules) int32 {
	hyphens := p.Hyphenate
	r.emergency = 0
	if p.Align != Justify {
		r.tolerance = -1
		s.findBreaks(false, false)
		return s.totalFit(s.breaks, r)
	}
	r.tolerance = firstTolerance
	if !hyphens {
		r.tolerance = secondTolerance
	}
	s.findBreaks(false, false)
	end := s.totalFit(s.breaks, r)
	if hyphens && (end < 0 || s.nodes[end].poor) {
		s.findBreaks(true, false)
		r.tolerance = secondTolerance
		end = s.totalFit(s.breaks, r)
	}
	if end < 0 || hyphens && s.nodes[end].poor { // a line may end short rather than the last hold a few letters
		s.findBreaks(hyphens, hyphens)
		r.tolerance, r.emergency = -1, 2*s.pieces[0].look.em
		end = s.totalFit(s.breaks, r)
	}
	return end
}

// findBreaks fills s.breaks: the paragraph's start, each place where a line may end, its end.
func (s *Setter) findBreaks(soft, desperate bool) {
	t := &s.tokens[0]
	s.breaks = append(s.breaks[:0], breakpoint{token: -1, point: -1, next: t.w.left, under: t.w.core})
	if !s.indented {
		s.breaks[0].next += s.start(t)
	}
	var width, stretch, shrink, give Length
	letters := int32(0)
	for i := range s.tokens {
		t := &s.tokens[i]
		w := t.w
		var next *token
		if i+1 < len(s.tokens) {
			next = &s.tokens[i+1]
		}
		for k := range w.points {
			pt := &w.points[k]
			b := breakpoint{token: int32(i), point: int16(k), endStretch: stretch, endShrink: shrink,
				nextStretch: stretch, nextShrink: shrink, letters: letters}
			b.next = width + pt.sum
			b.end = b.next + pt.kern - s.hangsAt(t, pt)
			b.nextGive = (give + s.give(w, pt.sum)) / 1000
			b.endGive = b.nextGive
			switch pt.kind {
			case plainPoint:
			case addressPoint:
				b.penalty = addressPenalty
			case emergencyPoint:
				b.penalty = emergencyPenalty
				if w.rtl { // the letter before the cut takes its final shape, which is wider
					b.end += w.size
				}
			case hyphenPoint:
				b.penalty, b.flagged = exHyphenPenalty, true
			case softPoint, partPoint, desperatePoint:
				if pt.kind == desperatePoint && !desperate || s.undivided(t) ||
					!soft && !s.written(w, pt) || s.crowded(i, pt) {
					continue
				}
				b.penalty, b.flagged = hyphenPenalty, true
				if pt.kind != softPoint {
					b.penalty = partPenalty
				}
				b.end += w.hyphen
			}
			b.letters += int32(utf8.RuneCountInString(w.text[:pt.at]))
			s.breakAt(b)
		}
		width += w.width
		give += s.give(w, w.width)
		letters += w.letters
		st, sh := t.glue(next)
		if t.flags&(mayBreak|forced) != 0 {
			b := breakpoint{token: int32(i), point: -1, letters: letters, over: w.core,
				end:        width + w.closing().width - w.width - w.right - s.end(t, w),
				endStretch: stretch, endShrink: shrink,
				next: width + Length(t.gap), nextStretch: stretch + st, nextShrink: shrink + sh,
				endGive: give / 1000, nextGive: give / 1000, forced: t.flags&forced != 0}
			switch {
			case t.flags&knot != 0:
				b.penalty = knotPenalty
			case t.flags&reluctant != 0:
				b.penalty = datePenalty
			}
			if t.kind == gapSpace {
				b.end += w.kern
			}
			if next != nil {
				b.next += next.w.left + s.start(next) // squeezed away or hanging out where a line begins
				b.next -= next.w.opening().width - next.w.width
				b.under = next.w.core
			}
			if n := len(w.text); t.kind == gapNone && n > 0 && w.text[n-1] == '-' {
				b.penalty, b.flagged = exHyphenPenalty, true
			}
			s.breakAt(b)
		}
		width += Length(t.gap)
		stretch += st
		shrink += sh
	}
}

// breakAt adds a breakpoint, unless nothing wide stands between it and the one before: a thousand of them in one place
// (U+200B) would be a thousand times the work.
func (s *Setter) breakAt(b breakpoint) {
	if last := &s.breaks[len(s.breaks)-1]; !b.forced && len(s.breaks) > 1 && b.next == last.next && b.end >= last.end &&
		b.penalty >= last.penalty {
		return
	}
	s.breaks = append(s.breaks, b)
}

// undivided reports whether no hyphen is put into a token.
func (s *Setter) undivided(t *token) bool { return t.flags&whole != 0 || s.pieces[t.piece].whole }

// written reports whether a division is one that the text asks for, by U+00AD.
func (s *Setter) written(w *word, pt *point) bool {
	return pt.at >= 2 && w.text[pt.at-2:pt.at] == string(softHyphen)
}

// crowded reports whether a token is only part of a word that goes on in another style, whose divisions its own letters
// do not tell.
func (s *Setter) crowded(i int, pt *point) bool {
	if i > 0 && s.tokens[i-1].kind == gapNone && s.tokens[i-1].flags&forced == 0 && isWordy(s.tokens[i-1].w.last) {
		return true
	}
	if s.tokens[i].kind == gapNone && i+1 < len(s.tokens) && s.tokens[i].flags&forced == 0 {
		n := &s.tokens[i+1]
		return isWordy(n.w.first) && !s.pieces[n.piece].look.style.small()
	}
	return false
}

// lines makes the lines that end at the breakpoints on the way to node end.
func (s *Setter) lines(p *Paragraph, r *rules, end int32, ordered bool) []Line {
	s.cuts = s.cuts[:0]
	for n := end; n >= 0; n = s.nodes[n].before {
		s.cuts = append(s.cuts, s.nodes[n].at)
	}
	slices.Reverse(s.cuts)
	par := &paragraph{tokens: slices.Clone(s.tokens), pieces: slices.Clone(s.pieces), rtl: p.RTL(), ordered: ordered}
	lines := make([]Line, len(s.cuts)-1)
	for k := range lines {
		a, b := &s.breaks[s.cuts[k]], &s.breaks[s.cuts[k+1]]
		l := &lines[k]
		l.par = par
		l.Last = k+1 == len(lines)
		l.Hyphenated = b.flagged
		l.from, l.to = a.token, b.token+1
		if a.point < 0 {
			l.from = a.token + 1
		}
		l.inside, l.cut = a.point >= 0, b.point >= 0
		s.fragments(l, a, b)
		measure := r.measure
		indent := Length(0)
		if k == 0 {
			indent = p.First
			measure = r.first
		}
		s.justify(p, l, b, measure, indent)
		s.notes(l, a)
	}
	return lines
}

// fragments shapes what a break leaves of the first and the last word of a line. The sums that the breaks were found by
// leave out how letters fit at the cut.
func (s *Setter) fragments(l *Line, a, b *breakpoint) {
	cut := func(i int32, from, to int, hyphen bool) *word {
		t := &s.tokens[i]
		text := t.w.text[from:to]
		before, after := alone, alone
		if from == 0 && (i == 0 || s.tokens[i-1].kind != gapNone) {
			before = aSpace
		}
		if to == len(t.w.text) && t.kind != gapNone {
			after = aSpace
		}
		if hyphen && (len(text) < 2 || text[len(text)-2:] != string(softHyphen)) {
			text += string(softHyphen)
		}
		return s.word(s.pieces[t.piece].look, text, before, after, t.level&1 == 1)
	}
	from, last := 0, l.to-1
	if a.point < 0 && l.from > 0 {
		l.head = s.tokens[l.from].w.opens
	}
	if b.point < 0 && last > l.from {
		l.tail = s.tokens[last].w.closes
	}
	if a.point >= 0 {
		from = int(s.tokens[l.from].w.points[a.point].at)
	}
	if b.point >= 0 {
		w := s.tokens[last].w
		pt := &w.points[b.point]
		start := 0
		if last == l.from {
			start = from
		}
		l.tail = cut(last, start, int(pt.at), pt.kind.divides())
		if last == l.from {
			l.head = l.tail
			return
		}
	}
	if from > 0 {
		l.head = cut(l.from, from, len(s.tokens[l.from].w.text), false)
		if l.from == last {
			l.tail = l.head
		}
	}
}

// word gives the word of token i as it stands on the line.
func (l *Line) word(i int32) *word {
	switch {
	case i == l.from && l.head != nil:
		return l.head
	case i == l.to-1 && l.tail != nil:
		return l.tail
	}
	return l.par.tokens[i].w
}

// notes lists the notes that are called on a line: those whose mark begins there.
func (s *Setter) notes(l *Line, a *breakpoint) {
	prev := int32(-1)
	if l.from > 0 {
		prev = s.tokens[l.from-1].piece
	}
	if a.point >= 0 {
		prev = s.tokens[l.from].piece
	}
	for i := l.from; i < l.to; i++ {
		if pi := s.tokens[i].piece; pi != prev {
			if n := s.pieces[pi].note; n != 0 {
				l.Notes = append(l.Notes, n)
			}
			prev = pi
		}
	}
}
