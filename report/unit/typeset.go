package unit

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"

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
			u.Anchors = append(u.Anchors, Anchor{ID: a.ID, Page: i, X: a.X, Y: a.Y, Mark: a.Mark})
		}
	}
	u.sumTexts(p.Pages)
	s.drain()
	for _, f := range p.Fonts {
		u.Fonts = append(u.Fonts, FontOf(f))
	}
	for _, b := range p.Bookmarks {
		u.Outline = append(u.Outline, Bookmark{Level: b.Level, Title: b.Title, Target: b.Target, Closed: b.Closed})
	}
	return u, nil
}

// textSums writes the beginnings of the sums of a page's texts in a row. A hostile page has hundreds of thousands.
func textSums(sums []paint.TextSum) string {
	b := make([]byte, 0, 2*textFigures*len(sums))
	for _, sum := range sums {
		b = hex.AppendEncode(b, sum[:textFigures/2])
	}
	return string(b)
}

// textFigures of a sum say where something else stands; what it is the sums of items promise.
const textFigures = 4

// sumTexts gives the anchors of items, and of what has an id in their texts, the sum of the text from there to the next
// one that stands behind, or to the end of the run; what its own anchor, the first, is the place of is the beginning.
// Ids that the program gives to notes and the like have a colon, and part nothing. Anchors stand in the order of their
// places.
func (u *Unit) sumTexts(pages []paint.Page) {
	var list []*Anchor
	for i := range u.Anchors {
		if a := &u.Anchors[i]; i == 0 || !strings.Contains(a.ID, ":") {
			list = append(list, a)
		}
	}
	for i, a := range list {
		next := &Anchor{Page: len(pages)}
		for _, b := range list[i+1:] {
			if b.Page != a.Page || b.Mark != a.Mark {
				next = b
				break
			}
		}
		h := sha256.New()
		for page := a.Page; page <= min(next.Page, len(pages)-1); page++ {
			texts := pages[page].Texts
			if page == next.Page {
				texts = texts[:next.Mark]
			}
			if page == a.Page {
				texts = texts[min(a.Mark, len(texts)):]
			}
			for _, t := range texts {
				h.Write(t[:])
			}
		}
		a.Text = hex.EncodeToString(h.Sum(nil)[:len(paint.TextSum{})])
	}
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
