package conformance

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"
	"unicode/utf8"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/sources/pdf"
	"rapporteur/sources/pdf/lex"
	"rapporteur/sources/pdf/syntax"
)

// colour carries out an operator of colours; false where it is none.
func (c *content) colour(op string, ops []lex.Token) bool {
	var space types.Object
	switch op {
	case "g", "G":
		space = types.Name("DeviceGray")
	case "rg", "RG":
		space = types.Name("DeviceRGB")
	case "k", "K":
		space = types.Name("DeviceCMYK")
	case "cs", "CS":
		n := name(ops)
		if space = c.lookup("ColorSpace", n); space == nil {
			space = types.Name(n)
		}
	case "scn", "SCN":
		if n := name(ops); n != "" && !c.state.colourless {
			c.j.pattern(c.lookup("Pattern", n), c.resources, c.depth)
		}
		return true
	case "sc", "SC":
		return true
	default:
		return false
	}
	if c.state.colourless {
		return true
	}
	means := space // what is painted with
	if c.j.Name(space) == "DeviceCMYK" {
		if def := c.j.Dict(c.inherited()["ColorSpace"])["DefaultCMYK"]; def != nil {
			means = def
		}
	}
	if op[0] >= 'a' {
		c.state.fill = means
	} else {
		c.state.stroke = means
	}
	c.j.space(space, c.inherited(), 0)
	return true
}

// fills and strokes are the operators that paint with each of the two colours.
var (
	fills = map[string]bool{"f": true, "F": true, "f*": true, "B": true, "B*": true, "b": true, "b*": true,
		"Tj": true, "TJ": true, "'": true, "\"": true}
	strokes = map[string]bool{"S": true, "s": true, "B": true, "B*": true, "b": true, "b*": true}
)

// paints judges colours where they are printed over others: in a CMYK space by a profile, mode 1 is not defined
// (6.2.4.2).
func (c *content) paints(op string) {
	if c.state.overprint == 0 {
		return
	}
	if fills[op] && c.state.fillPrints && c.j.profiled(c.state.fill) ||
		strokes[op] && c.state.strokePrint && c.j.profiled(c.state.stroke) {
		c.j.fail("overprint", "")
	}
}

// profiled reports whether a space is CMYK by a profile.
func (j *judge) profiled(o types.Object) bool {
	a := j.Array(o)
	if len(a) < 2 || j.Name(a[0]) != "ICCBased" {
		return false
	}
	n, _ := j.Int(j.Dict(a[1])["N"])
	return n == 4
}

// maxSpaces is how deep colour spaces may lie in one another.
const maxSpaces = 8

// mostColorants is how many colours a DeviceN space may have (6.1.13).
const mostColorants = 32

// space judges a colour space that is used. The report has an output intent of RGB, so that gray and RGB of a device
// have a meaning; CMYK has one where the resources give it a default (6.2.4.3).
func (j *judge) space(o types.Object, resources types.Dict, depth int) {
	if depth > maxSpaces {
		return
	}
	if n := j.Name(o); n != "" {
		switch n {
		case "DeviceCMYK", "CMYK":
			def := j.Dict(resources["ColorSpace"])["DefaultCMYK"]
			if def == nil {
				j.fail("cmyk", "")
			} else if j.Name(def) != "DeviceCMYK" {
				j.space(def, nil, depth+1)
			}
		case "DeviceGray", "DeviceRGB":
			if def := j.Dict(resources["ColorSpace"])["Default"+n[len("Device"):]]; def != nil && j.Name(def) == "" {
				j.space(def, nil, depth+1)
			}
		}
		return
	}
	if !j.firstSpace(o, resources) {
		return
	}
	a := j.Array(o)
	if len(a) == 0 {
		return
	}
	switch kind := j.Name(a[0]); {
	case kind == "ICCBased" && len(a) > 1:
		j.profile(a[1])
	case kind == "Indexed" && len(a) > 1, kind == "Pattern" && len(a) > 1:
		j.space(a[1], resources, depth+1)
	case kind == "Separation" && len(a) > 3:
		j.colorant(a)
		j.space(a[2], resources, depth+1)
	case kind == "DeviceN" && len(a) > 3:
		j.deviceN(a, resources, depth)
	case len(a) == 1:
		j.space(a[0], resources, depth+1)
	}
}

// spaceUse is a colour space, and what stands for CMYK where it is used.
type spaceUse struct{ number, cmyk int }

// firstSpace reports whether a colour space is met for the first time where CMYK has the meaning that it has here.
func (j *judge) firstSpace(o types.Object, resources types.Dict) bool {
	n := pdf.RefNumber(o)
	if n == 0 {
		return true
	}
	use := spaceUse{n, -1}
	if def := j.Dict(resources["ColorSpace"])["DefaultCMYK"]; def != nil {
		use.cmyk = pdf.RefNumber(def)
	}
	was := j.spaces[use]
	j.spaces[use] = true
	return !was
}

// deviceN judges a space of several colours: each that is no process colour must be described (6.2.4.4).
func (j *judge) deviceN(a types.Array, resources types.Dict, depth int) {
	colours := j.Array(a[1])
	if len(colours) > mostColorants {
		j.fail("colorants-many", "")
	}
	var attributes types.Dict
	if len(a) > 4 {
		attributes = j.Dict(a[4])
	}
	known := map[string]bool{"None": true}
	for n := range processColorants {
		known[n] = true
	}
	for n, o := range j.Dict(attributes["Colorants"]) {
		known[n] = true
		j.space(o, resources, depth+1)
	}
	process := j.Dict(attributes["Process"])
	for _, o := range j.Array(process["Components"]) {
		known[j.Name(o)] = true
	}
	if process["ColorSpace"] != nil {
		j.space(process["ColorSpace"], resources, depth+1)
	}
	for _, o := range colours {
		n := j.Name(o)
		if !known[n] {
			j.fail("colorants", n)
		}
		if !utf8.ValidString(n) {
			j.fail("name-encoding", "")
		}
	}
	j.space(a[2], resources, depth+1)
}

// colorant notes a colour and how it is mixed: two of a name must be mixed alike (6.2.4.4), in the whole report.
func (j *judge) colorant(a types.Array) {
	if !utf8.ValidString(j.Name(a[1])) {
		j.fail("name-encoding", "")
	}
	h := sha256.New()
	left := maxHashed
	for _, o := range a[2:4] {
		h.Write(j.flat(nil, o, &left, 0))
	}
	c := Colorant{j.Name(a[1]), hex.EncodeToString(h.Sum(nil))}
	for _, known := range j.verdict.Colorants {
		if known == c {
			return
		}
		if known.Name == c.Name {
			j.fail("colorant-twice", c.Name)
		}
	}
	j.verdict.Colorants = append(j.verdict.Colorants, c)
}

// maxHashed bounds the objects that describe how a colour is mixed.
const maxHashed = 1 << 12

// flat writes an object with all that it refers to, so that equal ones can be told.
func (j *judge) flat(b []byte, o types.Object, left *int, depth int) []byte {
	if *left--; *left < 0 || depth > maxForms {
		return b
	}
	switch v := j.Resolve(o).(type) {
	case types.Dict:
		b = append(b, "<<"...)
		for _, k := range pdf.SortedKeys(v) {
			b = j.flat(syntax.AppendName(b, k), v[k], left, depth+1)
		}
		return append(b, ">>"...)
	case types.StreamDict:
		b = j.flat(b, v.Dict, left, depth+1)
		sum := sha256.Sum256(v.Raw)
		return append(b, sum[:]...)
	case types.Array:
		b = append(b, '[')
		for _, e := range v {
			b = append(j.flat(b, e, left, depth+1), ' ')
		}
		return append(b, ']')
	case nil:
		return append(b, "null"...)
	case types.Float:
		return strconv.AppendFloat(b, float64(v), 'g', -1, 64)
	default:
		return append(b, v.PDFString()...)
	}
}

// profile judges an ICC profile that colours are given by (6.2.4.2): its class, its space and its version stand in
// its
// header (ISO 15076-1, 7.2).
func (j *judge) profile(o types.Object) {
	s, ok := j.Stream(o)
	if !ok || !j.first(o) {
		return
	}
	head, _ := j.Decode(*s, iccHeader)
	if len(head) < iccHeader {
		j.fail("profile", "")
		return
	}
	sound := head[8] < 5 && profileClasses[string(head[12:16])] && profileSpaces[string(head[16:20])]
	if !sound {
		j.fail("profile", "")
	}
}

// profileClasses and profileSpaces are what PDF/A-3 allows of a profile that colours are given by.
var (
	profileClasses = map[string]bool{"prtr": true, "mntr": true, "scnr": true, "spac": true}
	profileSpaces  = map[string]bool{"RGB ": true, "CMYK": true, "GRAY": true, "Lab ": true}
)

// iccHeader is how many bytes of a profile are read.
const iccHeader = 128

// group judges a transparency group: the space that it blends in.
func (j *judge) group(o types.Object, resources types.Dict) {
	if g := j.Dict(o); g != nil && g["CS"] != nil {
		j.space(g["CS"], resources, 0)
	}
}

// pattern judges a pattern: the cell of a tiling, the shading of another.
func (j *judge) pattern(o types.Object, resources []types.Dict, depth int) {
	d := j.Dict(o)
	if d == nil {
		return
	}
	var own types.Dict
	if len(resources) > 0 {
		own = resources[0]
	}
	if n, _ := j.Int(d["PatternType"]); n == 1 {
		j.apart(o, resources, depth+1, false)
		return
	}
	j.shading(d["Shading"], own)
	if e := d["ExtGState"]; e != nil && j.first(e) {
		if g := j.Dict(e); g != nil {
			j.graphicsState(g, resources, depth)
		}
	}
}

// shading judges the colour space of a shading.
func (j *judge) shading(o types.Object, resources types.Dict) {
	if d := j.Dict(o); d != nil && d["ColorSpace"] != nil {
		j.space(d["ColorSpace"], resources, 0)
	}
}
