package conformance

import (
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/sources/pdf"
)

// layers judges the optional content of the unit: its order, which the linker takes, lists every group (ISO 19005-3,
// 6.9).
func (j *judge) layers() {
	groups := j.u.Layers.Groups
	if len(groups) == 0 {
		return
	}
	listed := map[int]bool{}
	b := append(j.u.Layers.Order.Append([]byte("["), j.fill), ']')
	order, _, err := pdf.ParseObject(b, 0)
	if err == nil {
		j.listed(order, listed, 0)
	}
	for _, g := range groups {
		if !listed[j.local(g.Object)] {
			j.fail("layer-order", "")
		}
	}
}

func (j *judge) listed(o types.Object, groups map[int]bool, depth int) {
	a, ok := o.(types.Array)
	if !ok || depth > maxForms {
		groups[pdf.RefNumber(o)] = true
		return
	}
	for _, e := range a {
		j.listed(e, groups, depth+1)
	}
}
