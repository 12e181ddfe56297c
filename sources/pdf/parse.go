package pdf

import (
	"errors"
	"math"
	"strconv"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

var errSyntax = errors.New("no PDF object stands here")

// ParseObject reads the object that begins at or after pos in data and returns it with the position behind it, in
// pdfcpu's types: a literal string keeps its escapes, a name is decoded, null is nil. "n g R" is a reference.
// It never reads a stream. The error says only that there is no object.
func ParseObject(data []byte, pos int) (types.Object, int, error) {
	p := parser{data: data, pos: pos}
	o, err := p.object(0)
	return o, p.pos, err
}

// Indirect is one "n g obj" as it stands in a file. For a stream, Object is a types.StreamDict whose StreamOffset is
// the position of its first byte; its Raw is nil, for how many bytes it has is another question.
type Indirect struct {
	Number, Generation int
	Object             types.Object
	End                int // position behind the object, before endobj; for a stream its first byte
}

// ParseIndirect reads the indirect object whose number begins at or after pos.
func ParseIndirect(data []byte, pos int) (Indirect, error) {
	p := parser{data: data, pos: pos}
	var in Indirect
	var ok bool
	if in.Number, ok = p.natural(); !ok {
		return in, errSyntax
	}
	if in.Generation, ok = p.natural(); !ok {
		return in, errSyntax
	}
	if p.space(); !p.word("obj") {
		return in, errSyntax
	}
	err := p.body(&in)
	return in, err
}

// body reads what follows the keyword obj.
func (p *parser) body(in *Indirect) error {
	o, err := p.object(0)
	if err != nil {
		return err
	}
	in.Object, in.End = o, p.pos
	d, ok := o.(types.Dict)
	if !ok {
		return nil
	}
	if p.space(); !p.word("stream") {
		return nil
	}
	// ISO 32000-1, 7.3.8.1: CR LF or LF follows. A CR alone is met too, and then blanks before the line end.
	at := p.pos
	for at < len(p.data) && (p.data[at] == ' ' || p.data[at] == '\t') {
		at++
	}
	switch {
	case at+1 < len(p.data) && p.data[at] == '\r' && p.data[at+1] == '\n':
		at += 2
	case at < len(p.data) && (p.data[at] == '\n' || p.data[at] == '\r'):
		at++
	default:
		at = p.pos
	}
	in.Object, in.End = types.StreamDict{Dict: d, StreamOffset: int64(at)}, at
	return nil
}

type parser struct {
	data []byte
	pos  int
}

// Character classes of ISO 32000-1, 7.2.2.
const (
	regular = iota
	blank
	delimiter
)

var class = func() (t [256]byte) {
	for _, c := range "\x00\t\n\f\r " {
		t[c] = blank
	}
	for _, c := range "()<>[]{}/%" {
		t[c] = delimiter
	}
	return t
}()

// space passes over blanks and comments.
func (p *parser) space() {
	for p.pos < len(p.data) {
		c := p.data[p.pos]
		if c == '%' {
			for p.pos < len(p.data) && p.data[p.pos] != '\n' && p.data[p.pos] != '\r' {
				p.pos++
			}
			continue
		}
		if class[c] != blank {
			return
		}
		p.pos++
	}
}

// word passes over w if it stands here.
func (p *parser) word(w string) bool {
	if len(p.data)-p.pos < len(w) || string(p.data[p.pos:p.pos+len(w)]) != w {
		return false
	}
	p.pos += len(w)
	return true
}

// natural reads an unsigned integer that ends at a blank or a delimiter, or at the letter of a keyword run into it.
func (p *parser) natural() (int, bool) {
	p.space()
	n, from := 0, p.pos
	for p.pos < len(p.data) && p.data[p.pos] >= '0' && p.data[p.pos] <= '9' {
		if n > math.MaxInt32 {
			return 0, false
		}
		n = n*10 + int(p.data[p.pos]-'0')
		p.pos++
	}
	return n, p.pos > from
}

func (p *parser) object(depth int) (types.Object, error) {
	if depth > maxDepth {
		return nil, errSyntax
	}
	p.space()
	if p.pos >= len(p.data) {
		return nil, errSyntax
	}
	switch c := p.data[p.pos]; {
	case c == '/':
		return types.Name(p.name()), nil
	case c == '(':
		return p.literal()
	case c == '<':
		if p.pos+1 < len(p.data) && p.data[p.pos+1] == '<' {
			p.pos += 2
			return p.dict(depth)
		}
		return p.hex()
	case c == '[':
		p.pos++
		return p.array(depth)
	case c >= '0' && c <= '9':
		if r, ok := p.reference(); ok {
			return r, nil
		}
		return p.number()
	case c == '+' || c == '-' || c == '.':
		return p.number()
	}
	switch from := p.pos; p.keyword() {
	case "null":
		return nil, nil
	case "true":
		return types.Boolean(true), nil
	case "false":
		return types.Boolean(false), nil
	default:
		p.pos = from
		return nil, errSyntax
	}
}

// keyword reads the regular characters that stand here.
func (p *parser) keyword() string {
	from := p.pos
	for p.pos < len(p.data) && class[p.data[p.pos]] == regular {
		p.pos++
	}
	return string(p.data[from:p.pos])
}

// reference reads "n g R", or nothing.
func (p *parser) reference() (types.IndirectRef, bool) {
	from := p.pos
	n, ok := p.natural()
	if ok && p.pos < len(p.data) && class[p.data[p.pos]] == blank {
		var g int
		if g, ok = p.natural(); ok && p.pos < len(p.data) && class[p.data[p.pos]] == blank {
			p.space()
			if p.word("R") && (p.pos == len(p.data) || class[p.data[p.pos]] != regular) {
				return types.IndirectRef{ObjectNumber: types.Integer(n), GenerationNumber: types.Integer(g)}, true
			}
		}
	}
	p.pos = from
	return types.IndirectRef{}, false
}

// number reads an integer or a real. Doubled signs and a minus inside ("--5", "12-34") are met in the wild: readers take the
// first sign and stop at the second minus.
func (p *parser) number() (types.Object, error) {
	from := p.pos
	for p.pos < len(p.data) && class[p.data[p.pos]] == regular {
		p.pos++
	}
	s := p.data[from:p.pos]
	negative, i := false, 0
	for i < len(s) && (s[i] == '-' || s[i] == '+') {
		negative = negative || s[i] == '-'
		i++
	}
	digits, dot, end := 0, false, i
	for ; end < len(s); end++ {
		if s[end] == '.' && !dot {
			dot = true
		} else if s[end] >= '0' && s[end] <= '9' {
			digits++
		} else {
			break
		}
	}
	if digits == 0 && !dot && i == 0 {
		return nil, errSyntax
	}
	if end < len(s) && s[end] != '-' && s[end] != '.' {
		// "0R" or "1endobj": the number ends where the letters begin.
		p.pos = from + end
	}
	t := string(s[i:end])
	if !dot {
		n, err := strconv.ParseInt(t, 10, 64)
		if err == nil || t == "" {
			if negative {
				n = -n
			}
			return types.Integer(n), nil
		}
	}
	f, _ := strconv.ParseFloat(t, 64)
	if math.IsInf(f, 0) || math.IsNaN(f) {
		f = math.MaxFloat32
	}
	if negative {
		f = -f
	}
	return types.Float(f), nil
}

// name reads a name and decodes its #xx.
func (p *parser) name() string {
	p.pos++
	from, escaped := p.pos, false
	for p.pos < len(p.data) && class[p.data[p.pos]] == regular {
		escaped = escaped || p.data[p.pos] == '#'
		p.pos++
	}
	s := p.data[from:p.pos]
	if !escaped {
		return string(s)
	}
	b := make([]byte, 0, len(s))
	for i := 0; i < len(s); i++ {
		if s[i] == '#' && i+2 < len(s) {
			if h, l := hexDigit(s[i+1]), hexDigit(s[i+2]); h >= 0 && l >= 0 {
				b = append(b, byte(h<<4|l))
				i += 2
				continue
			}
		}
		b = append(b, s[i])
	}
	return string(b)
}

func (p *parser) literal() (types.Object, error) {
	p.pos++
	from, open := p.pos, 1
	for ; p.pos < len(p.data); p.pos++ {
		switch p.data[p.pos] {
		case '\\':
			p.pos++
		case '(':
			open++
		case ')':
			if open--; open == 0 {
				s := types.StringLiteral(p.data[from:p.pos])
				p.pos++
				return s, nil
			}
		}
	}
	p.pos = len(p.data) // where it gave up: a caller that counts work needs to know
	return nil, errSyntax
}

func (p *parser) hex() (types.Object, error) {
	p.pos++
	from := p.pos
	for p.pos < len(p.data) && p.data[p.pos] != '>' {
		p.pos++
	}
	if p.pos == len(p.data) {
		return nil, errSyntax
	}
	s := p.data[from:p.pos]
	p.pos++
	for _, c := range s {
		if hexDigit(c) < 0 || len(s)%2 != 0 {
			return types.NewHexLiteral(unhex(string(s))), nil
		}
	}
	return types.HexLiteral(s), nil
}

func (p *parser) array(depth int) (types.Object, error) {
	a := types.Array{}
	for {
		p.space()
		if p.pos >= len(p.data) {
			return nil, errSyntax
		}
		if p.data[p.pos] == ']' {
			p.pos++
			return a, nil
		}
		o, err := p.object(depth + 1)
		if err != nil {
			if p.skip() {
				continue
			}
			return nil, err
		}
		a = append(a, o)
	}
}

func (p *parser) dict(depth int) (types.Object, error) {
	d := types.Dict{}
	for {
		p.space()
		if p.pos >= len(p.data) {
			return nil, errSyntax
		}
		switch c := p.data[p.pos]; c {
		case '>':
			p.pos++
			if p.pos < len(p.data) && p.data[p.pos] == '>' {
				p.pos++
			}
			return d, nil
		case '/':
			k := p.name()
			if p.space(); p.pos < len(p.data) && p.data[p.pos] == '>' {
				continue // a key without a value, last in its dictionary
			}
			o, err := p.object(depth + 1)
			if err != nil {
				if p.skip() {
					continue
				}
				return nil, err
			}
			if o == nil {
				delete(d, k) // null is the same as absent (7.3.7)
				continue
			}
			d[k] = o
		case ']', ')', '}', '{':
			p.pos++
		default:
			if !p.skip() {
				return nil, errSyntax
			}
		}
	}
}

// skip passes over a stray word inside an array or a dictionary ("nan", a lone number); keywords that end an object are
// no such words.
func (p *parser) skip() bool {
	from := p.pos
	switch w := p.keyword(); w {
	case "", "endobj", "endstream", "stream", "obj", "xref", "trailer", "startxref":
		p.pos = from
		return false
	}
	return true
}
