package paint

import (
	"strings"
	"unicode"
)

const ellipsis = "…"

// shorten takes one more word from the end of words, which may be shortened already; "" when nothing would be left.
func shorten(cut string) string {
	s := strings.TrimSuffix(cut, ellipsis)
	i := strings.LastIndexFunc(s, unicode.IsSpace)
	if i <= 0 { // one long word, or a language without spaces: take an eighth of it
		r := []rune(s)
		n := len(r) - max(1, len(r)/8)
		if n < 1 {
			return ""
		}
		s = string(r[:n])
	} else {
		s = s[:i]
	}
	s = strings.TrimRightFunc(s, func(r rune) bool { return unicode.IsSpace(r) || unicode.IsPunct(r) })
	if s == "" {
		return ""
	}
	return s + ellipsis
}
