package layout

import "slices"

// cell is a stack that stands beside others, x from the start side of the language that they are read in.
type cell struct {
	x     Length
	top   Length // from that of the block
	stack *stack
}

// beside appends rows that hold stacks side by side, with white above and below. They become one row, unless that is
// taller than limit (0: half the frame): then a row for each slice between heights at which no stack has a row in the
// middle, so that it can be broken there.
func (s *stack) beside(cells []cell, above, below, limit Length) {
	if limit == 0 {
		_, h := s.sheet.Frame()
		limit = h / 2
	}
	var height Length
	var edges []Length // heights at which some row ends
	for _, c := range cells {
		y := c.top + above
		for i := range c.stack.rows {
			y += c.stack.rows[i].size()
			edges = append(edges, y)
		}
		height = max(height, y)
	}
	height += below
	cuts := []Length{height}
	if height > limit {
		cuts = append(clean(edges, cells, above), height)
	}
	top := Length(0)
	sl := newSlicer(s, cells, above)
	for i, bottom := range cuts {
		if i == len(cuts)-2 && height-bottom <= below { // white alone is not a slice
			continue
		}
		s.put(sl.slice(top, bottom, i == len(cuts)-1))
		top = bottom
	}
	if n := len(s.rows); len(cuts) > 3 { // two slices at least on either side
		s.rows[n-2].penalty = max(s.rows[n-2].penalty, breakGrave)
	}
}

// clean gives the edges, from the top down, that cut no row in two. White may be cut.
func clean(edges []Length, cells []cell, above Length) []Length {
	slices.Sort(edges)
	edges = slices.Compact(edges)
	whole := make([]bool, len(edges))
	for i := range whole {
		whole[i] = true
	}
	for _, c := range cells {
		k, y := 0, c.top+above
		for i := range c.stack.rows {
			r := &c.stack.rows[i]
			bottom := y + r.size()
			for ; k < len(edges) && edges[k] < bottom; k++ {
				if edges[k] > y && r.kind != gapRow {
					whole[k] = false
				}
			}
			y = bottom
		}
	}
	var out []Length
	for i, e := range edges {
		if whole[i] && i < len(edges)-1 {
			// the last edge is the end of the tallest stack: the slice below it holds white alone
			out = append(out, e)
		}
	}
	return out
}

// slicer walks down the stacks of a row of cells.
type slicer struct {
	s     *stack
	cells []cell
	next  []int    // by cell: its first row that stands in no slice yet
	y     []Length // by cell: the top of that row
}

func newSlicer(s *stack, cells []cell, above Length) *slicer {
	sl := &slicer{s: s, cells: cells, next: make([]int, len(cells)), y: make([]Length, len(cells))}
	for i := range sl.y {
		sl.y[i] = cells[i].top + above
	}
	return sl
}

// slice makes the row of what stands between two heights.
func (sl *slicer) slice(top, bottom Length, last bool) row {
	r := row{kind: cellsRow, height: bottom - top}
	n := 0
	for _, c := range sl.cells {
		n += min(len(c.stack.rows), 2)
	}
	r.parts = make([]part, 0, n)
	for k, c := range sl.cells {
		rows := c.stack.rows
		for ; sl.next[k] < len(rows) && (sl.y[k] < bottom || last); sl.next[k]++ {
			in := &rows[sl.next[k]]
			if in.kind != gapRow {
				r.parts = shifted(r.parts, in.parts, sl.s.at(c.x, c.stack.measure, sl.s.lang), sl.y[k]-top)
				r.notes = append(r.notes, in.notes...)
				r.anchors = append(r.anchors, in.anchors...)
				if r.origin == 0 {
					r.origin = in.origin
				}
				if in.penalty >= breakGrave && !last && sl.next[k] < len(rows)-1 {
					r.penalty = max(r.penalty, breakKeep)
				}
			}
			sl.y[k] += in.size()
		}
	}
	return r
}
