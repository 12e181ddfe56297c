package unit

import (
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// outsideKeys are the entries of a stream's dictionary that send a reader to another file for what it holds: its data
// (ISO 32000-1, 7.3.8.2), a page that is shown in its place (8.10.4), or a picture of higher resolution (14.11.7).
var outsideKeys = []string{"F", "FFilter", "FDecodeParms", "Ref", "OPI"}

// leaveOutside takes from the dictionary of a stream, d, what leads out of the file: the stream is what stands in it.
func (s *source) leaveOutside(d types.Dict) {
	if s.original == nil {
		return
	}
	file := s.doc.Resolve(d["F"])
	_, named := s.doc.String(file)
	if !named && s.doc.Dict(file) == nil && d["Ref"] == nil && d["OPI"] == nil {
		return // F is a name in streams that write their filter in short, as pictures within a page's content do
	}
	for _, k := range outsideKeys {
		delete(d, k)
	}
	s.original.findings.add(ExternalData, "", s.at)
}
