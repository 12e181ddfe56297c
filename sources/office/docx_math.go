package office

import "strings"

// math prints a formula of Word (ECMA-376-1, 22.1).
func (d *docx) math(n *node) {
	words := d.take(n) // printed below, or told with what is not printed
	if n.size() > maxFormula {
		d.formula(lost(sign(words)))
		return
	}
	d.formula(mathOf(n))
}

// formula prints a formula, and tells what is lost of its shape.
func (d *docx) formula(f formula) {
	if f.flat && d.printing() {
		d.often("word-formula", d.at, "", "")
	}
	for _, p := range f.pieces {
		d.emit(p.text, p.look())
	}
}

// mathAll reads what stands below an element, one after the other.
func mathAll(n *node) formula {
	if n == nil {
		return formula{}
	}
	list := make([]formula, len(n.kids))
	for i, k := range n.kids {
		list[i] = mathOf(k)
	}
	return listed(list, "")
}

// mathOf reads an element of a formula.
func mathOf(n *node) formula {
	part := func(name string) formula { return mathAll(n.kid(name)) }
	says := func(name, usual string) string {
		if k := n.kid(n.name+"Pr", name); k != nil {
			return k.get("m:val")
		}
		return usual
	}
	switch n.name {
	case "m:r":
		return mathRun(n)
	case "m:f":
		above, below := part("m:num"), part("m:den")
		if says("m:type", "") == "noBar" {
			return listed([]formula{above, below}, "; ")
		}
		return above.over(below)
	case "m:sSup", "m:sSub", "m:sSubSup":
		return part("m:e").then(part("m:sub").raised("subscript"), part("m:sup").raised("superscript"))
	case "m:sPre":
		return part("m:sub").raised("subscript").then(part("m:sup").raised("superscript"), part("m:e"))
	case "m:rad":
		return part("m:e").root(part("m:deg"))
	case "m:nary":
		out := sign(says("m:chr", "∫")).then(part("m:sub").raised("subscript"), part("m:sup").raised("superscript"),
			sign(" "), part("m:e"))
		out.flat = true
		return out
	case "m:limLow", "m:limUpp":
		where := map[string]string{"m:limLow": "subscript", "m:limUpp": "superscript"}[n.name]
		out := part("m:e").then(part("m:lim").raised(where))
		out.flat = true
		return out
	case "m:func":
		return part("m:fName").then(sign(" "), part("m:e"))
	case "m:d":
		return sign(says("m:begChr", "(")).then(listed(mathEach(n, "m:e"), says("m:sepChr", "|")),
			sign(says("m:endChr", ")")))
	case "m:m", "m:eqArr":
		out := listed(mathRows(n), "; ")
		out.flat = true
		return out
	case "m:acc", "m:groupChr":
		out := part("m:e").marked(says("m:chr", map[string]string{"m:acc": "\u0302", "m:groupChr": "⏟"}[n.name]))
		out.flat = n.name == "m:groupChr" || out.flat
		return out
	case "m:bar", "m:borderBox":
		out := part("m:e")
		out.flat = true
		return out
	case "":
		return formula{}
	}
	if settings(n.name) || strings.HasSuffix(n.name, "Range") {
		return formula{}
	}
	return mathAll(n)
}

// mathRun reads characters. Word slants letters unless a run says that they are words, or upright.
func mathRun(n *node) formula {
	about := n.kid("m:rPr")
	upright := about.on("m:nor") || about.kid("m:nor") != nil || about.kid("m:sty").get("m:val") == "p" ||
		about.kid("m:sty").get("m:val") == "b"
	var out formula
	for _, k := range n.kids {
		switch k.name {
		case "m:t", "w:t":
			out = out.then(symbolsOf(k.text, upright))
		case "w:br", "w:tab":
			out = out.then(sign(" "))
		}
	}
	return out
}

// mathEach reads each of the children of a name.
func mathEach(n *node, name string) (list []formula) {
	for _, k := range n.kids {
		if k.name == name {
			list = append(list, mathAll(k))
		}
	}
	return list
}

// mathRows reads the rows of a matrix, or the lines of a group of equations.
func mathRows(n *node) (rows []formula) {
	if n.name == "m:eqArr" {
		return mathEach(n, "m:e")
	}
	for _, k := range n.kids {
		if k.name == "m:mr" {
			rows = append(rows, listed(mathEach(k, "m:e"), ", "))
		}
	}
	return rows
}
