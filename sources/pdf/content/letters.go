package content

import "unicode"

// Letters are those in the marks of a page, without spaces, which may be moves, and what cannot be seen.
type Letters struct {
	letters []byte
	begin   []int // of each mark's
}

// Len is how many marks there are.
func (t *Letters) Len() int { return len(t.begin) }

// Of is the letters in the k-th mark of the page's content, from 0, valid until the next page is read.
func (t *Letters) Of(k int) []byte {
	if k+1 < len(t.begin) {
		return t.letters[t.begin[k]:t.begin[k+1]]
	}
	return t.letters[t.begin[k]:]
}

// next begins another mark.
func (t *Letters) next() { t.begin = append(t.begin, len(t.letters)) }

// add adds the letters of the text of a glyph.
func (t *Letters) add(text string) {
	if len(text) == 1 && text[0] > ' ' && text[0] < 0x7F {
		t.letters = append(t.letters, text[0])
		return
	}
	for _, r := range text {
		switch {
		case unicode.IsSpace(r):
			return
		case unicode.IsGraphic(r):
			t.letters = append(t.letters, string(r)...)
		}
	}
}
