package unit

import (
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/sources/pdf"
)

// As is what a page without tags is as a whole to those who do not see it (ISO 14289-1, 7.1: all content is tagged or
// an artifact). Its content streams are not touched: the marks stand in ours.
type As string

// What a page may be.
const (
	AsTagged   As = ""         // its own tags speak
	AsFigure   As = "figure"   // one figure, whose alternative text says what it is and where its words stand
	AsArtifact As = "artifact" // it holds artifacts, which must not lie in a figure: what is stamped on it speaks
)

// Facsimile is What of the saying that speaks for a page without tags.
const Facsimile = "facsimile"

// tagWhole gives a page without tags its one element. k is the page in the unit, marks are the identifiers of marked
// content on it, which lead nowhere; artifacts says that something on it is an artifact.
func (s *source) tagWhole(k int, p pdf.Page, marks []int32, artifacts bool, x *Brackets) symbol {
	for _, id := range marks {
		if id < mostWhole {
			x.Mark = max(x.Mark, int(id)+1)
		}
	}
	said := s.say(Facsimile, k, "")
	b := &branch{number: s.u.alloc(), page: k, dict: types.Dict{"Lang": symbol{SaidLang, said.Index}}}
	key := &s.piece
	key.add("[")
	if artifacts {
		x.As = AsArtifact
		b.dict["S"], b.dict["ActualText"] = types.Name("P"), said
	} else {
		x.As = AsFigure
		b.dict["S"], b.dict["Alt"] = types.Name("Figure"), said
		c := p.CropBox
		b.dict["A"] = types.Dict{"O": types.Name("Layout"), "Placement": types.Name("Block"),
			"BBox": numbers(c.X0, c.Y0, c.X1, c.Y1)}
	}
	there := map[int]bool{x.Mark: true}
	for _, id := range marks { // within the figure they are its own, within an artifact nobody's
		there[int(id)] = there[int(id)] || !artifacts
	}
	for id := range x.Mark + 1 {
		if there[id] {
			b.kids = append(b.kids, leafOrBranch{mcid: id})
			key.hole(Local, b.number)
			key.add(" ")
		} else {
			key.add("null ")
		}
	}
	key.add("]")
	s.tags.own = append(s.tags.own, b)
	s.u.Keys = append(s.u.Keys, key.taken())
	return symbol{ParentKey, len(s.u.Keys) - 1}
}

// mostWhole bounds the identifiers of marked content that lead to the figure of a page: its entry of the parent tree
// has as many places. Higher ones lead nowhere, as they did.
const mostWhole = 1 << 14

// drawsArtifacts reports whether content that asks for resources draws a form in which something is an artifact.
func (s *source) drawsArtifacts(uses []pdf.Use, resources types.Dict, depth int) bool {
	for _, u := range uses {
		n := pdf.RefNumber(s.doc.Dict(resources["XObject"])[u.Name])
		v, ok := s.doc.Resolve(s.doc.Object(n)).(types.StreamDict)
		if u.Category != "XObject" || n == 0 || !ok || kindOf(s.doc, v.Dict) != "drawing" || depth > maxFieldDepth ||
			!s.spend() {
			continue
		}
		b, _, _ := s.inspect.sound.CheckContent(s.doc, v, max(s.inspect.left, 0))
		around := resources
		if own := s.doc.Dict(v.Dict["Resources"]); own != nil {
			around = own
		}
		if b.Artifacts || s.drawsArtifacts(b.Uses, around, depth+1) {
			return true
		}
	}
	return false
}
