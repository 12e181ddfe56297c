package assembly

import (
	"maps"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/sources/pdf"
)

// looksLikeAnnotation tells an annotation from other dictionaries where Type, which is optional, does not.
func looksLikeAnnotation(d types.Dict) bool {
	return d["Rect"] != nil && d["Subtype"] != nil
}

// annotations gives a page's annotations as they are taken over: those that are objects of their own stay so.
func (s *source) annotations(p pdf.Page, page int) types.Array {
	f := s.original
	var out types.Array
	for _, o := range s.doc.Array(p.Dict["Annots"]) {
		d, ok := s.doc.Resolve(o).(types.Dict)
		if !ok {
			continue
		}
		n := pdf.RefNumber(o)
		if f.annots[n] { // on two pages: as received
			out = append(out, o)
			continue
		}
		t, stays := s.annotation(d, page)
		switch {
		case !stays && n > 0:
			f.dropped[n] = true
			s.numbers[n] = 0
		case stays && n > 0:
			f.annots[n] = true
			s.patched[n] = t
			out = append(out, o)
		case stays:
			out = append(out, t)
		}
	}
	return out
}

// tiesOfAnnotation are what a page's second copy of an annotation cannot have: a place in the structure tree, a name of its own, and ties to annotations that
// are tied to the first.
var tiesOfAnnotation = []string{"StructParent", "NM", "Popup", "IRT", "Parent", "Kids"}

// copies gives the annotations of a page that stands in the report already, for another of its places: the same to look at and to follow.
func (s *source) copies(p pdf.Page, page, at int) types.Array {
	var out types.Array
	for _, o := range s.doc.Array(p.Dict["Annots"]) {
		d, ok := s.doc.Resolve(o).(types.Dict)
		if !ok || s.doc.Name(d["Subtype"]) == "Popup" {
			continue
		}
		t, stays := s.annotation(d, page)
		if !stays {
			continue
		}
		for _, k := range tiesOfAnnotation {
			delete(t, k)
		}
		t["P"] = target(s.l.pages[at])
		out = append(out, t)
	}
	return out
}

// annotation is an annotation without what acts: destinations made explicit, actions other than GoTo, GoToR and URI removed. It does not stay when it
// leads to a page that was not taken. page is its page in the original, -1 when it is on none that is taken.
func (s *source) annotation(d types.Dict, page int) (types.Dict, bool) {
	f := s.original
	t := maps.Clone(d)
	kind := s.doc.Name(d["Subtype"])
	if v, ok := t["AA"]; ok {
		f.notes.actions(s, v, page)
		delete(t, "AA")
	}
	delete(t, "PA")
	delete(t, "AF")
	if kind == "FileAttachment" { // its mark and words stay; the file is left out like every attachment, which the reader of the original has told
		if spec := maps.Clone(s.doc.Dict(t["FS"])); spec != nil {
			delete(spec, "EF")
			delete(spec, "RF")
			t["FS"] = spec
		}
	}
	if v, ok := t["Dest"]; ok {
		delete(t, "Dest")
		dest, out := s.destination(v)
		if out {
			f.notes.add(LinkRemoved, "", page)
			return t, kind != "Link"
		}
		if dest != nil {
			t["Dest"] = dest
		}
	}
	if v, ok := t["A"]; ok {
		delete(t, "A")
		a, out := s.action(v, page, 0)
		if out {
			f.notes.add(LinkRemoved, "", page)
			return t, kind != "Link"
		}
		if a != nil {
			t["A"] = a
		}
	}
	if kind == "Widget" {
		s.widget(t)
	}
	return t, true
}

// fieldKeys are what a widget's look may be made from, which it may inherit from its field (ISO 32000-1, 12.7.3), and its names: a reader was met that
// shows no widget without T.
var fieldKeys = []string{"T", "TU", "FT", "Ff", "V", "DA", "Q", "MaxLen", "Opt"}

// widget frees a widget from its form: what it inherits is written into it, and the field tree is left behind.
func (s *source) widget(t types.Dict) {
	up := s.doc.Dict(t["Parent"])
	for range maxFieldDepth {
		if up == nil {
			break
		}
		for _, k := range fieldKeys {
			if t[k] == nil && up[k] != nil {
				t[k] = up[k]
			}
		}
		up = s.doc.Dict(up["Parent"])
	}
	if s.doc.Name(t["FT"]) == "Sig" { // void once merged; what it looks like stays
		delete(t, "V")
	}
	delete(t, "Parent")
	delete(t, "Kids")
}

// maxFieldDepth bounds the way up a form's tree, which may be a circle.
const maxFieldDepth = 32

// destination makes a destination explicit, its page the report's. It is nil when it leads nowhere; out when it leads to a page that was not taken.
func (s *source) destination(o types.Object) (dest types.Array, out bool) {
	page, view, ok := s.doc.Destination(o)
	if !ok {
		return nil, false
	}
	at, ok := s.original.selected[s.firstOf(page)]
	if !ok {
		return nil, true
	}
	if len(view) == 0 {
		view = types.Array{types.Name("Fit")}
	}
	return append(types.Array{target(s.l.pages[at])}, view...), false
}

// action is an action as it may stay: nil when it may not or leads nowhere, out when it leads to a page that was not taken.
func (s *source) action(o types.Object, page, depth int) (a types.Dict, out bool) {
	d := s.doc.Dict(o)
	if d == nil || depth > maxFieldDepth {
		return nil, false
	}
	kind := s.doc.Name(d["S"])
	switch kind {
	case "GoTo":
		dest, out := s.destination(d["D"])
		if dest == nil {
			return nil, out
		}
		a = types.Dict{"S": types.Name("GoTo"), "D": dest}
	case "GoToR":
		a = maps.Clone(d)
	case "URI":
		a = maps.Clone(d)
		if uri, ok := s.doc.String(d["URI"]); ok {
			a["URI"] = types.NewHexLiteral(s.absolute(uri))
		}
	case "":
		return nil, false
	default:
		s.original.notes.add(ActionRemoved, kind, page)
		return nil, false
	}
	delete(a, "Next")
	var next types.Array
	switch v := s.doc.Resolve(d["Next"]).(type) {
	case types.Dict:
		if n, _ := s.action(v, page, depth+1); n != nil {
			next = append(next, n)
		}
	case types.Array:
		for _, e := range v[:min(len(v), maxFieldDepth)] {
			if n, _ := s.action(e, page, depth+1); n != nil {
				next = append(next, n)
			}
		}
	}
	if len(next) > 0 && depth < 2 { // chains of chains are not met, and could grow without end
		a["Next"] = next
	}
	return a, false
}
