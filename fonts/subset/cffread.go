package subset

import "fmt"

// readCFF reads a CFF table of one font.
func readCFF(b []byte) (*cffFont, error) {
	f, err := readHead(b)
	if err == nil {
		err = f.readFonts()
	}
	return f, err
}

// readHead reads what stands before the glyphs (note 5176, 3): strings, global subroutines and the Top DICT, and where
// the charstrings are.
func readHead(b []byte) (*cffFont, error) {
	if len(b) < 4 {
		return nil, errShort
	}
	if b[0] != 1 {
		return nil, fmt.Errorf("version %d", b[0])
	}
	_, p, err := readIndex(b, int(b[2]))
	if err != nil {
		return nil, err
	}
	tops, p, err := readIndex(b, p)
	if err != nil {
		return nil, err
	}
	f := &cffFont{table: b}
	if f.strings, p, err = readIndex(b, p); err != nil {
		return nil, err
	}
	if f.global, _, err = readIndex(b, p); err != nil {
		return nil, err
	}
	raw, err := tops.item(0)
	if err != nil {
		return nil, err
	}
	if f.top, err = readDict(raw); err != nil {
		return nil, err
	}
	if f.chars, _, err = readIndex(b, f.top.arg(opCharStrings, 0, -1)); err != nil {
		return nil, err
	}
	return f, nil
}

// readFonts follows the Top DICT to the Font DICTs: one that is itself, or of a CID-keyed font those of FDArray.
func (f *cffFont) readFonts() error {
	b := f.table
	if f.top.find(opSyntheticBase) != nil || f.top.arg(opCharstringType, 0, 2) != 2 {
		return fmt.Errorf("a synthetic font or charstrings of type 1")
	}
	if f.top.find(opROS) == nil {
		fd, err := readFontDict(b, f.top)
		fd.matrix = nil // stays in the Top DICT
		f.fds, f.fdOf = []fontDict{fd}, func(int) int { return 0 }
		return err
	}
	arr, _, err := readIndex(b, f.top.arg(opFDArray, 0, -1))
	if err != nil {
		return err
	}
	if arr.n > 256 {
		return fmt.Errorf("%d Font DICTs", arr.n)
	}
	for i := range arr.n {
		raw, err := arr.item(i)
		if err != nil {
			return err
		}
		d, err := readDict(raw)
		if err != nil {
			return err
		}
		fd, err := readFontDict(b, d)
		if err != nil {
			return err
		}
		f.fds = append(f.fds, fd)
	}
	f.fdOf, err = readFDSelect(b, f.top.arg(opFDSelect, 0, -1), f.chars.n)
	return err
}

// readFontDict follows a DICT to its Private DICT and local subroutines.
func readFontDict(b []byte, d dict) (fd fontDict, err error) {
	if m := d.find(opFontMatrix); m != nil {
		fd.matrix = m.raw
	}
	if d.find(opPrivate) == nil {
		return fd, nil
	}
	size, at := d.arg(opPrivate, 0, -1), d.arg(opPrivate, 1, -1)
	if size < 0 || at < 0 || at > len(b) || size > len(b)-at {
		return fd, errShort
	}
	if fd.private, err = readDict(b[at : at+size]); err != nil {
		return fd, err
	}
	if fd.private.find(opSubrs) != nil {
		fd.subrs, _, err = readIndex(b, at+fd.private.arg(opSubrs, 0, -1))
	}
	return fd, err
}

// readFDSelect gives the function from glyph to Font DICT (note 5176, 19).
func readFDSelect(b []byte, p, glyphs int) (func(int) int, error) {
	if p < 0 || p+3 > len(b) {
		return nil, errShort
	}
	s := b[p:]
	switch s[0] {
	case 0:
		if len(s) < 1+glyphs {
			return nil, errShort
		}
		return func(g int) int { return int(s[1+g]) }, nil
	case 3:
		n := int(be.Uint16(s[1:]))
		if len(s) < 3+3*n+2 {
			return nil, errShort
		}
		return func(g int) int {
			lo, hi := 0, n // the last range that begins at or before g
			for lo < hi {
				if mid := (lo + hi) / 2; int(be.Uint16(s[3+3*mid:])) <= g {
					lo = mid + 1
				} else {
					hi = mid
				}
			}
			if lo == 0 {
				return -1
			}
			return int(s[3+3*(lo-1)+2])
		}, nil
	}
	return nil, fmt.Errorf("FDSelect of format %d", s[0])
}
