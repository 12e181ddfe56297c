package lang

import "strings"

// Binds are words that no line parts from what stands beside them, in small letters: abbreviations before a figure;
// titles, ordinals and prepositions of one letter before a word; and, as they are written, units after a figure. The
// parts of a date are kept together as Day writes it. A unit may have two words.
type Binds struct{ Figures, Words, Units []string }

// MayBeDay reports whether a word, without the punctuation after it, can be the day, or the days, that a date begins
// with.
func (l *Language) MayBeDay(word string) bool {
	if !strings.HasPrefix(l.Day, "{day}") {
		return false
	}
	if word == l.First && word != "" {
		return true
	}
	from, to, ranged := strings.Cut(strings.ReplaceAll(strings.ReplaceAll(word, ".", ""), "–", "-"), "-")
	return isDay(from) && (!ranged || isDay(to))
}

func isDay(s string) bool {
	return len(s) == 1 && s[0] >= '1' && s[0] <= '9' || len(s) == 2 && s[0] >= '1' && s[0] <= '3' && isDigit(s[1])
}

func isDigit(b byte) bool { return b >= '0' && b <= '9' }

// MatchDate reads a date as Day writes it from words, which word gives by their number, "" beyond the last. It gives
// the number of the month's last word, and how many words the date has; month may be all there is of it. 0, 0: no date.
func (l *Language) MatchDate(word func(int) string) (month, words int) {
	n, found := 0, false
	for part := range strings.FieldsSeq(l.Day) {
		switch part {
		case "{day}", "{day}.":
			if !l.MayBeDay(word(n)) {
				return 0, 0
			}
			n++
		case "{month}":
			k := l.monthAt(word, n)
			if k == 0 {
				return 0, 0
			}
			n += k
			month, words, found = n-1, n, true
		case "{year}":
			if y := word(n); len(y) != 4 || strings.IndexFunc(y, func(r rune) bool { return r < '0' || r > '9' }) >= 0 {
				return month, words
			}
			n++
			words = n
		default:
			if word(n) != part {
				return month, words
			}
			n++
			if found && words == n-1 && n-1 > month+1 { // what follows the year belongs to it
				words = n
			}
		}
	}
	return month, words
}

// monthAt gives how many words from word n on are the name of a month, 0 if they are none.
func (l *Language) monthAt(word func(int) string, n int) int {
	for _, m := range l.Months {
		k := 0
		for part := range strings.FieldsSeq(m) {
			if word(n+k) != part {
				k = -1
				break
			}
			k++
		}
		if k > 0 {
			return k
		}
	}
	return 0
}
