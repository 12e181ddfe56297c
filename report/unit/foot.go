package unit

import (
	"math"
	"slices"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/sources/pdf"
	"rapporteur/sources/pdf/content"
)

// FootHeight is how high above the page's edge a stamp may reach, in points, before the page's scale.
const FootHeight = 48

// Painted is where something is painted at a page's foot: a rectangle of the page as it is read, in tenths of points
// from its bottom left corner. Plain white is nothing, but where it lies on something else.
type Painted struct {
	X0, Y0, X1, Y1 int
	Text           bool
	Over           bool // an annotation, which is painted after all content, a stamp among it
}

// beginFoot makes ready to see what a page paints at its foot while its content is read; see is nil where that is not
// wanted.
func (s *source) beginFoot(shown Shown, resources types.Dict, wanted bool) (*foot, pdf.See) {
	if !wanted {
		return nil, nil
	}
	if s.reader == nil {
		s.reader = content.New(s.doc, new(content.Fonts), nil)
		s.reader.Boxes = true
	}
	f := &foot{}
	f.toPage = shown.Matrix()
	f.toReader = shown.reader()
	width, _ := shown.Size()
	f.strip = mapped(pdf.Rect{X1: width, Y1: FootHeight * shown.Scale()}, f.toPage)
	s.reader.Within = f.strip
	s.reader.Begin(resources)
	return f, s.reader.See
}

// endFoot gives what is painted at the foot of the page that was read, its annotations' looks among it.
func (s *source) endFoot(f *foot, p pdf.Page) []Painted {
	shown := s.reader.End()
	for i := range shown.Boxes {
		if b := &shown.Boxes[i]; !b.White || f.meets(b.Rect) {
			f.add(b.Rect, Painted{Text: b.Kind == content.Text})
		}
	}
	if len(shown.Faults) > 0 { // there is more than was read
		f.add(f.strip, Painted{Text: true})
	}
	for _, o := range s.doc.Array(p.Dict["Annots"]) {
		if a := s.asTaken(o); s.visible(a) {
			if r, ok := s.doc.Rect(a["Rect"]); ok {
				f.add(r, Painted{Text: true, Over: s.doc.Name(a["Subtype"]) != "Link" || a["AP"] != nil})
			}
		}
	}
	return f.painted
}

// Flags of annotations (ISO 32000-1, 12.5.3).
const hidden, noView = 1 << 1, 1 << 5

// visible reports whether something is to be seen of an annotation: of a link only its border, where it has one.
func (s *source) visible(a types.Dict) bool {
	flags, _ := s.doc.Int(a["F"])
	if a == nil || flags&(hidden|noView) != 0 {
		return false
	}
	switch s.doc.Name(a["Subtype"]) {
	case "Popup":
		return false
	case "Link":
		if a["AP"] != nil {
			return true
		}
		width := 1.0
		if b := s.doc.Array(a["Border"]); len(b) > 2 {
			width, _ = s.doc.Number(b[2])
		}
		if w, ok := s.doc.Number(s.doc.Dict(a["BS"])["W"]); ok {
			width = w
		}
		return width > 0
	}
	return true
}

// foot is the foot of a page that is being read.
type foot struct {
	strip            pdf.Rect // in user space
	toPage, toReader pdf.Matrix
	painted          []Painted
}

// mostPainted bounds how many rectangles are told apart. More are taken for one: then nothing is free there.
const mostPainted = 64

// meets reports whether something is painted in a rectangle of user space so far.
func (f *foot) meets(r pdf.Rect) bool {
	p, ok := f.read(r)
	return ok && slices.ContainsFunc(f.painted, func(q Painted) bool {
		return p.X0 < q.X1 && q.X0 < p.X1 && p.Y0 < q.Y1 && q.Y0 < p.Y1
	})
}

// read is a rectangle of user space on the page as it is read, as far as it lies at the foot.
func (f *foot) read(r pdf.Rect) (Painted, bool) {
	s := f.strip
	r = pdf.Rect{X0: max(r.X0, s.X0), Y0: max(r.Y0, s.Y0), X1: min(r.X1, s.X1), Y1: min(r.Y1, s.Y1)}
	if r.X0 > r.X1 || r.Y0 > r.Y1 {
		return Painted{}, false
	}
	r = mapped(r, f.toReader)
	tenths := func(v float64) float64 { return math.Round(v*1e4) / 1e3 } // what is a point is no more than one
	return Painted{X0: int(math.Floor(tenths(r.X0))), Y0: int(math.Floor(tenths(r.Y0))),
		X1: int(math.Ceil(tenths(r.X1))), Y1: int(math.Ceil(tenths(r.Y1)))}, true
}

// add notes what of a kind is painted in a rectangle of user space, unless it is covered by what is known.
func (f *foot) add(r pdf.Rect, kind Painted) {
	p, ok := f.read(r)
	if !ok {
		return
	}
	p.Text, p.Over = kind.Text, kind.Over
	kept := f.painted[:0]
	for _, q := range f.painted {
		if q.covers(p) {
			return // nothing that was kept so far can be covered by p, which q covers
		}
		if !p.covers(q) {
			kept = append(kept, q)
		}
	}
	if len(kept) < mostPainted {
		f.painted = append(kept, p)
		return
	}
	f.painted = kept
	last := &kept[mostPainted-1]
	*last = Painted{min(last.X0, p.X0), min(last.Y0, p.Y0), max(last.X1, p.X1), max(last.Y1, p.Y1),
		last.Text || p.Text, last.Over || p.Over}
}

func (p Painted) covers(q Painted) bool {
	return p.X0 <= q.X0 && p.Y0 <= q.Y0 && p.X1 >= q.X1 && p.Y1 >= q.Y1 && (p.Text || !q.Text) &&
		(p.Over || !q.Over)
}

// annotated reports whether an annotation is to be seen at a foot.
func annotated(foot []Painted) bool {
	return slices.ContainsFunc(foot, func(p Painted) bool { return p.Over })
}

// mapped is the rectangle that m makes of r; m turns by right angles only.
func mapped(r pdf.Rect, m pdf.Matrix) pdf.Rect {
	x0, y0 := r.X0*m[0]+r.Y0*m[2]+m[4], r.X0*m[1]+r.Y0*m[3]+m[5]
	x1, y1 := r.X1*m[0]+r.Y1*m[2]+m[4], r.X1*m[1]+r.Y1*m[3]+m[5]
	return pdf.Rect{X0: min(x0, x1), Y0: min(y0, y1), X1: max(x0, x1), Y1: max(y0, y1)}
}
