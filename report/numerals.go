package report

import (
	"strconv"
	"strings"
)

func decimal(n int) string { return strconv.Itoa(n) }

// span writes first–last, one number where they are equal.
func span(first, last int) string {
	if first == last {
		return decimal(first)
	}
	return decimal(first) + "–" + decimal(last)
}

// roman writes a number in capitals, as chapters are numbered.
func roman(n int) string {
	var b strings.Builder
	for _, r := range []struct {
		value int
		digit string
	}{{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}} {
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
