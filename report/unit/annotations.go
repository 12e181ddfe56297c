package unit

import (
	"maps"
	"net/url"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/sources/pdf"
)

// looksLikeAnnotation tells an annotation from other dictionaries where Type, which is optional, does not.
func looksLikeAnnotation(d types.Dict) bool {
	return d["Rect"] != nil && d["Subtype"] != nil
}

// annotations gives the annotations of a page as they are taken: those that are objects of their own stay so. The page
// is page k of the unit.
func (s *source) annotations(p pdf.Page, page, k int) types.Array {
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
			s.numbers[n] = gone
		case stays && s.isWidget(t):
			f.annots[n] = n > 0
			out = append(out, s.place(o, d, t, k))
		case stays && n > 0:
			f.annots[n] = true
			s.replaced[n] = t
			out = append(out, o)
		case stays:
			out = append(out, t)
		}
	}
	return out
}

// tiesOfAnnotation are what a page's second copy of an annotation cannot have: a place in the structure tree, a name of
// its own, and ties to annotations that are tied to the first.
var tiesOfAnnotation = []string{"StructParent", "NM", "Popup", "IRT", "Parent", "Kids"}

// copies gives the annotations of a page that stands in the unit already, for another of its places, page k of the unit:
// the same to look at and to follow.
func (s *source) copies(p pdf.Page, page, k int) types.Array {
	var out types.Array
	for _, o := range s.doc.Array(p.Dict["Annots"]) {
		d, ok := s.doc.Resolve(o).(types.Dict)
		if !ok || s.doc.Name(d["Subtype"]) == "Popup" {
			continue
		}
		t, stays := s.annotation(d, page)
		if !stays || !s.spend() {
			continue
		}
		for _, tie := range tiesOfAnnotation {
			delete(t, tie)
		}
		t["P"] = symbol{PageRef, k}
		if s.isWidget(t) {
			out = append(out, s.place(o, d, t, k))
			continue
		}
		out = append(out, t)
	}
	return out
}

// annotation is an annotation without what acts: destinations made explicit, actions other than GoTo, GoToR and URI
// removed. It does not stay when it leads to a page that is not taken. page is its page in the original, -1 when it is
// on none that is taken.
func (s *source) annotation(d types.Dict, page int) (types.Dict, bool) {
	f := s.original
	t := maps.Clone(d)
	kind := s.doc.Name(d["Subtype"])
	if v, ok := t["AA"]; ok {
		s.triggers(v, page)
		delete(t, "AA")
	}
	delete(t, "PA")
	delete(t, FlatField) // of a report that was handed in
	if v, ok := t["AF"]; ok {
		s.associated(v, page)
		delete(t, "AF")
	}
	if kind == "FileAttachment" {
		s.attachment(t, page)
	}
	if v, ok := t["Dest"]; ok {
		delete(t, "Dest")
		dest, out := s.destination(v)
		if out {
			f.findings.add(LinkRemoved, "", page)
			return t, kind != "Link"
		}
		if dest != nil {
			t["Dest"] = dest
		} else {
			f.findings.add(LinkDead, "", page)
		}
	}
	if v, ok := t["A"]; ok {
		delete(t, "A")
		a, out := s.action(v, page, 0)
		if out {
			f.findings.add(LinkRemoved, "", page)
			return t, kind != "Link"
		}
		if a != nil {
			t["A"] = a
		}
	}
	return t, true
}

// destination makes a destination explicit, its page a symbol. It is nil when it leads nowhere; out when it leads to a
// page that is not taken.
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
	return append(types.Array{symbol{PageRef, at}}, view...), false
}

// maxChain bounds how long a chain of actions may be, and how wide.
const maxChain = 32

// action is an action as it may stay: nil when it may not or leads nowhere, out when it leads to a page that is not
// taken.
func (s *source) action(o types.Object, page, depth int) (a types.Dict, out bool) {
	d := s.doc.Dict(o)
	if d == nil || depth > maxChain || !s.spend() {
		return nil, false
	}
	kind := s.doc.Name(d["S"])
	switch kind {
	case "GoTo":
		dest, out := s.destination(d["D"])
		if dest == nil {
			if !out {
				s.original.findings.add(LinkDead, "", page)
			}
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
		s.original.findings.add(ActionRemoved, kind, page)
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
		for _, e := range v[:min(len(v), maxChain)] {
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

// triggers notes the actions of an additional-actions dictionary, none of which is taken.
func (s *source) triggers(o types.Object, page int) {
	aa := s.doc.Dict(o)
	for _, k := range pdf.SortedKeys(aa) {
		if !s.spend() {
			return
		}
		kind := s.doc.Name(s.doc.Dict(aa[k])["S"])
		if kind == "" {
			kind = "AA"
		}
		s.original.findings.add(ActionRemoved, kind, page)
	}
}

// absolute resolves a URI that is relative to the original's base (ISO 32000-1, 12.6.4.7), for the report has none.
func (s *source) absolute(uri []byte) []byte {
	base, ok := s.doc.String(s.doc.Dict(s.doc.Catalog()["URI"])["Base"])
	if !ok || len(base) == 0 {
		return uri
	}
	b, err := url.Parse(string(base))
	if err != nil || !b.IsAbs() {
		return uri
	}
	u, err := url.Parse(string(uri))
	if err != nil || u.IsAbs() {
		return uri
	}
	return []byte(b.ResolveReference(u).String())
}
