package sources

import (
	"regexp"
	"slices"
	"strings"
)

// Languages are those that a manifest may name: Codes are the tags that a report can be written in, and Named gives the
// tag of a language by its name in any language, "" where it knows none. Dated gives a day that is written with the
// name of its month as 2011-09-19, or "". Either may be nil.
type Languages struct {
	Codes []string
	Named func(name string) string
	Dated func(written string) string
}

// has reports whether a tag, in its usual form, is one of them, or one with a region, a script and so on.
func (l Languages) has(tag string) bool {
	if slices.Contains(l.Codes, tag) {
		return true
	}
	_, usual := languageTag(tag)
	return usual && Closest(tag, len(l.Codes), func(i int) string { return l.Codes[i] }) >= 0
}

// list is how a hint names them.
func (l Languages) list() string { return strings.Join(l.Codes, ", ") }

// dated gives the day, with the time of day, that is meant by a date as people write it; "" where that is not certain.
func (l Languages) dated(written string) string {
	hour := ""
	if m := hourShape.FindStringSubmatch(written); m != nil {
		hour = "T" + ("0" + m[2])[len(m[2])-1:] + ":" + m[3]
		written = m[1]
	}
	day := dateMeant(written)
	if day == "" && l.Dated != nil {
		day = l.Dated(written)
	}
	if day == "" {
		return ""
	}
	if _, sound := parseDate(day + hour); !sound {
		return ""
	}
	return day + hour
}

// hourShape is a date with a time of day after it.
var hourShape = regexp.MustCompile(`^(.+?)(?:,| at| à|T)? +(\d{1,2}) ?[:h.] ?(\d{2})$`)

// tag gives the tag that is meant by a tag in another spelling ("FR", "pt_BR") or by a name ("French"); what is neither
// comes back as it is.
func (l Languages) tag(written string) string {
	if _, usual := languageTag(written); usual {
		return written
	}
	if l.Named != nil {
		if tag := l.Named(written); tag != "" {
			return tag
		}
	}
	if canonical, _ := languageTag(written); canonical != "" {
		return canonical
	}
	return written
}
