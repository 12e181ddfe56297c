package unit

import (
	"maps"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/sources/pdf"
	"rapporteur/sources/pdf/content"
)

// marker draws what marks text: by its quadrilaterals, whose points programs give in the order of reading, the upper
// two first, and not as ISO 32000-1, table 179 has them.
func (d *drawing) marker(kind string, r pdf.Rect) {
	quads := d.points(d.s.doc.Array(d.mk["QuadPoints"]))
	if len(quads) < 8 {
		quads = []float64{r.X0, r.Y1, r.X1, r.Y1, r.X0, r.Y0, r.X1, r.Y0}
	}
	if kind == "Highlight" {
		if d.state == nil {
			d.state = types.Dict{}
		}
		d.state["BM"] = types.Name("Multiply")
		d.b = append(d.b, "/"+lookState+" gs\n"...)
		if !d.color("C", false) {
			return
		}
		d.seen = true
		for ; len(quads) >= 8; quads = quads[8:] {
			d.polygon(quads[0], quads[1], quads[2], quads[3], quads[6], quads[7], quads[4], quads[5])
		}
		return
	}
	d.begun("")
	raise := map[string]float64{"Underline": 1. / 7, "StrikeOut": .5}[kind]
	for ; len(quads) >= 8; quads = quads[8:] {
		at := func(along, up float64) (float64, float64) {
			x := quads[4] + along*(quads[6]-quads[4]) + up*(quads[0]-quads[4])
			y := quads[5] + along*(quads[7]-quads[5]) + up*(quads[1]-quads[5])
			return x, y
		}
		d.op("w", max((quads[1]-quads[5])/14, .5))
		steps := 1
		if kind == "Squiggly" {
			steps = max(min(int((quads[6]-quads[4])/2), 1000), 2)
		}
		for i := range steps + 1 {
			operator, up := "l", raise
			if i == 0 {
				operator = "m"
			}
			if kind == "Squiggly" && i%2 == 1 {
				up += .08
			}
			x, y := at(float64(i)/float64(steps), up)
			d.op(operator, x, y)
		}
		d.op("S")
	}
}

// note draws a text that stands on the page itself (FreeText): as a text field shows its value.
func (d *drawing) note() {
	s, t := d.s, d.mk
	w := types.Dict{"V": t["Contents"], "DA": t["DA"], "Q": t["Q"], "BS": t["BS"], "Border": t["Border"]}
	maps.DeleteFunc(w, func(_ string, o types.Object) bool { return o == nil })
	da, _ := s.doc.String(t["DA"])
	d.b, d.kind, d.ff, d.style = nil, "Tx", multiline, content.ReadAppearance(da)
	d.w = &widget{dict: w, page: s.placeIn(s.at)}
	d.mk = types.Dict{"BG": t["C"], "BC": types.Array{types.Integer(0)}}
	d.frame(false)
	d.text()
	d.seen = true
}

// placeIn is where a page of the original stands in the unit.
func (s *source) placeIn(page int) int {
	if at, ok := s.original.selected[s.firstOf(page)]; ok {
		return at
	}
	return 0
}

// icon draws the sign of a note, an attached file, an insertion or a stamp, whose looks are nowhere laid down.
func (d *drawing) icon(kind string) {
	w, h := d.width, d.h
	d.b, d.seen = nil, true
	if d.state != nil {
		d.b = append(d.b, "/"+lookState+" gs\n"...)
	}
	if !d.color("C", false) {
		d.op("rg", 1, .85, .2)
	}
	switch kind {
	case "Caret":
		d.polygon(0, 0, w/2, h*.3, w, 0, w/2, h)
		return
	case "Stamp":
		d.op("RG", .7, .1, .1)
		d.op("w", 2)
		d.op("re", 2, 2, max(w-4, 0), max(h-4, 0))
		d.op("S")
		return
	}
	d.op("G", 0)
	d.op("w", min(w, h)/20)
	d.op("re", w*.1, h*.1, w*.8, h*.8)
	d.op("B")
	rows := 3
	if kind == "FileAttachment" {
		rows = 1
	}
	for i := range rows {
		y := h * (.3 + .2*float64(i))
		d.op("m", w*.25, y)
		d.op("l", w*.75, y)
	}
	d.op("S")
}
