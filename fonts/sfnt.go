package fonts

import (
	"encoding/binary"
	"fmt"
	"math"
	"slices"
)

var be = binary.BigEndian

// sfnt is one face of a font file: its tables as slices of the file, none copied.
type sfnt struct {
	version uint32
	tables  map[string][]byte
}

const (
	sfntTrueType = 0x00010000
	sfntApple    = 0x74727565 // 'true'
	sfntCFF      = 0x4F54544F // 'OTTO'
	sfntTTC      = 0x74746366 // 'ttcf'
)

// members gives the offset of each face in the file (OpenType, "Font Collections").
func members(data []byte) ([]uint32, *FaultError) {
	if len(data) > maxFile {
		return nil, &FaultError{Kind: NotFont, Detail: fmt.Sprintf("%d bytes are too many", len(data))}
	}
	if len(data) < 12 {
		return nil, &FaultError{Kind: NotFont, Detail: "too short"}
	}
	switch v := be.Uint32(data); v {
	case sfntTrueType, sfntApple, sfntCFF:
		return []uint32{0}, nil
	case sfntTTC:
		n := be.Uint32(data[8:])
		if n == 0 || n > maxMembers || len(data) < 12+4*int(n) {
			return nil, &FaultError{Kind: Damaged, Detail: fmt.Sprintf("a collection of %d faces", n)}
		}
		offs := make([]uint32, n)
		for i := range offs {
			offs[i] = be.Uint32(data[12+4*i:])
		}
		return offs, nil
	case 0x774F4646, 0x774F4632:
		return nil, &FaultError{Kind: NotFont, Detail: "a web font (WOFF); its TTF or OTF is needed"}
	default:
		return nil, &FaultError{Kind: NotFont, Detail: fmt.Sprintf("begins with %08X", v)}
	}
}

// readSfnt reads the table directory of the face at offset. Every table that it lists lies inside the file.
func readSfnt(data []byte, offset uint32) (sfnt, *FaultError) {
	if uint64(offset)+12 > uint64(len(data)) {
		return sfnt{}, &FaultError{Kind: Damaged, Detail: "the table directory lies outside the file"}
	}
	d := data[offset:]
	s := sfnt{version: be.Uint32(d)}
	switch s.version {
	case sfntTrueType, sfntApple, sfntCFF:
	default:
		return sfnt{}, &FaultError{Kind: Damaged, Detail: fmt.Sprintf("a face begins with %08X", s.version)}
	}
	n := int(be.Uint16(d[4:]))
	if n == 0 || n > maxTables || len(d) < 12+16*n {
		return sfnt{}, &FaultError{Kind: Damaged, Detail: fmt.Sprintf("a directory of %d tables", n)}
	}
	s.tables = make(map[string][]byte, n)
	spans := make([][2]uint64, 0, n)
	for i := range n {
		r := d[12+16*i:]
		tag := string(r[:4])
		off, length := uint64(be.Uint32(r[8:])), uint64(be.Uint32(r[12:]))
		if off+length > uint64(len(data)) || off+length > math.MaxInt {
			return sfnt{}, &FaultError{Kind: Damaged, Detail: fmt.Sprintf("table %q ends outside the file", tag)}
		}
		if _, twice := s.tables[tag]; twice {
			return sfnt{}, &FaultError{Kind: Damaged, Detail: fmt.Sprintf("table %q stands twice", tag)}
		}
		s.tables[tag] = data[off : off+length : off+length]
		spans = append(spans, [2]uint64{off, off + length})
	}
	if overlap(spans) {
		return sfnt{}, &FaultError{Kind: Damaged, Detail: "two tables overlap"}
	}
	return s, nil
}

// overlap reports whether two tables have bytes in common without being one: then one of them is read at the wrong
// place, and its numbers mean nothing. spans are put in order.
func overlap(spans [][2]uint64) bool {
	slices.SortFunc(spans, func(a, b [2]uint64) int { return slices.Compare(a[:], b[:]) })
	for i := range spans[1:] {
		if a, b := spans[i], spans[i+1]; b[0] < a[1] && a != b {
			return true
		}
	}
	return false
}

// u16 and i16 read a field of a table, 0 where the table is too short for it: OS/2, post and the like have grown by
// version.
func u16(b []byte, at int) int {
	if at+2 > len(b) {
		return 0
	}
	return int(be.Uint16(b[at:]))
}

func i16(b []byte, at int) int { return int(int16(u16(b, at))) }
