package unit

import (
	_ "embed"
	"maps"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/sources/pdf"
)

// inkProfile is a profile of the inks that SWOP prints with (CGATS TR 001), in public domain (CC0 1.0).
//
//go:embed profiles/CGATS001Compat-v2-micro.icc
var inkProfile []byte

// defaultInks is the name in resources of what DeviceCMYK means (ISO 32000-1, 8.6.5.6).
const defaultInks = "DefaultCMYK"

// withInks is resources that say what DeviceCMYK means, where what they serve names it: the report's intent is of a
// screen, and says nothing of inks (ISO 19005-3, 6.2.4.3). used says that the content itself names it. Resources that
// many share go on being shared, by sharedInks.
func (s *source) withInks(resources types.Object, used bool) types.Dict {
	d, n := s.doc.Dict(resources), pdf.RefNumber(resources)
	if known, ok := s.inked[n]; ok {
		return known.dict
	}
	if d == nil || s.doc.Dict(d["ColorSpace"])[defaultInks] != nil || !used && !s.namesInks(d) {
		return d
	}
	d = maps.Clone(d)
	spaces := types.Dict{}
	maps.Copy(spaces, s.doc.Dict(d["ColorSpace"]))
	spaces[defaultInks] = types.Array{types.Name("ICCBased"), symbol{Local, s.profile()}}
	d["ColorSpace"] = spaces
	s.mend(MendedInks, "", s.at)
	if n > 0 {
		s.inked[n] = &inked{dict: d}
	}
	return d
}

// inked are resources that say what DeviceCMYK means, in the place of an object that does not.
type inked struct {
	dict   types.Dict
	object types.Object // what refers to them; nil while nothing does
}

// sharedInks is what refers to resources that have gone through withInks, or themselves where they are no object.
func (s *source) sharedInks(resources types.Object, used bool) types.Object {
	d := s.withInks(resources, used)
	known, ok := s.inked[pdf.RefNumber(resources)]
	switch {
	case ok && known.object == nil:
		known.object = s.another(d, toResources)
		return known.object
	case ok:
		return known.object
	case pdf.RefNumber(resources) > 0 || d == nil:
		return resources
	}
	return d
}

// profile is the stream of the profile of inks.
func (s *source) profile() int {
	if s.inks == 0 {
		s.inks = s.u.alloc()
		var dict Piece
		dict.add("/N 4" + flate)
		s.u.putStream(s.inks, dict, Pack(inkProfile))
	}
	return s.inks
}

// namesInks reports whether pictures, patterns, shadings or colour spaces among resources name DeviceCMYK. Forms have
// resources of their own, or the page's content asks for these.
func (s *source) namesInks(d types.Dict) bool {
	for _, o := range s.doc.Dict(d["ColorSpace"]) {
		if s.inkSpace(o, 0) {
			return true
		}
	}
	for _, category := range [3]string{"XObject", "Shading", "Pattern"} {
		for _, o := range s.doc.Dict(d[category]) {
			if s.inkThing(o, category) {
				return true
			}
		}
	}
	return false
}

// inkThing reports whether a picture, a shading or a pattern names DeviceCMYK.
func (s *source) inkThing(o types.Object, category string) bool {
	if !s.spend() {
		return false
	}
	thing, _ := s.doc.Resolve(o).(types.Dict)
	v, stream := s.doc.Stream(o)
	if stream {
		thing = v.Dict
	}
	if shading := thing["Shading"]; category == "Pattern" && shading != nil {
		return s.inkThing(shading, "Shading")
	}
	if stream && s.doc.Name(thing["Subtype"]) == "Form" {
		b, _, _ := s.inspect.sound.CheckContent(s.doc, *v, max(s.inspect.left, 0))
		return thing["Resources"] == nil && b.Inks || s.inkSpace(s.doc.Dict(thing["Group"])["CS"], 0)
	}
	return s.inkSpace(thing["ColorSpace"], 0)
}

// inkSpace reports whether a colour space is or rests on DeviceCMYK.
func (s *source) inkSpace(o types.Object, depth int) bool {
	switch v := s.doc.Resolve(o).(type) {
	case types.Name:
		return v == "DeviceCMYK"
	case types.Array:
		for _, e := range v[:min(len(v), 4)] {
			if depth < 4 && s.inkSpace(e, depth+1) {
				return true
			}
		}
	}
	return false
}
