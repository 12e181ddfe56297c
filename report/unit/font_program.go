package unit

import (
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/fonts/received"
	"rapporteur/sources/pdf"
)

// Programs are the font programs of a file, each read once for all who ask: whoever makes its unit, and whoever judges
// it. They are told apart by where their bytes are. The zero value has none yet; nil reads each anew.
type Programs struct{ read map[programKey]readProgram }

type programKey struct {
	first *byte
	size  int
	form  received.Form
}

type readProgram struct {
	program *received.Program
	err     error
}

// maxFontProgram bounds a decoded font program.
const maxFontProgram = 64 << 20

// Open reads the program in a stream. The error says that it is damaged; what could be read of it is there still.
func (ps *Programs) Open(doc *pdf.Document, s *types.StreamDict, form received.Form) (*received.Program, error) {
	if ps == nil || len(s.Raw) == 0 {
		r := open(doc, s, form)
		return r.program, r.err
	}
	key := programKey{&s.Raw[0], len(s.Raw), form}
	r, known := ps.read[key]
	if !known {
		r = open(doc, s, form)
		if ps.read == nil {
			ps.read = map[programKey]readProgram{}
		}
		ps.read[key] = r
	}
	return r.program, r.err
}

func open(doc *pdf.Document, s *types.StreamDict, form received.Form) readProgram {
	data, short := doc.Decode(*s, maxFontProgram)
	p, err := received.Open(data, form)
	if short != nil {
		err = short
	}
	return readProgram{p, err}
}

// program reads the font program that stands under the first of some keys of a descriptor that has one, as far as it
// can be read; one without anything where there is none.
func (s *source) program(descriptor types.Dict, keys ...string) *received.Program {
	for _, key := range keys {
		if v, ok := s.doc.Stream(descriptor[key]); ok {
			form, _ := received.FormOf(key, s.doc.Name(v.Dict["Subtype"]))
			p, _ := s.options.Programs.Open(s.doc, v, form)
			return p
		}
	}
	return &received.Program{}
}
