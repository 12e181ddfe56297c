package received

import (
	"bytes"
	"strconv"
	"strings"
)

// openType1 reads a Type 1 program (Adobe Type 1 Font Format): its encoding from the part in the clear, the widths of
// its glyphs from the part that eexec decrypts. One in segments, as files of type PFB are, is no program that a PDF
// may
// hold (ISO 32000-1, 9.9).
func openType1(data []byte) (*Program, error) {
	at := bytes.Index(data, []byte("eexec"))
	if at < 0 || data[0] == segment {
		return nil, ErrDamaged
	}
	clear, rest := data[:at], data[at+len("eexec"):]
	for len(rest) > 0 && blank(rest[0]) {
		rest = rest[1:]
	}
	p := &Program{Kind: Type1, Glyphs: map[string]int{}}
	p.readEncoding(clear)
	scale := 1000 * fontScale(clear)
	private := decrypt(binaryOf(rest), 55665, 4)
	if !p.readCharStrings(private, scale) {
		return nil, ErrDamaged
	}
	p.Count = len(p.Widths)
	return p, nil
}

// segment begins a segment.
const segment = 0x80

// binaryOf is the encrypted part, which may be written in hexadecimal digits (7.2).
func binaryOf(b []byte) []byte {
	if len(b) < 4 || strings.Trim(string(b[:4]), "0123456789abcdefABCDEF") != "" {
		return b
	}
	out := make([]byte, 0, len(b)/2)
	high, half := byte(0), false
	for _, c := range b {
		v := strings.IndexByte("0123456789abcdef", c|0x20)
		if c >= '0' && c <= '9' {
			v = int(c - '0')
		}
		switch {
		case v < 0 && blank(c):
		case v < 0:
			return out
		case half:
			out, half = append(out, high<<4|byte(v)), false
		default:
			high, half = byte(v), true
		}
	}
	return out
}

// decrypt undoes the encryption of eexec and of charstrings (7.1), and drops the bytes that are there for its sake.
func decrypt(b []byte, key uint16, skip int) []byte {
	out := make([]byte, len(b))
	for i, c := range b {
		out[i] = c ^ byte(key>>8)
		key = (uint16(c)+key)*52845 + 22719
	}
	return out[min(max(skip, 0), len(out)):]
}

// fontScale is the first number of the FontMatrix.
func fontScale(clear []byte) float64 {
	if _, m, ok := bytes.Cut(clear, []byte("/FontMatrix")); ok {
		m = bytes.TrimLeft(m, " \t\r\n[{")
		if f := bytes.Fields(m[:min(len(m), 64)]); len(f) > 0 {
			if v, err := strconv.ParseFloat(string(f[0]), 64); err == nil && v != 0 {
				return v
			}
		}
	}
	return 0.001
}

// readEncoding reads the encoding: StandardEncoding by name, or "dup code /name put".
func (p *Program) readEncoding(clear []byte) {
	for i := range p.Encoding {
		p.Encoding[i] = Notdef
	}
	_, rest, ok := bytes.Cut(clear, []byte("/Encoding"))
	if !ok {
		return
	}
	fields := strings.Fields(strings.ReplaceAll(string(rest), "/", " /"))
	if len(fields) > 0 && fields[0] == "StandardEncoding" {
		p.Encoding, _ = Encoding("StandardEncoding")
		return
	}
	for i := 0; i+3 < len(fields) && fields[i] != "def" && fields[i] != "readonly"; i++ {
		if fields[i] != "dup" || !strings.HasPrefix(fields[i+2], "/") {
			continue
		}
		base, digits := 10, fields[i+1]
		if after, octal := strings.CutPrefix(digits, "8#"); octal {
			base, digits = 8, after
		}
		if code, err := strconv.ParseInt(digits, base, 32); err == nil && code >= 0 && code < 256 {
			p.Encoding[code] = fields[i+2][1:]
		}
	}
}

// readCharStrings reads the names and widths of the glyphs: "/name length RD bytes ND".
func (p *Program) readCharStrings(private []byte, scale float64) bool {
	lenIV := 4
	if _, v, ok := bytes.Cut(private, []byte("/lenIV")); ok {
		if f := bytes.Fields(v[:min(len(v), 16)]); len(f) > 0 {
			if n, err := strconv.Atoi(string(f[0])); err == nil {
				lenIV = n
			}
		}
	}
	head, rest, ok := bytes.Cut(private, []byte("/CharStrings"))
	if !ok {
		return false
	}
	subrs := &subroutines{private: head, lenIV: lenIV}
	for len(p.Widths) < maxGlyphs {
		slash := bytes.IndexByte(rest, '/')
		if slash < 0 {
			break
		}
		name, length, body, ok := charString(rest[slash+1:])
		if !ok {
			rest = rest[slash+1:]
			continue
		}
		w, found := width1(plain(body[:min(length, beginning)], lenIV), subrs, 0)
		if !found {
			w, found = width1(plain(body[:length], lenIV), subrs, 0)
		}
		if _, twice := p.Glyphs[name]; found && !twice {
			p.Glyphs[name] = len(p.Widths)
			p.Widths = append(p.Widths, w*scale)
		}
		rest = body[length:]
	}
	return len(p.Widths) > 0
}

// charString reads the name and the length that stand before a charstring, and RD or another name for the same; body
// begins with it, behind one blank.
func charString(b []byte) (name string, length int, body []byte, ok bool) {
	first, rest := word(b)
	digits, rest := word(rest)
	n, err := strconv.Atoi(digits)
	if err != nil || n < 0 {
		return "", 0, nil, false
	}
	_, rest = word(rest)
	if len(rest) < 1+n {
		return "", 0, nil, false
	}
	return first, n, rest[1:], true
}

// maxWord is how long a word before a charstring may be.
const maxWord = 128

// word takes the first word, with the blanks before it.
func word(b []byte) (w string, rest []byte) {
	i := 0
	for i < len(b) && blank(b[i]) {
		i++
	}
	k := i
	for k < len(b) && k-i < maxWord && !blank(b[k]) {
		k++
	}
	return string(b[i:k]), b[k:]
}

func blank(c byte) bool { return c == ' ' || c == '\n' || c == '\r' || c == '\t' }

func plain(b []byte, lenIV int) []byte {
	if lenIV < 0 {
		return b
	}
	return decrypt(b, 4330, lenIV)
}

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
