package unit

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"hash"
	"strconv"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/sources/pdf"
	"rapporteur/sources/pdf/syntax"
)

// sumForm promises the form: for each widget, in the order of pages and of their annotations, its page, its field's
// name in full and its value, its state and its place. Verifying reads the same from the report; how the sum is made is
// said once more there, so that neither takes the other's word. What it looks like is a part of what its page shows.
func (s *source) sumForm() {
	f := &s.original.form
	facts := &s.u.Facts.Form
	facts.Widgets, facts.Flat = len(f.every), f.flat
	h := sha256.New()
	for _, w := range f.every {
		sumText(h, strconv.Itoa(w.page))
		sumText(h, s.nameOf(w))
		if !f.flat {
			sumText(h, s.valueOf(w))
			sumText(h, s.doc.Name(w.dict["AS"]))
		}
		sumText(h, rounded(s.doc, w.dict["Rect"]))
	}
	if !s.work.spent { // else not all of it was looked at, as is told
		facts.Sum = hex.EncodeToString(h.Sum(nil))
	}
}

// sumText adds a text with its length before it.
func sumText(h hash.Hash, text string) {
	var n [8]byte
	binary.BigEndian.PutUint64(n[:], uint64(len(text)))
	h.Write(n[:])
	h.Write([]byte(text))
}

// valueOf is the sum of the value of a widget's field, made once.
func (s *source) valueOf(w *widget) string {
	sum := func(o types.Object) string {
		h := sha256.New()
		s.sumValue(h, o, 0)
		return hex.EncodeToString(h.Sum(nil))
	}
	fld := w.field
	if s.isPlace(fld) {
		if v := w.dict["V"]; v != nil {
			return sum(v)
		}
		fld = fld.parent
	}
	if fld.value == "" {
		from := fld
		if fld.picture { // it has none of its own any more
			from = fld.parent
		}
		var v types.Object
		for ; from != nil; from = from.parent {
			if _, is := s.doc.Resolve(from.dict["V"]).(types.Dict); !is && from.dict["V"] != nil {
				v = from.dict["V"]
				break
			}
		}
		fld.value = sum(v)
	}
	return fld.value
}

// maxValueDepth: values are texts, names and lists of them.
const maxValueDepth = 4

// sumValue adds a value: a text, a name, a list, or that it is a stream, whose data are a part of what its page shows.
func (s *source) sumValue(h hash.Hash, o types.Object, depth int) {
	switch v := s.doc.Resolve(o).(type) {
	case types.StringLiteral, types.HexLiteral:
		b, _ := pdf.StringBytes(v)
		sumText(h, "text")
		sumText(h, string(b))
	case types.Name:
		sumText(h, "name")
		sumText(h, string(v))
	case types.StreamDict:
		sumText(h, "stream")
	case types.Array:
		sumText(h, "list")
		for _, e := range v {
			if depth < maxValueDepth && s.spend() {
				s.sumValue(h, e, depth+1)
			}
		}
		sumText(h, "end")
	default:
		sumText(h, "none")
	}
}

// mostNumbers of a rectangle or a matrix.
const mostNumbers = 6

// rounded are the numbers of a list, to a thousandth.
func rounded(doc *pdf.Document, list types.Object) string {
	out := ""
	a := doc.Array(list)
	for _, o := range a[:min(len(a), mostNumbers)] {
		v, _ := doc.Number(o)
		v, _ = strconv.ParseFloat(string(syntax.AppendFloat(nil, v)), 64) // as it will be read
		out += " " + strconv.FormatFloat(v, 'f', 3, 64)
	}
	return out
}
