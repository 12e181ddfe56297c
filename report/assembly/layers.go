package assembly

import (
	"maps"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/sources/pdf"
)

// layers gathers the optional content of all originals (ISO 32000-1, 8.11): what was hidden stays hidden, whatever another original's default is.
type layers struct {
	groups                     []int
	off, order, locked, radios []byte
}

// layerKey makes group dictionaries differ: a reader was met that takes two equal ones for the same layer, and shows what is hidden.
const layerKey = "RapporteurLayer"

// take brings in the groups of an original and their default states.
func (ls *layers) take(s *source) {
	props := s.doc.Dict(s.doc.Catalog()["OCProperties"])
	if props == nil {
		return
	}
	d := s.doc.Dict(props["D"])
	hidden := s.doc.Name(d["BaseState"]) == "OFF"
	off, on := ls.set(s, d["OFF"]), ls.set(s, d["ON"])
	ls.unseen(s, d["AS"], off)
	listed := map[int]bool{}
	for _, o := range s.doc.Array(props["OCGs"]) {
		n := pdf.RefNumber(o)
		g, ok := s.doc.Resolve(o).(types.Dict)
		if n == 0 || !ok || listed[n] {
			continue
		}
		listed[n] = true
		g = maps.Clone(g)
		g[layerKey] = types.Integer(len(ls.groups) + 1)
		s.patched[n] = g
		m := s.ref(n)
		ls.groups = append(ls.groups, m)
		if off[n] || hidden && !on[n] {
			ls.off = appendRef(append(ls.off, ' '), m)
		}
	}
	if len(listed) == 0 {
		return
	}
	shown := map[int]bool{}
	var inner []byte
	for _, o := range s.doc.Array(d["Order"]) {
		inner = ls.entry(s, inner, o, listed, shown, 0)
	}
	for _, o := range s.doc.Array(props["OCGs"]) { // PDF/A wants every group in Order (ISO 19005-3, 6.9)
		if n := pdf.RefNumber(o); listed[n] && !shown[n] {
			shown[n] = true
			inner = appendRef(append(inner, ' '), s.ref(n))
		}
	}
	title := s.l.plan.Runs[s.original.run].Title
	if title == "" {
		title = s.original.file
	}
	ls.order = append(appendText(append(ls.order, '['), title), inner...)
	ls.order = append(ls.order, ']')
	for _, o := range s.doc.Array(d["Locked"]) {
		if n := pdf.RefNumber(o); listed[n] {
			ls.locked = appendRef(append(ls.locked, ' '), s.ref(n))
		}
	}
	for _, o := range s.doc.Array(d["RBGroups"]) {
		ls.radios = append(ls.radios, '[')
		for _, e := range s.doc.Array(o) {
			if n := pdf.RefNumber(e); listed[n] {
				ls.radios = appendRef(append(ls.radios, ' '), s.ref(n))
			}
		}
		ls.radios = append(ls.radios, ']')
	}
}

func (ls *layers) set(s *source, o types.Object) map[int]bool {
	m := map[int]bool{}
	for _, e := range s.doc.Array(o) {
		m[pdf.RefNumber(e)] = true
	}
	return m
}

// maxCategories: there are six of them.
const maxCategories = 16

// unseen adds to off the groups that their usage hides on the screen (ISO 32000-1, 8.11.4.4): AS, which makes viewers ask for it, is not taken over.
func (ls *layers) unseen(s *source, as types.Object, off map[int]bool) {
	for _, o := range s.doc.Array(as) {
		event := s.doc.Dict(o)
		if s.doc.Name(event["Event"]) != "View" {
			continue
		}
		categories := s.doc.Array(event["Category"])
		for _, c := range categories[:min(len(categories), maxCategories)] {
			category := s.doc.Name(c)
			for _, g := range s.doc.Array(event["OCGs"]) {
				usage := s.doc.Dict(s.doc.Dict(s.doc.Dict(g)["Usage"])[category])
				if s.doc.Name(usage[category+"State"]) == "OFF" {
					off[pdf.RefNumber(g)] = true
				}
			}
		}
	}
}

// entry appends an entry of Order: a group, a label, or a list below either.
func (ls *layers) entry(s *source, b []byte, o types.Object, listed, shown map[int]bool, depth int) []byte {
	if n := pdf.RefNumber(o); listed[n] {
		if shown[n] {
			return b
		}
		shown[n] = true
		return appendRef(append(b, ' '), s.ref(n))
	}
	switch v := s.doc.Resolve(o).(type) {
	case types.Array:
		if depth > maxFieldDepth || len(v) == 0 {
			return b
		}
		b = append(b, '[')
		for _, e := range v {
			b = ls.entry(s, b, e, listed, shown, depth+1)
		}
		return append(b, ']')
	case types.StringLiteral, types.HexLiteral:
		raw, _ := pdf.StringBytes(v)
		return appendString(b, raw)
	}
	return b
}

// append writes the catalog's OCProperties: with a name, without AS, which PDF/A and PDF/UA forbid.
func (ls *layers) append(b []byte) []byte {
	if len(ls.groups) == 0 {
		return b
	}
	b = append(b, "/OCProperties<</OCGs["...)
	for i, n := range ls.groups {
		if i > 0 {
			b = append(b, ' ')
		}
		b = appendRef(b, n)
	}
	b = append(b, "]/D<</Name(Report)/BaseState/ON"...)
	for _, k := range []struct {
		key   string
		value []byte
	}{{"OFF", ls.off}, {"Order", ls.order}, {"Locked", ls.locked}, {"RBGroups", ls.radios}} {
		if len(k.value) > 0 {
			b = append(append(append(append(append(b, '/'), k.key...), '['), k.value...), ']')
		}
	}
	return append(b, ">>>>"...)
}
