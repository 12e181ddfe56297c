package pdf

import (
	"errors"
	"fmt"
	"slices"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/sources/pdf/lex"
)

// sections reads the cross-reference sections from the newest back; the newest entry of a number holds.
func (f *File) sections(at int64) error {
	seen := map[int64]bool{}
	for range maxSections {
		if seen[at] {
			return errors.New("the cross-reference sections lead in a circle")
		}
		seen[at] = true
		trailer, err := f.section(at)
		if err != nil {
			return fmt.Errorf("cross-reference section at offset %d: %w", at, err)
		}
		if f.trailer == nil {
			f.trailer = trailer
		}
		f.trailers, f.frame = append(f.trailers, trailer), append(f.frame, at)
		prev, has := trailer["Prev"]
		if !has {
			return nil
		}
		n, ok := prev.(types.Integer)
		if !ok {
			return errors.New("a trailer's Prev is no offset")
		}
		at = int64(n)
	}
	return errors.New("too many cross-reference sections")
}

// section reads one section, a table or a stream, and gives its trailer.
func (f *File) section(at int64) (types.Dict, error) {
	if at <= 0 || at >= f.in.size {
		return nil, errOutside
	}
	head, err := f.in.piece(at, maxBlanks, nil)
	if err != nil {
		return nil, err
	}
	l := lex.Lexer{Data: head}
	if l.Space(); l.Accept("xref") {
		return f.tableSection(at + int64(l.Pos))
	}
	if midNumber(f.in.data, at) { // of a file in memory; what stands there is a section all the same
		f.unended = append(f.unended, indexWrong)
	}
	return f.streamSection(at)
}

// set enters an object unless a newer section has.
func (f *File) set(n int, e entry) {
	if n < len(f.entries) && f.entries[n].kind == unset {
		f.entries[n] = e
	}
}

// sizeOf reads a trailer's Size and makes room; a file of few bytes cannot hold many objects.
func (f *File) sizeOf(trailer types.Dict) (int, error) {
	n, ok := trailer["Size"].(types.Integer)
	if !ok || n < 1 || n > maxNumber || int64(n) > f.in.size+1024 {
		return 0, errors.New("no Size that can be")
	}
	if more := int(n) - len(f.entries); more > 0 {
		f.entries = append(f.entries, make([]entry, more)...)
	}
	return int(n), nil
}

// streamSection reads a cross-reference stream (ISO 32000-1, 7.5.8).
func (f *File) streamSection(at int64) (types.Dict, error) {
	s, b, err := f.unpack(at, 0)
	if err != nil {
		return nil, err
	}
	if t, _ := s.Dict["Type"].(types.Name); t != "XRef" {
		return nil, errors.New("no cross-reference stream")
	}
	size, err := f.sizeOf(s.Dict)
	if err != nil {
		return nil, err
	}
	w, row, err := widths(s.Dict)
	if err != nil {
		return nil, err
	}
	if size > len(b)/row+1 && s.Dict["Index"] == nil {
		return nil, errors.New("fewer entries than Size says")
	}
	index := types.Array{types.Integer(0), types.Integer(size)}
	if a, ok := s.Dict["Index"].(types.Array); ok {
		index = a
	}
	for i := 0; i+1 < len(index); i += 2 {
		from, _ := index[i].(types.Integer)
		count, _ := index[i+1].(types.Integer)
		if from < 0 || count < 0 || int(from) > size || int(count) > size-int(from) || int(count) > len(b)/row {
			return nil, errors.New("its Index is not within Size and the data")
		}
		for n := int(from); n < int(from)+int(count); n++ {
			e, ok := streamEntry(b, w, size)
			if !ok {
				return nil, fmt.Errorf("the entry of object %d makes no sense", n)
			}
			f.set(n, e)
			b = b[row:]
		}
	}
	return s.Dict, nil
}

// widths reads W: how many bytes each of the three fields of an entry takes, and how many together.
func widths(d types.Dict) (w [3]int, row int, err error) {
	a, _ := d["W"].(types.Array)
	for i := range w {
		var n types.Integer = -1
		if len(a) == 3 {
			n, _ = a[i].(types.Integer)
		}
		if n < 0 || n > 8 {
			return w, 0, errors.New("its W is not three widths")
		}
		w[i] = int(n)
		row += w[i]
	}
	if row == 0 {
		err = errors.New("its W is not three widths")
	}
	return w, row, err
}

// streamEntry reads the first entry of b (ISO 32000-1, table 18); a field of no bytes has its default.
func streamEntry(b []byte, w [3]int, size int) (entry, bool) {
	fields := [3]int64{1, 0, 0}
	for i, width := range w {
		if width > 0 {
			fields[i] = 0
		}
		for _, c := range b[:width] {
			fields[i] = fields[i]<<8 | int64(c)
		}
		b = b[width:]
	}
	kind, second, third := fields[0], fields[1], fields[2]
	switch {
	case kind == 0:
		return entry{kind: free}, true
	case kind == 1 && second > 0 && third >= 0 && third <= maxGeneration:
		return entry{second, int32(third), atOffset}, true
	case kind == 2 && second > 0 && second < int64(size) && third >= 0 && third <= maxNumber:
		return entry{second, int32(third), inStream}, true
	}
	return entry{}, false
}

// tableSection reads a classic cross-reference table from behind its keyword, and its trailer (7.5.4).
func (f *File) tableSection(at int64) (types.Dict, error) {
	// The table is followed by the trailer, or by the rest of the file when it is short.
	b, err := f.in.piece(at, maxPacked, nil)
	if err != nil {
		return nil, err
	}
	type named struct {
		number int
		entry
	}
	var used []named
	var freed []int
	l := lex.Lexer{Data: b}
	for {
		if l.Space(); l.Accept("trailer") {
			break
		}
		from, ok1 := l.Natural()
		count, ok2 := l.Natural()
		if !ok1 || !ok2 || from > maxNumber || count > (len(b)-l.Pos)/len("0 0 n ") {
			return nil, errors.New("a subsection of the table makes no sense, or there is no trailer")
		}
		used = slices.Grow(used, count)
		for n := from; n < from+count; n++ {
			at, ok1 := l.Natural()
			g, ok2 := l.Natural()
			if l.Space(); !ok1 || !ok2 {
				return nil, fmt.Errorf("the entry of object %d makes no sense", n)
			}
			switch {
			case g <= maxGeneration && l.Accept("n"):
				used = append(used, named{n, entry{int64(at), int32(g), atOffset}})
			case l.Accept("f"):
				freed = append(freed, n)
			default:
				return nil, fmt.Errorf("the entry of object %d makes no sense", n)
			}
		}
	}
	o, _, err := ParseObject(b, l.Pos)
	trailer, ok := o.(types.Dict)
	if err != nil || !ok {
		return nil, errors.New("no trailer dictionary")
	}
	if _, err := f.sizeOf(trailer); err != nil {
		return nil, err
	}
	for _, u := range used {
		if u.number >= len(f.entries) {
			return nil, fmt.Errorf("object %d is beyond Size", u.number)
		}
		f.set(u.number, u.entry)
	}
	// In a hybrid file objects in streams are free in the table, for readers that know none (7.5.8.4).
	if at, has := trailer["XRefStm"]; has {
		n, ok := at.(types.Integer)
		if !ok || int64(n) <= 0 || int64(n) >= f.in.size {
			return nil, errors.New("XRefStm is no offset")
		}
		if _, err := f.streamSection(int64(n)); err != nil {
			return nil, err
		}
	}
	for _, n := range freed {
		f.set(n, entry{kind: free})
	}
	return trailer, nil
}
