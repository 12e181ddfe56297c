package verify

import (
	"context"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/sources/pdf"
)

// parentTree is the structure tree's way back: from a page's marks and from annotations to elements (ISO 32000-1,
// 14.7.4.4). Entries are kept as
// written and looked into when they are asked for.
type parentTree struct {
	doc     *pdf.Document
	entries map[int]types.Object
}

func (c *checker) parentTree() parentTree {
	t := parentTree{c.doc, map[int]types.Object{}}
	root := c.doc.Dict(c.doc.Catalog()["StructTreeRoot"])
	c.doc.NumberTree(root["ParentTree"], func(n int, v types.Object) {
		if _, dup := t.entries[n]; !dup {
			t.entries[n] = v
		}
	})
	return t
}

// marks gives the elements of a page's marks by MCID, as object numbers; 0 where none is named.
func (t parentTree) marks(key int) []int {
	a := t.doc.Array(t.entries[key])
	out := make([]int, len(a))
	for i, o := range a {
		out[i] = pdf.RefNumber(o)
	}
	return out
}

// object gives the element of an annotation, as an object number; 0 where none is named.
func (t parentTree) object(key int) int { return pdf.RefNumber(t.entries[key]) }

// more reports whether a page's entry names elements for marks that are not among these.
func (t parentTree) more(key int, known []int32) bool {
	for id, e := range t.marks(key) {
		if e == 0 {
			continue
		}
		found := false
		for _, k := range known {
			found = found || int(k) == id
		}
		if !found {
			return true
		}
	}
	return false
}

// structure is what the elements of the structure tree claim.
type structure struct {
	claims    [][]claim // by page, from 0
	objects   map[int]object
	home      []int32 // by element: the page, from 1, that it names first; 0 none
	misplaced []int   // elements that stand in the tree elsewhere than they say, or twice
	count     int
}

// homeOf gives the page, from 0, that an element names first; false where it names none, or is not in the tree.
func (t *structure) homeOf(element int) (page int, ok bool) {
	if element < 0 || element >= len(t.home) || t.home[element] == 0 {
		return 0, false
	}
	return int(t.home[element]) - 1, true
}

// claim is an element's that a mark is its content.
type claim struct {
	mark    int32
	element int // object number; 0 of an element that has none
}

// object is what an element claims as a whole: an annotation.
type object struct {
	element int
	again   int // another element that claims it too; 0 none
}

// structure walks the tree from its root; nil when there is none. Every element is entered once.
func (c *checker) structure(ctx context.Context) *structure {
	ref := c.doc.Catalog()["StructTreeRoot"]
	root := c.doc.Dict(ref)
	if root == nil {
		return nil
	}
	t := &structure{claims: make([][]claim, len(c.pages)), objects: map[int]object{},
		home: make([]int32, c.file.Size())}
	w := treeWalk{checker: c, structure: t, seen: make([]bool, c.file.Size())}
	w.push(root["K"], pdf.RefNumber(ref), nil)
	for len(w.stack) > 0 && ctx.Err() == nil {
		it := w.stack[len(w.stack)-1]
		w.stack = w.stack[:len(w.stack)-1]
		w.visit(it)
	}
	return t
}

type treeWalk struct {
	*checker
	*structure
	seen  []bool
	stack []kid
}

// kid is a kid of an element, still to be visited.
type kid struct {
	object types.Object
	parent int        // the element's object number
	of     types.Dict // the element; nil for the root
}

// push puts the kids in K on the stack, the first on top.
func (w *treeWalk) push(k types.Object, parent int, of types.Dict) {
	a, ok := w.doc.Resolve(k).(types.Array)
	if !ok {
		if k != nil {
			w.stack = append(w.stack, kid{k, parent, of})
		}
		return
	}
	for i := len(a) - 1; i >= 0; i-- {
		w.stack = append(w.stack, kid{a[i], parent, of})
	}
}

func (w *treeWalk) visit(k kid) {
	n := pdf.RefNumber(k.object)
	switch v := w.doc.Resolve(k.object).(type) {
	case types.Integer:
		w.mark(k, k.of["Pg"], int(v))
	case types.Dict:
		switch w.doc.Name(v["Type"]) {
		case "MCR":
			if v["Stm"] != nil {
				return // inside a form of an original: no mark of the page's own content
			}
			page := v["Pg"]
			if page == nil {
				page = k.of["Pg"]
			}
			if id, ok := w.doc.Int(v["MCID"]); ok {
				w.mark(k, page, id)
			}
		case "OBJR":
			w.whole(k, pdf.RefNumber(v["Obj"]))
		default:
			w.element(k, v, n)
		}
	}
}

func (w *treeWalk) element(k kid, d types.Dict, n int) {
	if n > 0 && n < len(w.seen) {
		if w.seen[n] {
			w.misplaced = append(w.misplaced, n)
			return
		}
		w.seen[n] = true
		if pdf.RefNumber(d["P"]) != k.parent {
			w.misplaced = append(w.misplaced, n)
		}
		if i, ok := w.doc.PageIndex(pdf.RefNumber(d["Pg"])); ok {
			w.home[n] = int32(i) + 1
		}
	}
	w.count++
	w.push(d["K"], n, d)
}

// mark notes a claim on a mark of a page.
func (w *treeWalk) mark(k kid, page types.Object, id int) {
	i, ok := w.doc.PageIndex(pdf.RefNumber(page))
	if !ok || k.of == nil || id < 0 || id > 1<<30 {
		return
	}
	w.claims[i] = append(w.claims[i], claim{int32(id), k.parent})
	if w.home[k.parent] == 0 {
		w.home[k.parent] = int32(i) + 1
	}
}

// whole notes a claim on an object.
func (w *treeWalk) whole(k kid, n int) {
	if n == 0 {
		return
	}
	o, has := w.objects[n]
	switch {
	case !has:
		o = object{element: k.parent}
	case o.element != k.parent:
		o.again = k.parent
	}
	w.objects[n] = o
}
