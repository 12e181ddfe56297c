// Package syntax writes the objects of PDF as a file has them (ISO 32000-1, 7.3): names, strings, text, numbers,
// references.
//
// From Go's values into bytes appended to a slice, the shortest form that every reader takes. Not its task: reading
// (package pdf above it), or knowing what the objects mean.
package syntax

import (
	"math"
	"strconv"
	"unicode/utf16"
)

const upperHex = "0123456789ABCDEF"

// AppendInt writes an integer.
func AppendInt(b []byte, n int) []byte { return strconv.AppendInt(b, int64(n), 10) }

// AppendRef writes a reference to object n, of generation 0.
func AppendRef(b []byte, n int) []byte {
	return append(AppendInt(b, n), " 0 R"...)
}

// AppendRefKey writes an entry of a dictionary whose value is a reference to object n.
func AppendRefKey(b []byte, key string, n int) []byte {
	return AppendRef(append(AppendName(b, key), ' '), n)
}

// AppendName writes a name with its slash, escaped as needed (7.3.5).
func AppendName[T string | []byte](b []byte, name T) []byte {
	b = append(b, '/')
	for i := range len(name) {
		switch c := name[i]; {
		case c <= ' ' || c >= 0x7F, c == '#', c == '/', c == '%', c == '(', c == ')', c == '<', c == '>', c == '[',
			c == ']',
			c == '{', c == '}':
			b = append(b, '#', upperHex[c>>4], upperHex[c&15])
		default:
			b = append(b, c)
		}
	}
	return b
}

// AppendString writes a string of bytes as a literal (7.3.4.2).
func AppendString(b, s []byte) []byte {
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

// AppendText writes a text string: plain where it is ASCII, else UTF-16 with its byte order mark (7.9.2.2).
func AppendText(b []byte, s string) []byte { return AppendString(b, TextBytes(s)) }

// TextBytes is what a text string stands for: the bytes that names in a tree are in order of.
func TextBytes(s string) []byte {
	for i := range len(s) {
		if c := s[i]; c < ' ' && c != '\n' || c >= 0x7F {
			u := utf16.Encode([]rune(s))
			raw := make([]byte, 0, 2*len(u)+2)
			raw = append(raw, 0xFE, 0xFF)
			for _, v := range u {
				raw = append(raw, byte(v>>8), byte(v))
			}
			return raw
		}
	}
	return []byte(s)
}

// AppendFloat writes a number without an exponent; what is no number, or beyond any page, is 0.
func AppendFloat(b []byte, f float64) []byte {
	if math.IsNaN(f) || math.IsInf(f, 0) || math.Abs(f) > 1e15 || math.Abs(f) < 1e-9 {
		return append(b, '0')
	}
	return strconv.AppendFloat(b, f, 'f', -1, 64)
}

// AppendMilli writes v thousandths, with no zeros at the end.
func AppendMilli(b []byte, v int64) []byte {
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

// AppendHex16 writes four hexadecimal digits.
func AppendHex16(b []byte, v uint16) []byte {
	return append(b, upperHex[v>>12], upperHex[v>>8&15], upperHex[v>>4&15], upperHex[v&15])
}

// AppendURI writes a URI as a string, with what PDF forbids in it escaped: it wants 7-bit ASCII (12.6.4.7).
func AppendURI(b []byte, uri string) []byte {
	out := make([]byte, 0, len(uri))
	for i := range len(uri) {
		if c := uri[i]; c <= ' ' || c >= 0x7F {
			out = append(out, '%', upperHex[c>>4], upperHex[c&15])
		} else {
			out = append(out, c)
		}
	}
	return AppendString(b, out)
}
