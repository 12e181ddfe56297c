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
	if p == nil {
		return about(r.One, unknown)
	}
	at, ok := p.Places[strings.TrimPrefix(r.ID, "#")]
	if !ok {
		return about(r.One, unknown)
	}
	if r.Kind == PageRange {
		first, last := p.Labels[at.Page-1], p.Labels[at.Last-1]
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

func decimal(n int) string { return strconv.Itoa(n) }

// romanLabel is n in lower-case roman figures.
func romanLabel(n int) string { return strings.ToLower(lang.Roman(n)) }
