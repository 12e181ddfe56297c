package verify

// literal reads a string; where it has no escapes it is a slice of the data.
func (s *scanner) literal() {
	d := s.data
	s.pos++
	from, open := s.pos, 1
	for ; s.pos < len(d); s.pos++ {
		switch d[s.pos] {
		case '\\', '\r':
			s.escaped(from, open)
			return
		case '(':
			open++
		case ')':
			if open--; open == 0 {
				s.push(token{kind: str, text: d[from:s.pos]})
				s.pos++
				return
			}
		}
	}
}

// escaped goes on with a string from its first escape (ISO 32000-1, 7.3.4.2).
func (s *scanner) escaped(from, open int) {
	d := s.data
	start := len(s.scratch)
	s.scratch = append(s.scratch, d[from:s.pos]...)
	for ; s.pos < len(d); s.pos++ {
		c := d[s.pos]
		switch c {
		case '(':
			open++
		case ')':
			if open--; open == 0 {
				s.pos++
				s.push(token{kind: str, text: s.scratch[start:len(s.scratch):len(s.scratch)]})
				return
			}
		case '\r':
			if s.pos+1 < len(d) && d[s.pos+1] == '\n' {
				s.pos++
			}
			c = '\n'
		case '\\':
			s.pos++
			if s.pos == len(d) {
				return
			}
			switch c = d[s.pos]; c {
			case 'n':
				c = '\n'
			case 'r':
				c = '\r'
			case 't':
				c = '\t'
			case 'b':
				c = '\b'
			case 'f':
				c = '\f'
			case '\n':
				continue
			case '\r':
				if s.pos+1 < len(d) && d[s.pos+1] == '\n' {
					s.pos++
				}
				continue
			case '0', '1', '2', '3', '4', '5', '6', '7':
				n := int(c - '0')
				for k := 0; k < 2 && s.pos+1 < len(d) && d[s.pos+1] >= '0' && d[s.pos+1] <= '7'; k++ {
					s.pos++
					n = n*8 + int(d[s.pos]-'0')
				}
				c = byte(n)
			}
		}
		s.scratch = append(s.scratch, c)
	}
}

func (s *scanner) hex() {
	d := s.data
	s.pos++
	start, half, high := len(s.scratch), false, byte(0)
	for ; s.pos < len(d) && d[s.pos] != '>'; s.pos++ {
		v, ok := hexValue(d[s.pos])
		if !ok {
			continue
		}
		if half {
			s.scratch = append(s.scratch, high<<4|v)
		}
		high, half = v, !half
	}
	if half {
		s.scratch = append(s.scratch, high<<4)
	}
	s.pos++
	s.push(token{kind: str, text: s.scratch[start:len(s.scratch):len(s.scratch)]})
}

// decodedName resolves the #xx of a name.
func (s *scanner) decodedName(n []byte) []byte {
	for i := range n {
		if n[i] != '#' {
			continue
		}
		start := len(s.scratch)
		for k := 0; k < len(n); k++ {
			c := n[k]
			if c == '#' && k+2 < len(n) {
				h, ok1 := hexValue(n[k+1])
				l, ok2 := hexValue(n[k+2])
				if ok1 && ok2 {
					c = h<<4 | l
					k += 2
				}
			}
			s.scratch = append(s.scratch, c)
		}
		return s.scratch[start:len(s.scratch):len(s.scratch)]
	}
	return n
}

func hexValue(c byte) (byte, bool) {
	switch {
	case c >= '0' && c <= '9':
		return c - '0', true
	case c >= 'a' && c <= 'f':
		return c - 'a' + 10, true
	case c >= 'A' && c <= 'F':
		return c - 'A' + 10, true
	}
	return 0, false
}
