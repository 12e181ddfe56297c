package lex

// maxDepth: nesting of arrays and dictionaries; deep enough for any producer, shallow enough for the stack.
const maxDepth = 100

// Object passes over the object that begins here, or behind blanks, and appends its tokens: in an array or dictionary
// the brackets are tokens among the others, and in a dictionary a name and what belongs to it follow each other. It
// never reads a stream. It is false where no object stands, or one that does not end; then no tokens are appended,
// and Pos is where reading stopped.
func (l *Lexer) Object() bool {
	kept := len(l.Tokens)
	if t := l.Next(); !l.value(&t, 0) {
		l.Tokens = l.Tokens[:kept]
		return false
	}
	return true
}

func (l *Lexer) push(t *Token) {
	if l.Most == 0 || len(l.Tokens) < l.Most {
		l.Tokens = append(l.Tokens, *t)
	}
}

// slot reads the next token to where it is kept.
func (l *Lexer) slot() *Token {
	t := &l.spare
	if n := len(l.Tokens); l.Most == 0 || n < l.Most {
		if n == cap(l.Tokens) {
			l.Tokens = append(l.Tokens, Token{})
		} else {
			l.Tokens = l.Tokens[:n+1]
		}
		t = &l.Tokens[n]
	}
	l.next(t)
	return t
}

// value goes on from the first token of an object.
func (l *Lexer) value(t *Token, depth int) bool {
	from := l.from
	switch t.Kind {
	case Integer:
		if l.InFile && l.reference(t, from) {
			t.Kind = Reference
		}
	case Real, Name, Literal, Hex:
	case Word:
		if w := string(t.Text); w != "null" && w != "true" && w != "false" {
			l.Pos = from
			return false
		}
	case OpenArray, OpenDict:
		if depth >= maxDepth {
			l.Pos = from
			return false
		}
		l.push(t)
		if t.Kind == OpenArray {
			return l.array(depth + 1)
		}
		return l.dict(depth + 1)
	case Broken:
		return false
	default:
		l.Pos = from
		return false
	}
	l.push(t)
	return true
}

// reference reads the rest of "n g R" behind n, which begins at from, or nothing.
func (l *Lexer) reference(t *Token, from int) bool {
	d, back := l.Data, l.Pos
	if d[from]-'0' > 9 || back >= len(d) || class[d[back]] != blank || t.Number > 1<<31-1 {
		return false
	}
	g, ok := l.Natural()
	if ok && l.Pos < len(d) && class[d[l.Pos]] == blank {
		l.Space()
		if l.Accept("R") && (l.Pos == len(d) || class[d[l.Pos]] > numeric) {
			t.Generation = uint32(g)
			return true
		}
	}
	l.Pos = back
	return false
}

func (l *Lexer) array(depth int) bool {
	for {
		kept := len(l.Tokens)
		switch t := l.slot(); t.Kind {
		case Literal, Hex, Real, Name:
		case CloseArray:
			return true
		case Integer:
			if l.InFile && l.reference(t, l.from) {
				t.Kind = Reference
			}
		default:
			v := *t
			l.Tokens = l.Tokens[:kept]
			if !l.value(&v, depth) && !l.skip(&v) {
				return false
			}
		}
	}
}

func (l *Lexer) dict(depth int) bool {
	for {
		t := l.Next()
		switch t.Kind {
		case Name:
			if !l.entry(&t, depth) {
				return false
			}
		case CloseArray, Integer, Real:
			l.Passed = true
		case Stray:
			l.Passed = true
			if t.Text[0] != '>' {
				break
			}
			fallthrough // one bracket of the two is missing
		case CloseDict:
			l.push(&Token{Kind: CloseDict})
			return true
		default:
			if t.Kind == Word {
				l.Pos = l.from
			}
			if !l.skip(&t) {
				return false
			}
		}
	}
}

// entry reads what belongs to a key. A key without a value, or with a word that is none, is dropped.
func (l *Lexer) entry(key *Token, depth int) bool {
	kept := len(l.Tokens)
	l.push(key)
	t := l.Next()
	if l.value(&t, depth) {
		return true
	}
	l.Tokens = l.Tokens[:kept]
	if t.Kind == CloseDict || t.Kind == Stray && t.Text[0] == '>' {
		return true // the dictionary goes on from its closing bracket
	}
	return l.skip(&t)
}

// skip passes over a stray word that stands here inside an array or a dictionary ("nan", a lone operator); keywords
// that end an object are no such words.
func (l *Lexer) skip(t *Token) bool {
	if l.Passed = true; t.Kind != Word {
		return false
	}
	switch string(t.Text) {
	case "endobj", "endstream", "stream", "obj", "xref", "trailer", "startxref":
		return false
	}
	l.Pos += len(t.Text)
	return true
}
