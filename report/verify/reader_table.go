package verify

import (
	"bytes"
	"errors"
	"fmt"
	"io"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/sources/pdf"
)

// sections reads the cross-reference sections from the newest back; the newest entry of a number holds.
func (f *File) sections(at int64) error {
	seen := map[int64]bool{}
	for range maxSections {
		if seen[at] {
			return errors.New("the cross-reference sections lead in a circle")
		}
		seen[at] = true
		word := make([]byte, 4)
		if at <= 0 || at > f.size-4 {
			return fmt.Errorf("a cross-reference section at offset %d is outside the file", at)
		}
		if _, err := f.r.ReadAt(word, at); err != nil {
			return err
		}
		read := f.streamSection
		if string(word) == "xref" {
			read = f.tableSection
		}
		trailer, err := read(at)
		if err != nil {
			return fmt.Errorf("cross-reference section at offset %d: %w", at, err)
		}
		if f.trailer == nil {
			f.trailer = trailer
		}
		prev, ok := trailer["Prev"].(types.Integer)
		if !ok {
			return nil
		}
		at = int64(prev)
	}
	return errors.New("too many cross-reference sections")
}

// set enters an object unless a newer section has.
func (f *File) set(known []bool, n int, e entry) {
	if n < len(f.entries) && !known[n] {
		f.entries[n], known[n] = e, true
	}
}

// grow makes room for the numbers below size and gives which of them newer sections have entered.
func (f *File) grow(size int) []bool {
	known := make([]bool, max(size, len(f.entries)))
	for n, e := range f.entries {
		known[n] = e.used || e.at != 0 // a free entry keeps the offset -1
	}
	if size > len(f.entries) {
		f.entries = append(f.entries, make([]entry, size-len(f.entries))...)
	}
	return known
}

// sizeOf reads a trailer's Size; a file of few bytes cannot hold many objects.
func (f *File) sizeOf(trailer types.Dict) (int, error) {
	n, ok := trailer["Size"].(types.Integer)
	if !ok || n < 1 || n > maxNumber || int64(n) > f.size+1024 {
		return 0, errors.New("no Size that can be")
	}
	return int(n), nil
}

// streamSection reads a cross-reference stream (ISO 32000-1, 7.5.8).
func (f *File) streamSection(at int64) (types.Dict, error) {
	s, b, err := f.unpack(at)
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
	var w [3]int
	row := 0
	widths, _ := s.Dict["W"].(types.Array)
	for i := range w {
		var n types.Integer = -1
		if len(widths) == 3 {
			n, _ = widths[i].(types.Integer)
		}
		if n < 0 || n > 8 {
			return nil, errors.New("W is not three widths")
		}
		w[i] = int(n)
		row += w[i]
	}
	if row == 0 || size > len(b)/row+1 && s.Dict["Index"] == nil {
		return nil, errors.New("fewer entries than Size says")
	}
	index := types.Array{types.Integer(0), types.Integer(size)}
	if a, ok := s.Dict["Index"].(types.Array); ok {
		index = a
	}
	known := f.grow(size)
	field := func(width, otherwise int) int64 {
		if width == 0 {
			return int64(otherwise)
		}
		var v uint64
		for _, c := range b[:width] {
			v = v<<8 | uint64(c)
		}
		b = b[width:]
		return int64(v)
	}
	for i := 0; i+1 < len(index); i += 2 {
		from, _ := index[i].(types.Integer)
		count, _ := index[i+1].(types.Integer)
		if from < 0 || count < 0 || int(from) > size || int(count) > size-int(from) || int(count) > len(b)/row {
			return nil, errors.New("Index is not within Size and the data")
		}
		for n := int(from); n < int(from)+int(count); n++ {
			kind, second, third := field(w[0], 1), field(w[1], 0), field(w[2], 0)
			e := entry{at: -1}
			switch {
			case kind == 1 && second > 0 && third >= 0 && third <= 65535:
				e = entry{at: second, index: int32(third), used: true}
			case kind == 2 && second > 0 && second < int64(size) && third >= 0 && third <= maxNumber:
				e = entry{at: second, index: int32(third), stream: true, used: true}
			case kind != 0:
				return nil, fmt.Errorf("the entry of object %d makes no sense", n)
			}
			f.set(known, n, e)
		}
	}
	return s.Dict, nil
}

// tableSection reads a classic cross-reference table and its trailer (7.5.4).
func (f *File) tableSection(at int64) (types.Dict, error) {
	// An entry takes 20 bytes; the table is followed by the trailer, or by the rest of the file when it is short.
	b := make([]byte, min(f.size-at, maxPacked))
	k, err := f.r.ReadAt(b, at)
	if err != nil && err != io.EOF {
		return nil, err
	}
	b = b[:k]
	i := bytes.Index(b, []byte("trailer"))
	if i < 0 {
		return nil, errors.New("no trailer")
	}
	o, _, err := pdf.ParseObject(b, i+len("trailer"))
	trailer, ok := o.(types.Dict)
	if err != nil || !ok {
		return nil, errors.New("no trailer dictionary")
	}
	size, err := f.sizeOf(trailer)
	if err != nil {
		return nil, err
	}
	known := f.grow(min(size, len(b)/20+2))
	fields := bytes.Fields(b[len("xref"):i])
	for len(fields) >= 2 {
		var from, count int
		if _, err := fmt.Sscan(string(fields[0])+" "+string(fields[1]), &from, &count); err != nil || from < 0 || count < 0 || count > (len(fields)-2)/3 {
			return nil, errors.New("a subsection of the table makes no sense")
		}
		fields = fields[2:]
		for n := from; n < from+count; n++ {
			e := entry{at: -1}
			var g int64
			if string(fields[2]) == "n" {
				e.used = true
				if e.at, ok = decimal(fields[0]); !ok {
					return nil, fmt.Errorf("the entry of object %d makes no sense", n)
				}
				if g, ok = decimal(fields[1]); !ok || g > 65535 {
					return nil, fmt.Errorf("the entry of object %d makes no sense", n)
				}
				e.index = int32(g)
			}
			f.set(known, n, e)
			fields = fields[3:]
		}
	}
	return trailer, nil
}

func decimal(b []byte) (int64, bool) {
	if len(b) == 0 || len(b) > 15 {
		return 0, false
	}
	var n int64
	for _, c := range b {
		if c < '0' || c > '9' {
			return 0, false
		}
		n = n*10 + int64(c-'0')
	}
	return n, true
}
