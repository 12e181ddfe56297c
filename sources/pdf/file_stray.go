package pdf

import (
	"bytes"
	"cmp"
	"slices"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// Updated reports whether the file was written on behind its end (ISO 32000-1, 7.5.6): a linearized one has two
// cross-reference sections, any other has one.
func (f *File) Updated() bool {
	if f.linearized() != nil {
		return len(f.trailers) > 2
	}
	return len(f.trailers) > 1
}

// inTrailers are the keys of trailers, those of streams that are trailers among them (ISO 32000-1, tables 15 and 17).
var inTrailers = []string{"Size", "Root", "Info", "ID", "Prev", "XRefStm", "Type", "W", "Index", "Length", "Filter",
	"DecodeParms"}

// TrailerKeys are the keys of the trailers that are none of a trailer's, sorted.
func (f *File) TrailerKeys() (odd []string) {
	for _, t := range f.trailers {
		for _, k := range SortedKeys(t) {
			if !slices.Contains(inTrailers, k) {
				odd = append(odd, k)
			}
		}
	}
	return odd
}

// Stray gives the place of the first bytes of a report that belong to none of its objects and to nothing of its frame,
// and what stands there, shortened; nil where there are none. ends has, by number, where the streams end that were
// read; 0 where that is not known. The error is the machine's, or that an object cannot be read.
func (f *File) Stray(ends []int64) (at int64, what []byte, err error) {
	starts := f.starts(ends)
	from := int64(0)
	for i := 0; i <= len(starts); i++ {
		to := f.in.size
		if i < len(starts) {
			to = starts[i].at
		}
		if to > from {
			gap, err := f.in.piece(from, int(min(to-from, maxGap)), nil)
			if err != nil {
				return 0, nil, err
			}
			if rest := frameless(gap, from == 0); len(rest) > 0 || to-from > maxGap {
				return from + int64(len(gap)-len(rest)), bytes.Clone(rest[:min(len(rest), toldOf)]), nil
			}
		}
		if i < len(starts) {
			if from = starts[i].end; from == 0 {
				if from, err = f.endOf(starts[i].at); err != nil {
					return 0, nil, err
				}
			}
		}
	}
	return 0, nil, nil
}

// extent is where an object begins and where its stream ends, 0 where that is not known.
type extent struct{ at, end int64 }

// starts are the extents of the objects, in order; a cross-reference stream is one, whether it names itself or not.
func (f *File) starts(ends []int64) (list []extent) {
	for n, e := range f.entries {
		if e.kind == atOffset {
			x := extent{at: e.at}
			if n < len(ends) {
				x.end = ends[n]
			}
			list = append(list, x)
		}
	}
	for i, t := range f.trailers {
		if t["Type"] != nil {
			list = append(list, extent{at: f.frame[i]})
		}
	}
	slices.SortFunc(list, func(a, b extent) int { return cmp.Or(cmp.Compare(a.at, b.at), cmp.Compare(b.end, a.end)) })
	return slices.CompactFunc(list, func(a, b extent) bool { return a.at == b.at })
}

// maxGap bounds what stands between two objects: the largest cross-reference table that is read. toldOf is how much of
// what does not belong there is told.
const maxGap, toldOf = 64 << 20, 20

// endOf is where the object at an offset ends, before its keyword endobj.
func (f *File) endOf(at int64) (int64, error) {
	in, err := f.parse(at)
	if err != nil {
		return 0, err
	}
	s, ok := in.Object.(types.StreamDict)
	if !ok {
		return at + int64(in.End), nil
	}
	length, err := f.length(s, true)
	return s.StreamOffset + length, err
}

// frameless passes over what may stand between objects: the ends of objects, cross-reference tables, trailers, and in
// the first bytes the header with a comment of bytes that tell that the file is binary. It gives the rest.
func frameless(b []byte, first bool) []byte {
	if first {
		b = headless(b)
	}
	for {
		b = bytes.TrimLeft(b, blanks)
		rest, ok := framed(b)
		if !ok {
			return b
		}
		b = rest
	}
}

// headless passes over the header (ISO 32000-1, 7.5.2): a version, and a comment of bytes above 127.
func headless(b []byte) []byte {
	rest, ok := bytes.CutPrefix(b, []byte("%PDF-"))
	if !ok {
		return b
	}
	rest = bytes.TrimLeft(rest, ".0123456789")
	binary, is := bytes.CutPrefix(bytes.TrimLeft(rest, blanks), []byte("%"))
	if !is || len(binary) == 0 || binary[0] < 128 {
		return rest
	}
	for len(binary) > 0 && binary[0] > 127 {
		binary = binary[1:]
	}
	return binary
}

// blanks are the characters of white space (ISO 32000-1, 7.2.2).
const blanks = "\x00\t\n\f\r "

// framed passes over one piece of a file's frame.
func framed(b []byte) ([]byte, bool) {
	for _, word := range []string{"endstream", "endobj", "%%EOF"} {
		if rest, ok := bytes.CutPrefix(b, []byte(word)); ok {
			return rest, len(rest) == 0 || bytes.IndexByte([]byte(blanks), rest[0]) >= 0
		}
	}
	for _, word := range []string{"startxref", "trailer"} {
		if rest, ok := bytes.CutPrefix(b, []byte(word)); ok {
			_, end, err := ParseObject(rest, 0)
			return rest[min(end, len(rest)):], err == nil
		}
	}
	if rest, ok := bytes.CutPrefix(b, []byte("xref")); ok {
		end := bytes.Index(rest, []byte("trailer"))
		if end < 0 || bytes.ContainsFunc(rest[:end], notOfTable) {
			return b, false
		}
		return rest[end:], true
	}
	return b, false
}

// notOfTable reports whether a character stands in no cross-reference table.
func notOfTable(r rune) bool {
	return (r < '0' || r > '9') && r != 'f' && r != 'n' && !bytes.ContainsRune([]byte(blanks), r)
}
