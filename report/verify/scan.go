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
