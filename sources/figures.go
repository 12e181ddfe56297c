package sources

import (
	"strings"
	"unicode"
)

// Figures writes the decimal digits of whatever script as 0 to 9. What is no digit stays.
func Figures(s string) string {
	return strings.Map(func(r rune) rune {
		if r < 0x80 || !unicode.IsDigit(r) {
			return r
		}
		for _, block := range unicode.Nd.R16 { // each of one or several times ten digits, from 0 to 9
			if uint16(r) >= block.Lo && uint16(r) <= block.Hi && r <= 0xFFFF {
				return '0' + (r-rune(block.Lo))%10
			}
		}
		return r
	}, s)
}
