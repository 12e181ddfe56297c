package pdf

import (
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// actionFacts looks at every place where an action can stand (ISO 32000-1, 12.6.1).
func (d *Document) actionFacts(f *Facts) {
	kinds := map[string]bool{}
	seen, left := map[int]bool{}, maxEntries
	once := func(o types.Object) bool {
		n := RefNumber(o)
		was := seen[n]
		if left--; n > 0 {
			seen[n] = true
		}
		return !was && left > 0
	}
	var action func(o types.Object, depth int)
	action = func(o types.Object, depth int) {
		if !once(o) {
			return
		}
		if a, ok := d.Resolve(o).(types.Array); ok && depth > 0 {
			for _, n := range a {
				action(n, depth+1)
			}
			return
		}
		a, ok := d.Resolve(o).(types.Dict)
		if !ok || depth > maxHops {
			return
		}
		switch s := d.Name(a["S"]); s {
		case "GoTo", "GoToR", "URI", "":
		default:
			kinds[s] = true
		}
		if next, has := a["Next"]; has {
			action(next, depth+1)
		}
	}
	triggers := func(o types.Object) {
		if !once(o) {
			return
		}
		for _, v := range d.Dict(o) {
			action(v, 0)
		}
	}
	cat := d.Catalog()
	action(cat["OpenAction"], 0)
	triggers(cat["AA"])
	d.NameTree(d.Dict(cat["Names"])["JavaScript"], func(_ []byte, v types.Object) { action(v, 0) })
	for _, p := range d.pages {
		triggers(p.Dict["AA"])
		if !once(p.Dict["Annots"]) {
			continue
		}
		for _, a := range d.Annotations(p) {
			action(a["A"], 0)
			triggers(a["AA"])
			if parent := d.Dict(a["Parent"]); parent != nil { // a field whose widget this is
				triggers(parent["AA"])
			}
			if d.Name(a["Subtype"]) == "FileAttachment" {
				f.Attachments = append(f.Attachments, d.fileName(a["FS"], nil))
			}
		}
	}
	var items func([]OutlineItem)
	items = func(list []OutlineItem) {
		for _, it := range list {
			if it.Action != nil {
				action(it.Action, 0)
			}
			items(it.Kids)
		}
	}
	items(d.Outline())
	f.RemovedActions = sorted(kinds)
}
