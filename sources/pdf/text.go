package pdf

import (
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/sources/pdf/lex"
)

// StringBytes is the bytes of a string object, unescaped; false when o is no string.
func StringBytes(o types.Object) ([]byte, bool) {
	switch v := o.(type) {
	case types.StringLiteral:
		return lex.AppendLiteral(make([]byte, 0, len(v)), string(v)), true
	case types.HexLiteral:
		return lex.AppendHex(make([]byte, 0, len(v)/2+1), string(v)), true
	}
	return nil, false
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
	'\uFFFD', '\u2022', '\u2020', '\u2021', '\u2026', '\u2014', '\u2013', '\u0192', '\u2044', '\u2039', '\u203A',
	'\u2212',
	'\u2030', '\u201E', '\u201C', '\u201D', '\u2018', '\u2019', '\u201A', '\u2122', '\uFB01', '\uFB02', '\u0141',
	'\u0152',
	'\u0160', '\u0178', '\u017D', '\u0131', '\u0142', '\u0153', '\u0161', '\u017E', '\uFFFD', '\u20AC',
}
