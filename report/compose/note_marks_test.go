package compose

import (
	"strings"
	"testing"

	"rapporteur/layout"
	"rapporteur/layout/lang"
)

// TestNoteMarks: the mark of a note, written here as a figure in brackets, stands where its language has it, whatever
// side it was typed on; what belongs to a word stays with it.
func TestNoteMarks(t *testing.T) {
	for _, c := range []struct{ lang, typed, set string }{
		{"fr", "La paix.[1] Et la guerre.", "La paix[1]. Et la guerre."},
		{"fr", "La paix ![1]", "La paix[1] !"},
		{"fr", "des fusils, etc.[1] Suite", "des fusils, etc.[1] Suite"},
		{"fr", "l’O.N.U.[1] fut", "l’O.N.U.[1] fut"},
		{"fr", "deux notes.[1][2]", "deux notes[1][2]."},
		{"fr", "déjà là[1].", "déjà là[1]."},
		{"es", "la paz.[1]", "la paz[1]."},
		{"ru", "о мире.[1] Далее", "о мире[1]. Далее"},
		{"ru", "в 2001 г.[1] и", "в 2001 г.[1] и"},
		{"ru", "О мире?[1]", "О мире?[1]"},
		{"en", "of peace[1]. And war", "of peace.[1] And war"},
		{"en", "of peace.[1] And war", "of peace.[1] And war"},
		{"en", "of peace[1]... and", "of peace[1]... and"},
		{"en", "a[1], b[2], c", "a,[1] b,[2] c"},
		{"zh", "和平。[1]", "和平。[1]"},
		{"ar", "السلام.[1]", "السلام.[1]"},
		{"fr", "[1] au début", "[1] au début"},
	} {
		var list []layout.Inline
		for _, part := range strings.FieldsFunc(c.typed, func(r rune) bool { return r == '[' || r == ']' }) {
			in := layout.Inline{Text: part}
			if strings.Trim(part, "12") == "" {
				in.Note = &layout.Note{ID: part}
			}
			list = append(list, in)
		}
		var got strings.Builder
		for _, in := range noteMarks(list, lang.Embedded().Of(c.lang)) {
			if in.Note != nil {
				got.WriteString("[" + in.Text + "]")
			} else {
				got.WriteString(in.Text)
			}
		}
		if got.String() != c.set {
			t.Errorf("%s: %q, want %q", c.lang, got.String(), c.set)
		}
	}
}
