package content

import (
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/sources/pdf/lex"
)

// paint is a colour, as far as it matters here: whether it is plain white.
type paint struct {
	family family
	white  bool
}

// family is what the numbers of a colour space mean (ISO 32000-1, 8.6).
type family uint8

const (
	other family = iota // no number is known to be white
	light               // all 1 is white: gray and RGB
	ink                 // all 0 is white: CMYK and tints, on paper
)

// colourOperator carries out an operator of colours; false when it is none.
func (in *Interpreter) colourOperator(op string, ops []lex.Token) bool {
	st := &in.state
	switch op {
	case "g", "rg":
		st.fill = paint{light, all(ops, light)}
	case "G", "RG":
		st.stroke = paint{light, all(ops, light)}
	case "k":
		st.fill = paint{ink, all(ops, ink)}
	case "K":
		st.stroke = paint{ink, all(ops, ink)}
	case "cs":
		st.fill = paint{family: in.space(ops)}
	case "CS":
		st.stroke = paint{family: in.space(ops)}
	case "sc", "scn":
		st.fill.white = all(ops, st.fill.family)
	case "SC", "SCN":
		st.stroke.white = all(ops, st.stroke.family)
	default:
		return false
	}
	return true
}

// paper is how near to white a number must be.
const paper = 0.99

// all reports whether all numbers of a colour are those of white.
func all(ops []lex.Token, f family) bool {
	for i := range ops {
		switch v := ops[i].Number; {
		case ops[i].Kind != lex.Integer && ops[i].Kind != lex.Real, f == other:
			return false
		case f == light && v < paper, f == ink && v > 1-paper:
			return false
		}
	}
	return len(ops) > 0
}

// space is the family of the colour space that is named.
func (in *Interpreter) space(ops []lex.Token) family {
	if len(ops) == 0 {
		return other
	}
	name := in.bytes(&ops[len(ops)-1])
	if f, known := in.names.spaces[string(name)]; known {
		return f
	}
	f := in.familyOf(types.Name(name), 0)
	if in.names.spaces == nil {
		in.names.spaces = map[string]family{}
	}
	in.names.spaces[string(name)] = f
	return f
}

func (in *Interpreter) familyOf(o types.Object, depth int) family {
	if depth > 2 { // a name for a name, or an alternate space
		return other
	}
	if list := in.doc.Array(o); len(list) > 0 {
		switch in.doc.Name(list[0]) {
		case "ICCBased":
			if len(list) < 2 {
				return other
			}
			switch n, _ := in.doc.Int(in.doc.Dict(list[1])["N"]); n {
			case 1, 3:
				return light
			case 4:
				return ink
			}
			return other
		case "Separation", "DeviceN":
			return ink
		}
		return in.familyOf(list[0], depth+1)
	}
	switch name := in.doc.Name(o); name {
	case "DeviceGray", "DeviceRGB", "CalGray", "CalRGB", "G", "RGB":
		return light
	case "DeviceCMYK", "CMYK":
		return ink
	case "", "Pattern", "Indexed", "Lab":
		return other
	default:
		return in.familyOf(in.doc.Dict(in.resources["ColorSpace"])[name], depth+1)
	}
}
