package pdf

import (
	"errors"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

var errPredictor = errors.New("pdf: predictor parameters out of range")

// unpredict undoes the predictor p in place (ISO 32000-1, 7.4.4.4): 2 is TIFF's, 10 and above PNG's.
func (d *Document) unpredict(b []byte, p int, parms types.Dict) ([]byte, error) {
	row, shape, err := d.rowOf(parms)
	if err != nil {
		return b, err
	}
	colors, bits := shape[0], shape[1]
	size := (colors*bits + 7) / 8 // bytes a pixel, at least one
	if p == 2 {
		if bits == 8 { // other depths occur in pictures only, which are not decoded here
			for at := 0; at < len(b); at += row {
				r := b[at:min(at+row, len(b))]
				for i := colors; i < len(r); i++ {
					r[i] += r[i-colors]
				}
			}
			return b, nil
		}
		return b, errPredictor
	}
	out, last := b[:0], make([]byte, row)
	for len(b) > 1 {
		n := min(row, len(b)-1)
		kind, r := b[0], b[1:1+n]
		b = b[1+n:]
		if err := unfilter(kind, r, last, size); err != nil {
			return out, err
		}
		out = append(out, r...)
		last = out[len(out)-n:]
		if n < row {
			break
		}
	}
	return out, nil
}

// rowOf gives the bytes of a row, without what stands before it, and how many colours and bits a pixel has.
func (d *Document) rowOf(parms types.Dict) (row int, shape [2]int, err error) {
	get := func(key string, otherwise, most int) (int, bool) {
		n, ok := d.Int(parms[key])
		if !ok {
			n = otherwise
		}
		return n, n >= 1 && n <= most
	}
	colors, ok1 := get("Colors", 1, 64)
	bits, ok2 := get("BitsPerComponent", 8, 16)
	columns, ok3 := get("Columns", 1, 1<<24)
	if !ok1 || !ok2 || !ok3 {
		return 0, shape, errPredictor
	}
	return (colors*bits*columns + 7) / 8, [2]int{colors, bits}, nil
}

// unfilter undoes one row of a PNG filter (PNG specification, clause 9).
func unfilter(kind byte, r, up []byte, size int) error {
	switch kind {
	case 0:
	case 1:
		for i := size; i < len(r); i++ {
			r[i] += r[i-size]
		}
	case 2:
		for i := range r {
			r[i] += up[i]
		}
	case 3:
		for i := range r {
			left := 0
			if i >= size {
				left = int(r[i-size])
			}
			r[i] += byte((left + int(up[i])) / 2)
		}
	case 4:
		for i := range r {
			a, c := 0, 0
			if i >= size {
				a, c = int(r[i-size]), int(up[i-size])
			}
			r[i] += paeth(a, int(up[i]), c)
		}
	default:
		return errPredictor
	}
	return nil
}

func paeth(a, b, c int) byte {
	pa, pb, pc := b-c, a-c, a+b-2*c
	pa, pb, pc = max(pa, -pa), max(pb, -pb), max(pc, -pc)
	switch {
	case pa <= pb && pa <= pc:
		return byte(a)
	case pb <= pc:
		return byte(b)
	}
	return byte(c)
}
