package sources

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"rapporteur/sources/diag"
	"rapporteur/sources/pattern"
)

// Languages are those that a manifest may name: Codes are the tags that a report can be written in, and Named gives the
// tag of a language by its name in any language, "" where it knows none, and Names lists those names. Dated gives a day
// that is written with the name of its month as 2011-09-19, or "". Each may be nil.
type Languages struct {
	Codes []string
	Named func(name string) string
	Names func() []string
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

// edition is the tag of a language that a report can be written in, by its tag or name; "" for another.
func (l Languages) edition(written string) string {
	if tag := l.tag(written); l.has(tag) {
		return tag
	}
	return ""
}

// unknown gives what a message is filled with that tells of a language nobody knows by what is written: "nearest", the
// name that is spelt much like it.
func (l Languages) unknown(written string) diag.Args {
	args := diag.Args{"value": written, "allowed": l.list()}
	if l.Names != nil && utf8.RuneCountInString(written) > 3 {
		args["nearest"] = nearest(written, l.Names())
	}
	return args
}

// list is how a hint names them.
func (l Languages) list() string { return strings.Join(l.Codes, ", ") }

// dated gives what a hint is filled with that answers a date as people write it: "nearest", the day that is meant, with
// the time of day; "one" and "other", where it may be either of two; "absent", a day that no calendar has, "clock",
// such a time of day; "month", the first day of a month without its day.
func (l Languages) dated(written string) diag.Args {
	if dateShape.MatchString(written) {
		day, clock, _ := strings.Cut(written, "T")
		if _, is := parseDate(day); is {
			return diag.Args{"clock": clock}
		}
		return diag.Args{"absent": written}
	}
	written, hour := timed(Figures(written))
	if m := daysShape.FindStringSubmatch(written); m != nil {
		first, last := l.dated(m[1]+m[3]), l.dated(m[2]+m[3])
		if first["nearest"] != "" && last["nearest"] != "" {
			return diag.Args{"first": first["nearest"], "last": last["nearest"]}
		}
	}
	days := daysMeant(written)
	if len(days) == 0 && l.Dated != nil {
		if days = []string{l.Dated(written)}; days[0] == "" {
			return diag.Args{"month": l.Dated("1 " + written)}
		}
	}
	for i := range days {
		days[i] += hour
		if _, sound := parseDate(days[i]); !sound {
			return nil
		}
	}
	switch len(days) {
	case 1:
		return diag.Args{"nearest": days[0]}
	case 2:
		return diag.Args{"one": days[0], "other": days[1]}
	}
	return nil
}

// daysShape is two days of one month: "19-20 September 2011".
var daysShape = pattern.Of(`^(\d{1,2}) ?(?:[-–—]|to|and|au?|et|al?|y) ?(\d{1,2})([ .]\pL.{2,20} \d{4})$`)

// hourShape is a date with a time of day after it; noonShape, one that is counted to noon and from it.
var (
	hourShape = pattern.Of(`^(.+?)(?:,| at| à|T)? +(\d{1,2}) ?[:h.] ?(\d{2})$`)
	noonShape = pattern.Of(`^(.+?)(?:,| at)? +(\d{1,2})(?:[:.](\d{2}))? ?([ap])\.?m\.?$`)
)

// timed divides a date from the time of day after it, which it gives as T10:00; "" where there is none.
func timed(written string) (date, hour string) {
	if m := hourShape.FindStringSubmatch(written); m != nil {
		return m[1], "T" + ("0" + m[2])[len(m[2])-1:] + ":" + m[3]
	}
	m := noonShape.FindStringSubmatch(written)
	if m == nil {
		return written, ""
	}
	n, _ := strconv.Atoi(m[2])
	if n %= 12; m[4] == "p" {
		n += 12
	}
	return m[1], fmt.Sprintf("T%02d:%s", n, (m[3] + "00")[:2])
}

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
