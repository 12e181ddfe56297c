package pdf

import "github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

// OutlineItem is one bookmark.
type OutlineItem struct {
	Title  string
	Dest   types.Object // /Dest as written, nil if there is none
	Action types.Dict   // /A, nil if there is none
	Open   bool         // its kids are shown
	Count  int          // as written; negative when closed
	Kids   []OutlineItem
	Flags  int        // 1 italic, 2 bold
	Color  [3]float64 // red, green, blue, 0 to 1
	Dict   types.Dict // the item itself, for what is not above
}

// Outline is the document's outline; nil when it has none. Each item is read once, so that a loop ends.
func (d *Document) Outline() []OutlineItem {
	w := outlineWalk{d: d, seen: map[int]bool{}, left: maxEntries}
	return w.list(d.Dict(d.Catalog()["Outlines"])["First"], 0)
}

type outlineWalk struct {
	d    *Document
	seen map[int]bool
	left int
}

func (w *outlineWalk) list(o types.Object, depth int) []OutlineItem {
	var out []OutlineItem
	d := w.d
	for o != nil && depth < maxDepth && w.left > 0 {
		w.left--
		if n := RefNumber(o); n > 0 {
			if w.seen[n] {
				break
			}
			w.seen[n] = true
		}
		dict, ok := d.Resolve(o).(types.Dict)
		if !ok {
			break
		}
		title, _ := d.String(dict["Title"])
		it := OutlineItem{Title: Text(title), Dest: dict["Dest"], Action: d.Dict(dict["A"]), Dict: dict}
		it.Count, _ = d.Int(dict["Count"])
		it.Flags, _ = d.Int(dict["F"])
		if c := d.Array(dict["C"]); len(c) == 3 {
			for i := range it.Color {
				v, _ := d.Number(c[i])
				it.Color[i] = min(max(v, 0), 1)
			}
		}
		it.Kids = w.list(dict["First"], depth+1)
		it.Open = it.Count > 0
		out = append(out, it)
		o = dict["Next"]
	}
	return out
}
