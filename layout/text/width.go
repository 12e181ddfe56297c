package text

import "rapporteur/layout/lang"

// Width gives the natural width of pieces on one line: for labels, and the columns of tables. Of pieces with forced
// breaks it is that of the widest line.
func (s *Setter) Width(pieces []Piece, lang *lang.Language) Length {
	s.tokenise(&Paragraph{Pieces: pieces, Lang: lang})
	widest, width := Length(0), Length(0)
	for i := range s.tokens {
		t := &s.tokens[i]
		width += t.w.width
		if t.flags&forced != 0 {
			widest, width = max(widest, width), 0
			continue
		}
		width += Length(t.gap)
	}
	return widest
}

// MinWidth gives the width of the longest part of pieces that no line can divide (words are not divided): a column
// narrower than this overflows.
func (s *Setter) MinWidth(pieces []Piece, lang *lang.Language) Length {
	s.tokenise(&Paragraph{Pieces: pieces, Lang: lang, Align: Start})
	if len(s.tokens) == 0 {
		return 0
	}
	s.findBreaks(false, false)
	widest := Length(0)
	for i := 1; i < len(s.breaks); i++ {
		a, b := &s.breaks[i-1], &s.breaks[i]
		widest = max(widest, b.end-a.next)
	}
	return widest
}
