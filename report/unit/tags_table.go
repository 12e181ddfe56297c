package unit

import (
	"slices"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// mostPlaces bounds the places of a table that is looked at.
const mostPlaces = 1 << 16

// square makes of a table what ISO 14289-1 asks of one: its rows in parts that go with each other, each as wide as the
// widest (7.2), and of each header cell what it heads (7.5).
func (m *mender) square(table *branch) {
	m.tableParts(table)
	rows := m.rows(table, nil)
	places := m.places(rows)
	if places == nil {
		return
	}
	width := 0
	for _, row := range places {
		width = max(width, len(row))
	}
	for r, row := range rows {
		free := width - len(places[r])
		for _, c := range places[r] {
			if c == nil {
				free++
			}
		}
		for range free {
			if width*len(rows) > mostPlaces || !m.s.spend() {
				return
			}
			row.kids = append(row.kids, leafOrBranch{branch: m.wrap("TD")})
			m.ordered("TD", row)
		}
	}
	m.scopes(places)
}

// tableParts gives a table that has a head or a foot a body, and no second head or foot.
func (m *mender) tableParts(table *branch) {
	parts := m.parts(table, nil)
	seen := map[string]bool{}
	for _, p := range parts {
		kind := m.standard(p)
		if seen[kind] && (kind == "THead" || kind == "TFoot") {
			m.intoBody(p)
			kind = "TBody"
		}
		seen[kind] = true
	}
	switch {
	case seen["TBody"] || !seen["THead"] && !seen["TFoot"]:
	case seen["TR"]:
		m.bodies(table)
	default: // a head alone, or a foot, is all there is of a body
		m.intoBody(parts[len(parts)-1])
	}
}

// parts are the parts and rows of a table, those in groups among them.
func (m *mender) parts(at *branch, out []*branch) []*branch {
	for _, k := range at.kids {
		if k.branch == nil {
			continue
		}
		switch kind := m.standard(k.branch); {
		case groups(kind):
			out = m.parts(k.branch, out)
		case kind != "Caption":
			out = append(out, k.branch)
		}
	}
	return out
}

// intoBody makes a part of a table its body.
func (m *mender) intoBody(part *branch) {
	part.as = "TBody"
	m.ordered(part.as, part)
}

// bodies puts rows that stand in no part of their table into bodies.
func (m *mender) bodies(at *branch) {
	var out []leafOrBranch
	var body *branch
	for _, k := range at.kids {
		if k.branch == nil || m.standard(k.branch) != "TR" {
			if k.branch != nil && groups(m.standard(k.branch)) {
				m.bodies(k.branch)
			}
			out, body = append(out, k), nil
			continue
		}
		if body == nil {
			body = m.wrap("TBody")
			out = append(out, leafOrBranch{branch: body})
		}
		body.kids = append(body.kids, k)
		m.ordered("TBody", k.branch)
	}
	at.kids = out
}

// rows are the rows of a table in order, those of its parts among them.
func (m *mender) rows(at *branch, out []*branch) []*branch {
	for _, p := range m.parts(at, nil) {
		if m.standard(p) == "TR" {
			out = append(out, p)
		} else {
			out = m.rows(p, out)
		}
	}
	return out
}

// cells are the cells of a row.
func (m *mender) cells(at *branch, out []*branch) []*branch {
	for _, k := range at.kids {
		if k.branch == nil {
			continue
		}
		switch kind := m.standard(k.branch); {
		case kind == "TH", kind == "TD":
			out = append(out, k.branch)
		case groups(kind):
			out = m.cells(k.branch, out)
		}
	}
	return out
}

// places lays the cells of rows out: each at the first free place of its row, and at as many as it spans. It is nil
// where cells would lie over each other, or below the last row.
func (m *mender) places(rows []*branch) [][]*branch {
	grid, count := make([][]*branch, len(rows)), 0
	for r, row := range rows {
		column := 0
		for _, c := range m.cells(row, nil) {
			for column < len(grid[r]) && grid[r][column] != nil {
				column++
			}
			wide, high := m.span(c, "ColSpan"), m.span(c, "RowSpan")
			count += wide * high
			if r+high > len(rows) || count > mostPlaces || !m.s.spendMore(wide*high) {
				return nil
			}
			for y := r; y < r+high; y++ {
				for len(grid[y]) < column+wide {
					grid[y] = append(grid[y], nil)
				}
				for x := column; x < column+wide; x++ {
					if grid[y][x] != nil {
						return nil
					}
					grid[y][x] = c
				}
			}
			column += wide
		}
	}
	return grid
}

// span is how many rows or columns a cell takes.
func (m *mender) span(c *branch, key string) int {
	n, ok := m.s.doc.Int(m.attribute(c, key))
	if !ok {
		return 1
	}
	return min(max(n, 1), mostPlaces)
}

// attribute is an attribute of a cell, its own or its class's (ISO 32000-1, 14.7.5); nil where it has none.
func (m *mender) attribute(c *branch, key string) types.Object {
	doc := m.s.doc
	list := func(o types.Object) types.Array {
		if a, ok := doc.Resolve(o).(types.Array); ok {
			return a
		}
		return types.Array{o}
	}
	all := slices.Clone(list(c.dict["A"]))
	classes := doc.Dict(doc.Dict(doc.Catalog()["StructTreeRoot"])["ClassMap"])
	for _, name := range list(c.dict["C"]) {
		all = append(all, list(classes[doc.Name(name)])...)
	}
	for _, o := range all {
		if a := doc.Dict(o); doc.Name(a["O"]) == "Table" && a[key] != nil {
			return a[key]
		}
	}
	return nil
}

// scopes says of header cells what they head, where they do not say it: those of the first row their columns, those of
// the first column their rows, and the corner both, as readers take them (ISO 32000-2, 14.8.5.7).
func (m *mender) scopes(places [][]*branch) {
	for r, row := range places {
		for x, c := range row {
			scope := "Row"
			switch {
			case r == 0 && x == 0:
				scope = "Both"
			case r == 0:
				scope = "Column"
			case x > 0:
				continue
			}
			if c == nil || m.standard(c) != "TH" || m.attribute(c, "Scope") != nil ||
				m.attribute(c, "Headers") != nil {
				continue
			}
			a := types.Array{types.Dict{"O": types.Name("Table"), "Scope": types.Name(scope)}}
			if own, ok := m.s.doc.Resolve(c.dict["A"]).(types.Array); ok {
				a = append(slices.Clone(own), a...)
			} else if c.dict["A"] != nil {
				a = append(types.Array{c.dict["A"]}, a...)
			}
			c.kept()["A"] = a
			m.ordered("TH", c)
		}
	}
}
