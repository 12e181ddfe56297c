package unit

import (
	"maps"
	"slices"
	"unicode/utf16"

	"rapporteur/sources/pdf/syntax"
)

// ToUnicode writes a CMap that maps codes of one byte or of two to their texts (ISO 32000-1, 9.10.3).
func ToUnicode(texts map[uint16]string, bytes int) []byte {
	const perBlock = 100 // as many as a block may hold (Adobe Technical Note 5014)
	code := func(b []byte, c uint16) []byte {
		b = syntax.AppendHex16(append(b, '<'), c)
		if bytes == 1 { // without the first two digits
			b = append(b[:len(b)-4], b[len(b)-2:]...)
		}
		return append(b, '>')
	}
	b := []byte("/CIDInit /ProcSet findresource begin\n12 dict " +
		"begin\nbegincmap\n/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n" +
		"/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n")
	b = append(code(code(b, 0), 0xFFFF), "\nendcodespacerange\n"...)
	for block := range slices.Chunk(slices.Sorted(maps.Keys(texts)), perBlock) {
		b = append(syntax.AppendInt(b, len(block)), " beginbfchar\n"...)
		for _, c := range block {
			b = append(code(b, c), '<')
			for _, u := range utf16.Encode([]rune(texts[c])) {
				b = syntax.AppendHex16(b, u)
			}
			b = append(b, ">\n"...)
		}
		b = append(b, "endbfchar\n"...)
	}
	return append(b, "endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend\n"...)
}
