package assembly

import (
	"fmt"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/layout"
	"rapporteur/layout/paint"
	"rapporteur/sources/pdf"
)

// typeset links a painted run: its streams, its fonts, its dress, its annotations and its structure.
func (l *linker) typeset(run int, u *unit) error {
	r, p := &l.plan.Runs[run], u.painted
	if len(p.Pages) != r.Count {
		return fmt.Errorf("%d pages were painted, the plan has %d", len(p.Pages), r.Count)
	}
	dress, err := l.dress(run)
	if err != nil {
		return err
	}
	s := newSource(l, u.doc)
	s.patched = u.streams
	resources := l.resources(s, u, dress)
	first := r.First - 1
	for i := range p.Pages {
		if err := l.anchors(run, first+i, p.Pages[i].Anchors); err != nil {
			return err
		}
	}
	areas := l.areas(p, first)
	keys, err := l.tags.typeset(run, p, areas)
	if err != nil {
		return err
	}
	l.links = append(l.links, areas...)
	for i, page := range u.doc.Pages() {
		b := l.pageHead(nil, first+i)
		b = appendRefKey(b, "Resources", resources)
		b = append(b, "/Contents["...)
		b = appendRef(b, l.w.shareSmall(dress.Pages[i]))
		for _, ref := range contentRefs(u.doc, page) {
			b = append(b, ' ')
			b = appendRef(b, s.ref(ref))
		}
		b = append(b, ']')
		if keys[i] >= 0 {
			b = append(b, "/StructParents "...)
			b = appendInt(b, keys[i])
		}
		b = appendAnnots(b, areas, first+i)
		l.w.object(l.pages[first+i], append(b, ">>"...))
	}
	s.drain()
	for _, m := range p.Bookmarks {
		l.outline = append(l.outline, outlineItem{level: m.Level, title: appendText(nil, m.Title), target: m.Target, closed: m.Closed})
	}
	return nil
}

// dress paints what stands around the frame of a run's pages.
func (l *linker) dress(run int) (*paint.Dressed, error) {
	r := &l.plan.Runs[run]
	sides := make([]paint.Side, r.Count)
	for i := range sides {
		pg := l.plan.Pages[r.First-1+i]
		sides[i] = paint.Side{Number: pg.Number, Label: pg.Label}
	}
	return l.dresser.Dress(r.Lang, r.Head, r.Bare, sides)
}

// resources writes the resource dictionary that all pages of a run share: fpdf's images, and the fonts of body and dress.
func (l *linker) resources(s *source, u *unit, dress *paint.Dressed) int {
	var images types.Dict
	if pages := u.doc.Pages(); len(pages) > 0 {
		images = u.doc.Dict(u.doc.Dict(pages[0].Dict["Resources"])["XObject"])
	}
	b := append([]byte(nil), "<<"...)
	if len(images) > 0 {
		b = append(b, "/XObject"...)
		b = s.object(b, images, 0)
	}
	if len(u.painted.Fonts)+len(dress.Fonts) > 0 {
		b = append(b, "/Font<<"...)
		b = l.fonts.join(b, l.w, u.painted.Fonts)
		b = l.fonts.join(b, l.w, dress.Fonts)
		b = append(b, ">>"...)
	}
	return l.w.add(append(b, ">>"...))
}

// anchors notes where the anchors of a page are, and that they are where the plan says.
func (l *linker) anchors(run, page int, as []layout.Anchor) error {
	x, y := l.frame(page)
	for _, a := range as {
		p, ok := l.plan.Anchors[a.ID]
		if !ok {
			continue // not to be reached from outside its run's own links, which the plan would hold
		}
		if p.Page != page+1 {
			return fmt.Errorf("anchor %q was painted on page %d, the plan has it on page %d", a.ID, page+1, p.Page)
		}
		if _, dup := l.spots[a.ID]; !dup {
			l.spots[a.ID] = spot{page: page, left: x + a.X, top: y - a.Y}
		}
	}
	return nil
}

// contentRefs are the object numbers of a page's content streams.
func contentRefs(doc *pdf.Document, p pdf.Page) []int {
	o := p.Dict["Contents"]
	if a, ok := doc.Resolve(o).(types.Array); ok {
		var out []int
		for _, e := range a {
			if n := pdf.RefNumber(e); n > 0 {
				out = append(out, n)
			}
		}
		return out
	}
	if n := pdf.RefNumber(o); n > 0 {
		return []int{n}
	}
	return nil
}
