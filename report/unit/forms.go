package unit

import (
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/sources/pdf"
)

// fieldKeys are what a widget's look may be made from, which it may inherit from its field (ISO 32000-1, 12.7.3), and
// its names: one reader shows no widget without T.
var fieldKeys = []string{"T", "TU", "FT", "Ff", "V", "DA", "Q", "MaxLen", "Opt"}

// maxFieldDepth bounds the way through a form's tree, which may be a circle.
const maxFieldDepth = 32

// widget frees a widget from its form: what it inherits is written into it, and the field tree is left behind.
func (s *source) widget(t types.Dict) {
	parent := t["Parent"]
	up := s.doc.Dict(parent)
	for range maxFieldDepth {
		if up == nil || !s.spend() {
			break
		}
		for _, k := range fieldKeys {
			if t[k] == nil && up[k] != nil {
				t[k] = s.inherited(parent, k, up[k])
			}
		}
		if v := up["AA"]; v != nil {
			s.triggers(v, -1)
		}
		parent = up["Parent"]
		up = s.doc.Dict(parent)
	}
	if s.doc.Name(t["FT"]) == "Sig" && t["V"] != nil {
		// Void once merged; but readers that find no value at all draw a sign for "sign here" over what it looks like.
		t["V"] = types.Dict{"Type": types.Name("Sig"), "Filter": types.Name("Adobe.PPKLite")}
	}
	delete(t, "Parent")
	delete(t, "Kids")
}

// inherited is a value of a field as its widgets have it: what is large becomes one object that all of them refer to.
func (s *source) inherited(parent types.Object, key string, v types.Object) types.Object {
	switch v.(type) {
	case types.Array, types.Dict, types.StringLiteral, types.HexLiteral:
	default:
		return v
	}
	n := pdf.RefNumber(parent)
	if n == 0 {
		return v
	}
	at := fieldValue{n, key}
	local, ok := s.values[at]
	if !ok {
		local = s.u.alloc()
		s.values[at] = local
		s.later = append(s.later, laterObject{local, v})
	}
	return symbol{Local, local}
}

// fieldValue is an entry of a field: of the object with that number, under that key.
type fieldValue struct {
	number int
	key    string
}

// form notes a form and its signatures.
func (s *source) form(form types.Dict) {
	f := &s.original.findings
	seen := map[int]bool{}
	any := false
	var walk func(o types.Object, kind types.Object, depth int)
	walk = func(o types.Object, kind types.Object, depth int) {
		if n := pdf.RefNumber(o); n > 0 {
			if seen[n] {
				return
			}
			seen[n] = true
		}
		d := s.doc.Dict(o)
		if d == nil || depth > maxFieldDepth || !s.spend() {
			return
		}
		if d["FT"] != nil {
			kind = d["FT"]
		}
		fields := 0
		for _, k := range s.doc.Array(d["Kids"]) {
			if s.doc.Dict(k)["T"] != nil {
				fields++
				walk(k, kind, depth+1)
			}
		}
		if fields > 0 {
			return
		}
		if s.doc.Name(kind) == "Sig" {
			if d["V"] != nil {
				f.add(SignatureVoid, "", -1)
			}
			return
		}
		any = true
		f.add(FormFlattened, "", -1)
	}
	for _, o := range s.doc.Array(form["Fields"]) {
		walk(o, nil, 0)
	}
	if form["XFA"] != nil && !any {
		f.add(FormFlattened, "", -1)
	}
}
