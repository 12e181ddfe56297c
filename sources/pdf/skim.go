package pdf

// skim passes over a plain operand, a number, a string or an array of these, without making an object of it. It is false, and nothing is passed over, where what
// stands there is anything else or is broken: then the parser has to say what it is.
func (p *parser) skim() bool {
	from := p.pos
	ok := false
	switch c := p.data[p.pos]; {
	case c == '(':
		ok = p.skimString()
	case c == '[':
		ok = p.skimArray()
	default:
		ok = p.skimNumber()
	}
	if !ok {
		p.pos = from
	}
	return ok
}

func (p *parser) skimNumber() bool {
	from := p.pos
	for ; p.pos < len(p.data); p.pos++ {
		if c := p.data[p.pos]; (c < '0' || c > '9') && c != '.' && c != '-' && c != '+' {
			return p.pos > from && class[c] != regular
		}
	}
	return false
}

func (p *parser) skimString() bool {
	for depth := 0; p.pos < len(p.data); {
		c := p.data[p.pos]
		p.pos++
		switch c {
		case '\\':
			p.pos++
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				return true
			}
		}
	}
	return false
}

func (p *parser) skimArray() bool {
	p.pos++
	for p.pos < len(p.data) {
		switch c := p.data[p.pos]; {
		case c == ']':
			p.pos++
			return true
		case class[c] == blank:
			p.pos++
		case c == '(':
			if !p.skimString() {
				return false
			}
		case c == '<':
			for p.pos++; p.pos < len(p.data) && hexDigit(p.data[p.pos]) >= 0; p.pos++ {
			}
			if p.pos >= len(p.data) || p.data[p.pos] != '>' {
				return false
			}
			p.pos++
		default:
			if !p.skimNumber() {
				return false
			}
		}
	}
	return false
}
