package text

// mostResized: lines of a paragraph that may have one more or fewer. Each breakpoint has nodes for each count of lines:
// the work grows with the square of them, and a paragraph that fills pages is no page's foot to be mended by one line.
const mostResized = 200

// Resize breaks a justified paragraph into so many lines, one more or fewer than are best, if all of them can be as
// even as where no word is divided; else it gives none. What cannot be set was told when it was set first.
func (s *Setter) Resize(p *Paragraph, lines int) []Line {
	if p.Align != Justify || lines < 2 || lines > mostResized {
		return nil
	}
	s.faulty = nil
	ordered := s.tokenise(p)
	if len(s.tokens) == 0 {
		return nil
	}
	r := s.rulesFor(p)
	r.tolerance, r.lines = firstTolerance, int32(lines)
	s.findBreaks(p.Hyphenate, false)
	end := s.totalFit(s.breaks, &r)
	if end < 0 || s.overlong || s.nodes[end].poor {
		return nil
	}
	return s.lines(p, &r, end, ordered)
}
