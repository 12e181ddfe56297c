package assembly

import (
	"rapporteur/sources/pdf/syntax"
)

// treeBuilder writes a name or number tree whose entries come in order of their keys (ISO 32000-1, 7.9.6 and 7.9.7).
// Leaves are written as they fill, so that it keeps a few bytes for each 64 entries.
type treeBuilder struct {
	w      *writer
	kind   string // "Names" or "Nums"
	leaf   []byte
	count  int
	lo, hi []byte
	nodes  []treeNode
}

type treeNode struct {
	number int
	lo, hi []byte
}

// add appends an entry: key and value as they are written.
func (t *treeBuilder) add(key, value []byte) {
	if t.count == fanout {
		t.flush()
	}
	if t.count == 0 {
		t.lo = append([]byte(nil), key...)
	} else {
		t.leaf = append(t.leaf, ' ')
	}
	t.leaf = append(append(append(t.leaf, key...), ' '), value...)
	t.hi = append(t.hi[:0], key...)
	t.count++
}

func (t *treeBuilder) flush() {
	hi := append([]byte(nil), t.hi...)
	t.nodes = append(t.nodes, treeNode{t.node(t.kind, t.leaf, t.lo, hi), t.lo, hi})
	t.leaf, t.count = t.leaf[:0], 0
}

func (t *treeBuilder) node(kind string, body, lo, hi []byte) int {
	b := append([]byte(nil), "<<"...)
	if lo != nil {
		b = append(append(append(b, "/Limits["...), lo...), ' ')
		b = append(append(b, hi...), ']')
	}
	b = append(append(append(b, '/'), kind...), '[')
	b = append(append(b, body...), "]>>"...)
	return t.w.add(b)
}

// finish writes what is left and gives the root's number; 0 for a tree without entries.
func (t *treeBuilder) finish() int {
	if len(t.nodes) == 0 {
		if t.count == 0 {
			return 0
		}
		return t.node(t.kind, t.leaf, nil, nil)
	}
	if t.count > 0 {
		t.flush()
	}
	level := t.nodes
	for {
		var above []treeNode
		for i := 0; i < len(level); i += fanout {
			kids := level[i:min(i+fanout, len(level))]
			var body []byte
			for k, n := range kids {
				if k > 0 {
					body = append(body, ' ')
				}
				body = syntax.AppendRef(body, n.number)
			}
			if len(level) <= fanout {
				return t.node("Kids", body, nil, nil)
			}
			lo, hi := kids[0].lo, kids[len(kids)-1].hi
			above = append(above, treeNode{t.node("Kids", body, lo, hi), lo, hi})
		}
		level = above
	}
}
