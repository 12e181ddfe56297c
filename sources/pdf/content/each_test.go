package content

import (
	"slices"
	"testing"
)

// TestEach: whoever wants each word as it is found is shown the words that are gathered otherwise, and none is.
func TestEach(t *testing.T) {
	d := document(t, "BT /F 12 Tf 20 700 Td (one two) Tj 0 -20 Td (three) Tj ET", "/Font<</F 5 0 R>>",
		"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>")
	want := slices.Clone(show(t, d).Words)
	var got []Word
	in := New(d, new(Fonts), nil)
	in.Words, in.Boxes = true, true
	in.Each = func(w *Word) { got = append(got, *w) }
	shown, err := in.Show(d.Pages()[0])
	if err != nil || len(shown.Words) > 0 {
		t.Errorf("%d words are gathered, %v", len(shown.Words), err)
	}
	if len(want) != 3 || !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

// TestGivenToUnicode: a map that is given is read in the place of the document's own.
func TestGivenToUnicode(t *testing.T) {
	d := document(t, "BT /F 12 Tf 20 700 Td (A) Tj ET", "/Font<</F 5 0 R>>",
		"<</Type/Font/Subtype/Type1/BaseFont/A/ToUnicode 6 0 R>>", stream("", "beginbfchar <41> <0062> endbfchar"))
	given := ReadToUnicode([]byte("beginbfchar <41> <0063> endbfchar"), true)
	for want, fonts := range map[string]*Fonts{"b": {}, "A": {Given: func(int, bool) *ToUnicode { return nil }},
		"c": {Given: func(n int, simple bool) *ToUnicode {
			if n != 6 || !simple {
				t.Errorf("asked for %d, simple %v", n, simple)
			}
			return given
		}}} {
		in := New(d, fonts, nil)
		in.Words = true
		if shown, err := in.Show(d.Pages()[0]); err != nil || len(shown.Words) != 1 || shown.Words[0].Text != want {
			t.Errorf("%v, want %s: %v", shown.Words, want, err)
		}
	}
}
