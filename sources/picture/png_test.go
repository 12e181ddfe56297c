package picture

import (
	"bytes"
	"encoding/binary"
	"errors"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"testing"
)

func encoded(t *testing.T, im image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, im); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// ramp is a picture in another form, painted with the drawing.
func ramp(to draw.Image) draw.Image {
	draw.Draw(to, to.Bounds(), drawing(to.Bounds().Dx(), to.Bounds().Dy()), image.Point{}, draw.Src)
	return to
}

// veiled is a drawing whose right is transparent.
func veiled(to draw.Image) draw.Image {
	src := drawing(to.Bounds().Dx(), to.Bounds().Dy())
	for y := range to.Bounds().Dy() {
		for x := range to.Bounds().Dx() {
			c := src.NRGBAAt(x, y)
			c.A = uint8(255 - 255*x/to.Bounds().Dx())
			to.Set(x, y, c)
		}
	}
	return to
}

// TestPNG: of every kind of PNG, the samples that a PDF holds are those of the file; rows that a PDF can hold are those
// of the file byte for byte.
func TestPNG(t *testing.T) {
	at := image.Rect(0, 0, 37, 23)
	var colours color.Palette
	for i := range 200 {
		colours = append(colours, color.NRGBA{uint8(i), uint8(255 - i), uint8(i * 3), 255})
	}
	few := color.Palette{color.NRGBA{255, 255, 255, 255}, color.NRGBA{0, 0, 0, 255}, color.NRGBA{200, 10, 10, 255}}
	clear := color.Palette{color.NRGBA{255, 255, 255, 255}, color.NRGBA{0, 0, 0, 0}, color.NRGBA{200, 10, 10, 128}}
	for _, c := range []struct {
		name  string
		im    image.Image
		bits  int
		space Space
		asIs  bool
	}{
		{"gray", ramp(image.NewGray(at)), 8, Gray, true},
		{"gray of 16 bits", ramp(image.NewGray16(at)), 16, Gray, true},
		{"RGB", drawing(37, 23), 8, RGB, true},
		{"RGB of 16 bits", opaque16(at), 16, RGB, true},
		{"palette of 8 bits", ramp(image.NewPaletted(at, colours)), 8, RGB, true},
		{"palette of 2 bits", ramp(image.NewPaletted(at, few)), 2, RGB, true},
		{"palette of 1 bit", ramp(image.NewPaletted(at, few[:2])), 1, RGB, true},
		{"palette with alpha", ramp(image.NewPaletted(at, clear)), 2, RGB, true},
		{"RGB with alpha", veiled(image.NewNRGBA(at)), 8, RGB, false},
		{"RGB with alpha of 16 bits", veiled(image.NewNRGBA64(at)), 16, RGB, false},
	} {
		data := encoded(t, c.im)
		_, im := opened(t, data, 0)
		if im.Bits != c.bits || im.Space != c.space || im.Broken || (im.Offset > 0) != c.asIs {
			t.Errorf("%s: %d bits, space %d, broken %t, at %d", c.name, im.Bits, im.Space, im.Broken, im.Offset)
		}
		same(t, c.name, shown(t, im), c.im)
	}
}

func opaque16(at image.Rectangle) image.Image {
	im := image.NewNRGBA64(at)
	for y := range at.Dy() {
		for x := range at.Dx() {
			im.SetNRGBA64(x, y, color.NRGBA64{uint16(x * 1771), uint16(y * 2800), uint16(x*y*77 + 5), 65535})
		}
	}
	return im
}

// TestPNGInterlaced: Adam7's passes are woven, in every depth, and in pictures that some passes miss.
func TestPNGInterlaced(t *testing.T) {
	for _, size := range []image.Point{{1, 1}, {3, 2}, {5, 9}, {33, 17}} {
		for _, c := range []struct {
			bits, colour byte
			space        Space
			step         int
		}{{1, pngGray, Gray, 1}, {2, pngGray, Gray, 1}, {4, pngPalette, RGB, 1}, {8, pngGray, Gray, 1},
			{8, pngRGB, RGB, 3}, {16, pngRGB, RGB, 6}, {8, pngRGBAlpha, RGB, 4}} {
			sample := func(x, y, i int) byte { return byte(x*31 + y*57 + i*11) }
			p := &pngFile{width: size.X, height: size.Y, bits: int(c.bits), colour: c.colour}
			var raw []byte
			for _, pass := range passes {
				w, h := (size.X-pass.x+pass.dx-1)/pass.dx, (size.Y-pass.y+pass.dy-1)/pass.dy
				if w <= 0 || h <= 0 {
					continue
				}
				for y := range h {
					row := make([]byte, 1+p.stride(w))
					for x := range w {
						X, Y := pass.x+x*pass.dx, pass.y+y*pass.dy
						if c.bits < 8 {
							v := sample(X, Y, 0) & (1<<c.bits - 1)
							row[1+x*int(c.bits)/8] |= v << (8 - int(c.bits) - x*int(c.bits)%8)
							continue
						}
						for i := range c.step {
							row[1+x*c.step+i] = sample(X, Y, i)
						}
					}
					raw = append(raw, row...)
				}
			}
			head := binary.BigEndian.AppendUint32(binary.BigEndian.AppendUint32(nil, uint32(size.X)), uint32(size.Y))
			head = append(head, c.bits, c.colour, 0, 0, 1)
			file := append([]byte(pngMagic), pngChunk("IHDR", head)...)
			if c.colour == pngPalette {
				file = append(file, pngChunk("PLTE", bytes.Repeat([]byte{1, 2, 3}, 16))...)
			}
			file = append(append(file, pngChunk("IDAT", deflate(raw))...), pngChunk("IEND", nil)...)
			want, err := png.Decode(bytes.NewReader(file))
			if err != nil {
				t.Fatal(err)
			}
			_, im := opened(t, file, 0)
			if im.Broken {
				t.Errorf("%v %v: broken", size, c)
			}
			same(t, "interlaced", shown(t, im), want)
		}
	}
}

// TestPNGKey: the one transparent colour of a PNG without alpha stays one.
func TestPNGKey(t *testing.T) {
	data := withChunk(encoded(t, drawing(30, 20)), "tRNS", []byte{0, 255, 0, 0, 0, 0})
	want, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	_, im := opened(t, data, 0)
	if len(im.Key) != 3 || im.Offset < 0 {
		t.Errorf("key %v, at %d", im.Key, im.Offset)
	}
	same(t, "key", shown(t, im), want)
}

// TestPNGPieces: data in several chunks, as most writers leave them, are the same rows.
func TestPNGPieces(t *testing.T) {
	whole := encoded(t, drawing(60, 40))
	p := readPNG(whole)
	file := bytes.Clone(whole[:8+25])
	for b := p.data[0]; len(b) > 0; {
		n := min(100, len(b))
		file, b = append(file, pngChunk("IDAT", b[:n])...), b[n:]
	}
	file = append(file, pngChunk("IEND", nil)...)
	_, im := opened(t, file, 0)
	if im.Broken || !bytes.Equal(im.Data, p.data[0]) {
		t.Error("the pieces are not the whole")
	}
}

// TestPNGDensity: pHYs is understood, and EXIF's orientation.
func TestPNGDensity(t *testing.T) {
	// 11,811 and 5,906 a metre
	data := withChunk(encoded(t, drawing(30, 20)), "pHYs", []byte{0, 0, 0x2E, 0x23, 0, 0, 0x17, 0x12, 1})
	data = withChunk(data, "eXIf",
		(&tiffFile{order: binary.BigEndian,
			pages: []tiffTestPage{{fields: []field{shorts(tagOrientation, 6)}, blocks: [][]byte{{0}}}}}).bytes())
	f, _ := opened(t, data, 0)
	p := f.Pages[0]
	if len(p.Densities) != 1 || int(p.Densities[0].X+.5) != 300 || int(p.Densities[0].Y+.5) != 150 ||
		p.Orientation != 6 {
		t.Errorf("%+v", p)
	}
}

// TestPNGBroken: what of a damaged PNG is there is shown, and it is told; what holds nothing, or claims more than it
// can hold, is refused.
func TestPNGBroken(t *testing.T) {
	whole := encoded(t, drawing(200, 150))
	for cut := len(whole) - 1; cut > 8+25+12; cut -= 997 {
		f, err := Open(whole[:cut])
		if err != nil {
			t.Fatalf("cut at %d: %v", cut, err)
		}
		im, err := f.Image(t.Context(), 0)
		if err != nil {
			if cut < 300 {
				continue
			}
			t.Fatalf("cut at %d: %v", cut, err)
		}
		if !im.Broken && cut < len(whole)-12 {
			t.Errorf("cut at %d: nothing is told", cut)
		}
		got := shown(t, im)
		if cut > len(whole)/2 && got.NRGBA64At(3, 3).R != 65535 {
			t.Errorf("cut at %d: the rows that are there are not shown", cut)
		}
	}
	flipped := bytes.Clone(whole)
	flipped[len(flipped)/2] ^= 0x10
	if _, im := opened(t, flipped, 0); !im.Broken {
		t.Error("a flipped bit is not told")
	}
	for name, change := range map[string]func([]byte) []byte{
		"a claim of 10^9 by 10^9":     func(b []byte) []byte { return claimed(b, 1e9, 1e9) },
		"a claim of 20,000 by 20,000": func(b []byte) []byte { return claimed(b, 20_000, 20_000) },
		"no width":                    func(b []byte) []byte { return claimed(b, 0, 10) },
		"nothing but a header":        func(b []byte) []byte { return b[:8+25] },
		"a header cut short":          func(b []byte) []byte { return b[:20] },
		"a kind that does not exist":  func(b []byte) []byte { b[25] = 5; return b },
		"a depth that does not exist": func(b []byte) []byte { b[24] = 3; return b },
		"no deflated data":            func(b []byte) []byte { copy(b[8+25+8:], "nothing deflated"); return b },
	} {
		f, err := Open(change(bytes.Clone(whole)))
		if err == nil {
			_, err = f.Image(t.Context(), 0)
		}
		var wrong *Fault
		if !errors.As(err, &wrong) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// claimed is a PNG that claims other measures.
func claimed(b []byte, w, h uint32) []byte {
	binary.BigEndian.PutUint32(b[16:], w)
	binary.BigEndian.PutUint32(b[20:], h)
	return b
}

// TestPNGBomb: rows that go on behind the picture are not unpacked.
func TestPNGBomb(t *testing.T) {
	rows := bytes.Repeat([]byte{0}, 50<<20)
	head := []byte{0, 0, 0, 10, 0, 0, 0, 10, 8, pngGray, 0, 0, 0}
	file := append([]byte(pngMagic), pngChunk("IHDR", head)...)
	file = append(append(file, pngChunk("IDAT", deflate(rows))...), pngChunk("IEND", nil)...)
	_, im := opened(t, file, 0)
	if !im.Broken || len(im.Data) > 1000 {
		t.Errorf("broken %t, %d bytes go into the report", im.Broken, len(im.Data))
	}
	unpacked(t, im)
}
