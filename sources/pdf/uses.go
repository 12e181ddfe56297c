package pdf

import (
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/sources/pdf/lex"
)

// Use is a resource that content asks for: the category of the resource dictionary that holds it, and its name there
// (ISO 32000-1, table 33).
type Use struct{ Category, Name string }

// maxUses of one page's content; a page with more names is noise.
const maxUses = 1 << 16

// uses gathers the resources that content asks for, each once.
type uses struct {
	list []Use
	seen map[Use]bool
}

// see looks at an operator: what it names is asked for, unless it needs no resource.
func (u *uses) see(op []byte, operands []lex.Token) {
	category := ""
	switch string(op) {
	case "Tf":
		category = "Font"
	case "Do":
		category = "XObject"
	case "gs":
		category = "ExtGState"
	case "sh":
		category = "Shading"
	case "cs", "CS":
		category = "ColorSpace"
	case "scn", "SCN":
		category = "Pattern"
	default:
		return
	}
	i := len(operands) - 1
	if category == "Font" {
		i--
	}
	if i < 0 || operands[i].Kind != lex.Name || len(u.list) >= maxUses {
		return
	}
	use := Use{category, string(operands[i].Append(nil))}
	if use.Category == "ColorSpace" {
		switch use.Name {
		case "DeviceGray", "DeviceRGB", "DeviceCMYK", "Pattern", "G", "RGB", "CMYK":
			return
		}
	}
	if !u.seen[use] {
		if u.seen == nil {
			u.seen = map[Use]bool{}
		}
		u.seen[use] = true
		u.list = append(u.list, use)
	}
}

// Missing are those of the resources that content asks for which a resource dictionary does not lead to.
func (d *Document) Missing(resources types.Dict, list []Use) []Use {
	var out []Use
	for _, u := range list {
		if !d.serves(u.Category, d.Resolve(d.Dict(resources[u.Category])[u.Name])) {
			out = append(out, u)
		}
	}
	return out
}

// serves reports whether an object is what a resource of a category must be: else viewers show nothing.
func (d *Document) serves(category string, o types.Object) bool {
	switch o.(type) {
	case nil:
		return false
	case types.StreamDict:
		return category != "Font" && category != "ExtGState"
	case types.Dict:
		return category != "XObject"
	}
	return category == "ColorSpace"
}
