package pdf

import (
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// StringBytes is the bytes of a string object, unescaped; false when o is no string.
func StringBytes(o types.Object) ([]byte, bool) {
	switch v := o.(type) {
	case types.StringLiteral:
		return unescape(string(v)), true
	case types.HexLiteral:
		return unhex(string(v)), true
	}
	return nil, false
}

// unescape decodes what stands between the parentheses of a literal string (ISO 32000-1, 7.3.4.2). An escape that is
// none keeps its character.
func unescape(s string) []byte {
	if strings.IndexByte(s, '\\') < 0 && strings.IndexByte(s, '\r') < 0 {
		return []byte(s)
	}
	b := make([]byte, 0, len(s))
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c == '\r' { // an end of line in a string is one line feed, however it is written
			if i+1 < len(s) && s[i+1] == '\n' {
				i++
			}
			b = append(b, '\n')
			continue
		}
		if c != '\\' {
			b = append(b, c)
			continue
		}
		i++
		if i == len(s) {
			break
		}
		switch c = s[i]; c {
		case 'n':
			b = append(b, '\n')
		case 'r':
			b = append(b, '\r')
		case 't':
			b = append(b, '\t')
		case 'b':
			b = append(b, '\b')
		case 'f':
			b = append(b, '\f')
		case '\n':
		case '\r':
			if i+1 < len(s) && s[i+1] == '\n' {
				i++
			}
		case '0', '1', '2', '3', '4', '5', '6', '7':
			n := int(c - '0')
			for k := 0; k < 2 && i+1 < len(s) && s[i+1] >= '0' && s[i+1] <= '7'; k++ {
				i++
				n = n*8 + int(s[i]-'0')
			}
			b = append(b, byte(n))
		default:
			b = append(b, c)
		}
	}
	return b
}

// unhex decodes a hexadecimal string; what is no digit is passed over, a last odd digit is followed by 0.
func unhex(s string) []byte {
	b := make([]byte, 0, len(s)/2+1)
	high, half := 0, false
	for i := 0; i < len(s); i++ {
		n := hexDigit(s[i])
		if n < 0 {
			continue
		}
		if half {
			b = append(b, byte(high<<4|n))
		} else {
			high = n
		}
		half = !half
	}
	if half {
		b = append(b, byte(high<<4))
	}
	return b
}

func hexDigit(c byte) int {
	switch {
	case c >= '0' && c <= '9':
		return int(c - '0')
	case c >= 'a' && c <= 'f':
		return int(c-'a') + 10
	case c >= 'A' && c <= 'F':
		return int(c-'A') + 10
	}
	return -1
}

// Text decodes a PDF text string to UTF-8: UTF-16 in either order, UTF-8 by its mark, else PDFDocEncoding (ISO
// 32000-2, 7.9.2.2). Language escapes are dropped; what is no character becomes U+FFFD.
func Text(b []byte) string {
	switch {
	case len(b) >= 2 && b[0] == 0xFE && b[1] == 0xFF:
		return utf16Text(b[2:], 0)
	case len(b) >= 2 && b[0] == 0xFF && b[1] == 0xFE:
		return utf16Text(b[2:], 1)
	case len(b) >= 3 && b[0] == 0xEF && b[1] == 0xBB && b[2] == 0xBF:
		return dropEscapes(strings.ToValidUTF8(string(b[3:]), "\uFFFD"))
	}
	var s strings.Builder
	s.Grow(len(b))
	for _, c := range b {
		switch {
		case c >= 0x18 && c <= 0x1F:
			s.WriteRune(docLow[c-0x18])
		case c >= 0x7F && c <= 0xA0:
			s.WriteRune(docHigh[c-0x7F])
		case c == 0xAD:
			s.WriteRune(utf8.RuneError)
		default:
			s.WriteRune(rune(c))
		}
	}
	return s.String()
}

// utf16Text decodes UTF-16; high is the place of the high byte in each pair.
func utf16Text(b []byte, high int) string {
	u := make([]uint16, len(b)/2)
	for i := range u {
		u[i] = uint16(b[2*i+high])<<8 | uint16(b[2*i+1-high])
	}
	return dropEscapes(string(utf16.Decode(u)))
}

// dropEscapes removes ESC language [country] ESC.
func dropEscapes(s string) string {
	for {
		i := strings.IndexByte(s, 0x1B)
		if i < 0 {
			return s
		}
		rest := s[i+1:]
		j := strings.IndexByte(rest, 0x1B)
		if j < 0 || j > 8 {
			s = s[:i] + rest
			continue
		}
		s = s[:i] + rest[j+1:]
	}
}

// docLow and docHigh are the codes of PDFDocEncoding that are not Latin-1 (ISO 32000-1, table D.2).
var docLow = [8]rune{'\u02D8', '\u02C7', '\u02C6', '\u02D9', '\u02DD', '\u02DB', '\u02DA', '\u02DC'}

var docHigh = [34]rune{
	'\uFFFD', '\u2022', '\u2020', '\u2021', '\u2026', '\u2014', '\u2013', '\u0192', '\u2044', '\u2039', '\u203A', '\u2212',
	'\u2030', '\u201E', '\u201C', '\u201D', '\u2018', '\u2019', '\u201A', '\u2122', '\uFB01', '\uFB02', '\u0141', '\u0152',
	'\u0160', '\u0178', '\u017D', '\u0131', '\u0142', '\u0153', '\u0161', '\u017E', '\uFFFD', '\u20AC',
}
