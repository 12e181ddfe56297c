package assembly

import (
	"slices"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/sources/pdf"
)

// source is a PDF whose objects are taken over: a painted run's or an original. Whatever is referred to is given a number when it is first met and
// written soon after; what nobody refers to is left behind.
type source struct {
	l       *linker
	doc     *pdf.Document
	numbers map[int]int          // object numbers there and here; 0: not to be taken over
	patched map[int]types.Object // objects as they are to be taken over, where they differ
	queue   []int
	active  map[int]bool // streams being written: their dictionaries may lead back to them
	buf     []byte

	original *foreign    // what is known of an original; nil for a painted run
	parents  map[int]int // keys of the original's parent tree that lead somewhere, and what they are here
}

func newSource(l *linker, doc *pdf.Document) *source {
	return &source{l: l, doc: doc, numbers: map[int]int{}, patched: map[int]types.Object{}, active: map[int]bool{}}
}

// get is the object with that number as it is to be taken over.
func (s *source) get(n int) types.Object {
	if o, ok := s.patched[n]; ok {
		return o
	}
	o := s.doc.Object(n)
	if d, ok := o.(types.Dict); ok && s.original != nil && looksLikeAnnotation(d) { // of no page that is taken, but spoken of by one that is
		t, _ := s.annotation(d, -1)
		s.patched[n] = t
		return t
	}
	return o
}

// ref gives the report's number for an object of the source; 0 when it is not to be taken over.
func (s *source) ref(n int) int {
	if m, ok := s.numbers[n]; ok {
		return m
	}
	if s.active[n] {
		m := s.l.w.alloc()
		s.numbers[n] = m
		return m
	}
	o := s.get(n)
	switch v := o.(type) {
	case nil:
		s.numbers[n] = 0
		return 0
	case types.IndirectRef:
		s.active[n] = true
		m := s.ref(v.ObjectNumber.Value())
		delete(s.active, n)
		if _, loop := s.numbers[n]; loop {
			return 0
		}
		s.numbers[n] = m
		return m
	case types.Dict:
		if s.stays(v) {
			s.numbers[n] = 0
			return 0
		}
	case types.StreamDict:
		if len(s.active) < maxNesting {
			return s.stream(n, v)
		}
	case types.ObjectStreamDict, types.XRefStreamDict, types.LazyObjectStreamObject:
		s.numbers[n] = 0
		return 0
	}
	m := s.l.w.alloc()
	s.numbers[n] = m
	s.queue = append(s.queue, n)
	return m
}

// stays tells whether a dictionary belongs to the source as a whole: its page tree, pages that are not taken, catalog, structure.
func (s *source) stays(d types.Dict) bool {
	switch s.doc.Name(d["Type"]) {
	case "Pages", "Page", "Catalog", "StructTreeRoot", "StructElem":
		return true
	}
	return false
}

// stream writes a stream now, what its dictionary refers to before it, so that equal ones are found to be equal.
func (s *source) stream(n int, v types.StreamDict) int {
	s.active[n] = true
	dict := s.entries(nil, s.streamDict(v), 0)
	delete(s.active, n)
	m := s.l.w.share(s.numbers[n], dict, v.Raw)
	s.numbers[n] = m
	return m
}

// streamDict is a stream's dictionary without Length, which is written from the data, and without Crypt, for the data is decrypted.
func (s *source) streamDict(v types.StreamDict) types.Dict {
	d := make(types.Dict, len(v.Dict))
	for k, o := range v.Dict {
		if k != "Length" {
			d[k] = o
		}
	}
	if !s.doc.Encrypted() {
		return d
	}
	filters, ok := s.doc.Resolve(d["Filter"]).(types.Array)
	if !ok {
		if s.doc.Name(d["Filter"]) == "Crypt" {
			delete(d, "Filter")
			delete(d, "DecodeParms")
		}
		return d
	}
	i := slices.IndexFunc(filters, func(o types.Object) bool { return s.doc.Name(o) == "Crypt" })
	if i < 0 {
		return d
	}
	d["Filter"] = slices.Delete(slices.Clone(filters), i, i+1)
	if parms, ok := s.doc.Resolve(d["DecodeParms"]).(types.Array); ok && i < len(parms) {
		d["DecodeParms"] = slices.Delete(slices.Clone(parms), i, i+1)
	}
	return d
}

// drain writes everything that was referred to and is not yet written.
func (s *source) drain() {
	for len(s.queue) > 0 {
		n := s.queue[len(s.queue)-1]
		s.queue = s.queue[:len(s.queue)-1]
		o := s.get(n)
		if v, ok := o.(types.StreamDict); ok { // too deep to be written on the way
			s.l.w.write(s.numbers[n], s.entries(nil, s.streamDict(v), 0), v.Raw)
			continue
		}
		s.buf = s.object(s.buf[:0], o, 0)
		s.l.w.object(s.numbers[n], s.buf)
	}
}

// parentKey gives a key into the original's parent tree as it is in the report's; false when it led nowhere.
func (s *source) parentKey(o types.Object) (int, bool) {
	n, ok := s.doc.Int(o)
	if !ok {
		return 0, false
	}
	key, ok := s.parents[n]
	return key, ok
}
