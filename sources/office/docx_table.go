package office

// table reads a table: rows of cells, each with the columns that it spans.
func (d *docx) table(n *node, out *[]Block) {
	if d.tables++; d.tables > maxTables {
		d.fail(ErrNested)
		return
	}
	defer func() { d.tables-- }()
	head := d.asked(n.kid("w:tblPr"))
	look := head.kid("w:tblLook")
	firstRow := looksOf(look, "w:firstRow", 0x20)
	t := &Table{At: Place{d.paragraphs + 1, near(spaced(n))}}
	marked, around, cell := 0, d.inTable, d.cell
	d.inTable = tableStyle{style: d.styles.get(head.val("w:tblStyle")), look: look, rows: count(n, "w:tr")}
	d.rows(n, t, &marked)
	d.inTable, d.cell = around, cell
	if len(t.Rows) == 0 {
		return
	}
	t.Heads = marked
	if st := d.styles.get(head.val("w:tblStyle")); t.Heads == 0 && firstRow && st != nil && st.heads &&
		len(t.Rows) > 1 && whole(t.Rows[0]) {
		t.Heads = 1
	}
	square(t)
	*out = append(*out, Block{Table: t})
}

// rows reads the rows below n; marked counts those at the top that are repeated on every page.
func (d *docx) rows(n *node, t *Table, marked *int) {
	for _, k := range n.kids {
		switch k.name {
		case "w:tr":
			d.row(k, t, marked)
		case "w:sdt":
			if c := k.kid("w:sdtContent"); c != nil {
				d.rows(c, t, marked)
			}
		case "mc:AlternateContent":
			if c := choice(k); c != nil {
				d.rows(c, t, marked)
			}
		case "w:ins", "w:moveTo", "w:del", "w:moveFrom":
			d.changed(k, func() { d.rows(k, t, marked) })
		case "w:bookmarkStart":
			d.bookmark(k)
		default: // what is not known is read through
			if !settings(k.name) {
				d.rows(k, t, marked)
			}
		}
	}
}

func (d *docx) row(n *node, t *Table, marked *int) {
	props := d.asked(n.kid("w:trPr"))
	was := d.hidden
	gone, come := n.kid("w:trPr", "w:del") != nil, n.kid("w:trPr", "w:ins") != nil
	if gone || come {
		if drop := gone && d.source.Changes != Original || come && d.source.Changes == Original; drop {
			was := d.at
			d.at = Place{d.paragraphs + 1, near(spaced(n))}
			d.change(d.take(n))
			d.hidden, d.at = true, was
		} else {
			d.change("")
		}
	}
	var cells []Cell
	for range min(number(props.val("w:gridBefore"), 0), maxSpan) {
		cells = append(cells, Cell{Span: 1})
	}
	d.inTable.row, d.inTable.cell, d.inTable.cells = len(t.Rows), 0, count(n, "w:tc")
	d.cells(n, &cells)
	for range min(number(props.val("w:gridAfter"), 0), maxSpan) {
		cells = append(cells, Cell{Span: 1})
	}
	dropped := d.hidden && !was
	d.hidden = was
	if dropped || len(cells) == 0 {
		return
	}
	if props.on("w:tblHeader") && *marked == len(t.Rows) {
		*marked++
	}
	t.Rows = append(t.Rows, cells)
}

func (d *docx) cells(n *node, cells *[]Cell) {
	for _, k := range n.kids {
		switch k.name {
		case "w:tc":
			props := d.asked(k.kid("w:tcPr"))
			if d.cellGone(k, k.kid("w:tcPr")) {
				continue
			}
			c := Cell{Span: min(max(number(props.val("w:gridSpan"), 1), 1), maxSpan)}
			if merge := props.kid("w:vMerge"); merge != nil && merge.get("w:val") != "restart" {
				c.Below = true
			}
			d.cell = d.inTable.words()
			d.inTable.cell++
			open, at, joins := d.open, d.at, d.joins
			d.open, d.joins = nil, false
			d.blocks(k, &c.Blocks)
			d.flush(&c.Blocks)
			d.open, d.at, d.joins = open, at, joins
			*cells = append(*cells, c)
		case "w:sdt":
			if c := k.kid("w:sdtContent"); c != nil {
				d.cells(c, cells)
			}
		case "mc:AlternateContent":
			if c := choice(k); c != nil {
				d.cells(c, cells)
			}
		case "w:bookmarkStart":
			d.bookmark(k)
		default: // what is not known is read through
			if !settings(k.name) {
				d.cells(k, cells)
			}
		}
	}
}

// square gives every row as many columns.
func square(t *Table) {
	for _, row := range t.Rows {
		t.Columns = max(t.Columns, width(row))
	}
	t.Columns = min(t.Columns, maxSpan)
	for i := range t.Rows {
		for n := width(t.Rows[i]); n < t.Columns; n++ {
			t.Rows[i] = append(t.Rows[i], Cell{Span: 1})
		}
	}
}

func width(row []Cell) int {
	sum := 0
	for _, c := range row {
		sum += c.Span
	}
	return sum
}

// whole reports whether every cell of a row has words.
func whole(row []Cell) bool {
	for _, c := range row {
		if len(c.Blocks) == 0 {
			return false
		}
	}
	return true
}

// number16 reads a number in hexadecimal figures.
func number16(s string) int {
	n := 0
	for _, c := range s {
		switch {
		case c >= '0' && c <= '9':
			n = n<<4 | int(c-'0')
		case c >= 'A' && c <= 'F':
			n = n<<4 | int(c-'A'+10)
		case c >= 'a' && c <= 'f':
			n = n<<4 | int(c-'a'+10)
		default:
			return 0
		}
		n &= 0xffff
	}
	return n
}
