package pdf

import (
	"errors"
	"sync"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/sources/pdf/lex"
)

var errSyntax = errors.New("no PDF object stands here")

// ParseObject reads the object that begins at or after pos in data and returns it with the position behind it, in
// pdfcpu's types: a literal string keeps its escapes, a name is decoded, null is nil. "n g R" is a reference.
// It never reads a stream. The error says only that there is no object.
func ParseObject(data []byte, pos int) (types.Object, int, error) {
	p := newParser(data, pos)
	defer p.free()
	o, err := p.object()
	return o, p.Pos, err
}

// indirect is one "n g obj" as it stands in a file. For a stream, Object is a types.StreamDict whose StreamOffset is
// the position of its first byte; its Raw is nil, for how many bytes it has is another question.
type indirect struct {
	Number, Generation int
	Object             types.Object
	End                int // position behind the object, before endobj; for a stream its first byte
}

// parseIndirect reads the indirect object whose number begins at or after pos.
func parseIndirect(data []byte, pos int) (indirect, error) {
	p := newParser(data, pos)
	defer p.free()
	var in indirect
	var ok bool
	if in.Number, in.Generation, ok = p.head(); !ok {
		return in, errSyntax
	}
	return in, p.body(&in)
}

// parser makes objects of tokens. It is used again and again, for the memory of its tokens.
type parser struct {
	lex.Lexer
	at   int            // the next of Tokens
	open []types.Object // elements of the arrays that are being made
	met  [metNames]metName
}

// maxTokens: of one object that is no stream; the largest real ones, parent trees, have some hundred thousand. A page
// with 200,000 annotations written within it has four million.
// keptTokens is how many a parser keeps room for.
const (
	maxTokens  = 5 << 20
	keptTokens = 4 << 10
)

var parsers = sync.Pool{New: func() any { return new(parser) }}

func newParser(data []byte, pos int) *parser {
	p := parsers.Get().(*parser)
	p.Lexer = lex.Lexer{Data: data, Pos: pos, Tokens: p.Tokens[:0], Most: maxTokens, InFile: true}
	return p
}

func (p *parser) free() {
	if cap(p.Tokens) <= keptTokens && cap(p.open) <= keptTokens {
		p.Data = nil
		parsers.Put(p)
	}
}

// head reads "n g obj".
func (p *parser) head() (number, generation int, ok bool) {
	if number, ok = p.Natural(); !ok {
		return 0, 0, false
	}
	if generation, ok = p.Natural(); !ok {
		return 0, 0, false
	}
	p.Space()
	return number, generation, p.Accept("obj")
}

// body reads what follows the keyword obj.
func (p *parser) body(in *indirect) error {
	o, err := p.object()
	if err != nil {
		return err
	}
	in.Object, in.End = o, p.Pos
	if d, ok := o.(types.Dict); ok && p.stream() {
		in.Object, in.End = types.StreamDict{Dict: d, StreamOffset: int64(p.Pos)}, p.Pos
	}
	return nil
}

// stream passes over the keyword stream and the line end behind it, if they stand here. ISO 32000-1, 7.3.8.1: CR LF
// or LF follows. A CR alone is met too, and then blanks before the line end.
func (p *parser) stream() bool {
	if p.Space(); !p.Accept("stream") {
		return false
	}
	at := p.Pos
	for at < len(p.Data) && (p.Data[at] == ' ' || p.Data[at] == '\t') {
		at++
	}
	switch {
	case at+1 < len(p.Data) && p.Data[at] == '\r' && p.Data[at+1] == '\n':
		p.Pos = at + 2
	case at < len(p.Data) && (p.Data[at] == '\n' || p.Data[at] == '\r'):
		p.Pos = at + 1
	}
	return true
}

// object reads one object.
func (p *parser) object() (types.Object, error) {
	p.Tokens = p.Tokens[:0]
	if !p.Object() || len(p.Tokens) == maxTokens {
		return nil, errSyntax
	}
	p.at = 0
	return p.build(), nil
}

// build makes the object of the next tokens.
func (p *parser) build() types.Object {
	t := &p.Tokens[p.at]
	p.at++
	switch t.Kind {
	case lex.Integer:
		return types.Integer(int64(t.Number))
	case lex.Real:
		return types.Float(t.Number)
	case lex.Name:
		return p.name(t).object
	case lex.Literal:
		return types.StringLiteral(t.Text)
	case lex.Hex:
		if lex.PlainHex(t.Text) {
			return types.HexLiteral(t.Text)
		}
		return types.NewHexLiteral(t.Append(nil))
	case lex.Reference:
		number := types.Integer(int64(t.Number))
		return types.IndirectRef{ObjectNumber: number, GenerationNumber: types.Integer(t.Generation)}
	case lex.Word:
		if t.Text[0] == 'n' {
			return nil
		}
		return types.Boolean(t.Text[0] == 't')
	case lex.OpenArray:
		from := len(p.open)
		for p.Tokens[p.at].Kind != lex.CloseArray {
			p.open = append(p.open, p.build())
		}
		p.at++
		a := make(types.Array, len(p.open)-from) // no larger than it need be: files have millions
		copy(a, p.open[from:])
		clear(p.open[from:])
		p.open = p.open[:from]
		return a
	}
	d := types.Dict{}
	for p.Tokens[p.at].Kind != lex.CloseDict {
		key := p.name(&p.Tokens[p.at]).text
		p.at++
		if o := p.build(); o != nil {
			d[key] = o
		} else {
			delete(d, key) // null is the same as absent (7.3.7)
		}
	}
	p.at++
	return d
}

// metName is a name that was met before, as a key and as an object: files have a few hundred of them a million times.
type metName struct {
	text   string
	object types.Object
}

// metNames is how many of them are kept, and metLength how long those are at most.
const metNames, metLength = 1 << 8, 32

// name is a name as it is meant, the one that was met before where there is one.
func (p *parser) name(t *lex.Token) metName {
	n := len(t.Text)
	if t.Escaped || n == 0 || n > metLength {
		text := name(t)
		return metName{text, types.Name(text)}
	}
	met := &p.met[(n*37+int(t.Text[0])*5+int(t.Text[n/2])*3+int(t.Text[n-1]))%metNames]
	if met.text != string(t.Text) {
		text := string(t.Text)
		*met = metName{text, types.Name(text)}
	}
	return *met
}

// name is a name as it is meant.
func name(t *lex.Token) string {
	if !t.Escaped {
		return string(t.Text)
	}
	return string(t.Append(nil))
}
