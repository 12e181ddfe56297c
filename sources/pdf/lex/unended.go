package lex

import "bytes"

// unended is what keeps the last inline image of a content stream from ending there.
type unended struct {
	head    string // what ends its dictionary, where the content breaks off in that
	open    bool   // no EI was found
	missing int    // bytes of its data, where their number is known: some readers take what comes next for them
	coded   byte   // the filter undone first, if it has an end of its own: 'A' ASCII85, 'H' ASCIIHex, 'R' RunLength
}

// maxMissing: an inline image has at most some thousand bytes (ISO 32000-1, 8.9.7); one that would need more than this
// is not filled up.
const maxMissing = 64 << 10

// note notes how an image with a dictionary ends, of whose data so many bytes are at hand at most.
func (u *unended) note(dict []Token, left int, open bool) {
	u.open = open
	if n, ok := rawLength(dict); ok && n > left && n-left <= maxMissing {
		u.missing = n - max(left, 0)
	}
	if !open {
		return
	}
	for i := 0; i+1 < len(dict); i++ {
		if key := string(dict[i].Text); dict[i].Kind != Name || key != "F" && key != "Filter" {
			continue
		}
		first := dict[i+1]
		if first.Kind == OpenArray && i+2 < len(dict) {
			first = dict[i+2]
		}
		switch string(first.Text) {
		case "A85", "ASCII85Decode":
			u.coded = 'A'
		case "AHx", "ASCIIHexDecode":
			u.coded = 'H'
		case "RL", "RunLengthDecode":
			u.coded = 'R'
		}
	}
}

// headless notes that the content breaks off in the image's dictionary, maybe behind a key that has no value: readers
// look for the value, and for ID, in what comes next. They pass over all that follows an image that they cannot make,
// so that it becomes one of a single bit.
func (u *unended) headless(dict []byte, bare bool) {
	u.head = string(closing(openBrackets(dict)))
	if bare {
		u.head += " 1"
	}
	u.head += "/W 1/H 1/BPC 1/CS/G\nID "
	u.missing = 1
}

// end is what ends the image for every reader, whether it counts its bytes, decodes them, or looks for EI.
func (u *unended) end() []byte {
	out := append([]byte(u.head), bytes.Repeat([]byte(" "), u.missing)...)
	switch u.coded {
	case 'A':
		out = append(out, "~>"...)
	case 'H':
		out = append(out, '>')
	case 'R': // a run that is going on takes up to 128 bytes; the next one ends the data (7.4.5)
		out = append(out, bytes.Repeat([]byte{128}, 129)...)
	}
	if len(out) > len(u.head) {
		out = append(out, '\n')
	}
	return append(out, "EI\n"...)
}
