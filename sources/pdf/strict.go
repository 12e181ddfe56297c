package pdf

import (
	"bytes"
	"slices"

	"rapporteur/sources/pdf/lex"
	"rapporteur/sources/pdf/syntax"
)

// strict tells whether objects are written as package syntax writes them: each value in its one form, at most one space
// between two of them, no comment, no key twice, none that is null. Two files of such objects that mean the same differ
// in nothing but those spaces and the order of keys; nothing can stand in them that a reader does not read. It belongs
// to one goroutine.
type strict struct {
	lex  lex.Lexer
	buf  []byte
	keys [][]byte // of the dictionaries that are open
	open []int    // where those of each begin; below 0 for an array
	key  bool     // a key follows
}

// object reports whether b is one object, and nothing else.
func (p *strict) object(b []byte) bool {
	p.lex = lex.Lexer{Data: b, Tokens: p.lex.Tokens[:0], Most: maxTokens, InFile: true}
	if !p.lex.Object() || len(p.lex.Tokens) == maxTokens {
		return false
	}
	p.keys, p.open, p.key = p.keys[:0], p.open[:0], false
	rest := b
	for i := range p.lex.Tokens {
		t := &p.lex.Tokens[i]
		if i > 0 && len(rest) > 0 && rest[0] == ' ' {
			rest = rest[1:]
		}
		var ok bool
		if rest, ok = bytes.CutPrefix(rest, p.form(t)); !ok || !p.step(t) {
			return false
		}
	}
	return len(rest) == 0
}

// step keeps account of the keys of dictionaries that are open. It is false at a value that is null, and where one ends
// that has a key twice.
func (p *strict) step(t *lex.Token) bool {
	inside := len(p.open) > 0 && p.open[len(p.open)-1] >= 0
	switch {
	case t.Kind == lex.OpenArray:
		p.open, p.key = append(p.open, -1), false
		return true
	case t.Kind == lex.OpenDict:
		p.open, p.key = append(p.open, len(p.keys)), true
		return true
	case t.Kind == lex.CloseArray || t.Kind == lex.CloseDict:
		from := p.open[len(p.open)-1]
		p.open = p.open[:len(p.open)-1]
		p.key = len(p.open) > 0 && p.open[len(p.open)-1] >= 0
		if from < 0 {
			return true
		}
		keys := p.keys[from:]
		p.keys = p.keys[:from]
		return distinct(keys)
	case inside && p.key:
		p.keys, p.key = append(p.keys, t.Text), false
		return true
	}
	p.key = inside
	return !inside || !t.Is("null")
}

// distinct reports whether no two keys are equal. It puts them in order, in which most dictionaries have them.
func distinct(keys [][]byte) bool {
	if !slices.IsSortedFunc(keys, bytes.Compare) {
		slices.SortFunc(keys, bytes.Compare)
	}
	for i := 1; i < len(keys); i++ {
		if bytes.Equal(keys[i-1], keys[i]) {
			return false
		}
	}
	return true
}

// form is how a token is written.
func (p *strict) form(t *lex.Token) []byte {
	b := p.buf[:0]
	switch t.Kind {
	case lex.Integer:
		b = syntax.AppendInt(b, int(t.Number))
	case lex.Real:
		b = syntax.AppendFloat(b, t.Number)
	case lex.Reference:
		b = syntax.AppendRef(b, int(t.Number))
	case lex.Name:
		name := t.Text
		if t.Escaped {
			name = t.Append(nil)
		}
		b = syntax.AppendName(b, name)
	case lex.Literal:
		if !t.Escaped && bytes.IndexByte(t.Text, '(') < 0 && bytes.IndexByte(t.Text, '\n') < 0 {
			b = append(append(append(b, '('), t.Text...), ')')
			break
		}
		b = syntax.AppendString(b, t.Append(nil))
	case lex.Hex:
		b = append(b, '<')
		if lex.PlainHex(t.Text) {
			b = append(b, t.Text...)
		}
		b = append(b, '>')
	case lex.OpenArray:
		b = append(b, '[')
	case lex.CloseArray:
		b = append(b, ']')
	case lex.OpenDict:
		b = append(b, "<<"...)
	case lex.CloseDict:
		b = append(b, ">>"...)
	default:
		b = append(b, t.Text...)
	}
	p.buf = b
	return b
}
