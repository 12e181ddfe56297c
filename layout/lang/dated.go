package lang

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Dated reads a day as people write it in any language of the set, "19 septembre 2011", "September 19, 2011", and gives
// it as 2011-09-19; "" where it is none.
func (s *Set) Dated(written string) string {
	words := strings.FieldsFunc(strings.ToLower(written), func(r rune) bool { return unicode.IsSpace(r) || r == ',' })
	for _, code := range s.Codes() {
		l := s.Of(code)
		for i, names := range l.Months {
			for month := range strings.SplitSeq(strings.ToLower(names), "/") { // two in Arabic: أيلول/سبتمبر
				rest, found := without(words, strings.Fields(month))
				if !found {
					rest, found = shortened(words, month)
				}
				if day, year := dayAndYear(rest, l); found && day > 0 {
					return fmt.Sprintf("%04d-%02d-%02d", year, i+1, day)
				}
			}
		}
	}
	return ""
}

// without takes words off a list in which they stand side by side.
func without(list, words []string) (rest []string, found bool) {
	for i := 0; i+len(words) <= len(list) && len(words) > 0; i++ {
		if strings.Join(list[i:i+len(words)], " ") == strings.Join(words, " ") {
			return append(append([]string(nil), list[:i]...), list[i+len(words):]...), true
		}
	}
	return nil, false
}

// shortened takes the short form of a month's name off a list: "sept.", "Oct".
func shortened(list []string, month string) (rest []string, found bool) {
	for i, w := range list {
		short := strings.TrimSuffix(w, ".")
		if utf8.RuneCountInString(short) >= 3 && strings.HasPrefix(month, short) {
			return append(append([]string(nil), list[:i]...), list[i+1:]...), true
		}
	}
	return nil, false
}

// dayAndYear finds a day and a year of four figures among words, beside which only little words stand, as "de", and one
// longer one, the day of the week.
func dayAndYear(words []string, l *Language) (day, year int) {
	long := 0
	for _, w := range words {
		figures := strings.TrimRightFunc(w, func(r rune) bool { return !unicode.IsDigit(r) })
		n, err := strconv.Atoi(figures)
		switch {
		case w == l.First && w != "":
			day = 1
		case err == nil && len(figures) == 4:
			year = n
		case err == nil && len(figures) <= 2 && n >= 1 && n <= 31 && day == 0:
			day = n
		case err == nil:
			return 0, 0
		case len([]rune(w)) > 3:
			long++
		}
	}
	if year == 0 || long > 1 {
		return 0, 0
	}
	return day, year
}
