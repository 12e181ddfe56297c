package pdf

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"slices"

	"github.com/klauspost/compress/zlib"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/sources/pdf/syntax"
)

// Odd is the first place of a report at which it is not written as reports are, and what stands there, shortened.
type Odd struct {
	At   int64
	What []byte
}

// Error implements error.
func (o *Odd) Error() string { return fmt.Sprintf("at %d stands %q", o.At, o.What) }

// Updated reports whether the file was written on behind its end (ISO 32000-1, 7.5.6).
func (f *File) Updated() bool { return len(f.trailers) > 1 }

// Frame reports whether object n is a part of the file's frame: a stream that holds other objects, or the table of all.
// What a stream calls itself does not make it one.
func (f *File) Frame(n int) bool {
	f.framing.Do(func() {
		f.frames = make([]bool, len(f.entries))
		for _, e := range f.entries {
			if e.kind == inStream {
				f.frames[e.at] = true
			}
		}
		for n, e := range f.entries {
			f.frames[n] = f.frames[n] || e.kind == atOffset && slices.Contains(f.frame, e.at)
		}
	})
	return f.frames[n]
}

// Written looks whether the file is written as reports are, byte for byte, but for what its streams hold and the order
// of keys: the header; the streams one behind the other; all other objects packed into object streams, one behind the
// other too; the cross-reference stream, which names each of them once; the end. What stands anywhere else, is said
// twice or not at all, no reader shows, and whoever looks for it finds. The error is *Odd, or the machine's.
func (f *File) Written() error {
	w := written{file: f, head: make([]byte, 0, firstRead)}
	for n, e := range f.entries {
		switch e.kind {
		case atOffset:
			w.streams = append(w.streams, place{e.at, n})
		case inStream:
			w.members++
		}
	}
	slices.SortFunc(w.streams, func(a, b place) int { return cmp.Compare(a.at, b.at) })
	if err := w.literal(syntax.Header); err != nil {
		return err
	}
	for _, s := range w.streams {
		if s.at == f.frame[0] {
			return w.table(s)
		}
		if err := w.stream(s); err != nil {
			return err
		}
	}
	return w.odd(w.pos)
}

// place is where a stream stands, and its number.
type place struct {
	at     int64
	number int
}

// written is how far the look has come.
type written struct {
	file    *File
	streams []place // in the order of the file
	members int     // objects in object streams, by the table
	packed  int     // those that were met
	pos     int64
	strict  strict
	head    []byte
	data    []byte
	in      bytes.Reader
	z       io.ReadCloser
}

// toldOf is how much of what does not belong there is told.
const toldOf = 20

// odd says what stands at an offset.
func (w *written) odd(at int64) error {
	what, err := w.file.in.piece(min(at, w.file.in.size), toldOf, nil)
	if err != nil {
		return err
	}
	return &Odd{at, bytes.Clone(what)}
}

// literal passes over bytes that are always the same.
func (w *written) literal(want string) error {
	got, err := w.file.in.piece(min(w.pos, w.file.in.size), len(want), w.head)
	if err != nil {
		return err
	}
	if string(got) != want {
		for len(got) > 0 && len(want) > 0 && got[0] == want[0] {
			got, want, w.pos = got[1:], want[1:], w.pos+1
		}
		return w.odd(w.pos)
	}
	w.pos += int64(len(want))
	return nil
}

// Around streams stand these words, before its dictionary's own entries the first two with its number between them.
const (
	beginObject = " 0 obj\n"
	beginStream = "\nstream\n"
	endStream   = "\nendstream\nendobj\n"
)

// dictionary reads the head of a stream as far as its data, and gives its dictionary, as it is written and as it is
// meant, and the length of its data. The length stands last, and in no other object.
func (w *written) dictionary(s place) (dict []byte, d types.Dict, length int64, err error) {
	in, err := w.file.parse(s.at)
	if err != nil {
		return nil, nil, 0, cmp.Or(w.file.Trouble(), w.odd(s.at))
	}
	stream, ok := in.Object.(types.StreamDict)
	if !ok || s.at != w.pos {
		return nil, nil, 0, w.odd(w.pos)
	}
	if w.head, err = w.file.in.piece(s.at, int(stream.StreamOffset-s.at), w.head); err != nil {
		return nil, nil, 0, err
	}
	n, _ := stream.Dict["Length"].(types.Integer)
	dict, ok1 := bytes.CutPrefix(w.head, []byte(fmt.Sprint(s.number)+beginObject))
	dict, ok2 := bytes.CutSuffix(dict, []byte(beginStream))
	if !ok1 || !ok2 || !bytes.HasSuffix(dict, fmt.Appendf(nil, "/Length %d>>", n)) || !w.strict.object(dict) {
		return nil, nil, 0, w.odd(s.at)
	}
	w.pos = stream.StreamOffset
	return dict, stream.Dict, int64(n), nil
}

// stream passes over a stream, and looks into one that packs objects.
func (w *written) stream(s place) error {
	dict, d, length, err := w.dictionary(s)
	if err != nil {
		return err
	}
	if w.file.Frame(s.number) {
		if err := w.objects(s, dict, d, length); err != nil {
			return err
		}
	}
	w.pos += length
	return w.literal(endStream)
}

// inflate gives the data that stand next, unpacked. There is nothing behind them in the stream.
func (w *written) inflate(length int64) ([]byte, error) {
	if length > maxPacked {
		return nil, w.odd(w.pos)
	}
	raw, err := w.file.in.piece(w.pos, int(length), nil)
	if err != nil {
		return nil, err
	}
	w.in.Reset(raw)
	if w.z == nil {
		w.z, err = zlib.NewReader(&w.in)
	} else {
		err = w.z.(zlib.Resetter).Reset(&w.in, nil)
	}
	if err != nil {
		w.z = nil
		return nil, w.odd(w.pos)
	}
	out := bytes.NewBuffer(w.data[:0])
	if _, err = io.Copy(out, io.LimitReader(w.z, maxPacked)); err != nil || w.in.Len() > 0 {
		return nil, w.odd(w.pos)
	}
	w.data = out.Bytes()
	return w.data, nil
}

// objects looks into an object stream: its index names its objects, which stand one behind the other, each with a line
// end; the table has each of them there.
func (w *written) objects(s place, dict []byte, d types.Dict, length int64) error {
	count, _ := d["N"].(types.Integer)
	first, _ := d["First"].(types.Integer)
	want := fmt.Sprintf("<</Type/ObjStm/N %d/First %d/Filter/FlateDecode/Length %d>>", count, first, length)
	if string(dict) != want {
		return w.odd(s.at)
	}
	b, err := w.inflate(length)
	if err != nil {
		return err
	}
	slots := objectStream(b, int(count), int(first))
	if len(slots) != int(count) || len(slots) == 0 {
		return w.odd(s.at)
	}
	index, next := make([]byte, 0, first), int(first)
	for i, o := range slots {
		index = fmt.Appendf(index, "%d %d ", o.number, next-int(first))
		body, ends := bytes.CutSuffix(b[o.from:o.end], []byte("\n"))
		here := o.number < len(w.file.entries) && w.file.entries[o.number] == entry{int64(s.number), int32(i), inStream}
		if o.from != next || !ends || !here || !w.strict.object(body) {
			return &Odd{s.at, bytes.Clone(body[:min(len(body), toldOf)])}
		}
		next = o.end
	}
	if w.packed += len(slots); !bytes.Equal(index, b[:first]) {
		return w.odd(s.at)
	}
	return nil
}

// table passes over the cross-reference stream, the last of the streams, and what stands behind it. The file's
// identifier is the sum of all before.
func (w *written) table(s place) error {
	f := w.file
	dict, d, length, err := w.dictionary(s)
	if err != nil {
		return err
	}
	sum, err := f.sumOf(s.at)
	if err != nil {
		return err
	}
	id := hex.EncodeToString(sum[:sha256.Size/2])
	want := fmt.Sprintf("<</Type/XRef/Size %d/Root %d 0 R/Info %d 0 R/ID[<%s><%s>]%s/Length %d>>",
		len(f.entries), RefNumber(d["Root"]), RefNumber(d["Info"]), id, id, syntax.TableForm, length)
	if string(dict) != want || w.packed != w.members || s != w.streams[len(w.streams)-1] {
		return w.odd(s.at)
	}
	b, err := w.inflate(length)
	if err != nil {
		return err
	}
	if !bytes.Equal(b, f.rows()) {
		return w.odd(w.pos)
	}
	w.pos += length
	if err := w.literal(endStream + fmt.Sprintf("startxref\n%d\n%%%%EOF\n", s.at)); err != nil {
		return err
	}
	if w.pos != f.in.size {
		return w.odd(w.pos)
	}
	return nil
}

// sumOf is the sum of all before an offset.
func (f *File) sumOf(to int64) ([]byte, error) {
	h := sha256.New()
	if _, err := io.Copy(h, &pieceReader{in: &f.in, end: to}); err != nil {
		return nil, err
	}
	return h.Sum(nil), nil
}

// rows are those of the table, as a report has them.
func (f *File) rows() []byte {
	var out []byte
	above, row := syntax.Row{}, syntax.FreeRow
	for i, e := range f.entries {
		if i > 0 {
			row = syntax.Row{Kind: byte(e.kind - free), Member: byte(e.index), At: e.at}
		}
		out = syntax.AppendRow(out, row, above)
		above = row
	}
	return out
}
