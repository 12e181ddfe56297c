package layout

import "slices"

// Rows of a table. Those that share a cell are set together: a cell that runs down several rows has the height of all
// of them, and they part only where no line of it is cut.

// shared is a cell with the rows that it runs down.
type shared struct {
	cell
	from, rows int
}

// body sets rows, those that share cells together, with a rule between such rows where a table has any: nothing else
// would show which belong together. It gives each row the head that is repeated above it.
func (g *grid) body(s *stack, parent Node, rows []TableRow, header bool, head int32) {
	ruled := g.spans(rows) && !g.Plain
	for i := 0; i < len(rows); {
		next := i + 1
		for next < len(rows) && g.hangs(rows, next) {
			next++
		}
		from := len(s.rows)
		if rows[i].Group {
			head = g.repeats
		}
		bind := !header && (i == 0 || next == len(rows)-1)
		g.cluster(s, parent, rows[i:next], header, bind)
		if r := s.last(); ruled && next < len(rows) && r != nil {
			rule := g.rule()
			rule.penalty, r.penalty = r.penalty, breakNever
			s.put(rule)
		}
		for k := from; k < len(s.rows); k++ {
			s.rows[k].head = head
		}
		if rows[i].Group {
			head = g.under(s, &rows[i])
		}
		i = next
	}
}

// under gives the head that is repeated above the rows below a heading: the table's, and the heading with it.
func (g *grid) under(s *stack, r *TableRow) int32 {
	if len(r.Again) == 0 {
		return g.repeats
	}
	look, lang := g.look(s, &r.Cells[0], 0, false, true)
	look.Indent = tablePadding
	above, _ := g.padding(r, false)
	rows := append(slices.Clone(g.top), row{kind: gapRow, height: above})
	return s.repeated(append(rows, s.again(look, lang, r.Again)...))
}

// spans reports whether some rows share a cell.
func (g *grid) spans(rows []TableRow) bool {
	for i := range rows {
		if g.hangs(rows, i) {
			return true
		}
	}
	return false
}

// hangs reports whether a row shares a cell with the row above it.
func (g *grid) hangs(rows []TableRow, i int) bool {
	column := 0
	for k := range rows[i].Cells {
		c := &rows[i].Cells[k]
		if g.held(rows, i, column, c) {
			return true
		}
		column += c.span()
	}
	return false
}

// held reports whether a cell belongs to one above it, which has to begin in the same column and to be as wide.
func (g *grid) held(rows []TableRow, i, column int, c *TableCell) bool {
	if !c.Above || i == 0 || rows[i].Group || rows[i-1].Group {
		return false
	}
	at := 0
	for k := range rows[i-1].Cells {
		above := &rows[i-1].Cells[k]
		if at == column {
			return above.span() == c.span()
		}
		at += above.span()
	}
	return false
}

// depth is how many rows a cell runs down.
func (g *grid) depth(rows []TableRow, i, column int, c *TableCell) int {
	for k := i + 1; k < len(rows); k++ {
		at, runs := 0, false
		for n := range rows[k].Cells {
			if at == column {
				runs = g.held(rows, k, column, &rows[k].Cells[n]) && rows[k].Cells[n].span() == c.span()
				break
			}
			at += rows[k].Cells[n].span()
		}
		if !runs {
			return k - i
		}
	}
	return len(rows) - i
}

// Depths says of every cell of the rows of a head or a body how many of them it runs down: 0 of one that belongs to the
// cell above it.
func Depths(rows []TableRow) [][]int {
	var g grid
	out := make([][]int, len(rows))
	for i := range rows {
		column := 0
		for k := range rows[i].Cells {
			c, down := &rows[i].Cells[k], 0
			if !g.held(rows, i, column, c) {
				down = g.depth(rows, i, column, c)
			}
			out[i] = append(out[i], down)
			column += c.span()
		}
	}
	return out
}

// cluster sets rows that share cells, or one row.
func (g *grid) cluster(s *stack, parent Node, rows []TableRow, header, bind bool) {
	var cells []shared
	for i := range rows {
		cells = g.row(s, parent, rows, i, header, cells)
	}
	above, below := g.padding(&rows[0], header)
	tops := downTo(cells, len(rows), above, below)
	set := make([]cell, len(cells))
	for i := range cells {
		set[i] = cells[i].cell
		set[i].top = tops[cells[i].from]
	}
	from := len(s.rows)
	s.beside(set, above, below, 0)
	if last := s.last(); last != nil && len(s.rows) > from {
		switch {
		case rows[len(rows)-1].Group:
			last.penalty = breakGrave
		case bind:
			last.penalty = max(last.penalty, breakPoor)
		}
		if !header {
			last.stretch = below / partGiven
		}
	}
}

// padding is the white above and below what stands in a row.
func (g *grid) padding(r *TableRow, header bool) (above, below Length) {
	below = rowPadding
	if g.Plain {
		below = plainPadding
	}
	if r.Group && !header { // a heading stands nearer to what it heads
		return 3 * below, below
	}
	return below, below
}

// downTo gives the tops of rows, counted from that of the first: each is as tall as its own cells, the last row of a
// cell that runs down as tall as that needs.
func downTo(cells []shared, rows int, above, below Length) []Length {
	heights := make([]Length, rows)
	for i := range heights {
		heights[i] = above + below
	}
	for _, c := range cells {
		if c.rows == 1 {
			heights[c.from] = max(heights[c.from], above+tall(c.stack.rows)+below)
		}
	}
	for _, c := range cells {
		need := above + tall(c.stack.rows) + below
		for k := c.from; k < c.from+c.rows; k++ {
			need -= heights[k]
		}
		heights[c.from+c.rows-1] += max(need, 0)
	}
	tops := make([]Length, rows)
	for i := 1; i < rows; i++ {
		tops[i] = tops[i-1] + heights[i-1]
	}
	return tops
}

// row sets the cells of one row, with as many columns, counting spans, as every other.
func (g *grid) row(s *stack, parent Node, rows []TableRow, i int, header bool, cells []shared) []shared {
	r := &rows[i]
	tr := s.tree.Add(parent, Element{Tag: "TR"})
	n, x := 0, Length(0)
	whole := r.Group && len(r.Cells) == 1 && r.Cells[0].Span <= 1 // a group's words run across
	for k := range r.Cells {
		c := &r.Cells[k]
		span := c.span()
		if whole {
			span = len(g.widths)
		}
		span = min(span, len(g.widths)-n)
		var width Length
		for _, w := range g.widths[n : n+span] {
			width += w
		}
		if !g.held(rows, i, n, c) {
			depth := g.depth(rows, i, n, c)
			node := s.tree.Add(tr, g.element(c, span, depth, header, r.Group, s.lang))
			if !header && c.empty() {
				s.sayEmpty(node, s.in(c.Lang))
			}
			in := s.inner(node, max(width-2*tablePadding, 10*Pt))
			g.fill(in, c, node, n, header, r.Group)
			cells = append(cells, shared{cell{x: x + tablePadding, stack: in}, i, depth})
		}
		n += span
		x += width
	}
	for ; n < len(g.widths); n++ {
		s.sayEmpty(s.tree.Add(tr, Element{Tag: "TD"}), s.lang)
	}
	return cells
}

func (g *grid) element(c *TableCell, span, depth int, header, group bool, lang *Language) Element {
	e := Element{Tag: "TD"}
	var a Attr
	switch {
	case header:
		e.Tag, a.Scope = "TH", "Column"
	case group, c.Header && !c.empty():
		e.Tag, a.Scope = "TH", "Row"
	}
	if span > 1 {
		a.ColSpan = span
	}
	if depth > 1 {
		a.RowSpan = depth
	}
	if a != (Attr{}) {
		e.Attrs = &a
	}
	if c.Lang != "" && c.Lang != lang.Tag {
		e.Lang = c.Lang
	}
	return e
}

// fill sets the paragraphs of a cell.
func (g *grid) fill(in *stack, c *TableCell, node Node, column int, header, group bool) {
	look, lang := g.look(in, c, column, header, group)
	in.lang = lang
	if len(c.More) == 0 {
		in.paragraph(look, lang, node, "", c.Inlines, c.Origin)
		return
	}
	look.After = look.Leading / 4
	for i, inlines := range append([][]Inline{c.Inlines}, c.More...) {
		if i == len(c.More) {
			look.After = 0
		}
		in.paragraph(look, lang, in.tree.Add(node, Element{Tag: "P"}), "", inlines, c.Origin)
	}
}
