package verify

import (
	"strings"
	"unicode/utf16"
)

// glyphState is what a font's ToUnicode says of a code.
type glyphState uint8

const (
	unmapped    glyphState = iota
	mapped                 // a text that can be read
	empty                  // a text of no characters
	replacement            // U+FFFD, which says that the text is not known
	unfit                  // U+0000, U+FEFF, U+FFFE: no text either (ISO 14289-1, 7.21.7)
)

// toUnicode is a ToUnicode CMap for codes of two bytes (ISO 32000-1, 9.10.3).
type toUnicode struct {
	states [1 << 16]glyphState
	texts  map[uint16]string
	left   int // entries that may still be set
}

// maxEntries bounds what all ranges together map: each code once, with room.
const maxEntries = 1 << 18

// parseToUnicode reads a decoded CMap. What it does not understand maps nothing.
func parseToUnicode(data []byte) *toUnicode {
	t := &toUnicode{texts: map[uint16]string{}, left: maxEntries}
	var s scanner
	s.reset(data)
	for op := s.next(); op != nil; op = s.next() {
		switch string(op) {
		case "endbfchar":
			ops := fromString(s.ops)
			for i := 0; i+1 < len(ops); i += 2 {
				if code, ok := code(ops[i].text); ok {
					t.set(code, utf16Text(ops[i+1].text, 0))
				}
			}
		case "endbfrange":
			t.ranges(s.ops)
		}
	}
	return t
}

// fromString are the operands from the first string on: the count before "beginbfchar" is an operator's, and gone.
func fromString(ops []token) []token {
	for len(ops) > 0 && ops[0].kind != str {
		ops = ops[1:]
	}
	return ops
}

func (t *toUnicode) ranges(ops []token) {
	for i := 0; i+2 < len(ops); {
		lo, ok1 := code(ops[i].text)
		hi, ok2 := code(ops[i+1].text)
		i += 2
		if ops[i].kind != openArray {
			if ok1 && ok2 && hi >= lo {
				for k := 0; k <= int(hi-lo) && t.left > 0; k++ {
					t.set(lo+uint16(k), utf16Text(ops[i].text, k))
				}
			}
			i++
			continue
		}
		for i++; i < len(ops) && ops[i].kind != closeArray; i++ {
			if ok1 && ok2 && lo <= hi {
				t.set(lo, utf16Text(ops[i].text, 0))
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
		t.states[code] = empty
	case strings.ContainsRune(text, '\uFFFD'):
		t.states[code] = replacement
	case strings.ContainsAny(text, "\x00\uFEFF\uFFFE"):
		t.states[code] = unfit
	default:
		t.states[code] = mapped
	}
}

// code reads a code of two bytes.
func code(b []byte) (uint16, bool) {
	if len(b) != 2 {
		return 0, false
	}
	return uint16(b[0])<<8 | uint16(b[1]), true
}

// utf16Text decodes UTF-16BE, its last unit raised by add, as a range counts on. A lone surrogate becomes U+FFFD.
func utf16Text(b []byte, add int) string {
	var buf [8]uint16
	u := buf[:0]
	for i := 0; i+1 < len(b); i += 2 {
		u = append(u, uint16(b[i])<<8|uint16(b[i+1]))
	}
	if len(u) > 0 {
		u[len(u)-1] += uint16(add)
	}
	return string(utf16.Decode(u))
}
