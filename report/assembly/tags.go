package assembly

import (
	"fmt"
	"slices"
	"sort"

	"rapporteur/layout"
	"rapporteur/layout/paint"
)

// tags is the structure of the report: Document, below it an element for each run, below these what the runs bring. Elements are written as their runs
// are linked; kept are only the element of the top-level run that is open, and the ids.
type tags struct {
	l              *linker
	root, document int
	kids           []byte // of Document
	open           *openElement
	parents        treeBuilder
	nextKey        int // of the parent tree
	ids            []idEntry
	roles          map[string]string // role map: custom type to standard type
	classes        map[string]bool
	classMap       []byte
	namespaces     []byte
}

// openElement is the element of a top-level run, whose kids are not all known yet.
type openElement struct {
	number int
	head   []byte // its entries without K
	kids   []byte
}

type idEntry struct {
	id      string
	element int
}

func newTags(l *linker) *tags {
	return &tags{l: l, root: l.w.alloc(), document: l.w.alloc(), parents: treeBuilder{w: l.w, kind: "Nums"}, roles: map[string]string{}, classes: map[string]bool{}}
}

// begin opens the element of a run, of which head are the entries but P and K, with the kids known so far. A run of level 2 goes below the last of level 1.
func (t *tags) begin(level, number int, head, kids []byte) {
	if level >= 2 && t.open != nil {
		t.open.kids = append(append(t.open.kids, ' '), appendRef(nil, number)...)
		t.element(number, t.open.number, head, kids)
		return
	}
	t.end()
	t.kids = append(append(t.kids, ' '), appendRef(nil, number)...)
	t.open = &openElement{number: number, head: slices.Clone(head), kids: slices.Clone(kids)}
}

// end writes the open element.
func (t *tags) end() {
	if o := t.open; o != nil {
		t.element(o.number, t.document, o.head, o.kids)
		t.open = nil
	}
}

func (t *tags) element(number, parent int, head, kids []byte) {
	b := append([]byte(nil), "<<"...)
	b = append(b, head...)
	b = appendRefKey(b, "P", parent)
	if len(kids) > 0 {
		b = append(append(append(b, "/K["...), kids...), ']')
	}
	t.l.w.object(number, append(b, ">>"...))
}

// mark is a marked-content sequence of a leaf; next is the leaf's next, 0 none.
type mark struct{ page, id, next int32 }

// typeset writes the elements of a painted run. It gives each page its key into the parent tree, -1 where nothing is marked.
func (t *tags) typeset(run int, p *paint.Painted, areas []area) ([]int, error) {
	r, nodes := &t.l.plan.Runs[run], p.Tree.Nodes
	if len(nodes) == 0 {
		return nil, fmt.Errorf("a structure tree without a root")
	}
	first := r.First - 1

	// Kids in order of their indexes, as lists in arrays.
	type list struct{ first, last int32 }
	kids := make([]list, len(nodes))
	next := make([]int32, len(nodes))
	numbers := make([]int, len(nodes))
	for i := range nodes {
		if nodes[i].Tag != "" || i == 0 {
			numbers[i] = t.l.w.alloc()
		}
		if i == 0 {
			continue
		}
		up := nodes[i].Parent
		if up < 0 || int(up) >= i || numbers[up] == 0 {
			return nil, fmt.Errorf("structure node %d has no parent before it", i)
		}
		if k := &kids[up]; k.first == 0 {
			k.first, k.last = int32(i), int32(i)
		} else {
			next[k.last], k.last = int32(i), int32(i)
		}
	}

	// Marks of each leaf in order of pages, and each page's entry of the parent tree.
	marks := make([]mark, 1, 256)
	chains := make([]list, len(nodes))
	keys := make([]int, len(p.Pages))
	var entry []byte
	for i := range p.Pages {
		keys[i] = -1
		if len(p.Pages[i].Marks) == 0 {
			continue
		}
		keys[i] = t.nextKey
		entry = append(entry[:0], '[')
		for id, leaf := range p.Pages[i].Marks {
			if leaf <= 0 || int(leaf) >= len(nodes) || nodes[leaf].Tag != "" {
				return nil, fmt.Errorf("page %d, mark %d: node %d is no leaf", first+i+1, id, leaf)
			}
			m := int32(len(marks))
			marks = append(marks, mark{page: int32(i), id: int32(id)})
			if c := &chains[leaf]; c.first == 0 {
				c.first, c.last = m, m
			} else {
				marks[c.last].next, c.last = m, m
			}
			if id > 0 {
				entry = append(entry, ' ')
			}
			entry = appendRef(entry, numbers[nodes[leaf].Parent])
		}
		t.key(append(entry, ']'))
	}
	// Annotations of each link element.
	byNode := map[layout.Node][]*area{}
	for i := range areas {
		a := &areas[i]
		if a.node <= 0 {
			continue
		}
		if int(a.node) >= len(nodes) || numbers[a.node] == 0 {
			return nil, fmt.Errorf("link to %q: node %d is no element", a.target, a.node)
		}
		byNode[a.node] = append(byNode[a.node], a)
		a.key = t.nextKey
		t.key(appendRef(nil, numbers[a.node]))
	}
	boxes := map[layout.Node]*paint.Box{}
	for i := range p.Figures {
		boxes[p.Figures[i].Node] = &p.Figures[i]
	}

	var head, body []byte
	for i := range nodes {
		if numbers[i] == 0 {
			continue
		}
		n := layout.Node(i)
		page := int32(-1)
		body = body[:0]
		for k := kids[i].first; k > 0; k = next[k] {
			if numbers[k] > 0 {
				body = appendRef(append(body, ' '), numbers[k])
				continue
			}
			for m := chains[k].first; m > 0; m = marks[m].next {
				if page < 0 {
					page = marks[m].page
				}
				body = t.content(append(body, ' '), first, marks[m], page)
			}
		}
		for _, a := range byNode[n] {
			body = append(body, "<</Type/OBJR"...)
			body = appendRefKey(body, "Obj", a.number)
			body = appendRefKey(body, "Pg", t.l.pages[a.page])
			body = append(body, ">>"...)
		}
		head = t.head(head[:0], r, &nodes[i], numbers[i], i == 0, boxes[n], first)
		if page >= 0 {
			head = appendRefKey(head, "Pg", t.l.pages[first+int(page)])
		}
		if i == 0 {
			t.begin(r.Level, numbers[0], head, body)
		} else {
			t.element(numbers[i], numbers[nodes[i].Parent], head, body)
		}
	}
	return keys, nil
}

// key adds the next entry of the parent tree.
func (t *tags) key(value []byte) {
	t.parents.add(appendInt(nil, t.nextKey), value)
	t.nextKey++
}

// content is a marked-content sequence as a kid: its number, where it stands on the element's page, else with its own page.
func (t *tags) content(b []byte, first int, m mark, page int32) []byte {
	if m.page == page {
		return appendInt(b, int(m.id))
	}
	b = append(b, "<</Type/MCR"...)
	b = appendRefKey(b, "Pg", t.l.pages[first+int(m.page)])
	b = append(b, "/MCID "...)
	b = appendInt(b, int(m.id))
	return append(b, ">>"...)
}

// write writes what is open and the root, and gives the root's number.
func (t *tags) write() int {
	t.end()
	w := t.l.w
	b := append([]byte(nil), "<</S/Document"...)
	b = appendRefKey(b, "P", t.root)
	if t.l.plan.Lang != "" {
		b = append(b, "/Lang"...)
		b = appendText(b, t.l.plan.Lang)
	}
	b = append(append(append(b, "/K["...), t.kids...), "]>>"...)
	w.object(t.document, b)

	b = append([]byte(nil), "<</Type/StructTreeRoot"...)
	b = appendRefKey(b, "K", t.document)
	if n := t.parents.finish(); n > 0 {
		b = appendRefKey(b, "ParentTree", n)
		b = append(b, "/ParentTreeNextKey "...)
		b = appendInt(b, t.nextKey)
	}
	sort.SliceStable(t.ids, func(i, j int) bool { return t.ids[i].id < t.ids[j].id })
	ids := treeBuilder{w: w, kind: "Names"}
	for i, e := range t.ids {
		if i > 0 && t.ids[i-1].id == e.id {
			continue
		}
		ids.add(appendString(nil, []byte(e.id)), appendRef(nil, e.element))
	}
	if n := ids.finish(); n > 0 {
		b = appendRefKey(b, "IDTree", n)
	}
	if len(t.roles) > 0 {
		names := make([]string, 0, len(t.roles))
		for k := range t.roles {
			names = append(names, k)
		}
		sort.Strings(names)
		b = append(b, "/RoleMap<<"...)
		for _, k := range names {
			b = appendName(appendName(b, k), t.roles[k])
		}
		b = append(b, ">>"...)
	}
	if len(t.classMap) > 0 {
		b = append(append(append(b, "/ClassMap<<"...), t.classMap...), ">>"...)
	}
	if len(t.namespaces) > 0 {
		b = append(append(append(b, "/Namespaces["...), t.namespaces...), ']')
	}
	w.object(t.root, append(b, ">>"...))
	return t.root
}
