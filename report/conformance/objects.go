package conformance

import (
	"math"
	"unicode/utf8"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/sources/pdf"
)

// The limits of PDF/A-3 (ISO 19005-3, 6.1.13).
const (
	mostString  = 32767
	mostName    = 127
	mostInteger = 1<<31 - 1
	mostReal    = 3.403e+38
	leastReal   = 1.175e-38
	leastSide   = 3
	mostSide    = 14400
)

// objects judges what holds for every object of the unit, wherever it stands.
func (j *judge) objects() {
	for i := range j.u.Objects {
		n := j.numbers.objects + i
		if o := j.Object(n); o != nil {
			j.object(o, 0)
		}
	}
	for k, p := range j.Pages() {
		j.page = j.fileNumber(j.numbers.pages + k)
		j.object(p.Dict, 0)
		for _, b := range [5]string{"MediaBox", "CropBox", "BleedBox", "TrimBox", "ArtBox"} {
			if r, ok := j.Rect(p.Dict[b]); ok {
				w, h := math.Abs(r.X1-r.X0), math.Abs(r.Y1-r.Y0)
				if w < leastSide || h < leastSide || w > mostSide || h > mostSide {
					j.fail("page-size", b)
				}
			}
		}
	}
	j.page = 0
}

func (j *judge) object(o types.Object, depth int) {
	if depth > maxForms*2 {
		return
	}
	switch v := o.(type) {
	case types.Dict:
		j.dict(v, depth)
	case types.StreamDict:
		j.stream(&v)
		j.dict(v.Dict, depth)
	case types.Array:
		for _, e := range v {
			j.object(e, depth+1)
		}
	case types.Name:
		if len(v) > mostName {
			j.fail("limits", "")
		}
	case types.Integer:
		if v > mostInteger || v < -mostInteger-1 {
			j.fail("limits", "")
		}
	case types.Float:
		j.real(float64(v))
	case types.StringLiteral, types.HexLiteral:
		if b, _ := pdf.StringBytes(v); len(b) > mostString {
			j.fail("limits-string", "")
		}
	}
}

func (j *judge) real(v float64) {
	if a := math.Abs(v); a > mostReal || a > 0 && a < leastReal {
		j.fail("limits", "")
	}
}

func (j *judge) dict(d types.Dict, depth int) {
	for k, v := range d {
		if len(k) > mostName {
			j.fail("limits", "")
		}
		j.object(v, depth+1)
	}
	if d["Metadata"] != nil {
		s, ok := j.Stream(d["Metadata"])
		if ok && j.Name(s.Dict["Type"]) == "Metadata" && j.Name(s.Dict["Subtype"]) == "XML" && j.first(d["Metadata"]) {
			j.metadata(s)
		}
	}
	kind := j.Name(d["Type"])
	if kind == "Filespec" || kind == "F" || d["EF"] != nil {
		j.fileSpec(d)
	}
	if n := j.Name(d["BaseFont"]); !utf8.ValidString(n) {
		j.fail("name-encoding", "")
	}
}

// fileSpec judges a file that is named, or attached, but not by the report (6.8).
func (j *judge) fileSpec(d types.Dict) {
	f, _ := j.String(d["F"])
	uf, _ := j.String(d["UF"])
	if d["EF"] != nil && (len(f) == 0 || len(uf) == 0) {
		j.fail("file-name", "")
	}
	if d["AFRelationship"] == nil {
		j.fail("file-relationship", "")
	}
	j.fail("file-apart", "")
}

// filters are the names of a stream's filters as they are written, and the parameters of each.
func (j *judge) filters(d types.Dict) (names []string, parms []types.Dict) {
	p := j.Resolve(d["DecodeParms"])
	if n := j.Name(d["Filter"]); n != "" {
		one := j.Dict(p)
		if a, ok := p.(types.Array); ok && len(a) > 0 {
			one = j.Dict(a[0])
		}
		return []string{n}, []types.Dict{one}
	}
	list, _ := p.(types.Array)
	for i, o := range j.Array(d["Filter"]) {
		names = append(names, j.Name(o))
		var one types.Dict
		if i < len(list) {
			one = j.Dict(list[i])
		}
		parms = append(parms, one)
	}
	return names, parms
}

// allowed are the filters of PDF/A-3 (6.1.7.2).
var allowed = map[string]bool{"ASCIIHexDecode": true, "ASCII85Decode": true, "FlateDecode": true,
	"RunLengthDecode": true, "CCITTFaxDecode": true, "JBIG2Decode": true, "DCTDecode": true, "JPXDecode": true}

// stream judges a stream's dictionary (6.1.7).
func (j *judge) stream(s *types.StreamDict) {
	d := s.Dict
	for _, k := range [3]string{"F", "FFilter", "FDecodeParms"} {
		if d[k] != nil {
			j.fail("stream-elsewhere", "")
			break
		}
	}
	names, parms := j.filters(d)
	for i, n := range names {
		if !allowed[n] && !(n == "Crypt" && j.Name(parms[i]["Name"]) == "Identity") {
			j.fail("filter", n)
		}
	}
}
