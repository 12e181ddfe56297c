package picture

import (
	"encoding/binary"
	"io"
	"math"
)

// Samples that a PDF cannot hold as they are: numbers in floating point, brightness and colour difference of which
// neighbours share the latter, and colours by CIE whose sign stands otherwise. Each is made row by row into samples
// that it can hold, while a block is unpacked.

// floats are the samples of a block in floating point, as whole numbers of 16 bits: black is 0 and white is 1, or what
// the page says its least and its greatest value is.
type floats struct {
	t       *tiffPage
	in      io.Reader
	row     []byte // as it is in the block
	samples int    // in a row, and how many make a pixel
	pixel   int
	out     []byte
	rest    []byte
}

// Read implements io.Reader.
func (f *floats) Read(b []byte) (n int, err error) {
	for n < len(b) {
		if len(f.rest) == 0 {
			if _, err := io.ReadFull(f.in, f.row); err != nil {
				return n, io.EOF
			}
			f.whole()
		}
		k := copy(b[n:], f.rest)
		n, f.rest = n+k, f.rest[k:]
	}
	return n, nil
}

// whole makes whole numbers of a row.
func (f *floats) whole() {
	t, wide := f.t, f.t.floating/8
	if t.predictedFloats {
		f.unpredict(wide)
	}
	order := t.r.order
	if t.predictedFloats {
		order = binary.BigEndian
	}
	for i := range f.samples {
		v := floatOf(f.row[i*wide:], wide, order)
		v = (v - t.least) / (t.most - t.least)
		if !(v > -overshoot && v < 1+overshoot) {
			t.outside = true
		}
		t.r.order.PutUint16(f.out[2*i:], uint16(math.Round(min(max(v, 0), 1)*math.MaxUint16)))
	}
	f.rest = f.out
}

// overshoot is how far beyond black or white a sample may be: so much sharpening and resizing leave.
const overshoot = 0.05

// floatOf is a number in floating point of so many bytes (IEEE 754).
func floatOf(b []byte, wide int, order binary.ByteOrder) float64 {
	switch wide {
	case 2:
		h := order.Uint16(b)
		sign, exponent, fraction := uint32(h>>15), int(h>>10&31), float64(h&1023)
		v := math.Ldexp(1+fraction/1024, exponent-15)
		switch exponent {
		case 0:
			v = math.Ldexp(fraction/1024, -14)
		case 31:
			return math.NaN() // without end, or no number
		}
		if sign == 1 {
			v = -v
		}
		return v
	case 4:
		return float64(math.Float32frombits(order.Uint32(b)))
	}
	return math.Float64frombits(order.Uint64(b))
}

// unpredict undoes the predictor of floating point numbers (Adobe Photoshop TIFF Technical Note 3): bytes are stored as
// differences, first those of the highest order.
func (f *floats) unpredict(wide int) {
	for i := f.pixel; i < len(f.row); i++ {
		f.row[i] += f.row[i-f.pixel]
	}
	apart := append([]byte(nil), f.row...)
	for i := range f.samples {
		for k := range wide {
			f.row[i*wide+k] = apart[k*f.samples+i]
		}
	}
}

// units are the samples of a block of brightness and colour difference (TIFF 6.0, section 21), as red, green and blue.
// Pixels across and down share a difference, and stand together in a unit.
type units struct {
	t            *tiffPage
	in           io.Reader
	across, down int
	row          []byte // of units
	out          []byte // the pixels of the rows that it is
	rest         []byte
}

// Read implements io.Reader.
func (u *units) Read(b []byte) (n int, err error) {
	for n < len(b) {
		if len(u.rest) == 0 {
			if _, err := io.ReadFull(u.in, u.row); err != nil {
				return n, io.EOF
			}
			u.pixels()
		}
		k := copy(b[n:], u.rest)
		n, u.rest = n+k, u.rest[k:]
	}
	return n, nil
}

// pixels takes a row of units apart.
func (u *units) pixels() {
	width, size := u.t.blockW, u.across*u.down+2
	for at := 0; at*size < len(u.row); at++ {
		unit := u.row[at*size : (at+1)*size]
		for k, luma := range unit[:size-2] {
			if x := at*u.across + k%u.across; x < width {
				to := u.out[3*(k/u.across*width+x):]
				to[0], to[1], to[2] = u.t.luma.rgb(luma, unit[size-2], unit[size-1])
			}
		}
	}
	u.rest = u.out
}

// lumaShares says how red, green and blue make brightness, and what of it is black and white (TIFF 6.0,
// YCbCrCoefficients and ReferenceBlackWhite).
type lumaShares struct {
	red, green, blue float64
	reference        [6]float64
}

// lumaOf reads them; those of ITU-R BT.601 where the page says none that make sense.
func (t *tiffPage) lumaOf() lumaShares {
	l := lumaShares{0.299, 0.587, 0.114, [6]float64{0, 255, 128, 255, 128, 255}}
	if v := t.r.rationals(t.d, tagCoefficients); len(v) == 3 && v[0] > 0 && v[1] > 0 && v[2] > 0 &&
		math.Abs(v[0]+v[1]+v[2]-1) < 0.01 {
		l.red, l.green, l.blue = v[0], v[1], v[2]
	}
	if v := t.r.rationals(t.d, tagReference); len(v) == 6 && v[1] > v[0] && v[3] > v[2] && v[5] > v[4] {
		copy(l.reference[:], v)
	}
	return l
}

func (l *lumaShares) rgb(y, cb, cr byte) (r, g, b byte) {
	of := func(v byte, i int, range_ float64) float64 {
		return (float64(v) - l.reference[i]) * range_ / (l.reference[i+1] - l.reference[i])
	}
	luma, blue, red := of(y, 0, 255), of(cb, 2, 127), of(cr, 4, 127)
	vr, vb := red*(2-2*l.red)+luma, blue*(2-2*l.blue)+luma
	vg := (luma - l.blue*vb - l.red*vr) / l.green
	whole := func(v float64) byte { return byte(math.Round(min(max(v, 0), 255))) }
	return whole(vr), whole(vg), whole(vb)
}

// unsigned are samples of CIE L*a*b* whose a* and b* have signs (TIFF 6.0, section 23), with the least at nought, as a
// PDF has them.
type unsigned struct {
	in     io.Reader
	at     int // in the samples of the block
	sample int // bytes of one
	high   int // which byte of a sample has the sign
	plane  int // of which the samples are; -1 where all three stand together
}

// Read implements io.Reader.
func (u *unsigned) Read(b []byte) (int, error) {
	n, err := u.in.Read(b)
	for i := range b[:n] {
		component := u.plane
		if component < 0 {
			component = u.at / u.sample % 3
		}
		if component > 0 && u.at%u.sample == u.high {
			b[i] ^= 0x80
		}
		u.at++
	}
	return n, err
}

// converted is a reader of a block's samples as a PDF can hold them; of the plane where they stand apart.
func (t *tiffPage) converted(r io.Reader, plane int) io.Reader {
	samples, pixel := t.blockW*t.samples, t.samples
	if t.planar {
		samples, pixel = t.blockW, 1
	} else {
		plane = -1
	}
	switch {
	case t.floating > 0:
		return &floats{t: t, in: r, row: make([]byte, samples*t.floating/8), samples: samples, pixel: pixel,
			out: make([]byte, 2*samples)}
	case t.photo == tiffYCbCr && t.compression != tiffJPEG:
		across, down := t.shared[0], t.shared[1]
		return &units{t: t, in: r, across: across, down: down,
			row: make([]byte, (t.blockW+across-1)/across*(across*down+2)), out: make([]byte, 3*t.blockW*down)}
	case t.photo == tiffLab:
		high := 0
		if t.bits == 16 && t.r.order == binary.ByteOrder(binary.LittleEndian) {
			high = 1
		}
		return &unsigned{in: r, sample: t.bits / 8, high: high, plane: plane}
	}
	return r
}

// floated reads what the page says of samples in floating point.
func (t *tiffPage) floated() error {
	if t.photo != whiteIsZero && t.photo != blackIsZero && t.photo != tiffRGB {
		return fault(Unsupported, "samples that are no whole numbers")
	}
	switch t.bits {
	case 16, 32, 64:
	default:
		return fault(Unsupported, "an unusual depth of its components")
	}
	t.floating, t.bits, t.least, t.most = t.bits, 16, 0, 1
	least, most := t.r.float(t.d, tagLeast), t.r.float(t.d, tagMost)
	if most > least && !math.IsInf(most-least, 0) {
		t.least, t.most = least, most
	}
	return nil
}

// halved reads how many pixels share their colour.
func (t *tiffPage) halved() error {
	t.shared = [2]int{2, 2}
	if v := t.r.uints(t.d, tagSubsampling); len(v) >= 2 {
		t.shared = [2]int{int(min(v[0], 8)), int(min(v[1], 8))}
	}
	for _, n := range t.shared {
		if n != 1 && n != 2 && n != 4 {
			return fault(Unsupported, "colours as YCbCr")
		}
	}
	if t.planar || t.extras > 0 || t.bits != 8 {
		return fault(Unsupported, "colours as YCbCr")
	}
	t.luma = t.lumaOf()
	return nil
}
