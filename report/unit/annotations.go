package unit

import (
	"maps"
	"slices"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/sources/pdf"
)

// looksLikeAnnotation tells an annotation from other dictionaries where Type, which is optional, does not.
func looksLikeAnnotation(d types.Dict) bool {
	return d["Rect"] != nil && d["Subtype"] != nil
}

// annotationKinds are the annotations that say or show something and play nothing (ISO 32000-1, table 169): the kinds
// that an original keeps.
var annotationKinds = []string{"Link", "Text", "FreeText", "Line", "Square", "Circle", "Polygon", "PolyLine",
	"Highlight", "Underline", "Squiggly", "StrikeOut", "Stamp", "Caret", "Ink", "Popup", "Widget", "FileAttachment",
	"Watermark", "Redact", "PrinterMark", "TrapNet"}

// annot is an annotation of a page as it is taken: what refers to it, or itself, and its dictionary.
type annot struct {
	object types.Object
	dict   types.Dict
}

// annotations gives the annotations of a page as they are taken: those that are objects of their own stay so. The page
// is page k of the unit.
func (s *source) annotations(p pdf.Page, page, k int) []annot {
	f := s.original
	var out []annot
	for _, o := range s.doc.Array(p.Dict["Annots"]) {
		d, ok := s.doc.Resolve(o).(types.Dict)
		if !ok {
			continue
		}
		n := pdf.RefNumber(o)
		if f.annots[n] { // on two pages: as received
			out = append(out, annot{o, s.asTaken(o)})
			continue
		}
		if f.dropped[n] {
			continue
		}
		s.remark(d, page)
		t, stays := s.annotation(d, page)
		switch {
		case !stays && n > 0:
			f.dropped[n] = true
			s.numbers[n] = gone
		case stays && s.isWidget(t):
			f.annots[n] = n > 0
			out = append(out, annot{s.place(o, d, t, k), t})
		case stays && n > 0:
			f.annots[n] = true
			s.replaced[n] = t
			s.doc.Forget(n) // pages are met with hundreds of thousands
			out = append(out, annot{o, t})
		case stays:
			out = append(out, annot{t, t})
		}
	}
	return out
}

// asTaken is an annotation of a page as it is taken, where that is known, else as it was received.
func (s *source) asTaken(o types.Object) types.Dict {
	if d, ok := s.replaced[pdf.RefNumber(o)].(types.Dict); ok {
		return d
	}
	return s.doc.Dict(o)
}

// tiesOfAnnotation are what a page's second copy of an annotation cannot have: a place in the structure tree, a name of
// its own, and ties to annotations that are tied to the first.
var tiesOfAnnotation = []string{"StructParent", "NM", "Popup", "IRT", "Parent", "Kids"}

// copies gives the annotations of a page that stands in the unit already, for another of its places, page k of the
// unit: the same to look at and to follow.
func (s *source) copies(p pdf.Page, page, k int) []annot {
	var out []annot
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
			out = append(out, annot{s.place(o, d, t, k), t})
			continue
		}
		out = append(out, annot{t, t})
	}
	return out
}

// annotation is an annotation without what acts: destinations made explicit, actions that do more than lead removed,
// and what plays turned into its look. It does not stay when it leads to a page that is not taken, or when it played
// and had no look. page is its page in the original, -1 when it is on none that is taken.
func (s *source) annotation(d types.Dict, page int) (types.Dict, bool) {
	kind := s.doc.Name(d["Subtype"])
	s.triggers(d["AA"], page)
	s.captured(d["PA"], page)
	if !slices.Contains(annotationKinds, kind) {
		t, shown := s.poster(d, page)
		return t, shown && s.settle(t, "Stamp", page)
	}
	t := maps.Clone(d)
	for _, k := range mediaKeys {
		delete(t, k)
	}
	delete(t, "AA")
	delete(t, "PA")
	delete(t, FlatField) // of a report that was handed in
	if kind == "FileAttachment" {
		s.attachment(t, page)
	}
	if v, ok := t["AF"]; ok {
		s.associated(v, page)
		delete(t, "AF")
	}
	dest, act, out := s.target(t["Dest"], t["A"], page)
	delete(t, "Dest")
	delete(t, "A")
	switch {
	case out:
		s.original.findings.add(LinkRemoved, "", page)
		if kind == "Link" {
			return t, false
		}
	case dest != nil:
		t["Dest"] = dest
	case act != nil:
		t["A"] = act
	}
	return t, s.settle(t, kind, page)
}

// captured notes what the action that says where a captured page came from (PA: ISO 32000-1, table 173) would do, where
// it is no address: it is never taken, for the report is not captured from the web.
func (s *source) captured(o types.Object, page int) {
	s.chain(o, func(d types.Dict) {
		if s.acts(d) {
			s.original.findings.add(ActionRemoved, s.actionKind(d), page)
		}
	})
}

// target is where a link or an item of the outline leads: a destination or an action, of which a sound file has one. It
// is neither where it leads nowhere, out where it led to a page that is not taken. What cannot stay is noted, of the
// one that is not followed, too.
func (s *source) target(destination, action types.Object, page int) (dest types.Array, act types.Dict, out bool) {
	if action != nil {
		act, out = s.action(action, page)
	}
	if destination == nil {
		return nil, act, out
	}
	dest, left := s.destination(destination)
	switch {
	case dest != nil:
		return dest, nil, false
	case left:
		return nil, act, act == nil
	case act == nil && !out:
		s.original.findings.add(LinkDead, "", page)
	}
	return nil, act, out
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
