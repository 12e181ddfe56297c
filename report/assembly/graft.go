package assembly

import (
	"maps"
	"slices"
	"sort"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/sources/pdf"
)

// graft is the structure tree of an original on its way below its entry's element: elements keep what they say, and lose what is not in the report.
type graft struct {
	s       *source
	run     *Run
	number  int // of the entry's element
	roots   []*branch
	seen    map[int]*branch // elements by object number; nil while on the way down, or for one that is dropped
	budget  int
	classes map[string]string // class names there and here
}

// branch is an element with what is left of its kids.
type branch struct {
	number, page int // page: number of the page object that its own marks stand on; 0 none
	dict         types.Dict
	kids         []leafOrBranch
}

// leafOrBranch is a kid: an element, a mark on its element's page, or a reference as it will be written.
type leafOrBranch struct {
	branch *branch
	mcid   int
	object types.Dict
}

const (
	// maxElements is the number of structure elements taken from one original; a tagged page has some hundred.
	maxElements = 2_000_000
	// maxTagDepth is how deep elements may nest; real documents stay below 50.
	maxTagDepth = 500
	// maxParentKey is the highest key of an original's parent tree that is believed.
	maxParentKey = 1 << 24
)

// graft reads an original's structure tree, gives its elements their numbers, rebases its parent tree and opens the entry's element. Elements are
// written by write, once the annotations and pages that they speak of have their numbers.
func (t *tags) graft(s *source, r *Run) *graft {
	g := &graft{s: s, run: r, number: t.l.w.alloc(), seen: map[int]*branch{}, budget: maxElements, classes: map[string]string{}}
	root := s.doc.Dict(s.doc.Catalog()["StructTreeRoot"])
	if root != nil {
		g.classMap(t, s.doc.Dict(root["ClassMap"]))
		g.roots = g.walkKids(root["K"], 0)
		g.parentTree(t, root["ParentTree"])
	}
	return g
}

// walkKids reads K of the root or of an element: only elements.
func (g *graft) walkKids(k types.Object, depth int) []*branch {
	var out []*branch
	list, ok := g.s.doc.Resolve(k).(types.Array)
	if !ok {
		list = types.Array{k}
	}
	for _, o := range list {
		if b := g.element(o, depth); b != nil {
			out = append(out, b)
		}
	}
	return out
}

// element reads an element and everything below it; nil when nothing of it is in the report.
func (g *graft) element(o types.Object, depth int) *branch {
	n := pdf.RefNumber(o)
	d, ok := g.s.doc.Resolve(o).(types.Dict)
	if !ok || depth > maxTagDepth || g.budget <= 0 || d["S"] == nil {
		return nil
	}
	if n > 0 {
		if _, met := g.seen[n]; met {
			return nil
		}
		g.seen[n] = nil
	}
	g.budget--
	b := &branch{dict: d}
	own := pdf.RefNumber(d["Pg"])
	b.page = g.page(own)
	had := false
	kids, ok := g.s.doc.Resolve(d["K"]).(types.Array)
	if !ok && d["K"] != nil {
		kids = types.Array{d["K"]}
	}
	for _, k := range kids {
		had = true
		if kid, ok := g.kid(k, b, depth); ok {
			b.kids = append(b.kids, kid)
		}
	}
	if had && len(b.kids) == 0 {
		if n > 0 {
			g.s.numbers[n] = 0
		}
		return nil
	}
	b.number = g.s.l.w.alloc()
	if n > 0 {
		g.seen[n] = b
		g.s.numbers[n] = b.number
	}
	return b
}

// page is the number here of a page object there; 0 when it is not taken.
func (g *graft) page(n int) int {
	if i, ok := g.s.doc.PageIndex(n); ok && n > 0 {
		if at, ok := g.s.original.selected[i]; ok {
			return g.s.l.pages[at]
		}
	}
	return 0
}

// kid reads one kid of an element; false when it is not in the report.
func (g *graft) kid(o types.Object, b *branch, depth int) (leafOrBranch, bool) {
	s := g.s
	if id, ok := s.doc.Int(o); ok {
		return leafOrBranch{mcid: id}, b.page > 0 && id >= 0
	}
	d := s.doc.Dict(o)
	if d == nil {
		return leafOrBranch{}, false
	}
	kind := s.doc.Name(d["Type"])
	if kind != "MCR" && kind != "OBJR" {
		e := g.element(o, depth+1)
		return leafOrBranch{branch: e}, e != nil
	}
	page := b.page
	if n := pdf.RefNumber(d["Pg"]); n > 0 {
		page = g.page(n)
	}
	if kind == "MCR" {
		id, ok := s.doc.Int(d["MCID"])
		if !ok || id < 0 || page == 0 {
			return leafOrBranch{}, false
		}
		if page == b.page && d["Stm"] == nil {
			return leafOrBranch{mcid: id}, true
		}
		r := types.Dict{"Type": types.Name("MCR"), "Pg": target(page), "MCID": types.Integer(id)}
		if pdf.RefNumber(d["Stm"]) > 0 {
			r["Stm"] = d["Stm"]
		}
		return leafOrBranch{object: r}, true
	}
	n := pdf.RefNumber(d["Obj"])
	what := s.doc.Dict(d["Obj"])
	if n == 0 || what == nil || s.original.dropped[n] {
		return leafOrBranch{}, false
	}
	if looksLikeAnnotation(what) && !s.original.annots[n] {
		return leafOrBranch{}, false // on a page that was not taken
	}
	if !looksLikeAnnotation(what) && page == 0 {
		return leafOrBranch{}, false
	}
	r := types.Dict{"Type": types.Name("OBJR"), "Obj": d["Obj"]}
	if page > 0 {
		r["Pg"] = target(page)
	}
	return leafOrBranch{object: r}, true
}

// parentTree moves the original's parent tree behind what the report's holds. Keys that lead to nothing of the report are left out, so that whatever
// names them loses its key.
func (g *graft) parentTree(t *tags, tree types.Object) {
	s := g.s
	values := map[int]types.Object{}
	var keys []int
	s.doc.NumberTree(tree, func(n int, v types.Object) {
		if _, dup := values[n]; !dup && n >= 0 && n < maxParentKey {
			values[n] = v
			keys = append(keys, n)
		}
	})
	sort.Ints(keys)
	s.structBase, s.parents = t.nextKey, map[int]bool{}
	end := t.nextKey
	var b []byte
	for _, n := range keys {
		b = b[:0]
		live := false
		if a, ok := s.doc.Resolve(values[n]).(types.Array); ok {
			b = append(b, '[')
			for i, o := range a {
				if i > 0 {
					b = append(b, ' ')
				}
				if e := g.seen[pdf.RefNumber(o)]; e != nil {
					b, live = appendRef(b, e.number), true
				} else {
					b = append(b, "null"...)
				}
			}
			b = append(b, ']')
		} else if e := g.seen[pdf.RefNumber(values[n])]; e != nil {
			b, live = appendRef(b, e.number), true
		}
		if !live {
			continue
		}
		s.parents[n] = true
		t.parents.add(appendInt(nil, s.structBase+n), b)
		end = s.structBase + n + 1
	}
	t.nextKey = end
}

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
