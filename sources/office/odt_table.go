package office

// table reads a table.
func (d *odt) table(n *node, out *[]Block) {
	if d.tables++; d.tables > maxTables {
		d.fail(ErrNested)
		return
	}
	defer func() { d.tables-- }()
	t := &Table{At: Place{d.paragraphs + 1, near(odtWords(n))}}
	listing, item := d.listing, d.item
	d.listing, d.item = nil, nil
	d.rows(n, t, false)
	d.listing, d.item = listing, item
	if len(t.Rows) == 0 {
		return
	}
	square(t)
	*out = append(*out, Block{Table: t})
}

func (d *odt) rows(n *node, t *Table, head bool) {
	for _, k := range n.kids {
		switch k.name {
		case "table:table-header-rows":
			d.rows(k, t, true)
		case "table:table-rows", "table:table-row-group":
			d.rows(k, t, head)
		case "table:table-row":
			if cells := d.cells(k); len(cells) > 0 {
				if head && t.Heads == len(t.Rows) {
					t.Heads++
				}
				t.Rows = append(t.Rows, cells)
			}
		case "":
		default: // what is not known is read through
			d.rows(k, t, head)
		}
	}
}

func (d *odt) cells(n *node) []Cell {
	var cells []Cell
	spanned := 0 // columns that the cell before takes
	for _, k := range n.kids {
		repeated := min(max(number(k.get("table:number-columns-repeated"), 1), 1), maxSpan)
		switch k.name {
		case "table:covered-table-cell":
			for range repeated {
				if spanned > 0 {
					spanned--
					continue
				}
				cells = append(cells, Cell{Span: 1, Below: true})
			}
		case "table:table-cell":
			c := Cell{Span: min(max(number(k.get("table:number-columns-spanned"), 1), 1), maxSpan)}
			d.blocks(k, &c.Blocks)
			spanned = c.Span - 1
			cells = append(cells, c)
			for i := 1; i < repeated && len(cells) < maxSpan; i++ {
				cells = append(cells, Cell{Span: 1})
			}
		}
	}
	return cells
}
