package pdf

import (
	"cmp"
	"container/list"
	"errors"
	"fmt"
	"slices"
	"sync/atomic"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/sources/pdf/lex"
)

// pack is an object stream, decoded (ISO 32000-1, 7.5.7). Its objects are made when they are asked for, and kept; in a
// file on disk, which is read through once, the small ones are made anew, for they take many times the room of their
// bytes.
type pack struct {
	stream  int // its number
	passing bool
	data    []byte
	slots   []slot
	cells   []atomic.Pointer[cell]
	turn    *list.Element // among the object streams in order of their last use
}

// slot is where an object lies in a decoded object stream.
type slot struct{ number, from, end int }

// holds reports whether object n is the i-th.
func (p *pack) holds(n, i int) bool { return i < len(p.slots) && p.slots[i].number == n }

// object gives object n, which is the i-th.
func (p *pack) object(n, i int) (types.Object, error) {
	if !p.holds(n, i) {
		return nil, fmt.Errorf("object %d is not in object stream %d", n, p.stream)
	}
	if c := p.cells[i].Load(); c != nil {
		return c.object, c.err
	}
	at := p.slots[i]
	o, _, err := ParseObject(p.data[:at.end], at.from)
	if err != nil {
		err = fmt.Errorf("object %d in object stream %d: %w", n, p.stream, err)
	}
	if p.passing && at.end-at.from < worthKeeping {
		return o, err
	}
	c := kept(&p.cells[i], &cell{o, err})
	return c.object, c.err
}

// pack gives an object stream, decoded. In memory all stay, up to a limit; of a file on disk those that were used last.
func (f *File) pack(n int) (*pack, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if p, ok := f.packed[n]; ok {
		f.used.MoveToFront(p.turn)
		return p, nil
	}
	if n <= 0 || n >= len(f.entries) || f.entries[n].kind != atOffset {
		return nil, fmt.Errorf("object stream %d is no object of the file", n)
	}
	s, b, err := f.unpack(f.entries[n].at, n)
	if err != nil {
		return nil, fmt.Errorf("object stream %d: %w", n, err)
	}
	if t, _ := s.Dict["Type"].(types.Name); t != "ObjStm" {
		return nil, fmt.Errorf("object stream %d is none", n)
	}
	count, _ := s.Dict["N"].(types.Integer)
	first, _ := s.Dict["First"].(types.Integer)
	slots := objectStream(b, int(count), int(first))
	if len(slots) != int(count) {
		return nil, fmt.Errorf("object stream %d holds %d objects, not %d", n, len(slots), count)
	}
	p := &pack{stream: n, passing: f.in.r != nil, data: b, slots: slots}
	p.cells = make([]atomic.Pointer[cell], len(slots))
	f.held += len(b)
	if f.in.r == nil {
		if f.held > maxObjectStreams {
			return nil, fault(TooLarge, "object streams decode to too many bytes")
		}
	} else {
		for f.held > cached && len(f.packed) > 0 {
			f.forgetOldest()
		}
	}
	p.turn = f.used.PushFront(p)
	f.packed[n] = p
	return p, nil
}

// forgetOldest drops the object stream that was not used for the longest time.
func (f *File) forgetOldest() {
	oldest := f.used.Remove(f.used.Back()).(*pack)
	f.held -= len(oldest.data)
	delete(f.packed, oldest.stream)
}

// objectStream reads where the objects of a decoded object stream lie, of n objects whose first begins at first. Each
// ends where the next begins, so that none is read twice as a part of another. Entries that make no sense are left
// out.
func objectStream(b []byte, n, first int) []slot {
	if first < 0 || first > len(b) || n < 0 {
		return nil
	}
	n = min(n, first/2+1) // "1 0 " is the least that an entry takes
	out := make([]slot, 0, n)
	head := lex.Lexer{Data: b[:first]}
	for range n {
		number, ok1 := head.Natural()
		offset, ok2 := head.Natural()
		if !ok1 || !ok2 {
			break
		}
		if number > 0 && number <= maxNumber && offset < len(b)-first {
			out = append(out, slot{number, first + offset, 0})
		}
	}
	endSlots(out, len(b))
	work := 0
	for _, s := range out {
		work += s.end - s.from
	}
	if work > 2*len(b) {
		return nil // many that begin at the same place: reading each would cost the square of the data
	}
	return out
}

// endSlots ends each slot where the next one behind it begins, the last at the end of the data.
func endSlots(slots []slot, end int) {
	if !slices.IsSortedFunc(slots, byFrom) {
		sorted := slices.Clone(slots)
		slices.SortFunc(sorted, byFrom)
		for i := range slots {
			slots[i].end = end
			if k, _ := slices.BinarySearchFunc(sorted, slot{from: slots[i].from + 1}, byFrom); k < len(sorted) {
				slots[i].end = sorted[k].from
			}
		}
		return
	}
	for i := len(slots) - 1; i >= 0; i-- {
		slots[i].end = end
		if i > 0 && slots[i-1].from < slots[i].from {
			end = slots[i].from
		}
	}
}

func byFrom(a, b slot) int { return cmp.Compare(a.from, b.from) }

// unpack reads and decodes the stream at an offset that holds parts of the file's frame: the object stream with that
// number, or, with 0, a cross-reference stream, which is never encrypted.
func (f *File) unpack(at int64, n int) (types.StreamDict, []byte, error) {
	in, err := f.parse(at)
	if err != nil {
		return types.StreamDict{}, nil, err
	}
	s, ok := in.Object.(types.StreamDict)
	if !ok || n > 0 && in.Number != n {
		return types.StreamDict{}, nil, errors.New("no stream")
	}
	length, err := f.length(s, false)
	if err != nil {
		return s, nil, err
	}
	if length > maxPacked {
		return s, nil, errors.New("too long")
	}
	if s.Raw, err = f.in.piece(s.StreamOffset, int(length), nil); err != nil {
		return s, nil, err
	}
	if f.lock != nil && n > 0 {
		s.Raw = f.lock.stream(s, n, in.Generation)
	}
	b, ok, err := (&Document{}).summed(s, maxPacked)
	if !ok {
		b, err = (&Document{}).Decode(s, maxPacked)
		if err == nil && f.in.r == nil {
			_, sum := new(Soundness).Check(&Document{}, s, maxPacked)
			f.noteSum(sum)
		}
		return s, b, err
	}
	if f.noteSum(err); errors.Is(err, ErrSum) {
		err = nil
	}
	return s, b, err
}

// noteSum notes, of a file in memory, that objects in an object stream are others than were written.
func (f *File) noteSum(err error) {
	if errors.Is(err, ErrSum) && f.in.r == nil && !slices.Contains(f.unended, packedWrong) {
		f.unended = append(f.unended, packedWrong)
	}
}
