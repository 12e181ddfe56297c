package pdf

import (
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/sources/pdf/lex"
)

// SeeMarks gives the identifiers of marked content (ISO 32000-1, 14.7.4.2) to mark while content with resources is
// read, and shows next, which may be nil, what is read.
func (d *Document) SeeMarks(resources types.Dict, mark func(id int), next See) See {
	properties := d.Dict(resources["Properties"])
	property := func(name string) types.Dict { return d.Dict(properties[name]) }
	return func(op []byte, operands []lex.Token) {
		if string(op) == "BDC" {
			if id, ok := MarkID(operands, property); ok {
				mark(id)
			}
		}
		if next != nil {
			next(op, operands)
		}
	}
}
