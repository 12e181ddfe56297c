package pdf

import (
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// fontWalk finds fonts through the resources of pages, forms, patterns, Type 3 fonts and appearances.
type fontWalk struct {
	d       *Document
	seen    map[int]bool
	missing map[string]bool
}

// again reports whether the object was looked at before.
func (w *fontWalk) again(o types.Object) bool {
	n := RefNumber(o)
	if n == 0 {
		return false
	}
	was := w.seen[n]
	w.seen[n] = true
	return was
}

func (w *fontWalk) resources(o types.Object, depth int) {
	if depth > maxHops || w.again(o) {
		return
	}
	d := w.d
	r := d.Dict(o)
	if !w.again(r["Font"]) {
		for _, f := range d.Dict(r["Font"]) {
			w.font(f, depth)
		}
	}
	for _, key := range []string{"XObject", "Pattern"} {
		if w.again(r[key]) {
			continue
		}
		for _, x := range d.Dict(r[key]) {
			if !w.again(x) {
				if res := d.Dict(x)["Resources"]; res != nil {
					w.resources(res, depth+1)
				}
			}
		}
	}
	if w.again(r["ExtGState"]) {
		return
	}
	for _, g := range d.Dict(r["ExtGState"]) {
		if a := d.Array(d.Dict(g)["Font"]); len(a) > 0 {
			w.font(a[0], depth)
		}
	}
}

func (w *fontWalk) font(o types.Object, depth int) {
	if w.again(o) {
		return
	}
	d := w.d
	f := d.Dict(o)
	name := d.Name(f["BaseFont"])
	switch d.Name(f["Subtype"]) {
	case "Type3":
		w.resources(f["Resources"], depth+1)
		return
	case "Type0":
		if a := d.Array(f["DescendantFonts"]); len(a) > 0 {
			f = d.Dict(a[0])
		}
	}
	desc := d.Dict(f["FontDescriptor"])
	for _, k := range []string{"FontFile", "FontFile2", "FontFile3"} {
		if _, ok := d.Stream(desc[k]); ok {
			return
		}
	}
	if f != nil {
		w.missing[name] = true
	}
}

// appearance looks into the appearance streams of an annotation.
func (w *fontWalk) appearance(a types.Dict) {
	d := w.d
	for _, o := range d.Dict(a["AP"]) {
		if s, ok := d.Stream(o); ok {
			w.resources(s.Dict["Resources"], 1)
			continue
		}
		for _, state := range d.Dict(o) {
			if s, ok := d.Stream(state); ok {
				w.resources(s.Dict["Resources"], 1)
			}
		}
	}
}
