package lang

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Letter gives the mark of the n-th note of a table, from 1: a, b, c; in scripts whose letters count, those. After the
// last they are doubled: aa, bb.
func (l *Language) Letter(n int) string {
	letters := strings.Split("abcdefghijklmnopqrstuvwxyz", "")
	if len(l.Letters) > 0 {
		if r, _ := utf8.DecodeRuneInString(l.Letters[0]); unicode.IsLetter(r) && !unicode.Is(unicode.Han, r) {
			letters = l.Letters
		}
	}
	return strings.Repeat(letters[(n-1)%len(letters)], (n-1)/len(letters)+1)
}
