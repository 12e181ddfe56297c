package picture

import (
	"bytes"
	"context"
	"encoding/binary"
	"hash/crc32"
	"io"

	"github.com/klauspost/compress/zlib"
)

const pngMagic = "\x89PNG\r\n\x1a\n"

// pngFile is what the chunks of a PNG say (ISO/IEC 15948, 11).
type pngFile struct {
	width, height int
	bits          int
	colour        byte
	interlaced    bool
	palette       []byte
	transparent   []byte // tRNS
	profile       []byte
	density       []Density
	exif          []byte
	data          [][]byte // of the IDAT chunks
	offset        int64    // of the first of them
	broken        bool     // a chunk is cut off, or its sum is not right
}

// The kinds of colour that PNG has.
const (
	pngGray, pngRGB, pngPalette, pngGrayAlpha, pngRGBAlpha = 0, 2, 3, 4, 6
)

// readPNG goes from chunk to chunk, as far as they go.
func readPNG(data []byte) *pngFile {
	p := &pngFile{}
	at := len(pngMagic)
	for at+8 <= len(data) {
		size := int64(binary.BigEndian.Uint32(data[at:]))
		kind := string(data[at+4 : at+8])
		from, end := int64(at)+8, int64(at)+8+size
		if end+4 > int64(len(data)) {
			p.broken = true
			if kind == "IDAT" {
				p.chunk(kind, data[from:min(end, int64(len(data)))], from)
			}
			return p
		}
		if sum := crc32.ChecksumIEEE(data[at+4 : end]); sum != binary.BigEndian.Uint32(data[end:]) {
			p.broken = p.broken || kind == "IDAT" || kind == "IHDR" || kind == "PLTE"
		}
		if kind == "IEND" {
			return p
		}
		p.chunk(kind, data[from:end], from)
		at = int(end) + 4
	}
	p.broken = true
	return p
}

func (p *pngFile) chunk(kind string, b []byte, at int64) {
	switch kind {
	case "IHDR":
		if len(b) == 13 && p.width == 0 {
			p.width, p.height = int(binary.BigEndian.Uint32(b)), int(binary.BigEndian.Uint32(b[4:]))
			p.bits, p.colour, p.interlaced = int(b[8]), b[9], b[12] != 0
		}
	case "PLTE":
		p.palette = b[:len(b)/3*3]
	case "tRNS":
		p.transparent = b
	case "pHYs":
		if len(b) == 9 && b[8] == 1 { // dots a metre
			const metre = 39.3700787
			x, y := float64(binary.BigEndian.Uint32(b)), float64(binary.BigEndian.Uint32(b[4:]))
			p.density = []Density{{x / metre, y / metre}}
		}
	case "eXIf":
		p.exif = b
	case "iCCP":
		if _, z, ok := bytes.Cut(b, []byte{0}); ok && len(z) > 1 {
			p.profile = inflated(z[1:], maxProfile)
		}
	case "IDAT":
		if len(p.data) == 0 {
			p.offset = at
		}
		if len(b) > 0 {
			p.data = append(p.data, b)
		}
	}
}

// inflated gives what deflated bytes hold, at most max of it; nil where they are broken.
func inflated(b []byte, max int64) []byte {
	z, err := zlib.NewReader(bytes.NewReader(b))
	if err != nil {
		return nil
	}
	out, err := io.ReadAll(io.LimitReader(z, max+1))
	if err != nil || int64(len(out)) > max {
		return nil
	}
	return out
}

// channels is the number of components of a sample, alpha among them; 0 where the header makes no sense.
func (p *pngFile) channels() int {
	small := p.bits == 1 || p.bits == 2 || p.bits == 4
	switch {
	case p.colour == pngGray && (small || p.bits == 8 || p.bits == 16),
		p.colour == pngPalette && (small || p.bits == 8):
		return 1
	case p.bits != 8 && p.bits != 16:
		return 0
	case p.colour == pngGrayAlpha:
		return 2
	case p.colour == pngRGB:
		return 3
	case p.colour == pngRGBAlpha:
		return 4
	}
	return 0
}

// stride is the bytes of a row of so many samples.
func (p *pngFile) stride(width int) int { return (width*p.channels()*p.bits + 7) / 8 }

func (p *pngFile) check() error {
	switch {
	case p.width == 0 && p.height == 0 || p.channels() == 0 || len(p.data) == 0:
		return fault(Damaged, "no image data")
	case p.colour == pngPalette && len(p.palette) == 0:
		return fault(Damaged, "no palette")
	}
	if err := sound(p.width, p.height); err != nil {
		return err
	}
	size, packed := int64(p.stride(p.width))*int64(p.height), int64(0)
	for _, b := range p.data {
		packed += int64(len(b))
	}
	switch {
	case size > packed*mostPacked+slack:
		return fault(Damaged, "fewer data than samples")
	case size > maxDecoded, p.interlaced && size > maxFrame:
		return fault(TooLarge, "more samples than a report can hold")
	}
	return nil
}

func (f *File) openPNG(data []byte) error {
	p := readPNG(data)
	if err := p.check(); err != nil {
		return err
	}
	page := Page{Width: p.width, Height: p.height, Orientation: 1, Densities: p.density}
	if p.exif != nil {
		page.Orientation, _ = exif(p.exif)
	}
	page.image = func(ctx context.Context) (*Image, error) {
		if err := f.spend(int64(p.stride(p.width)) * int64(p.height)); err != nil {
			return nil, err
		}
		return p.image(ctx)
	}
	f.Pages = []Page{page}
	return nil
}

// image gives the samples. Rows without alpha that are not interlaced stay as they are packed, once they are seen to be
// whole: a PDF unpacks them with the same filters.
func (p *pngFile) image(ctx context.Context) (*Image, error) {
	im := &Image{Width: p.width, Height: p.height, Bits: p.bits, Space: RGB, Filter: Flate, Offset: -1}
	if p.colour == pngGray || p.colour == pngGrayAlpha {
		im.Space = Gray
	}
	im.Profile = soundProfile(p.profile, im.Space)
	if p.colour == pngPalette {
		im.Palette = p.palette[:min(len(p.palette), 3<<p.bits)]
	}
	im.Key = p.key(im.Space)
	asIs := p.colour < pngGrayAlpha && !p.interlaced && !p.broken && p.whole()
	if asIs && len(p.data) == 1 {
		im.Data, im.Offset = p.data[0], p.offset
	} else if asIs {
		im.Data = bytes.Join(p.data, nil)
	}
	if masked := p.colour == pngPalette && len(p.transparent) > 0; asIs && !masked {
		return im, nil
	}
	return im, p.unpack(ctx, im, !asIs)
}

// unpack reads the rows: for the mask, if there is one, and for the colours, where they cannot stay as they are.
func (p *pngFile) unpack(ctx context.Context, im *Image, colours bool) error {
	split := newSplitter(p, im, colours)
	rows := newPNGRows(p)
	clean, err := p.each(ctx, rows, split.row)
	if err != nil {
		return err
	}
	if rows.read == 0 {
		return fault(Damaged, "no image data")
	}
	im.Broken = p.broken || !clean
	split.close()
	return nil
}

// whole reports whether all rows are there, each with a filter that exists, and nothing behind them.
func (p *pngFile) whole() bool {
	rows := newPNGRows(p)
	row := make([]byte, 1+p.stride(p.width))
	for range p.height {
		if rows.spent {
			return false
		}
		_, err := io.ReadFull(rows.z, row)
		rows.spent = err != nil || row[0] > 4
	}
	return rows.end()
}

// key is the one colour of a PNG without alpha that is transparent; nil where none is.
func (p *pngFile) key(space Space) (key []int) {
	n := int(space)
	if (p.colour != pngGray && p.colour != pngRGB) || len(p.transparent) < 2*n {
		return nil
	}
	for i := range n {
		key = append(key, int(binary.BigEndian.Uint16(p.transparent[2*i:]))&(1<<p.bits-1))
	}
	return key
}

// each gives the rows of samples from top to bottom. clean says that all were there, and no more.
func (p *pngFile) each(ctx context.Context, rows *pngRows, give func([]byte)) (clean bool, err error) {
	if p.interlaced {
		frame, clean, err := p.woven(ctx, rows)
		for stride := p.stride(p.width); len(frame) > 0; frame = frame[stride:] {
			give(frame[:stride])
		}
		return clean, err
	}
	rows.begin(p.stride(p.width))
	for y := range p.height {
		if y%asked == 0 && ctx.Err() != nil {
			return false, ctx.Err()
		}
		give(rows.next())
	}
	return rows.end(), nil
}

// pngRows unpacks rows and undoes their filters. Rows that are not there are white, or the first colour of the palette.
type pngRows struct {
	z       io.Reader
	step    int
	white   byte
	above   []byte
	current []byte
	read    int  // rows that were there
	spent   bool // the data have ended or turned bad
}

func newPNGRows(p *pngFile) *pngRows {
	r := &pngRows{step: max(1, p.channels()*p.bits/8), white: 0xFF}
	if p.colour == pngPalette {
		r.white = 0
	}
	parts := make([]io.Reader, len(p.data))
	for i, b := range p.data {
		parts[i] = bytes.NewReader(b)
	}
	z, err := zlib.NewReader(io.MultiReader(parts...))
	r.z, r.spent = z, err != nil
	return r
}

// begin begins an image of rows of so many bytes: the whole, or a pass of an interlaced one.
func (r *pngRows) begin(stride int) {
	r.above, r.current = make([]byte, 1+stride), make([]byte, 1+stride)
}

// next gives the next row; it is valid until the row after.
func (r *pngRows) next() []byte {
	r.above, r.current = r.current, r.above
	b := r.current
	if !r.spent {
		n, err := io.ReadFull(r.z, b)
		if err != nil || b[0] > 4 {
			r.spent = true
			if n > 0 && b[0] > 4 {
				n = 0
			}
			r.restore(b[:max(n, 1)])
			r.fill(b[max(n, 1):])
			if n > 1 {
				r.read++
			}
			return b[1:]
		}
		r.restore(b)
		r.read++
		return b[1:]
	}
	r.fill(b[1:])
	return b[1:]
}

func (r *pngRows) fill(b []byte) {
	for i := range b {
		b[i] = r.white
	}
}

// restore undoes the filter of a row, whose first byte names it.
func (r *pngRows) restore(b []byte) {
	kind, b, above := int(b[0]), b[1:], r.above[1:]
	if kind == 0 {
		return
	}
	for i := range b {
		var left, corner byte
		if i >= r.step {
			left, corner = b[i-r.step], above[i-r.step]
		}
		b[i] += predicted(kind, left, above[i], corner)
	}
}

// end reports whether all rows were there and nothing behind them.
func (r *pngRows) end() bool {
	if r.spent {
		return false
	}
	var more [1]byte
	n, err := r.z.Read(more[:])
	for n == 0 && err == nil {
		n, err = r.z.Read(more[:])
	}
	return n == 0 && err == io.EOF
}
