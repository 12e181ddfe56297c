package received

import (
	"bytes"
	"strconv"
	"strings"
)

// readType1 reads a Type 1 program (Adobe Type 1 Font Format): its encoding from the part in the clear, the widths of
// its glyphs from the part that eexec decrypts. One in segments, as files of type PFB are, is no program that a PDF
// may hold (ISO 32000-1, 9.9).
func (p *Program) readType1(data []byte) error {
	clear, rest, whole := bytes.Cut(data, []byte("eexec"))
	p.Kind, p.Encoding = Type1, encodingOf(clear)
	if !whole || data[0] == segment {
		return ErrDamaged
	}
	p.Glyphs = map[string]int{}
	for len(rest) > 0 && blank(rest[0]) {
		rest = rest[1:]
	}
	private := decrypt(binaryOf(rest), 55665, 4)
	if !p.readCharStrings(private, 1000*fontScale(clear)) {
		return ErrDamaged
	}
	p.Count = len(p.Widths)
	return nil
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
			p.Names = append(p.Names, name)
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
