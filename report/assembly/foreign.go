package assembly

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/sources/pdf"
)

// foreign is an original while it is linked.
type foreign struct {
	run      int
	file     string
	first    int          // physical number of its first page in the report, from 0
	selected map[int]int  // index of a page in the original, its first where the page tree names it twice, to its first physical page here
	annots   map[int]bool // annotations, by object number: those of the pages taken that stay
	dropped  map[int]bool // those that do not
	notes    *notes
}

// foreign links the pages of an original. It is opened here and forgotten on return.
func (l *linker) foreign(run int) error {
	r := &l.plan.Runs[run]
	doc, err := l.open(r.Original)
	if err != nil {
		return err
	}
	s := newSource(l, doc)
	f := &foreign{run: run, file: r.Original.File, first: r.First - 1, selected: map[int]int{}, annots: map[int]bool{}, dropped: map[int]bool{}}
	f.notes = newNotes(l, f)
	s.original = f
	pages := doc.Pages()
	hashes := OriginalPages{Run: run}
	for k, i := range r.Original.Pages {
		if i < 0 || i >= len(pages) {
			return fmt.Errorf("%s: page %d of %d", f.file, i+1, len(pages))
		}
		hashes.Content = append(hashes.Content, doc.ContentHash(pages[i]))
		if first := s.firstOf(i); !f.holds(first) {
			f.selected[first] = f.first + k
		}
	}
	l.report.Originals = append(l.report.Originals, hashes)
	for i := range pages { // pages that are not taken lead nowhere
		if n := pages[i].Number; n > 0 {
			s.numbers[n] = 0
			if at, ok := f.selected[s.firstOf(i)]; ok {
				s.numbers[n] = l.pages[at]
			}
		}
	}
	// The original's own frame stays behind even where its dictionaries do not say what they are.
	cat := doc.Catalog()
	for _, n := range []int{doc.CatalogNumber(), pdf.RefNumber(cat["Pages"]), pdf.RefNumber(cat["StructTreeRoot"]), pdf.RefNumber(cat["AcroForm"]), pdf.RefNumber(cat["Outlines"])} {
		if n > 0 {
			s.numbers[n] = 0
		}
	}
	s.leaveBehind()
	l.layers.take(s)
	annots := make([]types.Array, len(r.Original.Pages))
	for k, i := range r.Original.Pages {
		if at := f.first + k; f.selected[s.firstOf(i)] == at {
			annots[k] = s.annotations(pages[i], i)
		} else {
			annots[k] = s.copies(pages[i], i, at)
		}
	}
	g := l.tags.graft(s, r)
	for k, i := range r.Original.Pages {
		if err := s.page(f.first+k, pages[i], annots[k], f.selected[s.firstOf(i)] == f.first+k, r.Original.Stamp); err != nil {
			return fmt.Errorf("%s, page %d: %w", f.file, i+1, err)
		}
	}
	s.drain()
	g.write()
	s.drain()
	s.outline(r)
	f.notes.report()
	if _, ok := l.plan.Anchors[r.ID]; ok && r.Count > 0 {
		l.spots[r.ID] = cornerOf(pages[r.Original.Pages[0]], f.first)
	}
	return nil
}

// firstOf is the first index of a page in the original: page trees are met that name one page several times.
func (s *source) firstOf(i int) int {
	if pages := s.doc.Pages(); i >= 0 && i < len(pages) && pages[i].Number > 0 {
		i, _ = s.doc.PageIndex(pages[i].Number)
	}
	return i
}

// holds tells whether a page, by its first index, is taken.
func (f *foreign) holds(page int) bool {
	_, ok := f.selected[page]
	return ok
}

// open takes the original as it was kept, or loads it again and makes sure that it is the one that was read.
func (l *linker) open(o *Original) (*pdf.Document, error) {
	if o.Kept != nil {
		if doc := o.Kept(); doc != nil {
			return doc, nil
		}
	}
	data, err := o.Load()
	if err != nil {
		return nil, fmt.Errorf("%s: %w", o.File, err)
	}
	if o.SHA256 != "" {
		if sum := sha256.Sum256(data); hex.EncodeToString(sum[:]) != o.SHA256 {
			return nil, fmt.Errorf("%s has changed since it was read", o.File)
		}
	}
	doc, err := pdf.Open(l.ctx, data, pdf.Options{Passwords: o.Passwords})
	if err != nil {
		return nil, fmt.Errorf("%s: %w", o.File, err)
	}
	return doc, nil
}

// cornerOf is the top left corner of a page as it is shown, in its own coordinates: where a link to it leads.
func cornerOf(p pdf.Page, page int) spot {
	c := p.CropBox
	x, y := c.X0, c.Y1
	switch p.Rotate {
	case 90:
		y = c.Y0
	case 180:
		x, y = c.X1, c.Y0
	case 270:
		x = c.X1
	}
	return spot{page: page, left: milli(x), top: milli(y), both: true}
}

// leftOfPage are the entries of a page that are left behind: what belongs to the original as a whole, what acts, and what is attached.
var leftOfPage = []string{"Parent", "AA", "B", "AF", "Annots", "Contents", "Resources", "Type", "Tabs", "StructParents", "PresSteps"}

// page writes a page of an original: its dictionary with what it inherited, its streams as they are, ours before and after.
func (s *source) page(at int, p pdf.Page, annots types.Array, once bool, stamp Stamp) error {
	l, f := s.l, s.original
	d := make(types.Dict, len(p.Dict))
	for k, v := range p.Dict {
		d[k] = v
	}
	f.notes.pageActions(s, p)
	parents := d["StructParents"]
	for _, k := range leftOfPage {
		delete(d, k)
	}
	d["Type"] = types.Name("Page")
	d["Parent"] = target(l.parent(at))
	d["Tabs"] = types.Name("S")
	if _, ok := s.doc.Rect(d["MediaBox"]); !ok {
		d["MediaBox"] = types.Array{types.Float(p.MediaBox.X0), types.Float(p.MediaBox.Y0), types.Float(p.MediaBox.X1), types.Float(p.MediaBox.Y1)}
	}
	if once && parents != nil {
		d["StructParents"] = parents
	}
	if !once && parents != nil {
		i, _ := s.doc.PageIndex(p.Number)
		f.notes.add(PageRepeated, "", i)
	}
	if len(annots) > 0 {
		d["Annots"] = annots
	}
	resources, contents := s.doc.Dict(p.Dict["Resources"]), types.Array{}
	for _, n := range contentRefs(s.doc, p) {
		if _, ok := s.doc.Resolve(s.doc.Object(n)).(types.StreamDict); ok {
			contents = append(contents, *types.NewIndirectRef(n, 0))
		}
	}
	if !stamp.None {
		name, form, err := s.stamp(at, p, resources, stamp.Text)
		if err != nil {
			return err
		}
		before, after := s.brackets(p, name)
		contents = append(append(types.Array{target(before)}, contents...), target(after))
		resources = withXObject(s.doc, resources, name, form)
		d["Resources"] = resources
	} else if v, ok := p.Dict["Resources"]; ok && resources != nil {
		d["Resources"] = v
	} else {
		d["Resources"] = types.Dict{}
	}
	if len(contents) > 0 {
		d["Contents"] = contents
	}
	s.buf = s.object(s.buf[:0], d, 0)
	l.w.object(l.pages[at], s.buf)
	return nil
}
