package content

import (
	"slices"
	"strings"
	"unicode/utf16"

	"rapporteur/sources/pdf/lex"
)

// GlyphState is what a font's ToUnicode says of a code.
type GlyphState uint8

// The states of glyphs.
const (
	Unmapped    GlyphState = iota
	Mapped                 // a text that can be read
	Empty                  // a text of no characters
	Replacement            // U+FFFD, which says that the text is not known
	Unfit                  // U+0000, U+FEFF, U+FFFE: no text either (ISO 14289-1, 7.21.7)
	TooMuch                // of no glyph: the page holds more than is read, and what comes behind is not known
)

// toUnicode is a ToUnicode CMap for codes of one byte or of two (ISO 32000-1, 9.10.3).
type toUnicode struct {
	states [1 << 16]GlyphState
	texts  map[uint16]string
	left   int // entries that may still be set
	bytes  int // of a code
	buf    []byte
}

// maxEntries bounds what all ranges together map: each code once, with room.
const maxEntries = 1 << 18

// parseToUnicode reads a decoded CMap; the codes of a simple font are of one byte, and written with two by some. What
// it does not understand maps nothing.
func parseToUnicode(data []byte, simple bool) *toUnicode {
	t := &toUnicode{texts: map[uint16]string{}, left: maxEntries, bytes: 2}
	if simple {
		t.bytes = 1
	}
	var in lex.Operators
	in.Reset(data)
	for op := in.Next(); op != nil; op = in.Next() {
		switch string(op) {
		case "endbfchar":
			ops := fromString(in.Operands)
			for i := 0; i+1 < len(ops); i += 2 {
				if code, ok := t.code(&ops[i]); ok {
					t.set(code, t.text(&ops[i+1], 0))
				}
			}
		case "endbfrange":
			t.ranges(fromString(in.Operands))
		}
	}
	return t
}

// Texts reads a decoded ToUnicode CMap, of a simple font or not: the texts of codes that have one, and the codes whose
// text is none that may stand there.
func Texts(data []byte, simple bool) (texts map[uint16]string, unfit []uint16) {
	t := parseToUnicode(data, simple)
	texts = map[uint16]string{}
	for code, text := range t.texts {
		switch t.states[code] {
		case Mapped, Replacement:
			texts[code] = text
		case Unfit:
			unfit = append(unfit, code)
		}
	}
	slices.Sort(unfit)
	return texts, unfit
}

// fromString are the operands from the first string on: the count before "beginbfchar" is an operator's, and gone.
func fromString(ops []lex.Token) []lex.Token {
	for len(ops) > 0 && ops[0].Kind != lex.Hex && ops[0].Kind != lex.Literal {
		ops = ops[1:]
	}
	return ops
}

func (t *toUnicode) ranges(ops []lex.Token) {
	for i := 0; i+2 < len(ops); {
		lo, ok1 := t.code(&ops[i])
		hi, ok2 := t.code(&ops[i+1])
		i += 2
		if ops[i].Kind != lex.OpenArray {
			if ok1 && ok2 && hi >= lo {
				for k := 0; k <= int(hi-lo) && t.left > 0; k++ {
					t.set(lo+uint16(k), t.text(&ops[i], k))
				}
			}
			i++
			continue
		}
		for i++; i < len(ops) && ops[i].Kind != lex.CloseArray; i++ {
			if ok1 && ok2 && lo <= hi {
				t.set(lo, t.text(&ops[i], 0))
				if lo++; lo == 0 {
					ok1 = false
				}
			}
		}
		i++
	}
}

func (t *toUnicode) set(code uint16, text string) {
	if t.left--; t.left < 0 {
		return
	}
	t.texts[code] = text
	switch {
	case text == "":
		t.states[code] = Empty
	case strings.ContainsRune(text, '\uFFFD'):
		t.states[code] = Replacement
	case strings.ContainsAny(text, "\x00\uFEFF\uFFFE"):
		t.states[code] = Unfit
	default:
		t.states[code] = Mapped
	}
}

// code reads a code.
func (t *toUnicode) code(o *lex.Token) (uint16, bool) {
	t.buf = o.Append(t.buf[:0])
	switch b := t.buf; {
	case o.Kind != lex.Hex && o.Kind != lex.Literal:
	case len(b) == 1 && t.bytes == 1:
		return uint16(b[0]), true
	case len(b) == 2:
		return uint16(b[0])<<8 | uint16(b[1]), true
	}
	return 0, false
}

// text decodes a string of UTF-16BE, its last unit raised by add, as a range counts on. A lone surrogate becomes
// U+FFFD.
func (t *toUnicode) text(o *lex.Token, add int) string {
	t.buf = o.Append(t.buf[:0])
	var room [8]uint16
	u := room[:0]
	for b := t.buf; len(b) > 1; b = b[2:] {
		u = append(u, uint16(b[0])<<8|uint16(b[1]))
	}
	if len(u) > 0 {
		u[len(u)-1] += uint16(add)
	}
	return string(utf16.Decode(u))
}
