package conformance

import (
	"encoding/binary"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// jpx judges a JPEG 2000 image by the boxes of its header (ISO 15444-1, annex I): how many channels there are, how
// the
// colours are given, and how many bits a sample has (ISO 19005-3, 6.2.8.3).
func (j *judge) jpx(s *types.StreamDict, hasSpace bool) {
	data := s.Raw
	if names, _ := j.filters(s.Dict); len(names) > 1 {
		rest := *s
		rest.Dict = types.Dict{"Filter": filtersBefore(j, s.Dict), "DecodeParms": nil}
		data, _ = j.Decode(rest, maxDecoded)
	}
	var h jpxHeader
	h.boxes(data, 0)
	if n := h.components; n != 1 && n != 3 && n != 4 {
		j.fail("jpx-channels", "")
	}
	if !hasSpace && (h.specs != 1 && h.approximate != 1 || h.method < 1 || h.method > 3 || h.enumerated == cieJab) {
		j.fail("jpx-colour", "")
	}
	if !hasSpace && h.enumerated == deviceCMYK {
		j.fail("cmyk", "")
	}
	if h.bitsVary || h.bits < 1 || h.bits > 38 {
		j.fail("jpx-bits", "")
	}
}

// filtersBefore are the filters before the last.
func filtersBefore(j *judge, d types.Dict) types.Array {
	a := j.Array(d["Filter"])
	if len(a) == 0 {
		return nil
	}
	return a[:len(a)-1]
}

// cieJab is the one enumerated colour space that is not allowed; deviceCMYK has no meaning in the report.
const cieJab, deviceCMYK = 19, 12

// jpxHeader is what the boxes of a JPEG 2000 image say.
type jpxHeader struct {
	components, bits   int
	bitsVary           bool
	specs, approximate int
	method, enumerated int
}

// boxes reads boxes, those of the header within.
func (h *jpxHeader) boxes(b []byte, depth int) {
	for len(b) >= 8 && depth < 3 {
		size, head := int(binary.BigEndian.Uint32(b)), 8
		if size == 1 && len(b) >= 16 {
			size, head = int(binary.BigEndian.Uint64(b[8:])), 16
		}
		if size == 0 || size > len(b) || size < head {
			size = len(b)
		}
		body := b[head:size]
		switch string(b[4:8]) {
		case "jp2h":
			h.boxes(body, depth+1)
		case "ihdr":
			if len(body) >= 11 {
				h.components, h.bits = int(binary.BigEndian.Uint16(body[8:])),
					int(int8(body[10]))+1 // signed samples are below 0
			}
		case "bpcc":
			h.bitsVary = true
		case "colr":
			h.colour(body)
		}
		b = b[size:]
	}
}

// colour reads how colours are given: the method of the first, or of the one that is called approximate.
func (h *jpxHeader) colour(b []byte) {
	if len(b) < 3 {
		return
	}
	h.specs++
	if b[2] == 1 {
		h.approximate++
	}
	if h.specs > 1 && b[2] != 1 {
		return
	}
	if h.method = int(b[0]); h.method == 1 && len(b) >= 7 {
		h.enumerated = int(binary.BigEndian.Uint32(b[3:]))
	}
}
