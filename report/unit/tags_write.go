package unit

import (
	"maps"
	"slices"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/sources/pdf"
)

// write encodes the elements of the original.
func (g *graft) write() {
	u := g.s.u
	for i, b := range slices.Concat(g.roots, g.own) {
		if i > 0 {
			u.Roots.add(" ")
		}
		u.Roots.hole(Local, b.number)
		g.branch(b, 0)
	}
}

// leftOfElement are the entries of an element that are written anew, or not at all: files associated with it are then
// associated with a page.
var leftOfElement = []string{"Type", "P", "K", "Pg", "S", "NS", "ID", "C", "A", "AF"}

func (g *graft) branch(b *branch, parent int) {
	s := g.s
	d := maps.Clone(b.dict)
	s.associated(d["AF"], -1)
	for _, k := range leftOfElement {
		delete(d, k)
	}
	d["P"] = symbol{Local, parent}
	switch {
	case b.as != "":
		d["S"] = types.Name(b.as)
	case b.level > 0:
		d["S"] = symbol{HeadingType, b.level}
	case g.holdsPicture(b):
		d["S"] = types.Name("Annot") // no field any more (ISO 32000-1, table 340)
	default:
		d["S"] = g.role(b.dict)
	}
	if b.page >= 0 {
		d["Pg"] = symbol{PageRef, b.page}
	}
	if id, ok := s.doc.String(b.dict["ID"]); ok && len(id) > 0 {
		i := g.id(string(id))
		if s.u.IDs[i].Element == 0 {
			s.u.IDs[i].Element = b.number
		}
		if s.u.IDs[i].Element == b.number { // of two that have one identifier the first keeps it
			d["ID"] = symbol{IDString, i}
		}
	}
	if a := b.dict["A"]; a != nil {
		d["A"] = g.attributes(a, 0)
	}
	if c := g.classNames(b.dict["C"]); c != nil {
		d["C"] = c
	}
	var kids types.Array
	for _, k := range b.kids {
		switch {
		case k.branch != nil:
			kids = append(kids, symbol{Local, k.branch.number})
		case k.object != nil:
			kids = append(kids, k.object)
		default:
			kids = append(kids, types.Integer(k.mcid))
		}
	}
	if len(kids) > 0 {
		d["K"] = kids
	}
	s.put(b.number, d)
	for _, k := range b.kids {
		if k.branch != nil {
			g.branch(k.branch, b.number)
		}
	}
}

// holdsPicture reports whether an element is a form's, and its widget became a picture.
func (g *graft) holdsPicture(b *branch) bool {
	if !g.s.original.form.flat {
		return false
	}
	for _, k := range b.kids {
		d, _ := g.s.replaced[pdf.RefNumber(k.object["Obj"])].(types.Dict)
		if d[FlatField] != nil {
			name := g.s.doc.Name(b.dict["S"])
			i, own := g.roles[name]
			return name == "Form" || own && g.s.u.Roles[i].Standard == "Form"
		}
	}
	return false
}

// id gives the index of an identifier.
func (g *graft) id(name string) int {
	i, ok := g.ids[name]
	if !ok {
		i = len(g.s.u.IDs)
		g.ids[name] = i
		g.s.u.IDs = append(g.s.u.IDs, ID{Name: name})
	}
	return i
}

// attributes gives attribute objects with their references to other elements' identifiers as symbols: Headers of a
// table's cells.
func (g *graft) attributes(o types.Object, depth int) types.Object {
	s := g.s
	if !s.spend() {
		return nil
	}
	switch v := s.doc.Resolve(o).(type) {
	case types.Array:
		if depth > 0 { // a list of attribute objects holds no lists (ISO 32000-1, 14.7.5)
			return nil
		}
		out := make(types.Array, 0, len(v))
		for _, e := range v {
			if a := g.attributes(e, depth+1); a != nil {
				out = append(out, a)
			}
		}
		return out
	case types.Dict:
		h := s.doc.Array(v["Headers"])
		if h == nil {
			return o
		}
		d := maps.Clone(v)
		renamed := types.Array{}
		for _, e := range h {
			if id, ok := s.doc.String(e); ok {
				renamed = append(renamed, symbol{IDString, g.id(string(id))})
			}
		}
		d["Headers"] = renamed
		return d
	}
	return o
}

// classMap takes the original's attribute classes.
func (g *graft) classMap(m types.Dict) {
	s := g.s
	for _, k := range pdf.SortedKeys(m) {
		g.classes[k] = len(s.u.Classes)
		s.object(&s.piece, g.attributes(m[k], 0), 0)
		s.u.Classes = append(s.u.Classes, Class{k, s.piece.taken()})
	}
}

// classNames gives C with its names as symbols.
func (g *graft) classNames(o types.Object) types.Object {
	switch v := g.s.doc.Resolve(o).(type) {
	case types.Name:
		if i, ok := g.classes[string(v)]; ok {
			return symbol{ClassName, i}
		}
	case types.Array:
		out := slices.Clone(v)
		for i, e := range out {
			if k, ok := g.classes[g.s.doc.Name(e)]; ok {
				out[i] = symbol{ClassName, k}
			}
		}
		return out
	}
	return nil
}
