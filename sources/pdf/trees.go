package pdf

import (
	"sort"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// NameTree visits the entries of a name tree in the order in which they stand, each node once, at most as many as the
// limits allow.
func (d *Document) NameTree(o types.Object, visit func(key []byte, v types.Object)) {
	d.leaves(o, "Names", func(k, v types.Object) {
		if b, ok := d.String(k); ok {
			visit(b, v)
		} else if n, ok := d.Resolve(k).(types.Name); ok { // met in the wild
			visit([]byte(n), v)
		}
	})
}

// NumberTree visits the entries of a number tree as NameTree does a name tree's.
func (d *Document) NumberTree(o types.Object, visit func(n int, v types.Object)) {
	d.leaves(o, "Nums", func(k, v types.Object) {
		if n, ok := d.Int(k); ok {
			visit(n, v)
		}
	})
}

func (d *Document) leaves(o types.Object, key string, visit func(k, v types.Object)) {
	seen := map[int]bool{}
	left := maxEntries
	var node func(o types.Object, depth int)
	node = func(o types.Object, depth int) {
		if n := RefNumber(o); n > 0 {
			if seen[n] {
				return
			}
			seen[n] = true
		}
		dict := d.Dict(o)
		if dict == nil || depth > maxDepth {
			return
		}
		a := d.Array(dict[key])
		for i := 0; i+1 < len(a) && left > 0; i += 2 {
			left--
			visit(a[i], a[i+1])
		}
		for _, k := range d.Array(dict["Kids"]) {
			if left > 0 {
				left--
				node(k, depth+1)
			}
		}
	}
	node(o, 0)
}

// Destinations are the document's named destinations, of the catalog's /Dests and of its name tree; where a name
// stands in both, the tree's (the newer form) holds. The values are destinations as written.
func (d *Document) Destinations() map[string]types.Object {
	m := make(map[string]types.Object, len(d.old)+len(d.named))
	for k, v := range d.old {
		m[k] = v
	}
	for k, v := range d.named {
		m[k] = v
	}
	return m
}

// findNames reads the named destinations once; the first of two equal keys holds.
func (d *Document) findNames() {
	cat := d.Catalog()
	d.old = d.Dict(cat["Dests"])
	d.named = map[string]types.Object{}
	d.NameTree(d.Dict(cat["Names"])["Dests"], func(k []byte, v types.Object) {
		if _, dup := d.named[string(k)]; !dup {
			d.named[string(k)] = v
		}
	})
}

// Destination makes a destination explicit: the index of its page and what follows the page in its array (kind of
// view and its numbers). A name or a string is looked up, a dictionary's /D is followed, an integer is a page index.
// It is false when the destination leads nowhere in this document.
func (d *Document) Destination(o types.Object) (page int, view types.Array, ok bool) {
	for range maxHops {
		switch v := d.Resolve(o).(type) {
		case types.Array:
			if len(v) == 0 {
				return 0, nil, false
			}
			// Most name the page itself. It is not read: in a long report that would be done for every line of the
			// contents, each time from another object stream.
			if i, is := d.byNum[RefNumber(v[0])]; is {
				return i, v[1:], true
			}
			n, is := d.Int(v[0])
			return n, v[1:], is && n >= 0 && n < len(d.pages)
		case types.Dict:
			o = v["D"]
		case types.Name:
			o = either(d.old[string(v)], d.named[string(v)])
		case types.StringLiteral, types.HexLiteral:
			b, _ := StringBytes(v)
			o = either(d.named[string(b)], d.old[string(b)])
		default:
			return 0, nil, false
		}
	}
	return 0, nil, false
}

func either(a, b types.Object) types.Object {
	if a != nil {
		return a
	}
	return b
}

// SortedKeys are a dictionary's keys in order of their bytes: maps are never walked otherwise where it shows.
func SortedKeys(m types.Dict) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	return keys
}
