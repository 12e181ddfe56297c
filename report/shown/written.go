package shown

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"math"
	"slices"
	"strconv"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/sources/pdf"
	"rapporteur/sources/pdf/lex"
)

// mostTokens is how many tokens an object has at most that is summed from them. There are larger ones, a parent tree or
// the names of all places, but few.
const mostTokens = 1 << 14

// tokens are those of an object as it is written, on their way into a shape: what is written is looked at once, and
// nobody needs it as an object.
type tokens struct {
	lex.Lexer
	open    []entry    // of the dictionaries that are being read
	shallow types.Dict // one of them, as far as IsTie looks at it
	text    []byte
}

// entry is one of a dictionary's: its key, and where its value begins.
type entry struct {
	key   []byte
	value int
}

// written is the shape of an object as it stands in body; false where none stands there, where it is null, and where it
// is too large.
func (s *shaper) written(body []byte) (Shape, bool) {
	t := &s.tokens
	t.Lexer = lex.Lexer{Data: body, Tokens: t.Tokens[:0], Most: mostTokens, InFile: true}
	if !t.Object() || len(t.Tokens) >= mostTokens || isNull(&t.Tokens[0]) {
		return Shape{}, false
	}
	s.begin()
	s.token(0)
	return s.end(sha256.Sum256(s.buf)), true
}

// isNull reports whether a token is the object null.
func isNull(t *lex.Token) bool { return t.Kind == lex.Word && t.Text[0] == 'n' }

// token writes the value that begins at a token, as value does, and gives the index of the token behind it.
func (s *shaper) token(at int) (behind int) {
	t := &s.tokens.Tokens[at]
	switch t.Kind {
	case lex.OpenDict:
		return s.dictionary(at + 1)
	case lex.OpenArray:
		s.buf = append(s.buf, 'a')
		for at++; s.tokens.Tokens[at].Kind != lex.CloseArray; {
			at = s.token(at)
		}
		s.buf = append(s.buf, 'e')
	case lex.Name:
		s.bytes('n', s.tokens.meant(t))
	case lex.Literal, lex.Hex:
		s.bytes('t', s.tokens.meant(t))
	case lex.Integer:
		s.number(float64(int64(t.Number)))
	case lex.Real:
		s.number(t.Number)
	case lex.Reference:
		s.reference(int(t.Number))
	default:
		if isNull(t) {
			s.buf = append(s.buf, 'z')
		} else {
			s.buf = strconv.AppendBool(append(s.buf, 'b'), t.Text[0] == 't')
		}
	}
	return at + 1
}

// dictionary writes the dictionary whose first key stands at a token, in order of keys. Of two with one key the last
// counts, and one that is null is none.
func (s *shaper) dictionary(at int) (behind int) {
	t := &s.tokens
	from := len(t.open)
	for t.Tokens[at].Kind != lex.CloseDict {
		key := t.Tokens[at].Text
		if t.Tokens[at].Escaped {
			key = t.Tokens[at].Append(nil)
		}
		t.open = append(t.open, entry{key, at + 1})
		at = t.behind(at + 1)
	}
	list := t.open[from:]
	byKey := func(a, b entry) int { return cmp.Or(bytes.Compare(a.key, b.key), a.value-b.value) }
	if !slices.IsSortedFunc(list, byKey) {
		slices.SortFunc(list, byKey)
	}
	s.buf = append(s.buf, 'd')
	for i, n := 0, len(list); i < n; i++ {
		e := t.open[from+i]
		if isNull(&t.Tokens[e.value]) || i+1 < n && bytes.Equal(e.key, t.open[from+i+1].key) {
			continue
		}
		s.bytes('n', e.key)
		s.token(e.value)
		if v := &t.Tokens[e.value]; v.Kind == lex.Reference && mayTie(e.key) &&
			pdf.IsTie(t.shallowOf(from, n), string(e.key)) {
			s.tie(int(v.Number))
		}
	}
	s.buf = append(s.buf, 'e')
	t.open = t.open[:from]
	return at + 1
}

// mayTie reports whether there is any dictionary in which a key is a tie.
func mayTie(key []byte) bool {
	switch string(key) {
	case "Parent", "P", "Prev", "Last":
		return true
	}
	return false
}

// behind is the index of the token behind the value that begins at one.
func (t *tokens) behind(at int) int {
	for depth := 0; ; at++ {
		switch t.Tokens[at].Kind {
		case lex.OpenArray, lex.OpenDict:
			depth++
		case lex.CloseArray, lex.CloseDict:
			depth--
		}
		if depth == 0 {
			return at + 1
		}
	}
}

// meant is what a name or a string stands for; valid until it is asked again.
func (t *tokens) meant(v *lex.Token) []byte {
	if v.Kind != lex.Hex && !v.Escaped {
		return v.Text
	}
	t.text = v.Append(t.text[:0])
	return t.text
}

// shallowOf is an open dictionary with n entries, without what stands in its arrays, dictionaries and strings: IsTie
// asks of what kind they are.
func (t *tokens) shallowOf(from, n int) types.Dict {
	if t.shallow == nil {
		t.shallow = types.Dict{}
	}
	clear(t.shallow)
	for _, e := range t.open[from : from+n] {
		key := string(e.key)
		switch v := &t.Tokens[e.value]; v.Kind {
		case lex.Name:
			t.shallow[key] = types.Name(t.meant(v))
		case lex.Literal, lex.Hex:
			t.shallow[key] = types.StringLiteral("")
		case lex.Integer:
			t.shallow[key] = types.Integer(0)
		case lex.OpenArray:
			t.shallow[key] = types.Array{}
		default:
			delete(t.shallow, key)
		}
	}
	return t.shallow
}

func (s *shaper) bytes(letter byte, text []byte) {
	s.buf = strconv.AppendInt(append(s.buf, letter), int64(len(text)), 10)
	s.buf = append(append(s.buf, ' '), text...)
}

// reference writes a reference: to a page by its index, to anything else as one whose target stands in the shape.
func (s *shaper) reference(number int) {
	if i, ok := s.page(number); ok {
		s.buf = strconv.AppendInt(append(s.buf, 'p'), int64(i), 10)
		return
	}
	s.buf = append(s.buf, 'r')
	s.refs = append(s.refs, int32(min(max(number, 0), math.MaxInt32)))
}
