package office

import (
	"strings"
	"unicode"
)

// The ways a text is written, each with a language and with switches of its own in Word.
const (
	rightward = iota
	eastAsian
	leftward
)

// way gives how a letter is written; false where the character is none, or goes with any.
func way(r rune) (int, bool) {
	switch {
	case r < 0x590 && unicode.IsLetter(r):
		return rightward, true
	case unicode.In(r, unicode.Arabic, unicode.Hebrew, unicode.Syriac, unicode.Thaana) && unicode.IsLetter(r):
		return leftward, true
	case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul, unicode.Bopomofo):
		return eastAsian, true
	}
	return rightward, unicode.IsLetter(r)
}

// written finds how a text is written, by its first letter.
func written(text string) int {
	for _, r := range text {
		if w, is := way(r); is {
			return w
		}
	}
	return rightward
}

// stretches divides words where the way changes in which they are written: programs keep words of two languages in one
// run, with a language for each way. What is no letter goes with the letters before it, or else with those after it.
func (t *teller) stretches(text string) []string {
	var out []string
	from, now, known := 0, rightward, false
	for i, r := range text {
		w, is := way(r)
		if is && known && w != now && t.divided < maxDivided {
			t.divided++
			out = append(out, text[from:i])
			from = i
		}
		if is {
			now, known = w, true
		}
	}
	return append(out, text[from:])
}

// onlyRightward reports whether words are of scripts written to the right, with none of one written to the left.
func onlyRightward(words string) bool { return onlyIn(words, false) }

// onlyIn reports whether words have letters, and all of them are written to the left, or none.
func onlyIn(words string, left bool) bool {
	some := false
	for _, r := range words {
		if w, is := way(r); is {
			if (w == leftward) != left {
				return false
			}
			some = true
		}
	}
	return some
}

// Controls of direction (UAX #9, 2): what follows one of the first is embedded, or the direction of its letters
// overridden, up to the last.
const (
	embedLeftward, embedRightward       = "\u202b", "\u202a"
	overrideLeftward, overrideRightward = "\u202e", "\u202d"
	popped                              = "\u202c"
)

// directed gives the control that does what w:dir and w:bdo do; "" where the words have that direction by themselves.
func directed(n *node, words string) string {
	left := n.get("w:val") == "rtl"
	switch {
	case onlyIn(words, left), strings.TrimSpace(words) == "":
		return ""
	case n.name == "w:bdo" && left:
		return overrideLeftward
	case n.name == "w:bdo":
		return overrideRightward
	case left:
		return embedLeftward
	}
	return embedRightward
}
