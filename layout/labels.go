package layout

import (
	"strconv"
	"strings"

	"rapporteur/layout/lang"
)

// unknown is what a reference prints before anything has a place, or when its target does not exist: as wide as most.
const unknown = "00"

// rangeDash stands between the first and the last page of a range.
const rangeDash = "–"

// Say gives what a reference prints. Pages may be nil: nothing has a place yet.
func (p *Pages) Say(r Ref) string {
	if r.ID == "" {
		return r.One
	}
	if p == nil {
		return about(r.One, unknown)
	}
	at, ok := p.Places[strings.TrimPrefix(r.ID, "#")]
	if !ok {
		return about(r.One, unknown)
	}
	if r.Kind == PageRange {
		first, last := p.Labels[at.Page-1], p.Labels[at.Last-1]
		if to, ok := p.Places[r.To]; ok {
			last = to.Label
		}
		if first == last {
			return about(r.One, first)
		}
		return about(r.Several, first+rangeDash+last)
	}
	return about(r.One, at.Label)
}

// about puts a number into the words about it.
func about(phrase, number string) string {
	if phrase == "" {
		return number
	}
	return strings.ReplaceAll(phrase, "{n}", number)
}

// Number is the number that the label of a page prints, in figures of either kind; 0 where it is none.
func (p *Pages) Number(page int) int {
	label := p.Labels[page-1]
	if n, err := strconv.Atoi(label); err == nil {
		return n
	}
	for n := 1; n <= len(p.Labels); n++ {
		if romanLabel(n) == label {
			return n
		}
	}
	return 0
}

// Range is the labels of the first and of the last page of a place; "" of one that is not there.
func (p *Pages) Range(id string) (first, last string) {
	at, known := p.Places[id]
	if !known {
		return "", ""
	}
	return at.Label, p.Labels[at.Last-1]
}

func decimal(n int) string { return strconv.Itoa(n) }

// romanLabel is n in lower-case roman figures.
func romanLabel(n int) string { return strings.ToLower(lang.Roman(n)) }
