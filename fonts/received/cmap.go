package received

// CMap is a character map of a TrueType program.
type CMap struct {
	Platform, Encoding int
	First              int         // the lowest code that the map speaks of; -1 where it speaks of none
	Glyphs             map[int]int // by code, as far as there is a glyph
	read               int         // codes so far
}

// readCMaps reads the character maps of formats 0, 2 (of its codes those of one byte), 4, 6, 10 and 12 (OpenType,
// "cmap"); one of another format, or outside the table, maps nothing.
func (p *Program) readCMaps(t table) {
	for i := range min(t.u16(2), maxCMaps, len(t)/8) {
		at := 4 + 8*i
		m := CMap{Platform: t.u16(at), Encoding: t.u16(at + 2), Glyphs: map[int]int{}, First: -1}
		if sub := t.from(t.u32(at + 4)); len(sub) >= 6 {
			m.subtable(sub)
		}
		p.CMaps = append(p.CMaps, m)
	}
}

// put maps a code to a glyph, 0 to none. It is false when the map has spoken of more codes than there are characters
// in fonts: its ranges overlap.
func (m *CMap) put(code, glyph int) bool {
	if m.read++; m.read > maxCodes {
		return false
	}
	if m.First < 0 || code < m.First {
		m.First = code
	}
	if glyph > 0 && glyph < maxGlyphs {
		m.Glyphs[code] = glyph
	}
	return true
}

func (m *CMap) subtable(t table) {
	switch t.u16(0) {
	case 0:
		for code := 0; code < 256 && 6+code < len(t); code++ {
			m.put(code, int(t[6+code]))
		}
	case 2:
		m.singleBytes(t)
	case 4:
		m.segments(t)
	case 6:
		m.trimmed(t.from(10), t.u16(6), t.u16(8))
	case 10:
		m.trimmed(t.from(20), t.u32(12), t.u32(16))
	case 12:
		m.groups(t)
	}
}

// singleBytes reads what format 2 says of codes of one byte: those that begin none of two bytes belong to its first
// sub-header.
func (m *CMap) singleBytes(t table) {
	const keys, first = 6, 6 + 2*256
	from, count := t.u16(first), t.u16(first+2)
	delta, glyphs := t.u16(first+4), t.from(first+6+t.u16(first+6))
	for i := range min(count, 256-from) {
		if t.u16(keys+2*(from+i)) != 0 {
			continue
		}
		g := glyphs.u16(2 * i)
		if g != 0 {
			g = (g + delta) & 0xFFFF
		}
		m.put(from+i, g)
	}
}

// segments reads format 4.
func (m *CMap) segments(t table) {
	n := min(t.u16(6)/2, len(t)/8)
	ends, starts, deltas, offsets := t.from(14), t.from(16+2*n), t.from(16+4*n), t.from(16+6*n)
	for i := range n {
		delta, offset := deltas.u16(2*i), offsets.u16(2*i)
		start, end := starts.u16(2*i), min(ends.u16(2*i), 0xFFFE)
		for c := start; c <= end; c++ {
			g := c
			if offset != 0 && offset != 0xFFFF {
				g = offsets.u16(2*i + offset + 2*(c-start))
			}
			if g != 0 || offset == 0 {
				g = (g + delta) & 0xFFFF
			}
			if !m.put(c, g) {
				return
			}
		}
	}
}

// trimmed reads a list of glyphs, which belong to the codes from the first on.
func (m *CMap) trimmed(list table, first, count int) {
	for i := range min(count, len(list)/2) {
		if !m.put(first+i, list.u16(2*i)) {
			return
		}
	}
}

// groups reads format 12.
func (m *CMap) groups(t table) {
	for at := 16; at+12 <= len(t) && at < 16+12*t.u32(12); at += 12 {
		first, last, glyph := t.u32(at), t.u32(at+4), t.u32(at+8)
		for c := first; c <= min(last, first+maxGlyphs); c++ {
			if !m.put(c, glyph+c-first) {
				return
			}
		}
	}
}

// table is a table of a program, or what follows a place in it. What lies outside is 0.
type table []byte

func (t table) u16(at int) int {
	if at < 0 || at+2 > len(t) {
		return 0
	}
	return int(be.Uint16(t[at:]))
}

func (t table) u32(at int) int { return t.u16(at)<<16 | t.u16(at+2) }

func (t table) from(at int) table { return t[min(max(at, 0), len(t)):] }
