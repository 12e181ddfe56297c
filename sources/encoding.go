package sources

import (
	"bytes"
	"fmt"
	"unicode/utf8"

	"rapporteur/sources/diag"
)

// decode checks that data is text in UTF-8 that every later pass can bear, takes a byte order mark off and makes every
// line end a line feed. Lines and columns stay right: the mark
// does not count as a character, and the end of a line comes after its last column.
// False where a diagnostic says why not.
func decode(file string, data []byte, bag *diag.Bag) ([]byte, bool) {
	if name := wideEncoding(data); name != "" {
		bag.Add("not-utf8", diag.Pos{File: file, Line: 1, Column: 1}, diag.Args{"found": name})
		return nil, false
	}
	if isDocument(data) {
		bag.Add("not-text", diag.Pos{File: file, Line: 1, Column: 1}, diag.Args{"file": file})
		return nil, false
	}
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	if bytes.IndexByte(data, '\r') >= 0 {
		data = bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n"))
		data = bytes.ReplaceAll(data, []byte("\r"), []byte("\n"))
	}
	line, column, sound := 1, 1, true
	for i := 0; i < len(data); {
		c := data[i]
		if c == '\n' {
			line, column, i = line+1, 1, i+1
			continue
		}
		if c >= ' ' && c < 0x7f || c == '\t' {
			column, i = column+1, i+1
			continue
		}
		r, size := utf8.DecodeRune(data[i:])
		pos := diag.Pos{File: file, Line: line, Column: column}
		switch {
		case r == utf8.RuneError && size == 1:
			bag.Add("not-utf8", pos, diag.Args{"found": fmt.Sprintf("0x%02X", c)})
			return nil, false // one is enough: every accent of the file would be another
		case unprintable(r) != "":
			bag.Add(unprintable(r), pos, diag.Args{"character": fmt.Sprintf("U+%04X", r)})
			sound = false
		}
		column, i = column+1, i+size
	}
	return data, sound
}

// unprintable gives the diagnostic for a character that no text may hold, however it is written; "" for all others.
// XML knows U+FFFE and U+FFFF as little as control characters (XML 1.0, 2.2), and a report's metadata are XML.
func unprintable(r rune) string {
	switch {
	case r == 0x85 || r == 0x2028 || r == 0x2029:
		return "line-separator"
	case r < ' ' && r != '\n' && r != '\t', r >= 0x7f && r < 0xa0, r == 0xfffe, r == 0xffff:
		return "control-character"
	}
	return ""
}

// isDocument reports whether data is a file of a word processor, a spreadsheet or a PDF: a wrong character in it would
// be told for each of its bytes.
func isDocument(data []byte) bool {
	for _, magic := range []string{"PK\x03\x04", "\xd0\xcf\x11\xe0", "{\\rtf", "%PDF-", "\x89PNG", "\xff\xd8\xff"} {
		if bytes.HasPrefix(data, []byte(magic)) {
			return true
		}
	}
	return false
}

// wideEncoding names UTF-16 or UTF-32, by their mark or by the zero bytes that Latin letters have in them.
func wideEncoding(data []byte) string {
	switch {
	case bytes.HasPrefix(data, []byte{0xff, 0xfe, 0, 0}), bytes.HasPrefix(data, []byte{0, 0, 0xfe, 0xff}):
		return "UTF-32"
	case bytes.HasPrefix(data, []byte{0xff, 0xfe}), bytes.HasPrefix(data, []byte{0xfe, 0xff}):
		return "UTF-16"
	}
	head := data[:min(len(data), 4)]
	if len(head) == 4 && (head[0] == 0 && head[1] != 0 && head[2] == 0 && head[3] != 0 || head[0] != 0 &&
		head[1] == 0 && head[2] != 0 && head[3] == 0) {
		return "UTF-16"
	}
	return ""
}
