package builtin

import (
	"bytes"
	"strconv"
)

// most bounds what is read of a Type 1 program's open part: real ones have some kilobytes.
const most = 1 << 18

// Type1 gives the encoding of a Type 1 program (Adobe Type 1 Font Format, 2.2), which stands in its open part: Standard
// where it says so; false where it says nothing.
func Type1(program []byte) (*Encoding, bool) {
	open, _, _ := bytes.Cut(program[:min(len(program), most)], []byte("eexec"))
	_, rest, found := bytes.Cut(open, []byte("/Encoding"))
	if !found {
		return nil, false
	}
	words := bytes.Fields(separated(rest))
	if len(words) > 0 && string(words[0]) == "StandardEncoding" {
		return Standard(), true
	}
	e, any := &Encoding{}, false
	for i := 0; i+3 < len(words); i++ {
		if w := string(words[i]); w == "def" || w == "readonly" {
			if any {
				break
			}
			continue
		}
		if string(words[i]) != "dup" || words[i+2][0] != '/' || string(words[i+3]) != "put" {
			continue
		}
		if c, err := code(string(words[i+1])); err == nil && c >= 0 && c < 256 {
			e[c], any = string(words[i+2][1:]), true
		}
	}
	for c, name := range e {
		if name == ".notdef" {
			e[c] = ""
		}
	}
	return e, any
}

// code reads a number, which may have its base before it: 8#101.
func code(word string) (int64, error) {
	if base, digits, ok := bytes.Cut([]byte(word), []byte("#")); ok {
		b, err := strconv.Atoi(string(base))
		if err != nil || b < 2 || b > 36 {
			return 0, strconv.ErrSyntax
		}
		return strconv.ParseInt(string(digits), b, 32)
	}
	return strconv.ParseInt(word, 10, 32)
}

// separated puts a blank before each name, which may stand right behind a number.
func separated(b []byte) []byte { return bytes.ReplaceAll(b, []byte("/"), []byte(" /")) }
