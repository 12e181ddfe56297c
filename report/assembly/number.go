package assembly

import (
	"rapporteur/layout"

	"rapporteur/sources/pdf/syntax"
)

// fanout is the number of kids of a node in page, name and number trees.
const fanout = 64

// number gives the catalog, the page tree and every page its number before anything is written: anything may then point
// at any page.
func (l *linker) number() {
	l.catalog, l.info, l.pagesRoot = l.w.alloc(), l.w.alloc(), l.w.alloc()
	n := len(l.plan.Pages)
	first := l.w.reserve(n)
	l.pages = make([]int, n)
	for i := range l.pages {
		l.pages[i] = first + i
	}
	if n > fanout {
		l.nodes = make([]int, (n+fanout-1)/fanout)
		for i := range l.nodes {
			l.nodes[i] = l.w.alloc()
		}
	}
}

// pageIndex is the index of a page, from 0, by its number.
func (l *linker) pageIndex(number int) (int, bool) {
	if len(l.pages) == 0 {
		return 0, false
	}
	i := number - l.pages[0]
	return i, i >= 0 && i < len(l.pages)
}

// parent is the page tree's node that holds a page.
func (l *linker) parent(page int) int {
	if l.nodes == nil {
		return l.pagesRoot
	}
	return l.nodes[page/fanout]
}

// writePageTree writes a tree of two levels (9,100 pages: 143 nodes below the root).
func (l *linker) writePageTree() int {
	node := func(n, parent int, kids []int, count int) {
		b := append([]byte(nil), "<</Type/Pages"...)
		if parent > 0 {
			b = syntax.AppendRefKey(b, "Parent", parent)
		}
		b = append(b, "/Kids["...)
		for i, k := range kids {
			if i > 0 {
				b = append(b, ' ')
			}
			b = syntax.AppendRef(b, k)
		}
		b = append(b, "]/Count "...)
		b = syntax.AppendInt(b, count)
		l.w.object(n, append(b, ">>"...))
	}
	if l.nodes == nil {
		node(l.pagesRoot, 0, l.pages, len(l.pages))
		return l.pagesRoot
	}
	for i, n := range l.nodes {
		kids := l.pages[i*fanout : min((i+1)*fanout, len(l.pages))]
		node(n, l.pagesRoot, kids, len(kids))
	}
	node(l.pagesRoot, 0, l.nodes, len(l.pages))
	return l.pagesRoot
}

// blankPages writes the pages that belong to no run.
func (l *linker) blankPages() {
	for i, pg := range l.plan.Pages {
		if pg.Run < 0 {
			b := l.pageHead(nil, i)
			l.w.object(l.pages[i], append(b, "/Resources<<>>>>"...))
		}
	}
}

// pageHead begins the dictionary of a page of ours.
func (l *linker) pageHead(b []byte, page int) []byte {
	b = append(b, "<</Type/Page"...)
	b = syntax.AppendRefKey(b, "Parent", l.parent(page))
	b = append(b, "/MediaBox[0 0 "...)
	b = syntax.AppendMilli(b, int64(l.plan.Sheet.Width))
	b = append(b, ' ')
	b = syntax.AppendMilli(b, int64(l.plan.Sheet.Height))
	return append(b, "]/Tabs/S"...)
}

// frame is the top left corner of a page's frame, y up: inner and outer margin change sides.
func (l *linker) frame(page int) (x, y layout.Length) {
	s := l.plan.Sheet
	return s.FrameLeft(l.plan.Pages[page].Right()), s.Height - s.Top
}
