package document

import (
	"strconv"
	"strings"

	"rapporteur/layout/lang"
)

// span writes first–last, one number where they are equal.
func span(first, last int) string {
	if first == last {
		return strconv.Itoa(first)
	}
	return strconv.Itoa(first) + "–" + strconv.Itoa(last)
}

// roman writes a number in capitals, as chapters are numbered.
func roman(n int) string {
	var b strings.Builder
	for _, r := range []struct {
		value int
		digit string
	}{{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"}, {9,
		"IX"},
		{5, "V"}, {4, "IV"}, {1, "I"}} {
		for ; n >= r.value; n -= r.value {
			b.WriteString(r.digit)
		}
	}
	return b.String()
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
	return roman(i)
}

// annexNumeral is an annex's number as the language writes it.
func annexNumeral(words *lang.Language, i int) string {
	if s := words.Numbers.Annex(i); s != "" {
		return s
	}
	return roman(i)
}

// annexName is an annex's name with its number.
func annexName(words *lang.Language, i int) string {
	return words.Say("annex", "n", annexNumeral(words, i))
}
