package verify

import (
	"slices"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/sources/pdf"
)

// nodeKeys are what may stand in a node of the tree of pages: a page would have anything else from it
// (ISO 32000-1, 7.7.3.4).
var nodeKeys = []string{"Type", "Parent", "Kids", "Count"}

// pageTree looks at the tree of pages, in which the sums of pages have no part: some programs go up from a page to its
// size, its crop and its turn, others down from the root. Both must find the same, and nothing but pages. It gives the
// numbers of the nodes.
func (c *checker) pageTree() map[int]bool {
	cat := c.doc.Catalog()
	c.typed(cat, "Catalog", "Type")
	c.typed(c.doc.Dict(cat["StructTreeRoot"]), "StructTreeRoot", "StructTreeRoot/Type")
	nodes := map[int]bool{}
	c.pageNode(cat["Pages"], 0, nodeLevels, nodes)
	return nodes
}

// typed tells a dictionary of another type than the one that it is written with.
func (c *checker) typed(d types.Dict, want, name string) {
	if d != nil && d["Type"] != types.Object(types.Name(want)) {
		c.fault(WholeOther, 0, "what", name)
	}
}

// nodeLevels is how many levels of nodes are written.
const nodeLevels = 2

// pageNode looks at a node below the one with the number parent, 0 for the root, and at all below it, of so many levels
// at most, and gives how many pages there are.
func (c *checker) pageNode(o types.Object, parent, levels int, nodes map[int]bool) (count int) {
	n := pdf.RefNumber(o)
	d := c.doc.Dict(o)
	if i, ok := c.doc.PageIndex(n); ok && d["Kids"] == nil {
		c.listedBy(d, "Page", parent, i+1)
		return 1
	}
	if n == 0 || d == nil || nodes[n] || levels == 0 {
		c.fault(PageTree, 0, "what", "Kids")
		return 0
	}
	nodes[n] = true
	c.listedBy(d, "Pages", parent, 0)
	for _, k := range pdf.SortedKeys(d) {
		if !slices.Contains(nodeKeys, k) {
			c.fault(WholeExtra, 0, "what", "Pages/"+clip(k))
		}
	}
	kids, _ := d["Kids"].(types.Array)
	for _, kid := range kids {
		count += c.pageNode(kid, n, levels-1, nodes)
	}
	if d["Count"] != types.Object(types.Integer(count)) {
		c.fault(PageTree, 0, "what", "Count")
	}
	return count
}

// listedBy looks whether a page or a node says what it is and which node lists it; the root, that none does.
func (c *checker) listedBy(d types.Dict, kind string, parent, page int) {
	if d["Type"] != types.Object(types.Name(kind)) {
		c.fault(PageTree, page, "what", "Type")
	}
	want := types.Object(types.IndirectRef{ObjectNumber: types.Integer(parent)})
	if parent == 0 {
		want = nil
	}
	if up, given := d["Parent"]; given != (parent > 0) || !sameRef(up, want) {
		c.fault(PageTree, page, "what", "Parent")
	}
}

// sameRef reports whether two objects are nothing, or one reference.
func sameRef(a, b types.Object) bool {
	if a == nil || b == nil {
		return a == b
	}
	is, ok := a.(types.IndirectRef)
	return ok && types.Object(is) == b
}
