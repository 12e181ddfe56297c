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
	notes := s.under
	if notes == nil {
		notes = &[]calledNote{}
		s.under = notes
		defer func() { s.under = nil }()
	}
	g := &grid{Table: &t, s: s, lang: lang, widths: t.widths(s, lang, columns)}
	g.findFigures(s, columns)
	s.space(s.sheet.Look(Body, lang).Size * 7 / 10)
	head := g.head(s, el)
	g.repeats = head
	if len(t.Rows) > 0 {
		g.body(s, s.tree.Add(el, Element{Tag: "TBody"}), t.Rows, false, head)
	}
	if r := s.last(); r != nil {
		r.penalty = breakNever // the rule that ends the table stands under its last row
	}
	end := g.rule()
	end.head = head
	s.put(end)
	s.lang = was
	s.notesUnder(*notes, head)
	*notes = nil
	s.space(s.sheet.Look(Body, lang).Size * 9 / 10)
}

// head sets the head of the table, and gives the number of what is repeated where a frame opens below it.
func (g *grid) head(s *stack, el Node) int32 {
	again := s.again(s.sheet.Look(Caption, g.lang), g.lang, g.Again)
	if len(g.Head) == 0 {
		s.put(g.rule())
		s.stay()
		if len(again) == 0 {
			return 0
		}
		g.top = append(again, g.rule())
		return s.repeated(g.top)
	}
	node := el
	if len(g.Rows) > 0 { // a THead asks for a TBody beside it (ISO 32000-1, table 337)
		node = s.tree.Add(el, Element{Tag: "THead"})
	}
	head := s.inner(node, s.measure)
	head.start, head.end, head.lang = s.start, s.end, g.lang
	head.put(g.rule())
	g.body(head, node, g.Head, true, 0)
	head.put(g.rule())
	for i := range head.rows {
		r := head.rows[i]
		r.penalty = breakGrave
		s.put(r)
	}
	g.top = append(again, artifacts(head.rows)...)
	return s.repeated(g.top)
}

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
	return len(c.More) == 0 && !slices.ContainsFunc(c.Inlines, func(in Inline) bool {
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
	times   []bool    // by column
	top     []row     // what is repeated where a frame opens below the head
	repeats int32     // its number (index plus one); 0: nothing is
}

// rule is a hair line across the table; in a plain one there is none.
func (g *grid) rule() row {
	if g.Plain {
		return row{kind: ruleRow}
	}
	return row{kind: ruleRow, height: tableRule, parts: []part{{x: g.s.start, width: g.s.room(), height: tableRule,
		artifact: true}}}
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
		g.hour(s, &look, lang, c, column, header)
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
				for _, more := range cell.More {
					cells[c] += " / " + inlineText(more)
				}
				if cell.Above {
					cells[c] = "^^"
				}
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
				e.int(len(c.More))
				for _, more := range c.More {
					e.inlines(more)
				}
				e.int(c.Span)
				e.flag(c.Above)
				e.flag(c.Header)
				e.str(c.Lang)
				e.int(int(c.Origin))
			}
			e.flag(rows[i].Group)
			e.inlines(rows[i].Again)
		}
	}
	e.str(t.Summary)
	e.str(t.Lang)
	e.flag(t.Plain)
	e.inlines(t.Again)
	e.int(int(t.Origin))
}
