package picture

import (
	"context"
	"math/bits"
)

// image gives the samples. A JPEG's and a fax's data stay as they are where they stand in one piece; the rest is packed
// anew.
func (t *tiffPage) image(ctx context.Context, f *File) (*Image, error) {
	im := &Image{Width: t.width, Height: t.height, Bits: t.bits, Space: Gray, Offset: -1}
	switch t.photo {
	case tiffRGB, tiffYCbCr:
		im.Space = RGB
	case tiffLab, tiffICCLab:
		im.Space = Lab
	case tiffCMYK:
		im.Space = CMYK
	case tiffPalette:
		im.Space, im.Palette = RGB, t.palette()
		if im.Palette == nil {
			return nil, fault(Damaged, "no palette")
		}
	case whiteIsZero:
		im.Inverted = true
	}
	if e := t.d[tagICC]; e.value != nil && t.photo != tiffPalette {
		im.Profile = soundProfile(e.value, im.Space)
	}
	switch {
	case t.compression == tiffOldJPEG:
		return im, t.oldJPEG(im)
	case t.compression == tiffJPEG && t.across*t.down == 1 && t.blockW == t.width:
		return im, t.oneJPEG(im)
	case t.compression == tiffT6 && t.across*t.down == 1 && !t.tiled,
		t.compression == tiffT4 && !t.tiled, t.compression == tiffHuffman && !t.tiled:
		return im, t.fax(im)
	}
	im.Filter = Flate
	return im, t.repack(ctx, f, im)
}

// palette is the colour map, of 16 bits a component; some writers fill in eight.
func (t *tiffPage) palette() []byte {
	if t.bits > 8 {
		return nil
	}
	v := t.r.uints(t.d, tagColorMap)
	n := 1 << t.bits
	if len(v) < 3*n {
		return nil
	}
	shift := 0
	for _, c := range v[:3*n] {
		if c > 255 {
			shift = 8
		}
	}
	out := make([]byte, 0, 3*n)
	for i := range n {
		out = append(out, byte(v[i]>>shift), byte(v[n+i]>>shift), byte(v[2*n+i]>>shift))
	}
	return out
}

// fax takes a fax's data as they are: of one strip, or, in T.4, whose rows stand by themselves, of all strips behind
// one another. Strips are coded as if white were zero, whatever the page says of its samples (TIFF 6.0, section 11).
func (t *tiffPage) fax(im *Image) error {
	if int64(t.height) > 8*t.packed() { // no row takes less than a bit
		return fault(Damaged, "fewer data than samples")
	}
	im.Filter, im.Inverted = Fax, false
	im.Fax = FaxCoding{BlackIsOne: t.photo == blackIsZero}
	options := t.r.number(t.d, tagT4Options, 0)
	switch t.compression {
	case tiffT6:
		im.Fax.K = -1
	case tiffT4:
		im.Fax.EndOfLine = true
		im.Fax.K = options & 1
	case tiffHuffman:
		im.Fax.ByteAligned = true
	}
	if t.compression != tiffHuffman && options&2 != 0 {
		return fault(Unsupported, "a fax with passages that are not coded")
	}
	for i := range t.down {
		b, whole := t.data(i)
		im.Broken = im.Broken || !whole
		if t.down == 1 && !t.reversed {
			im.Data, im.Offset = b, int64(t.offsets[0])
			break
		}
		im.Data = append(im.Data, b...)
	}
	if len(im.Data) == 0 {
		return fault(Damaged, "no image data")
	}
	if t.reversed {
		reverse(im.Data)
	}
	return nil
}

// reverse turns the bits of each byte round.
func reverse(b []byte) {
	for i, v := range b {
		b[i] = bits.Reverse8(v)
	}
}

// oneJPEG takes a JPEG that is the whole page as it is; tables that stand apart from it are put back in front
// (Technical Note 2 to TIFF 6.0).
func (t *tiffPage) oneJPEG(im *Image) error {
	b, whole := t.data(0)
	b, joined := t.joined(b)
	j := readJPEG(b)
	if err := j.check(); err != nil {
		return err
	}
	if len(j.ids) != im.Space.Components() || j.width < t.width || j.height < t.height {
		return fault(Damaged, "a JPEG of other measures than its page")
	}
	im.Width, im.Height = j.width, j.height
	im.Filter, im.Data, im.Broken, im.Inverted = DCT, b, !whole || !j.whole, t.photo == whiteIsZero
	im.Plain = t.photo == tiffRGB && !j.adobe
	if !joined {
		im.Offset = int64(t.offsets[0])
	}
	return nil
}

// interchange is the whole JPEG that a page of the old kind names (TIFF 6.0, section 22, JPEGInterchangeFormat); nil
// where it names none.
func (t *tiffPage) interchange() []byte {
	at, length := t.r.number(t.d, tagJPEGAt, 0), t.r.number(t.d, tagJPEGLength, 0)
	b := t.r.piece(uint64(at), uint64(length))
	if at == 0 || len(b) < 4 || b[0] != 0xFF || b[1] != soi {
		return nil
	}
	return b
}

// oldJPEG takes such a JPEG as it is, where it is complete.
func (t *tiffPage) oldJPEG(im *Image) error {
	b := t.interchange()
	j := readJPEG(b)
	if err := j.check(); err != nil || len(j.ids) != im.Space.Components() || j.width != t.width ||
		j.height != t.height {
		return fault(Unsupported, "the old kind of JPEG in a TIFF")
	}
	im.Filter, im.Data, im.Broken, im.Plain = DCT, b, !j.whole, t.photo == tiffRGB && !j.adobe
	im.Offset = int64(t.r.number(t.d, tagJPEGAt, 0))
	return nil
}

// joined puts the tables of a TIFF's JPEG in front of one of its blocks.
func (t *tiffPage) joined(b []byte) ([]byte, bool) {
	tables := t.d[tagJPEGTables].value
	if len(tables) < 4 || tables[0] != 0xFF || tables[1] != soi || len(b) < 2 || b[0] != 0xFF || b[1] != soi {
		return b, false
	}
	if n := len(tables); tables[n-2] == 0xFF && tables[n-1] == eoi {
		tables = tables[:n-2]
	}
	out := make([]byte, 0, len(tables)+len(b)-2)
	return append(append(out, tables...), b[2:]...), true
}

// repack reads the rows of all blocks and packs them anew.
func (t *tiffPage) repack(ctx context.Context, f *File, im *Image) error {
	stride := (t.width*t.samples*t.bits + 7) / 8
	size := int64(stride) * int64(t.height)
	fax := t.compression == tiffT6
	switch {
	case size > maxDecoded:
		return fault(TooLarge, "more samples than a report can hold")
	case !fax && size > t.packed()*mostPacked+slack, fax && int64(t.height) > 8*t.packed():
		return fault(Damaged, "fewer data than samples")
	}
	if err := f.spend(size); err != nil {
		return err
	}
	b := &bands{t: t, stride: stride}
	out := newShedder(t, im)
	for y := range t.height {
		if y%asked == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		row, err := b.row(y)
		if err != nil {
			return err
		}
		out.row(row)
	}
	switch {
	case b.read == 0:
		return fault(Damaged, "no image data")
	case t.outside:
		return fault(Unsupported, "floating point numbers beyond black and white")
	}
	im.Broken, im.Rounded = b.broken, t.floating > 0 || t.photo == tiffYCbCr
	out.close()
	return nil
}

// shedder packs rows, what is alpha or more apart from the colours.
type shedder struct {
	t             *tiffPage
	im            *Image
	colours, mask *packer
	a, b          []byte
}

func newShedder(t *tiffPage, im *Image) *shedder {
	s := &shedder{t: t, im: im}
	wide := t.bits / 8
	n := t.samples - t.extras
	s.colours = newPacker((t.width*n*t.bits+7)/8, n*wide, t.bits < 8 || t.photo == tiffPalette)
	if t.extras > 0 {
		s.a = make([]byte, t.width*n*wide)
	}
	if t.alpha > 0 {
		s.b = make([]byte, t.width*wide)
		s.mask = newPacker(len(s.b), wide, false)
	}
	return s
}

func (s *shedder) row(row []byte) {
	if s.t.extras == 0 {
		s.colours.row(row)
		return
	}
	wide := s.t.bits / 8
	n := (s.t.samples - s.t.extras) * wide
	for x := range s.t.width {
		from := row[x*s.t.samples*wide:]
		copy(s.a[x*n:(x+1)*n], from)
		if s.mask != nil {
			copy(s.b[x*wide:(x+1)*wide], from[n:])
		}
	}
	s.colours.row(s.a)
	if s.mask != nil {
		s.mask.row(s.b)
	}
}

func (s *shedder) close() {
	s.im.Data = s.colours.taken()
	if s.mask != nil {
		s.im.Matte = s.t.alpha == 1
		s.im.Mask = &Image{Width: s.im.Width, Height: s.im.Height, Bits: s.im.Bits, Space: Gray, Filter: Flate,
			Data: s.mask.taken(), Offset: -1}
	}
}
