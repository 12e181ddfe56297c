package pdf

import (
	"sort"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// Facts are what a file says of itself as a whole. Nothing in them refers to the document.
type Facts struct {
	Encrypted        bool
	Tagged           bool     // it has a structure tree
	Title            string   // of the information dictionary
	Lang             string   // of the catalog, a language tag
	Layers           int      // optional content groups
	FontsNotEmbedded []string // base fonts that text may use and that the file does not hold, sorted, each once
}

// Facts gathers the facts of a document.
func (d *Document) Facts() Facts {
	cat := d.Catalog()
	f := Facts{
		Encrypted: d.encrypted,
		Tagged:    d.Dict(cat["StructTreeRoot"]) != nil,
		Layers:    len(d.Array(d.Dict(cat["OCProperties"])["OCGs"])),
	}
	if b, ok := d.String(d.Info()["Title"]); ok {
		f.Title = Text(b)
	}
	if b, ok := d.String(cat["Lang"]); ok {
		f.Lang = Text(b)
	}
	w := fontWalk{d: d, seen: map[int]bool{}, missing: map[string]bool{}}
	for _, p := range d.pages {
		w.resources(p.Dict["Resources"], 0)
		if w.again(p.Dict["Annots"]) {
			continue
		}
		for _, a := range d.Annotations(p) {
			w.appearance(a)
		}
	}
	f.FontsNotEmbedded = sorted(w.missing)
	return f
}

// OnlyImages reports whether a page has pictures to show, and no forms, which might show text: with content that shows
// no text itself it is a scan without a text layer.
func (d *Document) OnlyImages(p Page) bool {
	objects := d.Dict(d.Dict(p.Dict["Resources"])["XObject"])
	for _, o := range objects {
		if d.Name(d.Dict(o)["Subtype"]) != "Image" {
			return false
		}
	}
	return len(objects) > 0
}

// Annotations are the dictionaries of a page's annotations in order.
func (d *Document) Annotations(p Page) []types.Dict {
	var out []types.Dict
	for _, o := range d.Array(p.Dict["Annots"]) {
		if a, ok := d.Resolve(o).(types.Dict); ok {
			out = append(out, a)
		}
	}
	return out
}

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

func sorted(set map[string]bool) []string {
	if len(set) == 0 {
		return nil
	}
	out := make([]string, 0, len(set))
	for k := range set {
		out = append(out, k)
	}
	sort.Strings(out)
	return out
}
