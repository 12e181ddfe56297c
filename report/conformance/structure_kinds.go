package conformance

import "slices"

// parents are the types that may stand above a type (ISO 14289-1, 7.2).
var parents = []struct {
	kind, rule string
	above      []string
}{
	{"TR", "row-parent", []string{"Table", "THead", "TBody", "TFoot"}},
	{"THead", "thead-parent", []string{"Table"}},
	{"TBody", "tbody-parent", []string{"Table"}},
	{"TFoot", "tfoot-parent", []string{"Table"}},
	{"TH", "th-parent", []string{"TR"}},
	{"TD", "td-parent", []string{"TR"}},
	{"LI", "li-parent", []string{"L"}},
	{"LBody", "lbody-parent", []string{"LI"}},
	{"TOCI", "toci-parent", []string{"TOC"}},
}

// inside are the types that alone may stand below a type.
var inside = []struct {
	kind, rule string
	kids       []string
}{
	{"Table", "table-kids", []string{"TR", "THead", "TBody", "TFoot", "Caption"}},
	{"TR", "row-kids", []string{"TH", "TD"}},
	{"THead", "thead-kids", []string{"TR"}},
	{"TBody", "tbody-kids", []string{"TR"}},
	{"TFoot", "tfoot-kids", []string{"TR"}},
	{"L", "l-kids", []string{"L", "LI", "Caption"}},
	{"LI", "li-kids", []string{"Lbl", "LBody"}},
	{"TOC", "toc-kids", []string{"TOC", "TOCI", "Caption"}},
}

// containment judges what stands above and below an element.
func (j *judge) containment(at *element) {
	for _, p := range parents {
		if p.kind == at.kind && !slices.Contains(p.above, at.above()) {
			j.fail(p.rule, at.kind)
		}
	}
	kids := at.kinds()
	for _, in := range inside {
		if in.kind != at.kind {
			continue
		}
		for _, k := range kids {
			if !slices.Contains(in.kids, k) {
				j.fail(in.rule, k)
				break
			}
		}
	}
	count := func(kind string) (n int) {
		for _, k := range kids {
			if k == kind {
				n++
			}
		}
		return n
	}
	late := slices.Contains(kids[min(1, len(kids)):], "Caption")
	switch at.kind {
	case "Table":
		j.tableParts(count, kids)
	case "L":
		if late {
			j.fail("l-caption", "")
		}
	case "TOC":
		if late {
			j.fail("toc-caption", "")
		}
	}
	if count("H") > 1 {
		j.fail("heading-several", "")
	}
}

// tableParts judges the parts of a table.
func (j *judge) tableParts(count func(kind string) int, kids []string) {
	for _, p := range []struct {
		wrong bool
		rule  string
	}{
		{count("THead") > 1, "table-heads"},
		{count("TFoot") > 1, "table-feet"},
		{count("TFoot") > 0 && count("TBody") == 0, "table-foot-alone"},
		{count("THead") > 0 && count("TBody") == 0, "table-head-alone"},
		{count("Caption") > 1, "table-captions"},
		{len(kids) > 2 && slices.Contains(kids[1:len(kids)-1], "Caption"), "table-caption"},
	} {
		if p.wrong {
			j.fail(p.rule, "")
		}
	}
}
