package content

import (
	"maps"
	"math/rand/v2"
	"testing"
)

// TestSpans: a code has the width that was listed for it last, however the spans lie over each other.
func TestSpans(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 3))
	for range 300 {
		var s spans
		want := map[uint16]float64{}
		for range r.IntN(nested) {
			first := uint16(r.IntN(40))
			last, width := first+uint16(r.IntN(12)), float64(r.IntN(3))
			s.add(first, last, width)
			for c := first; c <= last; c++ {
				want[c] = width
			}
		}
		s.sorted()
		if got := s.each(); !maps.Equal(got, want) {
			t.Fatalf("%v: %v, want %v", s, got, want)
		}
		for c := range uint16(60) {
			width, has := s.of(c)
			if w, is := want[c]; has != is || width != w {
				t.Fatalf("%v: %d is %g wide, %v, want %g, %v", s, c, width, has, w, is)
			}
		}
	}
	var s spans
	for c := range uint16(300) {
		s.add(c, c, 500)
	}
	if s.add(0xFFFF, 0xFFFF, 500); len(s) != 2 {
		t.Errorf("codes of one width take %d spans", len(s))
	}
	if s.add(0, 0, 500); len(s) != 3 {
		t.Error("the first code does not run on from the last")
	}
}
