package pdf

import (
	"bytes"
	"container/list"
	"errors"
	"fmt"
	"io"
	"sync"
	"sync/atomic"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/sources/disk"
)

// File reads the objects of a PDF on demand, by its cross-reference table. Of a file on disk it holds the table and a
// few decoded object streams, never the file, and streams come without their bytes; of one in memory it keeps each
// object that was asked for, and streams are slices of the data, or copies where they had to be decrypted.
//
// Nothing in it is believed before it is looked at: bounds, loops, lengths. What is not as it should be is an error,
// never a guess: whoever opens what others wrote asks another reader then. It may be read from several goroutines;
// the objects it returns are shared and must not be changed.
type File struct {
	in      input
	close   func() error
	entries []entry
	trailer types.Dict

	trailers []types.Dict // of all sections, the newest first
	frame    []int64      // where those stand

	framing sync.Once
	frames  []bool // by number: what Frame says

	lock    *crypt                 // nil when the file is not encrypted
	lockAt  int                    // number of the encryption dictionary, which is not encrypted itself
	cells   []atomic.Pointer[cell] // objects that were read, in memory only
	unended []string               // words for what check found missing at the ends of objects

	mu     sync.Mutex
	packed map[int]*pack
	used   *list.List // of packed, the one used last at the front
	held   int        // decoded bytes in packed
	first  error      // first that was met by a method that returns none
}

// entry says where an object is: at an offset, or in an object stream.
type entry struct {
	at    int64 // offset, or the object stream's number
	index int32 // generation, or index
	kind  entryKind
}

type entryKind uint8

const (
	unset entryKind = iota // no section names it
	free
	atOffset
	inStream
)

// cell is an object that was read, or why it cannot be.
type cell struct {
	object types.Object
	err    error
}

// kept keeps what was read, and gives what is kept: another may have been faster, and all get the same object.
func kept(at *atomic.Pointer[cell], c *cell) *cell {
	if !at.CompareAndSwap(nil, c) {
		if other := at.Load(); other != nil {
			return other
		}
	}
	return c
}

var errOutside = errors.New("an offset is outside the file")

// OpenFile opens the report at path, on a disk. The error says what is wrong with the file's frame: no cross-reference
// table, no trailer, encrypted.
func OpenFile(on *disk.Disk, path string) (*File, error) {
	f, err := on.Open(path)
	if err != nil {
		return nil, err
	}
	info, err := f.Stat()
	if err != nil {
		f.Close()
		return nil, err
	}
	r, err := readReport(f, info.Size())
	if err != nil {
		f.Close()
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	r.close = f.Close
	return r, nil
}

// readReport reads a report of size bytes from r.
func readReport(r io.ReaderAt, size int64) (*File, error) {
	in := input{r: r, size: size, trouble: new(atomic.Pointer[error])}
	f, err := newFile(in)
	if trouble := in.trouble.Load(); err != nil && trouble != nil {
		return nil, *trouble
	}
	if err == nil && f.trailer["Encrypt"] != nil {
		return nil, errors.New("the file is encrypted")
	}
	return f, err
}

// Trouble is the first error of the machine's in reading a file on disk; nil when there was none. Whoever takes what
// cannot be read for a fault of the file asks for it at last.
func (f *File) Trouble() error {
	if f.in.trouble == nil || f.in.trouble.Load() == nil {
		return nil
	}
	return *f.in.trouble.Load()
}

// newFile reads the frame: the cross-reference sections that the end of the file leads to.
func newFile(in input) (*File, error) {
	f := &File{in: in, packed: map[int]*pack{}, used: list.New()}
	from := max(in.size-tail, 0)
	end, err := in.piece(from, tail, nil)
	if err != nil {
		return nil, err
	}
	i := bytes.LastIndex(end, []byte("startxref"))
	if i < 0 && in.r == nil { // far from the end: something was put behind it
		end = in.data
		if i = bytes.LastIndex(end, []byte("startxref")); i >= 0 {
			f.unended = append(f.unended, tailLong)
		}
	}
	if i < 0 {
		return nil, errors.New("no startxref at the end of the file")
	}
	o, _, err := ParseObject(end, i+len("startxref"))
	at, ok := o.(types.Integer)
	if err != nil || !ok {
		return nil, errors.New("startxref names no offset")
	}
	if err := f.sections(int64(at)); err != nil {
		return nil, err
	}
	if in.r == nil {
		f.cells = make([]atomic.Pointer[cell], len(f.entries))
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

// Size is one more than the highest object number.
func (f *File) Size() int { return len(f.entries) }

// Document gives the report's pages, destinations and outline, its objects read on demand. Streams in it have no
// bytes: Decode and HashContent of File read them, and Page the dictionaries of pages.
func (f *File) Document() (*Document, error) {
	d := &Document{source: f.object, passing: f.in.r != nil, root: f.trailer["Root"], info: f.trailer["Info"]}
	d.findNames()
	sound, err := d.walk()
	switch {
	case err != nil:
		return nil, err
	case len(d.pages) == 0:
		return nil, fault(NoPages, "the page tree is empty")
	case !sound:
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
		f.Fail(err)
	}
	return o
}

// Fail has Err tell an error, unless there was one before.
func (f *File) Fail(err error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.first == nil {
		f.first = err
	}
}

// Object reads the object with that number; nil when it is free or null. A stream of a file on disk has its
// dictionary, StreamOffset and StreamLength, and no bytes.
func (f *File) Object(n int) (types.Object, error) {
	if n <= 0 || n >= len(f.entries) {
		return nil, nil
	}
	e := f.entries[n]
	switch e.kind {
	case inStream:
		p, err := f.pack(int(e.at))
		if err != nil {
			return nil, fmt.Errorf("object %d: %w", n, err)
		}
		return p.object(n, int(e.index))
	case atOffset:
		if f.cells == nil {
			return f.read(n, e)
		}
		c := f.cells[n].Load()
		if c == nil {
			o, err := f.read(n, e)
			c = kept(&f.cells[n], &cell{o, err})
		}
		return c.object, c.err
	}
	return nil, nil
}

// forget drops what is kept of object n.
func (f *File) forget(n int) {
	if f.cells == nil || n <= 0 || n >= len(f.entries) {
		return
	}
	f.cells[n].Store(nil)
	e := f.entries[n]
	if e.kind != inStream {
		return
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	if p := f.packed[int(e.at)]; p != nil && p.holds(n, int(e.index)) {
		p.cells[e.index].Store(nil)
	}
}

// read reads object n where its entry says that it stands.
func (f *File) read(n int, e entry) (types.Object, error) {
	in, err := f.parse(e.at)
	if err != nil {
		return nil, fmt.Errorf("object %d: %w", n, err)
	}
	if in.Number != n || in.Generation != int(e.index) {
		return nil, fmt.Errorf("object %d: %d %d obj stands at offset %d", n, in.Number, in.Generation, e.at)
	}
	s, stream := in.Object.(types.StreamDict)
	if stream {
		length, err := f.length(s, true)
		if err != nil {
			return nil, fmt.Errorf("object %d: %w", n, err)
		}
		s.StreamLength = &length
		if f.in.r == nil {
			s.Raw, _ = f.in.piece(s.StreamOffset, int(length), nil)
		}
		in.Object = s
	}
	if f.lock != nil && n != f.lockAt {
		if stream {
			s.Raw = f.lock.stream(s, n, in.Generation)
			in.Object = s
		}
		in.Object = f.lock.object(in.Object, n, in.Generation)
	}
	return in.Object, nil
}

// parse reads the indirect object at an offset; from disk in larger and larger pieces until it fits.
func (f *File) parse(at int64) (indirect, error) {
	if at <= 0 || at >= f.in.size {
		return indirect{}, fmt.Errorf("offset %d is outside the file", at)
	}
	var buf []byte
	n := int(f.in.size - at)
	if f.in.r != nil {
		short := pieces.Get().(*[firstRead]byte) // objects copy what they keep of it
		defer pieces.Put(short)
		buf, n = short[:], firstRead
	}
	for {
		b, err := f.in.piece(at, n, buf)
		if err != nil {
			return indirect{}, err
		}
		whole := at+int64(len(b)) >= f.in.size
		in, perr := parseIndirect(b, 0)
		// What ends near the end of the piece may go on behind it: a number, "stream" and its line end.
		if perr == nil && (whole || in.End < len(b)-16) {
			if s, ok := in.Object.(types.StreamDict); ok {
				s.StreamOffset += at
				in.Object = s
			}
			return in, nil
		}
		if whole || n >= maxObject {
			return indirect{}, fmt.Errorf("no object can be read at offset %d", at)
		}
		n = min(n*8, maxObject)
	}
}

// pieces are the buffers that objects are read into.
var pieces = sync.Pool{New: func() any { return new([firstRead]byte) }}

// length reads a stream's Length and looks whether endstream stands behind it. anywhere says that the Length may lie
// in an object stream; it may not for an object stream itself, so that nothing can lead in a circle.
func (f *File) length(s types.StreamDict, anywhere bool) (int64, error) {
	o := s.Dict["Length"]
	if n := RefNumber(o); n > 0 {
		if n >= len(f.entries) || f.entries[n].kind == inStream && !anywhere {
			return 0, errors.New("the stream's Length leads nowhere")
		}
		var err error
		if f.entries[n].kind == inStream {
			o, err = f.Object(n)
		} else {
			var in indirect
			if in, err = f.parse(f.entries[n].at); in.Number == n {
				o = in.Object
			}
		}
		if err != nil {
			return 0, errors.New("the stream's Length leads nowhere")
		}
	}
	n, ok := o.(types.Integer)
	if !ok || n < 0 || int64(n) > f.in.size-s.StreamOffset {
		return 0, errors.New("the stream has no Length within the file")
	}
	var buf [maxBlanks + len("endstream")]byte
	b, err := f.in.piece(s.StreamOffset+int64(n), len(buf), buf[:])
	if err != nil {
		return 0, err
	}
	if !endsAt(b, 0, 0) {
		return 0, fmt.Errorf("no endstream behind the stream's %d bytes", n)
	}
	return int64(n), nil
}
