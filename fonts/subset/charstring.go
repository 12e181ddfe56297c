package subset

// flat writes Type 2 charstrings (Adobe technical note 5177) out without subroutines, one after the other into one
// buffer.
type flat struct {
	global, local index
	out           []byte
	base          int           // where the current glyph begins in out
	starts, vals  [maxStack]int // operands: where each begins in out, and its whole value
	n             int           // of them
	stems, calls  int
	done          bool
}

// glyph appends a charstring's flat form. It ends with endchar, always.
func (f *flat) glyph(code []byte, local index) error {
	f.local, f.base, f.n, f.stems, f.calls, f.done = local, len(f.out), 0, 0, 0, false
	if err := f.run(code, 0); err != nil {
		return err
	}
	if !f.done { // some fonts leave endchar out
		if f.n > 1 { // a width may stand before it, nothing else
			return errOperators
		}
		f.out = append(f.out, 14)
	}
	return nil
}

// copy appends a stretch of code in which nothing is to be changed.
func (f *flat) copy(b []byte) error {
	if len(f.out)-f.base+len(b) > maxCharstring {
		return errTooLarge
	}
	f.out = append(f.out, b...)
	return nil
}

func (f *flat) run(b []byte, depth int) error {
	if depth > maxDepth {
		return errOperators
	}
	from := 0 // b[from:p] has been read but not yet copied
	for p := 0; p < len(b); {
		c := int(b[p])
		n, v := 1, 0 // length in bytes; value of a number
		switch {
		case c >= 32 && c <= 246:
			v = c - 139
		case c == 28:
			n = 3
		case c == 255:
			n = 5
		case c >= 247 || c == 12:
			n = 2
		}
		if p+n > len(b) {
			return errShort
		}
		switch {
		case c == 28 || c == 255: // 16 bits; 16.16 bits of which the whole part counts
			v = int(int16(be.Uint16(b[p+1:])))
		case c >= 251:
			v = -(c-251)*256 - int(b[p+1]) - 108
		case c >= 247:
			v = (c-247)*256 + int(b[p+1]) + 108
		}
		if c >= 32 || c == 28 {
			if f.n == maxStack {
				return errOperators
			}
			f.starts[f.n], f.vals[f.n] = len(f.out)+p-from, v
			f.n++
			p += n
			continue
		}
		switch c {
		case 10, 29: // callsubr, callgsubr
			if err := f.copy(b[from:p]); err != nil {
				return err
			}
			p++
			from = p
			if err := f.call(c == 29, depth); err != nil || f.done {
				return err
			}
			continue
		case 11: // return
			return f.copy(b[from:p])
		case 14: // endchar
			if f.n >= 4 { // the accented letters of Type 1: accent.go
				if err := f.copy(b[from:p]); err != nil {
					return err
				}
				return errAccent
			}
			f.done = true
			return f.copy(b[from : p+1])
		case 1, 3, 18, 23: // hstem vstem hstemhm vstemhm
			f.stems += f.n / 2
		case 19, 20: // hintmask cntrmask: operands before it are vertical stems; one bit a stem follows
			f.stems += f.n / 2
			if n += (f.stems + 7) / 8; p+n > len(b) {
				return errShort
			}
		case 12:
			if op := b[p+1]; op != 0 && (op < 34 ||
				op > 37) { // dotsection and the flexes; arithmetic is not followed
				return errOperators
			}
		case 4, 5, 6, 7, 8, 21, 22, 24, 25, 26, 27, 30, 31: // moves, lines, curves
		default:
			return errOperators
		}
		p += n
		f.n = 0
	}
	return f.copy(b[from:])
}

// call runs the subroutine that the top operand names, less the bias, and takes the operand back.
func (f *flat) call(global bool, depth int) error {
	x := &f.local
	if global {
		x = &f.global
	}
	if f.n == 0 {
		return errOperators
	}
	if f.calls++; f.calls > maxCalls {
		return errTooLarge
	}
	f.n--
	code, err := x.item(f.vals[f.n] + x.bias())
	if err != nil {
		return errOperators
	}
	f.out = f.out[:f.starts[f.n]]
	return f.run(code, depth+1)
}
