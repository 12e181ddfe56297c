package paint

import "unicode"

// TextSum is a sum over the letters of a passage, FNV-1a (Fowler, Noll, Vo) over their UTF-8. It tells passages apart
// that were changed by chance or by somebody who does not know of it; it proves nothing.
type TextSum uint32

// The start and the factor of FNV-1a with 32 bits.
const (
	fnvStart TextSum = 2166136261
	fnvPrime TextSum = 16777619
)

// add goes on with the text of a glyph. Spaces are not in the sum, for they may be moves, nor is what cannot be seen.
func (s *TextSum) add(text string) {
	sum := *s
	for i, r := range text {
		switch {
		case unicode.IsSpace(r):
			return
		case !unicode.IsGraphic(r):
			continue
		}
		for _, b := range []byte(text[i : i+len(string(r))]) {
			sum = (sum ^ TextSum(b)) * fnvPrime
		}
	}
	*s = sum
}
