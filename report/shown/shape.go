package shown

import (
	"crypto/sha256"
	"io"
	"math"
	"slices"
	"strconv"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/sources/pdf"
)

// Sum is half of a SHA-256: nobody makes two things that have one, and it takes half the room.
type Sum [sha256.Size / 2]byte

// Shape is an object as the sums see it: the sum of what stands in it, and what it refers to, in order.
type Shape struct {
	own  Sum
	refs []int32
}

// shaper makes shapes, with the same memory again and again. It belongs to one goroutine.
//
// A value is written as a letter and what it is: d and the entries of a dictionary by their keys, and e; a and the
// elements of an array, and e; n and t with the length and the bytes of a name and of a string; i and the digits of a
// number; b and a truth value; z for null; p and the index of a page, r for any other reference, whose target stands in
// the shape. The ways back to what holds an object are passed over: they would make all of a tree part of each branch.
type shaper struct {
	page func(number int) (index int, ok bool)
	buf  []byte
	keys []string
	refs []int32
	room []int32 // for the references of shapes, which are many and short
}

// roomFor is how many references room is made for at a time.
const roomFor = 4 << 10

// waysBack are the keys of references from an object to the one that holds it, or to its neighbour before, each with
// the keys of names and strings by which such an object says what it is: a glyph, a picture or a font may be called P.
var waysBack = map[string][]string{"Parent": {"Subtype", "FT", "T", "Title", "Type"}, "P": {"S", "Subtype"},
	"Prev": {"Title"}, "Last": {"Title", "Type"}}

// wayBack reports whether the entry of a dictionary leads back.
func wayBack(d types.Dict, key string) bool {
	if _, ref := d[key].(types.IndirectRef); !ref {
		return false
	}
	return slices.ContainsFunc(waysBack[key], func(own string) bool {
		switch d[own].(type) {
		case types.Name, types.StringLiteral, types.HexLiteral:
			return true
		}
		return false
	})
}

// shape is that of an object that is no stream.
func (s *shaper) shape(o types.Object) Shape {
	s.begin()
	s.value(o)
	return s.end(sha256.Sum256(s.buf))
}

func (s *shaper) begin() { s.buf, s.refs = s.buf[:0], s.refs[:0] }

func (s *shaper) end(sum [sha256.Size]byte) Shape {
	out := Shape{own: Sum(sum[:len(Sum{})])}
	if n := len(s.refs); n > 0 {
		if cap(s.room)-len(s.room) < n {
			s.room = make([]int32, 0, max(n, roomFor))
		}
		from := len(s.room)
		s.room = append(s.room, s.refs...)
		out.refs = s.room[from : from+n : from+n]
	}
	return out
}

// unpacked bounds the encoded bytes of a stream that is looked at decoded: whoever writes a file anew may pack what was
// not packed, which are small streams as a rule, and shows the same.
// Large ones are seldom without a filter, and unpacking all of them would cost more than all else that verify does.
const unpacked = 512

// stream is the shape of a stream: its dictionary and its bytes, the decoded ones of a small stream that is packed in
// the common way or not at all.
func (s *shaper) stream(d types.Dict, length int64, data func(io.Writer) error) (Shape, error) {
	s.begin()
	filter, _ := d["Filter"].(types.Name)
	common := d["Filter"] == nil || filter == "FlateDecode" && d["DecodeParms"] == nil
	packet := d["Subtype"] == types.Name("XML") && length <= maxUnpacked
	if common && (length <= unpacked || packet) {
		raw := sliceWriter{make([]byte, 0, length)}
		if err := data(&raw); err != nil {
			return Shape{}, err
		}
		if filter != "" {
			plain, err := (&pdf.Document{}).Decode(types.StreamDict{Dict: d, Raw: raw.b}, maxUnpacked)
			if err != nil {
				common, plain = false, raw.b
			}
			raw.b = plain
		}
		if packet && common {
			raw.b = plainXMP(raw.b)
		}
		s.dict(d, common)
		s.buf = append(append(s.buf, 's'), raw.b...)
		return s.end(sha256.Sum256(s.buf)), nil
	}
	s.dict(d, d["Filter"] == nil)
	h := sha256.New()
	h.Write(append(s.buf, 's'))
	if err := data(h); err != nil {
		return Shape{}, err
	}
	return s.end([sha256.Size]byte(h.Sum(nil))), nil
}

// maxUnpacked bounds what comes of a small stream, and how large a packet of metadata is looked at as such: a thousand
// times as much is the most that packing saves.
const maxUnpacked = unpacked << 10

// sliceWriter gathers what is written.
type sliceWriter struct{ b []byte }

// Write implements io.Writer.
func (w *sliceWriter) Write(p []byte) (int, error) {
	w.b = append(w.b, p...)
	return len(p), nil
}

// dict writes the dictionary of a stream: its length stands in no sum, its filter only where its bytes are encoded.
func (s *shaper) dict(d types.Dict, plain bool) {
	s.entries(d, func(k string) bool { return k != "Length" && (!plain || k != "Filter" && k != "DecodeParms") })
}

func (s *shaper) entries(d types.Dict, take func(key string) bool) {
	from := len(s.keys)
	for k := range d {
		s.keys = append(s.keys, k)
	}
	keys := s.keys[from:]
	slices.Sort(keys)
	s.buf = append(s.buf, 'd')
	for _, k := range keys {
		if !take(k) || d[k] == nil || wayBack(d, k) {
			continue
		}
		s.text('n', k)
		s.value(d[k])
	}
	s.buf = append(s.buf, 'e')
	s.keys = s.keys[:from]
}

func every(string) bool { return true }

func (s *shaper) text(letter byte, text string) {
	s.buf = strconv.AppendInt(append(s.buf, letter), int64(len(text)), 10)
	s.buf = append(append(s.buf, ' '), text...)
}

func (s *shaper) value(o types.Object) {
	switch v := o.(type) {
	case types.Dict:
		s.entries(v, every)
	case types.StreamDict:
		s.entries(v.Dict, every)
	case types.Array:
		s.buf = append(s.buf, 'a')
		for _, e := range v {
			s.value(e)
		}
		s.buf = append(s.buf, 'e')
	case types.Name:
		s.text('n', string(v))
	case types.StringLiteral, types.HexLiteral:
		b, _ := pdf.StringBytes(v)
		s.text('t', string(b))
	case types.Integer:
		s.number(float64(v))
	case types.Float:
		s.number(float64(v))
	case types.Boolean:
		s.buf = strconv.AppendBool(append(s.buf, 'b'), bool(v))
	case types.IndirectRef:
		n := int(v.ObjectNumber)
		if i, ok := s.page(n); ok {
			s.buf = strconv.AppendInt(append(s.buf, 'p'), int64(i), 10)
			return
		}
		s.buf = append(s.buf, 'r')
		s.refs = append(s.refs, int32(min(max(n, 0), math.MaxInt32)))
	default:
		s.buf = append(s.buf, 'z')
	}
}

func (s *shaper) number(v float64) {
	s.buf = append(strconv.AppendFloat(append(s.buf, 'i'), v, 'f', -1, 64), ' ')
}
