package unit

import (
	"fmt"

	"rapporteur/layout"
	"rapporteur/layout/paint"
	"rapporteur/sources/pdf/syntax"
)

// weave ties the structure of a painted run to the marks, links and figures on its pages.
type weave struct {
	u     *Unit
	p     *paint.Painted
	nodes []layout.Node // the link's element, by link of the unit
	keys  []int         // of each page into the unit's part of the parent tree, -1 where nothing is marked
	piece Piece         // being encoded
}

// links notes the rectangles of links, in the order of pages.
func (w *weave) links() {
	for i := range w.p.Pages {
		for _, a := range w.p.Pages[i].Links {
			if a.Link <= 0 || int(a.Link) > len(w.p.Links) {
				continue
			}
			k := w.p.Links[a.Link-1]
			w.u.Links = append(w.u.Links, Link{Box: w.box(i, a.X, a.Y, a.Width, a.Height), Target: k.Target,
				Text: k.Text, Key: -1})
			w.nodes = append(w.nodes, k.Node)
		}
	}
}

func (w *weave) box(page int, x, y, width, height layout.Length) int {
	w.u.Boxes = append(w.u.Boxes, Box{page, x, y, width, height})
	return len(w.u.Boxes) - 1
}

// siblings is a list of nodes or marks that are chained by their indexes; 0 ends it.
type siblings struct{ first, last int32 }

// mark is a marked-content sequence of a leaf; next is the leaf's next.
type mark struct{ page, id, next int32 }

// elements encodes the elements of the run below its own, which is local number 0.
func (w *weave) elements() error {
	nodes := w.p.Tree.Nodes
	if len(nodes) == 0 {
		return fmt.Errorf("a structure tree without a root")
	}
	kids := make([]siblings, len(nodes))
	next := make([]int32, len(nodes))
	numbers := make([]int, len(nodes)) // of elements; -1 of leaves
	for i := 1; i < len(nodes); i++ {
		numbers[i] = -1
		up := nodes[i].Parent
		if up < 0 || int(up) >= i || numbers[up] < 0 {
			return fmt.Errorf("structure node %d has no parent before it", i)
		}
		if nodes[i].Tag != "" {
			numbers[i] = w.u.alloc()
		}
		if k := &kids[up]; k.first == 0 {
			k.first, k.last = int32(i), int32(i)
		} else {
			next[k.last], k.last = int32(i), int32(i)
		}
	}
	marks, chains, err := w.marks(numbers)
	if err != nil {
		return err
	}
	links, err := w.linked(numbers)
	if err != nil {
		return err
	}
	figures := map[layout.Node]*paint.Box{}
	for i := range w.p.Figures {
		figures[w.p.Figures[i].Node] = &w.p.Figures[i]
	}
	var body Piece
	for i := range nodes {
		if numbers[i] < 0 {
			continue
		}
		page := int32(-1)
		for k := kids[i].first; k > 0; k = next[k] {
			if numbers[k] >= 0 {
				body.add(" ")
				body.hole(Local, numbers[k])
				continue
			}
			for m := chains[k].first; m > 0; m = marks[m].next {
				if page < 0 && i > 0 {
					page = marks[m].page
				}
				body.add(" ")
				kid(&body, marks[m], page)
			}
		}
		for _, l := range links[layout.Node(i)] {
			body.add("<</Type/OBJR")
			body.key("Obj", LinkRef, l)
			body.key("Pg", PageRef, w.u.Boxes[w.u.Links[l].Box].Page)
			body.add(">>")
		}
		if i == 0 {
			w.u.Roots = body.taken()
			continue
		}
		p := &w.piece
		p.add("<<")
		w.head(p, &nodes[i], numbers[i], figures[layout.Node(i)])
		if page >= 0 {
			p.key("Pg", PageRef, int(page))
		}
		p.key("P", Local, numbers[nodes[i].Parent])
		if !body.Empty() {
			p.add("/K[")
			p.join(body.taken())
			p.add("]")
		}
		p.add(">>")
		w.u.put(numbers[i], p.taken())
	}
	return nil
}

// marks chains the marks of each leaf in order of pages, and makes each page's entry of the parent tree.
func (w *weave) marks(numbers []int) ([]mark, []siblings, error) {
	nodes := w.p.Tree.Nodes
	marks := make([]mark, 1, 256)
	chains := make([]siblings, len(nodes))
	w.keys = make([]int, len(w.p.Pages))
	for i := range w.p.Pages {
		w.keys[i] = -1
		if len(w.p.Pages[i].Marks) == 0 {
			continue
		}
		w.keys[i] = len(w.u.Keys)
		w.piece.add("[")
		for id, leaf := range w.p.Pages[i].Marks {
			if leaf <= 0 || int(leaf) >= len(nodes) || nodes[leaf].Tag != "" {
				return nil, nil, fmt.Errorf("page %d, mark %d: node %d is no leaf", i+1, id, leaf)
			}
			m := int32(len(marks))
			marks = append(marks, mark{page: int32(i), id: int32(id)})
			if c := &chains[leaf]; c.first == 0 {
				c.first, c.last = m, m
			} else {
				marks[c.last].next, c.last = m, m
			}
			if id > 0 {
				w.piece.add(" ")
			}
			w.piece.hole(Local, numbers[nodes[leaf].Parent])
		}
		w.piece.add("]")
		w.u.Keys = append(w.u.Keys, w.piece.taken())
	}
	return marks, chains, nil
}

// linked gives the links of each link element, and gives them their keys.
func (w *weave) linked(numbers []int) (map[layout.Node][]int, error) {
	out := map[layout.Node][]int{}
	for i := range w.u.Links {
		n := w.nodes[i]
		if n <= 0 {
			continue
		}
		if int(n) >= len(numbers) || numbers[n] < 0 {
			return nil, fmt.Errorf("link to %q: node %d is no element", w.u.Links[i].Target, n)
		}
		out[n] = append(out[n], i)
		w.u.Links[i].Key = len(w.u.Keys)
		w.piece.hole(Local, numbers[n])
		w.u.Keys = append(w.u.Keys, w.piece.taken())
	}
	return out, nil
}

// kid is a marked-content sequence as a kid: its number, where it stands on the element's page, else with its own
// page.
func kid(p *Piece, m mark, page int32) {
	if m.page == page {
		p.int(int(m.id))
		return
	}
	p.add("<</Type/MCR")
	p.key("Pg", PageRef, int(m.page))
	p.add("/MCID ")
	p.int(int(m.id))
	p.add(">>")
}

// head encodes the entries of an element but P, K and Pg.
func (w *weave) head(p *Piece, e *layout.Element, number int, box *paint.Box) {
	p.add("/S")
	p.name(string(e.Tag))
	for _, s := range []struct{ key, text string }{{"Lang", e.Lang}, {"T", e.Title}, {"Alt", e.Alt},
		{"ActualText", e.Attr().Actual}} {
		if s.text != "" {
			p.name(s.key)
			p.Bytes = syntax.AppendText(p.Bytes, s.text)
		}
	}
	if e.ID != "" {
		w.u.IDs = append(w.u.IDs, ID{e.ID, number})
		p.key("ID", IDString, len(w.u.IDs)-1)
	}
	w.attributes(p, e, box)
}

// attributes encodes /A (ISO 32000-1, 14.8.5).
func (w *weave) attributes(p *Piece, e *layout.Element, box *paint.Box) {
	var objects []Piece
	a := e.Attr()
	if a.Scope != "" || a.ColSpan > 1 || a.RowSpan > 1 || a.Summary != "" {
		var o Piece
		o.add("<</O/Table")
		if a.Scope != "" {
			o.add("/Scope")
			o.name(a.Scope)
		}
		if a.ColSpan > 1 {
			o.add("/ColSpan ")
			o.int(a.ColSpan)
		}
		if a.RowSpan > 1 {
			o.add("/RowSpan ")
			o.int(a.RowSpan)
		}
		if a.Summary != "" {
			o.add("/Summary")
			o.Bytes = syntax.AppendText(o.Bytes, a.Summary)
		}
		o.add(">>")
		objects = append(objects, o)
	}
	if a.ListNumbering != "" {
		var o Piece
		o.add("<</O/List/ListNumbering")
		o.name(a.ListNumbering)
		o.add(">>")
		objects = append(objects, o)
	}
	if box != nil {
		var o Piece
		o.add("<</O/Layout/Placement/Block/BBox[")
		o.hole(BoxRect, w.box(box.Page, box.X, box.Y, box.Width, box.Height))
		o.add("]>>")
		objects = append(objects, o)
	}
	switch len(objects) {
	case 0:
	case 1:
		p.add("/A")
		p.join(objects[0])
	default:
		p.add("/A[")
		for _, o := range objects {
			p.join(o)
		}
		p.add("]")
	}
}
