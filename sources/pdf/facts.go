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
	Attachments      []string // names of embedded files, the document's and the pages' in order; "" where there is none
	Layers           int      // optional content groups
	Repaired         []string // as Document.Repaired
	Count            int      // as Document.Count: where it is not the number of Pages, pages may have been lost
	Undecodable      []int    // pages, from 0, with content that cannot be decoded: they show nothing, or a part
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
		// What only breaks off is shown as far as it goes.
		if err != nil && !errors.Is(err, io.ErrUnexpectedEOF) && err != ErrTooLong {
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
