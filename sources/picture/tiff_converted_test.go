package picture

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"math"
	"testing"
)

// floatsOf are a drawing's samples as numbers in floating point, black at least and white at most.
func floatsOf(im *image.NRGBA, n, wide int, order binary.AppendByteOrder, least, most float64) []byte {
	var b []byte
	for y := range im.Bounds().Dy() {
		for x := range im.Bounds().Dx() {
			c := im.NRGBAAt(x, y)
			for _, s := range []byte{c.R, c.G, c.B}[:n] {
				v := least + float64(s)/255*(most-least)
				switch wide {
				case 2:
					b = order.AppendUint16(b, halfOf(v))
				case 4:
					b = order.AppendUint32(b, math.Float32bits(float32(v)))
				case 8:
					b = order.AppendUint64(b, math.Float64bits(v))
				}
			}
		}
	}
	return b
}

// halfOf is a number from 0 to 1 in two bytes.
func halfOf(v float64) uint16 {
	fraction, exponent := math.Frexp(v) // from a half to one
	if v == 0 || exponent < -13 {
		return 0
	}
	return uint16(exponent+14)<<10 + uint16(math.Round((fraction*2-1)*1024))
}

// apart is rows of floating point numbers as their predictor leaves them.
func apart(b []byte, row, wide, pixel int) []byte {
	var out []byte
	for ; len(b) >= row; b = b[row:] {
		to := make([]byte, row)
		for i := range row / wide {
			for k := range wide {
				to[k*(row/wide)+i] = b[i*wide+k]
			}
		}
		for i := row - 1; i >= pixel; i-- {
			to[i] -= to[i-pixel]
		}
		out = append(out, to...)
	}
	return out
}

// TestFloatingPoint: numbers of two, four and eight bytes, gray and coloured, in both orders, with their predictor and
// without, in strips and tiles, from black to white or between what the page says, are the picture.
func TestFloatingPoint(t *testing.T) {
	const w, h = 48, 32
	im := drawing(w, h)
	for _, order := range []binary.AppendByteOrder{binary.LittleEndian, binary.BigEndian} {
		for _, wide := range []int{2, 4, 8} {
			for _, n := range []int{1, 3} {
				for _, form := range []string{"strips", "tiles", "planes"} {
					for _, how := range []string{"", "predicted", "ranged"} {
						if n == 1 && form == "planes" || how == "predicted" && form != "strips" ||
							how == "ranged" && wide == 2 {
							continue
						}
						name := fmt.Sprint(order, " ", wide, " bytes ", n, " ", form, " ", how)
						least, most := 0.0, 1.0
						if how == "ranged" {
							least, most = -10, 40
						}
						all := floatsOf(im, n, wide, order, least, most)
						if how == "predicted" { // whatever the file's order
							all = apart(floatsOf(im, n, wide, binary.BigEndian, 0, 1), w*n*wide, wide, n)
						}
						file := &tiffFile{order: order, pages: []tiffTestPage{cut(all, w, h, n, wide, form)}}
						p := &file.pages[0]
						photo := tiffRGB
						if n == 1 {
							photo = blackIsZero
						}
						p.fields = append(p.fields, head(w, h, 8*wide, n, photo, tiffPlain)...)
						p.fields = append(p.fields, shorts(tagSampleFormat, 3))
						switch how {
						case "predicted":
							p.fields = append(p.fields, shorts(tagPredictor, 3))
						case "ranged":
							p.fields = append(p.fields,
								field{tag: tagLeast, kind: 11, values: []uint32{math.Float32bits(-10)}},
								field{tag: tagMost, kind: 11, values: []uint32{math.Float32bits(40)}})
						}
						_, got := opened(t, file.bytes(), 0)
						if got.Broken || !got.Rounded || got.Bits != 16 {
							t.Fatalf("%s: broken %t, rounded %t, %d bits", name, got.Broken, got.Rounded, got.Bits)
						}
						near(t, name, shown(t, got), im, n, 1)
					}
				}
			}
		}
	}
}

// near compares a picture with a drawing, to so many levels of 255.
func near(t *testing.T, name string, got *image.NRGBA64, want *image.NRGBA, n, levels int) {
	t.Helper()
	for y := range want.Bounds().Dy() {
		for x := range want.Bounds().Dx() {
			a, b := got.NRGBA64At(x, y), want.NRGBAAt(x, y)
			if n == 1 {
				b.G, b.B = b.R, b.R
			}
			for _, d := range []int{int(a.R>>8) - int(b.R), int(a.G>>8) - int(b.G), int(a.B>>8) - int(b.B)} {
				if abs(d) > levels {
					t.Fatalf("%s: at %d %d: %v, not %v", name, x, y, a, b)
				}
			}
		}
	}
}

// TestFloatingPointBeyondWhite: nobody knows what is black and white where numbers go far beyond 0 and 1 and the page
// says nothing: the picture is refused.
func TestFloatingPointBeyondWhite(t *testing.T) {
	const w, h = 16, 16
	for _, most := range []float64{2, 255, math.Inf(1), math.NaN()} {
		all := floatsOf(drawing(w, h), 1, 4, binary.LittleEndian, 0, most)
		file := &tiffFile{order: binary.LittleEndian, pages: []tiffTestPage{cut(all, w, h, 1, 4, "strip")}}
		file.pages[0].fields = append(head(w, h, 32, 1, blackIsZero, tiffPlain), shorts(tagSampleFormat, 3))
		f, err := Open(file.bytes())
		if err != nil {
			t.Fatal(err)
		}
		_, err = f.Image(t.Context(), 0)
		var refused *Fault
		if !errors.As(err, &refused) || refused.Kind != Unsupported {
			t.Errorf("up to %v: %v", most, err)
		}
	}
}

// TestBrightnessAndDifference: a page in YCbCr without JPEG, whose pixels share their colours or do not, is the
// picture, as far as shared colours can be.
func TestBrightnessAndDifference(t *testing.T) {
	const w, h = 37, 21
	im := image.NewNRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			im.SetNRGBA(x, y, color.NRGBA{R: byte(x / 4 * 20), G: byte(y / 4 * 30), B: 90, A: 255})
		}
	}
	for _, shared := range [][2]int{{1, 1}, {2, 1}, {1, 2}, {2, 2}, {4, 2}, {4, 4}} {
		for _, compression := range []int{tiffPlain, tiffDeflate} {
			var all []byte
			for y := 0; y < h; y += shared[1] {
				for x := 0; x < w; x += shared[0] {
					var cb, cr byte
					for k := range shared[0] * shared[1] {
						at := im.NRGBAAt(min(x+k%shared[0], w-1), min(y+k/shared[0], h-1))
						var luma byte
						luma, cb, cr = color.RGBToYCbCr(at.R, at.G, at.B)
						all = append(all, luma)
					}
					all = append(all, cb, cr)
				}
			}
			if compression == tiffDeflate {
				all = deflate(all)
			}
			file := &tiffFile{order: binary.BigEndian, pages: []tiffTestPage{{blocks: [][]byte{all}}}}
			p := &file.pages[0]
			p.fields = append(head(w, h, 8, 3, tiffYCbCr, compression), shorts(tagRowsPerStrip, h),
				shorts(tagSubsampling, uint32(shared[0]), uint32(shared[1])))
			_, got := opened(t, file.bytes(), 0)
			if got.Broken || !got.Rounded || got.Space != RGB {
				t.Fatalf("%v: broken %t, rounded %t, space %d", shared, got.Broken, got.Rounded, got.Space)
			}
			near(t, fmt.Sprint(shared), shown(t, got), im, 3, 4)
		}
	}
}

// TestCIE: the signs of a* and b* become distances from the least, which is how a PDF has them; nothing else changes.
func TestCIE(t *testing.T) {
	for _, c := range []struct {
		photo, bits int
		in, want    []byte
	}{
		{tiffLab, 8, []byte{10, 0x80, 0x7F, 200, 0, 0xFF}, []byte{10, 0, 0xFF, 200, 0x80, 0x7F}},
		{tiffICCLab, 8, []byte{10, 0x80, 0x7F, 200, 0, 0xFF}, []byte{10, 0x80, 0x7F, 200, 0, 0xFF}},
		{tiffLab, 16, []byte{1, 2, 0x80, 3, 0x7F, 4, 9, 9, 0, 1, 0xFF, 2},
			[]byte{1, 2, 0, 3, 0xFF, 4, 9, 9, 0x80, 1, 0x7F, 2}},
	} {
		file := &tiffFile{order: binary.BigEndian, pages: []tiffTestPage{{blocks: [][]byte{c.in}}}}
		file.pages[0].fields = append(head(2, 1, c.bits, 3, c.photo, tiffPlain), shorts(tagRowsPerStrip, 1))
		if c.photo == tiffLab {
			file.pages[0].fields = append(file.pages[0].fields, shorts(tagSampleFormat, 1, 2, 2))
		}
		_, got := opened(t, file.bytes(), 0)
		if rows := unpacked(t, got); got.Space != Lab || got.Rounded || !bytes.Equal(rows[0], c.want) {
			t.Errorf("%d of %d bits: space %d, rounded %t, % x", c.photo, c.bits, got.Space, got.Rounded, rows[0])
		}
	}
}

// TestOldJPEG: the old kind of JPEG in a TIFF is taken as it stands where the page names it whole.
func TestOldJPEG(t *testing.T) {
	im := drawing(32, 24)
	var whole bytes.Buffer
	if err := jpeg.Encode(&whole, im, nil); err != nil {
		t.Fatal(err)
	}
	const at = 8 // behind the head of the file
	file := &tiffFile{order: binary.LittleEndian, pages: []tiffTestPage{{blocks: [][]byte{whole.Bytes()}}}}
	file.pages[0].fields = append(head(32, 24, 8, 3, tiffYCbCr, tiffOldJPEG),
		field{tag: tagJPEGAt, kind: 4, values: []uint32{at}},
		field{tag: tagJPEGLength, kind: 4, values: []uint32{uint32(whole.Len())}})
	data := file.bytes()
	_, got := opened(t, data, 0)
	if got.Filter != DCT || !bytes.Equal(got.Data, whole.Bytes()) || got.Offset != at || got.Broken {
		t.Errorf("%s, %d bytes at %d, broken %t", got.Filter, len(got.Data), got.Offset, got.Broken)
	}
}
