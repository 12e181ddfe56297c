package shown

import (
	"encoding/hex"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// Sums are what is compared: of each page, of each run's structure in the order of the runs, and of what belongs to
// the whole, by the names that the ledger has for it. Unreached are the numbers of objects that nothing leads to.
type Sums struct {
	Pages     []PageSums
	Structure []string
	Whole     map[string]string
	Unreached []int
}

// Frame is what the sums of the whole begin with. Dict gives a dictionary that another refers to.
type Frame struct {
	Catalog, Info types.Dict
	Dict          func(types.Object) types.Dict
}

// apart are the entries of the catalog that are looked at otherwise: pages one by one, the structure run by run.
var apart = map[string]bool{"Type": true, "Pages": true, "StructTreeRoot": true}

// Sums sums all that is shown. The shapes are complete.
func (s *Shapes) Sums(f Frame) *Sums {
	c := newClosure(s.objects, &s.refs)
	out := &Sums{Pages: make([]PageSums, len(s.pages)), Whole: map[string]string{}}
	for i := range s.pages {
		for aspect := range s.pages[i] {
			if shape := &s.pages[i][aspect]; shape.own != (Sum{}) {
				out.Pages[i][aspect] = c.of(shape)
			}
		}
	}
	w := s.Worker()
	sum := func(o types.Object) string {
		shape := w.s.shape(o)
		sum := c.of(&shape)
		return hex.EncodeToString(sum[:])
	}
	tree := f.Dict(f.Catalog["StructTreeRoot"])
	document := f.Dict(tree["K"])
	for _, k := range kids(document["K"]) {
		out.Structure = append(out.Structure, sum(k))
	}
	put := func(name string, d types.Dict, not map[string]bool) {
		for k, v := range d {
			if !not[k] {
				out.Whole[name+k] = sum(v)
			}
		}
	}
	put("", f.Catalog, apart)
	put("StructTreeRoot/", tree, map[string]bool{"Type": true, "K": true})
	put("Document/", document, map[string]bool{"P": true, "K": true})
	put("Info/", f.Info, nil)
	for n := 1; n < len(c.shapes); n++ {
		if c.state[n].order == 0 && c.shapes[n].own != (Sum{}) {
			out.Unreached = append(out.Unreached, n)
		}
	}
	return out
}

func kids(o types.Object) types.Array {
	if a, ok := o.(types.Array); ok || o == nil {
		return a
	}
	return types.Array{o}
}
