package pdf

import (
	"bytes"
	"sort"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// trailers gathers what may be a trailer, the most likely first: behind the keyword, from the end of the file; then
// cross-reference streams.
func (s *scanner) trailers() []types.Dict {
	type at struct {
		pos int
		d   types.Dict
	}
	var all []at
	for pos := 0; len(all) < 1000; {
		i := bytes.Index(s.data[pos:], []byte("trailer"))
		if i < 0 {
			break
		}
		pos += i + len("trailer")
		if o, _, err := ParseObject(s.data[:min(len(s.data), pos+maxTrailer)], pos); err == nil {
			if t, ok := o.(types.Dict); ok {
				all = append(all, at{pos, t})
			}
		}
	}
	for _, in := range s.found {
		if st, ok := in.Object.(types.StreamDict); ok && s.doc.Name(st.Dict["Type"]) == "XRef" {
			all = append(all, at{int(st.StreamOffset), st.Dict})
		}
	}
	sort.SliceStable(all, func(i, j int) bool { return all[i].pos > all[j].pos })
	out := make([]types.Dict, len(all))
	for i, a := range all {
		out[i] = a.d
	}
	return out
}

// unlock finds the encryption dictionary and its key; nil when the file is not encrypted.
func (s *scanner) unlock(trailers []types.Dict, passwords []string) (*crypt, int, error) {
	for _, t := range trailers {
		enc := s.doc.Dict(t["Encrypt"])
		if enc == nil {
			continue
		}
		var id []byte
		for _, u := range trailers {
			if a := s.doc.Array(u["ID"]); len(a) > 0 {
				id, _ = s.doc.String(a[0])
				break
			}
		}
		c, err := newCrypt(s.doc, enc, id, passwords)
		return c, RefNumber(t["Encrypt"]), err
	}
	return nil, 0, nil
}

// root finds the catalog: the newest trailer's whose Root has pages, else the last object that calls itself a
// catalog, else one is made for a page tree without a parent, or for pages without a tree.
func (s *scanner) root(trailers []types.Dict) {
	d := s.doc
	var catalog types.Dict // one whose pages are gone
	for _, t := range trailers {
		if d.info == nil && d.Dict(t["Info"]) != nil {
			d.info = t["Info"]
		}
		root := d.Dict(t["Root"])
		if d.root == nil && d.Dict(root["Pages"]) != nil {
			d.root = t["Root"]
		}
		if catalog == nil {
			catalog = root
		}
	}
	if d.root != nil {
		return
	}
	if catalog == nil {
		d.mended(catalogSearched)
	}
	var tree types.Object
	for _, n := range s.order {
		o, ok := d.objects[n].(types.Dict)
		if !ok {
			continue
		}
		switch d.Name(o["Type"]) {
		case "Catalog":
			if d.Dict(o["Pages"]) != nil {
				d.root = reference(n)
			}
			if catalog == nil || d.Dict(catalog["Pages"]) == nil {
				catalog = o
			}
		case "Pages":
			if d.Dict(o["Parent"]) == nil && tree == nil {
				tree = reference(n)
			}
		}
	}
	switch {
	case d.root != nil:
		d.mended(catalogSearched)
	case tree != nil:
		d.mended(treeWrong)
		d.root = catalogOf(catalog, tree)
	default:
		d.root = catalogOf(catalog, nil)
		d.lost = catalog == nil || RefNumber(catalog["Pages"]) > 0
		d.gather()
	}
}

// catalogOf is a catalog with another page tree.
func catalogOf(catalog types.Dict, tree types.Object) types.Dict {
	root := types.Dict{"Type": types.Name("Catalog")}
	for k, v := range catalog {
		root[k] = v
	}
	delete(root, "Pages")
	if tree != nil {
		root["Pages"] = tree
	}
	return root
}

func reference(n int) types.IndirectRef { return types.IndirectRef{ObjectNumber: types.Integer(n)} }
