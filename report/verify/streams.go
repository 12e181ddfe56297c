package verify

import (
	"bytes"
	"io"

	"github.com/klauspost/compress/zlib"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/sources/pdf"
)

// maxContent bounds the decoded content of a page; ours has some ten thousand bytes, a map as vector graphics some millions.
const maxContent = 64 << 20

// decoder decodes content streams, with the same memory again and again. It belongs to one goroutine.
type decoder struct {
	file *File
	raw  []byte
	in   bytes.Reader
	z    io.ReadCloser
}

// append decodes stream n behind out. What breaks off is given as far as it goes, with the error.
func (d *decoder) append(out []byte, n int) ([]byte, error) {
	s, err := d.file.stream(n)
	if err != nil {
		return out, err
	}
	filter, _ := s.Dict["Filter"].(types.Name)
	if s.Dict["Filter"] != nil && (filter != "FlateDecode" || s.Dict["DecodeParms"] != nil) {
		b, err := d.file.Decode(n, maxContent)
		return append(out, b...), err
	}
	if *s.StreamLength > maxContent {
		return out, pdf.ErrTooLong
	}
	if int(*s.StreamLength) > cap(d.raw) {
		d.raw = make([]byte, *s.StreamLength+*s.StreamLength/4)
	}
	raw := d.raw[:*s.StreamLength]
	if _, err := d.file.r.ReadAt(raw, s.StreamOffset); err != nil && err != io.EOF {
		return out, err
	}
	if filter == "" {
		return append(out, raw...), nil
	}
	d.in.Reset(raw)
	if d.z == nil {
		d.z, err = zlib.NewReader(&d.in)
	} else {
		err = d.z.(zlib.Resetter).Reset(&d.in, nil)
	}
	if err != nil {
		d.z = nil
		b, err := d.file.Decode(n, maxContent)
		return append(out, b...), err
	}
	limit := len(out) + maxContent
	for {
		if len(out) == cap(out) {
			out = append(out, 0)[:len(out)]
		}
		k, err := d.z.Read(out[len(out):cap(out)])
		out = out[:len(out)+k]
		switch {
		case err == io.EOF:
			return out, nil
		case err != nil:
			return out, err
		case len(out) > limit:
			return out, pdf.ErrTooLong
		}
	}
}
