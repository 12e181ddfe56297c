package verify

import (
	"slices"

	"rapporteur/report/ledger"
	"rapporteur/sources/pdf"
)

// outline compares the report's outline with the ledger's: the same items in the same order, at the same depth,
// leading to the same pages. Below the item of
// an original its own outline may stand, and leads into the original.
func (c *checker) outline() {
	w := outlineWalk{checker: c, plan: c.ledger.Outline, depths: ledger.Depths(c.ledger.Outline),
		places: map[plannedPlace][]int{}}
	for k, it := range w.plan {
		at := plannedPlace{it.Title, w.depths[k], it.Page}
		w.places[at] = append(w.places[at], k)
	}
	c.outlined = map[int]bool{}
	w.list(c.doc.Outline(), 0, -1)
	w.skip(len(w.plan))
}

type outlineWalk struct {
	*checker
	plan   []ledger.OutlineItem
	depths []int
	places map[plannedPlace][]int // where in plan each item stands: an original may have very many of its own
	next   int                    // in plan
}

// plannedPlace is all that tells items apart.
type plannedPlace struct {
	title       string
	depth, page int
}

// list compares items at a depth. within is the run of the original below whose item they stand; -1 none.
func (w *outlineWalk) list(items []pdf.OutlineItem, depth int, within int) {
	for _, it := range items {
		to := w.landing(it.Leads())
		if to >= 0 {
			w.outlined[to] = true
		}
		k := w.find(it.Title, depth, to+1)
		if k < 0 && within >= 0 {
			if to >= 0 && w.pages[to].run != within {
				w.fault(LinkAstray, w.runs[within].first, "found", itoa(to+1))
			}
			w.list(it.Kids, depth+1, within)
			continue
		}
		if k < 0 {
			w.fault(OutlineExtra, max(to+1, 0), "title", it.Title)
			w.list(it.Kids, depth+1, -1)
			continue
		}
		w.skip(k)
		want := w.plan[k]
		w.next = k + 1
		if to+1 != want.Page {
			w.fault(OutlinePage, want.Page, "title", it.Title, "found", itoa(max(to+1, 0)), "planned", itoa(want.Page))
		}
		if depth != w.depths[k] || want.Level != depth {
			w.fault(OutlineLevel, want.Page, "title", it.Title, "found", itoa(depth+1), "planned", itoa(want.Level+1))
		}
		inner := -1
		if to >= 0 && w.pages[to].foreign {
			inner = w.pages[to].run
		}
		w.list(it.Kids, depth+1, inner)
	}
}

// find gives the index of the planned item that this is: the next, if its title and depth or page agree, else a later
// one that agrees in all. -1 when there is none.
func (w *outlineWalk) find(title string, depth, page int) int {
	if k := w.next; k < len(w.plan) && w.plan[k].Title == title && (w.depths[k] == depth || w.plan[k].Page == page) {
		return k
	}
	list := w.places[plannedPlace{title, depth, page}]
	if i, _ := slices.BinarySearch(list, w.next); i < len(list) {
		return list[i]
	}
	return -1
}

// skip reports the planned items before k that were not met.
func (w *outlineWalk) skip(k int) {
	for ; w.next < k; w.next++ {
		w.fault(OutlineMissing, w.plan[w.next].Page, "title", w.plan[w.next].Title)
	}
}
