package lang

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Raised yields the stretches of words in order, and whether each is one that the language writes above the line: the
// letters that make a figure an ordinal, as in 1er and XXe.
func (l *Language) Raised(words string) func(yield func(stretch string, raised bool) bool) {
	return func(yield func(string, bool) bool) {
		if l == nil || len(l.Ordinals.Other) == 0 {
			yield(words, false)
			return
		}
		from := 0
		for i := 0; i < len(words); {
			end := figureEnd(words, i)
			if end == i {
				_, n := utf8.DecodeRuneInString(words[i:])
				i += n
				continue
			}
			stop := end + len(letters(words[end:]))
			if stop > end && l.ordinal(words[i:end], words[end:stop]) && !wordBefore(words[:i]) {
				if !yield(words[from:end], false) || !yield(words[end:stop], true) {
					return
				}
				from = stop
			}
			i = stop
		}
		if from < len(words) {
			yield(words[from:], false)
		}
	}
}

// Ordinals are the letters that make a figure an ordinal: the first, the second, any other.
type Ordinals struct{ First, Second, Other []string }

// ordinal reports whether letters make a figure an ordinal. Much that begins with a Roman letter is a word: Inde, Vers,
// Ce, De, Le, Me.
func (l *Language) ordinal(figure, ending string) bool {
	o := &l.Ordinals
	switch figure {
	case "1", "I":
		return slices.Contains(o.First, ending)
	case "2", "II":
		return slices.Contains(o.Second, ending) || slices.Contains(o.Other, ending)
	}
	number := figure[0] <= '9' || len(figure) > 1 && figure[:2] != "MM" || strings.ContainsAny(figure, "VX")
	return number && slices.Contains(o.Other, ending)
}

// figureEnd gives where a figure ends that begins at byte i, in digits or in Roman capitals; i where there is none.
func figureEnd(words string, i int) int {
	for _, set := range [2]string{"0123456789", "IVXLCDM"} {
		end := i
		for end < len(words) && strings.IndexByte(set, words[end]) >= 0 {
			end++
		}
		if end > i {
			return end
		}
	}
	return i
}

// letters gives the letters and digits that words begin with.
func letters(words string) string {
	if i := strings.IndexFunc(words, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }); i >= 0 {
		return words[:i]
	}
	return words
}

// wordBefore reports whether what stands before a figure is of the same word.
func wordBefore(words string) bool {
	r, n := utf8.DecodeLastRuneInString(words)
	return n > 0 && (unicode.IsLetter(r) || unicode.IsDigit(r) || r == '-' || r == '/' || r == '.')
}
