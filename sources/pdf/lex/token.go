// Package lex divides PDF syntax into tokens: from bytes, of a file or of a page's content, into the tokens of one
// object or of one operator with its operands (ISO 32000-1, 7.2, 7.3 and 7.8.2).
//
// It is the one place that knows the character classes, numbers, names and strings. It makes no objects, for most of
// what is read is content, which nobody wants as objects. It takes anything: bytes that are no token are passed over.
// It is not its task to know what an object or an operator means.
package lex

// Kind is what a token is.
type Kind uint8

// The kinds of tokens.
const (
	End       Kind = iota // no more data
	Integer               // its Number is whole, and exact
	Real                  // a number with a point, or too long for an Integer
	Name                  // Text is what follows the slash
	Literal               // Text is what stands between the parentheses
	Hex                   // Text is what stands between the angle brackets
	Reference             // to the object Number, Generation
	OpenArray
	CloseArray
	OpenDict
	CloseDict
	Word   // an operator or a keyword, true, false and null among them
	Stray  // a delimiter that begins nothing: one of ) > { }
	Broken // a string that does not close before the data ends
)

// Token is one token. Text is a slice of the data, as written there.
type Token struct {
	Kind       Kind
	Escaped    bool // Text is not what it stands for: a name with #, a string with a backslash or a carriage return
	Generation uint32
	Number     float64
	Text       []byte
}

// Is reports whether the token is this keyword or operator.
func (t Token) Is(word string) bool { return t.Kind == Word && string(t.Text) == word }

// Append appends what a name or a string stands for.
func (t Token) Append(b []byte) []byte {
	switch {
	case t.Kind == Hex:
		return AppendHex(b, t.Text)
	case !t.Escaped:
		return append(b, t.Text...)
	case t.Kind == Name:
		return appendName(b, t.Text)
	}
	return AppendLiteral(b, t.Text)
}

// Character classes of ISO 32000-1, 7.2.2; what a number begins with is regular as well.
const (
	regular = iota
	numeric
	blank
	delimiter
)

var class = func() (t [256]uint8) {
	for _, c := range "0123456789+-." {
		t[c] = numeric
	}
	for _, c := range "\x00\t\n\f\r " {
		t[c] = blank
	}
	for _, c := range "()<>[]{}/%" {
		t[c] = delimiter
	}
	return t
}()

// Blank reports whether c is white space.
func Blank(c byte) bool { return class[c] == blank }
