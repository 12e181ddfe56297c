package unit

import (
	"maps"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// conforming is a dictionary of an original without what PDF/A-3 does not allow at its place and no reader need follow.
// It is the dictionary itself where there is nothing to mend, and where its keys are names.
func (s *source) conforming(d types.Dict) types.Dict {
	if s.original == nil || s.way.named() {
		return d
	}
	own := false
	change := func() {
		if !own {
			d, own = maps.Clone(d), true
		}
	}
	drop := func(keys ...string) {
		for _, k := range keys {
			if _, has := d[k]; has {
				change()
				delete(d, k)
			}
		}
	}
	if v, ok := s.doc.Stream(d["Metadata"]); ok && s.doc.Name(v.Dict["Type"]) == "Metadata" {
		drop("Metadata") // of a part; the report has its own (ISO 19005-3, 6.6.2)
	}
	switch kind, subtype := s.doc.Name(d["Type"]), s.doc.Name(d["Subtype"]); {
	case kind == "Font":
		if t, ok := s.substitute(d); ok {
			return t
		}
		change()
		s.mendFont(d)
	case kind == "FontDescriptor":
		drop("CIDSet", "CharSet") // they may be left out, and are often incomplete (6.2.11.4.2)
	case subtype == "Image":
		drop("Alternates", "OPI")
		if s.doc.Bool(d["Interpolate"]) { // 6.2.8
			change()
			d["Interpolate"] = types.Boolean(false)
			s.mend(MendedSmooth, "", s.at)
		}
	case subtype == "Form":
		drop("OPI", "PS", "Subtype2", "Ref") // 6.2.9
	case kind == "ExtGState" || s.way == toState:
		drop("TR", "HTP") // 6.2.5
		if s.doc.Name(d["TR2"]) != "Default" {
			drop("TR2")
		}
		// Overprinting by a mode is for inks of a device alone (ISO 32000-1, 8.6.7), of which none are left where
		// each has a profile, and for those PDF/A forbids it (6.2.4.2). A mode that overprints nothing stays.
		mode, _ := s.doc.Int(d["OPM"])
		if mode != 0 && (s.doc.Bool(d["OP"]) || s.doc.Bool(d["op"])) {
			change()
			d["OPM"] = types.Integer(0)
			s.mend(MendedOverprint, "", s.at)
		}
	}
	return d
}
