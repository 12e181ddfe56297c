package assembly

import (
	"strconv"
	"strings"

	"rapporteur/layout/lang"
	"rapporteur/sources/pdf/syntax"
)

// numbering is how a viewer counts on: a prefix, a style and a number (ISO 32000-1, 12.4.2).
type numbering struct {
	prefix string
	style  byte // 'D', 'r', 0: the prefix alone
	number int
}

// appendLabels writes the number tree of page labels: a range wherever the labels do not count on.
func (p *Plan) appendLabels(b []byte) []byte {
	b = append(b, "<</Nums["...)
	var last numbering
	for i, pg := range p.Pages {
		n := numberingOf(pg.Label)
		goesOn := i > 0 && n.style != 0 && n.style == last.style && n.prefix == last.prefix && n.number == last.number+1
		last = n
		if goesOn {
			continue
		}
		if i > 0 {
			b = append(b, ' ')
		}
		b = syntax.AppendInt(b, i)
		b = append(b, "<<"...)
		if n.style != 0 {
			b = append(b, "/S/"...)
			b = append(b, n.style)
			if n.number != 1 {
				b = append(b, "/St "...)
				b = syntax.AppendInt(b, n.number)
			}
		}
		if n.prefix != "" {
			b = append(b, "/P"...)
			b = syntax.AppendText(b, n.prefix)
		}
		b = append(b, ">>"...)
	}
	return append(b, "]>>"...)
}

// numberingOf reads a label: a lower-case roman numeral, or anything that ends in a decimal number without a zero
// before it.
func numberingOf(label string) numbering {
	if n := fromRoman(label); n > 0 {
		return numbering{style: 'r', number: n}
	}
	i := len(label)
	for i > 0 && label[i-1] >= '0' && label[i-1] <= '9' {
		i--
	}
	for i < len(label) && label[i] == '0' {
		i++
	}
	n, err := strconv.Atoi(label[i:])
	if err != nil {
		return numbering{prefix: label}
	}
	return numbering{prefix: label[:i], style: 'D', number: n}
}

// fromRoman reads a lower-case roman numeral as a viewer would write it; 0 when it is none.
func fromRoman(s string) int {
	n, after := 0, 0
	for i := len(s) - 1; i >= 0; i-- {
		value := romanFigures[s[i]]
		switch {
		case value == 0:
			return 0
		case value < after: // before a larger figure it is taken away
			n -= value
		default:
			n, after = n+value, value
		}
	}
	if roman(n) != s {
		return 0
	}
	return n
}

func roman(n int) string { return strings.ToLower(lang.Roman(n)) }

var romanFigures = map[byte]int{'m': 1000, 'd': 500, 'c': 100, 'l': 50, 'x': 10, 'v': 5, 'i': 1}
