package pdf

import (
	"slices"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// OutlineItem is one bookmark.
type OutlineItem struct {
	Title  string
	Dest   types.Object // /Dest as written, nil if there is none
	Action types.Object // /A as written, nil if there is none
	Open   bool         // its kids are shown
	Count  int          // as written; negative when closed
	Kids   []OutlineItem
	Flags  int        // 1 italic, 2 bold
	Color  [3]float64 // red, green, blue, 0 to 1
}

// Leads gives the entries that say where the item leads, as links have them.
func (it *OutlineItem) Leads() types.Dict { return types.Dict{"Dest": it.Dest, "A": it.Action} }

// Outline is the document's outline; nil when it has none. Each item is read once, so that a loop ends. Where a chain
// of items breaks off, those that can still be reached from its other end are taken as well, and what is nested deeper
// than any outline of use stands one level higher: no item is lost.
func (d *Document) Outline() []OutlineItem {
	w := outlineWalk{d: d, seen: map[int]bool{}}
	return w.below(d.Dict(d.Catalog()["Outlines"]), 0)
}

type outlineWalk struct {
	d    *Document
	seen map[int]bool
}

// below reads the items below an item, or below the outline itself.
func (w *outlineWalk) below(parent types.Dict, depth int) []OutlineItem {
	out := w.chain(parent["First"], "Next", depth)
	if n := RefNumber(parent["Last"]); n > 0 && !w.seen[n] {
		rest := w.chain(parent["Last"], "Prev", depth)
		slices.Reverse(rest)
		out = append(out, rest...)
	}
	return out
}

// chain reads an item, and those that follow it by key, until one is met that was read before.
func (w *outlineWalk) chain(o types.Object, key string, depth int) []OutlineItem {
	var out []OutlineItem
	for todo := []types.Object{o}; len(todo) > 0; {
		last := len(todo) - 1
		o, todo = todo[last], todo[:last]
		n := RefNumber(o)
		dict, ok := w.d.Resolve(o).(types.Dict)
		if !ok || n > 0 && w.seen[n] {
			continue
		}
		if n > 0 {
			w.seen[n] = true
		}
		it := w.item(dict)
		w.d.Forget(n) // outlines are met with hundreds of thousands
		if dict[key] != nil {
			todo = append(todo, dict[key])
		}
		switch first := dict["First"]; {
		case depth+1 < maxDepth:
			it.Kids = w.below(dict, depth+1)
		case first != nil:
			todo = append(todo, first)
		}
		out = append(out, it)
	}
	return out
}

// item reads an item without those below it.
func (w *outlineWalk) item(dict types.Dict) OutlineItem {
	d := w.d
	title, _ := d.String(dict["Title"])
	it := OutlineItem{Title: Text(title), Dest: dict["Dest"], Action: dict["A"]}
	it.Count, _ = d.Int(dict["Count"])
	it.Open = it.Count > 0
	it.Flags, _ = d.Int(dict["F"])
	if c := d.Array(dict["C"]); len(c) == 3 {
		for i := range it.Color {
			v, _ := d.Number(c[i])
			it.Color[i] = min(max(v, 0), 1)
		}
	}
	return it
}
