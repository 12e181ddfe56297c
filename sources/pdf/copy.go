package pdf

import (
	"bytes"
	"io"

	"github.com/klauspost/compress/zlib"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// Copy decodes a stream into w, in pieces where one filter alone stands in the way, so that an embedded file is never
// held whole. It gives how many bytes came out, at most max; more are ErrTooLong, and data that end early or turn bad
// give what came out before, and the error. plain says that any reader decodes the stream as it stands: it has no
// filter, or a single sound FlateDecode without parameters.
func (d *Document) Copy(w io.Writer, s types.StreamDict, max int64) (n int64, plain bool, err error) {
	filters, parms := d.filters(s.Dict)
	if len(filters) > maxFilters {
		return 0, false, tooManyFilters(len(filters))
	}
	switch {
	case len(filters) == 0:
		n, err = copyMost(w, bytes.NewReader(s.Raw), max)
		return n, true, err
	case len(filters) == 1 && filters[0] == "FlateDecode" && parms[0]["Predictor"] == nil && soundFlate(s.Raw, max):
		z, err := inflater(s.Raw)
		if err != nil {
			return 0, false, err
		}
		n, err = copyMost(w, z, max)
		inflaters.Put(z)
		return n, s.Dict["Filter"] != nil && len(parms[0]) == 0, err
	}
	b, err := d.unfilter(filters, parms, s.Raw, int(min(max, maxDecoded)))
	k, werr := w.Write(b)
	if err == nil {
		err = werr
	}
	return int64(k), false, err
}

// soundFlate reports whether zlib data are whole, sum and all, or decode to more than max bytes.
func soundFlate(b []byte, max int64) bool {
	z, err := zlib.NewReader(bytes.NewReader(b))
	if err != nil {
		return false
	}
	_, err = io.Copy(io.Discard, io.LimitReader(z, max+1))
	return err == nil
}

// copyMost copies at most max bytes; more are ErrTooLong.
func copyMost(w io.Writer, r io.Reader, max int64) (int64, error) {
	n, err := io.Copy(w, io.LimitReader(r, max))
	if err != nil {
		return n, err
	}
	if k, _ := io.ReadFull(r, make([]byte, 1)); k > 0 {
		return n, ErrTooLong
	}
	return n, nil
}

// Copy decodes stream n of a file on disk into w, in pieces, and gives how many bytes came out, at most max; more are
// ErrTooLong.
func (f *File) Copy(w io.Writer, n int, max int64) (int64, error) {
	s, err := f.stream(n)
	if err != nil {
		return 0, err
	}
	filters, parms := (&Document{}).filters(s.Dict)
	var r io.Reader = &pieceReader{in: &f.in, at: s.StreamOffset, end: s.StreamOffset + *s.StreamLength}
	switch {
	case len(filters) == 0:
	case len(filters) == 1 && filters[0] == "FlateDecode" && len(parms[0]) == 0:
		if r, err = zlib.NewReader(r); err != nil {
			return 0, err
		}
	default:
		b, err := f.Decode(n, int(min(max, maxDecoded)))
		k, werr := w.Write(b)
		if err == nil {
			err = werr
		}
		return int64(k), err
	}
	return copyMost(w, r, max)
}

// pieceReader reads a stretch of a file in pieces.
type pieceReader struct {
	in      *input
	at, end int64
	buf     []byte // room
	left    []byte // read and not yet given
}

// Read implements io.Reader.
func (r *pieceReader) Read(p []byte) (int, error) {
	if len(r.left) == 0 {
		if r.at >= r.end {
			return 0, io.EOF
		}
		if r.buf == nil && r.in.r != nil {
			r.buf = make([]byte, min(r.end-r.at, maxPiece))
		}
		b, err := r.in.piece(r.at, int(min(r.end-r.at, maxPiece)), r.buf)
		if err == nil && len(b) == 0 {
			err = io.ErrUnexpectedEOF
		}
		if err != nil {
			return 0, err
		}
		r.left, r.at = b, r.at+int64(len(b))
	}
	n := copy(p, r.left)
	r.left = r.left[n:]
	return n, nil
}
