package mail

import (
	"encoding/binary"
	"errors"
	"slices"
	"strings"
)

// compoundHead begins a compound file (MS-CFB 2.2).
const compoundHead = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"

// What the numbers of sectors and entries say that are none (MS-CFB 2.1, 2.6).
const (
	endOfChain  = 0xFFFFFFFE
	noEntry     = 0xFFFFFFFF
	mostRegular = 0xFFFFFFFA
)

// What an entry of the directory is (MS-CFB 2.6.1).
const (
	aStorage = 1
	aStream  = 2
	aRoot    = 5
)

var errCompound = errors.New("not a sound compound file")

// compound is a compound file: storages and streams in it, as folders and files.
type compound struct {
	data    []byte
	size    int // of a sector
	fat     []uint32
	small   []uint32 // the allocation of small streams
	mini    []byte   // that they stand in
	below   uint64   // how many bytes make a stream small
	entries []entry
}

// entry is a storage or a stream.
type entry struct {
	name               string
	kind               byte
	left, right, child uint32
	start              uint32
	size               uint64
}

// openCompound reads the directory of a compound file.
func openCompound(data []byte) (*compound, error) {
	if len(data) < 512 || string(data[:8]) != compoundHead {
		return nil, errCompound
	}
	shift := binary.LittleEndian.Uint16(data[30:])
	if shift != 9 && shift != 12 || binary.LittleEndian.Uint16(data[32:]) != 6 {
		return nil, errCompound
	}
	c := &compound{data: data, size: 1 << shift, below: uint64(binary.LittleEndian.Uint32(data[56:]))}
	if err := c.allocation(); err != nil {
		return nil, err
	}
	directory, err := c.chain(binary.LittleEndian.Uint32(data[48:]), int64(len(data)))
	if err != nil {
		return nil, err
	}
	for ; len(directory) >= 128; directory = directory[128:] {
		c.entries = append(c.entries, entryOf(directory, shift == 9))
	}
	if len(c.entries) == 0 || c.entries[0].kind != aRoot {
		return nil, errCompound
	}
	small, err := c.chain(binary.LittleEndian.Uint32(data[60:]), int64(len(data)))
	if err != nil {
		return nil, err
	}
	c.small = numbers(small)
	c.mini, err = c.chain(c.entries[0].start, int64(min(c.entries[0].size, uint64(len(data)))))
	return c, err
}

// sector gives a sector; nil where the file has no such one.
func (c *compound) sector(n uint32) []byte {
	from := (int64(n) + 1) * int64(c.size)
	if from >= int64(len(c.data)) {
		return nil
	}
	return c.data[from:min(from+int64(c.size), int64(len(c.data)))]
}

// allocation reads the table that says which sector follows which (MS-CFB 2.3, 2.5).
func (c *compound) allocation() error {
	list := numbers(c.data[76:512])
	next := binary.LittleEndian.Uint32(c.data[68:])
	for n := 0; next < mostRegular; n++ {
		s := numbers(c.sector(next))
		if len(s) < 2 || n > len(c.data)/c.size {
			return errCompound
		}
		list, next = append(list, s[:len(s)-1]...), s[len(s)-1]
	}
	for _, n := range list {
		if n >= mostRegular {
			continue
		}
		s := c.sector(n)
		if s == nil || len(c.fat) > len(c.data)/4 {
			return errCompound
		}
		c.fat = append(c.fat, numbers(s)...)
	}
	return nil
}

// chain gives at most so many bytes of the sectors that follow each other.
func (c *compound) chain(first uint32, most int64) ([]byte, error) {
	var out []byte
	for n := first; n != endOfChain && n != noEntry && int64(len(out)) < most; n = c.fat[n] {
		s := c.sector(n)
		if s == nil || int64(n) >= int64(len(c.fat)) || len(out) > len(c.data) {
			return nil, errCompound
		}
		out = append(out, s...)
	}
	return out[:min(int64(len(out)), most)], nil
}

// stream gives the bytes of a stream.
func (c *compound) stream(e *entry) ([]byte, error) {
	if e.size > uint64(len(c.data)) {
		return nil, errCompound
	}
	if e.size >= c.below {
		data, err := c.chain(e.start, int64(e.size))
		if err == nil && uint64(len(data)) < e.size {
			err = errCompound
		}
		return data, err
	}
	const size = 64
	var out []byte
	for n := e.start; uint64(len(out)) < e.size; n = c.small[n] {
		from := int64(n) * size
		if int64(n) >= int64(len(c.small)) || from >= int64(len(c.mini)) {
			return nil, errCompound
		}
		out = append(out, c.mini[from:min(from+size, int64(len(c.mini)))]...)
	}
	return out[:e.size], nil
}

// children gives the entries of a storage: the leaves of a tree of brothers, which may be broken.
func (c *compound) children(of *entry) (list []*entry) {
	seen := map[uint32]bool{}
	var walk func(n uint32)
	walk = func(n uint32) {
		if int64(n) >= int64(len(c.entries)) || seen[n] {
			return
		}
		seen[n] = true
		e := &c.entries[n]
		walk(e.left)
		list = append(list, e)
		walk(e.right)
	}
	walk(of.child)
	slices.SortStableFunc(list, func(a, b *entry) int { return strings.Compare(a.name, b.name) })
	return list
}

// entryOf reads an entry; short says that its file has sectors of 512 bytes, whose sizes have four.
func entryOf(b []byte, short bool) entry {
	length := min(int(binary.LittleEndian.Uint16(b[64:])), 64)
	e := entry{name: wide(b[:max(length-2, 0)]), kind: b[66], left: binary.LittleEndian.Uint32(b[68:]),
		right: binary.LittleEndian.Uint32(b[72:]), child: binary.LittleEndian.Uint32(b[76:]),
		start: binary.LittleEndian.Uint32(b[116:]), size: binary.LittleEndian.Uint64(b[120:])}
	if short {
		e.size &= 0xFFFFFFFF
	}
	return e
}

func numbers(b []byte) []uint32 {
	list := make([]uint32, len(b)/4)
	for i := range list {
		list[i] = binary.LittleEndian.Uint32(b[4*i:])
	}
	return list
}
