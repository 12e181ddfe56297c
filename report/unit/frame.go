package unit

import (
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/sources/pdf"
	"rapporteur/sources/pdf/syntax"
)

// Frame are the boxes of a page that may be widened by a strip below or above it (ISO 32000-1, 14.11.2). ArtBox, which
// is around what the page means, is not among them.
type Frame struct {
	Received Piece      // their entries as they were received
	Boxes    []FrameBox // what they say
	// Kept says that the page must not be widened: an annotation lies below what is shown of it, and would stand on the
	// strip, for annotations are painted after all content; or it would become larger than a page may be.
	Kept bool
	// HeadKept says the same of a strip above the page.
	HeadKept bool
}

// FrameBox is a box that the page has, in user space.
type FrameBox struct {
	Name           string
	X0, Y0, X1, Y1 float64
}

// frameBoxes are the outermost first.
var frameBoxes = [4]string{"MediaBox", "CropBox", "BleedBox", "TrimBox"}

// frameOf takes the boxes out of a page's dictionary.
func (s *source) frameOf(d types.Dict, p pdf.Page) Frame {
	var f Frame
	received := types.Dict{}
	for _, name := range frameBoxes {
		o, has := d[name]
		if !has {
			continue
		}
		received[name] = o
		delete(d, name)
		r, ok := s.doc.Rect(o)
		switch name {
		case "MediaBox":
			r, ok = p.MediaBox, true
		case "CropBox":
			r, ok = p.CropBox, true
		}
		if ok {
			f.Boxes = append(f.Boxes, FrameBox{name, r.X0, r.Y0, r.X1, r.Y1})
		}
	}
	var entries Piece
	s.entries(&entries, received, 0)
	f.Received = entries.taken()
	shown := shownOf(p)
	width, height := shown.Size()
	strip := FootHeight * shown.Scale()
	f.Kept = s.annotated(p, pdf.Rect{X1: width, Y0: -strip, Y1: -edge}) || tooLong(p, shown.Grown(strip))
	f.HeadKept = s.annotated(p, pdf.Rect{X1: width, Y0: height + edge, Y1: height + strip}) ||
		tooLong(p, shown.Raised(strip))
	return f
}

// tooLong reports whether a page that is shown so would be larger than a page may be.
func tooLong(p pdf.Page, g Shown) bool {
	m := p.MediaBox
	return max(m.X1, g.X1)-min(m.X0, g.X0) > pdf.MostSide || max(m.Y1, g.Y1)-min(m.Y0, g.Y0) > pdf.MostSide
}

// annotated reports whether something is to be seen of an annotation within a rectangle of the page as it is read.
func (s *source) annotated(p pdf.Page, within pdf.Rect) bool {
	shown := shownOf(p)
	for _, o := range s.doc.Array(p.Dict["Annots"]) {
		a := s.asTaken(o)
		r, ok := s.doc.Rect(a["Rect"])
		if !ok {
			continue
		}
		r = mapped(r, shown.reader())
		if r.Y0 < within.Y1 && r.Y1 > within.Y0 && r.X0 < within.X1 && r.X1 > within.X0 && s.visible(a) {
			return true
		}
	}
	return false
}

// Widen gives the entries of the boxes of a page of which more is shown, g in place of s: a strip below or above it.
// What is shown grows, and what it lies in; a box whose edge lay at the page's goes with it, so that who prints or
// trims by it keeps the strip.
func (f *Frame) Widen(s, g Shown) []byte {
	var b []byte
	for _, x := range f.Boxes {
		switch {
		case x.Name == "CropBox":
			x = FrameBox{x.Name, g.X0, g.Y0, g.X1, g.Y1}
		case x.Name == "MediaBox":
			x = FrameBox{x.Name, min(x.X0, g.X0), min(x.Y0, g.Y0), max(x.X1, g.X1), max(x.Y1, g.Y1)}
		default:
			if x.X0 <= s.X0+edge {
				x.X0 = min(x.X0, g.X0)
			}
			if x.Y0 <= s.Y0+edge {
				x.Y0 = min(x.Y0, g.Y0)
			}
			if x.X1 >= s.X1-edge {
				x.X1 = max(x.X1, g.X1)
			}
			if x.Y1 >= s.Y1-edge {
				x.Y1 = max(x.Y1, g.Y1)
			}
		}
		b = append(syntax.AppendName(b, x.Name), '[')
		for i, v := range [4]float64{x.X0, x.Y0, x.X1, x.Y1} {
			if i > 0 {
				b = append(b, ' ')
			}
			b = syntax.AppendFloat(b, v)
		}
		b = append(b, ']')
	}
	return b
}

// edge is how near to the page's edge a box's edge is at it, in units.
const edge = 1
