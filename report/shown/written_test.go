package shown

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"rapporteur/sources/pdf"
)

// anyObject writes some object or other: arrays and dictionaries in one another, keys twice, null, escapes.
func anyObject(r *rand.Rand, depth int) string {
	pick := func(list ...string) string { return list[r.IntN(len(list))] }
	if depth == 0 || r.IntN(3) == 0 {
		return pick("1", "-0", "0.50", "-0.0", "+7", "/Page", "/A#20b", "/DeviceRGB", "(a\\)b)", "(plain)", "<4 1>",
			"<414>", "null", "true", "false", "5 0 R", "3 0 R", "12 0 R", "()", "9007199254740993")
	}
	var b strings.Builder
	n := r.IntN(6)
	if r.IntN(2) == 0 {
		b.WriteString("[")
		for range n {
			b.WriteString(" " + anyObject(r, depth-1))
		}
		return b.String() + "]"
	}
	b.WriteString("<<")
	for range n {
		b.WriteString(pick("/P ", "/Parent ", "/Prev ", "/Last ", "/S ", "/Type ", "/Title ", "/Count ", "/Rect ",
			"/Subtype ", "/#50 ", "/T ", "/FT ", "/Z ") + anyObject(r, depth-1))
	}
	return b.String() + ">>"
}

// TestWrittenIsTheObject: the shape of an object as it is written is that of the object that it is read as.
func TestWrittenIsTheObject(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	s := shaper{all: &references{}, page: func(n int) (int, bool) { return 4, n == 3 }}
	ties := 0
	for range 20_000 {
		body := anyObject(r, 4)
		o, _, err := pdf.ParseObject([]byte(body), 0)
		if err != nil {
			t.Fatal(body, err)
		}
		got, ok := s.written([]byte(body))
		if ok != (o != nil) {
			t.Fatalf("%s: %v", body, ok)
		}
		refs := s.all.of(got.to)
		if want := s.shape(o); ok && (got.own != want.own || !slices.Equal(refs, s.all.of(want.to))) {
			t.Fatalf("%s: %v, want %v", body, refs, s.all.of(want.to))
		}
		ties += len(slices.DeleteFunc(slices.Clone(refs), func(n int32) bool { return n > 0 }))
	}
	if ties < 100 {
		t.Errorf("only %d ties were met", ties)
	}
	if _, ok := s.written([]byte("[" + strings.Repeat("0 ", mostTokens) + "]")); ok {
		t.Error("part of an object has a shape")
	}
	if _, ok := s.written([]byte(")")); ok {
		t.Error("what is no object has a shape")
	}
}
