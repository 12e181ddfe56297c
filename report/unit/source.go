package unit

import (
	"bytes"
	"slices"
	"strconv"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/sources/pdf"
	"rapporteur/sources/pdf/content"
	"rapporteur/sources/pdf/syntax"
)

// source is a PDF whose objects go into a unit: a painted run's or an original. What is referred to gets a local number
// when it is first met and is encoded soon after; what nobody refers to is left behind.
type source struct {
	u         *Unit
	doc       *pdf.Document
	file      []byte               // an original's bytes: its streams are said by their place in them
	numbers   map[int]int          // object numbers there and here; gone: not to be taken
	replaced  map[int]types.Object // objects as they are to be taken, where they differ
	queue     []queued
	at        int              // page of the original that is being encoded, or that led to what is; -1 none
	way       way              // to what is being encoded
	active    map[int]bool     // streams on their way: their dictionaries may lead back to them
	ours      map[string]int   // content streams of ours, by their bytes
	retexted  map[retexted]int // what stands for the ToUnicodes that were met; 0 themselves
	mapped    int              // texts that those give together
	piece     Piece            // being encoded
	later     []laterObject    // objects of ours that are still to be encoded
	stamps    stamping
	options   Options
	reader    *content.Interpreter // of what pages paint at their foot
	work      work
	attaching attaching
	inspect   inspection
	original  *original // what is known of an original; nil for a painted run
	tags      *graft
	inks      int            // the profile of inks; 0 it is not asked for
	inked     map[int]*inked // by the number of the resources in whose place they are
	keys      map[int]int    // keys of the original's parent tree that lead somewhere, and what they are here
}

// gone is the number of what is not taken.
const gone = -1

// maxNesting bounds how deep objects may lie in one another; sources/pdf has refused deeper ones.
const maxNesting = 200

func newSource(u *Unit, doc *pdf.Document) *source {
	return &source{u: u, doc: doc, numbers: map[int]int{}, replaced: map[int]types.Object{}, active: map[int]bool{},
		inked: map[int]*inked{}, ours: map[string]int{}, retexted: map[retexted]int{}}
}

// alloc gives the next local number.
func (u *Unit) alloc() int {
	u.Objects = append(u.Objects, Object{})
	return len(u.Objects)
}

// put encodes an object that is no stream under a local number.
func (u *Unit) put(n int, p Piece) { u.Objects[n-1] = Object{Piece: p} }

// putStream encodes a stream of ours: the entries of its dictionary, and its encoded bytes.
func (u *Unit) putStream(n int, dict Piece, data []byte) {
	u.Objects[n-1] = Object{Piece: dict, Stream: true, Data: data}
}

// putStream encodes a stream of the source. Where its bytes stand in the file as they are, their place is enough.
func (s *source) putStream(n int, dict Piece, v types.StreamDict) {
	s.u.putStream(n, dict, v.Raw)
	at, size := v.StreamOffset, int64(len(v.Raw))
	if size > 0 && at >= 0 && at < int64(len(s.file)) && size <= int64(len(s.file))-at && &s.file[at] == &v.Raw[0] {
		o := &s.u.Objects[n-1]
		o.Data, o.Offset, o.Length = nil, at, size
	}
}

// get is the object with that number as it is to be taken.
func (s *source) get(n int) types.Object {
	if o, ok := s.replaced[n]; ok {
		return o
	}
	o := s.doc.Object(n)
	if d, ok := o.(types.Dict); ok && s.original != nil && !s.way.named() && looksLikeAnnotation(d) {
		of := pdf.RefNumber(d["Parent"])
		if s.doc.Name(d["Subtype"]) != "Popup" || of > 0 && !s.original.annots[of] {
			s.triggers(d["AA"], -1)
			s.captured(d["A"], -1)
			return nil // no page that is taken shows it, whatever speaks of it
		}
		t, _ := s.annotation(d, -1) // the window of one that a page shows
		s.replaced[n] = t
		return t
	}
	return o
}

// ref gives the local number for an object of the source; gone when it is not to be taken.
func (s *source) ref(n int) int {
	if m, ok := s.numbers[n]; ok {
		return m
	}
	if s.active[n] {
		m := s.u.alloc()
		s.numbers[n] = m
		return m
	}
	o := s.get(n)
	switch v := o.(type) {
	case nil:
		s.numbers[n] = gone
		return gone
	case types.IndirectRef:
		s.active[n] = true
		m := s.ref(v.ObjectNumber.Value())
		delete(s.active, n)
		if _, loop := s.numbers[n]; loop {
			return gone
		}
		s.numbers[n] = m
		return m
	case types.Dict:
		if !s.way.named() && (s.stays(v) || s.hidden(v)) {
			s.numbers[n] = gone
			return gone
		}
	case types.StreamDict:
		if s.original != nil && s.doc.Name(v.Dict["Type"]) == "EmbeddedFile" { // attach alone takes them
			s.numbers[n] = gone
			return gone
		}
		if len(s.active) < maxNesting {
			return s.stream(n, v)
		}
	case types.ObjectStreamDict, types.XRefStreamDict, types.LazyObjectStreamObject:
		s.numbers[n] = gone
		return gone
	}
	m := s.u.alloc()
	s.numbers[n] = m
	s.queue = append(s.queue, queued{n, s.at, s.way})
	return m
}

// stays reports whether a dictionary belongs to the source as a whole: its page tree, pages that are not taken, its
// catalog, its structure.
func (s *source) stays(d types.Dict) bool {
	switch s.doc.Name(d["Type"]) {
	case "Pages", "Page", "Catalog", "StructTreeRoot", "StructElem":
		return true
	}
	return false
}

// stream encodes a stream now, what its dictionary refers to before it.
func (s *source) stream(n int, v types.StreamDict) int {
	s.active[n] = true
	var dict Piece
	received, led := v, s.way
	v, s.way = s.recoded(v), plain
	s.entries(&dict, s.streamDict(v), 0)
	s.way = led
	delete(s.active, n)
	m, known := s.numbers[n] // known when its dictionary led back to it
	if !known {
		m = s.u.alloc()
		s.numbers[n] = m
	}
	s.putStream(m, dict, v)
	s.look(n, received)
	return m
}

// streamDict is a stream's dictionary without Length, which the linker writes, without what leads out of the file, and
// without Crypt, for the data is decrypted.
func (s *source) streamDict(v types.StreamDict) types.Dict {
	d := make(types.Dict, len(v.Dict))
	for k, o := range v.Dict {
		if k != "Length" {
			d[k] = o
		}
	}
	s.leaveOutside(d)
	if s.original != nil && d["Resources"] != nil && kindOf(s.doc, d) == "drawing" {
		b, _, _ := s.inspect.sound.CheckContent(s.doc, v, max(s.inspect.left, 0))
		d["Resources"] = s.sharedInks(d["Resources"], b.Inks || s.inkSpace(s.doc.Dict(d["Group"])["CS"], 0))
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

// drain encodes everything that was referred to and is not yet encoded.
func (s *source) drain() {
	for len(s.queue)+len(s.later) > 0 {
		if n := len(s.later); n > 0 {
			o := s.later[n-1]
			s.later = s.later[:n-1]
			s.way = o.way
			s.put(o.number, o.object)
			s.way = plain
			continue
		}
		next := s.queue[len(s.queue)-1]
		s.queue = s.queue[:len(s.queue)-1]
		n := next.number
		s.at, s.way = next.page, next.way
		o := s.get(n)
		if v, ok := o.(types.StreamDict); ok { // too deep to be encoded on the way
			var dict Piece
			coded := s.recoded(v)
			s.way = plain
			s.entries(&dict, s.streamDict(coded), 0)
			s.putStream(s.numbers[n], dict, coded)
			s.look(n, v)
			continue
		}
		s.put(s.numbers[n], o)
		s.way = plain
		delete(s.replaced, n) // it is not asked for again
	}
}

// put encodes an object under a local number.
func (s *source) put(n int, o types.Object) {
	s.object(&s.piece, o, 0)
	s.u.put(n, s.piece.taken())
}

// object encodes o, with symbols in the place of its references. What leads nowhere is null.
func (s *source) object(p *Piece, o types.Object, depth int) {
	if depth > maxNesting {
		p.add("null")
		return
	}
	switch v := o.(type) {
	case symbol:
		p.hole(v.Kind, v.Index)
	case template:
		p.join(Piece(v))
	case types.IndirectRef:
		if n := s.ref(v.ObjectNumber.Value()); n != gone {
			s.hole(p, n)
			return
		}
		p.add("null")
	case *types.IndirectRef:
		if v == nil {
			p.add("null")
			return
		}
		s.object(p, *v, depth)
	case types.Dict:
		if !s.way.named() {
			if s.hidden(v) {
				p.add("null")
				return
			}
			v = s.filed(v)
		}
		p.add("<<")
		s.entries(p, v, depth)
		p.add(">>")
	case types.Array:
		led := s.way
		s.way = plain
		p.add("[")
		for i, e := range s.separation(s.colorants(v)) {
			if i > 0 {
				p.add(" ")
			}
			s.object(p, e, depth+1)
		}
		p.add("]")
		s.way = led
	case types.Name:
		p.name(string(v))
	case types.Integer:
		p.int(int(v))
	case types.Float:
		p.Bytes = syntax.AppendFloat(p.Bytes, float64(v))
	case types.Boolean:
		p.Bytes = strconv.AppendBool(p.Bytes, bool(v))
	case types.StringLiteral, types.HexLiteral:
		raw, _ := pdf.StringBytes(v)
		p.Bytes = syntax.AppendString(p.Bytes, raw)
	default: // no other kind stands inside an object
		p.add("null")
	}
}

// hole refers to a local number, or to a page of the original, whose numbers lie above all objects'.
func (s *source) hole(p *Piece, n int) {
	if n >= pageBase {
		p.hole(PageRef, n-pageBase)
		return
	}
	p.hole(Local, n)
}

// pageBase is what is added to the index of a page that is taken to tell it from an object in source.numbers.
const pageBase = 1 << 30

// entries encodes what stands between the brackets of a dictionary, in order of keys.
func (s *source) entries(p *Piece, d types.Dict, depth int) {
	led := s.way
	d = s.conforming(d)
	for _, k := range pdf.SortedKeys(d) {
		s.way = led
		v, ok := s.special(k, d[k])
		if s.way = led.below(d, k); ok {
			s.entry(p, d, k, v, depth, led)
		}
	}
	s.way = led
}

// special is an entry of a dictionary as it is taken; false where it is not. Keys into the parent tree become symbols,
// and are dropped where they led nowhere: they would lead into somebody else's page.
func (s *source) special(k string, v types.Object) (types.Object, bool) {
	if v == nil || s.way.named() {
		return v, v != nil
	}
	switch k {
	case "StructParents", "StructParent":
		if _, ours := v.(symbol); !ours {
			n, ok := s.parentKey(v)
			return symbol{ParentKey, n}, ok
		}
	case "AA":
		return v, !s.triggered(v)
	case "AF":
		return v, s.original == nil || !s.associated(v, -1)
	}
	return v, true
}

// entry encodes an entry of a dictionary that a way led to. One that leads to what is left out is no entry.
func (s *source) entry(p *Piece, d types.Dict, k string, v types.Object, depth int, led way) {
	if n := pdf.RefNumber(v); n > 0 && s.ref(n) == gone {
		return // an entry that is null is no entry (ISO 32000-1, 7.3.7)
	}
	if !s.way.named() && s.hidden(v) {
		return
	}
	from := len(p.Bytes)
	p.name(k)
	switch v.(type) {
	case types.Dict, types.Array, types.Name, types.StringLiteral, types.HexLiteral:
	default:
		p.add(" ")
	}
	if s.object(p, v, depth+1); pdf.RefNumber(v) > 0 && !led.named() && pdf.IsTie(d, k) {
		p.tied()
	}
	if bytes.HasSuffix(p.Bytes[from:], []byte(" null")) && p.last() <= from {
		p.Bytes = p.Bytes[:from] // what it leads to is left out
	}
}

// parentKey gives a key into the original's parent tree as it is in the unit's; false when it led nowhere.
func (s *source) parentKey(o types.Object) (int, bool) {
	n, ok := s.doc.Int(o)
	if !ok {
		return 0, false
	}
	key, ok := s.keys[n]
	return key, ok
}

// symbol is a symbol inside an object tree whose other references are still the original's.
type symbol Symbol

// Clone, String and PDFString make symbol an object of pdfcpu's model.
func (s symbol) Clone() types.Object { return s }
func (s symbol) String() string      { return s.Kind.String() + " " + strconv.Itoa(s.Index) }
func (s symbol) PDFString() string   { return s.String() }
