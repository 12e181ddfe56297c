package pdf

import (
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// Document is an opened PDF: its objects by number, its catalog, its pages. It is not changed after Open and may be
// read from several goroutines; what it returns is shared and must not be changed.
type Document struct {
	data      []byte
	objects   map[int]types.Object
	source    func(n int) types.Object // instead of objects, when they are read on demand
	forget    func(n int)              // of source, what it keeps of an object
	root      types.Object             // reference to the catalog, or the catalog
	info      types.Object
	encrypted bool
	keyless   bool // encrypted, and opened without its key
	repaired  []string
	contents  *Contents // what is kept of its content streams; nil: nothing

	order    []int               // numbers of the objects in order of the file, where a scan has read it
	adrift   map[int]types.Array // nodes of the page tree, by the number of their parent, which is missing
	gathered bool                // pages were gathered, for no tree leads to them
	promised int                 // how many there should be then, -1 unknown
	lost     bool                // what led to them is not in the file any more

	pages   []Page
	passing bool          // dictionaries of pages are read anew when they are asked for
	handed  []*handedDown // what those inherit, by page

	count int                     // as the page tree gives it
	byNum map[int]int             // page object number -> first index in pages
	named map[string]types.Object // named destinations of the name tree
	old   types.Dict              // named destinations of the catalog's /Dests (PDF 1.1)
}

// Count is how many pages the page tree says that there are, -1 when it does not; where it is not the number of
// Pages, pages may have been lost.
func (d *Document) Count() int { return d.count }

// Forget says that object n will hardly be asked for again: its memory is free, and it would be read anew.
func (d *Document) Forget(n int) {
	if d.forget != nil {
		d.forget(n)
	}
}

// Encrypted reports whether the file was encrypted (and a password, the empty one mostly, opened it).
func (d *Document) Encrypted() bool { return d.encrypted }

// Pages lists the pages of the page tree in order; it is never empty. Those of a report on disk have no dictionaries:
// Page gives them.
func (d *Document) Pages() []Page { return d.pages }

// Catalog is the document's root dictionary; nil only in a file that has none.
func (d *Document) Catalog() types.Dict { return d.Dict(d.root) }

// CatalogNumber is the object number of the catalog, 0 if it is direct.
func (d *Document) CatalogNumber() int { return RefNumber(d.root) }

// Info is the document information dictionary, nil when there is none.
func (d *Document) Info() types.Dict { return d.Dict(d.info) }

// InfoNumber is the object number of the document information dictionary, 0 if it is direct.
func (d *Document) InfoNumber() int { return RefNumber(d.info) }

// Object is the object with that number, nil when it is missing or null.
func (d *Document) Object(n int) types.Object {
	if d.source != nil {
		return d.source(n)
	}
	return d.objects[n]
}

// RefNumber is the object number of a reference, 0 if o is no reference.
func RefNumber(o types.Object) int {
	switch r := o.(type) {
	case types.IndirectRef:
		return r.ObjectNumber.Value()
	case *types.IndirectRef:
		if r != nil {
			return r.ObjectNumber.Value()
		}
	}
	return 0
}

// Resolve follows references until something else stands there; nil when a reference leads nowhere or in a circle.
func (d *Document) Resolve(o types.Object) types.Object {
	for range maxHops {
		switch r := o.(type) {
		case types.IndirectRef:
			o = d.Object(r.ObjectNumber.Value())
		case *types.IndirectRef:
			if r == nil {
				return nil
			}
			o = d.Object(r.ObjectNumber.Value())
		default:
			return o
		}
	}
	return nil
}

// Dict is the dictionary that o is or refers to, a stream's dictionary included; else nil.
func (d *Document) Dict(o types.Object) types.Dict {
	switch v := d.Resolve(o).(type) {
	case types.Dict:
		return v
	case types.StreamDict:
		return v.Dict
	}
	return nil
}

// Array is the array that o is or refers to; else nil.
func (d *Document) Array(o types.Object) types.Array {
	a, _ := d.Resolve(o).(types.Array)
	return a
}

// Stream is the stream that o is or refers to.
func (d *Document) Stream(o types.Object) (*types.StreamDict, bool) {
	if s, ok := d.Resolve(o).(types.StreamDict); ok {
		return &s, true
	}
	return nil, false
}

// Name is the name that o is or refers to, decoded and without its slash; else "".
func (d *Document) Name(o types.Object) string {
	n, _ := d.Resolve(o).(types.Name)
	return string(n)
}

// Int is the integer that o is or refers to; a number with a zero fraction counts.
func (d *Document) Int(o types.Object) (int, bool) {
	switch v := d.Resolve(o).(type) {
	case types.Integer:
		return int(v), true
	case types.Float:
		if f := float64(v); f == float64(int32(f)) {
			return int(f), true
		}
	}
	return 0, false
}

// Number is the number that o is or refers to.
func (d *Document) Number(o types.Object) (float64, bool) {
	switch v := d.Resolve(o).(type) {
	case types.Integer:
		return float64(v), true
	case types.Float:
		return float64(v), true
	}
	return 0, false
}

// Bool is the truth value that o is or refers to; false when it is none.
func (d *Document) Bool(o types.Object) bool {
	b, _ := d.Resolve(o).(types.Boolean)
	return bool(b)
}

// String is the bytes of the string that o is or refers to, unescaped and decrypted.
func (d *Document) String(o types.Object) ([]byte, bool) {
	return StringBytes(d.Resolve(o))
}
