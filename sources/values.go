package sources

import (
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"golang.org/x/text/language"
	"golang.org/x/text/unicode/norm"

	"rapporteur/sources/diag"
	"rapporteur/sources/pattern"
)

var (
	idShape     = pattern.Of(`^[A-Za-z0-9][A-Za-z0-9-]{0,63}$`)
	dateShape   = pattern.Of(`^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2}))?$`)
	numberShape = pattern.Of(`^\d{1,6}(?:\.\d{1,3})?$`)
	rangeShape  = pattern.Of(`^(\d{1,7})(?:-(\d{1,7}))?$`)
	ourLevels   = pattern.Of(`^(?:ua1|a3[abu])(?:\+(?:ua1|a3[abu]))*$`)
	levelShape  = pattern.Of(`^(?:ua1|ua2|a[1-4][abuef]?)(?:\+(?:ua1|ua2|a[1-4][abuef]?))*$`)
)

// clean gives a scalar in NFC as one line: a title does not end in the line feed of a YAML block. No-break spaces stay,
// French needs them.
func clean(s string) string {
	fields := strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == '\t' || r == '\n' })
	return norm.NFC.String(strings.Join(fields, " "))
}

// tooLong returns how many characters a title or a name has where that is too many; "" where it is not.
func tooLong(s string) string {
	if len(s) <= maxTitle {
		return ""
	}
	if n := utf8.RuneCountInString(s); n > maxTitle {
		return strconv.Itoa(n)
	}
	return ""
}

// parseDate reads a date, with a time of day or without; false where there is no such day or time.
func parseDate(s string) (Date, bool) {
	m := dateShape.FindStringSubmatch(s)
	if m == nil {
		return Date{}, false
	}
	layout := "2006-01-02"
	if m[4] != "" {
		layout = "2006-01-02T15:04"
	}
	t, err := time.Parse(layout, s)
	if err != nil || t.Year() == 0 {
		return Date{}, false
	}
	return Date{Year: t.Year(), Month: int(t.Month()), Day: t.Day(), Hour: t.Hour(), Minute: t.Minute(),
		HasTime: m[4] != ""}, true
}

// daysMeant gives the day that somebody meant who wrote it otherwise, as 2012-03-01; two where that is not certain:
// 3/4/2012 is one day in London and another in New York.
func daysMeant(s string) []string {
	s = dashes.Replace(s)
	for _, layout := range []string{"2006-1-2", "2006/1/2", "2006.1.2", "20060102", "2006年1月2日", "2 January 2006",
		"January 2, 2006", "2 Jan 2006"} {
		if t, err := time.Parse(layout, s); err == nil {
			return []string{t.Format(time.DateOnly)}
		}
	}
	var found []string
	for _, layout := range []string{"2/1/2006", "1/2/2006", "2-1-2006", "1-2-2006", "2.1.2006",
		"2/1/06", "1/2/06", "2-1-06", "2.1.06"} {
		if t, err := time.Parse(layout, s); err == nil && !slices.Contains(found, t.Format(time.DateOnly)) {
			found = append(found, t.Format(time.DateOnly))
		}
	}
	return found
}

// bareNumber is a number as parseMilli reads it, of one with its unit or a decimal comma.
func bareNumber(s, unit string) string {
	s = strings.TrimSpace(strings.TrimSuffix(strings.ToLower(s), unit))
	return strings.Replace(s, ",", ".", 1)
}

// parseMilli reads a decimal number as thousandths; false if it is not one, or has more than three decimals.
func parseMilli(s string) (int, bool) {
	if !numberShape.MatchString(s) {
		return 0, false
	}
	whole, decimals, _ := strings.Cut(s, ".")
	n, err := strconv.Atoi(whole + (decimals + "000")[:3])
	return n, err == nil
}

// milli writes thousandths as a decimal number.
func milli(n int) string {
	s := strconv.Itoa(n / 1000)
	if n%1000 != 0 {
		s += "." + strings.TrimRight(strconv.Itoa(n%1000 + 1000)[1:], "0")
	}
	return s
}

// parseRanges reads `1-3,5`; false where a part is not a range, ends before it begins, or starts at 0. Columns count
// from pos.
func parseRanges(s string, pos diag.Pos) ([]PageRange, bool) {
	var ranges []PageRange
	column := pos.Column
	for part := range strings.SplitSeq(s, ",") {
		trimmed := strings.TrimSpace(part)
		m := rangeShape.FindStringSubmatch(trimmed)
		if m == nil || len(ranges) == maxRanges {
			return nil, false
		}
		first := decimal(m[1])
		last := first
		if m[2] != "" {
			last = decimal(m[2])
		}
		if first < 1 || last < first || last > maxPage {
			return nil, false
		}
		ranges = append(ranges, PageRange{First: first, Last: last, Pos: diag.Pos{File: pos.File, Line: pos.Line,
			Column: column + strings.Index(part, trimmed)}})
		column += len(part) + 1
	}
	return ranges, true
}

// decimal is the number that digits say, of which there are few.
func decimal(digits string) int {
	n, _ := strconv.Atoi(digits)
	return n
}

// dashes are those that word processors put in place of a hyphen.
var dashes = strings.NewReplacer("–", "-", "—", "-", "‑", "-", "−", "-", "‐", "-")

// wordsOfPages are the words that people write before the numbers of pages, untilPage those between two.
var (
	wordsOfPages = pattern.Of(`(?i)\b(?:pp?\.?|pages?|págs?\.?|páginas?|стр\.?|seiten?)\s*(\b|$)`)
	untilPage    = pattern.Of(`(?i)(\d)\s*(?:to|through|à|au|a|al|bis|по|до|\.\.+|…|:)\s*`)
	allPages     = pattern.Of(`(?i)^(?:all|toutes?|todas?|все|alle|\*|all pages|toutes les pages)$`)
	toTheEnd     = pattern.Of(`(?i)^(.*?)(\d+) ?(?:-|–|to|à|a) ?(?:end|last|fin|final|конец)?$`)
)

// nearestRanges are the pages that somebody meant who typed another dash or the last page first; "" if nobody knows.
func nearestRanges(s string) string {
	plain := wordsOfPages.ReplaceAllString(dashes.Replace(s), "")
	plain = untilPage.ReplaceAllString(strings.ReplaceAll(plain, ";", ","), "$1-")
	parts := strings.Split(plain, ",")
	for i, part := range parts {
		part = strings.Join(strings.Fields(part), "")
		if m := rangeShape.FindStringSubmatch(part); m != nil && m[2] != "" {
			if first, last := decimal(m[1]), decimal(m[2]); first > last {
				part = m[2] + "-" + m[1]
			}
		}
		parts[i] = part
	}
	plain = strings.Join(parts, ",")
	if _, ok := parseRanges(plain, diag.Pos{}); !ok {
		return ""
	}
	return plain
}

// languageTag reports whether s is a language tag in its usual form, and that form where it is another spelling of one
// (`FR`, `iw`).
func languageTag(s string) (canonical string, ok bool) {
	tag, err := language.Parse(s)
	if err != nil || tag == language.Und {
		return "", false
	}
	return tag.String(), tag.String() == s
}

// Closest finds the one of n language tags that serves where a tag is asked for: the same, or the first that is the
// same without its region, script and so on (RFC 4647, "Lookup"). -1 where there is none.
func Closest(tag string, n int, at func(int) string) int {
	for tag != "" {
		for i := range n {
			if at(i) == tag {
				return i
			}
		}
		tag = tag[:max(strings.LastIndexByte(tag, '-'), 0)]
	}
	return -1
}

// soundURL reports whether a reader of the report can follow it.
func soundURL(s string, schemes ...string) bool {
	u, err := url.Parse(s)
	if err != nil {
		return false
	}
	for _, scheme := range schemes {
		if strings.EqualFold(u.Scheme, scheme) {
			return u.Host != "" || scheme == "mailto" && u.Opaque != ""
		}
	}
	return false
}
