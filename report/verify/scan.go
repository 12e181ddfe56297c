package verify

import (
	"rapporteur/sources/pdf"
)

// scanner reads the operators of a content stream with their operands flat: the brackets of arrays and dictionaries are tokens among the others.
// It makes no objects, for most of what verify costs is reading the glyphs of two thousand pages. It takes anything: what is no token is passed over.
type scanner struct {
	data    []byte
	pos     int
	ops     []token
	scratch []byte // strings with escapes, unescaped
}

// token is an operand.
type token struct {
	kind tokenKind
	num  float64
	text []byte // of a name without its slash, or a string unescaped; valid until the next operator
}

type tokenKind uint8

const (
	number tokenKind = iota
	name
	str
	openArray
	closeArray
	openDict
	closeDict
	word // true, false, null
)

// maxOperands bounds what stands before one operator: a line of text is a few hundred tokens.
const maxOperands = 1 << 16

const (
	plainChar = iota
	blankChar
	delimiterChar
)

// charClass are the character classes of ISO 32000-1, 7.2.2.
var charClass = func() (t [256]uint8) {
	for _, c := range "\x00\t\n\f\r " {
		t[c] = blankChar
	}
	for _, c := range "()<>[]{}/%" {
		t[c] = delimiterChar
	}
	return t
}()

func (s *scanner) reset(data []byte) {
	s.data, s.pos = data, 0
}

// next reads the next operator and leaves its operands in ops; nil at the end. An inline image is one operator, EI, without operands.
func (s *scanner) next() []byte {
	s.ops, s.scratch = s.ops[:0], s.scratch[:0]
	d := s.data
	for s.pos < len(d) {
		c := d[s.pos]
		switch charClass[c] {
		case blankChar:
			s.pos++
			continue
		case delimiterChar:
			s.delimiter(c)
			continue
		}
		from := s.pos
		if c >= '0' && c <= '9' || c == '-' || c == '.' || c == '+' {
			s.number()
			continue
		}
		for s.pos < len(d) && charClass[d[s.pos]] == plainChar {
			s.pos++
		}
		w := d[from:s.pos]
		switch string(w) {
		case "true", "false", "null":
			s.push(token{kind: word, text: w})
		case "BI":
			l := pdf.NewLexer(d[from:])
			l.Next()
			s.pos = from + max(l.End, 2)
			s.ops = s.ops[:0]
			return []byte("EI")
		default:
			return w
		}
	}
	return nil
}

func (s *scanner) push(t token) {
	if len(s.ops) < maxOperands {
		s.ops = append(s.ops, t)
	}
}

func (s *scanner) delimiter(c byte) {
	d := s.data
	double := s.pos+1 < len(d) && d[s.pos+1] == c
	switch c {
	case '(':
		s.literal()
	case '/':
		from := s.pos + 1
		s.pos++
		for s.pos < len(d) && charClass[d[s.pos]] == plainChar {
			s.pos++
		}
		s.push(token{kind: name, text: s.decodedName(d[from:s.pos])})
	case '<':
		if double {
			s.pos += 2
			s.push(token{kind: openDict})
			return
		}
		s.hex()
	case '>':
		s.pos++
		if double {
			s.pos++
			s.push(token{kind: closeDict})
		}
	case '[':
		s.pos++
		s.push(token{kind: openArray})
	case ']':
		s.pos++
		s.push(token{kind: closeArray})
	case '%':
		for s.pos < len(d) && d[s.pos] != '\n' && d[s.pos] != '\r' {
			s.pos++
		}
	default:
		s.pos++
	}
}

func (s *scanner) number() {
	d := s.data
	negative := false
	for s.pos < len(d) && (d[s.pos] == '-' || d[s.pos] == '+') {
		negative = negative || d[s.pos] == '-'
		s.pos++
	}
	var v float64
	scale := 0.0
	for ; s.pos < len(d); s.pos++ {
		c := d[s.pos]
		if c >= '0' && c <= '9' {
			if scale == 0 {
				v = v*10 + float64(c-'0')
			} else {
				v += float64(c-'0') * scale
				scale /= 10
			}
		} else if c == '.' && scale == 0 {
			scale = 0.1
		} else {
			break
		}
	}
	for s.pos < len(d) && charClass[d[s.pos]] == plainChar && d[s.pos] != '-' && (d[s.pos] == '.' || d[s.pos] >= '0' && d[s.pos] <= '9') {
		s.pos++ // a second point: readers stop at it
	}
	if negative {
		v = -v
	}
	s.push(token{num: v})
}

// literal reads a string; where it has no escapes it is a slice of the data.
func (s *scanner) literal() {
	d := s.data
	s.pos++
	from, open := s.pos, 1
	for ; s.pos < len(d); s.pos++ {
		switch d[s.pos] {
		case '\\', '\r':
			s.escaped(from, open)
			return
		case '(':
			open++
		case ')':
			if open--; open == 0 {
				s.push(token{kind: str, text: d[from:s.pos]})
				s.pos++
				return
			}
		}
	}
}

// escaped goes on with a string from its first escape (ISO 32000-1, 7.3.4.2).
func (s *scanner) escaped(from, open int) {
	d := s.data
	start := len(s.scratch)
	s.scratch = append(s.scratch, d[from:s.pos]...)
	for ; s.pos < len(d); s.pos++ {
		c := d[s.pos]
		switch c {
		case '(':
			open++
		case ')':
			if open--; open == 0 {
				s.pos++
				s.push(token{kind: str, text: s.scratch[start:len(s.scratch):len(s.scratch)]})
				return
			}
		case '\r':
			if s.pos+1 < len(d) && d[s.pos+1] == '\n' {
				s.pos++
			}
			c = '\n'
		case '\\':
			s.pos++
			if s.pos == len(d) {
				return
			}
			switch c = d[s.pos]; c {
			case 'n':
				c = '\n'
			case 'r':
				c = '\r'
			case 't':
				c = '\t'
			case 'b':
				c = '\b'
			case 'f':
				c = '\f'
			case '\n':
				continue
			case '\r':
				if s.pos+1 < len(d) && d[s.pos+1] == '\n' {
					s.pos++
				}
				continue
			case '0', '1', '2', '3', '4', '5', '6', '7':
				n := int(c - '0')
				for k := 0; k < 2 && s.pos+1 < len(d) && d[s.pos+1] >= '0' && d[s.pos+1] <= '7'; k++ {
					s.pos++
					n = n*8 + int(d[s.pos]-'0')
				}
				c = byte(n)
			}
		}
		s.scratch = append(s.scratch, c)
	}
}

func (s *scanner) hex() {
	d := s.data
	s.pos++
	start, half, high := len(s.scratch), false, byte(0)
	for ; s.pos < len(d) && d[s.pos] != '>'; s.pos++ {
		v, ok := hexValue(d[s.pos])
		if !ok {
			continue
		}
		if half {
			s.scratch = append(s.scratch, high<<4|v)
		}
		high, half = v, !half
	}
	if half {
		s.scratch = append(s.scratch, high<<4)
	}
	s.pos++
	s.push(token{kind: str, text: s.scratch[start:len(s.scratch):len(s.scratch)]})
}

// decodedName resolves the #xx of a name.
func (s *scanner) decodedName(n []byte) []byte {
	for i := range n {
		if n[i] != '#' {
			continue
		}
		start := len(s.scratch)
		for k := 0; k < len(n); k++ {
			c := n[k]
			if c == '#' && k+2 < len(n) {
				h, ok1 := hexValue(n[k+1])
				l, ok2 := hexValue(n[k+2])
				if ok1 && ok2 {
					c = h<<4 | l
					k += 2
				}
			}
			s.scratch = append(s.scratch, c)
		}
		return s.scratch[start:len(s.scratch):len(s.scratch)]
	}
	return n
}

func hexValue(c byte) (byte, bool) {
	switch {
	case c >= '0' && c <= '9':
		return c - '0', true
	case c >= 'a' && c <= 'f':
		return c - 'a' + 10, true
	case c >= 'A' && c <= 'F':
		return c - 'A' + 10, true
	}
	return 0, false
}
