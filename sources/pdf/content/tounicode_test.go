package content

import (
	"fmt"
	"slices"
	"testing"
	"unicode/utf16"
)

// TestWideRanges: a code has the text that the file says last, whether a range of many codes, a short one or an entry
// of its own says it; what a text is, is told of each alike.
func TestWideRanges(t *testing.T) {
	type entry struct {
		lo, hi int
		text   uint16
	}
	wide, other := entry{0, 0xFFFF, 0xFE00}, entry{0x200, 0x600, 0x4E00}
	short, single := entry{0x300, 0x320, 'a'}, entry{5, 5, 'x'}
	for _, list := range [][]entry{{wide}, {single, wide}, {wide, single, short}, {short, other, wide},
		{wide, other, short}, {other, short, other}, {single, short}, slices.Repeat([]entry{other}, 66)} {
		data := ""
		want := map[int]string{}
		for _, e := range list {
			data += fmt.Sprintf("1 beginbfrange <%04x> <%04x> <%04x> endbfrange\n", e.lo, e.hi, e.text)
			for c := e.lo; c <= e.hi; c++ {
				want[c] = string(utf16.Decode([]uint16{e.text + uint16(c-e.lo)}))
			}
		}
		m := ReadToUnicode([]byte(data), false)
		met := 0
		m.each(func(code uint16, said *meaning) {
			text := said.text
			if met++; text != want[int(code)] {
				t.Errorf("%v: code %d is given as %q", list, code, text)
			}
		})
		if met != len(want) {
			t.Errorf("%v: %d codes are given, not %d", list, met, len(want))
		}
		for c := range 1 << 16 {
			got := m.of(uint16(c))
			state := Unmapped
			if _, has := want[c]; has {
				state = stateOf(want[c])
			}
			if got.text != want[c] || got.state != state {
				t.Fatalf("%v: code %d is %+v; it should be %q, in state %d", list, c, got, want[c], state)
			}
		}
	}
}

// TestWideRangesCostNothing: a line that maps all codes takes no more than one that maps a few.
func TestWideRangesCostNothing(t *testing.T) {
	data := []byte("1 beginbfrange <0000> <FFFF> <0000> endbfrange")
	if n := testing.AllocsPerRun(5, func() { ReadToUnicode(data, false) }); n > 100 {
		t.Errorf("%v allocations for one range", n)
	}
}
