package assembly

import (
	"bufio"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"hash"
	"hash/maphash"
	"io"
	"strconv"

	"rapporteur/report/shown"
	"rapporteur/report/unit"
	"rapporteur/sources/pdf/syntax"
)

// writer writes a PDF front to back and keeps nothing but where things stand: streams at once, other objects packed
// into object streams (ISO 32000-1, 7.5.7), at the end the cross-reference stream. The same calls give the same bytes.
type writer struct {
	ctx     context.Context
	out     *bufio.Writer
	sum     hash.Hash
	offset  int64
	entries []entry // by object number
	members []int   // numbers of the objects in the open object stream
	packed  []byte  // their bytes
	index   []byte  // pairs of number and offset
	shared  map[streamSum]int
	seeds   [2]maphash.Seed
	hash    maphash.Hash
	scratch []byte
	shapes  *shown.Worker // of all that is written, for what the ledger promises
	err     error
}

// entry is where an object stands: at an offset in the file, or as a member of an object stream.
type entry struct {
	kind   byte  // 0 not written, 1 at an offset, 2 in an object stream
	member byte  // its place in the object stream
	at     int64 // offset, or number of the object stream
}

const (
	// perStream is the number of objects in an object stream: enough to compress well, few enough to be read for the
	// sake of one. It fits a byte.
	perStream = 200
	// maxPacked is the size from which an object stream is closed before it is full.
	maxPacked = 256 << 10
)

func newWriter(ctx context.Context, w io.Writer, shapes *shown.Worker) *writer {
	x := &writer{ctx: ctx, shapes: shapes, sum: sha256.New(), shared: map[streamSum]int{},
		seeds: [2]maphash.Seed{maphash.MakeSeed(), maphash.MakeSeed()}, entries: make([]entry, 1, 4096)}
	x.out = bufio.NewWriterSize(io.MultiWriter(w, x.sum), 1<<18)
	x.raw([]byte(syntax.Header))
	return x
}

func (w *writer) raw(b []byte) {
	if w.err != nil {
		return
	}
	n, err := w.out.Write(b)
	w.offset += int64(n)
	w.err = err
}

// alloc gives the next object number.
func (w *writer) alloc() int { return w.reserve(1) }

// reserve gives n numbers in a row, and the first of them.
func (w *writer) reserve(n int) int {
	first := len(w.entries)
	w.entries = append(w.entries, make([]entry, n)...)
	return first
}

// object writes an object that is no stream.
func (w *writer) object(n int, body []byte) {
	w.shape(n, body, nil)
	w.index = strconv.AppendInt(w.index, int64(n), 10)
	w.index = append(w.index, ' ')
	w.index = strconv.AppendInt(w.index, int64(len(w.packed)), 10)
	w.index = append(w.index, ' ')
	w.packed = append(append(w.packed, body...), '\n')
	w.members = append(w.members, n)
	if len(w.members) == perStream || len(w.packed) >= maxPacked {
		w.flush()
	}
}

// shape notes what is written, data nil where it is no stream.
func (w *writer) shape(n int, body, data []byte) {
	if err := w.shapes.Written(n, body, data); err != nil && w.err == nil {
		w.err = err
	}
}

// add is object with the next number.
func (w *writer) add(body []byte) int {
	n := w.alloc()
	w.object(n, body)
	return n
}

// flush writes the open object stream.
func (w *writer) flush() {
	if len(w.members) == 0 {
		return
	}
	if w.err == nil {
		w.err = w.ctx.Err()
	}
	n := w.alloc()
	for i, m := range w.members {
		w.entries[m] = entry{kind: 2, member: byte(i), at: int64(n)}
	}
	dict := append(w.scratch[:0], "/Type/ObjStm/N "...)
	dict = strconv.AppendInt(dict, int64(len(w.members)), 10)
	dict = append(dict, "/First "...)
	dict = strconv.AppendInt(dict, int64(len(w.index)), 10)
	dict = append(dict, "/Filter/FlateDecode"...)
	w.scratch = dict
	w.write(n, dict, unit.Pack(append(w.index, w.packed...)))
	w.members, w.packed, w.index = w.members[:0], w.packed[:0], w.index[:0]
}

// write writes a stream: the entries of its dictionary but Length, without brackets, and its encoded data.
func (w *writer) write(n int, dict, data []byte) {
	w.entries[n] = entry{kind: 1, at: w.offset}
	var head [64]byte
	b := strconv.AppendInt(head[:0], int64(n), 10)
	w.raw(append(b, " 0 obj\n<<"...))
	w.raw(dict)
	b = append(head[:0], "/Length "...)
	b = strconv.AppendInt(b, int64(len(data)), 10)
	w.raw(append(b, ">>\nstream\n"...))
	w.raw(data)
	w.raw([]byte("\nendstream\nendobj\n"))
}

// stream writes a stream, as write does, that is a part of what the report shows.
func (w *writer) stream(n int, dict, data []byte) {
	if data == nil {
		data = []byte{}
	}
	w.shape(n, dict, data)
	w.write(n, dict, data)
}

// share writes a stream once: a second one with the same dictionary and data is the first. want is the number that it
// must have, 0 for any.
func (w *writer) share(want int, dict, data []byte) int {
	key := w.fingerprint(dict, data)
	if n, ok := w.shared[key]; ok && want == 0 {
		return n
	}
	n := want
	if n == 0 {
		n = w.alloc()
	}
	w.stream(n, dict, data)
	if _, ok := w.shared[key]; !ok {
		w.shared[key] = n
	}
	return n
}

// shareObject is add of an object that may stand there already.
func (w *writer) shareObject(body []byte) int {
	key := w.fingerprint(body, nil)
	n, ok := w.shared[key]
	if !ok {
		n = w.add(body)
		w.shared[key] = n
	}
	return n
}

// streamSum tells streams apart. Its seeds are drawn anew in each process, so that nobody can make two streams that
// have one sum; that two have one by chance is out of the question with 128 bits.
type streamSum [2]uint64

func (w *writer) fingerprint(dict, data []byte) streamSum {
	var key streamSum
	for i := range key {
		w.hash.SetSeed(w.seeds[i])
		w.hash.Write(dict)
		w.hash.WriteByte(0)
		w.hash.Write(data)
		key[i] = w.hash.Sum64()
	}
	return key
}

// shareSmall is share of a content stream of ours, compressed where that makes it smaller.
func (w *writer) shareSmall(data []byte) int {
	if len(data) > 100 {
		if z := unit.Pack(data); len(z)+len(flate) < len(data) {
			return w.share(0, flate, z)
		}
	}
	return w.share(0, nil, data)
}

// finish writes the cross-reference stream and says what was written. A number that was given and not used becomes
// null.
func (w *writer) finish(root, info int) (sum string, size int64, err error) {
	for n := 1; n < len(w.entries); n++ {
		if w.entries[n].kind == 0 && !w.pending(n) {
			w.object(n, []byte("null"))
		}
	}
	w.flush()
	if w.err == nil {
		w.err = w.out.Flush()
	}
	id := w.sum.Sum(nil)[:16] // of everything but this last object: no clock (ISO 32000-1, 14.4)
	n := w.alloc()
	w.entries[n] = entry{kind: 1, at: w.offset}
	start := w.offset
	dict := append([]byte(nil), "/Type/XRef/Size "...)
	dict = strconv.AppendInt(dict, int64(len(w.entries)), 10)
	dict = syntax.AppendRefKey(dict, "Root", root)
	dict = syntax.AppendRefKey(dict, "Info", info)
	dict = append(dict, "/ID[<"...)
	dict = append(hex.AppendEncode(dict, id), "><"...)
	dict = append(hex.AppendEncode(dict, id),
		(">]" + syntax.TableForm)...)
	w.write(n, dict, unit.Pack(w.table()))
	w.raw([]byte("startxref\n" + strconv.FormatInt(start, 10) + "\n%%EOF\n"))
	if w.err == nil {
		w.err = w.out.Flush()
	}
	return hex.EncodeToString(w.sum.Sum(nil)), w.offset, w.err
}

func (w *writer) pending(n int) bool {
	for _, m := range w.members {
		if m == n {
			return true
		}
	}
	return false
}

// table is the cross-reference table.
func (w *writer) table() []byte {
	var out []byte
	above, row := syntax.Row{}, syntax.FreeRow
	for i, e := range w.entries {
		if i > 0 {
			row = syntax.Row{Kind: e.kind, Member: e.member, At: e.at}
		}
		out = syntax.AppendRow(out, row, above)
		above = row
	}
	return out
}
