package text

import "strings"

type pair struct {
	a, b  *word
	space bool
}

// bind fills the widths of the gaps between tokens and says at which of them a line may end.
func (s *Setter) bind(flat, han bool) {
	dates := false
	for i := range s.tokens {
		t := &s.tokens[i]
		if i+1 == len(s.tokens) {
			t.gap, t.kind = 0, gapNone
			t.flags |= forced
			break
		}
		next := &s.tokens[i+1]
		l, nl := s.pieces[t.piece].look, s.pieces[next.piece].look
		switch {
		case t.flags&forced != 0:
			t.gap, t.kind = 0, gapNone
			continue
		case t.kind == gapSpace || t.kind == gapFixed:
			switch {
			case t.flags&gapNext != 0 && nl != l:
				t.gap = int32(next.w.lead)
			case nl != l || next.w.spaceRun != t.w.spaceRun:
				t.gap = int32(t.w.trail)
			default: // kerned with the words on both sides
				t.gap = int32(t.w.trail + next.w.lead - t.w.bare)
			}
			if t.gap += int32(max(0, t.w.size*wordSpace/1000-t.w.bare)); t.gap < 0 {
				t.gap = 0
			}
		case t.w.han || next.w.han:
			t.kind = gapHan
			t.gap = int32(hanGap(t.w, next.w))
			if flat {
				t.gapLevel = min(t.level, next.level)
			}
		}
		dates = dates || t.w.ties&dayOfMonth != 0
		if t.kind != gapFixed && s.allowed(i, han) {
			t.flags |= mayBreak
			a, b := t.w.ties, next.w.ties
			if t.kind == gapSpace && (tied(a, b) || s.tiedToUnit(i)) || t.kind == gapHan && counted(a, b) {
				t.tie()
			}
		}
	}
	if !dates {
		return
	}
	for i := range s.tokens {
		if s.tokens[i].w.ties&dayOfMonth != 0 {
			s.tieDate(i)
		}
	}
}

// allowed reports whether a line may end after token i.
func (s *Setter) allowed(i int, han bool) bool {
	t, next := &s.tokens[i], &s.tokens[i+1]
	a, b := t.w, next.w
	pa, pb := &s.pieces[t.piece], &s.pieces[next.piece]
	if pb.note != 0 && pb.note != pa.note { // a note's mark stays with what it is called on
		return false
	}
	if pb.look.style.small() && t.kind == gapNone {
		return false
	}
	if han {
		if !s.flat.breaks[s.flat.starts[i+1]] {
			return false
		}
	} else if !s.pairBreaks(a, b, t.kind == gapSpace) {
		return false
	}
	if a.han || b.han {
		return !closesHan(b.first) && !opensHan(a.last)
	}
	if t.kind == gapNone {
		return !isDash(b.first)
	}
	if b.dash {
		// a dash ends a line, never begins one; most houses of Russian and French agree, and English does no harm by it
		return false
	}
	switch b.text {
	case "%", "‰", "»", ":", ";", "!", "?", "°C":
		return false
	}
	return a.text != "«" && a.text != "¿" && a.text != "¡"
}

// pairBreaks asks UAX #14 about two words side by side. What its rules see across a space lies within the two, so that
// the pair decides.
func (s *Setter) pairBreaks(a, b *word, space bool) bool {
	if r := b.first; isWordy(r) && r < 0x1100 {
		switch e := a.last; {
		case isWordy(e) && e < 0x1100:
			return space
		case space && (e == '.' || e == ',' || e == ';' || e == ':' || e == ')' || e == '?' || e == '!' || e == '%'):
			return true
		}
	}
	k := pair{a, b, space}
	v, ok := s.before[k]
	if !ok {
		s.runes = append(s.runes[:0], []rune(a.text)...)
		if space {
			s.runes = append(s.runes, ' ')
		}
		n := len(s.runes)
		s.runes = append(s.runes, []rune(b.text)...)
		s.seg.Init(s.runes)
		iter := s.seg.LineIterator()
		for iter.Next() {
			if l := iter.Line(); l.Offset+len(l.Text) == n {
				v = true
			}
		}
		s.before[k] = v
	}
	return v
}

// hanGap is the natural width between two tokens of which one is Chinese: a sliver between Chinese and Latin, less
// where two marks of punctuation meet, so that the two do not leave a hole of a whole square (CLREQ, 3.1.6).
func hanGap(a, b *word) Length {
	switch {
	case a.han && b.han:
		if a.right > 0 && (b.left > 0 || b.right > 0) {
			return -a.right
		}
		if a.left > 0 && b.left > 0 {
			return -b.left
		}
		return 0
	case a.han && (a.left > 0 || a.right > 0), b.han && (b.left > 0 || b.right > 0):
		return 0 // punctuation brings its own blank
	case a.han && joinsHan(b.first):
		return a.size / hanSliver
	case b.han && joinsHan(a.last):
		return b.size / hanSliver
	}
	return 0
}

// joinsHan tells what stands a sliver away from Chinese: letters, figures, and signs that cling to figures.
func joinsHan(r rune) bool { return isWordy(r) || strings.ContainsRune("%‰$€£°+−", r) }

// glue gives the stretch and shrink of the gap after t.
func (t *token) glue(next *token) (stretch, shrink Length) {
	switch t.kind {
	case gapSpace, gapFixed:
		stretch, shrink = Length(t.gap)*spaceStretch/1000, Length(t.gap)*spaceShrink/1000
		if t.w.pause {
			stretch += stretch * pauseStretch / 1000
			shrink += shrink * pauseShrink / 1000
		}
	case gapHan:
		stretch = t.w.size * hanStretch / 1000
		if t.gap > 0 {
			return stretch, Length(t.gap) / 2
		}
		if t.gap == 0 && next != nil && (t.w.right > 0 || next.w.left > 0) {
			shrink = (t.w.right + next.w.left) / 2
		}
	}
	return stretch, shrink
}
