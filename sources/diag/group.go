package diag

import (
	"maps"
	"strconv"
)

// Group shortens a list so that somebody can read it to its end: at most that many findings of each code stay as they
// are, and one more, at the place of the next, stands for all the others (Count). Characters of
// a script that no font has are one finding, however many they are. The order of the list is kept; the counts of the
// findings add up to its length.
func Group(list []Diagnostic, most int) []Diagnostic {
	families, total := make([]family, len(list)), map[family]int{}
	for i, d := range list {
		families[i] = familyOf(d)
		total[families[i]]++
	}
	told := map[family]int{}
	var out []Diagnostic
	for i, d := range list {
		f := families[i]
		alone := most
		if f.script != "" {
			alone = 0
		}
		told[f]++
		switch n := total[f] - alone; {
		case told[f] <= alone || n == 1:
			out = append(out, d)
		case told[f] == alone+1:
			d.Count, d.script = n, f.script
			out = append(out, d)
		}
	}
	return out
}

// family is what findings have in common that one can stand for.
type family struct {
	code     string
	severity Severity
	script   string
}

func familyOf(d Diagnostic) family {
	f := family{code: d.Code, severity: d.Severity}
	if entryFor(English, d.Code).Many != "" {
		f.script = d.Args["script"]
	}
	return f
}

// grouped says in lang what a finding says that stands for several.
func (d Diagnostic) grouped(lang string) string {
	if d.script != "" {
		args := maps.Clone(d.Args)
		args["count"] = strconv.Itoa(d.Count)
		e := entryFor(lang, d.Code)
		return fill(e.Many, e.translated(args))
	}
	e := entryFor(lang, d.Code)
	one := fill(e.message(d.Args), e.translated(d.Args))
	return fill(entryFor(lang, "more-alike").message(nil), Args{"what": one, "count": strconv.Itoa(d.Count - 1)})
}
