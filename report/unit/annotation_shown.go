package unit

import (
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/sources/pdf"
)

// flagToggle turns hiding on or off when the pointer comes near (ISO 32000-1, table 165, ToggleNoView).
const flagToggle = 1 << 8

// maxSettled bounds the annotations of an original that are given looks, words and elements, each of which costs
// objects of the report. A commented file of 2,000 pages has some 10,000, links and all; those beyond have no element
// and the look and words that they came with, which is told, and the report claims the less.
const maxSettled = 20_000

// unhidden settles the flags of an annotation as ISO 19005-3, 6.3.2 asks: what is seen is printed, and nothing is
// hidden. It is false for one that no reader shows: that leaves the page.
func (s *source) unhidden(t types.Dict, kind string, page int) bool {
	if kind == "Popup" { // the window of another, which says whether it is open
		return true
	}
	flags, _ := s.doc.Int(t["F"])
	if flags&(flagHidden|flagNoView) != 0 {
		s.mend(MendedHidden, kind, page)
		return false
	}
	if flags&flagPrint == 0 && kind != "Link" && t["F"] != nil {
		s.mend(MendedPrint, kind, page)
	}
	t["F"] = types.Integer((flags | flagPrint) &^ (flagsUnseen | flagToggle))
	return true
}

// settle makes an annotation such as PDF/UA-1 and PDF/A-3 ask for: seen and printed, with one look and with words. It
// is false for one that does not stay.
func (s *source) settle(t types.Dict, kind string, page int) bool {
	if !s.unhidden(t, kind, page) {
		return false
	}
	if kind == "Widget" { // of those the form's fields say more
		return true
	}
	if s.original.settled++; s.original.settled <= maxSettled {
		s.settleLook(t, kind, page)
		s.sayMark(t, kind, page)
	}
	return true
}

// settleLook gives an annotation the one look that ISO 19005-3, 6.3.3 allows: of several by state the one that shows.
// One that has none is drawn.
func (s *source) settleLook(t types.Dict, kind string, page int) {
	n := s.normal(t)
	if states, many := n.(types.Dict); many {
		if n = states[s.doc.Name(t["AS"])]; n == nil {
			n = states[pdf.SortedKeys(states)[0]]
		}
	}
	delete(t, "AS")
	r, ok := s.doc.Rect(t["Rect"])
	if n == nil && kind != "Popup" && kind != "Link" && ok && r.X1 > r.X0 && r.Y1 > r.Y0 {
		n = s.drawMark(t, kind, r, page)
	}
	if n == nil {
		delete(t, "AP")
		return
	}
	t["AP"] = types.Dict{"N": n}
}
