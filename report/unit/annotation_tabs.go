package unit

import (
	"cmp"
	"slices"

	"rapporteur/sources/pdf"
)

// tabOrder is the order in which a page's Tabs leads a reader from one annotation to the next (ISO 32000-2, 12.5.1): in
// rows, in columns, fields first, or as they are listed. In the report the order of their elements leads, as ISO
// 14289-1, 7.18.3 asks; so those that are ours are made in this order. It gives indexes into list.
func (s *source) tabOrder(p pdf.Page, list []annot) []int {
	order := make([]int, len(list))
	for i := range order {
		order[i] = i
	}
	switch s.doc.Name(p.Dict["Tabs"]) {
	case "R", "C":
		s.inLines(p, list, order)
	case "W":
		slices.SortStableFunc(order, func(a, b int) int {
			return cmp.Compare(s.afterFields(list[a]), s.afterFields(list[b]))
		})
	}
	return order
}

// afterFields is 0 for a form's field and 1 for what comes behind it.
func (s *source) afterFields(a annot) int {
	if s.doc.Name(a.dict["Subtype"]) == "Widget" {
		return 0
	}
	return 1
}

// spot is where an annotation lies among lines, rows or columns: across them, in the order in which they follow each
// other, and along its own.
type spot struct{ from, to, along float64 }

// inLines brings the annotations of a page into rows, or columns, as the page is read.
func (s *source) inLines(p pdf.Page, list []annot, order []int) {
	rows := s.doc.Name(p.Dict["Tabs"]) == "R"
	leftward := s.doc.Name(s.doc.Dict(s.doc.Catalog()["ViewerPreferences"])["Direction"]) == "R2L"
	toReader := shownOf(p).reader()
	spots := make([]spot, len(list))
	for i := range list {
		r, _ := s.doc.Rect(list[i].dict["Rect"])
		if r = mapped(r, toReader); leftward {
			r.X0, r.X1 = -r.X1, -r.X0
		}
		if spots[i] = (spot{-r.Y1, -r.Y0, r.X0}); !rows {
			spots[i] = spot{r.X0, r.X1, -r.Y1}
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(spots[a].from, spots[b].from) })
	for i := 0; i < len(order); {
		end, first := i+1, spots[order[i]]
		for end < len(order) && (spots[order[end]].from+spots[order[end]].to)/2 < first.to {
			end++ // its middle lies in the line of the first
		}
		slices.SortStableFunc(order[i:end], func(a, b int) int { return cmp.Compare(spots[a].along, spots[b].along) })
		i = end
	}
}
