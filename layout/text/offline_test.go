package text

import "testing"

// TestOffTheLine: what stands above or below the line is drawn so by the font, or is smaller and moved; its text is
// the same, and no line ends before it.
func TestOffTheLine(t *testing.T) {
	for _, letters := range []string{"2", "2xyz", "Ж"} {
		for _, below := range []bool{false, true} {
			s := newTestSetter()
			st := Style{Size: 11 * Pt, Lang: in("en")}
			off := st
			off.Superior, off.Inferior = !below, below
			lines, faults := s.Set(&Paragraph{Lang: in("en"), Measure: 60 * Pt,
				Pieces: []Piece{{Text: "of carbon CO", Style: st},
					{Text: letters, Style: off, Leaf: 2}, {Text: " and more words", Style: st}}})
			if len(faults) > 0 {
				t.Fatal(faults)
			}
			moved, text := 0, ""
			for i := range lines {
				if first := lineText(&lines[i]); len(first) >= len(letters) && first[:len(letters)] == letters {
					t.Errorf("a line begins with %s", letters)
				}
				for strip := range lines[i].Strips {
					if strip.Leaf != 2 {
						continue
					}
					for _, g := range strip.Glyphs {
						text += g.Text
						plain, _ := strip.Font.Glyph([]rune(g.Text)[0])
						if plain != g.ID || strip.Size < 11*Pt && (strip.Rise < 0) == below && strip.Rise != 0 {
							moved++
						}
					}
				}
			}
			if n := len([]rune(letters)); text != letters || moved != n {
				t.Errorf("%s, below %v: %q, %d of %d moved", letters, below, text, moved, n)
			}
		}
	}
}
