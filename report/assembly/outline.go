package assembly

import (
	"fmt"

	"rapporteur/sources/pdf/syntax"
)

// outlineItem is a bookmark of the report, of ours (target) or of an original (dest).
type outlineItem struct {
	level  int
	title  []byte // as written
	target string // an anchor's id
	dest   []byte // entries of the item as written: /Dest or /A, and its colour and flags
	closed bool

	number, parent, prev, next, first, last, count int
}

// writeOutline nests the items by level, in run order, and writes them. It gives the number of the outline, 0 when
// there is none.
func (l *linker) writeOutline() (int, error) {
	items := l.outline
	if len(items) == 0 {
		return 0, nil
	}
	root := outlineItem{level: -1, number: l.w.alloc(), parent: -1}
	items = append([]outlineItem{root}, items...) // links are indexes into items; 0 is the root, and none
	var path []int
	path = append(path, 0)
	for i := 1; i < len(items); i++ {
		it := &items[i]
		it.number = l.w.alloc()
		for len(path) > 1 && items[path[len(path)-1]].level >= it.level {
			path = path[:len(path)-1]
		}
		up := path[len(path)-1]
		it.parent = up
		if items[up].first == 0 {
			items[up].first = i
		} else {
			it.prev = items[up].last
			items[it.prev].next = i
		}
		items[up].last = i
		path = append(path, i)
	}
	// Count: how many items show below one that is open (ISO 32000-1, table 153). Kids stand after their parents.
	for i := len(items) - 1; i > 0; i-- {
		up := &items[items[i].parent]
		up.count++
		if !items[i].closed {
			up.count += items[i].count
		}
	}
	var b []byte
	for i := range items {
		it := &items[i]
		b = append(b[:0], "<<"...)
		if i == 0 {
			b = append(b, "/Type/Outlines"...)
		} else {
			b = append(b, "/Title"...)
			b = append(b, it.title...)
			b = append(b, it.dest...)
			if it.target != "" {
				b = append(b, "/Dest"...)
				var err error
				if b, err = l.destination(b, it.target); err != nil {
					return 0, fmt.Errorf("assembly: outline: %w", err)
				}
			}
			b = syntax.AppendRefKey(b, "Parent", items[it.parent].number)
		}
		for _, k := range []struct {
			key string
			to  int
		}{{"Prev", it.prev}, {"Next", it.next}, {"First", it.first}, {"Last", it.last}} {
			if k.to > 0 {
				b = syntax.AppendRefKey(b, k.key, items[k.to].number)
			}
		}
		if it.count > 0 {
			b = append(b, "/Count "...)
			n := it.count
			if it.closed {
				n = -n
			}
			b = syntax.AppendInt(b, n)
		}
		l.w.object(it.number, append(b, ">>"...))
	}
	return items[0].number, nil
}
