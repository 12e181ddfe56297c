package paint

import (
	"strconv"

	"rapporteur/layout"
)

// appendLength writes a length in points: at most three decimals, none that are zero.
func appendLength(b []byte, l layout.Length) []byte {
	return appendMilli(b, int64(l))
}

// appendMilli writes v thousandths.
func appendMilli(b []byte, v int64) []byte {
	if v < 0 {
		b = append(b, '-')
		v = -v
	}
	b = strconv.AppendInt(b, v/1000, 10)
	r := v % 1000
	if r == 0 {
		return b
	}
	b = append(b, '.', byte('0'+r/100))
	if r %= 100; r != 0 {
		b = append(b, byte('0'+r/10))
		if r %= 10; r != 0 {
			b = append(b, byte('0'+r))
		}
	}
	return b
}

// appendColor writes the operator that sets the colour of what is filled: gray where it is one.
func appendColor(b []byte, c layout.Color) []byte {
	r, g, bl := int64(c>>16&255), int64(c>>8&255), int64(c&255)
	b = appendMilli(b, (r*1000+127)/255)
	if r == g && g == bl {
		return append(b, " g\n"...)
	}
	b = append(b, ' ')
	b = appendMilli(b, (g*1000+127)/255)
	b = append(b, ' ')
	b = appendMilli(b, (bl*1000+127)/255)
	return append(b, " rg\n"...)
}

// appendCode writes a character code, two bytes, inside a literal string (ISO 32000-1, 7.3.4.2).
func appendCode(b []byte, code uint16) []byte {
	for _, c := range [2]byte{byte(code >> 8), byte(code)} {
		switch c {
		case '(', ')', '\\':
			b = append(b, '\\', c)
		case '\r': // bare, it would be read as a line feed
			b = append(b, '\\', 'r')
		default:
			b = append(b, c)
		}
	}
	return b
}

// appendHexText writes a text string in UTF-16BE as a hexadecimal string.
func appendHexText(b []byte, s string) []byte {
	const digits = "0123456789ABCDEF"
	put := func(u uint16) {
		b = append(b, digits[u>>12], digits[u>>8&15], digits[u>>4&15], digits[u&15])
	}
	b = append(b, "<FEFF"...)
	for _, r := range s {
		if r < 0x10000 {
			put(uint16(r))
			continue
		}
		r -= 0x10000
		put(0xD800 + uint16(r>>10))
		put(0xDC00 + uint16(r&0x3FF))
	}
	return append(b, '>')
}
