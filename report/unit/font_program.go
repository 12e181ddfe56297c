package unit

import (
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/fonts/received"
)

// maxFontProgram bounds a decoded font program.
const maxFontProgram = 64 << 20

// program reads the font program that stands under the first of some keys of a descriptor that has one, as far as it
// can be read; one without anything where there is none.
func (s *source) program(descriptor types.Dict, keys ...string) *received.Program {
	for _, key := range keys {
		v, ok := s.doc.Stream(descriptor[key])
		if !ok {
			continue
		}
		form, _ := received.FormOf(key, s.doc.Name(v.Dict["Subtype"]))
		data, _ := s.doc.Decode(*v, maxFontProgram)
		p, _ := received.Open(data, form)
		return p
	}
	return &received.Program{}
}
