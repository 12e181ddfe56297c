package lang

import "unicode"

// PercentApart reports whether the sign for per cent stands apart from its figure in the order of reading, as in
// Arabic: to the left of it, whichever signs and letters are near, where Unicode's algorithm alone would have it on
// either side.
func (l *Language) PercentApart() bool { return l != nil && l.Percent != "" }

// isPercent tells the signs for per cent that the typesetter chooses between.
func isPercent(r rune) bool { return r == '%' || r == '٪' }

// percent is the sign for per cent after what was written last: the language's own after figures of its script, the
// common one after those of Europe.
func (t *Typesetter) percent(typed rune) string {
	switch {
	case !unicode.IsDigit(t.last):
		return string(typed)
	case t.last <= '9':
		return "%"
	}
	return t.l.Percent
}
