package unit

import (
	"sort"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/sources/pdf"
)

// graft is the structure tree of an original on its way below the element of its run: elements keep what they say, and
// lose what is not in the report.
type graft struct {
	s       *source
	roots   []*branch
	holders map[int]*branch // elements, by the object that they have as a whole
	annots  int             // annotations that were looked at
	claims  claims          // what the elements claim, as received
	own     []*branch       // of ours, below the run's element behind those
	seen    map[int]*branch // elements by object number; nil while on the way down, or for one that is dropped
	classes map[string]int  // classes by name
	ids     map[string]int  // identifiers by name
	roles   map[string]int  // types by name
	lists   map[int][]int   // elements of a page\'s marks, by key of the unit\'s part of the parent tree
	singles map[int]int     // element of an annotation, by key
}

// branch is an element with what is left of its kids.
type branch struct {
	number int
	page   int // of the unit, from 0, that its own marks stand on; -1 none
	dict   types.Dict
	kids   []leafOrBranch
	as     string // the type that it is given; "" its own
	level  int    // of a heading, below that of the run; 0 no heading
}

// leafOrBranch is a kid: an element, a mark on its element's page, or a reference as it will be written.
type leafOrBranch struct {
	branch *branch
	mcid   int
	object types.Dict
}

// maxTagDepth is how deep elements may nest; real documents stay below 50.
const maxTagDepth = 500

// graft reads an original's structure tree, gives its elements their numbers and makes the unit's part of the parent
// tree. Elements are encoded by write, once the annotations and pages that they speak of have their numbers.
func (s *source) graft() *graft {
	g := &graft{s: s, seen: map[int]*branch{},
		classes: map[string]int{}, ids: map[string]int{}, roles: map[string]int{},
		lists: map[int][]int{}, singles: map[int]int{}, holders: map[int]*branch{},
		claims: claims{marks: map[int]map[int][]int{}, objects: map[int][]int{}}}
	if root := s.doc.Dict(s.doc.Catalog()["StructTreeRoot"]); root != nil {
		g.classMap(s.doc.Dict(root["ClassMap"]))
		g.roots = g.walkKids(root["K"], 0)
		g.parentTree(root["ParentTree"])
		for _, b := range g.roots {
			g.claims.gather(b)
			g.claimed(b)
		}
	}
	return g
}

// walkKids reads K of the root: only elements.
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
	if !ok || depth > maxTagDepth || d["S"] == nil || !g.s.spend() {
		return nil
	}
	if n > 0 {
		if _, met := g.seen[n]; met {
			return nil
		}
		g.seen[n] = nil
	}
	b := &branch{dict: d, page: g.page(pdf.RefNumber(d["Pg"]))}
	had := false
	kids, ok := g.s.doc.Resolve(d["K"]).(types.Array)
	if !ok && d["K"] != nil {
		kids = types.Array{d["K"]}
	}
	for _, k := range kids {
		if had = true; !g.s.spend() {
			break
		}
		if kid, ok := g.kid(k, b, depth); ok {
			b.kids = append(b.kids, kid)
		}
	}
	if had && len(b.kids) == 0 {
		if n > 0 {
			g.s.numbers[n] = gone
		}
		return nil
	}
	b.number = g.s.u.alloc()
	if n > 0 {
		g.seen[n] = b
		g.s.numbers[n] = b.number
	}
	return b
}

// page is the place in the unit of a page object of the original; -1 when it is not taken.
func (g *graft) page(n int) int {
	if i, ok := g.s.doc.PageIndex(n); ok && n > 0 {
		if at, ok := g.s.original.selected[i]; ok {
			return at
		}
	}
	return -1
}

// kid reads one kid of an element; false when it is not in the report.
func (g *graft) kid(o types.Object, b *branch, depth int) (leafOrBranch, bool) {
	s := g.s
	if id, ok := s.doc.Int(o); ok {
		return leafOrBranch{mcid: id}, b.page >= 0 && id >= 0
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
		if !ok || id < 0 || page < 0 {
			return leafOrBranch{}, false
		}
		if page == b.page && d["Stm"] == nil {
			return leafOrBranch{mcid: id}, true
		}
		r := types.Dict{"Type": types.Name("MCR"), "Pg": symbol{PageRef, page}, "MCID": types.Integer(id)}
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
		return leafOrBranch{}, false // on a page that is not taken
	}
	if !looksLikeAnnotation(what) && page < 0 {
		return leafOrBranch{}, false
	}
	r := types.Dict{"Type": types.Name("OBJR"), "Obj": d["Obj"]}
	if page >= 0 {
		r["Pg"] = symbol{PageRef, page}
	}
	return leafOrBranch{object: r}, true
}

// parentTree takes the original's parent tree, its keys counted anew, for they may lie far apart. Keys that lead to
// nothing of the report are left out, so that whatever names them loses its key.
func (g *graft) parentTree(tree types.Object) {
	s := g.s
	values := map[int]types.Object{}
	var keys []int
	s.doc.NumberTree(tree, func(n int, v types.Object) {
		if _, dup := values[n]; !dup {
			values[n] = v
			keys = append(keys, n)
		}
	})
	sort.Ints(keys)
	s.keys = make(map[int]int, len(keys))
	p := &s.piece
	for _, n := range keys {
		live := false
		var list []int
		single := 0
		if a, ok := s.doc.Resolve(values[n]).(types.Array); ok {
			p.add("[")
			for i, o := range a {
				if i > 0 {
					p.add(" ")
				}
				list = append(list, 0)
				if e := g.seen[pdf.RefNumber(o)]; e != nil {
					p.hole(Local, e.number)
					list[i], live = e.number, true
				} else {
					p.add("null")
				}
			}
			p.add("]")
		} else if e := g.seen[pdf.RefNumber(values[n])]; e != nil {
			p.hole(Local, e.number)
			single, live = e.number, true
		}
		if v := p.taken(); live {
			k := len(s.u.Keys)
			s.keys[n], g.lists[k], g.singles[k] = k, list, single
			s.u.Keys = append(s.u.Keys, v)
		}
	}
}
