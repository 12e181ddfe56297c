package picture

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/color"
	"image/jpeg"
	"io"
	"math"

	"github.com/klauspost/compress/zlib"
	"golang.org/x/image/ccitt"
	"golang.org/x/image/tiff/lzw"
)

// bands gives the rows of a TIFF's page, whose blocks stand beside and below each other.
type bands struct {
	t      *tiffPage
	stride int       // bytes of a row
	open   []*unpack // the blocks that the row goes through, plane after plane
	rowBuf []byte
	plane  []byte
	read   int // rows of blocks that were there
	broken bool
}

// unpack gives the rows of one block.
type unpack struct {
	r     io.Reader
	buf   []byte
	spent bool
}

// row gives row y; rows are asked for in order. What is not there is white.
func (b *bands) row(y int) ([]byte, error) {
	t := b.t
	planes, samples := 1, t.samples
	if t.planar {
		planes, samples = t.samples, 1
	}
	if y%t.block == 0 {
		if err := b.begin(y/t.block, planes, samples); err != nil {
			return nil, err
		}
	}
	if planes == 1 {
		return b.joined(b.open, b.rowBuf, samples), nil
	}
	wide := t.bits / 8
	for p := range planes {
		b.joined(b.open[p*t.across:(p+1)*t.across], b.plane, 1)
		for x := range t.width {
			copy(b.rowBuf[(x*planes+p)*wide:], b.plane[x*wide:(x+1)*wide])
		}
	}
	return b.rowBuf, nil
}

// begin opens the blocks of the next band.
func (b *bands) begin(band, planes, samples int) error {
	t := b.t
	if b.rowBuf == nil {
		b.rowBuf = make([]byte, b.stride)
		b.plane = make([]byte, (t.width*t.bits+7)/8)
		b.open = make([]*unpack, planes*t.across)
		for i := range b.open {
			b.open[i] = &unpack{buf: make([]byte, (t.blockW*samples*t.bits+7)/8)}
		}
	}
	for p := range planes {
		for x := range t.across {
			data, whole := t.data((p*t.down+band)*t.across + x)
			b.broken = b.broken || !whole
			u := b.open[p*t.across+x]
			r, err := t.opened(data, min(t.block, t.height-band*t.block))
			if err != nil {
				return err
			}
			if r != nil {
				r = t.converted(r, p)
			}
			u.r, u.spent = r, r == nil
		}
	}
	return nil
}

// joined puts the row together of those of the blocks beside each other.
func (b *bands) joined(blocks []*unpack, to []byte, samples int) []byte {
	at := 0
	for _, u := range blocks {
		if !u.spent {
			n, err := io.ReadFull(u.r, u.buf)
			if n > 0 {
				b.read++
			}
			if err != nil {
				u.spent, b.broken = true, true
				b.white(u.buf[n:])
			}
			b.restore(u.buf, samples)
		} else {
			b.broken = true
			b.white(u.buf)
		}
		at += copy(to[at:], u.buf)
	}
	return to
}

// white fills what is not there.
func (b *bands) white(buf []byte) {
	v := byte(0)
	if b.t.photo == blackIsZero || b.t.photo == tiffRGB || b.t.photo == tiffYCbCr {
		v = 0xFF
	}
	for i := range buf {
		buf[i] = v
	}
}

// restore brings the bytes of 16-bit components into PDF's order and undoes the predictor.
func (b *bands) restore(row []byte, samples int) {
	t := b.t
	if t.bits == 16 && t.r.order == binary.ByteOrder(binary.LittleEndian) {
		for i := 0; i+1 < len(row); i += 2 {
			row[i], row[i+1] = row[i+1], row[i]
		}
	}
	switch {
	case !t.predicted:
	case t.bits == 8:
		for i := samples; i < len(row); i++ {
			row[i] += row[i-samples]
		}
	case t.bits == 16:
		for i := 2 * samples; i+1 < len(row); i += 2 {
			left := binary.BigEndian.Uint16(row[i-2*samples:])
			binary.BigEndian.PutUint16(row[i:], left+binary.BigEndian.Uint16(row[i:]))
		}
	}
}

// opened gives a reader of a block's decoded bytes; nil where there is nothing to read. rows is how many of its rows
// are on the page.
func (t *tiffPage) opened(data []byte, rows int) (io.Reader, error) {
	if len(data) == 0 {
		return nil, nil
	}
	if t.reversed && t.compression != tiffJPEG {
		data = bytes.Clone(data)
		reverse(data)
	}
	switch t.compression {
	case tiffPlain:
		return bytes.NewReader(data), nil
	case tiffLZW:
		if len(data) > 1 && data[0] == 0 && data[1]&1 == 1 {
			return nil, fault(Unsupported, "the old kind of LZW")
		}
		return lzw.NewReader(bytes.NewReader(data), lzw.MSB, 8), nil
	case tiffDeflate, tiffOldDeflate:
		z, err := zlib.NewReader(bytes.NewReader(data))
		if err != nil {
			return nil, nil
		}
		return z, nil
	case tiffPackBits:
		return &packBits{in: data}, nil
	case tiffT6:
		if t.tiled {
			rows = t.block
		}
		// White runs are zeros, whatever zero means on the page: so libtiff has it.
		return ccitt.NewReader(bytes.NewReader(data), ccitt.MSB, ccitt.Group4, t.blockW, rows,
			&ccitt.Options{Invert: true}), nil
	case tiffJPEG:
		return t.jpegRows(data)
	}
	return nil, fault(Unsupported, "a fax in tiles")
}

// packBits undoes Macintosh's run lengths (TIFF 6.0, section 9).
type packBits struct {
	in   []byte
	run  byte
	left int // of the run
	raw  int // bytes that stand as they are
}

// Read implements io.Reader.
func (p *packBits) Read(b []byte) (n int, err error) {
	for n < len(b) {
		switch {
		case p.left > 0:
			b[n] = p.run
			p.left--
			n++
		case p.raw > 0 && len(p.in) > 0:
			k := copy(b[n:], p.in[:min(p.raw, len(p.in))])
			n, p.raw, p.in = n+k, p.raw-k, p.in[k:]
		case len(p.in) < 2:
			return n, io.EOF
		default:
			c := int8(p.in[0])
			p.in = p.in[1:]
			switch {
			case c >= 0:
				p.raw = int(c) + 1
			case c > math.MinInt8:
				p.run, p.left, p.in = p.in[0], 1-int(c), p.in[1:]
			}
		}
	}
	return n, nil
}

// jpegRows decodes a JPEG that is a strip or tile of a page. As JPEG it cannot stay: a page is one picture, and where
// several meet viewers show seams.
func (t *tiffPage) jpegRows(data []byte) (io.Reader, error) {
	data, _ = t.joined(data)
	head, err := jpeg.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return nil, nil
	}
	if int64(head.Width)*int64(head.Height)*4 > maxFrame || head.Width < t.blockW {
		return nil, fault(Damaged, "a JPEG of other measures than its page")
	}
	im, err := jpeg.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, nil
	}
	return &jpegBlock{t: t, im: im}, nil
}

// jpegBlock gives the rows of a decoded JPEG as samples.
type jpegBlock struct {
	t    *tiffPage
	im   image.Image
	y    int
	rest []byte
	row  []byte
}

// Read implements io.Reader.
func (j *jpegBlock) Read(b []byte) (n int, err error) {
	for n < len(b) {
		if len(j.rest) == 0 {
			if j.y >= j.im.Bounds().Dy() || !j.next() {
				return n, io.EOF
			}
			j.rest = j.row
		}
		k := copy(b[n:], j.rest)
		n, j.rest = n+k, j.rest[k:]
	}
	return n, nil
}

// next makes the samples of the next row; false where they are not those of the page.
func (j *jpegBlock) next() bool {
	w := j.t.blockW
	if j.row == nil {
		j.row = make([]byte, w*j.t.samples)
	}
	switch im := j.im.(type) {
	case *image.Gray:
		if j.t.samples != 1 {
			return false
		}
		copy(j.row, im.Pix[j.y*im.Stride:][:w])
	case *image.YCbCr:
		if j.t.samples != 3 {
			return false
		}
		for x := range w {
			c := im.YCbCrAt(x, j.y)
			r, g, b := c.Y, c.Cb, c.Cr
			if j.t.photo == tiffYCbCr {
				r, g, b = color.YCbCrToRGB(r, g, b)
			}
			j.row[3*x], j.row[3*x+1], j.row[3*x+2] = r, g, b
		}
	case *image.RGBA:
		if j.t.samples != 3 {
			return false
		}
		for x := range w {
			copy(j.row[3*x:3*x+3], im.Pix[j.y*im.Stride+4*x:])
		}
	default:
		return false
	}
	j.y++
	return true
}
