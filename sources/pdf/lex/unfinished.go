package lex

import "bytes"

// maxUnfinished: brackets in brackets at the end of a stream; more are noise.
const maxUnfinished = 1_000

// Unfinished is what would end the token in which the content breaks off, once Next has come to the end: a string,
// array or dictionary that is open there, or an image. A reader that is given more content takes it for a part of
// that token.
func (o *Operators) Unfinished() []byte {
	if o.image.open || o.image.missing > 0 {
		return o.image.end()
	}
	if o.broken < 0 {
		return nil
	}
	open := openBrackets(o.l.Data[o.broken:])
	if len(open) == 0 {
		return nil
	}
	return append(closing(open), '\n')
}

// closing is what closes them, the innermost first.
func closing(open []byte) []byte {
	var out []byte
	for i := len(open) - 1; i >= 0; i-- {
		switch open[i] {
		case inDict:
			out = append(out, ">>"...)
		case inHex:
			out = append(out, '>')
		default:
			out = append(out, open[i])
		}
	}
	return out
}

// What is open is named by the character that closes it, but for hexadecimal strings.
const (
	inText = ')'
	inDict = '>'
	inHex  = '<'
)

// openBrackets are the strings, arrays and dictionaries that are open at the end of the data; none when there are too
// many.
func openBrackets(data []byte) []byte {
	var open []byte
	for ; len(data) > 0; data = data[1:] {
		c, in := data[0], byte(0)
		if n := len(open); n > 0 {
			in = open[n-1]
		}
		pair := len(data) > 1 && data[1] == c
		switch {
		case in == inText && c == '\\' && len(data) > 1:
			data = data[1:]
		case c == '(' && in != inHex:
			open = append(open, inText)
		case in == inText && c != inText:
		case in == inHex && c == '>', in == inText, in == ']' && c == ']':
			open = open[:len(open)-1]
		case in == inHex:
		case c == '<' && pair:
			open, data = append(open, inDict), data[1:]
		case c == '<':
			open = append(open, inHex)
		case in == inDict && c == '>' && pair:
			open, data = open[:len(open)-1], data[1:]
		case c == '[':
			open = append(open, ']')
		case c == '%':
			if i := bytes.IndexAny(data, "\r\n"); i >= 0 {
				data = data[i:]
			} else {
				data = data[len(data)-1:]
			}
		}
		if len(open) > maxUnfinished {
			return nil
		}
	}
	return open
}
