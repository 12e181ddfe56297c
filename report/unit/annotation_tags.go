package unit

import (
	"maps"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/sources/pdf"
)

// tagAnnotations gives each annotation of page k of the unit an element of its own kind (ISO 14289-1, 7.18): the one
// that has it, where that is of the kind, else one within it, else one of ours behind the page's own, in the order in
// which the page leads through them. It gives what stands in the page's list.
func (s *source) tagAnnotations(k int, p pdf.Page, list []annot) types.Array {
	out := make(types.Array, len(list))
	for i := range list {
		a := &list[i]
		if d, direct := a.object.(types.Dict); direct { // an element refers to it
			a.object = s.another(d, plain)
		}
		out[i] = a.object
	}
	for _, i := range s.tabOrder(p, list) {
		a := &list[i]
		if kind := s.doc.Name(a.dict["Subtype"]); kind != "PrinterMark" && a.dict != nil { // those are artifacts
			s.tags.annotation(k, a, kind)
		}
	}
	return out
}

// annotation gives an annotation its element.
func (g *graft) annotation(k int, a *annot, kind string) {
	if _, ours := a.dict["StructParent"].(symbol); ours { // it stands on two pages
		return
	}
	if g.annots++; g.annots > maxSettled {
		g.s.original.findings.add(AnnotationsMany, "", g.s.original.taken[k])
		return
	}
	want := "Annot"
	switch kind {
	case "Link":
		want = "Link"
	case "Widget":
		want = "Form"
	}
	holder := g.holders[pdf.RefNumber(a.object)]
	if key, ok := g.s.parentKey(a.dict["StructParent"]); ok && holder != nil && g.singles[key] == holder.number &&
		g.standard(holder) == want && (want != "Form" || len(holder.kids) == 1) {
		if said, ok := saidOf(a.dict); ok { // its element is in the language of what it says by itself
			a.dict["Lang"] = said
		}
		return
	}
	e := &branch{number: g.s.u.alloc(), page: k, dict: types.Dict{"S": types.Name(want)}}
	e.kids = []leafOrBranch{{object: types.Dict{"Type": types.Name("OBJR"), "Obj": a.object,
		"Pg": symbol{PageRef, k}}}}
	if said, ok := saidOf(a.dict); ok {
		e.dict["Lang"] = said
	}
	if holder == nil {
		g.own = append(g.own, e)
	} else {
		g.within(holder, e, pdf.RefNumber(a.object))
	}
	g.s.piece.hole(Local, e.number)
	a.dict["StructParent"] = symbol{ParentKey, len(g.s.u.Keys)}
	g.s.u.Keys = append(g.s.u.Keys, g.s.piece.taken())
}

// saidOf is the language of what the report says of an annotation.
func saidOf(d types.Dict) (symbol, bool) {
	for _, key := range [...]string{"Contents", "TU"} {
		if said, ok := d[key].(symbol); ok && said.Kind == Said {
			return symbol{SaidLang, said.Index}, true
		}
	}
	return symbol{}, false
}

// within puts an element in the place of an annotation among the kids of the one that has it. That is no longer a
// link's, a form's or an annotation's own where it has none left.
func (g *graft) within(holder, e *branch, n int) {
	left := false
	for i := range holder.kids {
		switch kid := &holder.kids[i]; {
		case pdf.RefNumber(kid.object["Obj"]) == n:
			*kid = leafOrBranch{branch: e}
		case kid.object["Type"] == types.Name("OBJR"):
			left = true
		}
	}
	switch g.standard(holder) {
	case "Link", "Form", "Annot":
		if !left {
			holder.as = "Div"
		}
	}
}

// standard is the standard type that an element stands for.
func (g *graft) standard(b *branch) string {
	if b.as != "" {
		return b.as
	}
	if g.holdsPicture(b) {
		return "Annot"
	}
	switch r := g.role(b.dict).(type) {
	case types.Name:
		return string(r)
	case symbol:
		return g.s.u.Roles[r.Index].Standard
	}
	return ""
}

// nameField gives a field that says nothing to those who do not see it what it is for, as far as that can be known, or
// else its name among the form's (ISO 14289-1, 7.18.1-3): each of its widgets, for a box of several has words of its
// own.
func (s *source) nameField(fld *field, d types.Dict, own []*widget) {
	for up := fld; up != nil; up = up.parent {
		if s.text(up.dict["TU"]) != "" {
			return
		}
	}
	if len(own) == 0 {
		d["TU"] = s.fieldName(fld, nil)
	}
	for i, w := range own {
		name := s.fieldName(fld, w)
		if w.dict["TU"] = name; i == 0 {
			d["TU"] = name
		}
	}
}

// fieldName is what is said of a widget of a field.
func (s *source) fieldName(fld *field, w *widget) types.Object {
	page := -1
	if w != nil {
		page = s.original.taken[w.page]
	}
	if label := s.labelled(fld, w); label != nil {
		s.mend(MendedLabel, "", page)
		return label
	}
	s.mend(MendedField, "", page)
	if t := s.text(fld.dict["T"]); t != "" {
		return textString(t)
	}
	return s.say("mark-field", 0, "")
}

// claimed notes which element has which object as a whole, before any is changed.
func (g *graft) claimed(b *branch) {
	for _, k := range b.kids {
		if n := pdf.RefNumber(k.object["Obj"]); n > 0 && g.holders[n] == nil {
			g.holders[n] = b
		}
		if k.branch != nil {
			g.claimed(k.branch)
		}
	}
}

// kept is a copy of an element's dictionary, to be changed.
func (b *branch) kept() types.Dict {
	b.dict = maps.Clone(b.dict)
	return b.dict
}
