package conformance

import (
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/sources/pdf"
	"rapporteur/sources/pdf/lex"
)

// pageTags judges whether the tags of a page are its own: each mark that leads to an element is claimed by that
// element
// and no other, and each annotation. Validators do not look at it.
func (j *judge) pageTags(k int) {
	p := j.Pages()[k]
	key, ok := j.Int(p.Dict["StructParents"])
	if !ok {
		return
	}
	e := &j.elements
	list := e.list(key)
	data, _ := j.PageContent(p, maxDecoded)
	properties := j.Dict(j.Dict(p.Dict["Resources"])["Properties"])
	property := func(name string) types.Dict { return j.Dict(properties[name]) }
	var in lex.Operators
	in.Reset(data)
	for op := in.Next(); op != nil; op = in.Next() {
		if string(op) != "BDC" {
			continue
		}
		id, ok := pdf.MarkID(in.Operands, property)
		if !ok || id < 0 || id >= len(list) {
			continue
		}
		n := pdf.RefNumber(list[id])
		if n > 0 && e.marks[claim{j.numbers.pages + k, id}] != n {
			j.fail("tags-astray", "")
		}
	}
}

// annotationTags judges the same of an annotation.
func (j *judge) annotationTags(o types.Object, at *element) {
	if n := pdf.RefNumber(o); at != nil && n > 0 && j.elements.whole[n] != at.number {
		j.fail("tags-astray", "")
	}
}
