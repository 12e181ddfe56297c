package received

// openSfnt reads a TrueType or OpenType program: its directory, measures, character maps and names.
func openSfnt(data []byte) (*Program, error) {
	tables := map[string][]byte{}
	n := int(be.Uint16(data[4:]))
	if n > maxTables {
		return nil, ErrDamaged
	}
	for i := range n {
		r := data[12+16*i:]
		off, size := int(be.Uint32(r[8:])), int(be.Uint32(r[12:]))
		if off > len(data) {
			continue
		}
		tables[string(r[:4])] = data[off:min(off+size, len(data))]
	}
	if cff := tables["CFF "]; cff != nil {
		p, err := openCFF(cff)
		if err == nil && tables["cmap"] != nil {
			p.readCMaps(tables["cmap"])
		}
		return p, err
	}
	p := &Program{Kind: TrueType}
	head, hhea, maxp := tables["head"], tables["hhea"], tables["maxp"]
	if len(head) < 54 || len(hhea) < 36 || len(maxp) < 6 || tables["hmtx"] == nil {
		return nil, ErrDamaged
	}
	upem := float64(be.Uint16(head[18:]))
	if upem == 0 {
		return nil, ErrDamaged
	}
	hmtx := tables["hmtx"]
	for i := range min(int(be.Uint16(hhea[34:])), len(hmtx)/4) {
		p.Widths = append(p.Widths, float64(be.Uint16(hmtx[4*i:]))*1000/upem)
	}
	p.Count = int(be.Uint16(maxp[4:]))
	if t := tables["cmap"]; t != nil {
		p.readCMaps(t)
	}
	p.readPost(tables["post"])
	return p, nil
}

// readCMaps reads the character maps of formats 0, 2 (its single bytes), 4, 6, 10 and 12; one of another format maps
// nothing.
func (p *Program) readCMaps(t []byte) {
	if len(t) < 4 {
		return
	}
	for i := range min(int(be.Uint16(t[2:])), maxCMaps, (len(t)-4)/8) {
		r := t[4+8*i:]
		m := CMap{Platform: int(be.Uint16(r)), Encoding: int(be.Uint16(r[2:])), Glyphs: map[int]int{}, First: -1}
		if off := int(be.Uint32(r[4:])); off+6 <= len(t) {
			m.read(t[off:])
		}
		p.CMaps = append(p.CMaps, m)
	}
}

func (m *CMap) put(code, glyph int) {
	if len(m.Glyphs) >= 1<<17 {
		return
	}
	m.Glyphs[code] = glyph
	if m.First < 0 || code < m.First {
		m.First = code
	}
}

func (m *CMap) read(t []byte) {
	switch be.Uint16(t) {
	case 0, 2:
		for code := 0; code < 256 && 6+code < len(t); code++ {
			m.put(code, int(t[6+code]))
		}
	case 4:
		m.segments(t)
	case 6:
		first, n := int(be.Uint16(t[6:])), int(be.Uint16(t[8:]))
		for i := 0; i < n && 12+2*i <= len(t); i++ {
			m.put(first+i, int(be.Uint16(t[10+2*i:])))
		}
	case 10:
		first, n := int(be.Uint32(t[12:])), int(be.Uint32(t[16:]))
		for i := 0; i < n && 22+2*i <= len(t); i++ {
			m.put(first+i, int(be.Uint16(t[20+2*i:])))
		}
	case 12:
		for i := range min(int(be.Uint32(t[12:])), (len(t)-16)/12) {
			g := t[16+12*i:]
			from, to, glyph := int(be.Uint32(g)), int(be.Uint32(g[4:])), int(be.Uint32(g[8:]))
			for c := from; c <= to && c-from < maxGlyphs; c++ {
				m.put(c, glyph+c-from)
			}
		}
	}
}

// segments reads format 4.
func (m *CMap) segments(t []byte) {
	n := int(be.Uint16(t[6:])) / 2
	ends, starts := t[14:], t[16+2*n:]
	deltas, ranges := t[16+4*n:], t[16+6*n:]
	for i := range n {
		start, end := int(be.Uint16(starts[2*i:])), int(be.Uint16(ends[2*i:]))
		delta, offset := int(be.Uint16(deltas[2*i:])), int(be.Uint16(ranges[2*i:]))
		for c := start; c <= end && c < 0xFFFF; c++ {
			if offset == 0 || offset == 0xFFFF {
				m.put(c, (c+delta)&0xFFFF)
				continue
			}
			at := 2*i + offset + 2*(c-start)
			if at+2 > len(ranges) {
				break
			}
			g := int(be.Uint16(ranges[at:]))
			if g != 0 {
				g = (g + delta) & 0xFFFF
			}
			m.put(c, g)
		}
	}
}

// readPost reads the names of glyphs.
func (p *Program) readPost(t []byte) {
	if len(t) < 32 {
		return
	}
	p.post = map[string]int{}
	switch be.Uint32(t) {
	case 0x00010000:
		for g, name := range macintosh() {
			p.post[name] = g
		}
	case 0x00020000:
		n := int(be.Uint16(t[32:]))
		var own []string
		for rest := t[34+2*n:]; len(rest) > 0 && 1+int(rest[0]) <= len(rest); rest = rest[1+int(rest[0]):] {
			own = append(own, string(rest[1:1+int(rest[0])]))
		}
		for g := range n {
			i := int(be.Uint16(t[34+2*g:]))
			name := ""
			if mac := macintosh(); i < len(mac) {
				name = mac[i]
			} else if i -= len(mac); i < len(own) {
				name = own[i]
			}
			if _, has := p.post[name]; !has {
				p.post[name] = g
			}
		}
	}
}
