package assembly

import (
	"rapporteur/layout"
	"rapporteur/layout/paint"
)

// head writes the entries of an element but P, K and Pg.
func (t *tags) head(b []byte, r *Run, e *layout.Element, number int, root bool, box *paint.Box, first int) []byte {
	tag, lang, title := string(e.Tag), e.Lang, e.Title
	if root {
		if tag == "" {
			tag = "Sect"
		}
		if lang == "" {
			lang = r.Lang
		}
		if title == "" {
			title = r.Title
		}
	}
	b = append(b, "/S"...)
	b = appendName(b, tag)
	for _, s := range []struct{ key, text string }{{"/Lang", lang}, {"/T", title}, {"/Alt", e.Alt}} {
		if s.text != "" {
			b = append(b, s.key...)
			b = appendText(b, s.text)
		}
	}
	if e.ID != "" {
		b = append(b, "/ID"...)
		b = appendString(b, []byte(t.id(r, e.ID, number)))
	}
	return t.attributes(b, e, box, first)
}

// id makes an element's identifier unique in the report.
func (t *tags) id(r *Run, id string, number int) string {
	id = r.ID + "/" + id
	t.ids = append(t.ids, idEntry{id, number})
	return id
}

// attributes writes /A (ISO 32000-1, 14.8.5).
func (t *tags) attributes(b []byte, e *layout.Element, box *paint.Box, first int) []byte {
	var objects [][]byte
	a := &e.Attr
	if a.Scope != "" || a.ColSpan > 1 || a.RowSpan > 1 || a.Summary != "" {
		o := append([]byte(nil), "<</O/Table"...)
		if a.Scope != "" {
			o = append(o, "/Scope"...)
			o = appendName(o, a.Scope)
		}
		if a.ColSpan > 1 {
			o = append(o, "/ColSpan "...)
			o = appendInt(o, a.ColSpan)
		}
		if a.RowSpan > 1 {
			o = append(o, "/RowSpan "...)
			o = appendInt(o, a.RowSpan)
		}
		if a.Summary != "" {
			o = append(o, "/Summary"...)
			o = appendText(o, a.Summary)
		}
		objects = append(objects, append(o, ">>"...))
	}
	if a.ListNumbering != "" {
		o := append([]byte(nil), "<</O/List/ListNumbering"...)
		objects = append(objects, append(appendName(o, a.ListNumbering), ">>"...))
	}
	if box != nil {
		x, y := t.l.frame(first + box.Page)
		o := append([]byte(nil), "<</O/Layout/Placement/Block/BBox["...)
		o = appendRect(o, x+box.X, y-box.Y-box.Height, x+box.X+box.Width, y-box.Y)
		objects = append(objects, append(o, "]>>"...))
	}
	switch len(objects) {
	case 0:
		return b
	case 1:
		return append(append(b, "/A"...), objects[0]...)
	}
	b = append(b, "/A["...)
	for _, o := range objects {
		b = append(b, o...)
	}
	return append(b, ']')
}

// appendRect writes the four numbers of a rectangle.
func appendRect(b []byte, x0, y0, x1, y1 layout.Length) []byte {
	for i, v := range [4]layout.Length{x0, y0, x1, y1} {
		if i > 0 {
			b = append(b, ' ')
		}
		b = appendMilli(b, int64(v))
	}
	return b
}
