package office

import (
	"strings"
	"unicode"
)

// Formulas are set on one line, as they are typed and read out (Unicode Technical Note 28): a fraction with a slash, a
// root with its sign, with brackets wherever they would else be read otherwise. What stands above and below the line
// stands there in the report as well. Word, OpenDocument and Word's old fields are three ways to write the same.

// formula is a part of a formula: stretches of characters, each with its look. flat says that something of its shape is
// lost on the line.
type formula struct {
	pieces []piece
	flat   bool
}

type piece struct {
	text     string
	slanted  bool
	vertical string // superscript, subscript, or "" for on the line
}

func (p piece) look() props {
	look := props{vertical: p.vertical}
	if p.slanted {
		look.set, look.said = togItalic, togItalic
	}
	return look
}

// sign is a formula of plain characters.
func sign(text string) formula {
	if text == "" {
		return formula{}
	}
	return formula{pieces: []piece{{text: text}}}
}

// symbolsOf gives the characters of a formula: letters that stand for something are slanted.
func symbolsOf(text string, upright bool) formula {
	var f formula
	from := 0
	letter := func(r rune) bool {
		return !upright && unicode.In(r, unicode.Latin, unicode.Greek) && unicode.IsLetter(r)
	}
	add := func(to int) {
		if to > from {
			part := text[from:to]
			f.pieces = append(f.pieces, piece{text: part, slanted: strings.ContainsFunc(part, letter)})
			from = to
		}
	}
	was := false
	for i, r := range text {
		if is := letter(r); is != was {
			add(i)
			was = is
		}
	}
	add(len(text))
	return f
}

// then puts formulas one after the other.
func (f formula) then(others ...formula) formula {
	out := formula{append([]piece(nil), f.pieces...), f.flat}
	for _, o := range others {
		out.pieces = append(out.pieces, o.pieces...)
		out.flat = out.flat || o.flat
	}
	return out
}

func (f formula) text() string {
	var b strings.Builder
	for _, p := range f.pieces {
		b.WriteString(p.text)
	}
	return b.String()
}

// grouped puts brackets around what is more than one sign, number or word, or already stands in brackets.
func (f formula) grouped() formula {
	text := strings.TrimSpace(f.text())
	alone := !strings.ContainsFunc(text, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) && r != '.' && r != ','
	})
	if alone || bracketed(text) {
		return f
	}
	return sign("(").then(f, sign(")"))
}

// bracketed reports whether a text stands in one pair of brackets as a whole.
func bracketed(text string) bool {
	depth := 0
	for i, r := range text {
		switch r {
		case '(':
			depth++
		case ')':
			depth--
		}
		if depth == 0 {
			return i > 0 && i == len(text)-1
		}
	}
	return false
}

// raised stands above the line, or below it. What stands there above or below something else is written with a sign.
func (f formula) raised(where string) formula {
	mark := map[string]string{"superscript": "^", "subscript": "_"}
	out := formula{flat: f.flat}
	for _, p := range f.pieces {
		if p.vertical != "" {
			p.text, out.flat = mark[p.vertical]+p.text, true
		}
		p.vertical = where
		out.pieces = append(out.pieces, p)
	}
	return out
}

// over is a fraction.
func (f formula) over(below formula) formula {
	out := f.grouped().then(sign("/"), below.grouped())
	out.flat = true
	return out
}

// root is the root of f, of a degree where one is given.
func (f formula) root(degree formula) formula {
	out := degree.raised("superscript").then(sign("√"), f.grouped())
	out.flat = true
	return out
}

// listed puts formulas into one with a sign between them, as rows and cells of a matrix are.
func listed(list []formula, between string) formula {
	var out formula
	for i, f := range list {
		if i > 0 && between != "" {
			out.pieces = append(out.pieces, piece{text: between})
		}
		out.pieces, out.flat = append(out.pieces, f.pieces...), out.flat || f.flat
	}
	return out
}

// marked puts a sign over or under f: a combining one after its letters.
func (f formula) marked(mark string) formula {
	out := f.then(sign(mark))
	if n := len(f.pieces); n > 0 && mark != "" && strings.IndexFunc(mark, unicode.IsMark) == 0 {
		out = f.then()
		out.pieces[n-1].text += mark
	}
	return out
}
