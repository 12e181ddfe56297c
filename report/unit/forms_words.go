package unit

import (
	"fmt"
	"slices"

	"rapporteur/sources/pdf"
	"rapporteur/sources/pdf/content"
)

// turnOf is by how many degrees a page is turned clockwise for the words around a widget to run from left to right:
// as the widget's own do (ISO 32000-1, table 189), else as the page is shown.
func (s *source) turnOf(w *widget) int {
	turn, ok := s.doc.Int(s.doc.Dict(w.dict["MK"])["R"])
	if !ok {
		turn = s.doc.Pages()[s.original.taken[w.page]].Rotate
	}
	return ((turn/90)%4 + 4) % 4 * 90
}

// turns are the matrices that turn a page clockwise, by degrees.
var turns = map[int]pdf.Matrix{0: pdf.Identity, 90: {0, -1, 1, 0, 0, 0}, 180: {-1, 0, 0, -1, 0, 0},
	270: {0, 1, -1, 0, 0, 0}}

// onTurned is a rectangle on a page that is turned.
func onTurned(r pdf.Rect, turn int) pdf.Rect {
	m := turns[turn]
	a, b := pdf.Matrix{1, 0, 0, 1, r.X0, r.Y0}.Of(m), pdf.Matrix{1, 0, 0, 1, r.X1, r.Y1}.Of(m)
	return pdf.Rect{X0: min(a[4], b[4]), Y0: min(a[5], b[5]), X1: max(a[4], b[4]), Y1: max(a[5], b[5])}
}

// turnedPage is a page of the unit, turned by degrees.
type turnedPage struct{ page, turn int }

// pageWords are the words of a page of the unit that run along its lines once it is turned, read once; none of a page
// that cannot be read.
func (s *source) pageWords(k, turn int) []content.Word {
	f := &s.original.form
	at := turnedPage{k, turn}
	if words, known := f.words[at]; known {
		return words
	}
	if f.words == nil {
		f.words = map[turnedPage][]content.Word{}
	}
	f.words[at] = nil
	page := s.doc.Pages()[s.original.taken[k]]
	data, err := s.doc.PageContent(page, maxLabelled)
	if err != nil {
		return nil
	}
	m := turns[turn]
	head := fmt.Appendf(nil, "%.0f %.0f %.0f %.0f 0 0 cm ", m[0], m[1], m[2], m[3])
	in := content.New(s.doc, new(content.Fonts), nil)
	in.Words = true
	if shown := in.Page(append(head, data...), s.doc.Dict(page.Dict["Resources"])); s.spendMore(len(shown.Words)) {
		f.words[at] = slices.DeleteFunc(slices.Clone(shown.Words), func(w content.Word) bool {
			return w.X1-w.X0 < narrowest // it runs up or down
		})
	}
	return f.words[at]
}

// maxLabelled bounds the content of a page that is read for the words beside its fields, in bytes.
const maxLabelled = 64 << 20

// narrowest is how wide a word is at least that runs along its line, in points.
const narrowest = 0.5
