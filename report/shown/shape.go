package shown

import (
	"crypto/sha256"
	"io"
	"slices"
	"strconv"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/sources/pdf"
)

// Sum is half of a SHA-256: nobody makes two things that have one, and it takes half the room.
type Sum [sha256.Size / 2]byte

// Shape is an object as the sums see it: the sum of what stands in it, and what it refers to, in order. A number below
// zero is that of what a tie leads to.
type Shape struct {
	own Sum
	to  place
}

// shaper makes shapes, with the same memory again and again. It belongs to one goroutine.
//
// A value is written as a letter and what it is: d and the entries of a dictionary by their keys, and e; a and the
// elements of an array, and e; n and t with the length and the bytes of a name and of a string; i and the digits of a
// number; b and a truth value; z for null; p and the index of a page, r for any other reference, whose target stands in
// the shape, u for that of a tie.
type shaper struct {
	page func(number int) (index int, ok bool)
	buf  []byte
	keys []string
	refs []int32

	tokens tokens

	all   *references
	block int32   // where those of shapes go
	used  int32   // of it
	room  []int32 // what is left of it
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
		if n > len(s.room) {
			s.block, s.room = s.all.add(n)
			s.used = 0
		}
		copy(s.room, s.refs)
		out.to = place{s.block, s.used, int32(n)}
		s.used, s.room = s.used+int32(n), s.room[n:]
	}
	return out
}

// stream is the shape of a stream: its dictionary, but for the length, and its bytes as they are stored.
func (s *shaper) stream(d types.Dict, data func(io.Writer) error) (Shape, error) {
	s.begin()
	s.entries(d, func(k string) bool { return k != "Length" })
	h := sha256.New()
	h.Write(append(s.buf, 's'))
	if err := data(h); err != nil {
		return Shape{}, err
	}
	return s.end([sha256.Size]byte(h.Sum(nil))), nil
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
		if !take(k) || d[k] == nil {
			continue
		}
		s.text('n', k)
		s.value(d[k])
		if ref, ok := d[k].(types.IndirectRef); ok && pdf.IsTie(d, k) {
			s.tie(int(ref.ObjectNumber))
		}
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
		s.reference(int(v.ObjectNumber))
	default:
		s.buf = append(s.buf, 'z')
	}
}

// tie makes the reference that was written last one of a tie, unless it is to a page.
func (s *shaper) tie(number int) {
	if _, ok := s.page(number); !ok {
		s.buf[len(s.buf)-1] = 'u'
		s.refs[len(s.refs)-1] *= -1
	}
}

func (s *shaper) number(v float64) {
	s.buf = append(strconv.AppendFloat(append(s.buf, 'i'), v, 'f', -1, 64), ' ')
}
