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
	states []GlyphState // by code, as far as any has one
	texts  map[uint16]string
	wide   []wideRange
	left   int // entries that may still be set
	bytes  int // of a code
	buf    []byte
}

// wideRange is a range of many codes. Their texts are made when they are asked for: one line of a file can map all
// 65,536 codes, in each of a thousand fonts, and no page shows them.
type wideRange struct {
	lo, hi uint16
	first  []uint16 // the text of lo, in UTF-16
}

// A range is wide from wideFrom codes on; a second byte counts no further (ISO 32000-1, 9.10.3), but some writers know
// no better. maxWide bounds how many a font may have.
const wideFrom, maxWide = 257, 64

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
	t.each(func(code uint16, text string) {
		switch t.state(code) {
		case Mapped, Replacement:
			texts[code] = text
		case Unfit:
			unfit = append(unfit, code)
		}
	})
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
				t.span(lo, hi, &ops[i])
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

// span maps codes from lo to hi to texts that count on from that of the first.
func (t *toUnicode) span(lo, hi uint16, text *lex.Token) {
	count := min(int(hi-lo)+1, max(t.left, 0))
	if count < wideFrom || len(t.wide) == maxWide {
		for k := range count {
			t.set(lo+uint16(k), t.text(text, k))
		}
		return
	}
	t.left -= count
	w := wideRange{lo: lo, hi: lo + uint16(count-1), first: t.units(text, nil)}
	for c := range t.texts { // what is said last counts
		if w.has(c) {
			delete(t.texts, c)
			t.states[c] = Unmapped
		}
	}
	t.wide = append(t.wide, w)
}

func (t *toUnicode) set(code uint16, text string) {
	if t.left--; t.left < 0 {
		return
	}
	t.texts[code] = text
	if n := int(code) + 1; n > len(t.states) {
		t.states = append(t.states, make([]GlyphState, n-len(t.states))...)
	}
	t.states[code] = stateOf(text)
}

func stateOf(text string) GlyphState {
	switch {
	case text == "":
		return Empty
	case strings.ContainsRune(text, '\uFFFD'):
		return Replacement
	case strings.ContainsAny(text, "\x00\uFEFF\uFFFE"):
		return Unfit
	}
	return Mapped
}

// of is the text of a code; false where it has none.
func (t *toUnicode) of(code uint16) (string, bool) {
	if text, ok := t.texts[code]; ok || len(t.wide) == 0 {
		return text, ok
	}
	for i := len(t.wide) - 1; i >= 0; i-- {
		if w := &t.wide[i]; w.has(code) {
			return w.text(code), true
		}
	}
	return "", false
}

// state is what is said of a code.
func (t *toUnicode) state(code uint16) GlyphState {
	if int(code) < len(t.states) && t.states[code] != Unmapped {
		return t.states[code]
	}
	if len(t.wide) > 0 {
		if text, ok := t.of(code); ok {
			return stateOf(text)
		}
	}
	return Unmapped
}

// each calls yield with each code that has a text, once.
func (t *toUnicode) each(yield func(code uint16, text string)) {
	for c, text := range t.texts {
		yield(c, text)
	}
	if len(t.wide) == 0 {
		return
	}
	for c := range 1 << 16 {
		if _, single := t.texts[uint16(c)]; !single {
			if text, ok := t.of(uint16(c)); ok {
				yield(uint16(c), text)
			}
		}
	}
}

func (w *wideRange) has(code uint16) bool { return w.lo <= code && code <= w.hi }

// text is that of a code of the range.
func (w *wideRange) text(code uint16) string {
	u := slices.Clone(w.first)
	if n := len(u); n > 0 {
		u[n-1] += code - w.lo
	}
	return string(utf16.Decode(u))
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
	var room [8]uint16
	u := t.units(o, room[:0])
	if len(u) > 0 {
		u[len(u)-1] += uint16(add)
	}
	return string(utf16.Decode(u))
}

// units appends those of a string.
func (t *toUnicode) units(o *lex.Token, u []uint16) []uint16 {
	t.buf = o.Append(t.buf[:0])
	for b := t.buf; len(b) > 1; b = b[2:] {
		u = append(u, uint16(b[0])<<8|uint16(b[1]))
	}
	return u
}
