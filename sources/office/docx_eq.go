package office

import "strings"

// Fields of the kind EQ are formulas of old texts, which Word draws from the instruction alone (ECMA-376-1, 17.16.5.16
// knows the name; the switches are those of Word's help): \f(1;2) is a fraction, \r(3;x) a root, \s\up8(2) a power.

// equation reads the instruction of such a field.
type equation struct {
	rest   string
	depth  int
	broken bool // a bracket is never closed
}

// equationOf gives the formula of an instruction, without its name; false where it cannot be read to its end.
func equationOf(instruction string) (formula, bool) {
	e := &equation{rest: instruction}
	f := e.row("")
	return f, strings.TrimSpace(e.rest) == "" && !e.broken
}

// row reads up to one of the signs in ends, which it leaves.
func (e *equation) row(ends string) formula {
	var out formula
	for e.rest != "" && !strings.ContainsRune(ends, rune(e.rest[0])) {
		switch {
		case e.rest[0] != '\\':
			i := strings.IndexAny(e.rest, `\`+ends)
			if i < 0 {
				i = len(e.rest)
			}
			out = out.then(sign(e.rest[:i]))
			e.rest = e.rest[i:]
		case len(e.rest) > 1 && strings.IndexByte("abdfilorsxABDFILORSX", e.rest[1]) >= 0:
			out = out.then(e.element())
		default: // a sign that is meant itself
			_, after, _ := strings.Cut(e.rest, `\`)
			n := min(1, len(after))
			out = out.then(sign(after[:n]))
			e.rest = after[n:]
		}
	}
	return out
}

// element reads a switch, those that say how it looks, and what stands in brackets after it.
func (e *equation) element() formula {
	kind := strings.ToLower(e.rest[1:2])
	e.rest = e.rest[2:]
	var options []string
	for strings.HasPrefix(strings.TrimLeft(e.rest, " "), `\`) {
		e.rest = strings.TrimLeft(e.rest, " ")[1:]
		n := strings.IndexAny(e.rest, `\( `)
		if n == 0 && e.rest[0] != ' ' { // a bracket of the user's: \bc\[
			n = 1
		}
		if n < 0 {
			n = len(e.rest)
		}
		options = append(options, strings.ToLower(e.rest[:n]))
		e.rest = e.rest[n:]
	}
	list := e.arguments()
	at := func(i int) formula {
		if i < len(list) {
			return list[i]
		}
		return formula{}
	}
	switch kind {
	case "f":
		return at(0).over(at(1))
	case "r":
		if len(list) < 2 {
			return at(0).root(formula{})
		}
		return at(1).root(at(0))
	case "s":
		for _, o := range options {
			if strings.HasPrefix(o, "do") {
				return at(0).raised("subscript")
			}
		}
		out := at(0).raised("superscript")
		if len(list) > 1 {
			out = out.then(at(1).raised("subscript"))
		}
		return out
	case "b":
		return sign("(").then(listed(list, ", "), sign(")"))
	case "i":
		return lost(sign("∫").then(at(0).raised("subscript"), at(1).raised("superscript"), sign(" "), at(2)))
	case "l":
		return listed(list, ", ")
	case "d":
		return listed(list, "")
	case "o":
		return lost(listed(list, ""))
	}
	return lost(listed(list, "; "))
}

// arguments reads what stands in brackets, divided by commas or semicolons.
func (e *equation) arguments() (list []formula) {
	e.rest = strings.TrimLeft(e.rest, " ")
	if e.depth++; !strings.HasPrefix(e.rest, "(") || e.depth > maxNesting {
		return nil
	}
	for e.rest != "" && e.rest[0] != ')' {
		e.rest = e.rest[1:]
		list = append(list, e.row(",;)"))
	}
	e.broken = e.broken || e.rest == ""
	e.rest = strings.TrimPrefix(e.rest, ")")
	e.depth--
	return list
}
