package picture

import (
	"bytes"
	"encoding/binary"
	"math/rand/v2"
	"testing"
)

// TestPackedRows: rows are unpacked as they were whichever filter they were packed with, and however far apart their
// samples stand.
func TestPackedRows(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 5))
	for _, space := range []Space{Gray, RGB, CMYK} {
		for _, bits := range []int{1, 8, 16} {
			im := &Image{Width: 21, Height: 24, Bits: bits, Space: space}
			stride := (im.Width*int(space)*bits + 7) / 8
			p := newPacker(stride, int(space)*bits/8, false)
			var want []byte
			for y := range im.Height {
				row := make([]byte, stride)
				for i := range row {
					row[i] = byte(r.IntN(256))
				}
				want = append(want, row...)
				p.kind, p.rows = y%5, 1 // a filter that is not the best one
				p.row(row)
			}
			im.Data = p.taken()
			if got := bytes.Join(unpacked(t, im), nil); !bytes.Equal(got, want) {
				t.Errorf("%d components of %d bits are other samples", space, bits)
			}
		}
	}
}

// TestPackedSmall: the filter that suits rows is found: what rises evenly takes little room, down as across.
func TestPackedSmall(t *testing.T) {
	const side = 96
	for name, sample := range map[string]func(x, y int) int{
		"across": func(x, y int) int { return 2*x + y*y*7 }, "down": func(x, y int) int { return x*x*7 + 2*y },
		"both": func(x, y int) int { return 2*x + 2*y }, "falling": func(x, y int) int { return 255 - 2*x + y*y*7 },
	} {
		p := newPacker(side, 1, false)
		plain := newPacker(side, 1, true)
		for y := range side {
			row := make([]byte, side)
			for x := range row {
				row[x] = byte(sample(x, y))
			}
			p.row(row)
			plain.row(row)
		}
		if n, m := len(p.taken()), len(plain.taken()); 2*n > m {
			t.Errorf("%s: %d bytes, without filters %d", name, n, m)
		}
	}
}

// TestTIFFExtras: components beyond colours are left out, but for how opaque they are, of 8 bits and of 16.
func TestTIFFExtras(t *testing.T) {
	const w, h = 5, 3
	for _, bits := range []int{8, 16} {
		for name, c := range map[string]struct{ n, extras, kind int }{
			"gray and alpha": {1, 1, 2}, "RGB and alpha": {3, 1, 2},
			"RGB, alpha and another": {3, 2, 2}, "CMYK and another": {4, 1, 0}, "gray and two": {1, 2, 0}} {
			samples := c.n + c.extras
			var all, colours, alpha []byte
			for k := range w * h * samples {
				b := []byte{byte(k*37 + 11), byte(k*5 + 3)}[:bits/8]
				all = append(all, b...)
				if k%samples < c.n {
					colours = append(colours, b...)
				} else if k%samples == c.n {
					alpha = append(alpha, b...)
				}
			}
			photo := map[int]int{1: blackIsZero, 3: tiffRGB, 4: tiffCMYK}[c.n]
			file := &tiffFile{order: binary.BigEndian, pages: []tiffTestPage{{blocks: [][]byte{all},
				fields: append(head(w, h, bits, samples, photo, tiffPlain), shorts(tagExtraSamples, uint32(c.kind)))}}}
			_, im := opened(t, file.bytes(), 0)
			if got := bytes.Join(unpacked(t, im), nil); !bytes.Equal(got, colours) {
				t.Errorf("%s of %d bits: %v, want %v", name, bits, got, colours)
			}
			if (im.Mask != nil) != (c.kind == 2) {
				t.Errorf("%s of %d bits has a mask: %v", name, bits, im.Mask != nil)
			} else if im.Mask != nil && !bytes.Equal(bytes.Join(unpacked(t, im.Mask), nil), alpha) {
				t.Errorf("%s of %d bits has another mask", name, bits)
			}
		}
	}
}

// TestRowsThatAreLost: what is not there of a picture is white, and the first colour of a palette.
func TestRowsThatAreLost(t *testing.T) {
	for name, c := range map[string]struct {
		photo int
		white byte
	}{"black is zero": {blackIsZero, 0xFF}, "white is zero": {whiteIsZero, 0}, "palette": {tiffPalette, 0}} {
		file := &tiffFile{order: binary.BigEndian, pages: []tiffTestPage{{blocks: [][]byte{{1, 2, 3, 4, 5, 6}},
			fields: append(head(4, 3, 8, 1, c.photo, tiffPlain), field{tag: tagColorMap, kind: 3, values: make([]uint32,
				768)})}}}
		_, im := opened(t, file.bytes(), 0)
		want := []byte{1, 2, 3, 4, 5, 6, c.white, c.white, c.white, c.white, c.white, c.white}
		if got := bytes.Join(unpacked(t, im), nil); !im.Broken || !bytes.Equal(got, want) {
			t.Errorf("%s: broken %v, %v, want %v", name, im.Broken, got, want)
		}
	}
}

// TestProfiles: a profile is kept that a PDF can name: of its kind, its version and its colours, whose tags lie in it.
func TestProfiles(t *testing.T) {
	profile := func(change func(b []byte)) []byte {
		b := make([]byte, 132+2*12+8)
		binary.BigEndian.PutUint32(b, uint32(len(b)))
		b[8] = 4
		copy(b[12:], "mntrRGB XYZ ")
		copy(b[36:], "acsp")
		binary.BigEndian.PutUint32(b[128:], 2)
		for i := range 2 {
			binary.BigEndian.PutUint32(b[132+12*i+4:], 156)
			binary.BigEndian.PutUint32(b[132+12*i+8:], 8)
		}
		change(b)
		return b
	}
	set := func(at int, words string) func([]byte) { return func(b []byte) { copy(b[at:], words) } }
	put := func(at int, v uint32) func([]byte) { return func(b []byte) { binary.BigEndian.PutUint32(b[at:], v) } }
	for name, c := range map[string]struct {
		change func([]byte)
		sound  bool
	}{
		"as it is": {func([]byte) {}, true}, "version 2": {set(8, "\x02"), true}, "version 1": {set(8, "\x01"), false},
		"version 5": {set(8, "\x05"), false}, "of a printer": {set(12, "prtr"), true}, "of a scanner": {set(12, "scnr"),
			true},
		"of a link": {set(12, "link"), false}, "of gray": {set(16, "GRAY"), false},
		"no profile":           {set(36, "psca"), false},
		"longer than the data": {put(0, 165), false}, "shorter than its head": {put(0, 131), false},
		"shorter than its tags": {put(0, 155), false}, "without tags": {put(128, 0), false},
		"more tags than room": {put(128, 3), false}, "a tag that ends beyond": {put(132+8, 9), false},
		"the last tag beyond": {put(132+12+4, 157), false},
	} {
		if got := soundProfile(profile(c.change), RGB); (got != nil) != c.sound {
			t.Errorf("%s: kept %v", name, got != nil)
		}
	}
	longer := append(profile(func([]byte) {}), 1, 2, 3)
	if got := soundProfile(longer, RGB); len(got) != len(longer)-3 {
		t.Errorf("of %d bytes %d are kept", len(longer), len(got))
	}
}
