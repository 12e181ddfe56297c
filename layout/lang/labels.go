package lang

import (
	"strconv"
	"strings"
)

// usualLabels are those of sub-paragraphs where a language has no others: (a), (i), a. (UN Editorial Manual).
var usualLabels = []string{"({a})", "({i})", "{a}."}

// SubLabel is the label of the n-th sub-paragraph, from 1, so deep below a numbered paragraph, from 0: "(b)", in French
// "b)", in Arabic "(ب)". Beyond twice the alphabet it is a figure.
func (l *Language) SubLabel(depth, n int) string {
	labels := usualLabels
	if l != nil && len(l.Labels) > 0 {
		labels = l.Labels
	}
	own := letterOf(n)
	if l != nil && n >= 1 && n <= len(l.Letters) {
		own = l.Letters[n-1]
	}
	return fill(labels[min(depth, len(labels)-1)], "a", letterOf(n), "i", strings.ToLower(Roman(n)), "letter", own,
		"n", strconv.Itoa(n))
}

// letterOf counts a, b, … z, aa, bb, as sub-paragraphs are counted.
func letterOf(n int) string {
	if n < 1 {
		return ""
	}
	if n > 2*26 {
		return strconv.Itoa(n)
	}
	return strings.Repeat(string(rune('a'+(n-1)%26)), (n-1)/26+1)
}
