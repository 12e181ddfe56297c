package conformance

import (
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/sources/pdf"
)

// markTags judges whether a mark of a page is its element's: the element that the mark leads to claims it back.
// Validators do not look at it: a page that leads into another's tags passes there.
func (c *content) markTags(id int) {
	if e := &c.j.elements; c.page > 0 && e.marks[claim{c.page, id}] != pdf.RefNumber(c.parents[id]) {
		c.j.fail("tags-astray", "")
	}
}

// annotationTags judges the same of an annotation.
func (j *judge) annotationTags(o types.Object, at *element) {
	if n := pdf.RefNumber(o); at != nil && n > 0 && j.elements.whole[n] != at.number {
		j.fail("tags-astray", "")
	}
}
