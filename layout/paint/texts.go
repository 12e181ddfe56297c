package paint

import (
	"crypto/sha256"
	"unicode"
)

// TextSum is a sum over the letters of a passage, the text of a marked-content sequence: half of the SHA-256 of their
// UTF-8. Spaces are not among them, for they may be moves, nor is what cannot be seen.
type TextSum [sha256.Size / 2]byte

// appendLetters adds the letters of the text of a glyph.
func appendLetters(b []byte, text string) []byte {
	for _, r := range text {
		switch {
		case unicode.IsSpace(r):
			return b
		case unicode.IsGraphic(r):
			b = append(b, string(r)...)
		}
	}
	return b
}

// passage ends the passage whose letters were gathered, if one is open.
func (c *canvas) passage() {
	if len(c.texts) < len(c.marks) {
		sum := sha256.Sum256(c.letters)
		c.texts, c.letters = append(c.texts, TextSum(sum[:len(TextSum{})])), c.letters[:0]
	}
}
