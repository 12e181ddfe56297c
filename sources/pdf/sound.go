package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"hash/maphash"
	"io"
	"strings"
	"sync"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/sources/pdf/lex"
)

// ErrSum says that compressed data decode to their end, and do not match the sum that was taken of them: something in
// them is not as it was written.
var ErrSum = errors.New("pdf: data do not match their checksum")

var (
	errDigits = errors.New("pdf: what is no digit stands among the digits")
	errJPEG   = errors.New("pdf: a JPEG picture without its end")
	errFilter = errors.New("pdf: a filter that is no name")
)

// Soundness checks the data of streams, each once, in whichever file and however often they stand: conferences hand in
// a hundred files with the same letterhead. It may be used from several goroutines. The zero value is ready.
type Soundness struct {
	mu   sync.Mutex
	seed maphash.Seed
	seen map[checked]verdict
}

// checked is data that were checked, by their filters, and whether they were read as content.
type checked struct {
	sum     uint64
	length  int
	how     string
	content bool
}

// verdict is what was found of them: how many bytes they decode to, what is wrong with them, and, of content, what it
// asks for.
type verdict struct {
	size    int
	err     error
	content Balance
}

// Check decodes a stream to its end, at most max bytes of it, and gives how many came out and what is wrong with its
// data: ErrSum, ErrTooLong, or whatever made decoding break off. Of the filters that make pictures only DCTDecode is
// looked at, for its end.
func (c *Soundness) Check(d *Document, s types.StreamDict, max int) (int, error) {
	v := c.verdict(d, s, max, false, io.Discard)
	return v.size, v.err
}

// Read is Check of a stream that is read afterwards, too: it gives what came out, where it was decoded now and nothing
// is wrong with it, so that nobody needs to decode it again; else nil.
func (c *Soundness) Read(d *Document, s types.StreamDict, max int) ([]byte, int, error) {
	var out bytes.Buffer
	v := c.verdict(d, s, max, false, &out)
	if v.err != nil || out.Len() != v.size {
		return nil, v.size, v.err
	}
	return out.Bytes(), v.size, nil
}

// CheckContent is Check of a stream that holds content of its own, a form or a pattern, and says how it is balanced,
// too.
func (c *Soundness) CheckContent(d *Document, s types.StreamDict, max int) (Balance, int, error) {
	v := c.verdict(d, s, max, true, io.Discard)
	return v.content, v.size, v.err
}

// verdict is what is found of a stream; what comes out goes to a writer, unless it is known what is found.
func (c *Soundness) verdict(d *Document, s types.StreamDict, max int, content bool, to io.Writer) verdict {
	filters, parms := d.filters(s.Dict)
	if filter := d.Resolve(s.Dict["Filter"]); filter != nil && len(filters) == 0 {
		if a, is := filter.(types.Array); !is || len(a) > 0 {
			return verdict{err: errFilter}
		}
	}
	if len(filters) == 0 && !content || len(s.Raw) == 0 {
		return verdict{size: len(s.Raw)}
	}
	k := checked{length: len(s.Raw), how: strings.Join(filters, " "), content: content}
	for _, p := range parms {
		k.how += fmt.Sprint(" ", d.parameters(p))
	}
	c.mu.Lock()
	if c.seen == nil {
		c.seen, c.seed = map[checked]verdict{}, maphash.MakeSeed()
	}
	c.mu.Unlock()
	k.sum = maphash.Bytes(c.seed, s.Raw)
	c.mu.Lock()
	v, known := c.seen[k]
	c.mu.Unlock()
	if known && v.size > max { // the same comes out, whichever file was the first
		return verdict{size: max, err: ErrTooLong}
	}
	if known {
		return v
	}
	if content {
		v.content, v.size, v.err = d.scanStream(s, max)
	}
	if !content || v.err == nil && !d.Deflated(s) && len(filters) > 0 { // else reading it has told all
		v.size, v.err = d.decodes(filters, parms, s.Raw, max, to)
	}
	if !errors.Is(v.err, ErrTooLong) { // that depends on how much was left
		c.mu.Lock()
		c.seen[k] = v
		c.mu.Unlock()
	}
	return v
}

// scanStream is Scan of one stream, at most max bytes of it, and says how many came out.
func (d *Document) scanStream(s types.StreamDict, max int) (Balance, int, error) {
	max = min(max, maxDecoded)
	in := contentReader{d: d, streams: []types.StreamDict{s}, left: max}
	defer in.close()
	b, err := balance(&in, nil)
	if in.broken != nil {
		err = in.broken
	}
	return b, max - in.left, err
}

// parameters are what the predictors and filters here go by.
func (d *Document) parameters(p types.Dict) [5]int {
	var out [5]int
	for i, key := range []string{"Predictor", "Colors", "BitsPerComponent", "Columns", "EarlyChange"} {
		n, ok := d.Int(p[key])
		if out[i] = n; !ok {
			out[i] = -1 << 31
		}
	}
	return out
}

// decodes undoes filters one behind the other; what comes out, at most max bytes, goes to a writer.
func (d *Document) decodes(filters []string, parms []types.Dict, b []byte, max int, to io.Writer) (int, error) {
	if len(filters) > maxFilters {
		return 0, tooManyFilters(len(filters))
	}
	var in io.Reader = bytes.NewReader(b)
	for i, f := range filters {
		switch f {
		case "DCTDecode":
			if i == 0 && cutJPEG(b) {
				return 0, errJPEG
			}
			return drained(in, max, to)
		case "JPXDecode", "CCITTFaxDecode", "JBIG2Decode", "CCF", "DCT":
			return drained(in, max, to)
		case "ASCIIHexDecode":
			if i == 0 && !lex.OnlyHex(hexData(b)) {
				return 0, errDigits
			}
		}
		if i > 0 { // what came out of the filter before is held, and no more than of any content
			held, err := io.ReadAll(io.LimitReader(in, int64(maxHeld)+1))
			if err != nil {
				return len(held), err
			}
			if len(held) > maxHeld {
				return len(held), ErrTooLong
			}
			b = held
		}
		r, err := opener(f, b, parms[i], d)
		if err != nil {
			return 0, err
		}
		if r == nil {
			in = bytes.NewReader(b)
			continue
		}
		in = strictly(r)
		if p, _ := d.Int(parms[i]["Predictor"]); p > 1 && predicted(f) {
			if in, err = d.predictedRows(in, p, parms[i], i == len(filters)-1); err != nil {
				return 0, err
			}
		}
	}
	return drained(in, max, to)
}

// drained reads to the end, or to max bytes.
func drained(in io.Reader, max int, to io.Writer) (int, error) {
	n, err := io.Copy(to, io.LimitReader(in, int64(max)+1))
	if z, ok := in.(*inflating); ok {
		inflaters.Put(z)
	}
	if err == nil && n > int64(max) {
		err = ErrTooLong
	}
	return int(n), err
}

// strictly makes a reader of zlib data tell of their sum.
func strictly(r io.Reader) io.Reader {
	switch z := r.(type) {
	case *inflating:
		z.strict = true
	case *bare:
		z.strict = true
	}
	return r
}

// predictedRows passes on what a filter made, and looks at the rows of a PNG predictor: each says first which of five
// it is.
func (d *Document) predictedRows(in io.Reader, p int, parms types.Dict, last bool) (io.Reader, error) {
	if !last {
		b, err := io.ReadAll(io.LimitReader(in, maxHeld))
		if err != nil {
			return nil, err
		}
		b, err = d.unpredict(b, p, parms)
		return bytes.NewReader(b), err
	}
	row, _, err := d.rowOf(parms)
	if err != nil || p == 2 {
		return in, err
	}
	return &rows{in: in, row: row}, nil
}

// rows reads rows of a PNG predictor without undoing it.
type rows struct {
	in  io.Reader
	row int // bytes of one, without its first
	at  int // where in it the next byte stands
}

// Read implements io.Reader.
func (r *rows) Read(p []byte) (int, error) {
	n, err := r.in.Read(p)
	for i := (r.row + 1 - r.at) % (r.row + 1); i < n; i += r.row + 1 {
		if p[i] > 4 {
			return i, errPredictor
		}
	}
	r.at = (r.at + n) % (r.row + 1)
	return n, err
}

// cutJPEG reports whether a JPEG picture is none, or lacks its end.
func cutJPEG(b []byte) bool {
	end := []byte{0xFF, 0xD9}
	b = bytes.TrimLeft(b, "\r\n\t \x00")
	if !bytes.HasPrefix(b, []byte{0xFF, 0xD8}) {
		return true
	}
	if bytes.Contains(b[max(0, len(b)-256):], end) {
		return false
	}
	return bytes.LastIndex(b, end) <= bytes.LastIndex(b, []byte{0xFF, 0xDA})
}

// hexData is hexadecimal digits as far as the sign that ends them.
func hexData(b []byte) []byte {
	if i := bytes.IndexByte(b, '>'); i >= 0 {
		return b[:i]
	}
	return b
}
