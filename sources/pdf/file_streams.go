package pdf

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"

	"github.com/klauspost/compress/zlib"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// stream reads the object with that number as a stream.
func (f *File) stream(n int) (types.StreamDict, error) {
	o, err := f.Object(n)
	if err != nil {
		return types.StreamDict{}, err
	}
	s, ok := o.(types.StreamDict)
	if !ok {
		return s, fmt.Errorf("object %d is no stream", n)
	}
	return s, nil
}

// HashContent is the ledger's content_sha256, in hexadecimal, over the encoded bytes of the streams with these
// numbers in this order, read in pieces: each preceded by its length as 8 bytes, big-endian.
func (f *File) HashContent(numbers []int) (string, error) {
	h := sha256.New()
	for _, n := range numbers {
		s, err := f.stream(n)
		if err != nil {
			return "", err
		}
		writeLength(h, *s.StreamLength)
		if err := f.CopyStream(h, s); err != nil {
			return "", err
		}
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}

// Decode gives the decoded bytes of stream n, at most max of them; more is an error.
func (f *File) Decode(n, max int) ([]byte, error) {
	s, err := f.stream(n)
	if err != nil {
		return nil, err
	}
	if *s.StreamLength > maxPacked {
		return nil, ErrTooLong
	}
	if s.Raw == nil {
		if s.Raw, err = f.in.piece(s.StreamOffset, int(*s.StreamLength), nil); err != nil {
			return nil, err
		}
	}
	return (&Document{}).Decode(s, max)
}

// Inflater decodes content streams of a file on disk, with the same memory again and again. It belongs to one
// goroutine.
type Inflater struct {
	file *File
	raw  []byte
	in   bytes.Reader
	z    io.ReadCloser
}

// Inflater makes one.
func (f *File) Inflater() *Inflater { return &Inflater{file: f} }

// Append decodes stream n behind out, at most maxDecoded bytes of it. What breaks off is given as far as it goes,
// with the error.
func (d *Inflater) Append(out []byte, n int) ([]byte, error) {
	s, err := d.file.stream(n)
	if err != nil {
		return out, err
	}
	filter, _ := s.Dict["Filter"].(types.Name)
	if s.Dict["Filter"] != nil && (filter != "FlateDecode" || s.Dict["DecodeParms"] != nil) {
		b, err := d.file.Decode(n, maxDecoded)
		return append(out, b...), err
	}
	length := int(*s.StreamLength)
	if length > maxDecoded {
		return out, ErrTooLong
	}
	if length > cap(d.raw) {
		d.raw = make([]byte, length+length/4)
	}
	raw, err := d.file.in.piece(s.StreamOffset, length, d.raw)
	if err != nil {
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
		b, err := d.file.Decode(n, maxDecoded)
		return append(out, b...), err
	}
	limit := len(out) + maxDecoded
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
			return out, ErrTooLong
		}
	}
}
