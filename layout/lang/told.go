package lang

import (
	"slices"
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

// alphabets are those of the languages that a text can be told to be in by its letters alone. They have no letter in
// common; the one that most texts are in comes first.
var alphabets = []struct {
	table *unicode.RangeTable
	name  string // ISO 15924; of Chinese, that of either way of writing begins so
}{{unicode.Latin, "Latn"}, {unicode.Arabic, "Arab"}, {unicode.Cyrillic, "Cyrl"}, {unicode.Han, "Han"}}

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
		for i := range alphabets {
			if unicode.Is(alphabets[i].table, c) {
				if alphabets[i].table == unicode.Han {
					weight = 3
				}
				counts[i] += weight
				break
			}
		}
		all += weight
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
	counted := count(words)
	best := s.commonest(counted)
	if best != nil {
		for _, other := range strangers() {
			if other.apart(best, counted) {
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
func (s *Set) Commonest(words string) *Language { return s.commonest(count(words)) }

func (s *Set) commonest(words tally) *Language {
	var best *Language
	most := CommonShare - 1
	for _, code := range s.Codes() {
		if l := s.Of(code); len(l.Common) > 0 {
			if n := words.share(l.Common, nil); n > most {
				best, most = l, n
			}
		}
	}
	return best
}

// tally has the words of a text counted: they are compared with the commonest of many languages.
type tally struct {
	all int
	by  map[string]int
}

func count(words string) tally {
	t := tally{by: map[string]int{}}
	for w := range strings.FieldsFuncSeq(strings.ToLower(words), func(r rune) bool { return !unicode.IsLetter(r) }) {
		t.all++
		t.by[w]++
	}
	return t
}

// share is how many per cent of the words are among those of a list, but not of another one; 0 of too few words.
func (t tally) share(list, but []string) int {
	if t.all < enoughWords {
		return 0
	}
	found := 0
	for i, w := range list {
		if n := t.by[w]; n > 0 && !slices.Contains(list[:i], w) && !slices.Contains(but, w) {
			found += n
		}
	}
	return found * 100 / t.all
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
