package content

import "rapporteur/fonts/received"

// PrivateText is what a character of the private use area shows in a font of signs, where programs put its codes; ""
// where that is not known.
func PrivateText(font string, r rune) string {
	if r < 0xF020 || r > 0xF0FF {
		return ""
	}
	if signs := received.Signs(font); signs != nil {
		return signs[r-0xF000]
	}
	return ""
}
