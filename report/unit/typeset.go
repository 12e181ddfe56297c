package unit

import (
	"context"
	"fmt"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/layout"
	"rapporteur/layout/paint"
	"rapporteur/sources/pdf"
	"rapporteur/sources/pdf/syntax"
)

// Typeset makes the unit of a painted run: the small PDF that fpdf wrote is read back for its streams and images, and
// all else comes from paint's tables. An error is ours: the PDF and the tables contradict each other.
func Typeset(ctx context.Context, p *paint.Painted, sheet *layout.Sheet) (*Unit, error) {
	doc, err := pdf.Open(ctx, p.PDF, pdf.Options{})
	if err != nil {
		return nil, fmt.Errorf("painted pages cannot be read back: %w", err)
	}
	if len(doc.Pages()) != len(p.Pages) {
		return nil, fmt.Errorf("%d painted pages were read back as %d", len(p.Pages), len(doc.Pages()))
	}
	u := &Unit{}
	s := newSource(u, doc)
	s.images()
	w := &weave{u: u, p: p}
	w.links()
	if err := w.elements(); err != nil {
		return nil, err
	}
	for i, page := range doc.Pages() {
		contents, err := s.contents(page)
		if err != nil {
			return nil, fmt.Errorf("painted page %d: %w", i+1, err)
		}
		u.Pages = append(u.Pages, w.page(i, contents, sheet))
		u.Pages[i].Texts = textSums(p.Pages[i].Texts)
		for _, a := range p.Pages[i].Anchors {
			u.Anchors = append(u.Anchors, Anchor{a.ID, i, a.X, a.Y})
		}
	}
	s.drain()
	for _, f := range p.Fonts {
		u.Fonts = append(u.Fonts, FontOf(f))
	}
	for _, b := range p.Bookmarks {
		u.Outline = append(u.Outline, Bookmark{Level: b.Level, Title: b.Title, Target: b.Target, Closed: b.Closed})
	}
	return u, nil
}

// textSums writes the sums of a page's texts in a row, six digits each. A hostile page has hundreds of thousands.
func textSums(sums []paint.TextSum) string {
	b := make([]byte, 0, 6*len(sums))
	for _, sum := range sums {
		b = fmt.Appendf(b, "%06x", uint32(sum)&0xffffff)
	}
	return string(b)
}

// FontOf is a use of a font as a unit has it.
func FontOf(f paint.FontUse) Font {
	out := Font{Key: f.Font.Key(), Name: f.Name, Glyphs: make([]Glyph, len(f.Glyphs))}
	for i, g := range f.Glyphs {
		out.Glyphs[i] = Glyph(g)
	}
	return out
}

// images encodes the images that fpdf put into the resources of all pages.
func (s *source) images() {
	var images types.Dict
	if pages := s.doc.Pages(); len(pages) > 0 {
		images = s.doc.Dict(s.doc.Dict(pages[0].Dict["Resources"])["XObject"])
	}
	if len(images) > 0 {
		s.piece.add("/XObject")
		s.object(&s.piece, images, 0)
		s.u.Resources = s.piece.taken()
	}
}

// contents encodes the content streams of a painted page, compressed where that makes them smaller.
func (s *source) contents(page pdf.Page) ([]int, error) {
	var out []int
	numbers, _ := s.doc.ContentNumbers(page)
	for _, n := range numbers {
		v, ok := s.doc.Object(n).(types.StreamDict)
		if !ok {
			return nil, fmt.Errorf("object %d is no content stream", n)
		}
		m, known := s.numbers[n]
		if !known {
			if v.Dict["Filter"] != nil {
				m = s.ref(n)
			} else {
				m = s.addContent(v.Raw)
				s.numbers[n] = m
			}
		}
		out = append(out, m)
	}
	return out, nil
}

// page encodes the dictionary of a typeset page: its dress before its own streams.
func (w *weave) page(i int, contents []int, sheet *layout.Sheet) Page {
	p := &w.piece
	p.add("<</Type/Page")
	p.key("Parent", PageNode, i)
	p.add("/MediaBox[0 0 ")
	p.Bytes = syntax.AppendMilli(p.Bytes, int64(sheet.Width))
	p.add(" ")
	p.Bytes = syntax.AppendMilli(p.Bytes, int64(sheet.Height))
	p.add("]/Tabs/S")
	p.key("Resources", Shared, 0)
	p.add("/Contents[")
	p.hole(Dress, i)
	for _, n := range contents {
		p.add(" ")
		p.hole(Local, n)
	}
	p.add("]")
	if k := w.keys[i]; k >= 0 {
		p.key("StructParents", ParentKey, k)
	}
	open := false
	for k := range w.u.Links {
		if w.u.Boxes[w.u.Links[k].Box].Page != i {
			continue
		}
		if !open {
			p.add("/Annots[")
			open = true
		} else {
			p.add(" ")
		}
		p.hole(LinkRef, k)
	}
	if open {
		p.add("]")
	}
	p.add(">>")
	return Page{Piece: p.taken()}
}
