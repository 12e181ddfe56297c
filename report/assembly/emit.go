package assembly

import (
	"math"
	"strconv"
	"unicode/utf16"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/sources/pdf"
)

// target is a reference to an object of the report, inside an object tree whose other references are still the original's.
type target int

// Clone, String and PDFString make target an object of pdfcpu's model.
func (t target) Clone() types.Object { return t }
func (t target) String() string      { return strconv.Itoa(int(t)) + " 0 R" }
func (t target) PDFString() string   { return t.String() }

// maxNesting bounds how deep objects may lie in one another; sources/pdf has refused deeper ones.
const maxNesting = 200

// object appends o, with its references turned into the report's numbers. What leads nowhere is null.
func (s *source) object(b []byte, o types.Object, depth int) []byte {
	if depth > maxNesting {
		return append(b, "null"...)
	}
	switch v := o.(type) {
	case nil:
		return append(b, "null"...)
	case target:
		return appendRef(b, int(v))
	case types.IndirectRef:
		if n := s.ref(v.ObjectNumber.Value()); n > 0 {
			return appendRef(b, n)
		}
		return append(b, "null"...)
	case *types.IndirectRef:
		if v == nil {
			return append(b, "null"...)
		}
		return s.object(b, *v, depth)
	case types.Dict:
		b = append(b, "<<"...)
		b = s.entries(b, v, depth)
		return append(b, ">>"...)
	case types.Array:
		b = append(b, '[')
		for i, e := range v {
			if i > 0 {
				b = append(b, ' ')
			}
			b = s.object(b, e, depth+1)
		}
		return append(b, ']')
	case types.Name:
		return appendName(b, string(v))
	case types.Integer:
		return strconv.AppendInt(b, int64(v), 10)
	case types.Float:
		return appendFloat(b, float64(v))
	case types.Boolean:
		return strconv.AppendBool(b, bool(v))
	case types.StringLiteral, types.HexLiteral:
		raw, _ := pdf.StringBytes(v)
		return appendString(b, raw)
	}
	return append(b, "null"...) // no other kind stands inside an object
}

// entries appends what stands between the brackets of a dictionary, in order of keys. Keys into the parent tree are moved to where the original's
// entries stand in the report's, and dropped where they led nowhere: they would lead into somebody else's page.
func (s *source) entries(b []byte, d types.Dict, depth int) []byte {
	for _, k := range pdf.SortedKeys(d) {
		v := d[k]
		switch k {
		case "StructParents", "StructParent":
			n, ok := s.parentKey(v)
			if !ok {
				continue
			}
			v = types.Integer(n)
		}
		if v == nil {
			continue
		}
		if n := pdf.RefNumber(v); n > 0 && s.ref(n) == 0 {
			continue // an entry that is null is no entry (ISO 32000-1, 7.3.7)
		}
		b = appendName(b, k)
		switch v.(type) {
		case types.Dict, types.Array, types.Name, types.StringLiteral, types.HexLiteral:
		default:
			b = append(b, ' ')
		}
		b = s.object(b, v, depth+1)
	}
	return b
}

// appendName writes a name with its slash, escaped as needed (ISO 32000-1, 7.3.5).
func appendName(b []byte, name string) []byte {
	const digits = "0123456789ABCDEF"
	b = append(b, '/')
	for i := range len(name) {
		switch c := name[i]; {
		case c <= ' ' || c >= 0x7F, c == '#', c == '/', c == '%', c == '(', c == ')', c == '<', c == '>', c == '[', c == ']', c == '{', c == '}':
			b = append(b, '#', digits[c>>4], digits[c&15])
		default:
			b = append(b, c)
		}
	}
	return b
}

// appendString writes a string of bytes as a literal.
func appendString(b, s []byte) []byte {
	b = append(b, '(')
	for _, c := range s {
		switch c {
		case '(', ')', '\\':
			b = append(b, '\\', c)
		case '\r':
			b = append(b, '\\', 'r')
		case '\n':
			b = append(b, '\\', 'n')
		default:
			b = append(b, c)
		}
	}
	return append(b, ')')
}

// appendText writes a text string: plain where it is ASCII, else UTF-16 with its mark (ISO 32000-1, 7.9.2.2).
func appendText(b []byte, s string) []byte {
	for i := range len(s) {
		if c := s[i]; c < ' ' && c != '\n' || c >= 0x7F {
			u := utf16.Encode([]rune(s))
			raw := make([]byte, 0, 2*len(u)+2)
			raw = append(raw, 0xFE, 0xFF)
			for _, v := range u {
				raw = append(raw, byte(v>>8), byte(v))
			}
			return appendString(b, raw)
		}
	}
	return appendString(b, []byte(s))
}

// appendFloat writes a number without an exponent; what is no number is 0.
func appendFloat(b []byte, f float64) []byte {
	if math.IsNaN(f) || math.IsInf(f, 0) || math.Abs(f) > 1e15 {
		return append(b, '0')
	}
	if math.Abs(f) < 1e-9 {
		return append(b, '0')
	}
	return strconv.AppendFloat(b, f, 'f', -1, 64)
}

// appendMilli writes v thousandths, with no zeros at the end.
func appendMilli(b []byte, v int64) []byte {
	if v < 0 {
		b = append(b, '-')
		v = -v
	}
	b = strconv.AppendInt(b, v/1000, 10)
	if r := v % 1000; r > 0 {
		b = append(b, '.', byte('0'+r/100), byte('0'+r/10%10), byte('0'+r%10))
		for b[len(b)-1] == '0' {
			b = b[:len(b)-1]
		}
	}
	return b
}
