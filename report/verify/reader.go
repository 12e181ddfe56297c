package verify

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"sync"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/sources/pdf"
)

// The bounds of reading a report. It may be large, but no single part of it is.
const (
	// maxNumber of an object: a report of 9,100 pages has some 400,000.
	maxNumber = 8_388_607
	// maxObject: bytes of one object that is no stream, outside object streams. The arrays of a parent tree are the longest.
	maxObject = 16 << 20
	// maxPacked: encoded and decoded bytes of one object stream or cross-reference stream.
	maxPacked = 128 << 20
	// cached: decoded bytes of object streams that are kept, so that reading page by page decodes each about once.
	cached = 24 << 20
	// firstRead: most objects outside object streams are stream dictionaries of a few hundred bytes.
	firstRead = 2 << 10
	// maxSections of the cross-reference table: ours has one; a file that was updated a few.
	maxSections = 100
)

// File reads the objects of a report on demand: it holds the cross-reference table and a few decoded object streams, never the file. Nothing
// in it is believed before it is looked at: bounds, loops, lengths. It may be read from several goroutines; the objects
// it returns are shared and must not be changed.
type File struct {
	r       io.ReaderAt
	size    int64
	close   func() error
	entries []entry
	trailer types.Dict

	mu     sync.Mutex
	packed map[int]*pack
	clock  int   // counts the uses of packed
	held   int   // decoded bytes in packed
	first  error // first that was met by a method that returns none
}

// entry says where an object is: at an offset, or at an index of an object stream.
type entry struct {
	at     int64 // offset, or the object stream's number
	index  int32 // generation, or index
	stream bool
	used   bool
}

// pack is an object stream, decoded and parsed.
type pack struct {
	objects map[int]types.Object
	bytes   int
	used    int // clock of its last use
}

// OpenFile opens the report at path. The error says what is wrong with the file's frame: no cross-reference table, no trailer, encrypted.
func OpenFile(path string) (*File, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	info, err := f.Stat()
	if err != nil {
		f.Close()
		return nil, err
	}
	r, err := NewFile(f, info.Size())
	if err != nil {
		f.Close()
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	r.close = f.Close
	return r, nil
}

// NewFile reads a report of size bytes from r.
func NewFile(r io.ReaderAt, size int64) (*File, error) {
	f := &File{r: r, size: size, packed: map[int]*pack{}}
	tail := make([]byte, min(size, 1024))
	if _, err := r.ReadAt(tail, size-int64(len(tail))); err != nil && err != io.EOF {
		return nil, err
	}
	i := bytes.LastIndex(tail, []byte("startxref"))
	if i < 0 {
		return nil, errors.New("no startxref at the end of the file")
	}
	o, _, err := pdf.ParseObject(tail, i+len("startxref"))
	at, ok := o.(types.Integer)
	if err != nil || !ok {
		return nil, errors.New("startxref names no offset")
	}
	if err := f.sections(int64(at)); err != nil {
		return nil, err
	}
	if f.trailer["Encrypt"] != nil {
		return nil, errors.New("the file is encrypted")
	}
	return f, nil
}

// Close closes the file under the reader.
func (f *File) Close() error {
	if f.close == nil {
		return nil
	}
	return f.close()
}

// Trailer is the newest trailer's dictionary.
func (f *File) Trailer() types.Dict { return f.trailer }

// Size is one more than the highest object number.
func (f *File) Size() int { return len(f.entries) }

// Document gives the report's pages, destinations and outline, its objects read on demand. Streams in it have no bytes: Decode, CopyStream and HashStream of
// File read them.
func (f *File) Document() (*pdf.Document, error) {
	d, sound, err := pdf.OnDemand(f.object, f.trailer["Root"], f.trailer["Info"])
	if err != nil {
		return nil, err
	}
	if !sound {
		return nil, errors.New("the page tree is not sound")
	}
	return d, f.Err()
}

// Err is the first error that was met while objects were read for the Document.
func (f *File) Err() error {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.first
}

// object is Object for the Document, which knows no errors.
func (f *File) object(n int) types.Object {
	o, err := f.Object(n)
	if err != nil {
		f.mu.Lock()
		if f.first == nil {
			f.first = err
		}
		f.mu.Unlock()
	}
	return o
}

// Object reads the object with that number; nil when it is free or null. A stream has its dictionary, StreamOffset and StreamLength, no bytes.
func (f *File) Object(n int) (types.Object, error) {
	if n <= 0 || n >= len(f.entries) || !f.entries[n].used {
		return nil, nil
	}
	e := f.entries[n]
	if e.stream {
		p, err := f.pack(int(e.at))
		if err != nil {
			return nil, fmt.Errorf("object %d: %w", n, err)
		}
		o, ok := p.objects[n]
		if !ok {
			return nil, fmt.Errorf("object %d is not in object stream %d", n, e.at)
		}
		return o, nil
	}
	in, err := f.parse(e.at)
	if err != nil {
		return nil, fmt.Errorf("object %d: %w", n, err)
	}
	if in.Number != n || in.Generation != int(e.index) {
		return nil, fmt.Errorf("object %d: %d %d obj stands at offset %d", n, in.Number, in.Generation, e.at)
	}
	s, ok := in.Object.(types.StreamDict)
	if !ok {
		return in.Object, nil
	}
	length, err := f.length(s)
	if err != nil {
		return nil, fmt.Errorf("object %d: %w", n, err)
	}
	s.StreamLength = &length
	return s, nil
}

// length reads a stream's Length and looks whether endstream stands behind it.
func (f *File) length(s types.StreamDict) (int64, error) {
	o := s.Dict["Length"]
	if n := pdf.RefNumber(o); n > 0 {
		// An integer of its own, never in another stream: so that nothing can lead in a circle.
		if n >= len(f.entries) || !f.entries[n].used || f.entries[n].stream {
			return 0, errors.New("the stream's Length leads nowhere")
		}
		in, err := f.parse(f.entries[n].at)
		if err != nil || in.Number != n {
			return 0, errors.New("the stream's Length leads nowhere")
		}
		o = in.Object
	}
	n, ok := o.(types.Integer)
	if !ok || n < 0 || int64(n) > f.size-s.StreamOffset {
		return 0, errors.New("the stream has no Length within the file")
	}
	var end [12]byte
	k, _ := f.r.ReadAt(end[:], s.StreamOffset+int64(n))
	if !bytes.HasPrefix(bytes.TrimLeft(end[:k], "\r\n"), []byte("endstream")) {
		return 0, fmt.Errorf("no endstream behind the stream's %d bytes", n)
	}
	return int64(n), nil
}

// parse reads the indirect object at an offset, in larger and larger pieces until it fits.
func (f *File) parse(at int64) (pdf.Indirect, error) {
	if at <= 0 || at >= f.size {
		return pdf.Indirect{}, fmt.Errorf("offset %d is outside the file", at)
	}
	short := pieces.Get().(*[firstRead]byte) // objects copy what they keep of it
	defer pieces.Put(short)
	b := short[:]
	for {
		k, err := f.r.ReadAt(b, at)
		if err != nil && err != io.EOF {
			return pdf.Indirect{}, err
		}
		whole := at+int64(k) >= f.size
		in, perr := pdf.ParseIndirect(b[:k], 0)
		// What ends near the end of the piece may go on behind it: a number, "stream" and its line end.
		if perr == nil && (whole || in.End < k-16) {
			if s, ok := in.Object.(types.StreamDict); ok {
				s.StreamOffset += at
				in.Object = s
			}
			return in, nil
		}
		if whole || len(b) >= maxObject {
			return pdf.Indirect{}, fmt.Errorf("no object can be read at offset %d", at)
		}
		b = make([]byte, min(len(b)*8, maxObject))
	}
}

// pieces are the buffers that objects are read into.
var pieces = sync.Pool{New: func() any { return new([firstRead]byte) }}

// pack gives an object stream, decoded.
func (f *File) pack(n int) (*pack, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.clock++
	if p, ok := f.packed[n]; ok {
		p.used = f.clock
		return p, nil
	}
	if n <= 0 || n >= len(f.entries) || !f.entries[n].used || f.entries[n].stream {
		return nil, fmt.Errorf("object stream %d is no object of the file", n)
	}
	s, b, err := f.unpack(f.entries[n].at)
	if err != nil {
		return nil, fmt.Errorf("object stream %d: %w", n, err)
	}
	if t, _ := s.Dict["Type"].(types.Name); t != "ObjStm" {
		return nil, fmt.Errorf("object stream %d is none", n)
	}
	count, _ := s.Dict["N"].(types.Integer)
	first, _ := s.Dict["First"].(types.Integer)
	list := pdf.ObjectStream(b, int(count), int(first))
	if len(list) != int(count) {
		return nil, fmt.Errorf("object stream %d holds %d objects, not %d", n, len(list), count)
	}
	p := &pack{make(map[int]types.Object, len(list)), len(b), f.clock}
	for _, in := range list {
		p.objects[in.Number] = in.Object
	}
	for f.held += p.bytes; f.held > cached && len(f.packed) > 0; {
		f.forgetOldest()
	}
	f.packed[n] = p
	return p, nil
}

// forgetOldest drops the object stream that was not used for the longest time.
func (f *File) forgetOldest() {
	oldest := -1
	for n, p := range f.packed {
		if oldest < 0 || p.used < f.packed[oldest].used {
			oldest = n
		}
	}
	f.held -= f.packed[oldest].bytes
	delete(f.packed, oldest)
}

// unpack reads and decodes a stream that holds parts of the file's frame.
func (f *File) unpack(at int64) (types.StreamDict, []byte, error) {
	in, err := f.parse(at)
	if err != nil {
		return types.StreamDict{}, nil, err
	}
	s, ok := in.Object.(types.StreamDict)
	if !ok {
		return types.StreamDict{}, nil, errors.New("no stream")
	}
	n, err := f.length(s)
	if err != nil {
		return s, nil, err
	}
	if n > maxPacked {
		return s, nil, errors.New("longer than any that we write")
	}
	s.Raw = make([]byte, n)
	if _, err := f.r.ReadAt(s.Raw, s.StreamOffset); err != nil {
		return s, nil, err
	}
	b, err := pdf.Decode(s, maxPacked)
	return s, b, err
}

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

// CopyStream writes the encoded bytes of stream n to w and gives their number.
func (f *File) CopyStream(w io.Writer, n int) (int64, error) {
	s, err := f.stream(n)
	if err != nil {
		return 0, err
	}
	return f.copy(w, s)
}

func (f *File) copy(w io.Writer, s types.StreamDict) (int64, error) {
	n := *s.StreamLength
	return io.CopyBuffer(w, io.NewSectionReader(f.r, s.StreamOffset, n), make([]byte, min(n, 256<<10)+1))
}

// HashStream is the SHA-256, in hexadecimal, of the encoded bytes of stream n, read in pieces.
func (f *File) HashStream(n int) (string, error) {
	h := sha256.New()
	if _, err := f.CopyStream(h, n); err != nil {
		return "", err
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}

// HashContent is the ledger's content_sha256 over the streams with these numbers in this order: each preceded by its length as 8 bytes, big-endian.
func (f *File) HashContent(numbers []int) (string, error) {
	h := sha256.New()
	var length [8]byte
	for _, n := range numbers {
		s, err := f.stream(n)
		if err != nil {
			return "", err
		}
		binary.BigEndian.PutUint64(length[:], uint64(*s.StreamLength))
		h.Write(length[:])
		if _, err := f.copy(h, s); err != nil {
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
		return nil, pdf.ErrTooLong
	}
	s.Raw = make([]byte, *s.StreamLength)
	if _, err := f.r.ReadAt(s.Raw, s.StreamOffset); err != nil && err != io.EOF {
		return nil, err
	}
	return pdf.Decode(s, max)
}
