package office

import (
	"strings"
	"unicode"
)

// mathML reads an element of MathML, in which OpenDocument keeps formulas (MathML 3, 3).
func mathML(n *node) formula {
	part := func(i int) formula {
		for _, k := range n.kids {
			if k.name == "" {
				continue
			}
			if i == 0 {
				return mathML(k)
			}
			i--
		}
		return formula{}
	}
	switch n.name {
	case "math:annotation", "math:annotation-xml", "":
		return formula{}
	case "math:mi":
		text := strings.TrimSpace(n.text)
		return symbolsOf(text, n.get("math:mathvariant") == "normal" || n.get("mathvariant") == "normal" ||
			len([]rune(text)) > 1)
	case "math:mn", "math:mo", "math:ms":
		return sign(strings.TrimSpace(n.text))
	case "math:mtext":
		return sign(n.text)
	case "math:mspace":
		return sign(" ")
	case "math:mfrac":
		return part(0).over(part(1))
	case "math:msup":
		return part(0).then(part(1).raised("superscript"))
	case "math:msub":
		return part(0).then(part(1).raised("subscript"))
	case "math:msubsup":
		return part(0).then(part(1).raised("subscript"), part(2).raised("superscript"))
	case "math:munder":
		return lost(part(0).then(part(1).raised("subscript")))
	case "math:mover":
		if mark := part(1).text(); strings.IndexFunc(mark, unicode.IsMark) == 0 {
			return part(0).marked(mark)
		}
		return lost(part(0).then(part(1).raised("superscript")))
	case "math:munderover":
		return lost(part(0).then(part(1).raised("subscript"), part(2).raised("superscript"), sign(" ")))
	case "math:msqrt":
		return mathMLAll(n).root(formula{})
	case "math:mroot":
		return part(0).root(part(1))
	case "math:mtable":
		return lost(listed(mathMLEach(n), "; "))
	case "math:mtr":
		return listed(mathMLEach(n), ", ")
	}
	return mathMLAll(n)
}

// lost says that something of a formula's shape is.
func lost(f formula) formula {
	f.flat = true
	return f
}

func mathMLEach(n *node) (list []formula) {
	for _, k := range n.kids {
		if k.name != "" {
			list = append(list, mathML(k))
		}
	}
	return list
}

func mathMLAll(n *node) formula { return listed(mathMLEach(n), "") }
