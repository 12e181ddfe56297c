package received

import (
	"bytes"
	"strconv"
	"strings"
)

// maxClear bounds what is read of the part in the clear: real ones have some kilobytes.
const maxClear = 1 << 18

// encodingOf reads the encoding of a Type 1 program, which stands in its part in the clear (Adobe Type 1 Font Format,
// 2.2): StandardEncoding by name, or "dup code /name put" for each code; nil where there is neither.
func encodingOf(clear []byte) *[256]string {
	_, rest, _ := bytes.Cut(clear[:min(len(clear), maxClear)], []byte("/Encoding"))
	fields := strings.Fields(strings.ReplaceAll(string(rest), "/", " /")) // a name may stand right behind a number
	if len(fields) > 0 && fields[0] == "StandardEncoding" {
		standard, _ := Encoding("StandardEncoding")
		return standard
	}
	var own *[256]string
	for i := 0; i+3 < len(fields); i++ {
		switch f := fields[i : i+4]; {
		case f[0] == "def" || f[0] == "readonly":
			if own != nil {
				return own
			}
		case f[0] == "dup" && f[2][0] == '/' && f[3] == "put":
			if own == nil {
				own = noCodes()
			}
			if code, err := number(f[1]); err == nil && code >= 0 && code < 256 {
				own[code] = f[2][1:]
			}
		}
	}
	return own
}

// noCodes is an encoding without a glyph.
func noCodes() *[256]string {
	e := new([256]string)
	for code := range e {
		e[code] = Notdef
	}
	return e
}

// number reads a number, which may have its base before it: 8#101.
func number(word string) (int64, error) {
	base, digits, ok := strings.Cut(word, "#")
	if !ok {
		return strconv.ParseInt(word, 10, 32)
	}
	b, err := strconv.Atoi(base)
	if err != nil || b < 2 || b > 36 {
		return 0, strconv.ErrSyntax
	}
	return strconv.ParseInt(digits, b, 32)
}
