package office

// tableStyle says where in a table its words are read, whose style makes some rows and columns bold, or slanted
// (ECMA-376-1, 17.7.6).
type tableStyle struct {
	style       *style
	look        *node // w:tblLook: which rows and columns of the style are used
	rows, cells int   // of the table, and of the row
	row, cell   int
}

// words gives what words look like in the present cell.
func (t *tableStyle) words() props {
	if t.style == nil {
		return props{}
	}
	p := t.style.props
	for _, part := range []struct {
		name, attr string
		bit        int
		here       bool
	}{{"lastCol", "w:lastColumn", 0x100, t.cell == t.cells-1}, {"firstCol", "w:firstColumn", 0x80, t.cell == 0},
		{"lastRow", "w:lastRow", 0x40, t.row == t.rows-1}, {"firstRow", "w:firstRow", 0x20, t.row == 0}} {
		if part.here && looksOf(t.look, part.attr, part.bit) {
			p = t.style.cells[part.name].over(p)
		}
	}
	p.colour, p.highlight, p.underline = "", "", "" // what a table looks like is the report's to say
	return p
}

// looksOf reports whether a w:tblLook has a part, which older programs say by a bit.
func looksOf(look *node, name string, bit int) bool {
	said := look.get(name)
	return said == "1" || said == "true" || said == "on" || said == "" && number16(look.get("w:val"))&bit != 0
}

// count counts the children of a name.
func count(n *node, name string) int {
	sum := 0
	for _, k := range n.kids {
		if k.name == name {
			sum++
		}
	}
	return sum
}
