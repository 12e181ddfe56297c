package sources

import (
	"rapporteur/sources/diag"
	"rapporteur/sources/office"
	"strconv"
)

// table converts a table. What its cells hold besides words is set after it: pictures; or one below the other: several
// paragraphs, lists, tables in cells. A table of one cell is a frame, and its words stand without it.
func (w *words) table(t *office.Table) []Block {
	if len(t.Rows) == 1 && len(t.Rows[0]) == 1 {
		if out := w.blocks(t.Rows[0][0].Blocks); len(out) > 0 {
			w.add("word-frame", t.At, nil)
			return out
		}
		return nil
	}
	if t.Columns > maxColumns {
		w.add("table-too-wide", t.At, tooWide(t.Columns))
		return nil
	}
	c := &cellWords{w: w, at: t.At}
	w.inside++
	table := &Table{Align: alignments(t)}
	some := false
	for i, row := range t.Rows {
		var cells []Cell
		for _, cell := range row {
			made := Cell{Pos: w.pos(t.At), Inlines: c.cell(cell.Blocks)}
			if cell.Span > 1 {
				made.Span = cell.Span
			}
			some = some || len(made.Inlines) > 0
			made.Above = cell.Below && len(made.Inlines) == 0
			cells = append(cells, made)
		}
		if i < t.Heads {
			for k := range cells {
				cells[k].Inlines = unStrong(cells[k].Inlines)
			}
			table.Head = append(table.Head, cells)
			continue
		}
		table.Rows = append(table.Rows, cells)
	}
	w.inside--
	joinAbove(table.Head)
	joinAbove(table.Rows)
	if c.nested {
		w.add("word-nested-table", t.At, nil)
	}
	var out []Block
	if some {
		out = append(out, Block{Kind: TableBlock, Pos: w.pos(t.At), Table: table})
	}
	if len(c.pictures) > 0 {
		w.add("word-picture-in-table", t.At, diag.Args{"count": strconv.Itoa(len(c.pictures))})
	}
	return append(out, c.pictures...)
}

// tooWide says how many columns a table has that has too many.
func tooWide(columns int) diag.Args {
	return diag.Args{"count": strconv.Itoa(columns), "most": strconv.Itoa(maxColumns)}
}

// unStrong takes off the boldness of a whole cell: a table's head is bold by itself.
func unStrong(list []Inline) []Inline {
	if len(list) == 1 && list[0].Kind == Strong {
		return list[0].Inlines
	}
	return list
}

// alignments finds how the columns are aligned: as every cell below the head that has words is.
func alignments(t *office.Table) []Align {
	out := make([]Align, t.Columns)
	said := make([]bool, t.Columns)
	for i, row := range t.Rows {
		at := 0
		for _, cell := range row {
			span := max(cell.Span, 1)
			if span == 1 && i >= t.Heads && at < len(out) && len(cell.Blocks) > 0 && cell.Blocks[0].Para != nil {
				a := map[string]Align{"center": AlignCenter, "right": AlignRight}[cell.Blocks[0].Para.Align]
				if said[at] && out[at] != a {
					a = AlignNone
				}
				out[at], said[at] = a, true
			}
			at += span
		}
	}
	return out
}

// cellWords collects what stands in the cells of a table.
type cellWords struct {
	w        *words
	at       office.Place
	nested   bool
	pictures []Block
	depth    int
}

// cell converts what stands in a cell, with breaks between its paragraphs and the rows of a table in it.
func (c *cellWords) cell(list []office.Block) []Inline {
	var out []Inline
	line := func(kind InlineKind, inlines []Inline) {
		if len(inlines) == 0 {
			return
		}
		if len(out) > 0 {
			out = append(out, Inline{Kind: kind, Pos: c.w.pos(c.at)})
		}
		out = append(out, inlines...)
	}
	for _, b := range list {
		if b.Para != nil {
			line(ParagraphBreak, c.para(b.Para))
			continue
		}
		if c.depth++; c.depth > maxDepth {
			c.depth--
			continue
		}
		c.nested = true
		for _, row := range b.Table.Rows {
			var cells []Inline
			for _, cell := range row {
				inner := c.cell(cell.Blocks)
				if len(inner) > 0 && len(cells) > 0 {
					cells = append(cells, Inline{Kind: Run, Pos: c.w.pos(b.Table.At), Text: " | "})
				}
				cells = append(cells, inner...)
			}
			line(LineBreak, cells)
		}
		c.depth--
	}
	return out
}

func (c *cellWords) para(p *office.Para) []Inline {
	inlines := c.unpicture(c.w.inlines(c.w.embedded(p), p.At))
	if len(inlines) == 0 {
		return nil
	}
	if p.Part == office.Heading || p.Part == office.Title {
		inlines = []Inline{{Kind: Strong, Pos: c.w.pos(p.At), Inlines: inlines}}
		c.w.add("word-heading-misplaced", p.At, nil)
	}
	return labelled(p, inlines, c.w.pos(p.At))
}

// unpicture takes the pictures out of inlines.
func (c *cellWords) unpicture(list []Inline) []Inline {
	var out []Inline
	for _, in := range list {
		if in.Kind == Picture {
			c.pictures = append(c.pictures, Block{Kind: Figure, Pos: in.Pos, Image: in.Image})
			continue
		}
		had := len(in.Inlines) > 0
		if in.Inlines = c.unpicture(in.Inlines); had && len(in.Inlines) == 0 {
			continue
		}
		out = append(out, in)
	}
	return out
}
