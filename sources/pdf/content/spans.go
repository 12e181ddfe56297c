package content

import (
	"cmp"
	"slices"
	"sort"
)

// spans are the widths of codes, as a font lists them: a few bytes of a file may give a width to each of 65,536 codes,
// in each of its fonts. They are in order of their first codes, those of one first code as they were listed.
type spans []span

type span struct {
	first, last uint16
	at          int32 // where it was listed: of several for a code the last holds
	width       float64
}

// nested is how many spans that begin earlier may reach over a code, so that looking one up has an end. In sound fonts
// none do.
const nested = 8

// add lists a width for codes, which may run on from those listed before.
func (s *spans) add(first, last uint16, width float64) {
	if n := len(*s); n > 0 && (*s)[n-1].last+1 == first && first > 0 && (*s)[n-1].width == width {
		(*s)[n-1].last = last
		return
	}
	*s = append(*s, span{first, last, int32(len(*s)), width})
}

// sorted puts the spans in order once all are listed.
func (s spans) sorted() {
	slices.SortStableFunc(s, func(a, b span) int { return cmp.Compare(a.first, b.first) })
}

// of gives the width of a code, if it has one.
func (s spans) of(c uint16) (float64, bool) {
	if len(s) == 0 {
		return 0, false
	}
	i := sort.Search(len(s), func(i int) bool { return s[i].first > c })
	var found *span
	for k := i - 1; k >= max(i-nested, 0); k-- {
		if s[k].last >= c && (found == nil || s[k].at > found.at) {
			found = &s[k]
		}
	}
	if found == nil {
		return 0, false
	}
	return found.width, true
}

// each gives the width of each code that has one.
func (s spans) each() map[uint16]float64 {
	out := map[uint16]float64{}
	listed := slices.Clone(s)
	slices.SortFunc(listed, func(a, b span) int { return cmp.Compare(a.at, b.at) })
	left := maxWidths
	for _, l := range listed {
		for c := int(l.first); c <= int(l.last) && left > 0; c++ {
			left--
			out[uint16(c)] = l.width
		}
	}
	return out
}
