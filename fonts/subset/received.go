package subset

import (
	"fmt"
	"math"
)

// Received is what a CFF table says of its glyphs.
type Received struct {
	Count  int       // of glyphs
	Widths []float64 // by glyph, in thousandths of the size

	ByCID      bool
	Charset    []int    // by glyph: its CID, or the number of its name; nil where Predefined has one
	Predefined int      // the number of a charset that is not written out; -1 where it is
	Strings    []string // the names of the font's own, from number 391 on

	Codes       *[256]int   // the glyphs of its codes; nil where it has a standard encoding
	Expert      bool        // that is the expert's
	Supplements map[int]int // further codes, and the numbers of their names
}

// ownCharset is the lowest offset of a charset or an encoding that is written out.
const ownCharset, ownEncoding = 3, 2

// Read reads a CFF table for the names, codes and widths of its glyphs. The error says what is wrong with it: without
// names and codes there is nothing, without some of the widths there are those before.
func Read(table []byte) (*Received, error) {
	f, err := readHead(table)
	if err != nil {
		return nil, fmt.Errorf("CFF: %w", err)
	}
	r := &Received{Count: f.chars.n, ByCID: f.top.find(opROS) != nil, Predefined: -1}
	for i := range f.strings.n {
		b, err := f.strings.item(i)
		if err != nil {
			return nil, err
		}
		r.Strings = append(r.Strings, string(b))
	}
	if at := f.top.arg(opCharset, 0, 0); at < ownCharset {
		if r.Predefined = at; r.ByCID { // a CID-keyed font without a charset: CIDs are glyphs
			r.Predefined = -1
			for g := range f.chars.n {
				r.Charset = append(r.Charset, g)
			}
		}
	} else if r.Charset, err = readCharset(table, at, f.chars.n); err != nil {
		return nil, err
	}
	if at := f.top.arg(opEncoding, 0, 0); r.ByCID || at < ownEncoding {
		r.Expert = at == 1
	} else {
		r.codes(table[min(max(at, 0), len(table)):])
	}
	return r, r.widths(f)
}

// widths reads the widths of all glyphs.
func (r *Received) widths(f *cffFont) error {
	if err := f.readFonts(); err != nil {
		return err
	}
	r.Widths = make([]float64, 0, r.Count)
	for g := range r.Count {
		w, err := f.width(g)
		if err != nil {
			return err
		}
		r.Widths = append(r.Widths, w)
	}
	return nil
}

// readCharset reads a charset (note 5176, 13).
func readCharset(b []byte, p, glyphs int) ([]int, error) {
	out := []int{0}
	if p >= len(b) {
		return nil, errShort
	}
	format := b[p]
	step := map[byte]int{0: 2, 1: 3, 2: 4}[format]
	if step == 0 {
		return nil, fmt.Errorf("charset of format %d", format)
	}
	for p++; len(out) < glyphs; p += step {
		if p+step > len(b) {
			return nil, errShort
		}
		first, left := int(be.Uint16(b[p:])), 0
		switch format {
		case 1:
			left = int(b[p+2])
		case 2:
			left = int(be.Uint16(b[p+2:]))
		}
		for i := 0; i <= left && len(out) < glyphs; i++ {
			out = append(out, first+i)
		}
	}
	return out, nil
}

// codes reads an encoding (note 5176, 12); one that breaks off gives what it had.
func (r *Received) codes(b []byte) {
	r.Codes, r.Supplements = new([256]int), map[int]int{}
	if len(b) < 2 {
		return
	}
	n, at, glyph := int(b[1]), 2, 1
	step := 1 + int(b[0]&1)
	for i := 0; i < n && at+step <= len(b); i, at = i+1, at+step {
		left := 0
		if step == 2 {
			left = int(b[at+1])
		}
		for k := 0; k <= left && int(b[at])+k < 256; k++ {
			r.Codes[int(b[at])+k] = glyph
			glyph++
		}
	}
	if b[0]&0x80 == 0 || at >= len(b) {
		return
	}
	for n, at = int(b[at]), at+1; n > 0 && at+3 <= len(b); n, at = n-1, at+3 {
		r.Supplements[int(b[at])] = int(be.Uint16(b[at+1:]))
	}
}

// width is how wide a glyph is: what its charstring says first of all, or what its Private DICT has for those that
// say nothing (note 5177, 4.1).
func (f *cffFont) width(glyph int) (float64, error) {
	code, err := f.chars.item(glyph)
	if err != nil {
		return 0, err
	}
	fd := f.fdOf(glyph)
	if fd < 0 || fd >= len(f.fds) {
		return 0, fmt.Errorf("glyph %d has no Font DICT", glyph)
	}
	d := &f.fds[fd]
	s := widthSearch{global: f.global, local: d.subrs}
	s.run(code, 0)
	w := d.private.real(opDefaultWidth, 0)
	if s.found {
		w = d.private.real(opNominalWidth, 0) + s.width
	}
	return w * f.scale(d), nil
}

// scale is how many thousandths of the size a unit is.
func (f *cffFont) scale(d *fontDict) float64 {
	scale := 1000 * f.top.real(opFontMatrix, 0.001)
	if d.matrix != nil {
		if m, err := readDict(d.matrix); err == nil {
			scale = 1000 * m.real(opFontMatrix, 0.001)
			if f.top.find(opFontMatrix) != nil {
				scale *= f.top.real(opFontMatrix, 0.001)
			}
		}
	}
	if scale == 0 || math.IsNaN(scale) {
		return 1
	}
	return scale
}

// widthSearch goes through a charstring up to the first operator that takes the operands, where a width would stand
// below them.
type widthSearch struct {
	global, local index
	stack         []float64
	calls         int
	done, found   bool
	width         float64
}

func (s *widthSearch) run(b []byte, depth int) {
	for p := 0; p < len(b) && !s.done; {
		c := int(b[p])
		n := 1
		switch {
		case c == 28:
			n = 3
		case c == 255:
			n = 5
		case c >= 247 || c == 12:
			n = 2
		}
		if p+n > len(b) || len(s.stack) > maxStack {
			s.done = true
			return
		}
		at := b[p+1:]
		p += n
		switch {
		case c == 28:
			s.push(float64(int16(be.Uint16(at))))
		case c == 255:
			s.push(float64(int32(be.Uint32(at))) / 65536)
		case c >= 251:
			s.push(float64(-(c-251)*256 - int(at[0]) - 108))
		case c >= 247:
			s.push(float64((c-247)*256 + int(at[0]) + 108))
		case c >= 32:
			s.push(float64(c - 139))
		case c == 10 || c == 29:
			s.call(c == 29, depth)
		case c == 11:
			return
		default:
			s.operator(c)
		}
	}
}

func (s *widthSearch) push(v float64) { s.stack = append(s.stack, v) }

// call runs a subroutine.
func (s *widthSearch) call(global bool, depth int) {
	x := &s.local
	if global {
		x = &s.global
	}
	if s.calls++; len(s.stack) == 0 || depth >= maxDepth || s.calls > maxCalls {
		s.done = true
		return
	}
	last := len(s.stack) - 1
	code, err := x.item(int(s.stack[last]) + x.bias())
	s.stack = s.stack[:last]
	if err != nil {
		s.done = true
		return
	}
	s.run(code, depth+1)
}

// operator takes the operands: one more than an operator needs is the width.
func (s *widthSearch) operator(c int) {
	s.done = true
	n := len(s.stack)
	switch c {
	case 1, 3, 18, 23, 19, 20: // stems and masks: pairs
		s.found = n%2 == 1
	case 21: // rmoveto
		s.found = n > 2
	case 4, 22: // vmoveto, hmoveto
		s.found = n > 1
	case 14: // endchar, with four operands for an accented letter
		s.found = n == 1 || n == 5
	}
	if s.found {
		s.width = s.stack[0]
	}
}
