package subset

import "errors"

// An endchar with four operands draws an accented letter from two others, named by their codes in Adobe's standard
// encoding (note 5177, appendix C). A CID-keyed font has no names, so the two outlines are written out one after the
// other, without their hints.

var (
	errAccent = errors.New("an accented letter made of two others") // glyph: accented has to be asked

	errAccentParts = errors.New("an accented letter's parts are not in the font")
)

// accented writes the accented letter at which glyph stopped: its operands are still on the stack.
func (f *cffFont) accented(fl *flat) error {
	k := fl.n - 4
	if fl.starts[0] != fl.base || k > 1 || len(f.fds) != 1 || f.top.find(opROS) != nil {
		return errOperators
	}
	dx, dy := int64(fl.vals[k])<<16, int64(fl.vals[k+1])<<16
	var part [2]int
	for i := range part {
		gid, err := f.standardGlyph(fl.vals[k+2+i])
		if err != nil {
			return err
		}
		part[i] = gid
	}
	width := append([]byte(nil), fl.out[fl.starts[0]:fl.starts[k]]...) // the width operand, if any
	fl.out = fl.out[:fl.base]

	w := pathWriter{out: width}
	for i, gid := range part {
		code, err := f.chars.item(gid)
		if err != nil {
			return errAccentParts
		}
		one := flat{global: f.global}
		if err = one.glyph(code, f.fds[0].subrs); err != nil {
			return errAccentParts // an accented letter among the parts included
		}
		if i == 1 {
			w.toX, w.toY = dx-w.x, dy-w.y
			w.moved = false
		}
		if err = w.copy(one.out); err != nil {
			return err
		}
	}
	fl.out = append(append(fl.out, w.out...), 14)
	return nil
}

// standardGlyph finds the glyph of a code of the standard encoding through the charset (note 5176, appendices A and
// B).
func (f *cffFont) standardGlyph(code int) (int, error) {
	sid := 0
	switch {
	case code >= 32 && code <= 126:
		sid = code - 31
	case code >= 161 && code <= 251:
		// The rest of the standard encoding has gaps: its codes stand here in the order of their strings, 96 to 149.
		for i, c := range [...]byte{161, 162, 163, 164, 165, 166, 167, 168, 169, 170, 171, 172, 173, 174, 175,
			177, 178,
			179, 180, 182, 183, 184, 185, 186, 187, 188, 189, 191,
			193, 194, 195, 196, 197, 198, 199, 200, 202, 203, 205, 206, 207, 208, 225, 227, 232, 233, 234, 235, 241,
			245, 248, 249, 250, 251} {
			if int(c) == code {
				sid = 96 + i
			}
		}
	}
	if sid == 0 {
		return 0, errAccentParts
	}
	at := f.top.arg(opCharset, 0, 0)
	if at == 0 { // ISOAdobe: glyphs in the order of the strings
		return sid, nil
	}
	if at < 3 || at >= len(f.table) {
		return 0, errAccentParts
	}
	format, b := f.table[at], f.table[at+1:]
	if format == 0 {
		for g := 1; g < f.chars.n && 2*g <= len(b); g++ {
			if int(be.Uint16(b[2*g-2:])) == sid {
				return g, nil
			}
		}
		return 0, errAccentParts
	}
	step := 3
	if format == 2 {
		step = 4
	} else if format != 1 {
		return 0, errAccentParts
	}
	for g := 1; g < f.chars.n && len(b) >= step; b = b[step:] {
		from, left := int(be.Uint16(b)), int(b[2])
		if step == 4 {
			left = int(be.Uint16(b[2:]))
		}
		if sid >= from && sid <= from+left {
			return g + sid - from, nil
		}
		g += left + 1
	}
	return 0, errAccentParts
}

// pathWriter copies the path of flat charstrings, dropping width and hints, and follows the current point. Numbers
// are
// 16.16.
type pathWriter struct {
	out      []byte
	x, y     int64
	toX, toY int64 // added to the first move of a part
	moved    bool  // the part's first move has been seen
	cleared  bool  // the part's first operator that clears the stack has been seen: the width has been passed
}

// copy appends the path of one flat charstring.
func (w *pathWriter) copy(code []byte) error {
	w.cleared = false
	var args []int64
	begin, stems := 0, 0
	for p := 0; p < len(code); {
		if n, v := number(code[p:]); n > 0 {
			args = append(args, v)
			p += n
			continue
		}
		op, from := int(code[p]), p
		if p++; op == 12 {
			op = 1200 + int(code[p])
			p++
		}
		hint := op == 1 || op == 3 || op == 18 || op == 19 || op == 20 || op == 23
		if !w.cleared {
			odd := hint && len(args)%2 == 1 || op == 21 && len(args) > 2 || (op == 4 || op == 22) && len(args) > 1 ||
				op == 14 && len(args) > 0
			if w.cleared = true; odd {
				args = args[1:]
				n, _ := number(code[begin:])
				begin += n
			}
		}
		switch {
		case hint:
			stems += len(args) / 2
			if op == 19 || op == 20 {
				p += (stems + 7) / 8
			}
		case op == 14:
			return nil
		case op == 1200: // dotsection is a hint too
		case op == 21 || op == 22 || op == 4:
			if err := w.move(op, args); err != nil {
				return err
			}
		default:
			if !w.moved {
				return errOperators
			}
			dx, dy, ok := displacement(op, args)
			if !ok {
				return errOperators
			}
			w.x, w.y = w.x+dx, w.y+dy
			w.out = append(w.out, code[begin:from]...)
			w.out = appendOp(w.out, op)
		}
		args, begin = args[:0], p
	}
	return nil
}

func (w *pathWriter) move(op int, args []int64) error {
	var dx, dy int64
	switch {
	case op == 21 && len(args) == 2:
		dx, dy = args[0], args[1]
	case op == 22 && len(args) == 1:
		dx = args[0]
	case op == 4 && len(args) == 1:
		dy = args[0]
	default:
		return errOperators
	}
	if !w.moved {
		dx, dy, w.moved = dx+w.toX, dy+w.toY, true
	}
	w.x, w.y = w.x+dx, w.y+dy
	for _, v := range [2]int64{dx, dy} {
		if v != int64(int32(v)) {
			return errOperators
		}
		w.out = be.AppendUint32(append(w.out, 255), uint32(int32(v)))
	}
	w.out = append(w.out, 21)
	return nil
}

// number reads a charstring's number as 16.16; length 0 where an operator stands. The code was checked when it was
// written out.
func number(b []byte) (n int, v int64) {
	switch c := int64(b[0]); {
	case c == 28:
		return 3, int64(int16(be.Uint16(b[1:]))) << 16
	case c < 32:
		return 0, 0
	case c <= 246:
		return 1, (c - 139) << 16
	case c <= 250:
		return 2, ((c-247)*256 + int64(b[1]) + 108) << 16
	case c <= 254:
		return 2, (-(c-251)*256 - int64(b[1]) - 108) << 16
	default:
		return 5, int64(int32(be.Uint32(b[1:])))
	}
}
