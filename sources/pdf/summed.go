package pdf

import (
	"io"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// summed is Decode of a stream that is deflated and nothing else, and tells of its sum in the same pass: where only
// that is wrong, the error is ErrSum, and what came out is what Decode gives. It is false of any other stream.
func (d *Document) summed(s types.StreamDict, max int) (b []byte, ok bool, err error) {
	if !d.Deflated(s) {
		return nil, false, nil
	}
	r, err := flateReader(s.Raw)
	if err != nil {
		return nil, true, err
	}
	b, err = readAll(io.LimitReader(strictly(r), int64(max)+1), 4*len(s.Raw))
	if z, pooled := r.(*inflating); pooled {
		inflaters.Put(z)
	}
	if len(b) > max {
		return b[:max], true, ErrTooLong
	}
	return b, true, err
}
