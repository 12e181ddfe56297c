package lex

// noDigit is the value of what is no hexadecimal digit.
const noDigit = 0xFF

var hexValue = func() (t [256]uint8) {
	for i := range t {
		t[i] = noDigit
	}
	for i, c := range "0123456789abcdef" {
		t[c] = uint8(i)
	}
	for i, c := range "ABCDEF" {
		t[c] = uint8(10 + i)
	}
	return t
}()

// AppendHex appends the bytes of a hexadecimal string. What is no digit is passed over, a last odd digit is followed
// by 0.
func AppendHex[S string | []byte](b []byte, s S) []byte {
	high, half := byte(0), false
	for i := 0; i < len(s); i++ {
		v := hexValue[s[i]]
		if v == noDigit {
			continue
		}
		if half {
			b = append(b, high<<4|v)
		}
		high, half = v, !half
	}
	if half {
		b = append(b, high<<4)
	}
	return b
}

// PlainHex reports whether a hexadecimal string is written in whole pairs of digits and nothing else.
func PlainHex(s []byte) bool {
	for _, c := range s {
		if hexValue[c] == noDigit {
			return false
		}
	}
	return len(s)%2 == 0
}

// OnlyHex reports whether there is nothing but hexadecimal digits and blanks.
func OnlyHex(s []byte) bool {
	for _, c := range s {
		if hexValue[c] == noDigit && class[c] != blank {
			return false
		}
	}
	return true
}

// appendName appends a name with its #xx decoded; a # that no two digits follow stands for itself, as in PDF 1.1.
func appendName(b, s []byte) []byte {
	for i := 0; i < len(s); i++ {
		if s[i] == '#' && i+2 < len(s) {
			if h, l := hexValue[s[i+1]], hexValue[s[i+2]]; h != noDigit && l != noDigit {
				b = append(b, h<<4|l)
				i += 2
				continue
			}
		}
		b = append(b, s[i])
	}
	return b
}

// OddName reports whether a name holds a # that no two digits follow. Readers disagree about such names.
func OddName(s []byte) bool {
	for i, c := range s {
		if c == '#' && (i+2 >= len(s) || hexValue[s[i+1]] == noDigit || hexValue[s[i+2]] == noDigit) {
			return true
		}
	}
	return false
}

// AppendLiteral appends what stands between the parentheses of a literal string (ISO 32000-1, 7.3.4.2). A backslash
// before a character that needs none is dropped.
func AppendLiteral[S string | []byte](b []byte, s S) []byte {
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c == '\r' { // an end of line in a string is one line feed, however it is written
			if i+1 < len(s) && s[i+1] == '\n' {
				i++
			}
			b = append(b, '\n')
			continue
		}
		if c != '\\' {
			b = append(b, c)
			continue
		}
		i++
		if i == len(s) {
			break
		}
		switch c = s[i]; c {
		case 'n':
			b = append(b, '\n')
		case 'r':
			b = append(b, '\r')
		case 't':
			b = append(b, '\t')
		case 'b':
			b = append(b, '\b')
		case 'f':
			b = append(b, '\f')
		case '\n':
		case '\r':
			if i+1 < len(s) && s[i+1] == '\n' {
				i++
			}
		case '0', '1', '2', '3', '4', '5', '6', '7':
			n := int(c - '0')
			for k := 0; k < 2 && i+1 < len(s) && s[i+1] >= '0' && s[i+1] <= '7'; k++ {
				i++
				n = n*8 + int(s[i]-'0')
			}
			b = append(b, byte(n))
		default:
			b = append(b, c)
		}
	}
	return b
}
