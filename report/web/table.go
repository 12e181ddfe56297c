package web

import (
	"strconv"
	"strings"

	"rapporteur/layout"
	"rapporteur/layout/text"
)

// table writes a table with its header cells. It may be wider than a telephone: it then moves sideways by itself, by
// keys too, and the page does not (WCAG 2.2, 1.4.10). caption is the paragraph above it, if it has one.
func (w *writer) table(t *layout.Table, caption *layout.Paragraph) {
	id, name := "", t.Summary
	if caption != nil {
		id = w.id(caption.Anchor)
	}
	w.Open("div", append(w.Foreign(t.Lang), "class", "scroll", "role", "region", "tabindex", "0", "aria-label", name,
		"id", id)...)
	class := ""
	if t.Plain {
		class = "plain"
	}
	w.in(t.Lang, func() {
		w.Open("table", "class", class)
		if caption != nil {
			w.Open("caption")
			w.inlines(caption.Inlines)
			w.End("caption")
		}
		w.head(t)
		w.body(t)
		w.End("table")
	})
	w.End("div")
	w.Line()
}

func (w *writer) head(t *layout.Table) {
	if len(t.Head) == 0 {
		return
	}
	w.Open("thead")
	down := layout.Depths(t.Head)
	for i := range t.Head {
		w.Open("tr")
		w.cells(t, &t.Head[i], down[i], func(*layout.TableCell) string { return "col" })
		w.End("tr")
	}
	w.End("thead")
}

// body writes the rows; those below a group's heading are a body of their own, which it is the header of.
func (w *writer) body(t *layout.Table) {
	open, down := false, layout.Depths(t.Rows)
	for i := range t.Rows {
		r := &t.Rows[i]
		if open && r.Group {
			w.End("tbody")
			open = false
		}
		if !open {
			w.Open("tbody")
			open = true
		}
		w.Open("tr")
		w.cells(t, r, down[i], func(c *layout.TableCell) string {
			switch {
			case r.Group:
				return "rowgroup"
			case c.Header:
				return "row"
			}
			return ""
		})
		w.End("tr")
		w.Line()
	}
	if open {
		w.End("tbody")
	}
}

// cells writes the cells of a row, each with the number of rows that it runs down. scope says of each what it is the
// header of; "" of nothing. An empty cell is none.
func (w *writer) cells(t *layout.Table, r *layout.TableRow, down []int, scope func(*layout.TableCell) string) {
	column := 0
	for i := range r.Cells {
		c := &r.Cells[i]
		at := column
		column += max(1, c.Span)
		if down[i] == 0 { // it is the one above
			continue
		}
		tag, of, class := "td", scope(c), ""
		if of != "" && !blank(c.Inlines) {
			tag = "th"
		} else {
			of = ""
		}
		if at < len(t.Columns) && c.Span <= 1 {
			class = aligned[t.Columns[at].Align]
		}
		w.Open(tag, append(w.Foreign(c.Lang), "scope", of, "colspan", several(c.Span), "rowspan", several(down[i]),
			"class", class)...)
		w.in(c.Lang, func() { w.paragraphs(c) })
		w.End(tag)
	}
}

// several is a number of columns or rows; "" of one, which needs not be said.
func several(n int) string {
	if n <= 1 {
		return ""
	}
	return strconv.Itoa(n)
}

// paragraphs writes what a cell holds: words, or several paragraphs.
func (w *writer) paragraphs(c *layout.TableCell) {
	if len(c.More) == 0 {
		w.inlines(c.Inlines)
		return
	}
	for _, words := range append([][]layout.Inline{c.Inlines}, c.More...) {
		w.Open("p")
		w.inlines(words)
		w.End("p")
	}
}

// aligned is what the style sheet calls cells that do not begin at the start side.
var aligned = map[layout.TextAlign]string{text.End: "figures", text.Center: "middle"}

// blank reports whether words show nothing.
func blank(list []layout.Inline) bool {
	for i := range list {
		in := &list[i]
		if strings.TrimSpace(in.Text) != "" || in.Ref != nil || in.Note != nil || in.Figure != nil {
			return false
		}
	}
	return true
}
