package unit

import (
	"slices"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// playingKinds are the annotations that play something (ISO 32000-2, table 171). A finding names no other.
var playingKinds = []string{"Sound", "Movie", "Screen", "3D", "RichMedia", "Projection"}

// mediaKeys are the entries of an annotation that lead to what plays.
var mediaKeys = []string{"Sound", "Movie", "RichMediaContent", "RichMediaSettings", "3DD", "3DV", "3DA", "3DI", "3DB",
	"3DU"}

// posterKeys are the entries of an annotation that plays which its look has, too.
var posterKeys = []string{"Rect", "AS", "F", "M", "P", "C", "OC", "Contents", "Lang", "StructParent"}

// poster turns an annotation that plays something, or one of a kind that is not known, into a stamp that looks like it:
// what it plays stays behind. Without a look there is nothing to show, and it does not stay.
func (s *source) poster(d types.Dict, page int) (types.Dict, bool) {
	kind := s.doc.Name(d["Subtype"])
	if !slices.Contains(playingKinds, kind) {
		kind = unknownKind
	}
	s.original.findings.add(MediaRemoved, kind, page)
	s.acted(d["A"], page)
	t := types.Dict{"Type": types.Name("Annot"), "Subtype": types.Name("Stamp")}
	for _, k := range posterKeys {
		if v, ok := d[k]; ok {
			t[k] = v
		}
	}
	look := s.doc.Dict(d["AP"])["N"]
	if !s.shows(look) {
		return t, false
	}
	t["AP"] = types.Dict{"N": look}
	return t, true
}

// shows reports whether an appearance is one: a drawing, or drawings by state.
func (s *source) shows(look types.Object) bool {
	switch s.doc.Resolve(look).(type) {
	case types.StreamDict:
		return true
	case types.Dict:
		return len(s.doc.Dict(look)) > 0
	}
	return false
}
