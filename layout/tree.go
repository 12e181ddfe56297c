package layout

import "rapporteur/layout/text"

// Node is an index into a Tree. 0 is the run's root element.
type Node = text.Node

// Tag is a standard structure type (ISO 32000-1, 14.8.4). The empty tag is a leaf: content, that is, marked-content
// sequences of its parent.
type Tag string

// Attr are the structure attributes that need saying (ISO 32000-1, 14.8.5).
type Attr struct {
	Scope            string // TH: Row, Column, Both
	ColSpan, RowSpan int    // 0 is 1
	ListNumbering    string // L: Decimal, Disc, LowerAlpha …, None
	Summary          string // Table
	Actual           string // what is heard in the place of what it holds; no attribute, but as rare
}

// Element is a node of the structure tree. Nodes stand in document order, children after their parents, so that the
// order of an element's kids, elements and content alike, is the order of their indexes; a leaf that is broken over
// lines and pages stays one leaf.
type Element struct {
	Parent Node
	Tag    Tag    // "" is a leaf
	Lang   string // where it differs from the parent's
	Alt    string
	Title  string
	ID     string // Note: unique in the run, made unique in the report by the linker
	Attrs  *Attr  // nil for most: a run may have ten thousand elements
	Link   int32  // Tag Link: index into the run's links plus one
}

// Attr are the element's attributes; none where nothing needs saying.
func (e *Element) Attr() Attr {
	if e.Attrs == nil {
		return Attr{}
	}
	return *e.Attrs
}

// Tree is a run's structure. Nodes[0] is its root.
type Tree struct{ Nodes []Element }

// Add appends an element below parent and gives its node.
func (t *Tree) Add(parent Node, e Element) Node {
	e.Parent = parent
	t.Nodes = append(t.Nodes, e)
	return Node(len(t.Nodes) - 1)
}

// Leaf appends a content leaf below parent.
func (t *Tree) Leaf(parent Node) Node { return t.Add(parent, Element{}) }
