package unit

import (
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/sources/pdf"
)

// leftActing notes what an annotation that is left out would have done.
func (s *source) leftActing(d types.Dict) {
	s.triggers(d["AA"], -1)
	s.chain(d["A"], func(d types.Dict) {
		if s.acts(d) {
			s.original.findings.add(ActionRemoved, s.actionKind(d), -1)
		}
	})
}

// cutTies takes from the annotations of all pages what ties them to one that stands on no page: its window, whose
// window it is, what it answers. No reader shows such an annotation, and the report would have it for nothing.
func (s *source) cutTies(pages [][]annot) {
	for _, list := range pages {
		for _, a := range list {
			for _, tie := range [...]string{"Popup", "IRT", "Parent"} {
				n := pdf.RefNumber(a.dict[tie])
				if n == 0 || tie == "Parent" && s.doc.Name(a.dict["Subtype"]) != "Popup" || s.original.annots[n] {
					continue
				}
				s.leftActing(s.doc.Dict(a.dict[tie]))
				delete(a.dict, tie)
				if tie == "IRT" {
					delete(a.dict, "RT")
				}
			}
		}
	}
}
