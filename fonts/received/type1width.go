package received

import (
	"bytes"
	"strconv"
)

// beginning is how many bytes of a charstring are looked at first: a width stands at its beginning, if not in a
// subroutine.
const beginning = 64

// subroutines are those of a Private dictionary, "dup number length RD bytes NP", which are looked up when a width
// stands in one of them: in few programs.
type subroutines struct {
	private []byte
	lenIV   int
	codes   map[int][]byte
}

// code is a subroutine, nil where there is none of the number.
func (s *subroutines) code(n int) []byte {
	if s.codes != nil {
		return s.codes[n]
	}
	s.codes = map[int][]byte{}
	_, rest, ok := bytes.Cut(s.private, []byte("/Subrs"))
	for ok && len(s.codes) < maxGlyphs {
		if _, rest, ok = bytes.Cut(rest, []byte("dup ")); !ok {
			break
		}
		name, length, body, is := charString(rest)
		if k, err := strconv.Atoi(name); is && err == nil {
			s.codes[k] = plain(body[:length], s.lenIV)
			rest = body[length:]
		}
	}
	return s.codes[n]
}

// width1 is the width that a Type 1 charstring sets: the second operand of hsbw, the third of sbw (6.4).
func width1(code []byte, subrs *subroutines, depth int) (float64, bool) {
	var stack []float64
	for i := 0; i < len(code) && len(stack) < maxStack; {
		c := int(code[i])
		i++
		switch {
		case c >= 32 && c <= 246:
			stack = append(stack, float64(c-139))
		case c >= 247 && c <= 254 && i < len(code):
			v := (c-247)*256 + int(code[i]) + 108
			if c >= 251 {
				v = -(c-251)*256 - int(code[i]) - 108
			}
			stack = append(stack, float64(v))
			i++
		case c == 255 && i+4 <= len(code):
			stack = append(stack, float64(int32(be.Uint32(code[i:]))))
			i += 4
		case c == 13 && len(stack) >= 2:
			return stack[len(stack)-1], true
		case c == 12 && i < len(code) && code[i] == 12 && len(stack) >= 2: // div
			n := len(stack)
			stack = append(stack[:n-2], stack[n-2]/stack[n-1])
			i++
		case c == 12 && i < len(code) && code[i] == 7 && len(stack) >= 4: // sbw
			return stack[len(stack)-2], true
		case c == 10 && len(stack) > 0 && depth < maxDepth: // callsubr
			n := int(stack[len(stack)-1])
			return width1(append(encoded(stack[:len(stack)-1]), subrs.code(n)...), subrs, depth+1)
		default:
			return 0, false
		}
	}
	return 0, false
}

// encoded writes numbers as a charstring has them.
func encoded(stack []float64) []byte {
	var b []byte
	for _, v := range stack {
		b = be.AppendUint32(append(b, 255), uint32(int32(v)))
	}
	return b
}
