package received

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"
)

//go:embed encodings.txt
var encodingList string

// Notdef is the name of the glyph that stands for a missing one.
const Notdef = ".notdef"

// Encoding gives the names of the glyphs of a simple font's codes, ".notdef" where the encoding has none; false for a
// name that is none of StandardEncoding, MacRomanEncoding, WinAnsiEncoding and MacExpertEncoding. What it gives is
// shared, and must not be changed.
func Encoding(name string) (names *[256]string, ok bool) {
	names, ok = encodings()[name]
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
			e = noCodes()
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
		"partialdiff": 182, "summation": 183, "product": 184, "pi": 185, "integral": 186, "Omega": 189, "radical": 195,
		"approxequal": 197, "Delta": 198, "lozenge": 215, "Euro": 219, "apple": 240}
	for code, name := range encodings()["MacRomanEncoding"] {
		if _, has := codes[name]; !has && name != Notdef {
			codes[name] = code
		}
	}
	return codes
})
