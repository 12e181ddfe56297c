package lang

import (
	"strings"
	"unicode"
)

// This file tells a text's language by its letters and its commonest words.

const (
	enoughLetters = 24 // fewer tell nothing of the language; of Han, each is as good as three
	enoughWords   = 15
)

// CommonShare is how many per cent of the words of a text are the commonest of its language, at least, as a rule.
const CommonShare = 20

// alphabets are those of the languages that a text can be told to be in by its letters alone.
var alphabets = []struct {
	table *unicode.RangeTable
	name  string // ISO 15924; of Chinese, that of either way of writing begins so
}{{unicode.Arabic, "Arab"}, {unicode.Cyrillic, "Cyrl"}, {unicode.Han, "Han"}, {unicode.Latin, "Latn"}}

// ScriptOf gives the script that two thirds of the letters of a text are of, as the beginning of its ISO 15924 code; ""
// where there is none, or too few letters, or none that a language here is written in.
func ScriptOf(words string) string {
	counts := make([]int, len(alphabets))
	all := 0
	for _, c := range words {
		if !unicode.IsLetter(c) {
			continue
		}
		weight := 1
		if unicode.Is(unicode.Han, c) {
			weight = 3
		}
		all += weight
		for i := range alphabets {
			if unicode.Is(alphabets[i].table, c) {
				counts[i] += weight
			}
		}
	}
	for i := range alphabets {
		if all >= enoughLetters && counts[i]*3 > all*2 {
			return alphabets[i].name
		}
	}
	return ""
}

// Known reports whether a text in the language can be told by its letters.
func (l *Language) Known() bool {
	for i := range alphabets {
		if strings.HasPrefix(l.Script, alphabets[i].name) {
			return true
		}
	}
	return false
}

// Told gives the language that a text seems to be in: the one whose commonest words it has, or the only one that is
// told by its letters alone; nil where nothing can be said.
func (s *Set) Told(words string) *Language {
	best := s.Commonest(words)
	if best != nil {
		for _, other := range strangers() {
			if other.apart(best, words) {
				return nil
			}
		}
		return best
	}
	script := ScriptOf(words)
	for _, code := range s.Codes() {
		l := s.Of(code)
		if script != "" && strings.HasPrefix(l.Script, script) && len(l.Common) == 0 && !l.strange(words) {
			return l
		}
	}
	return nil
}

// Commonest gives the language that most of the commonest words of a text are of; nil where those are too few.
func (s *Set) Commonest(words string) *Language {
	var best *Language
	most := CommonShare - 1
	for _, code := range s.Codes() {
		if l := s.Of(code); len(l.Common) > 0 {
			if n := l.Share(words); n > most {
				best, most = l, n
			}
		}
	}
	return best
}

// Share is how many per cent of words are of the commonest of the language; 0 of too few words.
func (l *Language) Share(words string) int {
	common := map[string]bool{}
	for _, w := range l.Common {
		common[w] = true
	}
	all, found := 0, 0
	for w := range strings.FieldsFuncSeq(strings.ToLower(words), func(r rune) bool {
		return !unicode.IsLetter(r)
	}) {
		if all++; common[w] {
			found++
		}
	}
	if all < enoughWords {
		return 0
	}
	return found * 100 / all
}

// WrittenIn reports whether words have a letter of a script, by its ISO 15924 code, or no letter at all. Of a script
// whose letters are not known here nothing can be said against them.
func WrittenIn(words, script string) bool {
	letters := false
	for i := range alphabets {
		if !strings.HasPrefix(script, alphabets[i].name) {
			continue
		}
		for _, c := range words {
			if unicode.Is(alphabets[i].table, c) {
				return true
			}
			letters = letters || unicode.IsLetter(c)
		}
	}
	return !letters
}
