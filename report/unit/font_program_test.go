package unit

import (
	"bytes"
	"testing"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/sources/pdf"
)

// TestReadOnce: equal data of two files are read once as the same thing, and once more as another; what is packed in
// another way is read by itself; and what is kept does not grow without end.
func TestReadOnce(t *testing.T) {
	doc, err := pdf.Open(t.Context(), originalOf("", ""), pdf.Options{})
	if err != nil {
		t.Fatal(err)
	}
	ps, count := &Programs{}, 0
	read := func(ps *Programs, raw string, dict types.Dict, as int) int {
		s := &types.StreamDict{Dict: dict, Raw: bytes.Clone([]byte(raw))}
		return ReadOnce(ps, doc, s, as, 1<<30, func(b []byte, _ error) int { count++; return len(b) })
	}
	for i, c := range []struct {
		raw  string
		dict types.Dict
		as   int
		want int // reads so far
	}{
		{"abc", types.Dict{}, 1, 1}, {"abc", types.Dict{}, 1, 1}, {"abc", types.Dict{}, 2, 2},
		{"abd", types.Dict{}, 1, 3},
		{"abc", types.Dict{"Filter": types.Name("ASCIIHexDecode")}, 1, 4},
		{"abc", types.Dict{"DecodeParms": types.Dict{}}, 1, 5},
		{string(make([]byte, mostHeld)), types.Dict{}, 1, 6}, {"abc", types.Dict{}, 1, 7},
	} {
		if read(ps, c.raw, c.dict, c.as); count != c.want {
			t.Errorf("%d: %d reads, want %d", i, count, c.want)
		}
	}
	if read(nil, "abc", types.Dict{}, 1); count != 8 {
		t.Error("without a place to keep it, it is read anew")
	}
}
