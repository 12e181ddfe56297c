package content

import (
	"strings"
	"sync"
	"unicode/utf16"
	"unicode/utf8"

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

// ToUnicode is a ToUnicode CMap for codes of one byte or of two (ISO 32000-1, 9.10.3). It is not changed once it is
// read.
type ToUnicode struct {
	rows  [256]*[256]meaning // by the high byte of the code and the low; most fonts have few rows
	left  int                // entries that may still be set
	bytes int                // of a code
	buf   []byte

	listing sync.Once
	texts   map[uint16]string
	unfit   []uint16
}

// meaning is what a map says of a code; Unmapped where it says nothing.
type meaning struct {
	text  string
	state GlyphState
}

// maxEntries bounds what all ranges together map: each code once, with room.
const maxEntries = 1 << 18

// ReadToUnicode reads a decoded CMap; the codes of a simple font are of one byte, and written with two by some. What
// it does not understand maps nothing.
func ReadToUnicode(data []byte, simple bool) *ToUnicode {
	t := &ToUnicode{left: maxEntries, bytes: 2}
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

// of is what the map says of a code.
func (t *ToUnicode) of(code uint16) (m meaning) {
	if row := t.rows[code>>8]; row != nil {
		m = row[code&0xFF]
	}
	return m
}

// each gives every code that the map speaks of to see, in order.
func (t *ToUnicode) each(see func(code uint16, m *meaning)) {
	for high, row := range t.rows {
		if row == nil {
			continue
		}
		for low := range row {
			if m := &row[low]; m.state != Unmapped {
				see(uint16(high<<8|low), m)
			}
		}
	}
}

// Text is the text of a code, "" where it has none.
func (t *ToUnicode) Text(code uint16) string {
	if m := t.of(code); m.state == Mapped || m.state == Replacement {
		return m.text
	}
	return ""
}

// Texts gives the texts of codes that have one, and the codes whose text is none that may stand there. What it gives is
// shared, and must not be changed.
func (t *ToUnicode) Texts() (texts map[uint16]string, unfit []uint16) {
	t.listing.Do(func() {
		t.texts = map[uint16]string{}
		t.each(func(code uint16, m *meaning) {
			switch m.state {
			case Mapped, Replacement:
				t.texts[code] = m.text
			case Unfit:
				t.unfit = append(t.unfit, code)
			}
		})
	})
	return t.texts, t.unfit
}

// fromString are the operands from the first string on: the count before "beginbfchar" is an operator's, and gone.
func fromString(ops []lex.Token) []lex.Token {
	for len(ops) > 0 && ops[0].Kind != lex.Hex && ops[0].Kind != lex.Literal {
		ops = ops[1:]
	}
	return ops
}

func (t *ToUnicode) ranges(ops []lex.Token) {
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

func (t *ToUnicode) set(code uint16, text string) {
	if t.left--; t.left < 0 {
		return
	}
	row := t.rows[code>>8]
	if row == nil {
		row = new([256]meaning)
		t.rows[code>>8] = row
	}
	row[code&0xFF] = meaning{text, stateOf(text)}
}

// stateOf says what a text is.
func stateOf(text string) GlyphState {
	switch {
	case text == "":
		return Empty
	case len(text) == 1 && text[0] > 0:
		return Mapped
	case strings.ContainsRune(text, '\uFFFD'):
		return Replacement
	case strings.ContainsAny(text, "\x00\uFEFF\uFFFE"):
		return Unfit
	}
	return Mapped
}

// code reads a code.
func (t *ToUnicode) code(o *lex.Token) (uint16, bool) {
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
func (t *ToUnicode) text(o *lex.Token, add int) string {
	t.buf = o.Append(t.buf[:0])
	var room [8]uint16
	u := room[:0]
	for b := t.buf; len(b) > 1; b = b[2:] {
		u = append(u, uint16(b[0])<<8|uint16(b[1]))
	}
	if len(u) > 0 {
		u[len(u)-1] += uint16(add)
	}
	if len(u) == 1 && u[0] < utf8.RuneSelf { // most are; the text of one byte takes no memory
		return string([]byte{byte(u[0])})
	}
	return string(utf16.Decode(u))
}
