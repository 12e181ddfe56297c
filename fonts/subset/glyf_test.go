package subset

import (
	"bytes"
	"slices"
	"testing"
)

// trueType builds a font: 0 empty, 1 a triangle with instructions, 2 composed of 1, 3 of 2 (with instructions), 4 of
// itself.
func trueType() Tables {
	// padded
	simple := []byte{0, 1, 0, 0, 0, 0, 0, 100, 0, 100, 0, 2, 0, 3, 9, 9, 9, 0x37, 0x37, 0x37, 1, 2, 3, 4, 5, 6, 0}
	composed := func(of byte, flags uint16) []byte {
		b := append([]byte{0xFF, 0xFF, 0, 0, 0, 0, 0, 100, 0, 100}, byte(flags>>8), byte(flags), 0, of, 7, 8)
		if flags&haveInstruction != 0 {
			b = append(b, 0, 2, 1, 1)
		}
		return b
	}
	t := Tables{Head: make([]byte, 54), Hhea: make([]byte, 36), Maxp: make([]byte, 32)}
	t.Loca = []byte{0, 0}
	for _, g := range [][]byte{nil, append(simple, 0), composed(1, 2), composed(2, 2|haveInstruction),
		composed(4, 2)} {
		t.Glyf = append(t.Glyf, g...)
		t.Loca = be.AppendUint16(t.Loca, uint16(len(t.Glyf)/2))
	}
	be.PutUint16(t.Maxp[4:], 5)
	be.PutUint16(t.Hhea[34:], 2)
	t.Hmtx = []byte{1, 0, 0, 1, 2, 0, 0, 2, 0, 3, 0, 4, 0, 5} // two whole metrics, three bearings
	return t
}

func TestGlyfTakesComponentsAlong(t *testing.T) {
	b, cids, err := Glyf(trueType(), []uint16{0, 3})
	if err != nil {
		t.Fatal(err)
	}
	if want := []byte{0, 0, 0, 0, 0, 0, 0, 1}; !bytes.Equal(cids, want) {
		t.Errorf("map %v", cids)
	}
	s := TablesForTest(b)
	g, err := newGlyfSubset(s, []uint16{0, 1})
	if err != nil || g.glyphs != 4 {
		t.Fatalf("%v, %d glyphs", err, g.glyphs)
	}
	for i, want := range [][]byte{
		nil,
		{0xFF, 0xFF, 0, 0, 0, 0, 0, 100, 0, 100, 0, 2, 0, 2, 7, 8},
		// of 2; no instructions
		{0xFF, 0xFF, 0, 0, 0, 0, 0, 100, 0, 100, 0, 2, 0, 3, 7, 8},                            // of 3
		{0, 1, 0, 0, 0, 0, 0, 100, 0, 100, 0, 2, 0, 0, 0x37, 0x37, 0x37, 1, 2, 3, 4, 5, 6, 0}, // padded to even
	} {
		if o, _ := g.outline(uint16(i)); !bytes.Equal(o, want) {
			t.Errorf("glyph %d: %v, want %v", i, o, want)
		}
	}
	if want := []byte{1, 0, 0, 1, 2, 0, 0, 4, 2, 0, 0, 3, 2, 0, 0, 2}; !bytes.Equal(s.Hmtx, want) {
		t.Errorf("hmtx %v, want %v", s.Hmtx, want)
	}
	if checksum(b) != 0xB1B0AFBA {
		t.Errorf("the file's checksum is %#x", checksum(b))
	}
}

func TestGlyfRefuses(t *testing.T) {
	refused := func(what string, f Tables, glyphs ...uint16) {
		t.Helper()
		if _, _, err := Glyf(f, glyphs); err == nil {
			t.Errorf("%s was taken", what)
		}
	}
	f := trueType()
	refused("a glyph composed of itself", f, 0, 4)
	refused("a glyph beyond the last", f, 0, 5)
	refused("a list without glyph 0", f, 3)
	for _, cut := range []func(*Tables) *[]byte{
		func(t *Tables) *[]byte { return &t.Head }, func(t *Tables) *[]byte { return &t.Hhea },
		func(t *Tables) *[]byte { return &t.Hmtx },
		func(t *Tables) *[]byte { return &t.Loca },
	} {
		f := trueType()
		p := cut(&f)
		*p = (*p)[:len(*p)-1]
		refused("a table cut short", f, 0, 1)
	}
	for n := range 25 { // of glyph 1's 28 bytes, two of padding
		f := trueType()
		f.Glyf = slices.Clone(f.Glyf[:n])
		f.Loca = []byte{0, 0, 0, 0, 0, byte(n / 2), 0, byte(n / 2), 0, byte(n / 2), 0, byte(n / 2)}
		if n > 1 {
			refused("an outline cut short", f, 0, 1)
		}
	}
	deep := trueType() // a chain of composites, each of the one before
	deep.Glyf, deep.Loca = nil, []byte{0, 0}
	be.PutUint16(deep.Maxp[4:], 40)
	deep.Hmtx = make([]byte, 8+2*38)
	for g := range 40 {
		if g > 0 {
			deep.Glyf = append(deep.Glyf, 0xFF, 0xFF, 0, 0, 0, 0, 0, 100, 0, 100, 0, 2, 0, byte(g-1), 0, 0)
		}
		deep.Loca = be.AppendUint16(deep.Loca, uint16(len(deep.Glyf)/2))
	}
	refused("a glyph composed 39 deep", deep, 0, 39)
	if _, _, err := Glyf(deep, []uint16{0, 10}); err != nil {
		t.Errorf("a glyph composed 10 deep: %v", err)
	}
}
