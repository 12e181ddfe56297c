package conformance

import (
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/sources/pdf/lex"
)

// invisible is the text rendering mode that paints nothing (ISO 32000-1, 9.3.6).
const invisible = 3

// text carries out an operator of text; false where it is none.
func (c *content) text(op string, ops []lex.Token) bool {
	switch op {
	case "Tf":
		for i := range ops {
			if ops[i].Kind == lex.Name {
				c.setFont(c.lookup("Font", string(ops[i].Append(nil))))
				break
			}
		}
	case "Tr":
		c.state.invisible = len(ops) > 0 && ops[len(ops)-1].Number == invisible
	case "Tj", "'", "\"", "TJ":
		if c.state.font == nil {
			return true
		}
		c.state.font.used(c)
		for i := range ops {
			if ops[i].Kind == lex.Literal || ops[i].Kind == lex.Hex {
				c.show(&ops[i])
			}
		}
	default:
		return false
	}
	return true
}

// show judges the glyphs of a string. While it does, the memory for strings is not there for what glyphs draw.
func (c *content) show(t *lex.Token) {
	if t.Kind == lex.Literal && !t.Escaped {
		c.state.font.show(c, t.Text)
		return
	}
	s := t.Append(c.j.buf[:0])
	c.j.buf = nil
	c.state.font.show(c, s)
	c.j.buf = s
}

func (c *content) setFont(o types.Object) { c.state.font = c.j.font(o, c.resources, c.depth) }

// extended takes a graphics state that the resources name (8.4.5).
func (c *content) extended(ops []lex.Token) {
	o := c.lookup("ExtGState", name(ops))
	d := c.j.Dict(o)
	if d == nil {
		return
	}
	if a := c.j.Array(d["Font"]); len(a) > 0 {
		c.setFont(a[0])
	}
	if v := d["OP"]; v != nil {
		c.state.strokePrint = c.j.Bool(v)
		c.state.fillPrints = c.state.strokePrint
	}
	if v := d["op"]; v != nil {
		c.state.fillPrints = c.j.Bool(v)
	}
	if n, ok := c.j.Int(d["OPM"]); ok {
		c.state.overprint = n
	}
	if c.j.first(o) {
		c.j.graphicsState(d, c.resources, c.depth)
	}
}

// graphicsState judges a graphics state parameter dictionary (ISO 19005-3, 6.2.5, 6.2.6 and 6.2.10).
func (j *judge) graphicsState(d types.Dict, resources []types.Dict, depth int) {
	if d["TR"] != nil || d["HTP"] != nil || d["TR2"] != nil && j.Name(d["TR2"]) != "Default" {
		j.fail("transfer", "")
	}
	if o := j.Resolve(d["HT"]); o != nil {
		j.halftone(j.Dict(o), "")
	}
	if v := j.Name(d["RI"]); v != "" {
		j.intent(v)
	}
	modes, ok := j.Resolve(d["BM"]).(types.Array)
	if !ok && d["BM"] != nil {
		modes = types.Array{d["BM"]}
	}
	for _, m := range modes {
		if n := j.Name(m); !blendModes[n] {
			j.fail("blend", n)
		}
	}
	if mask := j.Dict(d["SMask"]); mask != nil {
		if s, ok := j.Stream(mask["G"]); ok {
			j.formDict(mask["G"], s)
			j.apart(mask["G"], resources, depth+1, false)
		}
	}
}

// blendModes are those of ISO 32000-1, 11.3.5.
var blendModes = map[string]bool{"Normal": true, "Compatible": true, "Multiply": true, "Screen": true,
	"Overlay": true,
	"Darken":  true, "Lighten": true, "ColorDodge": true, "ColorBurn": true, "HardLight": true, "SoftLight": true,
	"Difference": true, "Exclusion": true, "Hue": true, "Saturation": true, "Color": true, "Luminosity": true}

// halftone judges a halftone (6.2.5); colorant is the colour that it is for, "" where it is for all.
func (j *judge) halftone(d types.Dict, colorant string) {
	if d == nil {
		return
	}
	kind, _ := j.Int(d["HalftoneType"])
	if kind != 1 && kind != 5 || d["HalftoneName"] != nil {
		j.fail("transfer", "")
	}
	switch primary := colorant == "" || processColorants[colorant]; {
	case colorant == "Default":
	case primary == (d["TransferFunction"] != nil):
		j.fail("transfer", "")
	}
	if kind == 5 {
		for k, v := range d {
			if k != "Type" && k != "HalftoneType" && k != "HalftoneName" {
				j.halftone(j.Dict(v), k)
			}
		}
	}
}

var processColorants = map[string]bool{"Cyan": true, "Magenta": true, "Yellow": true, "Black": true}

// intent judges the name of a rendering intent (6.2.6).
func (j *judge) intent(name string) {
	switch name {
	case "RelativeColorimetric", "AbsoluteColorimetric", "Perceptual", "Saturation":
		return
	}
	j.fail("rendering-intent", name)
}
