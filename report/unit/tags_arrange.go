package unit

import (
	"slices"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// groups reports whether a type only groups: what is below it counts as below what is above it (ISO 32000-1, 14.8.4.2).
func groups(kind string) bool { return kind == "Div" || kind == "Part" || kind == "NonStruct" }

// inside are the types that alone may stand below a type (ISO 14289-1, 7.2), and what is put around any other: one for
// each, or one for all that follow each other.
var inside = map[string]struct {
	kids    []string
	around  string
	oneEach bool
}{
	"L":     {[]string{"L", "LI", "Caption"}, "LI", true},
	"LI":    {[]string{"Lbl", "LBody"}, "LBody", false},
	"TOC":   {[]string{"TOC", "TOCI", "Caption"}, "TOCI", true},
	"Table": {[]string{"TR", "THead", "TBody", "TFoot", "Caption"}, "TR", false},
	"THead": {[]string{"TR"}, "TR", false},
	"TBody": {[]string{"TR"}, "TR", false},
	"TFoot": {[]string{"TR"}, "TR", false},
	"TR":    {[]string{"TH", "TD"}, "TD", false},
}

// homes are what types that stand only below others are put into where they stand elsewhere.
var homes = map[string]string{"LI": "L", "LBody": "L", "TOCI": "TOC", "TR": "Table", "THead": "Table", "TBody": "Table",
	"TFoot": "Table", "TH": "Table", "TD": "Table"}

// arrange puts around the kids of an element what must stand there: items without a list, content of an item that is
// not in its body, cells without a row. What is heard stays in its order. above is the element's type, or, where it
// only groups, that of the one that it stands in.
func (m *mender) arrange(b *branch, above string) {
	if len(b.kids) == 0 {
		return
	}
	m.titled(b, above)
	var out []leafOrBranch
	var open *branch // what was put around the kid before
	for _, k := range b.kids {
		around, each := m.around(k, above)
		switch {
		case around == "":
			if open = nil; k.branch != nil && above == "LI" && m.standard(k.branch) == "LBody" {
				open = k.branch // what follows an item's body belongs to it
			}
			out = append(out, k)
		case open != nil && m.standard(open) == around && !(each && m.begins(k, open)):
			open.kids = append(open.kids, k)
			m.ordered(around, k.branch)
		default:
			open = m.wrap(around, k)
			out = append(out, leafOrBranch{branch: open})
			m.ordered(around, k.branch)
		}
	}
	b.kids = out
}

// around is what must be put around a kid; "" nothing. each says that there may be one for each of them.
func (m *mender) around(k leafOrBranch, above string) (kind string, each bool) {
	if k.branch == nil {
		return "", false
	}
	kind = m.standard(k.branch)
	if rule, ok := inside[above]; ok {
		if slices.Contains(rule.kids, kind) || groups(kind) {
			return "", false
		}
		return rule.around, rule.oneEach
	}
	return homes[kind], false
}

// begins reports whether a kid begins an item of its own, and is no body of the label before it.
func (m *mender) begins(k leafOrBranch, item *branch) bool {
	last := item.kids[len(item.kids)-1].branch
	return !(m.standard(last) == "Lbl" && m.standard(k.branch) != "Lbl")
}

// wrap makes an element of a type around others.
func (m *mender) wrap(kind string, kids ...leafOrBranch) *branch {
	return &branch{number: m.s.u.alloc(), page: -1, dict: types.Dict{}, as: kind, kids: kids}
}

// ordered notes that something was put around an element, or into it.
func (m *mender) ordered(kind string, at *branch) {
	what := "list"
	switch kind {
	case "TOC", "TOCI":
		what = "contents"
	case "Table", "TBody", "TR", "TD", "TH", "Caption":
		what = "table"
	}
	page := -1
	for depth := 0; page < 0 && at != nil && depth < maxTagDepth; depth++ {
		if at.page >= 0 {
			page = m.s.original.taken[at.page]
		}
		var first *branch
		for _, k := range at.kids {
			if first == nil {
				first = k.branch
			}
		}
		at = first
	}
	m.s.mend(MendedOrder, what, page)
}

// titled makes what stands at the head of a table and is no row its title, and puts the title that a list, a table of
// contents or a table has to their head (7.2).
func (m *mender) titled(b *branch, above string) {
	if above != "Table" && above != "L" && above != "TOC" || groups(m.standard(b)) {
		return
	}
	is := func(k leafOrBranch, kind string) bool { return k.branch != nil && m.standard(k.branch) == kind }
	titles := 0
	at := -1
	for i, k := range b.kids {
		if is(k, "Caption") {
			titles++
			at = i
		}
	}
	first := b.kids[0]
	switch {
	case titles == 1 && at > 0 && (above != "Table" || at < len(b.kids)-1):
		title := b.kids[at]
		b.kids = slices.Insert(slices.Delete(b.kids, at, at+1), 0, title)
		m.ordered(above, b)
	case titles == 0 && above == "Table" && len(b.kids) > 1 && first.branch != nil:
		kind := m.standard(first.branch)
		if _, ok := homes[kind]; !ok && !groups(kind) && kind != "L" && kind != "Table" {
			b.kids[0] = leafOrBranch{branch: m.wrap("Caption", first)}
			m.ordered("Caption", first.branch)
		}
	}
}
