package document

import (
	"strconv"

	"rapporteur/layout/lang"
)

// span writes first–last, one number where they are equal.
func span(first, last int) string {
	if first == last {
		return strconv.Itoa(first)
	}
	return strconv.Itoa(first) + "–" + strconv.Itoa(last)
}

// letter writes a, b, … z, aa, ab ….
func letter(n int) string {
	s := ""
	for ; n > 0; n = (n - 1) / 26 {
		s = string(rune('a'+(n-1)%26)) + s
	}
	return s
}

// chapterNumeral is a chapter's number as the language writes it.
func chapterNumeral(words *lang.Language, i int) string {
	if s := words.Numbers.Chapter(i); s != "" {
		return s
	}
	return lang.Roman(i)
}

// annexNumeral is an annex's number as the language writes it.
func annexNumeral(words *lang.Language, i int) string {
	if s := words.Numbers.Annex(i); s != "" {
		return s
	}
	return lang.Roman(i)
}

// annexName is an annex's name with its number.
func annexName(words *lang.Language, i int) string {
	return words.Say("annex", "n", annexNumeral(words, i))
}
