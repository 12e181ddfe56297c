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
