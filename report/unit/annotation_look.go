package unit

import (
	"math"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/sources/pdf"
	"rapporteur/sources/pdf/content"
)

// drawMark draws the look of an annotation that has none, as ISO 32000-1, 12.5.6 says of its kind: readers would, each
// in its own way, and a report must not leave it to them (ISO 19005-3, 6.3.3). One of which nothing is known has an
// empty look. page is its page in the original.
func (s *source) drawMark(t types.Dict, kind string, r pdf.Rect, page int) types.Object {
	d := &drawing{s: s, w: &widget{dict: t}, mk: t, style: &content.Appearance{},
		width: min(r.X1-r.X0, maxSide), h: min(r.Y1-r.Y0, maxSide)}
	if !s.spend() {
		return nil
	}
	d.pen()
	switch kind {
	case "FreeText":
		d.note()
	case "Text", "FileAttachment", "Caret", "Stamp":
		d.icon(kind)
	default:
		d.op("cm", 1, 0, 0, 1, -r.X0, -r.Y0) // places are the page's
		switch kind {
		case "Square", "Circle":
			d.shape(kind, r)
		case "Line":
			d.strokes(kind, s.doc.Array(t["L"]), false)
		case "Polygon", "PolyLine":
			d.strokes(kind, s.doc.Array(t["Vertices"]), kind == "Polygon")
		case "Ink":
			for _, stroke := range s.doc.Array(t["InkList"]) {
				d.strokes(kind, s.doc.Array(stroke), false)
			}
		case "Highlight", "Underline", "StrikeOut", "Squiggly":
			d.marker(kind, r)
		}
	}
	code := MendedLook
	if !d.seen {
		code, d.b, d.state = MendedLookEmpty, nil, nil
	}
	s.mend(code, kind, page)
	return symbol{Local, d.form(nil)}
}

// pen sets the opacity, the width and the dashes of lines.
func (d *drawing) pen() {
	s, t := d.s, d.mk
	if v, ok := s.doc.Number(t["CA"]); ok && v >= 0 && v < 1 {
		d.state = types.Dict{"CA": types.Float(v), "ca": types.Float(v)}
	}
	d.border = 1
	style := s.doc.Dict(t["BS"])
	border := s.doc.Array(t["Border"])
	if style == nil && len(border) > 2 {
		d.border, _ = s.doc.Number(border[2])
	}
	if v, ok := s.doc.Number(style["W"]); ok {
		d.border = v
	}
	d.border = min(max(d.border, 0), maxSide)
	switch {
	case s.doc.Name(style["S"]) == "D":
		d.dashes(s.doc.Array(style["D"]))
	case style == nil && len(border) > 3 && len(s.doc.Array(border[3])) > 0:
		d.dashes(s.doc.Array(border[3]))
	}
}

// begun sets the graphics state and the colours; it says whether a shape is filled and whether its edge is drawn.
func (d *drawing) begun(fill string) (filled, drawn bool) {
	if d.state != nil {
		d.b = append(d.b, "/"+lookState+" gs\n"...)
	}
	filled = fill != "" && d.color(fill, false)
	drawn = d.border > 0 && d.color("C", true)
	d.op("w", d.border)
	d.seen = d.seen || filled || drawn
	return filled, drawn
}

// paintPath paints the path.
func (d *drawing) paintPath(filled, drawn, closed bool) {
	operator := "n"
	switch {
	case filled && drawn && closed:
		operator = "b"
	case filled && drawn:
		operator = "B"
	case filled:
		operator = "f"
	case drawn && closed:
		operator = "s"
	case drawn:
		operator = "S"
	}
	d.op(operator)
}

// shape draws a square or a circle: within its rectangle, less the differences (RD) and half of the line.
func (d *drawing) shape(kind string, r pdf.Rect) {
	if rd := d.s.doc.Array(d.mk["RD"]); len(rd) == 4 {
		for i, at := range []*float64{&r.X0, &r.Y0, &r.X1, &r.Y1} {
			v, _ := d.s.doc.Number(rd[i])
			if i > 1 {
				v = -v
			}
			*at += v
		}
	}
	half := d.border / 2
	w, h := r.X1-r.X0-d.border, r.Y1-r.Y0-d.border
	if w < 0 || h < 0 {
		return
	}
	filled, drawn := d.begun("IC")
	if kind == "Square" {
		d.op("re", r.X0+half, r.Y0+half, w, h)
	} else {
		d.ellipse((r.X0+r.X1)/2, (r.Y0+r.Y1)/2, w/2, h/2)
	}
	d.paintPath(filled, drawn, true)
}

// ellipse appends the path of an ellipse.
func (d *drawing) ellipse(x, y, rx, ry float64) {
	const handle = 0.5523
	kx, ky := handle*rx, handle*ry
	d.op("m", x+rx, y)
	d.op("c", x+rx, y+ky, x+kx, y+ry, x, y+ry)
	d.op("c", x-kx, y+ry, x-rx, y+ky, x-rx, y)
	d.op("c", x-rx, y-ky, x-kx, y-ry, x, y-ry)
	d.op("c", x+kx, y-ry, x+rx, y-ky, x+rx, y)
}

// points are the numbers of a list, in pairs.
func (d *drawing) points(list types.Array) []float64 {
	out := make([]float64, 0, len(list))
	for _, o := range list {
		v, ok := d.s.doc.Number(o)
		if !ok || math.Abs(v) > 1e6 || !d.s.spend() {
			break
		}
		out = append(out, v)
	}
	return out[:len(out)&^1]
}

// strokes draws a line through points, with its endings.
func (d *drawing) strokes(kind string, list types.Array, closed bool) {
	p := d.points(list)
	if len(p) < 4 {
		return
	}
	fill := ""
	if closed {
		fill = "IC"
	}
	filled, drawn := d.begun(fill)
	for i := 0; i < len(p); i += 2 {
		operator := "l"
		if i == 0 {
			operator = "m"
		}
		d.op(operator, p[i], p[i+1])
	}
	d.paintPath(filled, drawn, closed)
	if ends := d.s.doc.Array(d.mk["LE"]); drawn && len(ends) == 2 && kind != "Ink" && !closed {
		n := len(p)
		d.ending(d.s.doc.Name(ends[0]), p[0], p[1], p[0]-p[2], p[1]-p[3])
		d.ending(d.s.doc.Name(ends[1]), p[n-2], p[n-1], p[n-2]-p[n-4], p[n-1]-p[n-3])
	}
}

// ending draws how a line ends at a point that it comes to in a direction (ISO 32000-1, table 176).
func (d *drawing) ending(name string, x, y, dx, dy float64) {
	long := math.Hypot(dx, dy)
	if long == 0 {
		return
	}
	size := 4.5 * d.border // what a point of the ending lies along the line and aside of it
	at := func(along, aside float64) (float64, float64) {
		return x + size*(along*dx-aside*dy)/long, y + size*(along*dy+aside*dx)/long
	}
	shapes := map[string][]float64{
		"OpenArrow": {-.87, .5, 0, 0, -.87, -.5}, "ClosedArrow": {-.87, .5, 0, 0, -.87, -.5},
		"ROpenArrow": {.87, .5, 0, 0, .87, -.5}, "RClosedArrow": {.87, .5, 0, 0, .87, -.5},
		"Butt": {0, .5, 0, -.5}, "Slash": {-.29, -.5, .29, .5},
		"Square": {-.5, -.5, .5, -.5, .5, .5, -.5, .5}, "Diamond": {-.5, 0, 0, -.5, .5, 0, 0, .5},
	}
	closed := name != "OpenArrow" && name != "ROpenArrow" && name != "Butt" && name != "Slash"
	filled := closed && d.color("IC", false)
	if name == "Circle" {
		d.ellipse(x, y, size/2, size/2)
		d.paintPath(filled, true, true)
		return
	}
	shape := shapes[name]
	if shape == nil {
		return
	}
	for i := 0; i < len(shape); i += 2 {
		operator := "l"
		if i == 0 {
			operator = "m"
		}
		px, py := at(shape[i], shape[i+1])
		d.op(operator, px, py)
	}
	d.paintPath(filled, true, closed)
}
