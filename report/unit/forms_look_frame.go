package unit

import (
	"math"
	"strconv"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// frame draws the ground and the border of a widget, round for a radio button that is a circle (ISO 32000-1, tables 189
// and 166).
func (d *drawing) frame(round bool) {
	s := d.s
	d.border = 1
	style := s.doc.Dict(d.w.dict["BS"])
	if a := s.doc.Array(d.w.dict["Border"]); style == nil && len(a) >= 3 {
		d.border, _ = s.doc.Number(a[2])
	}
	if v, ok := s.doc.Number(style["W"]); ok {
		d.border = v
	}
	d.border = min(max(d.border, 0), d.width/2, d.h/2)
	box := func(inset float64) {
		if round {
			d.circle(d.width/2, d.h/2, min(d.width, d.h)/2-inset)
			return
		}
		d.op("re", inset, inset, max(d.width-2*inset, 0), max(d.h-2*inset, 0))
	}
	if d.color("BG", false) {
		box(0)
		d.op("f")
		d.seen = true
	}
	kind := s.doc.Name(style["S"])
	if d.border > 0 && !round && (kind == "B" || kind == "I") {
		d.edges(kind == "B")
		d.seen = true
	}
	if d.border == 0 || !d.color("BC", true) {
		return
	}
	d.seen = true
	d.op("w", d.border)
	if kind == "U" {
		d.op("m", 0, d.border/2)
		d.op("l", d.width, d.border/2)
		d.op("S")
		return
	}
	if kind == "D" {
		d.dashes(s.doc.Array(style["D"]))
	}
	box(d.border / 2)
	d.op("S")
	most, _ := s.doc.Int(s.inherited(d.w, "MaxLen"))
	if d.kind == "Tx" && d.ff&comb != 0 && most > 1 && most < maxSide {
		for i := 1; i < most; i++ { // between the cells
			x := d.width * float64(i) / float64(most)
			d.op("m", x, 0)
			d.op("l", x, d.h)
		}
		d.op("S")
	}
}

// dashes sets a pattern of dashes.
func (d *drawing) dashes(pattern types.Array) {
	d.b = append(d.b, '[')
	if len(pattern) == 0 {
		pattern = types.Array{types.Integer(3)}
	}
	var sum float64
	list := pattern[:min(len(pattern), 4)]
	for _, o := range list {
		v, _ := d.s.doc.Number(o)
		sum += max(v, 0)
	}
	for _, o := range list {
		if v, _ := d.s.doc.Number(o); sum > 0 && v >= 0 {
			d.op("", v)
		}
	}
	d.b = append(d.b, "] 0 d\n"...)
}

// edges draws what makes a frame look raised, or else sunk: light and shadow inside of the border.
func (d *drawing) edges(raised bool) {
	b, w, h := d.border, d.width, d.h
	light, shadow := 1.0, 0.5
	if !raised {
		light, shadow = 0.5, 0.75
	}
	d.op("g", light)
	d.polygon(b, b, b, h-b, w-b, h-b, w-2*b, h-2*b, 2*b, h-2*b, 2*b, 2*b)
	d.op("g", shadow)
	d.polygon(w-b, h-b, w-b, b, b, b, 2*b, 2*b, w-2*b, 2*b, w-2*b, h-2*b)
}

// polygon fills the shape between points.
func (d *drawing) polygon(points ...float64) {
	for i := 0; i+1 < len(points); i += 2 {
		operator := "l"
		if i == 0 {
			operator = "m"
		}
		d.op(operator, points[i], points[i+1])
	}
	d.op("f")
}

// circle appends the path of a circle: four curves of Bézier's, whose handles are so long.
func (d *drawing) circle(x, y, r float64) {
	const handle = 0.5523
	k := handle * r
	d.op("m", x+r, y)
	d.op("c", x+r, y+k, x+k, y+r, x, y+r)
	d.op("c", x-k, y+r, x-r, y+k, x-r, y)
	d.op("c", x-r, y-k, x-k, y-r, x, y-r)
	d.op("c", x+k, y-r, x+r, y-k, x+r, y)
	d.op("h")
}

// states draws the two looks of a check box or radio button, and gives them by name. Which one shows its state says, or
// its field's value.
func (d *drawing) states(matrix types.Array) types.Object {
	s := d.s
	sign := s.text(d.mk["CA"])
	if sign == "" {
		sign = "4"
		if d.ff&radio != 0 {
			sign = "l"
		}
	}
	round := d.ff&radio != 0 && sign == "l"
	on, value := s.doc.Name(d.w.dict["AS"]), s.doc.Name(s.inherited(d.w, "V"))
	if d.w.dict["AS"] == nil && d.ff&radio == 0 {
		on = value
	}
	name := on
	if d.ff&radio != 0 && d.isOneOfSeveral() && (on == "" || on == "Off") {
		// Buttons of one group must not have one name: the value is another's, or, as is the custom, the place of the
		// one that is on.
		if name = strconv.Itoa(d.w.field.at); on == "" && name == value {
			on = value
		}
	}
	checked := on != "" && on != "Off"
	if name == "" || name == "Off" {
		if name = value; name == "" || name == "Off" {
			name = "Yes"
		}
	}
	d.frame(round)
	off := d.form(matrix)
	d.frame(round)
	d.ink()
	d.sign(sign)
	yes := d.form(matrix)
	d.w.dict["AS"] = types.Name("Off")
	if checked {
		d.w.dict["AS"] = types.Name(name)
		d.seen = true
	}
	d.tell()
	return types.Dict{name: symbol{Local, yes}, "Off": symbol{Local, off}}
}

// isOneOfSeveral reports whether the widget's field has others.
func (d *drawing) isOneOfSeveral() bool {
	fld := d.w.field
	return d.s.isPlace(fld) && len(d.s.doc.Array(fld.parent.dict["Kids"])) > 1
}

// signs are what a box can be marked with, by their codes in ZapfDingbats (ISO 32000-1, table 189, CA), as points of a
// square with the side 1. They are drawn, and no letters: so they need no font.
var signs = map[string][]float64{
	// a check
	"4": {.08, .45, .18, .56, .38, .34, .80, .88, .92, .80, .40, .10},
	// a cross
	"8": {.15, .25, .25, .15, .5, .4, .75, .15, .85, .25, .6, .5, .85, .75, .75, .85, .5, .6, .25, .85, .15, .75, .4,
		.5},
	// a diamond
	"u": {.5, .05, .95, .5, .5, .95, .05, .5},
	// a square
	"n": {.1, .1, .9, .1, .9, .9, .1, .9},
}

// sign draws what marks a box, in its middle.
func (d *drawing) sign(code string) {
	side := min(d.width, d.h) - 4*d.border
	if side <= 0 {
		side = min(d.width, d.h)
	}
	x, y := (d.width-side)/2, (d.h-side)/2
	points := signs[code]
	switch {
	case code == "l":
		d.circle(d.width/2, d.h/2, side/3)
		d.op("f")
		return
	case code == "H":
		for i := range 10 { // a star
			r := 0.5
			if i%2 == 1 {
				r = 0.19
			}
			turn := math.Pi/2 + float64(i)*math.Pi/5
			points = append(points, 0.5+r*math.Cos(turn), 0.5+r*math.Sin(turn))
		}
	case points == nil:
		points = signs["4"]
	}
	at := make([]float64, len(points))
	for i, v := range points {
		at[i] = x + v*side
		if i%2 == 1 {
			at[i] = y + v*side
		}
	}
	d.polygon(at...)
}
