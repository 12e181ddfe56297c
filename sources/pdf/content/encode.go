package content

import (
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// Encoder writes text in the codes of a font, for looks that a form lacks.
type Encoder struct {
	font  *Font
	codes map[string]uint16
}

// Encoder is the encoder of the font that o is or refers to.
func (in *Interpreter) Encoder(o types.Object) *Encoder {
	f := in.readFont(in.doc.Dict(o))
	e := &Encoder{font: f, codes: map[string]uint16{}}
	if f.unicode != nil {
		f.unicode.each(func(c uint16, m *meaning) { e.add(m.text, c) })
	}
	for c := range uint16(256) {
		if f.unicode == nil || f.unicode.of(c).text == "" {
			e.add(f.encoded(c), c)
		}
	}
	return e
}

// add notes the code of a text; of several the lowest counts.
func (e *Encoder) add(text string, code uint16) {
	if old, has := e.codes[text]; text != "" && (!has || code < old) {
		e.codes[text] = code
	}
}

// Encode gives the codes of a line of text, how wide it is in thousandths of the size, and the characters that the font
// does not have, which are left out.
func (e *Encoder) Encode(text string) (codes []byte, width float64, lost []rune) {
	for _, r := range text {
		c, ok := e.codes[string(r)]
		if !ok && r == '\u00A0' {
			c, ok = e.codes[" "]
		}
		if !ok {
			lost = append(lost, r)
			continue
		}
		if !e.font.simple {
			codes = append(codes, byte(c>>8))
		}
		codes = append(codes, byte(c))
		width += e.font.width(c)
	}
	return codes, width, lost
}
