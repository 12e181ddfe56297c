package mail

import (
	"io"
	"mime"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"
)

// decodedWords is a text of a header, whose words beyond ASCII are encoded (RFC 2047), or stand there as they are.
func decodedWords(s string) string {
	decoder := mime.WordDecoder{CharsetReader: func(charset string, in io.Reader) (io.Reader, error) {
		e, err := htmlindex.Get(charset)
		if err != nil {
			return nil, err
		}
		return e.NewDecoder().Reader(in), nil
	}}
	if out, err := decoder.DecodeHeader(strings.ReplaceAll(s, "?= =?", "?==?")); err == nil {
		s = out
	}
	if !utf8.ValidString(s) {
		return eightBits([]byte(s))
	}
	return s
}

// eightBits reads a text of one byte a character, as Windows has it in the west.
func eightBits(data []byte) string {
	if utf8.Valid(data) {
		return string(data)
	}
	out, err := charmap.Windows1252.NewDecoder().Bytes(data)
	if err != nil {
		return strings.ToValidUTF8(string(data), "_")
	}
	return string(out)
}

// wide reads a text in UTF-16, little-endian.
func wide(data []byte) string {
	units := make([]uint16, 0, len(data)/2)
	for i := 0; i+1 < len(data); i += 2 {
		units = append(units, uint16(data[i])|uint16(data[i+1])<<8)
	}
	return string(utf16.Decode(units))
}
