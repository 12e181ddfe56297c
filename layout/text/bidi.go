package text

// flatten makes the flat text of a paragraph with its levels and, where words do not decide them, its line breaks.
func (s *Setter) flatten(p *Paragraph, ordered, han bool) {
	f := &s.flat
	f.runes, f.starts = f.runes[:0], f.starts[:0]
	for i := range p.Pieces {
		for _, r := range p.Pieces[i].Text {
			if isBlank(r) {
				r = ' ' // also the separators, at which the algorithms would stop
			}
			f.runes = append(f.runes, r)
		}
	}
	n := len(f.runes)
	f.levels = append(f.levels[:0], make([]int8, n)...)
	if ordered {
		s.bidi.Levels(f.runes, p.RTL(), f.levels)
		if p.RTL() {
			s.percents(p)
		}
	}
	if !han {
		return
	}
	f.breaks = append(f.breaks[:0], make([]bool, n+1)...)
	s.seg.Init(f.runes)
	iter := s.seg.LineIterator()
	for iter.Next() {
		l := iter.Line()
		f.breaks[l.Offset+len(l.Text)] = true
	}
}

// visual fills order with the indexes of levels from left to right: rule L2 of UAX #9.
func visual(levels []int8, order []int32) []int32 {
	order = order[:0]
	highest, lowestOdd := int8(0), int8(127)
	for i, l := range levels {
		order = append(order, int32(i))
		highest = max(highest, l)
		if l&1 == 1 {
			lowestOdd = min(lowestOdd, l)
		}
	}
	for level := highest; level >= lowestOdd && level > 0; level-- {
		for i := 0; i < len(order); i++ {
			if levels[order[i]] < level {
				continue
			}
			j := i
			for j < len(order) && levels[order[j]] >= level {
				j++
			}
			for a, b := i, j-1; a < b; a, b = a+1, b-1 {
				order[a], order[b] = order[b], order[a]
			}
			i = j
		}
	}
	return order
}
