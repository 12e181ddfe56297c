package pdf

import (
	"errors"
	"io"
	"sort"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// Facts is what a report wants to know of an original before it is merged. Nothing in it refers to the document.
type Facts struct {
	Pages            []PageFacts
	Encrypted        bool
	Tagged           bool     // it has a structure tree
	Title            string   // of the information dictionary
	Lang             string   // of the catalog, a language tag
	HasForm          bool     // an AcroForm with fields
	HasXFA           bool     // a form in XFA
	HasSignatures    bool     // a signature field that is signed, or a form that says so
	Attachments      []string // names of embedded files, of the document's and the pages' in order; "" where there is none
	Layers           int      // optional content groups
	Repaired         []string // as Document.Repaired
	Count            int      // as Document.Count: where it is not the number of Pages, pages may have been lost
	Undecodable      []int    // pages, from 0, with a content stream that cannot be decoded: they show nothing, or a part
	FontsNotEmbedded []string // base fonts that text may use and that the file does not hold, sorted, each once
	RemovedActions   []string // kinds of actions other than GoTo, GoToR and URI, sorted, each once
}

// PageFacts is one page; lengths are in points.
type PageFacts struct {
	Width, Height float64 // as shown: the crop box, turned, in user units
	Scanned       bool    // it shows pictures and no text, as a scan without a text layer does
}

// Facts gathers the facts of a document.
func (d *Document) Facts() Facts {
	cat := d.Catalog()
	f := Facts{
		Encrypted: d.encrypted,
		Tagged:    d.Dict(cat["StructTreeRoot"]) != nil,
		Repaired:  d.repaired,
		Count:     d.count,
		Layers:    len(d.Array(d.Dict(cat["OCProperties"])["OCGs"])),
		Pages:     make([]PageFacts, len(d.pages)),
	}
	if b, ok := d.String(d.Info()["Title"]); ok {
		f.Title = Text(b)
	}
	if b, ok := d.String(cat["Lang"]); ok {
		f.Lang = Text(b)
	}
	for i, p := range d.pages {
		w, h := p.Shown()
		content, err := d.Scan(p)
		f.Pages[i] = PageFacts{w, h, !content.UsesText && d.onlyImages(p)}
		if err != nil && !errors.Is(err, io.ErrUnexpectedEOF) && err != ErrTooLong { // what only breaks off is shown as far as it goes
			f.Undecodable = append(f.Undecodable, i)
		}
	}
	d.formFacts(&f)
	d.NameTree(d.Dict(cat["Names"])["EmbeddedFiles"], func(k []byte, v types.Object) {
		f.Attachments = append(f.Attachments, d.fileName(v, k))
	})
	d.actionFacts(&f)
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

// onlyImages tells whether a page has pictures to show, and no forms, which might show text.
func (d *Document) onlyImages(p Page) bool {
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

// fileName is the name of a file specification, or the key under which it stands.
func (d *Document) fileName(spec types.Object, key []byte) string {
	if b, ok := d.String(spec); ok {
		return Text(b)
	}
	s := d.Dict(spec)
	for _, k := range []string{"UF", "F"} {
		if b, ok := d.String(s[k]); ok && len(b) > 0 {
			return Text(b)
		}
	}
	return Text(key)
}

func (d *Document) formFacts(f *Facts) {
	form := d.Dict(d.Catalog()["AcroForm"])
	f.HasXFA = d.Resolve(form["XFA"]) != nil
	f.HasForm = len(d.Array(form["Fields"])) > 0
	flags, _ := d.Int(form["SigFlags"])
	f.HasSignatures = flags&1 != 0
	seen, left := map[int]bool{}, maxFormFields
	var walk func(fields types.Array, kind string, depth int)
	walk = func(fields types.Array, kind string, depth int) {
		for _, o := range fields {
			n := RefNumber(o)
			if left--; left < 0 || depth > maxDepth || n > 0 && seen[n] {
				continue
			}
			seen[n] = true
			field := d.Dict(o)
			mine := kind
			if k := d.Name(field["FT"]); k != "" {
				mine = k
			}
			if mine == "Sig" && d.Dict(field["V"]) != nil {
				f.HasSignatures = true
			}
			walk(d.Array(field["Kids"]), mine, depth+1)
		}
	}
	walk(d.Array(form["Fields"]), "", 0)
}

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
