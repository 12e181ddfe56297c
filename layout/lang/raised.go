package lang

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Raised yields the stretches of words in order, and whether each is one that the language writes above the line: the
// letters that make a figure an ordinal, as in 1er and XXe, and those of the abbreviation before a number, as in no 5.
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
			if at, n := l.Ordinals.number(words[from:i], words[end:]); n > 0 {
				if !yield(words[from:from+at], false) || !yield(words[from+at:from+at+n], true) {
					return
				}
				from += at + n
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

// Ordinals are the letters that make a figure an ordinal: the first, the second, any other; and the abbreviations
// before a number of which all but the first letter is raised, before one and before several.
type Ordinals struct{ First, Second, Other, Number, Numbers []string }

// End reports whether letters above the line make an ordinal of a figure.
func (o *Ordinals) End(letters string) bool {
	return slices.Contains(o.First, letters) || slices.Contains(o.Second, letters) || slices.Contains(o.Other, letters)
}

// EndNumber reports whether letters above the line end the abbreviation before a number.
func (o *Ordinals) EndNumber(letters string) bool {
	ends := func(s string) bool { return s[1:] == letters }
	return slices.ContainsFunc(o.Number, ends) || slices.ContainsFunc(o.Numbers, ends)
}

// number finds the abbreviation that ends the words before a figure: where its raised letters begin, and how many there
// are; 0 for none. That of several numbers is a word of its own where no other number follows: "nos 5 enfants".
func (o *Ordinals) number(before, after string) (at, n int) {
	words := strings.TrimRight(before, " \u00a0\u202f")
	if words == before || len(o.Number) == 0 {
		return 0, 0
	}
	last := words[len(words)-len(endingLetters(words)):]
	small := strings.ToLower(last)
	if slices.Contains(o.Number, small) || slices.Contains(o.Numbers, small) && another.MatchString(after) {
		return len(words) - len(last) + 1, len(last) - 1
	}
	return 0, 0
}

// another is what stands between two numbers: "5 et 6", "5, 6", "5 à 8".
var another = regexp.MustCompile(`^(?: ?[-–] ?|, ?| \p{L}{1,3} )[0-9]`)

// endingLetters gives the letters and figures that words end with.
func endingLetters(words string) string {
	i := strings.LastIndexFunc(words, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	if i < 0 {
		return words
	}
	_, n := utf8.DecodeRuneInString(words[i:])
	return words[i+n:]
}

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
