package layout

import (
	"slices"
	"strconv"
	"strings"

	"rapporteur/layout/text"
)

const (
	tableRule    = Length(400) // 0.4 pt: a hair line that still prints
	tablePadding = 4 * Pt      // between a cell's edge and its words
	rowPadding   = Length(2500)
	plainPadding = Length(1200) // of a table without rules, whose rows are lines of a list
)

func (t Table) rows(s *stack) {
	lang := s.in(t.Lang)
	columns := t.columns()
	if columns == 0 {
		return
	}
	was := s.lang
	el := s.tree.Add(s.node, Element{Tag: "Table", Lang: s.ownLang(lang), Attrs: &Attr{Summary: t.Summary}})
	s.lang = lang
	g := &grid{Table: &t, s: s, lang: lang, widths: t.widths(s, lang, columns)}
	g.findFigures(s, columns)
	s.space(s.sheet.Look(Body, lang).Size * 7 / 10)
	opened := len(s.rows)
	repeated := int32(0)
	if len(t.Head) > 0 {
		node := el
		if len(t.Rows) > 0 { // a THead asks for a TBody beside it (ISO 32000-1, table 337)
			node = s.tree.Add(el, Element{Tag: "THead"})
		}
		head := s.inner(node, s.measure)
		head.start, head.end, head.lang = s.start, s.end, lang
		head.put(g.rule())
		for i := range t.Head {
			g.row(head, node, &t.Head[i], true, false)
		}
		head.put(g.rule())
		s.heads = append(s.heads, artifactHead(head.rows))
		repeated = int32(len(s.heads))
		for i := range head.rows {
			r := head.rows[i]
			r.penalty = breakGrave
			s.put(r)
		}
	} else {
		s.put(g.rule())
		s.stay()
	}
	if len(t.Rows) > 0 {
		node := s.tree.Add(el, Element{Tag: "TBody"})
		for i := range t.Rows {
			from := len(s.rows)
			g.row(s, node, &t.Rows[i], false, i == 0 || i == len(t.Rows)-2)
			for k := max(from, opened); k < len(s.rows); k++ {
				s.rows[k].head = repeated
			}
		}
	}
	if r := s.last(); r != nil {
		r.penalty = breakNever // the rule that ends the table stands under its last row
	}
	end := g.rule()
	end.head = repeated
	s.put(end)
	s.lang = was
	s.space(s.sheet.Look(Body, lang).Size * 9 / 10)
}

func artifactHead(rows []row) tableHead { return tableHead{rows: artifacts(rows), height: tall(rows)} }

// columns is how many columns the widest row has.
func (t *Table) columns() int {
	n := len(t.Columns)
	for _, rows := range [][]TableRow{t.Head, t.Rows} {
		for i := range rows {
			sum := 0
			for k := range rows[i].Cells {
				sum += rows[i].Cells[k].span()
			}
			n = max(n, sum)
		}
	}
	return n
}

// mostSpan is more columns than a page has room for.
const mostSpan = 100

// empty reports whether nothing stands in it.
func (c *TableCell) empty() bool {
	return !slices.ContainsFunc(c.Inlines, func(in Inline) bool {
		return strings.TrimSpace(in.Text) != "" || in.Ref != nil || in.Note != nil || in.Figure != nil
	})
}

func (c *TableCell) span() int { return min(max(1, c.Span), mostSpan) }

// grid is a table with its widths.
type grid struct {
	*Table
	s       *stack
	lang    *Language
	widths  []Length
	figures []figures // by column
}

// rule is a hair line across the table; in a plain one there is none.
func (g *grid) rule() row {
	if g.Plain {
		return row{kind: ruleRow}
	}
	return row{kind: ruleRow, height: tableRule, parts: []part{{x: g.s.start, width: g.s.room(), height: tableRule,
		artifact: true}}}
}

// row sets one row of the table, with as many columns, counting spans, as every other.
func (g *grid) row(s *stack, parent Node, r *TableRow, header, bind bool) {
	tr := s.tree.Add(parent, Element{Tag: "TR"})
	cells := make([]cell, 0, len(r.Cells))
	n, x := 0, Length(0)
	whole := r.Group && len(r.Cells) == 1 && r.Cells[0].Span <= 1 // a group's words run across
	for i := range r.Cells {
		c := &r.Cells[i]
		span := c.span()
		if whole {
			span = len(g.widths)
		}
		span = min(span, len(g.widths)-n)
		var width Length
		for _, w := range g.widths[n : n+span] {
			width += w
		}
		node := s.tree.Add(tr, g.element(c, span, header, r.Group, s.lang))
		if !header && c.empty() {
			s.sayEmpty(node, s.in(c.Lang))
		}
		in := s.inner(node, max(width-2*tablePadding, 10*Pt))
		g.fill(in, c, node, n, header, r.Group)
		cells = append(cells, cell{x: x + tablePadding, stack: in})
		n += span
		x += width
	}
	for ; n < len(g.widths); n++ {
		s.sayEmpty(s.tree.Add(tr, Element{Tag: "TD"}), s.lang)
	}
	from := len(s.rows)
	below := rowPadding
	if g.Plain {
		below = plainPadding
	}
	above := below
	if r.Group && !header { // a heading stands nearer to what it heads
		above = 3 * below
	}
	s.beside(cells, above, below, 0)
	if last := s.last(); last != nil && len(s.rows) > from {
		switch {
		case r.Group:
			last.penalty = breakGrave
		case bind:
			last.penalty = max(last.penalty, breakPoor)
		}
	}
}

func (g *grid) element(c *TableCell, span int, header, group bool, lang *Language) Element {
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
	if a != (Attr{}) {
		e.Attrs = &a
	}
	if c.Lang != "" && c.Lang != lang.Tag {
		e.Lang = c.Lang
	}
	return e
}

// fill sets the text of a cell.
func (g *grid) fill(in *stack, c *TableCell, node Node, column int, header, group bool) {
	look, lang := g.look(in, c, column, header, group)
	in.lang = lang
	in.paragraph(look, lang, node, "", c.Inlines, c.Origin)
}

func (g *grid) look(s *stack, c *TableCell, column int, header, group bool) (Look, *Language) {
	lang := g.lang
	if c.Lang != "" {
		lang = s.in(c.Lang)
	}
	role := CellText
	if header {
		role = CellHead
	}
	look := s.sheet.Look(role, lang)
	look.Before, look.After, look.Indent, look.Outdent, look.First, look.KeepNext = 0, 0, 0, 0, 0, false
	look.Face.Bold = look.Face.Bold || group
	look.Align = text.Start
	if column < len(g.Columns) && !group {
		if a := g.Columns[column].Align; a != text.Justify {
			look.Align = a
			look.Tabular = look.Tabular || a == text.End // figures are set one below the other
		}
		g.figure(s, &look, lang, c, column, header)
	}
	return look, lang
}

func (t Table) dump(d *dumper) {
	d.line("table", named("lang", t.Lang), given(t.Plain, "plain"), t.Summary)
	in := &dumper{d.w, d.depth + 1}
	for k, rows := range [][]TableRow{t.Head, t.Rows} {
		for i := range rows {
			cells := make([]string, len(rows[i].Cells))
			for c := range cells {
				cell := &rows[i].Cells[c]
				cells[c] = inlineText(cell.Inlines)
				if cell.Header {
					cells[c] = "# " + cells[c]
				}
				if cell.Span > 1 {
					cells[c] = "<" + strconv.Itoa(cell.Span) + "> " + cells[c]
				}
			}
			in.line([...]string{"head", "row"}[k], given(rows[i].Group, "group"), strings.Join(cells, " | "))
			for c := range rows[i].Cells {
				in.dumpNotes(rows[i].Cells[c].Inlines)
			}
		}
	}
}

func (t Table) encode(e *encoder) {
	e.str("table")
	e.int(len(t.Columns))
	for _, c := range t.Columns {
		e.int(int(c.Align))
		e.int(c.Weight)
	}
	for _, rows := range [][]TableRow{t.Head, t.Rows} {
		e.int(len(rows))
		for i := range rows {
			e.int(len(rows[i].Cells))
			for k := range rows[i].Cells {
				c := &rows[i].Cells[k]
				e.inlines(c.Inlines)
				e.int(c.Span)
				e.flag(c.Header)
				e.str(c.Lang)
				e.int(int(c.Origin))
			}
			e.flag(rows[i].Group)
		}
	}
	e.str(t.Summary)
	e.str(t.Lang)
	e.flag(t.Plain)
	e.int(int(t.Origin))
}
