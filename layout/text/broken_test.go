package text

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"os"
	"testing"

	"rapporteur/fonts"
)

// TestBrokenFont takes from a font the rules by which its letters are joined, which its features still name. The font
// is told to be damaged; nothing panics, and the next paragraph is set.
func TestBrokenFont(t *testing.T) {
	data, err := os.ReadFile("../../fonts/files/SourceSans3-Regular.otf")
	if err != nil {
		t.Fatal(err)
	}
	entry := data[bytes.Index(data[:400], []byte("GSUB")):]
	table := data[binary.BigEndian.Uint32(entry[8:]):]
	binary.BigEndian.PutUint16(table[binary.BigEndian.Uint16(table[8:]):], 0) // LookupList.LookupCount
	font, err := fonts.Parse("fonts/broken.otf", data, 0)
	if err != nil {
		t.Fatal(err)
	}
	s := NewShared(fonts.NewLibrary(map[fonts.Family][]*fonts.Font{fonts.Sans: {font}}), true).Setter()
	p := prose("en", "The office of a fjord.", 300*Pt)
	p.Pieces[0].Style.Face.Family = fonts.Sans
	_, faults := s.Set(p)
	if len(faults) == 0 || faults[0].Code != "font-damaged" || faults[0].Args["file"] != "fonts/broken.otf" {
		t.Errorf("told is %v", fmt.Sprint(faults))
	}
	if lines, faults := s.Set(prose("en", "Words.", 300*Pt)); len(faults) > 0 || lineText(&lines[0]) != "Words." {
		t.Errorf("the next paragraph is %q, and told is %v", lineText(&lines[0]), faults)
	}
}

// TestSums: the widths before all bytes of a word are those before each.
func TestSums(t *testing.T) {
	s := newTestSetter()
	for _, c := range [][2]string{{"en", "officially"}, {"ar", "الأمم"}, {"ru", "Делегация"},
		{"en", "naïve e\u0301\u0302x"}} {
		w := s.word(s.look(Style{Size: 10 * Pt, Lang: in(c[0])}), c[1], alone, alone, c[0] == "ar")
		sums := w.sums()
		for at := range len(w.text) + 1 {
			if sums[at] != w.sumBefore(at) {
				t.Errorf("%s: before byte %d is %d, want %d", c[1], at, sums[at], w.sumBefore(at))
			}
		}
	}
}
