package lang

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Contract joins the preposition that words end with and the article that a name begins with, as the language does:
// "au nom de " and "le Groupe africain" become "au nom du " and "Groupe africain", "de " before "Israël" becomes "d’".
func (l *Language) Contract(before, name string) (string, string) {
	for both, joined := range l.Contractions {
		preposition, article, _ := strings.Cut(both, " ")
		rest, begins := strings.CutPrefix(name, article+" ")
		if head, ends := lastWord(before, preposition); begins && ends {
			return head + alikeCase(before[len(head):], joined) + " ", rest // no other pair has the same two words
		}
	}
	for preposition, elided := range l.Elisions {
		if head, ends := lastWord(before, preposition); ends && l.Articles.vowel(name) ||
			ends && slices.Contains(l.Articles.Mute, name) {
			return head + alikeCase(before[len(head):], elided), name
		}
	}
	return before, name
}

// Each says a string of the report that has {who} in it of several names, each as it stands in a sentence. Where the
// language repeats the preposition before them, so it does within a name of several: "du Groupe des 77 et de la Chine".
func (l *Language) Each(key string, names ...string) string {
	before, _, found := strings.Cut(l.Strings[key], "{who}")
	words := strings.Fields(before)
	if !l.Joined.Repeats || !found || len(words) == 0 || !strings.HasSuffix(before, " ") {
		return l.Say(key, "who", l.List(names))
	}
	preposition := words[len(words)-1] + " "
	again := func(name string) string {
		head, rest := l.Contract(preposition, name)
		return head + rest
	}
	list := make([]string, len(names))
	for i, name := range names {
		parts := l.several(name)
		if parts == nil {
			parts = []string{name}
		}
		for j := range parts {
			if i+j > 0 {
				parts[j] = again(parts[j])
			}
		}
		list[i] = l.List(parts)
	}
	return l.Say(key, "who", l.List(list))
}

// lastWord cuts a word and the space after it from the end of words.
func lastWord(words, word string) (string, bool) {
	n := len(words) - len(word) - 1
	if n < 0 || !strings.EqualFold(words[n:], word+" ") {
		return words, false
	}
	last, _ := utf8.DecodeLastRuneInString(words[:n])
	return words[:n], n == 0 || !unicode.IsLetter(last)
}

// alikeCase gives a word a capital where another has one.
func alikeCase(like, word string) string {
	if r, _ := utf8.DecodeRuneInString(like); unicode.IsUpper(r) {
		return Capital(word)
	}
	return word
}

// Capital begins words with a capital letter.
func Capital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}

// Titled is a name with what its bearer is, as it stands within a sentence.
func (l *Language) Titled(name, role string) string {
	return l.filled(l.Articles.Titled, "name", name, "role", role)
}

// filled fills placeholders with values, each joined with the preposition before it.
func (l *Language) filled(s string, pairs ...string) string {
	for i := 0; i+1 < len(pairs); i += 2 {
		if before, after, found := strings.Cut(s, "{"+pairs[i]+"}"); found {
			before, pairs[i+1] = l.Contract(before, pairs[i+1])
			s = before + "{" + pairs[i] + "}" + after
		}
	}
	return fill(s, pairs...)
}
