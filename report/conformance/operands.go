package conformance

import "rapporteur/sources/pdf/lex"

// mostWhole is from where on a lexer keeps an integer as a real.
const mostWhole = 1 << 53

// operands judges the operands of an operator by what a file may hold anywhere (ISO 19005-3, 6.1.6 and 6.1.13): of
// objects the program writes strings anew, of content it does not.
func (c *content) operands(ops []lex.Token) {
	for i := range ops {
		switch t := &ops[i]; t.Kind {
		case lex.Integer:
			if t.Number > mostInteger || t.Number < -mostInteger-1 {
				c.j.fail("limits", "")
			}
		case lex.Real:
			if t.Number > mostWhole || t.Number < -mostWhole { // as good as certainly an integer of many digits
				c.j.fail("limits", "")
			}
			c.j.real(t.Number)
		case lex.Name:
			if len(t.Text) > mostName && len(t.Append(nil)) > mostName {
				c.j.fail("limits", "")
			}
		case lex.Literal:
			if len(t.Text) > mostString && len(t.Append(nil)) > mostString {
				c.j.fail("limits-string", "")
			}
		case lex.Hex:
			c.hex(t)
		}
	}
}

// hex judges a string in hexadecimal digits: there are none but they, and two for each byte (6.1.6).
func (c *content) hex(t *lex.Token) {
	if len(t.Text) > 2*mostString && len(t.Append(nil)) > mostString {
		c.j.fail("limits-string", "")
	}
	if lex.PlainHex(t.Text) {
		return
	}
	digits := make([]byte, 0, len(t.Text))
	for _, b := range t.Text {
		if !lex.Blank(b) {
			digits = append(digits, b)
		}
	}
	if !lex.PlainHex(digits) {
		c.j.fail("hexadecimal", "")
	}
}
