package document

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// noteNumber is a number that stands as that of a note does, after four small letters and the signs that end a
// sentence, and before a capital or the end of the words: "was adopted.1". It is words[from:to]; signed says that there
// are signs.
type noteNumber struct {
	from, to int
	signed   bool
}

// noteNumbers finds them. They are looked for by hand: nearly every paragraph has figures, and in all of them a regular
// expression would look at every letter.
func noteNumbers(words string) (list []noteNumber) {
	for at := 0; at < len(words); {
		next := strings.IndexAny(words[at:], "0123456789")
		if next < 0 {
			break
		}
		from := at + next
		for at = from; at < len(words) && isFigure(words[at]); {
			at++
		}
		if at-from > longestNoteNumber || !beginsSentence(words[at:]) {
			continue
		}
		if ends, signed := endsSmall(words[:from]); ends {
			list = append(list, noteNumber{from, at, signed})
		}
	}
	return list
}

// longestNoteNumber is how many figures it has at most.
const longestNoteNumber = 2

func isFigure(b byte) bool { return b >= '0' && b <= '9' }

// beginsSentence reports whether nothing follows, or a capital after white space.
func beginsSentence(words string) bool {
	if words == "" {
		return true
	}
	rest := strings.TrimLeft(words, " \t\n\f\r")
	first, _ := utf8.DecodeRuneInString(rest)
	return len(rest) < len(words) && unicode.Is(unicode.Lu, first)
}

// endsSmall reports whether words end with four small letters and perhaps a stop, a sign that closes and one more stop;
// signed, whether with any of these.
func endsSmall(words string) (ends, signed bool) {
	const stops, closing = ".,;:!?", "”»\"’)"
	letters := withoutLast(withoutLast(withoutLast(words, stops), closing), stops)
	signed = len(letters) < len(words)
	for range 4 {
		last, size := utf8.DecodeLastRuneInString(letters)
		if !unicode.Is(unicode.Ll, last) {
			return false, signed
		}
		letters = letters[:len(letters)-size]
	}
	return true, signed
}

// withoutLast takes the last character off if it is one of some signs.
func withoutLast(words, signs string) string {
	if last, size := utf8.DecodeLastRuneInString(words); size > 0 && strings.ContainsRune(signs, last) {
		return words[:len(words)-size]
	}
	return words
}
