package unit

import "rapporteur/sources/pdf"

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
				delete(a.dict, tie)
				if tie == "IRT" {
					delete(a.dict, "RT")
				}
			}
		}
	}
}
