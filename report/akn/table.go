package akn

import (
	"cmp"
	"strconv"

	"rapporteur/layout"
)

func (w *writer) table(t *layout.Table, caption *layout.Paragraph, lang string) {
	if len(t.Head)+len(t.Rows) == 0 {
		return
	}
	id := ""
	if caption != nil {
		id = w.own(caption.Anchor)
	}
	w.Open("table", append(w.Foreign(cmp.Or(t.Lang, lang)), "eId", id, "title", t.Summary)...)
	if caption != nil {
		w.Open("caption")
		w.inlines(caption.Inlines)
		w.End("caption")
	}
	w.rows(t.Head, true)
	w.rows(t.Rows, false)
	w.End("table")
}

func (w *writer) rows(rows []layout.TableRow, head bool) {
	down := layout.Depths(rows)
	for i := range rows {
		w.row(&rows[i], down[i], head)
	}
}

// row writes the cells of a row, each with the number of rows that it runs down.
func (w *writer) row(r *layout.TableRow, down []int, head bool) {
	w.Open("tr")
	for k := range r.Cells {
		c := &r.Cells[k]
		if down[k] == 0 { // it is the one above
			continue
		}
		tag := "td"
		if head || r.Group || c.Header {
			tag = "th"
		}
		w.Open(tag, append(w.Foreign(c.Lang), "colspan", several(c.Span), "rowspan", several(down[k]))...)
		w.paragraph(c.Inlines)
		for _, words := range c.More {
			w.paragraph(words)
		}
		w.End(tag)
	}
	w.End("tr")
}

// several is a number of columns or rows; "" of one, which needs not be said.
func several(n int) string {
	if n <= 1 {
		return ""
	}
	return strconv.Itoa(n)
}
