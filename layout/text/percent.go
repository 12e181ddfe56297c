package text

import "unicode"

// percents puts the signs for per cent of right-to-left languages that have them apart where they stand: to the left of
// their figure, as though U+200F stood between (UAX #9, HL3). Left to itself the algorithm does so after a letter of
// Arabic only, and one column or one line would have the sign on both sides.
func (s *Setter) percents(p *Paragraph) {
	at := 0
	strong := int8(1) // level of the last letter; figures among Latin words stay with them
	for i := range p.Pieces {
		apart := p.Pieces[i].Style.Lang.PercentApart()
		for range p.Pieces[i].Text {
			r := s.flat.runes[at]
			switch {
			case unicode.IsLetter(r):
				strong = s.flat.levels[at] & 1
			case apart && strong == 1 && at > 0 && isPercent(r) && unicode.IsDigit(s.flat.runes[at-1]):
				s.flat.levels[at] = 1
			}
			at++
		}
	}
}

// isPercent tells the signs for per cent and per mille.
func isPercent(r rune) bool { return r == '%' || r == '‰' || r == '٪' || r == '؉' }
