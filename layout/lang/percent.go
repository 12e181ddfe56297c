package lang

import (
	"regexp"
	"unicode"
)

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

// afterPercent is a figure, or a range of figures, with the sign for per cent typed before it.
var afterPercent = regexp.MustCompile(`^\p{Nd}+(?:[.,٫٬\-–]\p{Nd}+)*`)

// percented is the figure that words begin with where the sign for per cent was typed before it, as hands do that write
// from right to left by sight: it goes behind, so that all signs stand on one side of their figures.
func (t *Typesetter) percented(words, all string) string {
	if t.l.Percent == "" || !t.opening() && !unicode.Is(unicode.Arabic, t.last) || unicode.IsDigit(t.last) {
		return ""
	}
	figure := afterPercent.FindString(all)
	if rest := all[len(figure):]; len(figure) > len(words) || goesOn(rest) {
		return ""
	}
	return figure
}

// goesOn reports whether a figure goes on with letters or another sign for per cent.
func goesOn(rest string) bool {
	for _, r := range rest {
		return isPercent(r) || unicode.IsLetter(r) && r < 0x250
	}
	return false
}
