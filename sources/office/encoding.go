package office

import (
	"bufio"
	"encoding/binary"
	"fmt"
	"io"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// unicoded gives a part in UTF-8, whether it is in that or in UTF-16, which begins with a mark or with "<".
func unicoded(body io.Reader) io.Reader {
	b := bufio.NewReader(body)
	var order binary.ByteOrder
	switch first, _ := b.Peek(2); string(first) {
	case "\xff\xfe", "<\x00":
		order = binary.LittleEndian
	case "\xfe\xff", "\x00<":
		order = binary.BigEndian
	default:
		return b
	}
	return &doubleBytes{from: b, order: order}
}

// doubleBytes turns UTF-16 into UTF-8 as it is read.
type doubleBytes struct {
	from  *bufio.Reader
	order binary.ByteOrder
	ready []byte // UTF-8 that nobody has read yet
}

// Read implements io.Reader.
func (w *doubleBytes) Read(b []byte) (int, error) {
	for len(w.ready) < min(len(b), 4096) {
		unit, err := w.unit()
		if err != nil {
			if len(w.ready) > 0 {
				break
			}
			return 0, err
		}
		r := rune(unit)
		if utf16.IsSurrogate(r) {
			second, err := w.unit()
			if err != nil {
				return 0, io.ErrUnexpectedEOF
			}
			r = utf16.DecodeRune(r, rune(second))
		}
		if r != '\ufeff' {
			w.ready = utf8.AppendRune(w.ready, r)
		}
	}
	n := copy(b, w.ready)
	w.ready = w.ready[n:]
	return n, nil
}

func (w *doubleBytes) unit() (uint16, error) {
	var pair [2]byte
	if _, err := io.ReadFull(w.from, pair[:]); err != nil {
		return 0, err
	}
	return w.order.Uint16(pair[:]), nil
}

// charset reads the encodings that XML processors must know besides UTF-8 (XML 1.0, 4.3.3), as far as any word
// processor writes them.
func charset(label string, input io.Reader) (io.Reader, error) {
	if strings.EqualFold(label, "us-ascii") || strings.EqualFold(label, "utf-16") { // which is UTF-8 by now
		return input, nil
	}
	return nil, fmt.Errorf("%w: encoding %s", ErrBroken, label)
}
