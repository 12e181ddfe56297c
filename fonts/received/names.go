// Package received reads the font programs that originals bring along: which glyphs a program has, how wide each is,
// what
// it is called, and which character or code leads to it. From the bytes of a TrueType, OpenType, CFF or Type 1
// program
// into a Program.
//
// It draws nothing and mends nothing, and of PDF it knows the encodings alone. Programs are hostile: every offset is
// checked, every recursion and every count has a cap.
package received

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"
)

//go:embed glyphlist.txt
var glyphList string

//go:embed encodings.txt
var encodingList string

//go:embed macintosh.txt
var macintoshList string

// Notdef is the name of the glyph that stands for a missing one.
const Notdef = ".notdef"

// Text is the text of a glyph by its name, as the Adobe Glyph List has it; false for a name that is not in the list.
func Text(glyph string) (string, bool) {
	t, ok := texts()[glyph]
	return t, ok
}

var texts = sync.OnceValue(func() map[string]string {
	m := make(map[string]string, 4400)
	for line := range strings.Lines(glyphList) {
		name, codes, ok := strings.Cut(strings.TrimSpace(line), ";")
		if !ok || strings.HasPrefix(name, "#") {
			continue
		}
		var b strings.Builder
		for code := range strings.FieldsSeq(codes) {
			n, _ := strconv.ParseUint(code, 16, 32)
			b.WriteRune(rune(n))
		}
		m[name] = b.String()
	}
	return m
})

// Encoding gives the names of the glyphs of a simple font's codes, ".notdef" where the encoding has none; false for a
// name that is none of StandardEncoding, MacRomanEncoding, WinAnsiEncoding and MacExpertEncoding.
func Encoding(name string) (names [256]string, ok bool) {
	e, ok := encodings()[name]
	if ok {
		names = *e
	}
	return names, ok
}

var encodings = sync.OnceValue(func() map[string]*[256]string {
	all := map[string]*[256]string{}
	var e *[256]string
	for line := range strings.Lines(encodingList) {
		fields := strings.Fields(line)
		switch {
		case fields[0] == "#":
		case fields[0] == "=":
			e = new([256]string)
			for i := range e {
				e[i] = Notdef
			}
			all[fields[1]] = e
		default:
			from, _ := strconv.Atoi(fields[0])
			for i, name := range fields[1:] {
				e[from+i] = name
			}
		}
	}
	return all
})

// macCodes are the codes of the Macintosh's own character set, by the names of glyphs: MacRomanEncoding, and what
// ISO 32000-1, 9.6.6.4, adds to it.
var macCodes = sync.OnceValue(func() map[string]int {
	codes := map[string]int{"notequal": 173, "infinity": 176, "lessequal": 178, "greaterequal": 179,
		"partialdiff": 182,
		"summation":   183, "product": 184, "pi": 185, "integral": 186, "Omega": 189, "radical": 195,
		"approxequal": 197, "Delta": 198, "lozenge": 215, "Euro": 219, "apple": 240}
	for code, name := range encodings()["MacRomanEncoding"] {
		if _, has := codes[name]; !has && name != Notdef {
			codes[name] = code
		}
	}
	return codes
})

// words are the names in a list, without its first line, which says what they are.
func words(list string) []string {
	_, list, _ = strings.Cut(list, "\n")
	return strings.Fields(list)
}

var macintosh = sync.OnceValue(func() []string { return words(macintoshList) })
