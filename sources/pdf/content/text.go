package content

import (
	"rapporteur/sources/pdf"
	"rapporteur/sources/pdf/lex"
)

// textOperator carries out an operator of text (ISO 32000-1, 9); false when it is none.
func (in *Interpreter) textOperator(op string, ops []lex.Token) bool {
	st := &in.state
	n := len(ops)
	switch op {
	case "Tj":
		if in.narrow() {
			in.sweep(ops)
		} else if n > 0 {
			in.show(in.bytes(&ops[n-1]))
		}
	case "TJ":
		if in.narrow() {
			in.sweep(ops)
			break
		}
		placed := in.placed()
		for i := range ops {
			switch t := &ops[i]; {
			case t.Kind == lex.Literal || t.Kind == lex.Hex:
				in.show(in.bytes(t))
			case placed && (t.Kind == lex.Integer || t.Kind == lex.Real):
				in.adjust(-t.Number / 1000 * st.size)
			}
		}
	case "Tf":
		if n >= 2 {
			st.size = ops[n-1].Number
			in.setFont(&ops[n-2])
		}
	case "Td", "TD":
		if v, ok := numbers(ops, 2); ok {
			if op == "TD" {
				st.lead = -v[1]
			}
			in.newLine(v[0], v[1])
		}
	case "T*":
		in.newLine(0, -st.lead)
	case "'", "\"":
		if v, ok := numbers(ops[:max(n-1, 0)], 2); ok && op == "\"" {
			st.space, st.char = v[0], v[1]
		}
		in.newLine(0, -st.lead)
		if in.narrow() {
			in.sweep(ops[max(n-1, 0):])
		} else if n > 0 {
			in.show(in.bytes(&ops[n-1]))
		}
	case "Tm":
		if m, ok := pdf.MatrixOf(ops); ok {
			in.text, in.line = m, m
		}
	case "BT":
		in.text, in.line = pdf.Identity, pdf.Identity
	case "ET":
	case "Tc", "Tw", "TL", "Ts", "Tz", "Tr":
		in.textState(op, ops)
	default:
		return false
	}
	return true
}

func (in *Interpreter) textState(op string, ops []lex.Token) {
	v, ok := numbers(ops, 1)
	if !ok {
		return
	}
	switch st := &in.state; op {
	case "Tc":
		st.char = v[0]
	case "Tw":
		st.space = v[0]
	case "TL":
		st.lead = v[0]
	case "Ts":
		st.rise = v[0]
	case "Tz":
		st.tz = v[0] / 100
	case "Tr":
		st.hidden = v[0] == 3 || v[0] == 7
	}
}

// adjust moves on along the line, in units of text space (ISO 32000-1, 9.4.4): the scale of Tz is for lines that run
// across the page.
func (in *Interpreter) adjust(by float64) {
	x, y := by*in.state.tz, 0.0
	if f := in.state.font; f != nil && f.vertical {
		x, y = 0, by
	}
	in.text[4] += x*in.text[0] + y*in.text[2]
	in.text[5] += x*in.text[1] + y*in.text[3]
}

func (in *Interpreter) newLine(x, y float64) {
	in.line = pdf.Matrix{1, 0, 0, 1, x, y}.Of(in.line)
	in.text = in.line
}

// show shows the codes of a string.
func (in *Interpreter) show(b []byte) {
	f := in.state.font
	if f == nil || f.unicode == nil {
		in.fault(f, 0, Unmapped)
	}
	if f == nil {
		return
	}
	placed := in.placed()
	said := in.Letters && in.mark.ID > 0 && !in.mark.Artifact
	if f.simple {
		for _, c := range b {
			if said {
				in.shown.Letters.add(f.text(uint16(c)))
			}
			if f.unicode != nil {
				if m := f.unicode.of(uint16(c)); m.state != Mapped {
					in.fault(f, uint16(c), m.state)
				}
			}
			if placed && in.left >= 0 {
				in.glyph(f, uint16(c))
			}
		}
		return
	}
	for i := 0; i+1 < len(b); i += 2 {
		c := uint16(b[i])<<8 | uint16(b[i+1])
		if said {
			in.shown.Letters.add(f.text(c))
		}
		if f.unicode != nil {
			if s := f.unicode.of(c).state; s != Mapped || c == 0 {
				in.fault(f, c, s)
			}
		}
		if placed && in.left >= 0 {
			in.glyph(f, c)
		}
	}
}

// fault notes a fault once a page.
func (in *Interpreter) fault(f *Font, c uint16, s GlyphState) {
	if g := (Fault{f, c, s}); !in.told[g] {
		in.told[g] = true
		in.shown.Faults = append(in.shown.Faults, g)
	}
}
