package lex

import (
	"bytes"
	"math"
	"strconv"
)

// Lexer reads tokens from Data at Pos.
type Lexer struct {
	Data []byte
	Pos  int

	Tokens []Token // of the objects that Object has passed over
	Passed bool    // something that has no place in an array or a dictionary was passed over; nobody resets it
	Most   int     // how many Tokens there may be; what is more is passed over and not kept; 0 does not limit
	InFile bool    // "n g R" is a reference; there is none in content

	from  int   // where the last token begins
	spare Token // for a token that is not kept
	ran   bool  // the end of the data was met since it was last asked for
}

// Space passes over blanks and comments.
func (l *Lexer) Space() {
	d, i := l.Data, l.Pos
	for i < len(d) {
		if class[d[i]] == blank {
			i++
			continue
		}
		if d[i] != '%' {
			break
		}
		for i < len(d) && d[i] != '\n' && d[i] != '\r' {
			i++
		}
	}
	l.Pos = i
}

// Accept passes over w if it stands here.
func (l *Lexer) Accept(w string) bool {
	if len(l.Data)-l.Pos < len(w) || string(l.Data[l.Pos:l.Pos+len(w)]) != w {
		return false
	}
	l.Pos += len(w)
	return true
}

// Natural reads an unsigned integer behind blanks, up to the largest of 32 bits; it may end at the letter of a keyword.
func (l *Lexer) Natural() (int, bool) {
	l.Space()
	n, i := 0, l.Pos
	for i < len(l.Data) && l.Data[i]-'0' <= 9 {
		if n > math.MaxInt32 {
			return 0, false
		}
		n = n*10 + int(l.Data[i]-'0')
		i++
	}
	ok := i > l.Pos
	l.Pos = i
	return n, ok
}

// Next reads the next token.
func (l *Lexer) Next() (t Token) {
	l.next(&t)
	return t
}

// next reads the next token to where it is kept: most of what is read are lines of text, and copying their tokens
// would cost as much as reading them.
func (l *Lexer) next(t *Token) {
	d, i := l.Data, l.Pos
	for i < len(d) && class[d[i]] == blank {
		i++
	}
	if l.Pos = i; i < len(d) && d[i] == '%' {
		l.Space()
		i = l.Pos
	}
	l.from = i
	*t = Token{}
	if i >= len(d) {
		l.ran = true
		return
	}
	c := d[i]
	switch class[c] {
	case numeric:
		l.number(t)
		return
	case regular:
		for i++; i < len(d) && class[d[i]] <= numeric; i++ {
		}
		l.ran = l.ran || i == len(d)
		t.Kind, t.Text = Word, d[l.Pos:i]
		l.Pos = i
		return
	}
	double := i+1 < len(d) && d[i+1] == c
	l.Pos++
	switch c {
	case '/':
		l.name(t)
	case '(':
		l.literal(t)
	case '[':
		t.Kind = OpenArray
	case ']':
		t.Kind = CloseArray
	default:
		t.Kind, t.Text = Stray, d[i:i+1]
		switch {
		case c == '<' && !double:
			l.hex(t)
		case c == '<':
			l.Pos++
			t.Kind = OpenDict
		case c == '>' && double:
			l.Pos++
			t.Kind = CloseDict
		}
	}
}

func (l *Lexer) name(t *Token) {
	d, i := l.Data, l.Pos
	for ; i < len(d) && class[d[i]] <= numeric; i++ {
		t.Escaped = t.Escaped || d[i] == '#'
	}
	t.Kind, t.Text = Name, d[l.Pos:i]
	l.Pos = i
}

// inString are the characters that mean something else than themselves in a literal string.
var inString = [256]bool{'\\': true, '\r': true, '(': true, ')': true}

// literal reads a string from behind its parenthesis. One that is open at the end of the data leaves Pos there:
// whoever counts work needs to know.
func (l *Lexer) literal(t *Token) {
	d, i := l.Data, l.Pos
	for open := 1; ; i++ {
		for i < len(d) && !inString[d[i]] {
			i++
		}
		if i >= len(d) {
			break
		}
		switch d[i] {
		case '\\':
			t.Escaped = true
			i++
		case '\r':
			t.Escaped = true
		case '(':
			open++
		case ')':
			if open--; open == 0 {
				t.Kind, t.Text = Literal, d[l.Pos:i]
				l.Pos = i + 1
				return
			}
		}
	}
	l.Pos, l.ran = len(d), true
	*t = Token{Kind: Broken}
}

func (l *Lexer) hex(t *Token) {
	n := bytes.IndexByte(l.Data[l.Pos:], '>')
	if n < 0 {
		l.Pos, l.ran = len(l.Data), true
		*t = Token{Kind: Broken}
		return
	}
	t.Kind, t.Text = Hex, l.Data[l.Pos:l.Pos+n]
	l.Pos += n + 1
}

// maxExact is the largest integer up to which each is a float64 of its own.
const maxExact = 1 << 53

// tens are the powers of ten that a float64 holds exactly: an exact integer divided by one of them is rounded once,
// which is right (W. D. Clinger, How to Read Floating Point Numbers Accurately, 1990).
var tens = [...]float64{1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11,
	1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22}

// number reads an integer or a real. Doubled signs and a minus inside ("--5", "12-34") are met in the wild: a minus
// among the first signs counts, and a second minus or point ends the number, with all that is written together with
// it.
func (l *Lexer) number(t *Token) {
	d, i := l.Data, l.Pos
	negative := false
	for ; i < len(d) && (d[i] == '-' || d[i] == '+'); i++ {
		negative = negative || d[i] == '-'
	}
	from, mantissa, digits, point := i, uint64(0), 0, -1
	for ; i < len(d); i++ {
		if c := d[i] - '0'; c <= 9 {
			mantissa = mantissa*10 + uint64(c)
			digits++
		} else if d[i] == '.' && point < 0 {
			point = digits
		} else {
			break
		}
	}
	written := d[from:i]
	if i < len(d) && (d[i] == '-' || d[i] == '.') {
		for i++; i < len(d) && class[d[i]] <= numeric; i++ {
		}
	}
	l.Pos = i
	t.Kind = Real
	exact := digits <= 19 && mantissa <= maxExact
	switch {
	case point < 0 && exact:
		t.Kind, t.Number = Integer, float64(mantissa)
	case exact && digits-point < len(tens):
		t.Number = float64(mantissa) / tens[digits-point]
	default:
		t.Number, _ = strconv.ParseFloat(string(written), 64)
		if math.IsInf(t.Number, 0) || math.IsNaN(t.Number) {
			t.Number = math.MaxFloat32
		}
	}
	if negative {
		t.Number = -t.Number
	}
}
