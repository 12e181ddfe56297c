package pdf

import (
	"bytes"
	"compress/lzw"
	"encoding/ascii85"
	"errors"
	"fmt"
	"io"
	"sync"

	"github.com/klauspost/compress/flate"
	"github.com/klauspost/compress/zlib"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
	tifflzw "golang.org/x/image/tiff/lzw"

	"rapporteur/sources/pdf/lex"
)

// ErrTooLong is returned by Decode when more bytes come out than were allowed.
var ErrTooLong = errors.New("pdf: stream decodes to more bytes than allowed")

// ErrFilter is returned by Decode for a filter that makes pictures (DCTDecode, JPXDecode, CCITTFaxDecode,
// JBIG2Decode) or is unknown.
var ErrFilter = errors.New("pdf: filter not decoded here")

// Decode gives the decoded bytes of a stream, at most max of them. Data that ends early or turns bad gives what came
// out before, and the error.
func (d *Document) Decode(s types.StreamDict, max int) ([]byte, error) {
	filters, parms := d.filters(s.Dict)
	if len(filters) > maxFilters {
		return nil, tooManyFilters(len(filters))
	}
	if len(filters) == 0 && len(s.Raw) > max {
		return s.Raw[:max], ErrTooLong
	}
	return d.unfilter(filters, parms, s.Raw, max)
}

func tooManyFilters(n int) error { return fmt.Errorf("%w: %d filters in a row", ErrFilter, n) }

// unfilter undoes filters in a row, each with at most max bytes.
func (d *Document) unfilter(filters []string, parms []types.Dict, b []byte, max int) ([]byte, error) {
	for i, f := range filters {
		r, err := opener(f, b, parms[i], d)
		if err != nil {
			return nil, err
		}
		if r == nil {
			continue
		}
		out, err := readAll(io.LimitReader(r, int64(max)+1), 4*len(b))
		if z, ok := r.(*inflating); ok {
			inflaters.Put(z)
		}
		if len(out) > max {
			return out[:max], ErrTooLong
		}
		b = out
		if p, _ := d.Int(parms[i]["Predictor"]); p > 1 && predicted(f) {
			var perr error
			if b, perr = d.unpredict(b, p, parms[i]); perr != nil && err == nil {
				err = perr
			}
		}
		if err != nil {
			return b, err
		}
	}
	return b, nil
}

// filters gives a stream's filters by their long names, with the parameters of each.
func (d *Document) filters(s types.Dict) (names []string, parms []types.Dict) {
	p := d.Resolve(first(s, "DecodeParms", "DP"))
	switch f := d.Resolve(first(s, "Filter", "F")).(type) {
	case types.Name:
		names = []string{long(string(f))}
		dict := d.Dict(p)
		if a, ok := p.(types.Array); ok && len(a) > 0 {
			dict = d.Dict(a[0])
		}
		parms = []types.Dict{dict}
	case types.Array:
		a, _ := p.(types.Array)
		for i, o := range f {
			names = append(names, long(d.Name(o)))
			switch {
			case i < len(a):
				parms = append(parms, d.Dict(a[i]))
			case a == nil && len(f) == 1:
				parms = append(parms, d.Dict(p))
			default:
				parms = append(parms, nil)
			}
		}
	}
	return names, parms
}

func first(s types.Dict, keys ...string) types.Object {
	for _, k := range keys {
		if o, ok := s[k]; ok {
			return o
		}
	}
	return nil
}

// long gives a filter's long name for its abbreviation (ISO 32000-1 table 94: inline images; some producers write
// them elsewhere).
func long(f string) string {
	switch f {
	case "Fl":
		return "FlateDecode"
	case "LZW":
		return "LZWDecode"
	case "A85":
		return "ASCII85Decode"
	case "AHx":
		return "ASCIIHexDecode"
	case "RL":
		return "RunLengthDecode"
	}
	return f
}

func predicted(f string) bool { return f == "FlateDecode" || f == "LZWDecode" }

// opener gives a reader of what the filter makes of b; nil for a filter that changes nothing.
func opener(f string, b []byte, parms types.Dict, d *Document) (io.Reader, error) {
	switch f {
	case "FlateDecode":
		return flateReader(b)
	case "LZWDecode":
		if early, ok := d.Int(parms["EarlyChange"]); ok && early == 0 {
			return lzw.NewReader(bytes.NewReader(b), lzw.MSB, 8), nil
		}
		return tifflzw.NewReader(bytes.NewReader(b), tifflzw.MSB, 8), nil
	case "ASCII85Decode":
		return ascii85.NewDecoder(bytes.NewReader(plain85(b))), nil
	case "ASCIIHexDecode":
		if i := bytes.IndexByte(b, '>'); i >= 0 {
			b = b[:i]
		}
		return bytes.NewReader(lex.AppendHex(nil, b)), nil
	case "RunLengthDecode":
		return &runLength{b: b}, nil
	case "Crypt":
		return nil, nil
	}
	return nil, fmt.Errorf("%w: %q", ErrFilter, f)
}

// inflating is a zlib reader that is ours: a bare flate reader resets just like one, and must not be taken for it.
type inflating struct {
	io.ReadCloser
	from   []byte // the zlib data
	strict bool   // a wrong sum is told
}

// Read implements io.Reader. Data that are whole end well though their sum is missing, and wrong ones unless that is to
// be told: no reader looks at it.
func (z *inflating) Read(p []byte) (int, error) {
	n, err := z.ReadCloser.Read(p)
	switch {
	case errors.Is(err, zlib.ErrChecksum) && z.strict:
		err = ErrSum
	case errors.Is(err, zlib.ErrChecksum), errors.Is(err, io.ErrUnexpectedEOF) && onlySumMissing(z.from):
		err = io.EOF
	}
	return n, err
}

// bare reads deflated data whose zlib header is broken, and whose sum is therefore not looked at.
type bare struct {
	io.Reader
	strict bool // that is told
}

// Read implements io.Reader.
func (z *bare) Read(p []byte) (int, error) {
	n, err := z.Reader.Read(p)
	if err == io.EOF && z.strict {
		err = ErrSum
	}
	return n, err
}

// inflaters holds zlib readers for use again: one allocates 40 kB, which is more than most content streams.
var inflaters sync.Pool

// readAll is io.ReadAll with a guess at the length.
func readAll(r io.Reader, guess int) ([]byte, error) {
	b := make([]byte, 0, min(max(guess, 512), 1<<20))
	for {
		n, err := r.Read(b[len(b):cap(b)])
		b = b[:len(b)+n]
		if err != nil {
			if err == io.EOF {
				err = nil
			}
			return b, err
		}
		if len(b) == cap(b) {
			b = append(b, 0)[:len(b)]
		}
	}
}

// inflater gives a zlib reader of b, a used one where there is one.
func inflater(b []byte) (io.Reader, error) {
	if z, ok := inflaters.Get().(*inflating); ok {
		if err := z.ReadCloser.(zlib.Resetter).Reset(bytes.NewReader(b), nil); err != nil {
			inflaters.Put(z)
			return nil, err
		}
		z.from, z.strict = b, false
		return z, nil
	}
	z, err := zlib.NewReader(bytes.NewReader(b))
	if err != nil {
		return nil, err
	}
	return &inflating{ReadCloser: z, from: b}, nil
}

// onlySumMissing reports whether zlib data lacks nothing but the sum at its end: what is compressed comes to its own
// end.
func onlySumMissing(b []byte) bool {
	if len(b) <= 2 {
		return false
	}
	_, err := io.Copy(io.Discard, io.LimitReader(flate.NewReader(bytes.NewReader(b[2:])), maxDecoded))
	return err == nil
}

// flateReader reads zlib data; white space before it and a broken header are met in the wild and passed over. Nothing
// is nothing: qpdf, and what is built on it, writes an empty stream without even a header.
func flateReader(b []byte) (io.Reader, error) {
	if len(b) == 0 {
		return bytes.NewReader(nil), nil
	}
	r, err := inflater(b)
	if err == nil {
		return r, nil
	}
	if t := bytes.TrimLeft(b, "\r\n"); len(t) < len(b) {
		if r, err = inflater(t); err == nil {
			return r, nil
		}
	}
	if len(b) > 2 {
		return &bare{Reader: flate.NewReader(bytes.NewReader(b[2:]))}, nil
	}
	return nil, fmt.Errorf("pdf: flate: %w", err)
}

// plain85 takes the mark "<~" and all behind "~>" from ASCII85 data; Go's decoder knows neither.
func plain85(b []byte) []byte {
	b = bytes.TrimPrefix(bytes.TrimLeft(b, "\x00\t\n\f\r "), []byte("<~"))
	if i := bytes.IndexByte(b, '~'); i >= 0 {
		b = b[:i]
	}
	return b
}

// runLength decodes RunLengthDecode (ISO 32000-1, 7.4.5).
type runLength struct {
	b    []byte
	copy int  // bytes still to copy
	same int  // bytes still to repeat
	c    byte // the byte to repeat
}

func (r *runLength) Read(p []byte) (int, error) {
	n := 0
	for n < len(p) {
		switch {
		case r.copy > 0:
			if len(r.b) == 0 {
				return n, io.ErrUnexpectedEOF
			}
			k := copy(p[n:], r.b[:min(r.copy, len(r.b))])
			r.b, r.copy, n = r.b[k:], r.copy-k, n+k
		case r.same > 0:
			p[n] = r.c
			r.same--
			n++
		default:
			if len(r.b) == 0 || r.b[0] == 128 {
				return n, io.EOF
			}
			l := int(r.b[0])
			r.b = r.b[1:]
			if l < 128 {
				r.copy = l + 1
				continue
			}
			if len(r.b) == 0 {
				return n, io.ErrUnexpectedEOF
			}
			r.c, r.same, r.b = r.b[0], 257-l, r.b[1:]
		}
	}
	return n, nil
}
