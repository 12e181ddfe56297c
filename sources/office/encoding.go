package office

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"golang.org/x/text/encoding/unicode"
)

// unicoded gives a part in UTF-8, whether it is in that or in UTF-16, which begins with a mark or with "<".
func unicoded(body io.Reader) io.Reader {
	b := bufio.NewReader(body)
	var order unicode.Endianness
	switch first, _ := b.Peek(2); string(first) {
	case "\xff\xfe", "<\x00":
		order = unicode.LittleEndian
	case "\xfe\xff", "\x00<":
		order = unicode.BigEndian
	default:
		return b
	}
	return unicode.UTF16(order, unicode.UseBOM).NewDecoder().Reader(b)
}

// charset reads the encodings that XML processors must know besides UTF-8 (XML 1.0, 4.3.3), as far as any word
// processor writes them.
func charset(label string, input io.Reader) (io.Reader, error) {
	if strings.EqualFold(label, "us-ascii") || strings.EqualFold(label, "utf-16") { // which is UTF-8 by now
		return input, nil
	}
	return nil, fmt.Errorf("%w: encoding %s", ErrBroken, label)
}
