package diag

import (
	"strconv"
	"unicode"
	"unicode/utf8"
)

// scriptful is how many characters of one script are reported one by one where no font has them: if there are more, no
// font covers the script at all.
const scriptful = 5

// Group shortens a list so that somebody can read it to its end: at most that many findings of each code stay as they
// are, and one more, at the place of the next, stands for all the others (Count). Characters that no font has are
// reported by script if there are many of them. The order of the list is kept; the counts of the findings add up to its
// length.
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
		if f.script != "" && total[f] > scriptful {
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
		f.script = scriptOf(d.Args["character"])
	}
	return f
}

// scriptOf names the script of a character by Unicode's name for it; Common is none.
func scriptOf(character string) string {
	r, _ := utf8.DecodeRuneInString(character)
	for name, table := range unicode.Scripts { // a character has one script: the order does not matter
		if name != "Common" && name != "Inherited" && unicode.Is(table, r) {
			return name
		}
	}
	return ""
}

// grouped says in lang what a finding says that stands for several.
func (d Diagnostic) grouped(lang string) string {
	if d.script != "" {
		return fill(entryFor(lang, d.Code).Many, Args{"script": d.script, "count": strconv.Itoa(d.Count)})
	}
	e := entryFor(lang, d.Code)
	one := fill(e.message(d.Args), e.translated(d.Args))
	return fill(entryFor(lang, "more-alike").message(nil), Args{"what": one, "count": strconv.Itoa(d.Count - 1)})
}
