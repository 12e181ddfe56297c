package received

import "unicode"

// CMap gives the character map of a platform and an encoding, nil where there is none.
func (p *Program) CMap(platform, encoding int) *CMap {
	for i := range p.CMaps {
		if c := &p.CMaps[i]; c.Platform == platform && c.Encoding == encoding {
			return c
		}
	}
	return nil
}

// Code is the name that a program of Type1 gives to a code, ".notdef" where it gives none.
func (p *Program) Code(code int) string {
	if p.Encoding == nil || code < 0 || code > 255 {
		return Notdef
	}
	return p.Encoding[code]
}

// Named is the glyph of a TrueType program that a name leads to (ISO 32000-1, 9.6.6.4): by the map for Unicode, by
// the Macintosh's, by the names that the program gives. It is 0 where none does.
func (p *Program) Named(name string) int {
	if m := p.CMap(3, 1); m != nil {
		if t, ok := Text(name); ok {
			if g := m.Glyphs[int([]rune(t)[0])]; g != 0 {
				return g
			}
		}
	}
	if m := p.CMap(1, 0); m != nil {
		if code, ok := macCodes()[name]; ok && m.Glyphs[code] != 0 {
			return m.Glyphs[code]
		}
	}
	return p.post[name]
}

// Symbol is the glyph of a code of a symbolic TrueType program (9.6.6.4): by the map for symbols, whose codes may
// begin at 0xF000, 0xF100 or 0xF200, else by the Macintosh's.
func (p *Program) Symbol(code int) int {
	if m := p.CMap(3, 0); m != nil {
		switch high := m.First & 0xFF00; high {
		case 0, 0xF000, 0xF100, 0xF200:
			if g := m.Glyphs[high+code]; g != 0 {
				return g
			}
		}
	}
	if m := p.CMap(1, 0); m != nil {
		return m.Glyphs[code]
	}
	return 0
}

// Characters are the characters that lead to glyphs by a map for Unicode, of several to one glyph the lowest; nil where
// the program has no such map.
func (p *Program) Characters() map[int]rune {
	for i := range p.CMaps {
		if u := p.CMaps[i].characters(); len(u) > 0 {
			return u
		}
	}
	return nil
}

func (m *CMap) characters() map[int]rune {
	if m.Platform != 0 && (m.Platform != 3 || m.Encoding != 1 && m.Encoding != 10) {
		return nil
	}
	out := map[int]rune{}
	for c, g := range m.Glyphs {
		if old, has := out[g]; c <= unicode.MaxRune && (!has || rune(c) < old) {
			out[g] = rune(c)
		}
	}
	return out
}
