package received

// readSfnt reads a TrueType or OpenType program: its directory, measures, character maps and names. Of a collection,
// which a PDF may not hold (ISO 32000-1, 9.9), it reads the character maps of the first member.
func (p *Program) readSfnt(data []byte) error {
	if string(data[:4]) == "ttcf" {
		p.readCMaps(tablesOf(data, table(data).u32(12))["cmap"])
		return ErrDamaged
	}
	tables := tablesOf(data, 0)
	p.readCMaps(tables["cmap"])
	if cff := tables["CFF "]; cff != nil {
		return p.readCFF(cff)
	}
	p.readPost(tables["post"])
	head, hhea, maxp, hmtx := tables["head"], tables["hhea"], tables["maxp"], tables["hmtx"]
	if len(head) < 54 || len(hhea) < 36 || len(maxp) < 6 || hmtx == nil {
		return ErrDamaged
	}
	upem := float64(be.Uint16(head[18:]))
	if upem == 0 {
		return ErrDamaged
	}
	for i := range min(int(be.Uint16(hhea[34:])), len(hmtx)/4) {
		p.Widths = append(p.Widths, float64(be.Uint16(hmtx[4*i:]))*1000/upem)
	}
	p.Count = int(be.Uint16(maxp[4:]))
	return nil
}

// tablesOf are the tables of the font whose directory stands at a place, by tag, as far as the program reaches; none of
// a directory that is too long.
func tablesOf(data []byte, at int) map[string][]byte {
	tables := map[string][]byte{}
	n := int(be.Uint16(data[at+4:]))
	if n > maxTables {
		return nil
	}
	for i := range n {
		r := data[at+12+16*i:]
		off, size := int(be.Uint32(r[8:])), int(be.Uint32(r[12:]))
		if off > len(data) {
			continue
		}
		tables[string(r[:4])] = data[off:min(off+size, len(data))]
	}
	return tables
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
