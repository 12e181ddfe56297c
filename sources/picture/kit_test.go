package picture

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/color"
	"image/jpeg"
	"io"
	"slices"
	"testing"

	"github.com/klauspost/compress/zlib"
	"golang.org/x/image/ccitt"
)

// drawing is a picture with something of everything: gradients, edges, and two corners that tell how it is held.
func drawing(w, h int) *image.NRGBA {
	im := image.NewNRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			c := color.NRGBA{uint8(255 * x / w), uint8(255 * y / h), uint8((x*7 + y*13) % 256), 255}
			switch {
			case x < w/4 && y < h/4:
				c = color.NRGBA{255, 0, 0, 255}
			case x >= 3*w/4 && y < h/5:
				c = color.NRGBA{0, 0, 0, 255}
			}
			im.SetNRGBA(x, y, c)
		}
	}
	return im
}

// opened opens a picture and gives the samples of a page.
func opened(t *testing.T, data []byte, page int) (*File, *Image) {
	t.Helper()
	f, err := Open(data)
	if err != nil {
		t.Fatal(err)
	}
	im, err := f.Image(t.Context(), page)
	if err != nil {
		t.Fatal(err)
	}
	if im.Offset >= 0 && !bytes.Equal(im.Data, data[im.Offset:im.Offset+int64(len(im.Data))]) {
		t.Error("the samples do not stand where they are said to stand")
	}
	return f, im
}

// unpacked gives the bytes of the rows of an image that is packed as PNG's rows are, as a PDF reader unpacks them.
func unpacked(t *testing.T, im *Image) [][]byte {
	t.Helper()
	n := im.Space.Components()
	if im.Palette != nil {
		n = 1
	}
	stride, step := (im.Width*n*im.Bits+7)/8, max(1, n*im.Bits/8)
	z, err := zlib.NewReader(bytes.NewReader(im.Data))
	if err != nil {
		t.Fatal(err)
	}
	all, err := io.ReadAll(z)
	if err != nil || len(all) != im.Height*(stride+1) {
		t.Fatalf("%v: %d bytes of rows, there should be %d", err, len(all), im.Height*(stride+1))
	}
	var rows [][]byte
	above := make([]byte, stride)
	for ; len(all) > 0; all = all[stride+1:] {
		kind, row := int(all[0]), all[1:stride+1]
		for i := range row {
			var left, corner byte
			if i >= step {
				left, corner = row[i-step], above[i-step]
			}
			switch kind { // written out here, and not asked of the code that is tested
			case 1:
				row[i] += left
			case 2:
				row[i] += above[i]
			case 3:
				row[i] += byte((int(left) + int(above[i])) / 2)
			case 4:
				p := int(left) + int(above[i]) - int(corner)
				a, b, c := abs(p-int(left)), abs(p-int(above[i])), abs(p-int(corner))
				if a <= b && a <= c {
					row[i] += left
				} else if b <= c {
					row[i] += above[i]
				} else {
					row[i] += corner
				}
			}
		}
		rows, above = append(rows, row), row
	}
	return rows
}

func abs(v int) int { return max(v, -v) }

// shown is what a PDF reader shows of an image: colours of 16 bits, with their alpha.
func shown(t *testing.T, im *Image) *image.NRGBA64 {
	t.Helper()
	out := image.NewNRGBA64(image.Rect(0, 0, im.Width, im.Height))
	var at func(x, y, i int) int
	switch im.Filter {
	case DCT:
		d, err := jpeg.Decode(bytes.NewReader(im.Data))
		if err != nil {
			t.Fatal(err)
		}
		for y := range im.Height {
			for x := range im.Width {
				out.Set(x, y, d.At(x, y))
			}
		}
		return out
	case Fax:
		kind := ccitt.Group3
		if im.Fax.K < 0 {
			kind = ccitt.Group4
		}
		r := ccitt.NewReader(bytes.NewReader(im.Data), ccitt.MSB, kind, im.Width, im.Height,
			&ccitt.Options{Align: im.Fax.ByteAligned, Invert: im.Fax.BlackIsOne})
		rows, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		stride := (im.Width + 7) / 8
		at = func(x, y, _ int) int { return int(rows[y*stride+x/8]>>(7-x%8)) & 1 }
	default:
		rows := unpacked(t, im)
		n := int(im.Space)
		if im.Palette != nil {
			n = 1
		}
		at = func(x, y, i int) int {
			k := x*n + i
			if im.Bits == 16 {
				return int(binary.BigEndian.Uint16(rows[y][2*k:]))
			}
			return int(rows[y][k*im.Bits/8]>>(8-im.Bits-k*im.Bits%8)) & (1<<im.Bits - 1)
		}
	}
	var mask *image.NRGBA64
	if im.Mask != nil {
		mask = shown(t, im.Mask)
	}
	most := 1<<im.Bits - 1
	for y := range im.Height {
		for x := range im.Width {
			c := [3]int{}
			if im.Palette != nil {
				i := at(x, y, 0)
				c = [3]int{int(im.Palette[3*i]) * 257, int(im.Palette[3*i+1]) * 257, int(im.Palette[3*i+2]) * 257}
			} else {
				keyed := im.Key != nil
				for i := range 3 {
					v := at(x, y, min(i, int(im.Space)-1))
					keyed = keyed && v == im.Key[min(i, len(im.Key)-1)]
					if im.Inverted {
						v = most - v
					}
					c[i] = v * 65535 / most
				}
				if keyed {
					continue
				}
			}
			a := uint16(65535)
			if mask != nil {
				a = mask.NRGBA64At(x, y).R
			}
			out.SetNRGBA64(x, y, color.NRGBA64{uint16(c[0]), uint16(c[1]), uint16(c[2]), a})
		}
	}
	return out
}

// same compares what is shown with what should be, sample by sample.
func same(t *testing.T, name string, got *image.NRGBA64, want image.Image) {
	t.Helper()
	if got.Bounds().Size() != want.Bounds().Size() {
		t.Fatalf("%s: %v, it should be %v", name, got.Bounds().Size(), want.Bounds().Size())
	}
	for y := range got.Bounds().Dy() {
		for x := range got.Bounds().Dx() {
			g := got.NRGBA64At(x, y)
			w := color.NRGBA64Model.Convert(want.At(want.Bounds().Min.X+x, want.Bounds().Min.Y+y)).(color.NRGBA64)
			if g.A == 0 && w.A == 0 {
				continue
			}
			far := 0 // the standard library multiplies colours with alpha, and divides again
			if w.A < 65535 {
				far = 2 + 2*65535/int(w.A)
			}
			if abs(int(g.R)-int(w.R)) > far || abs(int(g.G)-int(w.G)) > far || abs(int(g.B)-int(w.B)) > far ||
				g.A != w.A {
				t.Fatalf("%s: at %d, %d it shows %v, it should be %v", name, x, y, g, w)
			}
		}
	}
}

// field is a field of a TIFF's directory.
type field struct {
	tag, kind uint16
	values    []uint32 // of kind 5, pairs
	raw       []byte   // of kind 7
}

func shorts(tag uint16, v ...uint32) field { return field{tag: tag, kind: 3, values: v} }

// tiffFile writes a TIFF: of each page its fields and its strips or tiles, whose places it fills in.
type tiffFile struct {
	order binary.AppendByteOrder
	big   bool
	pages []tiffTestPage
	loop  bool // the last directory leads back to the first
}

type tiffTestPage struct {
	fields []field
	blocks [][]byte
	tiles  bool
	claim  uint32 // bytes that each block is said to have beyond its own
}

func (f *tiffFile) bytes() []byte {
	o := f.order
	mark := "II"
	if o.AppendUint16(nil, 1)[0] == 0 {
		mark = "MM"
	}
	b := []byte(mark)
	word := func(b []byte, v int) []byte {
		if f.big {
			return o.AppendUint64(b, uint64(v))
		}
		return o.AppendUint32(b, uint32(v))
	}
	if f.big {
		b = o.AppendUint64(o.AppendUint16(o.AppendUint16(o.AppendUint16(b, 43), 8), 0), 0)
	} else {
		b = o.AppendUint32(o.AppendUint16(b, 42), 0)
	}
	link, size := 4, 4
	if f.big {
		link, size = 8, 8
	}
	first := 0
	patch := func(at, v int) { copy(b[at:], word(nil, v)) }
	for _, p := range f.pages {
		offsets, counts := field{tag: tagStripOffsets, kind: 4}, field{tag: tagStripCounts, kind: 4}
		if p.tiles {
			offsets.tag, counts.tag = tagTileOffsets, tagTileCounts
		}
		for _, block := range p.blocks {
			offsets.values = append(offsets.values, uint32(len(b)))
			counts.values = append(counts.values, uint32(len(block))+p.claim)
			b = append(b, block...)
		}
		fields := append(slices.Clone(p.fields), offsets, counts)
		slices.SortStableFunc(fields, func(a, b field) int { return int(a.tag) - int(b.tag) })
		var entries []byte
		for _, e := range fields {
			var v []byte
			n := len(e.values)
			for _, x := range e.values {
				switch e.kind {
				case 3:
					v = o.AppendUint16(v, uint16(x))
				default:
					v = o.AppendUint32(v, x)
				}
			}
			if e.kind == 5 {
				n /= 2
			}
			if e.raw != nil {
				v, n = e.raw, len(e.raw)
			}
			entry := word(o.AppendUint16(o.AppendUint16(nil, e.tag), e.kind), n)
			if len(v) > size {
				at := len(b)
				b = append(b, v...)
				v = word(nil, at)
			}
			for len(v) < size {
				v = append(v, 0)
			}
			entries = append(append(entries, entry...), v...)
		}
		at := len(b)
		patch(link, at)
		if first == 0 {
			first = at
		}
		if f.big {
			b = o.AppendUint64(b, uint64(len(fields)))
		} else {
			b = o.AppendUint16(b, uint16(len(fields)))
		}
		b = append(b, entries...)
		link = len(b)
		b = word(b, 0)
	}
	if f.loop {
		patch(link, first)
	}
	return b
}

// pngChunk writes a chunk of a PNG.
func pngChunk(kind string, data []byte) []byte {
	b := binary.BigEndian.AppendUint32(nil, uint32(len(data)))
	b = append(append(b, kind...), data...)
	return binary.BigEndian.AppendUint32(b, crc32.ChecksumIEEE(b[4:]))
}

// withChunk puts a chunk behind the header of a PNG.
func withChunk(file []byte, kind string, data []byte) []byte {
	const head = 8 + 12 + 13
	return slices.Concat(file[:head], pngChunk(kind, data), file[head:])
}

func deflate(b []byte) []byte {
	var out bytes.Buffer
	z := zlib.NewWriter(&out)
	z.Write(b)
	z.Close()
	return out.Bytes()
}
