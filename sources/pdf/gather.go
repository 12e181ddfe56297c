package pdf

import "github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

// gather makes a page tree of all pages that stand in the file, in their order; false when there are none. How many
// there should be is what the tree said that leads to none of them, or what a linearized file says at its beginning
// (ISO 32000-1, table F.1).
func (d *Document) gather() bool {
	promised := -1
	if n, ok := d.Int(d.Dict(d.Catalog()["Pages"])["Count"]); ok && n > 0 {
		promised = n
	}
	var kids types.Array
	seen := map[int]bool{}
	for _, n := range d.order {
		o, ok := d.objects[n].(types.Dict)
		if !ok || seen[n] {
			continue
		}
		seen[n] = true
		if d.Name(o["Type"]) == "Page" {
			kids = append(kids, reference(n))
		}
		if pages, ok := d.Int(o["N"]); ok && promised < 0 && o["Linearized"] != nil && pages > 0 {
			promised = pages
		}
	}
	if len(kids) == 0 {
		return false
	}
	d.gathered, d.promised = true, promised
	d.mended(treeGone)
	tree := types.Dict{"Type": types.Name("Pages"), "Kids": kids, "Count": types.Integer(len(kids))}
	d.root = catalogOf(d.Catalog(), tree)
	return true
}

// PagesUnknown reports whether pages were gathered, the list of them being lost, and nothing says how many there were.
func (d *Document) PagesUnknown() bool { return d.gathered && d.lost && d.promised < 0 }

// orphans are the nodes of the page tree that name the missing node n as their parent, in order of the file.
func (d *Document) orphans(n int) types.Array {
	if d.adrift == nil {
		d.adrift = map[int]types.Array{}
		seen := map[int]bool{}
		for _, k := range d.order {
			o, ok := d.objects[k].(types.Dict)
			kind := d.Name(o["Type"])
			if !ok || seen[k] || kind != "Page" && kind != "Pages" {
				continue
			}
			seen[k] = true
			if parent := RefNumber(o["Parent"]); parent > 0 && d.objects[parent] == nil {
				d.adrift[parent] = append(d.adrift[parent], reference(k))
			}
		}
	}
	return d.adrift[n]
}
