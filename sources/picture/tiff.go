package picture

import (
	"context"
	"fmt"
)

// Compressions and photometric interpretations of TIFF.
const (
	tiffPlain, tiffHuffman, tiffT4, tiffT6, tiffLZW, tiffOldJPEG, tiffJPEG, tiffDeflate = 1, 2, 3, 4, 5, 6, 7, 8

	tiffPackBits, tiffOldDeflate = 32773, 32946

	whiteIsZero, blackIsZero, tiffRGB, tiffPalette, tiffCMYK, tiffYCbCr, tiffLab,
	tiffICCLab = 0, 1, 2, 3, 5, 6, 8, 9
)

// tiffPage is what a directory says of its picture.
type tiffPage struct {
	r *ifdReader
	d directory

	width, height         int
	bits, samples, extras int // a component; components, those beyond the colours among them
	compression, photo    int
	planar                bool // each component in blocks of its own
	reversed              bool // the bits of each byte
	predicted             bool
	floating              int     // bits of a component in floating point, which becomes one of 16; 0 a whole number
	predictedFloats       bool    // by the predictor for them
	least, most           float64 // of those in floating point
	outside               bool    // one was not between them
	shared                [2]int  // of YCbCr: pixels across and down that share their colour
	luma                  lumaShares
	alpha                 int // 1 multiplied with the colours, 2 by itself, 0 none

	tiled         bool
	blockW, block int // width and height of a strip or tile
	across, down  int // how many beside and below each other
	offsets       []uint64
	counts        []uint64
}

// openTIFF follows the chain of directories. Those of smaller copies and of masks are no pages (TIFF 6.0,
// NewSubfileType); a chain that leads back into itself ends there.
func (f *File) openTIFF(data []byte) error {
	r, ok := newIFDReader(data)
	if !ok {
		return fault(Damaged, "no directory")
	}
	seen := map[uint64]bool{}
	for at := r.first; at != 0 && !seen[at]; {
		seen[at] = true
		d, next, ok := r.read(at)
		if !ok {
			if len(f.Pages) == 0 {
				return fault(Damaged, "no directory")
			}
			f.Cut = true
			break
		}
		if len(seen) > maxPages {
			return fault(TooLarge, "more pages than a report can hold")
		}
		if r.number(d, tagSubfile, 0)&5 == 0 {
			f.Pages = append(f.Pages, f.tiffPage(r, d))
		}
		at = next
	}
	if len(f.Pages) == 0 {
		return fault(Damaged, "no page")
	}
	return nil
}

func (f *File) tiffPage(r *ifdReader, d directory) Page {
	t := &tiffPage{r: r, d: d, width: r.number(d, tagWidth, 0), height: r.number(d, tagHeight, 0)}
	p := Page{Width: t.width, Height: t.height}
	p.Orientation, p.Densities = r.held(d)
	p.image = func(ctx context.Context) (*Image, error) {
		if err := t.read(); err != nil {
			return nil, err
		}
		return t.image(ctx, f)
	}
	return p
}

// read reads the fields, and says why the picture cannot be taken.
func (t *tiffPage) read() error {
	r, d := t.r, t.d
	if err := sound(t.width, t.height); err != nil {
		return err
	}
	t.floating, t.predictedFloats, t.outside = 0, false, false
	t.samples = r.number(d, tagSamples, 1)
	t.compression = r.number(d, tagCompression, tiffPlain)
	t.photo = r.number(d, tagPhotometric, whiteIsZero)
	t.planar = r.number(d, tagPlanar, 1) == 2 && t.samples > 1
	t.reversed = r.number(d, tagFillOrder, 1) == 2
	t.bits = 1
	for i, b := range r.uints(d, tagBits) {
		if i > 0 && int(b) != t.bits {
			return fault(Unsupported, "components of different depths")
		}
		t.bits = int(min(b, 64))
	}
	for _, format := range r.uints(d, tagSampleFormat) {
		switch {
		case format == 1, format == 4, format == 2 && t.photo == tiffLab:
		case format == 3 && t.floating > 0:
		case format == 3:
			if err := t.floated(); err != nil {
				return err
			}
		default:
			return fault(Unsupported, "samples that are no whole numbers")
		}
	}
	if err := t.colours(); err != nil {
		return err
	}
	switch r.number(d, tagPredictor, 1) {
	case 1:
	case 2:
		t.predicted = t.compression == tiffLZW || t.compression == tiffDeflate || t.compression == tiffOldDeflate
	case 3:
		t.predictedFloats = t.floating > 0
	default:
		return fault(Unsupported, "a predictor of floating point numbers")
	}
	converted := t.floating > 0 || t.photo == tiffLab || t.photo == tiffYCbCr && t.compression != tiffJPEG
	if t.predicted && converted || r.number(d, tagPredictor, 1) == 3 && t.floating == 0 ||
		t.photo == tiffLab && t.extras > 0 {
		return fault(Unsupported, "a predictor of floating point numbers")
	}
	if t.predicted && t.bits < 8 || t.planar && t.bits < 8 || t.extras > 0 && t.bits < 8 {
		return fault(Unsupported, "an unusual depth of its components")
	}
	return t.blocks()
}

// colours finds out what the components are.
func (t *tiffPage) colours() error {
	n := 1
	switch t.photo {
	case whiteIsZero, blackIsZero, tiffPalette:
	case tiffRGB:
		n = 3
	case tiffYCbCr:
		n = 3
	case tiffLab, tiffICCLab:
		if n = 3; t.bits != 8 && t.bits != 16 || t.compression == tiffJPEG {
			return fault(Unsupported, "a rare colour space")
		}
	case tiffCMYK:
		if n = 4; t.compression == tiffJPEG {
			return fault(Unsupported, "a JPEG of CMYK in a TIFF")
		}
	default:
		return fault(Unsupported, "a rare colour space")
	}
	if t.extras = t.samples - n; t.extras < 0 || t.extras > 8 {
		return fault(Unsupported, "an unusual number of components")
	}
	if t.photo == tiffYCbCr && t.compression != tiffJPEG && t.compression != tiffOldJPEG {
		if err := t.halved(); err != nil {
			return err
		}
	}
	switch t.bits {
	case 1, 2, 4, 8:
	case 16:
		if t.photo == tiffPalette {
			return fault(Unsupported, "an unusual depth of its components")
		}
	default:
		return fault(Unsupported, "an unusual depth of its components")
	}
	if kind := t.r.number(t.d, tagExtraSamples, 0); t.extras > 0 && (kind == 1 || kind == 2) {
		t.alpha = kind
	}
	fax := t.compression == tiffHuffman || t.compression == tiffT4 || t.compression == tiffT6
	if fax && (t.bits != 1 || t.samples != 1) ||
		t.compression == tiffJPEG && (t.bits != 8 || t.extras > 0 || t.planar) {
		return fault(Unsupported, "an unusual depth of its components")
	}
	switch t.compression {
	case tiffPlain, tiffHuffman, tiffT4, tiffT6, tiffLZW, tiffJPEG, tiffDeflate, tiffOldDeflate, tiffPackBits:
		return nil
	case tiffOldJPEG:
		if t.interchange() != nil && t.extras == 0 && t.bits == 8 {
			return nil
		}
		return fault(Unsupported, "the old kind of JPEG in a TIFF")
	}
	return fault(Unsupported, fmt.Sprintf("compression %d", t.compression))
}

// blocks finds out where the strips or tiles stand.
func (t *tiffPage) blocks() error {
	r, d := t.r, t.d
	t.blockW, t.block = t.width, min(r.number(d, tagRowsPerStrip, t.height), t.height)
	t.offsets, t.counts = r.uints(d, tagStripOffsets), r.uints(d, tagStripCounts)
	if t.tiled = d[tagTileWidth].value != nil; t.tiled {
		t.blockW, t.block = r.number(d, tagTileWidth, 0), r.number(d, tagTileLength, 0)
		t.offsets, t.counts = r.uints(d, tagTileOffsets), r.uints(d, tagTileCounts)
		if t.blockW%8 != 0 || t.blockW > maxSide || t.block > maxSide {
			return fault(Unsupported, "tiles of an unusual size")
		}
	}
	if t.blockW < 1 || t.block < 1 || len(t.offsets) == 0 {
		return fault(Damaged, "no image data")
	}
	t.across, t.down = (t.width+t.blockW-1)/t.blockW, (t.height+t.block-1)/t.block
	planes := 1
	if t.planar {
		planes = t.samples
	}
	if t.across*planes > maxAcross {
		return fault(TooLarge, "more tiles than a report can hold")
	}
	if len(t.offsets) == 1 && len(t.counts) == 0 {
		t.counts = []uint64{uint64(len(r.data)) - min(t.offsets[0], uint64(len(r.data)))}
	}
	return nil
}

// data gives the encoded bytes of a block, and whether they are all there.
func (t *tiffPage) data(i int) ([]byte, bool) {
	if i >= len(t.offsets) || i >= len(t.counts) {
		return nil, false
	}
	size := uint64(len(t.r.data))
	at, n := t.offsets[i], t.counts[i]
	if at >= size || n == 0 {
		return nil, false
	}
	whole := n <= size-at
	return t.r.data[at : at+min(n, size-at)], whole
}

// packed is the encoded bytes of all blocks together. The same bytes may be named by several.
func (t *tiffPage) packed() int64 {
	n := int64(0)
	for i := range t.offsets {
		b, _ := t.data(i)
		n += int64(len(b))
	}
	return n
}
