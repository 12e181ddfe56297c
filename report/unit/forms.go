package unit

import (
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/layout/paint"
	"rapporteur/sources/pdf"
	"rapporteur/sources/pdf/content"
)

// form is the interactive form of an original (ISO 32000-1, 12.7): first all that it names, then those of its widgets
// that stand on pages that are taken, and at last the fields that these belong to, below one node that is the
// original's own in the report.
type form struct {
	dict  types.Dict // the AcroForm; nil where there is none
	flat  bool       // widgets become pictures of what they show
	nodes map[int]*field
	tops  []*field  // without a parent, that have something on the pages taken
	every []*widget // that is taken, in the order of pages and of their annotations
	late  int       // place of the next field that the form does not name: behind all that it does

	resources map[resourceName]int          // indexes into the unit's
	digests   map[int]string                // of objects of the original, for resources
	fonts     map[string]*formFont          // by the names in default appearances
	drawn     map[string]int                // looks of ours, by dictionary and content
	texts     map[int]string                // of looks received, by number: what they say
	dresser   *paint.Dresser                // sets what the form's fonts cannot; nil until it must
	readings  map[string]int                // of the report's fonts, among the unit's
	words     map[turnedPage][]content.Word // of pages of the unit whose fields say nothing
}

// field is a node of a form's tree: a field, or a widget of the one above it. Where a field has one widget, the two are
// mostly one dictionary (12.5.6.19).
type field struct {
	number  int        // of the object in the original; 0 of a direct one
	dict    types.Dict // as received
	parent  *field
	at      int // place among its parent's kids
	depth   int
	stray   bool // the form does not name it
	live    bool // it, or something below it, has a widget on the pages taken
	kids    []*field
	widgets []*widget // that are this dictionary itself; several where its page is taken several times

	name    string // in full, within the original
	value   string // its sum, once it was asked for
	picture bool   // it became a button that nobody can push
}

// widget is a widget annotation on its way into the report.
type widget struct {
	field *field
	dict  types.Dict   // as it is taken
	self  types.Object // what refers to it
	page  int          // of the unit
}

// maxFieldDepth bounds how deep fields may nest; real forms stay below ten.
const maxFieldDepth = 32

// named is a field of a form that is still to be looked at, with its place.
type named struct {
	o      types.Object
	parent *field
	at     int
}

// readForm reads the tree of fields from its top, each of its objects once, and notes what of the form cannot be in a
// report: its other description (XFA), and the order in which its fields are calculated.
func (s *source) readForm() {
	f := &s.original.form
	f.nodes, f.resources, f.digests = map[int]*field{}, map[resourceName]int{}, map[int]string{}
	f.fonts, f.drawn = map[string]*formFont{}, map[string]int{}
	f.texts, f.readings = map[int]string{}, map[string]int{}
	f.dict = s.doc.Dict(s.doc.Catalog()["AcroForm"])
	if f.dict == nil {
		return
	}
	found := &s.original.findings
	if f.dict["XFA"] != nil {
		found.add(FormXFA, "", -1)
	}
	if n := len(s.doc.Array(f.dict["CO"])); n > 0 {
		found.add(FormCalculated, "", -1).Count = n
	}
	var queue []named
	below := func(list types.Object, parent *field) {
		for i, o := range s.doc.Array(list) {
			queue = append(queue, named{o, parent, i})
		}
		f.late = max(f.late, len(s.doc.Array(list)))
	}
	below(f.dict["Fields"], nil)
	for len(queue) > 0 && s.spend() {
		next := queue[0]
		queue = queue[1:]
		n := pdf.RefNumber(next.o)
		d, ok := s.doc.Resolve(next.o).(types.Dict)
		if !ok {
			continue
		}
		depth := 0
		if next.parent != nil {
			depth = next.parent.depth + 1
		}
		if _, other := s.numbers[n]; n > 0 && other || s.stays(d) || depth > maxFieldDepth {
			found.add(FormBroken, "", -1) // met before, or no field at all, or deeper than any real one
			continue
		}
		node := &field{number: n, dict: d, parent: next.parent, at: next.at, depth: depth}
		if n > 0 {
			f.nodes[n], s.numbers[n] = node, gone
		}
		below(d["Kids"], node)
	}
}

// isWidget tells the annotations that are the places of a form's fields.
func (s *source) isWidget(d types.Dict) bool { return s.doc.Name(d["Subtype"]) == "Widget" }

// place takes a widget of page k of the unit, and gives what stands for it among the page's annotations. o and d are
// the widget as received, t as it is taken.
func (s *source) place(o types.Object, d, t types.Dict, k int) types.Object {
	f := &s.original.form
	n := pdf.RefNumber(o)
	w := &widget{field: s.fieldOf(n, d), dict: t, page: k, self: o}
	if n == 0 || len(w.field.widgets) > 0 {
		w.self = s.another(t, plain)
	} else {
		delete(s.numbers, n)
		s.replaced[n] = t
	}
	w.field.widgets = append(w.field.widgets, w)
	f.every = append(f.every, w)
	return w.self
}

// another is a dictionary of ours as an object of its own, that a way leads to. It is encoded late: it may still be
// changed.
func (s *source) another(d types.Dict, led way) types.Object {
	n := s.u.alloc()
	s.later = append(s.later, laterObject{n, d, led})
	return symbol{Local, n}
}

// fieldOf is the node of a widget. One that the form does not name is looked for upwards, from parent to parent.
func (s *source) fieldOf(n int, d types.Dict) *field {
	f := &s.original.form
	if node := f.nodes[n]; node != nil && n > 0 {
		return node
	}
	node := &field{number: n, dict: d, stray: true, at: f.late}
	f.late++
	if n > 0 {
		f.nodes[n] = node
	}
	way := map[int]bool{n: true}
	for low := node; low.depth > -maxFieldDepth; {
		p := pdf.RefNumber(low.dict["Parent"])
		up, ok := s.doc.Resolve(low.dict["Parent"]).(types.Dict)
		if !ok || p == 0 || !s.spend() {
			break
		}
		if above := f.nodes[p]; above != nil && !way[p] {
			low.parent = above
			break
		}
		if _, other := s.numbers[p]; way[p] || other || s.stays(up) {
			s.original.findings.add(FormBroken, "", -1)
			break
		}
		way[p] = true
		above := &field{number: p, dict: up, stray: true, at: f.late, depth: low.depth - 1}
		f.late++
		f.nodes[p], s.numbers[p] = above, gone
		low.parent = above
		low = above
	}
	return node
}

// inherited is an entry of a widget, of its field or of one above that (ISO 32000-1, 12.7.3.1), or, by the same way, of
// the form.
func (s *source) inherited(w *widget, key string) types.Object {
	if o := w.dict[key]; o != nil {
		return o
	}
	for fld := w.field; fld != nil; fld = fld.parent {
		if o := fld.dict[key]; o != nil {
			return o
		}
	}
	if key == "DA" || key == "Q" {
		return s.original.form.dict[key]
	}
	return nil
}
