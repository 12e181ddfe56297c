// Package builtin reads what font programs say of themselves: the names of their glyphs and which code shows which,
// where the PDF around them says nothing. From the bytes of a program into tables; nothing is drawn and nothing is
// measured. Programs come from anywhere: what cannot be read is not there.
package builtin

import (
	_ "embed"
	"strings"
	"sync"
)

// Encoding is the name of each code's glyph; "" where a code shows none.
type Encoding [256]string

//go:embed cffstrings.txt
var cffStrings string

// standardStrings are the names that every CFF program knows by number (Adobe technical note 5176, appendix A).
var standardStrings = sync.OnceValue(func() []string { return strings.Fields(cffStrings) })

// standardCodes are the codes of StandardEncoding in the order of its names, which is that of the standard strings
// from the second on: first and last of each stretch.
var standardCodes = [][2]int{{32, 126}, {161, 175}, {177, 180}, {182, 189}, {191, 191}, {193, 200}, {202, 203},
	{205, 208}, {225, 225}, {227, 227}, {232, 235}, {241, 241}, {245, 245}, {248, 251}}

// Standard is StandardEncoding (ISO 32000-1, annex D).
var Standard = sync.OnceValue(func() *Encoding {
	e, n := &Encoding{}, 1
	for _, stretch := range standardCodes {
		for c := stretch[0]; c <= stretch[1]; c++ {
			e[c] = standardStrings()[n]
			n++
		}
	}
	return e
})
