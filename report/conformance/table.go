package conformance

import "slices"

// cell is a place in a table, taken by a cell that may take several.
type cell struct {
	at            *element
	row, column   int
	rows, columns int
}

// mostCells bounds the places of a table.
const mostCells = 1 << 20

// table judges whether the rows of a table are equally wide and its cells do not lie over each other (ISO 14289-1,
// 7.2), and whether each cell with data has a header (7.5).
func (j *judge) table(at *element) {
	rows := tableRows(at)
	height := j.height(rows)
	if height == 0 {
		return
	}
	width := 0
	for _, c := range cells(rows[0]) {
		width += j.span(c, "ColSpan")
	}
	if height*width > mostCells {
		j.fail("too-much", "")
		return
	}
	grid := make([][]*cell, height)
	for i := range grid {
		grid[i] = make([]*cell, width)
	}
	if !j.fillGrid(rows, grid, width) || allScoped(j, grid) {
		return
	}
	j.headers(grid)
}

// tableRows are the rows of a table, those of its parts among them.
func tableRows(at *element) []*element {
	var rows []*element
	for _, k := range at.inner() {
		switch k.kind {
		case "TR":
			rows = append(rows, k)
		case "THead", "TBody", "TFoot":
			for _, r := range k.inner() {
				if r.kind == "TR" {
					rows = append(rows, r)
				}
			}
		}
	}
	return rows
}

// cells are those of a row.
func cells(row *element) []*element {
	var out []*element
	for _, k := range row.inner() {
		if k.kind == "TH" || k.kind == "TD" {
			out = append(out, k)
		}
	}
	return out
}

// height is how many rows there are by the heights of the cells that begin them.
func (j *judge) height(rows []*element) int {
	n := 0
	for i := 0; i < len(rows); i++ {
		list := cells(rows[i])
		if len(list) == 0 {
			continue
		}
		span := j.span(list[0], "RowSpan")
		n += span
		i += max(span-1, 0)
	}
	return min(n, mostCells)
}

func (j *judge) span(at *element, key string) int {
	n, ok := j.Int(j.attribute(at, key, "Table"))
	if !ok {
		return 1
	}
	return min(max(n, 0), mostCells)
}

// fillGrid gives every cell its places; false where that fails.
func (j *judge) fillGrid(rows []*element, grid [][]*cell, width int) bool {
	for r, row := range rows {
		column := 0
		for _, at := range cells(row) {
			c := &cell{at: at, row: r, rows: j.span(at, "RowSpan"), columns: j.span(at, "ColSpan")}
			for r < len(grid) && column < width && grid[r][column] != nil {
				column++
			}
			c.column = column
			j.page = at.page
			switch {
			case column+c.columns > width:
				j.fail("table-row-long", "")
				return false
			case r+c.rows > len(grid):
				j.fail("table-column-long", "")
				return false
			case !c.take(grid):
				j.fail("table-cells-over", "")
				return false
			}
			column += c.columns
		}
	}
	for _, row := range grid {
		if slices.Contains(row, nil) {
			j.fail("table-row-short", "")
			return false
		}
	}
	return true
}

func (c *cell) take(grid [][]*cell) bool {
	for r := c.row; r < c.row+c.rows; r++ {
		for k := c.column; k < c.column+c.columns; k++ {
			if grid[r][k] != nil {
				return false
			}
			grid[r][k] = c
		}
	}
	return true
}

// allScoped reports whether all header cells say what they head.
func allScoped(j *judge, grid [][]*cell) bool {
	for _, row := range grid {
		for _, c := range row {
			if c.at.kind == "TH" && j.attribute(c.at, "Scope", "Table") == nil {
				return false
			}
		}
	}
	return true
}

// headers judges whether each cell with data is connected to a header: by its attribute Headers, or by a header cell
// above or before it.
func (j *judge) headers(grid [][]*cell) {
	ids := map[string]bool{}
	for _, row := range grid {
		for _, c := range row {
			if id, ok := j.String(c.at.dict["ID"]); ok && c.at.kind == "TH" && len(id) > 0 {
				ids[string(id)] = true
			}
		}
	}
	for r, row := range grid {
		for k, c := range row {
			if c.at.kind != "TD" || c.row != r || c.column != k {
				continue
			}
			list := j.Array(j.attribute(c.at, "Headers", "Table"))
			unknown := false
			for _, o := range list {
				id, _ := j.String(o)
				unknown = unknown || !ids[string(id)]
			}
			if len(list) > 0 && !unknown || j.headed(grid, c) {
				continue
			}
			j.page = c.at.page
			if unknown {
				j.fail("table-headers-unknown", "")
			} else {
				j.fail("table-headers", "")
			}
			return
		}
	}
}

// headed reports whether a header cell stands above a cell, or before it.
func (j *judge) headed(grid [][]*cell, c *cell) bool {
	for k := c.column; k < c.column+c.columns; k++ {
		found := false
		for r := c.row - 1; r >= 0; r-- {
			if j.heads(grid[r][k], "Column") {
				return true
			}
			if is := grid[r][k].at.kind == "TH"; !is && found {
				break
			} else {
				found = found || is
			}
		}
	}
	for r := c.row; r < c.row+c.rows; r++ {
		found := false
		for k := c.column - 1; k >= 0; k-- {
			if j.heads(grid[r][k], "Row") {
				return true
			}
			if is := grid[r][k].at.kind == "TH"; !is && found {
				break
			} else {
				found = found || is
			}
		}
	}
	return false
}

// heads reports whether a cell says that it heads its row or its column: PDF/UA-1 takes nothing for granted.
func (j *judge) heads(c *cell, what string) bool {
	if c.at.kind != "TH" {
		return false
	}
	scope := j.Name(j.attribute(c.at, "Scope", "Table"))
	return scope == "Both" || scope == what
}
