package picture

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/image/tiff"
)

// samplesOf are a drawing's samples as a TIFF has them: chunky, of 8 or 16 bits, in the file's order of bytes.
func samplesOf(im *image.NRGBA, n, bits int, order binary.AppendByteOrder) []byte {
	var b []byte
	for y := range im.Bounds().Dy() {
		for x := range im.Bounds().Dx() {
			c := im.NRGBAAt(x, y)
			v := []int{int(c.R), int(c.G), int(c.B), int(c.A)}
			if n == 1 {
				v = []int{int(c.R)}
			}
			for _, s := range v[:n] {
				if bits == 16 {
					b = order.AppendUint16(b, uint16(s*257+x))
				} else {
					b = append(b, byte(s))
				}
			}
		}
	}
	return b
}

func head(w, h, bits, samples, photo, compression int) []field {
	f := []field{shorts(tagWidth, uint32(w)), shorts(tagHeight, uint32(h)), shorts(tagSamples, uint32(samples)),
		shorts(tagPhotometric, uint32(photo)), shorts(tagCompression, uint32(compression))}
	depth := field{tag: tagBits, kind: 3}
	for range samples {
		depth.values = append(depth.values, uint32(bits))
	}
	return append(f, depth)
}

func packBitsOf(b []byte) []byte {
	var out []byte
	for len(b) > 0 {
		n := 1
		for n < len(b) && n < 128 && b[n] == b[0] {
			n++
		}
		if n > 1 {
			out, b = append(out, byte(1-n), b[0]), b[n:]
			continue
		}
		out, b = append(out, 0, b[0]), b[1:]
	}
	return append(out, 0x80) // a byte that means nothing
}

// TestTIFFRows: strips and tiles, of one plane or several, in every compression, of 8 and 16 bits, with a predictor and
// without, in both orders of bytes, are the rows of the picture.
func TestTIFFRows(t *testing.T) {
	const w, h = 50, 37
	im := drawing(w, h)
	for _, order := range []binary.AppendByteOrder{binary.LittleEndian, binary.BigEndian} {
		for _, bits := range []int{8, 16} {
			for _, n := range []int{1, 3} {
				for _, form := range []string{"strip", "strips", "tiles", "planes", "big"} {
					for _, compression := range []int{tiffPlain, tiffDeflate, tiffPackBits} {
						for _, predicted := range []bool{false, true} {
							if predicted && compression != tiffDeflate || form == "planes" && n == 1 {
								continue
							}
							name := fmt.Sprint(order, " ", bits, " bits ", n, " ", form, " compression ", compression,
								" predicted ", predicted)
							all := samplesOf(im, n, bits, order)
							file := &tiffFile{order: order, big: form == "big",
								pages: []tiffTestPage{cut(all, w, h, n, bits/8, form)}}
							p := &file.pages[0]
							samples := n
							if form == "planes" {
								samples = 1
							}
							for i, b := range p.blocks {
								if predicted {
									width := w
									if form == "tiles" {
										width = 16
									}
									difference(b, width, samples, bits, order)
								}
								switch compression {
								case tiffDeflate:
									p.blocks[i] = deflate(b)
								case tiffPackBits:
									p.blocks[i] = packBitsOf(b)
								}
							}
							photo := tiffRGB
							if n == 1 {
								photo = blackIsZero
							}
							p.fields = append(p.fields, head(w, h, bits, n, photo, compression)...)
							if predicted {
								p.fields = append(p.fields, shorts(tagPredictor, 2))
							}
							_, got := opened(t, file.bytes(), 0)
							if got.Broken || got.Bits != bits {
								t.Errorf("%s: broken %t, %d bits", name, got.Broken, got.Bits)
							}
							if rows := bytes.Join(unpacked(t, got), nil); !bytes.Equal(rows,
								samplesOf(im, n, bits, binary.BigEndian)) {
								t.Errorf("%s: other samples", name)
							}
						}
					}
				}
			}
		}
	}
}

// cut cuts samples into blocks.
func cut(all []byte, w, h, n, wide int, form string) (p tiffTestPage) {
	stride := w * n * wide
	switch form {
	case "strips":
		p.fields = append(p.fields, shorts(tagRowsPerStrip, 10))
		for y := 0; y < h; y += 10 {
			p.blocks = append(p.blocks, bytes.Clone(all[y*stride:min(y+10, h)*stride]))
		}
	case "tiles":
		p.tiles = true
		p.fields = append(p.fields, shorts(tagTileWidth, 16), shorts(tagTileLength, 32))
		for y := 0; y < h; y += 32 {
			for x := 0; x < w; x += 16 {
				var b []byte
				for r := range 32 {
					row := make([]byte, 16*n*wide)
					if y+r < h {
						copy(row, all[(y+r)*stride+x*n*wide:(y+r)*stride+min(x+16, w)*n*wide])
					}
					b = append(b, row...)
				}
				p.blocks = append(p.blocks, b)
			}
		}
	case "planes":
		p.fields = append(p.fields, shorts(tagPlanar, 2), shorts(tagRowsPerStrip, 20))
		for i := range n {
			for y := 0; y < h; y += 20 {
				var b []byte
				for k := y * w; k < min(y+20, h)*w; k++ {
					b = append(b, all[(k*n+i)*wide:(k*n+i+1)*wide]...)
				}
				p.blocks = append(p.blocks, b)
			}
		}
	default:
		p.blocks = [][]byte{bytes.Clone(all)}
	}
	return p
}

// difference applies the horizontal predictor.
func difference(b []byte, w, n, bits int, order binary.AppendByteOrder) {
	read := order.(binary.ByteOrder)
	stride := w * n * bits / 8
	for ; len(b) >= stride; b = b[stride:] {
		for i := w*n - 1; i >= n; i-- {
			if bits == 8 {
				b[i] -= b[i-n]
			} else {
				read.PutUint16(b[2*i:], read.Uint16(b[2*i:])-read.Uint16(b[2*(i-n):]))
			}
		}
	}
}

// TestTIFFFiles: files that another program has written, in the compressions that scanners and faxes use, show what
// another reader shows; and the data of those that a PDF can hold are the file's.
func TestTIFFFiles(t *testing.T) {
	files, err := filepath.Glob("testdata/*.tif")
	if err != nil || len(files) < 10 {
		t.Fatal(err, files)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		name := filepath.Base(file)
		_, im := opened(t, data, 0)
		if im.Broken {
			t.Errorf("%s is broken", name)
		}
		if strings.Contains(name, "asis") && im.Offset < 0 {
			t.Errorf("%s: its data are not the file's", name)
		}
		if im.Space == CMYK || im.Filter == DCT { // which this reader reads otherwise
			continue
		}
		if strings.HasPrefix(name, "fax-t") {
			// black is zero in them, which the other reader does not heed: the same picture
			data, err = os.ReadFile("testdata/bilevel-packbits.tif")
			if err != nil {
				t.Fatal(err)
			}
		}
		want, err := tiff.Decode(bytes.NewReader(data))
		if err != nil {
			t.Fatal(name, err)
		}
		if p, is := want.(*image.Paletted); is { // of 8 bits a component in a PDF
			for i, c := range p.Palette {
				r, g, b, _ := c.RGBA()
				p.Palette[i] = color.NRGBA{uint8(r >> 8), uint8(g >> 8), uint8(b >> 8), 255}
			}
		}
		same(t, name, shown(t, im), want)
	}
}

// TestFaxOfStrips: a fax of several strips is the rows of all of them: as it is in T.4, whose rows stand by themselves,
// packed anew in T.6; and one whose bits are reversed is turned round.
func TestFaxOfStrips(t *testing.T) {
	for _, c := range []struct {
		name   string
		filter Filter
	}{{"fax-t4-asis.tif", Fax}, {"fax-t6-asis.tif", Flate}} {
		data, err := os.ReadFile(filepath.Join("testdata", c.name))
		if err != nil {
			t.Fatal(err)
		}
		_, one := opened(t, data, 0)
		kind := tiffT4
		if one.Fax.K < 0 {
			kind = tiffT6
		}
		single := shown(t, one)
		twice := image.NewNRGBA64(image.Rect(0, 0, one.Width, 2*one.Height))
		for y := range 2 * one.Height {
			for x := range one.Width {
				twice.SetNRGBA64(x, y, single.NRGBA64At(x, y%one.Height))
			}
		}
		for _, reversed := range []bool{false, true} {
			block, order := bytes.Clone(one.Data), uint32(1)
			if reversed {
				order = 2
				reverse(block)
			}
			file := tiffFile{order: binary.BigEndian, pages: []tiffTestPage{{blocks: [][]byte{block, block},
				fields: append(head(one.Width, 2*one.Height, 1, 1, blackIsZero, kind),
					shorts(tagRowsPerStrip, uint32(one.Height)), shorts(tagFillOrder, order))}}}
			_, im := opened(t, file.bytes(), 0)
			if im.Filter != c.filter || im.Broken {
				t.Errorf("%s: %s, broken %t", c.name, im.Filter, im.Broken)
			}
			if c.filter == Flate {
				same(t, c.name, shown(t, im), twice)
			} else if !bytes.Equal(im.Data, slices.Concat(one.Data, one.Data)) {
				t.Errorf("%s: its strips do not follow each other", c.name)
			}
		}
	}
}

// TestTIFFPages: each page is one, but smaller copies and masks; resolution and orientation are the page's.
func TestTIFFPages(t *testing.T) {
	page := func(v byte, more ...field) tiffTestPage {
		return tiffTestPage{fields: append(head(2, 2, 8, 1, blackIsZero, tiffPlain), more...),
			blocks: [][]byte{{v, v, v, v}}}
	}
	res := func(x, y, unit uint32) []field {
		return []field{{tag: tagXResolution, kind: 5, values: []uint32{x, 1}},
			{tag: tagYResolution, kind: 5, values: []uint32{y, 1}}, shorts(tagResUnit, unit)}
	}
	file := &tiffFile{order: binary.LittleEndian, pages: []tiffTestPage{page(1, res(204, 98, 2)...),
		page(2, field{tag: tagSubfile, kind: 4, values: []uint32{1}}),
		page(3, append(res(100, 100, 3), shorts(tagOrientation, 8))...),
		page(4, field{tag: tagSubfile, kind: 4, values: []uint32{2}}), page(5, res(300, 300, 1)...)}}
	for _, loop := range []bool{false, true} {
		file.loop = loop
		f, err := Open(file.bytes())
		if err != nil || len(f.Pages) != 4 {
			t.Fatalf("%v: %d pages", err, len(f.Pages))
		}
		for i, want := range []byte{1, 3, 4, 5} {
			im, err := f.Image(t.Context(), i)
			if err != nil || unpacked(t, im)[0][0] != want {
				t.Errorf("page %d: %v %v", i+1, err, im)
			}
		}
		if d := f.Pages[0].Densities; len(d) != 1 || d[0] != (Density{204, 98}) {
			t.Errorf("dots an inch: %v", d)
		}
		if p := f.Pages[1]; p.Densities[0] != (Density{254, 254}) || p.Orientation != 8 || !p.Orientation.Sideways() {
			t.Errorf("dots a centimetre: %+v", p)
		}
		if d := f.Pages[3].Densities; len(d) != 0 {
			t.Errorf("a resolution without a unit: %v", d)
		}
	}
}

// TestTIFFColours: white is what the page says that it is, palettes have their colours, alpha is apart.
func TestTIFFColours(t *testing.T) {
	open := func(fields []field, data ...byte) *Image {
		_, im := opened(t, (&tiffFile{order: binary.BigEndian,
			pages: []tiffTestPage{{fields: fields, blocks: [][]byte{data}}}}).bytes(), 0)
		return im
	}
	if im := open(head(8, 1, 1, 1, whiteIsZero, tiffPlain), 0x0F); !im.Inverted ||
		shown(t, im).NRGBA64At(0, 0).R != 65535 {
		t.Error("white is zero, and black is shown")
	}
	if im := open(head(8, 1, 1, 1, blackIsZero, tiffPlain), 0x0F); im.Inverted || shown(t, im).NRGBA64At(0, 0).R != 0 {
		t.Error("black is zero, and white is shown")
	}
	for _, scale := range []uint32{1, 257} {
		colours := make([]uint32, 3*4)
		for i := range colours {
			colours[i] = uint32(10+i) * scale
		}
		im := open(append(head(4, 1, 2, 1, tiffPalette, tiffPlain), shorts(tagColorMap, colours...)), 0b00_01_10_11)
		if got := shown(t, im).NRGBA64At(1, 0); got.R != 11*257 || got.G != 15*257 || got.B != 19*257 {
			t.Errorf("palette: %v", got)
		}
	}
	for kind, matte := range map[uint32]bool{1: true, 2: false} {
		im := open(append(head(1, 1, 8, 4, tiffRGB, tiffPlain), shorts(tagExtraSamples, kind)), 10, 20, 30, 128)
		if im.Mask == nil || im.Matte != matte || shown(t, im).NRGBA64At(0, 0).A != 128*257 {
			t.Errorf("alpha of kind %d: %+v", kind, im)
		}
	}
	if im := open(append(head(1, 1, 8, 4, tiffRGB, tiffPlain), shorts(tagExtraSamples, 0)), 10, 20, 30,
		128); im.Mask != nil || im.Space != RGB {
		t.Errorf("a component of no meaning: %+v", im)
	}
	if im := open(head(1, 1, 8, 4, tiffCMYK, tiffPlain), 10, 20, 30, 40); im.Space != CMYK ||
		!slices.Equal(unpacked(t, im)[0], []byte{10, 20, 30, 40}) {
		t.Errorf("CMYK: %+v", im)
	}
}

// TestTIFFOfJPEGs: a JPEG that is the page stays one, with its tables before it; several become the rows that they are.
func TestTIFFOfJPEGs(t *testing.T) {
	gray := ramp(image.NewGray(image.Rect(0, 0, 32, 16)))
	var b bytes.Buffer
	if err := jpeg.Encode(&b, gray, nil); err != nil {
		t.Fatal(err)
	}
	whole := b.Bytes()
	decoded, _ := jpeg.Decode(bytes.NewReader(whole))
	one := &tiffFile{order: binary.LittleEndian,
		pages: []tiffTestPage{{fields: head(32, 16, 8, 1, blackIsZero, tiffJPEG), blocks: [][]byte{whole}}}}
	if _, im := opened(t, one.bytes(), 0); im.Filter != DCT || !bytes.Equal(im.Data, whole) || im.Offset < 0 {
		t.Errorf("one JPEG: %+v", im)
	}
	// The tables of the JPEG stand apart: what is between its first marker and its frame.
	frame := bytes.Index(whole, []byte{0xFF, 0xC0})
	tables := slices.Concat(whole[:frame], []byte{0xFF, eoi})
	rest := slices.Concat(whole[:2], whole[frame:])
	one.pages[0].blocks = [][]byte{rest}
	one.pages[0].fields = append(one.pages[0].fields, field{tag: tagJPEGTables, kind: 7, raw: tables})
	_, im := opened(t, one.bytes(), 0)
	if im.Filter != DCT || !bytes.Equal(im.Data, whole) || im.Offset >= 0 {
		t.Errorf("tables apart: %+v", im)
	}
	two := &tiffFile{order: binary.LittleEndian,
		pages: []tiffTestPage{{fields: append(head(32, 32, 8, 1, blackIsZero, tiffJPEG), shorts(tagRowsPerStrip, 16)),
			blocks: [][]byte{whole, whole}}}}
	_, im = opened(t, two.bytes(), 0)
	if im.Filter != Flate || im.Broken {
		t.Fatalf("two JPEGs: %+v", im)
	}
	for y, row := range unpacked(t, im) {
		if !bytes.Equal(row, decoded.(*image.Gray).Pix[y%16*32:][:32]) {
			t.Errorf("two JPEGs: row %d is another", y)
		}
	}
	b.Reset()
	if err := jpeg.Encode(&b, drawing(32, 16), nil); err != nil {
		t.Fatal(err)
	}
	two.pages[0] = tiffTestPage{fields: append(head(32, 32, 8, 3, tiffYCbCr, tiffJPEG), shorts(tagRowsPerStrip, 16)),
		blocks: [][]byte{b.Bytes(), b.Bytes()}}
	_, im = opened(t, two.bytes(), 0)
	decoded, _ = jpeg.Decode(bytes.NewReader(b.Bytes()))
	for x := range 32 {
		r, g, bl, _ := decoded.At(x, 5).RGBA()
		if row := unpacked(t, im)[21]; uint32(row[3*x]) != r>>8 || uint32(row[3*x+1]) != g>>8 ||
			uint32(row[3*x+2]) != bl>>8 {
			t.Fatalf("two JPEGs of colours: at %d another", x)
		}
	}
}

// TestTIFFBroken: what is there of a page is shown and the rest is white; what cannot be is refused at once, by name.
func TestTIFFBroken(t *testing.T) {
	all := samplesOf(drawing(50, 40), 3, 8, binary.BigEndian)
	page := tiffTestPage{fields: head(50, 40, 8, 3, tiffRGB, tiffDeflate), blocks: [][]byte{deflate(all)}}
	file := (&tiffFile{order: binary.BigEndian, pages: []tiffTestPage{page}}).bytes()
	_, im := opened(t, file, 0)
	if im.Broken {
		t.Fatal("the whole is broken")
	}
	short := page
	short.blocks = [][]byte{page.blocks[0][:len(page.blocks[0])/2]}
	_, im = opened(t, (&tiffFile{order: binary.BigEndian, pages: []tiffTestPage{short}}).bytes(), 0)
	rows := unpacked(t, im)
	if !im.Broken || !bytes.Equal(rows[0], all[:150]) || rows[39][149] != 255 {
		t.Errorf("half of the data: broken %t, %v %v", im.Broken, rows[0][:9], rows[39][140:])
	}
	beyond := page
	beyond.claim = 1 << 30
	if _, im = opened(t, (&tiffFile{order: binary.BigEndian, pages: []tiffTestPage{beyond}}).bytes(), 0); !im.Broken ||
		!bytes.Equal(unpacked(t, im)[39], rowOf(all, 39)) {
		t.Error("a length beyond the file is not told, or loses what is there")
	}
	for name, p := range map[string]tiffTestPage{
		"10^9 by 10^9": {fields: []field{{tag: tagWidth, kind: 4, values: []uint32{1e9}},
			{tag: tagHeight, kind: 4, values: []uint32{1e9}}}, blocks: [][]byte{{0}}},
		"20,000 by 20,000":     {fields: head(20_000, 20_000, 8, 3, tiffRGB, tiffDeflate), blocks: page.blocks},
		"a fax of 60,000 rows": {fields: head(60_000, 9_000, 1, 1, whiteIsZero, tiffT6), blocks: [][]byte{{0, 1}}},
		"no strips":            {fields: head(50, 40, 8, 3, tiffRGB, tiffDeflate)},
		"an empty strip":       {fields: head(50, 40, 8, 3, tiffRGB, tiffDeflate), blocks: [][]byte{{}}},
		"tiles of one sample": {tiles: true, fields: append(head(60_000, 10, 8, 1, blackIsZero, tiffPlain),
			shorts(tagTileWidth, 8), shorts(tagTileLength, 1)), blocks: [][]byte{all}},
		"tiles of no width": {tiles: true, fields: append(head(50, 40, 8, 1, blackIsZero, tiffPlain),
			shorts(tagTileWidth, 0), shorts(tagTileLength, 1)), blocks: [][]byte{all}},
		"floating point": {fields: append(head(50, 40, 16, 1, blackIsZero, tiffPlain),
			shorts(tagSampleFormat, 3)), blocks: [][]byte{all}},
		"a depth of 12":          {fields: head(50, 40, 12, 1, blackIsZero, tiffPlain), blocks: [][]byte{all}},
		"a compression of 34712": {fields: head(50, 40, 8, 1, blackIsZero, 34712), blocks: [][]byte{all}},
		"no palette":             {fields: head(50, 40, 8, 1, tiffPalette, tiffPlain), blocks: [][]byte{all}},
		"65,535 components": {fields: append(head(50, 40, 8, 1, tiffRGB, tiffPlain), shorts(tagSamples, 65535)),
			blocks: [][]byte{all}},
	} {
		f, err := Open((&tiffFile{order: binary.LittleEndian, pages: []tiffTestPage{p}}).bytes())
		if err == nil {
			_, err = f.Image(t.Context(), 0)
		}
		var wrong *Fault
		if !errors.As(err, &wrong) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func rowOf(all []byte, y int) []byte { return all[y*150 : (y+1)*150] }

// TestTIFFBomb: many pages that name one bomb are refused before they are unpacked without end, and ten thousand empty
// directories are.
func TestTIFFBomb(t *testing.T) {
	began := time.Now()
	bomb := deflate(make([]byte, 25<<20))
	bomb = slices.Concat(bomb, make([]byte, 1<<16)) // so that it may be as large as it claims
	file := &tiffFile{order: binary.LittleEndian}
	for range 10 {
		file.pages = append(file.pages, tiffTestPage{fields: head(5_000, 5_000, 8, 1, blackIsZero, tiffDeflate),
			blocks: [][]byte{bomb}})
	}
	f, err := Open(file.bytes())
	if err != nil {
		t.Fatal(err)
	}
	f.budget = 60e6
	for i := 0; err == nil && i < 10; i++ {
		_, err = f.Image(t.Context(), i)
	}
	var wrong *Fault
	if !errors.As(err, &wrong) || wrong.Kind != TooLarge || wrong.Page != 3 {
		t.Errorf("pages that name a bomb: %v", err)
	}
	many := &tiffFile{order: binary.LittleEndian}
	for range maxPages + 1 {
		many.pages = append(many.pages, tiffTestPage{fields: head(1, 1, 8, 1, blackIsZero, tiffPlain),
			blocks: [][]byte{{0}}})
	}
	if _, err := Open(many.bytes()); !errors.As(err, &wrong) || wrong.Kind != TooLarge {
		t.Errorf("%d directories: %v", maxPages+1, err)
	}
	if took := time.Since(began); took > 60*time.Second {
		t.Errorf("it took %v", took)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	f.budget = 60e6
	if _, err := f.Image(ctx, 0); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
}
