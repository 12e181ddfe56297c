package unit

import (
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/sources/pdf"
)

// oddPicture tells of a picture that says it is larger than readers can show, or whose data, which decode to size
// bytes, end before its last row.
func (s *source) oddPicture(d types.Dict, size int) {
	number := func(key string) float64 {
		v, _ := s.doc.Number(d[key])
		return max(v, 0)
	}
	width, height, bits, colours := number("Width"), number("Height"), number("BitsPerComponent"), 1
	if mask, _ := s.doc.Resolve(d["ImageMask"]).(types.Boolean); bool(mask) {
		bits = 1
	} else {
		colours = s.colours(d["ColorSpace"])
	}
	row := float64(int64(width*bits*float64(max(colours, 1))+7) / 8)
	switch {
	case row*height > pdf.MostPicture:
		s.original.findings.add(PictureHuge, "", s.at)
	case colours > 0 && s.plainSamples(d):
		if p, _ := s.doc.Int(s.lastParms(d)["Predictor"]); p >= 10 {
			row++ // each row says first how it is predicted
		}
		if row > 0 && float64(size) <= row*(height-1) {
			s.original.findings.add(PictureShort, "", s.at)
		}
	}
}

// colours is how many components a colour space has (ISO 32000-1, 8.6); 0 where that cannot be told.
func (s *source) colours(o types.Object) int {
	a := s.doc.Array(o)
	name := s.doc.Name(o)
	if len(a) > 0 {
		name = s.doc.Name(a[0])
	}
	switch name {
	case "DeviceGray", "CalGray", "G", "Indexed", "I", "Separation":
		return 1
	case "DeviceRGB", "CalRGB", "RGB", "Lab":
		return 3
	case "DeviceCMYK", "CMYK":
		return 4
	}
	if len(a) < 2 {
		return 0
	}
	switch name {
	case "ICCBased":
		n, _ := s.doc.Int(s.doc.Dict(a[1])["N"])
		return n
	case "DeviceN":
		return len(s.doc.Array(a[1]))
	}
	return 0
}

// plainSamples reports whether what a picture's data decode to are its samples: no filter makes them that makes
// pictures.
func (s *source) plainSamples(d types.Dict) bool {
	names := s.doc.Array(d["Filter"])
	if names == nil {
		names = types.Array{d["Filter"]}
	}
	for _, o := range names {
		switch s.doc.Name(o) {
		case "DCTDecode", "DCT", "JPXDecode", "CCITTFaxDecode", "CCF", "JBIG2Decode":
			return false
		}
	}
	return true
}

// lastParms are the parameters of a stream's last filter.
func (s *source) lastParms(d types.Dict) types.Dict {
	if a := s.doc.Array(d["DecodeParms"]); len(a) > 0 {
		return s.doc.Dict(a[len(a)-1])
	}
	return s.doc.Dict(d["DecodeParms"])
}
