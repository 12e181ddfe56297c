package lang

import (
	"slices"
	"strings"
	"sync"
	"unicode"

	"gopkg.in/yaml.v3"
)

// This file tells that a text is in another language than it is said to be, though in letters of the same script.

// enoughOwn is how many per cent of the words of a text are the commonest of its language where it is surely in it.
const enoughOwn = 38

// Foreign reports whether a text that is said to be in the language is in another one of the same script, and gives
// that language where it is known for sure.
func (s *Set) Foreign(l *Language, words string) (is bool, which *Language) {
	if l.strange(words) {
		return true, nil
	}
	counted := count(words)
	said := counted.share(l.Common, nil)
	if len(l.Common) == 0 || said >= enoughOwn { // the other languages' folders need not be read then
		return false, nil
	}
	best, most, second := (*Language)(nil), 0, 0
	others := slices.Clone(strangers())
	for _, code := range s.Codes() {
		others = append(others, s.Of(code))
	}
	for _, other := range others {
		if other.Folder == l.Folder && other.Folder != "" || !other.apart(l, counted) {
			continue
		}
		n := counted.share(other.Common, nil)
		if n > most {
			best, most, second = other, n, most
		} else {
			second = max(second, n)
		}
	}
	if best == nil || best.Folder == "" || most < CommonShare || most*3 < second*4 {
		best = known(best, most, said)
		return best != nil, nil
	}
	return true, best
}

// known gives a language that is surely meant though not which: its words are far more than those of the text's own.
func known(best *Language, most, said int) *Language {
	if best != nil && (most >= CommonShare || said*3 < most && most >= CommonShare/2) {
		return best
	}
	return nil
}

// apart reports whether a text has the words that only this language has, and hardly any of those that only another
// one has.
func (l *Language) apart(other *Language, words tally) bool {
	own := words.share(l.Common, other.Common)
	return own >= CommonShare/3 && own >= 3*words.share(other.Common, l.Common)
}

// strangers are languages that have no folder, by their commonest words: a text in one of them is in none of the
// others.
var strangers = sync.OnceValue(func() (list []*Language) {
	data, err := embedded.ReadFile("strangers.yaml")
	if err != nil {
		panic(err) // the file is embedded
	}
	if err := yaml.Unmarshal(data, &list); err != nil {
		panic(err)
	}
	return list
})

// strange reports whether a text has letters of its script that the language does not have, as Persian and Ukrainian
// have beside those of Arabic and Russian.
func (l *Language) strange(words string) bool {
	own := l.Alphabet
	if own == "" {
		return false
	}
	all, others := 0, 0
	for _, c := range strings.ToLower(words) {
		if !unicode.Is(unicode.Arabic, c) && !unicode.Is(unicode.Cyrillic, c) || !unicode.IsLetter(c) {
			continue
		}
		if all++; !strings.ContainsRune(own, c) {
			others++
		}
	}
	return all >= enoughLetters && others*50 > all
}
