package text

import "testing"

// leftmost is where the first glyph of a sign begins in a line, from the left.
func leftmost(l *Line, sign string) Length {
	at := Length(-1)
	for st := range l.Strips {
		pen := st.X
		for _, g := range st.Glyphs {
			if st.RTL {
				pen -= g.Advance
			}
			if g.Text == sign && (at < 0 || pen < at) {
				at = pen
			}
			if !st.RTL {
				pen += g.Advance
			}
		}
	}
	return at
}

// TestPercentStandsOnOneSide: in Arabic to the left of the figure, with and without a letter before it, in Latin words
// and in Hebrew to the right.
func TestPercentStandsOnOneSide(t *testing.T) {
	s := newTestSetter()
	for _, c := range []struct {
		lang, words, figure, sign string
		left                      bool
	}{
		{"ar", "38%", "3", "%", true},
		{"ar", "12.5%", "5", "%", true},
		{"ar", "بلغت 38% من", "3", "%", true},
		{"ar", "38% من السكان", "3", "%", true},
		{"ar", "٣٨٪", "٣", "٪", true},
		{"ar", "(38%)", "3", "%", true},
		{"ar", "في about 38% of", "3", "%", false},
		{"he", "38%", "3", "%", false},
		{"en", "38%", "3", "%", false},
	} {
		lines, _ := s.Set(prose(c.lang, c.words, 400_000))
		figure, sign := leftmost(&lines[0], c.figure), leftmost(&lines[0], c.sign)
		if figure < 0 || sign < 0 || sign < figure != c.left {
			t.Errorf("%s %q: the figure begins at %d, the sign at %d", c.lang, c.words, figure, sign)
		}
	}
}
