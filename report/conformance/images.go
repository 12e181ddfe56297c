package conformance

import (
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/sources/pdf/lex"
)

// image judges an image that is drawn (ISO 19005-3, 6.2.8). fill is the colour that a stencil is painted in.
func (j *judge) image(o types.Object, s *types.StreamDict, resources types.Dict, fill types.Object) {
	d := s.Dict
	stencil := j.Bool(d["ImageMask"])
	if !stencil && d["ColorSpace"] != nil {
		j.space(d["ColorSpace"], resources, 0)
	}
	if !j.first(o) {
		return
	}
	if d["Alternates"] != nil || d["OPI"] != nil {
		j.fail("image-alternates", "")
	}
	if j.Bool(d["Interpolate"]) {
		j.fail("interpolate", "")
	}
	if bits, given := j.Int(d["BitsPerComponent"]); given {
		j.bits(bits, stencil)
	}
	if v := j.Name(d["Intent"]); v != "" {
		j.intent(v)
	}
	for _, k := range [2]string{"SMask", "Mask"} {
		if m, ok := j.Stream(d[k]); ok {
			j.image(d[k], m, resources, fill)
			if b, given := j.Int(m.Dict["BitsPerComponent"]); k == "Mask" && given && b != 1 {
				j.fail("image-bits", "")
			}
		}
	}
	if names, _ := j.filters(s.Dict); len(names) > 0 && names[len(names)-1] == "JPXDecode" {
		j.jpx(s, d["ColorSpace"] != nil)
	}
}

// bits judges how many bits a sample has.
func (j *judge) bits(n int, stencil bool) {
	if stencil && n != 1 || n != 1 && n != 2 && n != 4 && n != 8 && n != 16 {
		j.fail("image-bits", "")
	}
}

// inline judges an inline image, whose dictionary the tokens are (6.1.10, 6.2.8).
func (c *content) inline(ops []lex.Token) {
	if n := inlineValue(ops, "BPC", "BitsPerComponent"); n != nil && n.Kind == lex.Integer {
		mask := inlineValue(ops, "IM", "ImageMask")
		c.j.bits(int(n.Number), mask != nil && mask.Is("true"))
	}
	filters := false
	for i := range ops {
		if ops[i].Kind != lex.Name {
			continue
		}
		switch key := string(ops[i].Append(nil)); {
		case key == "F" || key == "Filter":
			filters = true
		case inlineKeys[key]:
			filters = false
			if i+1 < len(ops) {
				c.inlineEntry(key, &ops[i+1])
			}
		case filters && !inlineFilters[key]:
			c.j.fail("filter", key)
		}
	}
}

// inlineValue is what follows a key of an inline image, which has two names; nil where there is none.
func inlineValue(ops []lex.Token, short, long string) *lex.Token {
	for i := 0; i+1 < len(ops); i++ {
		if t := &ops[i]; t.Kind == lex.Name && (string(t.Text) == short || string(t.Text) == long) {
			return &ops[i+1]
		}
	}
	return nil
}

// inlineKeys are the keys of an inline image but its filters (ISO 32000-1, table 93).
var inlineKeys = map[string]bool{"BPC": true, "BitsPerComponent": true, "CS": true, "ColorSpace": true, "D": true,
	"Decode": true, "DP": true, "DecodeParms": true, "H": true, "Height": true, "IM": true, "ImageMask": true,
	"Intent": true, "I": true, "Interpolate": true, "W": true, "Width": true, "L": true, "Length": true}

var inlineFilters = map[string]bool{"ASCIIHexDecode": true, "ASCII85Decode": true, "FlateDecode": true,
	"RunLengthDecode": true, "CCITTFaxDecode": true, "DCTDecode": true, "AHx": true, "A85": true, "Fl": true,
	"RL": true, "CCF": true, "DCT": true}

func (c *content) inlineEntry(key string, value *lex.Token) {
	switch key {
	case "I", "Interpolate":
		if value.Is("true") {
			c.j.fail("interpolate", "")
		}
	case "Intent":
		c.j.intent(string(value.Append(nil)))
	case "CS", "ColorSpace":
		if value.Kind != lex.Name {
			return
		}
		n := string(value.Append(nil))
		if o := c.lookup("ColorSpace", n); o != nil {
			c.j.space(o, c.inherited(), 0)
			return
		}
		c.j.space(types.Name(n), c.inherited(), 0)
	}
}

// formDict judges the dictionary of a form (6.2.9, ISO 14289-1, 7.20).
func (j *judge) formDict(o types.Object, s *types.StreamDict) {
	if !j.first(o) {
		return
	}
	d := s.Dict
	if j.Name(d["Subtype2"]) == "PS" || d["PS"] != nil || d["OPI"] != nil {
		j.fail("postscript", "")
	}
	if d["Ref"] != nil {
		j.fail("form-reference", "")
	}
	j.group(d["Group"], j.Dict(d["Resources"]))
}
