package states

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Folded gives the words of a text as they are compared: small letters without accents, each character of Chinese a
// word of its own, as nothing stands between them.
func Folded(text string) []string {
	var b strings.Builder
	for _, r := range norm.NFD.String(text) {
		switch {
		case unicode.Is(unicode.M, r) || unicode.Is(unicode.Cf, r):
		case unicode.Is(unicode.Han, r):
			b.WriteString(" " + string(r) + " ")
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			b.WriteRune(unicode.ToLower(r))
		default:
			b.WriteByte(' ')
		}
	}
	return strings.Fields(b.String())
}

// articles may stand before the words of Arabic without a space.
var articles = []string{"", "و", "ل", "لل", "ب", "ال", "وال"}

// SameWord reports whether a word of a text is a word of a name: the same, or in another case of Russian, or with an
// article, a preposition or the ending of an adjective in Arabic.
func SameWord(name, word string) bool {
	if name == word {
		return true
	}
	if name == "" || name[0] < 0x80 { // neither Cyrillic nor Arabic: most names, at each word of each text
		return false
	}
	letters := []rune(name)
	switch {
	case len(letters) > 3 && unicode.Is(unicode.Cyrillic, letters[0]):
		ending, is := strings.CutPrefix(word, stem(letters))
		return is && slices.Contains(endings, ending)
	case len(letters) > 2 && unicode.Is(unicode.Arabic, letters[0]):
		return slices.ContainsFunc(articles, func(a string) bool { return a+name == word }) ||
			strings.TrimPrefix(name, "ال") == bare(word)
	}
	return false
}

// root gives what all words share that SameWord takes for a word of a name: names are looked up by it.
func root(name string) string {
	letters := []rune(name)
	switch {
	case len(letters) > 3 && unicode.Is(unicode.Cyrillic, letters[0]):
		return stem(letters)
	case unicode.Is(unicode.Arabic, letters[0]):
		return strings.TrimPrefix(name, "ال")
	}
	return name
}

// roots gives the roots of all words of names that SameWord may take a word for.
func roots(word string) []string {
	list := []string{word}
	letters := []rune(word)
	switch {
	case unicode.Is(unicode.Cyrillic, letters[0]):
		for n := len(letters) - 1; n >= max(1, len(letters)-longestEnding); n-- {
			list = append(list, string(letters[:n]))
		}
	case unicode.Is(unicode.Arabic, letters[0]):
		for _, a := range articles {
			if rest, begins := strings.CutPrefix(word, a); begins {
				list = append(list, strings.TrimPrefix(rest, "ال"))
			}
		}
		list = append(list, bare(word))
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// longestEnding: letters that a word may have more than its stem.
const longestEnding = 3

// bare is a word of Arabic without what stands before it, or after it as the ending of an adjective.
func bare(word string) string {
	word = strings.TrimPrefix(strings.TrimPrefix(word, "و"), "لل")
	word = strings.TrimSuffix(strings.TrimPrefix(word, "ال"), "يه")
	return strings.TrimSuffix(word, "ية")
}

// endings are those of Russian nouns and adjectives, as they are compared.
var endings = strings.Fields(`а у ом е я ю ем и еи ои ы ов ам ами ах ого ому ых их ым им ую юю ью ью`)

// stem is what the cases of a Russian word have in common.
func stem(letters []rune) string {
	n := len(letters)
	switch {
	case slices.Contains([]string{"ая", "яя", "ое", "ее", "ие", "ые", "ыи", "ои"}, string(letters[n-2:])):
		n -= 2
	case strings.ContainsRune("аяоеыьи", letters[n-1]) && !(letters[n-1] == 'и' && n < 6):
		n--
	}
	return string(letters[:n])
}

// begins reports whether words begin with those of a name.
func begins(words, name []string) bool {
	if len(name) == 0 || len(words) < len(name) {
		return false
	}
	for i := range name {
		if !SameWord(name[i], words[i]) {
			return false
		}
	}
	return true
}
