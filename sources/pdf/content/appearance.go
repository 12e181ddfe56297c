package content

import (
	"rapporteur/sources/pdf/lex"
	"rapporteur/sources/pdf/syntax"
)

// Appearance is the default appearance of a field (ISO 32000-1, 12.7.3.3): operators that set its text.
type Appearance struct {
	Fonts []FontName // in order; the last is the one that counts
	Size  float64    // of the last; 0 leaves the size to the reader
	Color []byte     // the operators that set the colour of what is filled
}

// FontName is a name of a font in a default appearance, and where it stands there, with its slash.
type FontName struct {
	Name    string
	At, End int
}

// Font is the name of the font that counts, "" where none is named.
func (a *Appearance) Font() string {
	if n := len(a.Fonts); n > 0 {
		return a.Fonts[n-1].Name
	}
	return ""
}

// mostOperands of the operators that are looked for.
const mostOperands = 4

// ReadAppearance reads a default appearance; other operators than those for font, size and colour are passed over.
func ReadAppearance(da []byte) *Appearance {
	a := &Appearance{}
	l := lex.Lexer{Data: da}
	var name FontName
	var operands []float64
	for {
		l.Space()
		at := l.Pos
		switch t := l.Next(); t.Kind {
		case lex.End:
			return a
		case lex.Name:
			name = FontName{string(t.Append(nil)), at, l.Pos}
			operands = operands[:0]
		case lex.Integer, lex.Real:
			if len(operands) < mostOperands {
				operands = append(operands, t.Number)
			}
		case lex.Word:
			a.operator(string(t.Text), name, operands)
			name, operands = FontName{}, operands[:0]
		}
	}
}

// operator takes an operator with its operands.
func (a *Appearance) operator(word string, name FontName, operands []float64) {
	switch want := map[string]int{"g": 1, "rg": 3, "k": 4}[word]; {
	case word == "Tf" && name.End > 0:
		a.Fonts = append(a.Fonts, name)
		a.Size = 0
		if len(operands) > 0 {
			a.Size = operands[0]
		}
	case want > 0 && want == len(operands):
		a.Color = a.Color[:0]
		for _, v := range operands {
			a.Color = append(syntax.AppendFloat(a.Color, v), ' ')
		}
		a.Color = append(append(a.Color, word...), '\n')
	}
}
