package assembly

import (
	"maps"
	"slices"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/sources/pdf"
)

// write writes the entry's element and, below it, the original's.
func (g *graft) write() {
	t, r := g.s.l.tags, g.run
	head := append([]byte(nil), "/S/Sect"...)
	if r.Level < 2 {
		head = append(head[:0], "/S/Part"...)
	}
	title, lang := r.Original.Alt, r.Original.Lang
	if title == "" {
		title = r.Title
	}
	if lang == "" {
		lang = r.Lang
	}
	if lang != "" {
		head = appendText(append(head, "/Lang"...), lang)
	}
	if title != "" {
		head = appendText(append(head, "/T"...), title)
	}
	var kids []byte
	for i, b := range g.roots {
		if i > 0 {
			kids = append(kids, ' ')
		}
		kids = appendRef(kids, b.number)
	}
	t.begin(r.Level, g.number, head, kids)
	for _, b := range g.roots {
		g.branch(t, b, g.number)
	}
	if root := g.s.doc.Dict(g.s.doc.Catalog()["StructTreeRoot"]); root != nil && len(g.roots) > 0 {
		for _, o := range g.s.doc.Array(root["Namespaces"]) {
			if n := g.s.ref(pdf.RefNumber(o)); n > 0 {
				t.namespaces = appendRef(append(t.namespaces, ' '), n)
			}
		}
	}
}

// leftOfElement are the entries of an element that are written anew, or not at all: attached files stay behind with the others.
var leftOfElement = []string{"Type", "P", "K", "Pg", "S", "ID", "C", "A", "AF"}

func (g *graft) branch(t *tags, b *branch, parent int) {
	s := g.s
	d := maps.Clone(b.dict)
	for _, k := range leftOfElement {
		delete(d, k)
	}
	d["P"] = target(parent)
	d["S"] = types.Name(t.role(s, b.dict))
	if b.page > 0 {
		d["Pg"] = target(b.page)
	}
	if id, ok := s.doc.String(b.dict["ID"]); ok && len(id) > 0 {
		d["ID"] = types.NewHexLiteral([]byte(t.id(g.run, string(id), b.number)))
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
			kids = append(kids, target(k.branch.number))
		case k.object != nil:
			kids = append(kids, k.object)
		default:
			kids = append(kids, types.Integer(k.mcid))
		}
	}
	if len(kids) > 0 {
		d["K"] = kids
	}
	t.l.w.object(b.number, s.object(nil, d, 0))
	for _, k := range b.kids {
		if k.branch != nil {
			g.branch(t, k.branch, b.number)
		}
	}
}

// attributes gives attribute objects with their references to other elements' identifiers renamed as those are: Headers of a table's cells.
func (g *graft) attributes(o types.Object, depth int) types.Object {
	s := g.s
	switch v := s.doc.Resolve(o).(type) {
	case types.Array:
		if depth > 2 {
			return nil
		}
		out := make(types.Array, len(v))
		for i, e := range v {
			out[i] = g.attributes(e, depth+1)
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
				renamed = append(renamed, types.NewHexLiteral([]byte(g.run.ID+"/"+string(id))))
			}
		}
		d["Headers"] = renamed
		return d
	}
	return o
}

// classMap takes the original's attribute classes; one whose name is taken gets another.
func (g *graft) classMap(t *tags, m types.Dict) {
	for _, k := range pdf.SortedKeys(m) {
		name := k
		for i := 2; t.classes[name]; i++ {
			name = numbered(k, i)
		}
		t.classes[name] = true
		g.classes[k] = name
		t.classMap = append(appendName(t.classMap, name), ' ')
		t.classMap = g.s.object(t.classMap, g.attributes(m[k], 0), 0)
	}
}

// classNames gives C with the names that the classes have here.
func (g *graft) classNames(o types.Object) types.Object {
	switch v := g.s.doc.Resolve(o).(type) {
	case types.Name:
		if n, ok := g.classes[string(v)]; ok {
			return types.Name(n)
		}
	case types.Array:
		out := slices.Clone(v)
		for i, e := range out {
			if n, ok := g.classes[g.s.doc.Name(e)]; ok {
				out[i] = types.Name(n)
			}
		}
		return out
	}
	return nil
}
