package mutation

import (
	"encoding/binary"
	"hash/crc32"
	"math/rand/v2"
)

// binaryFile are the ways to damage pictures and fonts: what their heads say, where most of what can be wrong is said.
var binaryFile = []way{
	{"a bit of the head is flipped", func(r *rand.Rand, b []byte) []byte {
		if len(b) > 0 {
			b[r.IntN(min(len(b), 400))] ^= 1 << r.IntN(8)
		}
		return b
	}},
	{"a number of the head is odd", func(r *rand.Rand, b []byte) []byte { return oddNumber(r, b, min(len(b), 400)) }},
	{"a number is odd", func(r *rand.Rand, b []byte) []byte { return oddNumber(r, b, len(b)) }},
	{"a chunk is damaged and its sum is right", chunk},
	{"some numbers are exchanged", func(r *rand.Rand, b []byte) []byte {
		if len(b) < 16 {
			return nil
		}
		x, y := 4*r.IntN(min(len(b), 400)/4), 4*r.IntN(len(b)/4)
		for i := range 4 {
			b[x+i], b[y+i] = b[y+i], b[x+i]
		}
		return b
	}},
}

// oddNumber writes a number of two or four bytes that programs trip over into the first bytes of a file.
func oddNumber(r *rand.Rand, b []byte, within int) []byte {
	if within < 8 {
		return nil
	}
	at := r.IntN(within - 4)
	n := one(r, []uint32{0, 1, 2, 0x7fff, 0x8000, 0xffff, 0x10000, 0x7fffffff, 0x80000000, 0xffffffff})
	if r.IntN(2) == 0 {
		binary.BigEndian.PutUint16(b[at:], uint16(n))
	} else {
		binary.BigEndian.PutUint32(b[at:], n)
	}
	return b
}

// chunk damages a chunk of a PNG and gives it the sum of what it now holds (PNG, 5.3).
func chunk(r *rand.Rand, b []byte) []byte {
	if len(b) < 8 || string(b[1:4]) != "PNG" {
		return nil
	}
	var starts []int
	for at := 8; at+12 <= len(b); {
		size := int(binary.BigEndian.Uint32(b[at:]))
		if size > len(b)-at-12 {
			break
		}
		starts = append(starts, at)
		at += 12 + size
	}
	if len(starts) == 0 {
		return nil
	}
	at := one(r, starts)
	size := int(binary.BigEndian.Uint32(b[at:]))
	b[at+4+r.IntN(4+size)] ^= 1 << r.IntN(8)
	binary.BigEndian.PutUint32(b[at+8+size:], crc32.ChecksumIEEE(b[at+4:at+8+size]))
	return b
}
