package unit

import (
	"cmp"
	"maps"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/sources/pdf"
	"rapporteur/sources/pdf/syntax"
)

// layerKey makes group dictionaries differ: one reader takes two equal ones for the same layer, and shows what is
// hidden.
const layerKey = "RapporteurLayer"

// layers takes the optional content of an original (ISO 32000-1, 8.11): what was hidden stays hidden, whatever another
// original's default is.
func (s *source) layers() {
	props := s.doc.Dict(s.doc.Catalog()["OCProperties"])
	if props == nil {
		return
	}
	l := layering{s: s, listed: map[int]bool{}, shown: map[int]bool{}}
	d := s.doc.Dict(props["D"])
	hidden := s.doc.Name(d["BaseState"]) == "OFF"
	off, on := l.set(d["OFF"]), l.set(d["ON"])
	view, print := l.states(d["AS"], "View"), l.states(d["AS"], "Print")
	out := &s.u.Layers
	for _, o := range s.doc.Array(props["OCGs"]) {
		n := pdf.RefNumber(o)
		g, ok := s.doc.Resolve(o).(types.Dict)
		if n == 0 || !ok || l.listed[n] {
			continue
		}
		g = maps.Clone(g)
		g[layerKey] = symbol{LayerNumber, len(out.Groups)}
		s.replaced[n] = g
		m := s.ref(n)
		if m == gone || m >= pageBase { // it is something else, too
			continue
		}
		l.listed[n] = true
		at := state(hidden && !on[n] || off[n])
		shown, printed := state(at == stateOff || view[n] == stateOff), cmp.Or(print[n], at)
		out.Groups = append(out.Groups, Layer{m, shown == stateOff})
		switch {
		case shown == printed:
		case shown == stateOff:
			s.original.findings.add(LayerUnprinted, "", -1)
		default:
			s.original.findings.add(LayerPrinted, "", -1)
		}
	}
	if len(out.Groups) == 0 {
		return
	}
	for _, o := range s.doc.Array(d["Order"]) {
		l.entry(&out.Order, o, 0)
	}
	for _, o := range s.doc.Array(props["OCGs"]) { // PDF/A wants every group in Order (ISO 19005-3, 6.9)
		if n := pdf.RefNumber(o); l.listed[n] && !l.shown[n] {
			l.shown[n] = true
			l.group(&out.Order, n)
		}
	}
	l.groups(&out.Locked, d["Locked"])
	for _, o := range s.doc.Array(d["RBGroups"]) {
		out.Radios.add("[")
		l.groups(&out.Radios, o)
		out.Radios.add("]")
	}
}

// layering is the layers of an original while they are taken.
type layering struct {
	s      *source
	listed map[int]bool // groups, by object number
	shown  map[int]bool // those that stand in Order
}

func (l *layering) set(o types.Object) map[int]bool {
	m := map[int]bool{}
	for _, e := range l.s.doc.Array(o) {
		m[pdf.RefNumber(e)] = true
	}
	return m
}

// group appends a reference to a group.
func (l *layering) group(p *Piece, n int) {
	p.add(" ")
	p.hole(Local, l.s.ref(n))
}

// groups appends references to the groups of a list.
func (l *layering) groups(p *Piece, list types.Object) {
	for _, o := range l.s.doc.Array(list) {
		if n := pdf.RefNumber(o); l.listed[n] {
			l.group(p, n)
		}
	}
}

const (
	// maxCategories of usage are looked at; the standard has six.
	maxCategories = 16
	// maxOrderDepth is how deep lists of layers may nest.
	maxOrderDepth = 32
)

// The states of a layer, as the standard names them.
const (
	stateOn  = "ON"
	stateOff = "OFF"
)

func state(hidden bool) string {
	if hidden {
		return stateOff
	}
	return stateOn
}

// states are what usage makes of groups on an event, View or Print (ISO 32000-1, 8.11.4.4): a group that any category
// turns off is off. AS, which makes viewers ask for it, is not taken, for PDF/A forbids it: layers of the report are as
// the original shows them, on paper, too.
func (l *layering) states(as types.Object, event string) map[int]string {
	doc := l.s.doc
	out := map[int]string{}
	for _, o := range doc.Array(as) {
		application := doc.Dict(o)
		if doc.Name(application["Event"]) != event {
			continue
		}
		categories := doc.Array(application["Category"])
		for _, c := range categories[:min(len(categories), maxCategories)] {
			category := doc.Name(c)
			for _, g := range doc.Array(application["OCGs"]) {
				if !l.s.spend() {
					return out
				}
				n := pdf.RefNumber(g)
				usage := doc.Dict(doc.Dict(doc.Dict(g)["Usage"])[category])
				switch v := doc.Name(usage[category+"State"]); v {
				case stateOff:
					out[n] = v
				case stateOn:
					out[n] = cmp.Or(out[n], v)
				}
			}
		}
	}
	return out
}

// entry appends an entry of Order: a group, a label, or a list below either.
func (l *layering) entry(p *Piece, o types.Object, depth int) {
	if !l.s.spend() {
		return
	}
	if n := pdf.RefNumber(o); l.listed[n] {
		if !l.shown[n] {
			l.shown[n] = true
			l.group(p, n)
		}
		return
	}
	switch v := l.s.doc.Resolve(o).(type) {
	case types.Array:
		if depth > maxOrderDepth || len(v) == 0 {
			return
		}
		p.add("[")
		for _, e := range v {
			l.entry(p, e, depth+1)
		}
		p.add("]")
	case types.StringLiteral, types.HexLiteral:
		raw, _ := pdf.StringBytes(v)
		p.Bytes = syntax.AppendString(p.Bytes, raw)
	}
}
