package picture

import (
	"encoding/binary"
	"math"
)

// ifdReader reads directories of a TIFF (TIFF 6.0, section 2), the ones that EXIF has among them. Offsets of a BigTIFF
// have eight bytes.
type ifdReader struct {
	data  []byte
	order binary.ByteOrder
	big   bool
	first uint64 // offset of the first directory
}

// entry is a field of a directory: its values, within the file.
type entry struct {
	kind  uint16
	count uint64
	value []byte
}

type directory map[uint16]entry

// Fields (TIFF 6.0, appendix A).
const (
	tagSubfile      = 254
	tagWidth        = 256
	tagHeight       = 257
	tagBits         = 258
	tagCompression  = 259
	tagPhotometric  = 262
	tagFillOrder    = 266
	tagStripOffsets = 273
	tagOrientation  = 274
	tagSamples      = 277
	tagRowsPerStrip = 278
	tagStripCounts  = 279
	tagXResolution  = 282
	tagYResolution  = 283
	tagPlanar       = 284
	tagT4Options    = 292
	tagResUnit      = 296
	tagPredictor    = 317
	tagColorMap     = 320
	tagTileWidth    = 322
	tagTileLength   = 323
	tagTileOffsets  = 324
	tagTileCounts   = 325
	tagExtraSamples = 338
	tagSampleFormat = 339
	tagLeast        = 340
	tagMost         = 341
	tagJPEGTables   = 347
	tagJPEGAt       = 513
	tagJPEGLength   = 514
	tagCoefficients = 529
	tagSubsampling  = 530
	tagReference    = 532
	tagICC          = 34675
)

// sizes are the bytes of a value by its kind.
var sizes = map[uint16]uint64{1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4, 16: 8,
	17: 8, 18: 8}

// newIFDReader reads the head of a file; false where it is none.
func newIFDReader(data []byte) (*ifdReader, bool) {
	if len(data) < 8 {
		return nil, false
	}
	r := &ifdReader{data: data}
	switch string(data[:2]) {
	case "II":
		r.order = binary.LittleEndian
	case "MM":
		r.order = binary.BigEndian
	default:
		return nil, false
	}
	switch r.order.Uint16(data[2:]) {
	case 42:
		r.first = uint64(r.order.Uint32(data[4:]))
	case 43:
		if len(data) < 16 {
			return nil, false
		}
		r.big, r.first = true, r.order.Uint64(data[8:])
	default:
		return nil, false
	}
	return r, true
}

// piece gives n bytes from an offset; nil where the file does not have them.
func (r *ifdReader) piece(at, n uint64) []byte {
	if size := uint64(len(r.data)); at > size || n > size-at {
		return nil
	}
	return r.data[at : at+n : at+n]
}

func (r *ifdReader) uint(b []byte) uint64 {
	switch len(b) {
	case 1:
		return uint64(b[0])
	case 2:
		return uint64(r.order.Uint16(b))
	case 4:
		return uint64(r.order.Uint32(b))
	case 8:
		return r.order.Uint64(b)
	}
	return 0
}

// read reads the directory at an offset, and where the next one stands, 0 for none. Fields whose values lie outside the
// file are left out; false where there is no directory.
func (r *ifdReader) read(at uint64) (d directory, next uint64, ok bool) {
	head, each, word := uint64(2), uint64(12), uint64(4)
	if r.big {
		head, each, word = 8, 20, 8
	}
	b := r.piece(at, head)
	if b == nil {
		return nil, 0, false
	}
	n := r.uint(b)
	if n == 0 || n > maxEntries {
		return nil, 0, false
	}
	fields := r.piece(at+head, n*each)
	if fields == nil {
		return nil, 0, false
	}
	d = directory{}
	for i := range n {
		f := fields[i*each : (i+1)*each]
		e := entry{kind: r.order.Uint16(f[2:]), count: r.uint(f[4 : 4+word])}
		size := sizes[e.kind]
		if size == 0 || e.count == 0 || e.count > uint64(len(r.data)) {
			continue
		}
		if size *= e.count; size <= word {
			e.value = f[4+word:][:size]
		} else if e.value = r.piece(r.uint(f[4+word:]), size); e.value == nil {
			continue
		}
		if tag := r.order.Uint16(f); d[tag].value == nil {
			d[tag] = e
		}
	}
	if b := r.piece(at+head+n*each, word); b != nil {
		next = r.uint(b)
	}
	return d, next, true
}

// uints gives the values of a field of whole numbers; nil where there is none.
func (r *ifdReader) uints(d directory, tag uint16) []uint64 {
	e := d[tag]
	switch e.kind {
	case 1, 3, 4, 13, 16:
	default:
		return nil
	}
	size := sizes[e.kind]
	out := make([]uint64, 0, e.count)
	for at := uint64(0); at+size <= uint64(len(e.value)); at += size {
		out = append(out, r.uint(e.value[at:at+size]))
	}
	return out
}

// number gives the first value of a field of whole numbers, or what holds where the field is not there.
func (r *ifdReader) number(d directory, tag uint16, otherwise int) int {
	v := r.uints(d, tag)
	if len(v) == 0 {
		return otherwise
	}
	return int(min(v[0], math.MaxInt32))
}

// rational gives the first value of a field of fractions; 0 where there is none.
func (r *ifdReader) rational(d directory, tag uint16) float64 {
	e := d[tag]
	switch {
	case e.kind == 5 && len(e.value) >= 8:
		if below := r.order.Uint32(e.value[4:]); below > 0 {
			return float64(r.order.Uint32(e.value)) / float64(below)
		}
	case e.kind == 3 || e.kind == 4:
		return float64(r.number(d, tag, 0))
	case e.kind == 11 && len(e.value) >= 4:
		return float64(math.Float32frombits(r.order.Uint32(e.value)))
	}
	return 0
}

// rationals gives the values of a field of fractions; nil where there is none.
func (r *ifdReader) rationals(d directory, tag uint16) []float64 {
	e := d[tag]
	if e.kind != 5 {
		return nil
	}
	var out []float64
	for b := e.value; len(b) >= 8 && len(out) < 8; b = b[8:] {
		below := r.order.Uint32(b[4:])
		if below == 0 {
			return nil
		}
		out = append(out, float64(r.order.Uint32(b))/float64(below))
	}
	return out
}

// float gives the first value of a field of numbers of any kind; 0 where there is none.
func (r *ifdReader) float(d directory, tag uint16) float64 {
	if e := d[tag]; e.kind == 12 && len(e.value) >= 8 {
		return math.Float64frombits(r.order.Uint64(e.value))
	}
	return r.rational(d, tag)
}

// held is what a directory says of orientation and resolution. A unit of 1 says that the resolution is none.
func (r *ifdReader) held(d directory) (Orientation, []Density) {
	o := Orientation(r.number(d, tagOrientation, 1))
	if o < 1 || o > 8 {
		o = 1
	}
	x, y := r.rational(d, tagXResolution), r.rational(d, tagYResolution)
	switch r.number(d, tagResUnit, 2) {
	case 2:
		return o, []Density{{x, y}}
	case 3:
		return o, []Density{{x * 2.54, y * 2.54}}
	}
	return o, nil
}

// exif reads what EXIF says of orientation and resolution (its directory 0 is TIFF's).
func exif(data []byte) (Orientation, []Density) {
	if r, ok := newIFDReader(data); ok {
		if d, _, ok := r.read(r.first); ok {
			return r.held(d)
		}
	}
	return 1, nil
}
