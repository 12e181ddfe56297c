package subset

import "fmt"

// cffFont is a CFF table as far as outlines go.
type cffFont struct {
	table   []byte
	top     dict
	strings index
	global  index
	chars   index
	fds     []fontDict
	fdOf    func(gid int) int // -1 where the table does not say
}

// fontDict is a Font DICT of a CID-keyed font; a name-keyed font has one, made of its Top DICT.
type fontDict struct {
	private dict
	subrs   index
	matrix  []byte // FontMatrix, operator and all
}

// CFF makes a bare CID-keyed CFF of the glyphs given, which ascend from 0: the n-th glyph of the subset has the n-th
// number of the list as its CID. name goes into the Name INDEX. The table may be name-keyed or CID-keyed; CFF2 is
// refused.
func CFF(table []byte, name string, glyphs []uint16) ([]byte, error) {
	if !ascending(glyphs) {
		return nil, errNoNotdef
	}
	f, err := readCFF(table)
	if err != nil {
		return nil, fmt.Errorf("CFF: %w", err)
	}
	fl := flat{global: f.global, out: make([]byte, 0, 64*len(glyphs))}
	ends := make([]int, len(glyphs))
	fds := make([]byte, len(glyphs)) // Font DICT of each glyph, in the subset's numbering
	var used []int                   // Font DICTs in the order of first use
	number := map[int]int{}
	for i, g := range glyphs {
		code, err := f.chars.item(int(g))
		if err != nil {
			return nil, fmt.Errorf("CFF: glyph %d of %d", g, f.chars.n)
		}
		fd := f.fdOf(int(g))
		if fd < 0 || fd >= len(f.fds) {
			return nil, fmt.Errorf("CFF: glyph %d has no Font DICT", g)
		}
		if _, seen := number[fd]; !seen {
			number[fd] = len(used)
			used = append(used, fd)
		}
		fds[i] = byte(number[fd])
		if err = fl.glyph(code, f.fds[fd].subrs); err == errAccent {
			err = f.accented(&fl)
		}
		if err != nil {
			return nil, fmt.Errorf("CFF: glyph %d: %w", g, err)
		}
		if ends[i] = len(fl.out); ends[i] > maxProgram {
			return nil, errTooLarge
		}
	}
	return f.write(name, glyphs, fl.out, ends, fds, used), nil
}
