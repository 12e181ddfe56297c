// Package forge writes reports of objects that a test has changed, as reports are written: what somebody would do who
// wants to deceive, for the tests of verify.
//
// From objects by number into the bytes of a file. It is not its task to mend the sums of a ledger.
package forge

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"

	"github.com/klauspost/compress/zlib"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/sources/pdf"
	"rapporteur/sources/pdf/syntax"
)

// perStream is how many objects are packed together.
const perStream = 200

// forgery is a file on its way.
type forgery struct {
	out  bytes.Buffer
	rows []syntax.Row
}

// File writes the objects 1 to last, nil for null; catalog and info are the numbers of those.
func File(last, catalog, info int, object func(n int) types.Object) []byte {
	f := &forgery{rows: make([]syntax.Row, last+1)}
	f.out.WriteString(syntax.Header)
	var packed []int
	for n := 1; n <= last; n++ {
		if s, ok := object(n).(types.StreamDict); ok {
			d := s.Dict.Clone().(types.Dict)
			delete(d, "Length")
			f.stream(n, bytes.TrimSuffix(Object(nil, d), []byte(">>")), s.Raw)
		} else {
			packed = append(packed, n)
		}
	}
	for ; len(packed) > 0; packed = packed[min(perStream, len(packed)):] {
		f.pack(packed[:min(perStream, len(packed))], object)
	}
	f.end(catalog, info)
	return f.out.Bytes()
}

// stream writes a stream; dict is its dictionary without its end.
func (f *forgery) stream(n int, dict, data []byte) {
	f.rows[n] = syntax.Row{Kind: 1, At: int64(f.out.Len())}
	fmt.Fprintf(&f.out, "%d 0 obj\n%s/Length %d>>\nstream\n%s\nendstream\nendobj\n", n, dict, len(data), data)
}

// pack writes objects together.
func (f *forgery) pack(numbers []int, object func(n int) types.Object) {
	stream := len(f.rows)
	f.rows = append(f.rows, syntax.Row{})
	var index, bodies []byte
	for i, n := range numbers {
		index = fmt.Appendf(index, "%d %d ", n, len(bodies))
		bodies = append(Object(bodies, object(n)), '\n')
		f.rows[n] = syntax.Row{Kind: 2, Member: byte(i), At: int64(stream)}
	}
	dict := fmt.Appendf(nil, "<</Type/ObjStm/N %d/First %d/Filter/FlateDecode", len(numbers), len(index))
	f.stream(stream, dict, deflated(append(index, bodies...)))
}

// end writes the table and the end of the file.
func (f *forgery) end(catalog, info int) {
	sum := sha256.Sum256(f.out.Bytes())
	id, at := hex.EncodeToString(sum[:sha256.Size/2]), f.out.Len()
	n := len(f.rows)
	f.rows = append(f.rows, syntax.Row{Kind: 1, At: int64(at)})
	var table []byte
	above := syntax.Row{}
	for i, row := range f.rows {
		if i == 0 {
			row = syntax.FreeRow
		}
		table = syntax.AppendRow(table, row, above)
		above = row
	}
	dict := fmt.Appendf(nil, "<</Type/XRef/Size %d/Root %d 0 R/Info %d 0 R/ID[<%s><%s>]%s", len(f.rows), catalog, info,
		id, id, syntax.TableForm)
	f.stream(n, dict, deflated(table))
	fmt.Fprintf(&f.out, "startxref\n%d\n%%%%EOF\n", at)
}

func deflated(data []byte) []byte {
	var b bytes.Buffer
	z := zlib.NewWriter(&b)
	z.Write(data) // to memory: it cannot fail
	z.Close()
	return b.Bytes()
}

// Raw is an object as it will stand in the file, whatever it is.
type Raw string

// Clone, String and PDFString make it an object of pdfcpu's model.
func (r Raw) Clone() types.Object { return r }
func (r Raw) String() string      { return string(r) }
func (r Raw) PDFString() string   { return string(r) }

// Object writes an object that is no stream.
func Object(b []byte, o types.Object) []byte {
	switch v := o.(type) {
	case Raw:
		return append(b, v...)
	case types.Dict:
		b = append(b, "<<"...)
		for _, k := range pdf.SortedKeys(v) {
			if v[k] != nil {
				b = append(syntax.AppendName(b, k), ' ')
				b = Object(b, v[k])
			}
		}
		return append(b, ">>"...)
	case types.Array:
		b = append(b, '[')
		for i, e := range v {
			if i > 0 {
				b = append(b, ' ')
			}
			b = Object(b, e)
		}
		return append(b, ']')
	case types.Name:
		return syntax.AppendName(b, string(v))
	case types.StringLiteral, types.HexLiteral:
		raw, _ := pdf.StringBytes(v)
		return syntax.AppendString(b, raw)
	case types.Integer:
		return syntax.AppendInt(b, int(v))
	case types.Float:
		return syntax.AppendFloat(b, float64(v))
	case types.Boolean:
		return fmt.Append(b, bool(v))
	case types.IndirectRef:
		return syntax.AppendRef(b, int(v.ObjectNumber))
	}
	return append(b, "null"...)
}
