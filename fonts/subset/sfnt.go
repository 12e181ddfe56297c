package subset

// program puts the TrueType font together: the six tables that a CIDFontType2 needs, in the order of their tags.
func (g *glyfSubset) program() ([]byte, error) {
	n := len(g.list)
	if n > 0xFFFF {
		return nil, errTooLarge
	}
	head := append([]byte(nil), g.Head[:54]...)
	hhea := append([]byte(nil), g.Hhea[:36]...)
	maxp := append([]byte(nil), g.Maxp...)
	be.PutUint32(head[8:], 0) // checkSumAdjustment: below
	be.PutUint16(hhea[34:], uint16(n))
	be.PutUint16(maxp[4:], uint16(n))
	if len(maxp) >= 32 { // no instructions, no storage, no functions
		clear(maxp[16:28])
		be.PutUint16(maxp[14:], 1) // maxZones: no twilight zone
	}

	hmtx := make([]byte, 0, 4*n)
	for _, id := range g.list {
		i := int(id)
		if i < g.longMetrics {
			hmtx = append(hmtx, g.Hmtx[4*i:4*i+4]...)
			continue
		}
		hmtx = append(hmtx, g.Hmtx[4*g.longMetrics-4:4*g.longMetrics-2]...)
		at := 4*g.longMetrics + 2*(i-g.longMetrics)
		hmtx = append(hmtx, g.Hmtx[at:at+2]...)
	}

	loca := make([]byte, 0, 4*(n+1))
	if len(g.out) < 0x20000 {
		be.PutUint16(head[50:], 0)
		loca = append(loca, 0, 0)
		for _, e := range g.ends {
			loca = be.AppendUint16(loca, uint16(e/2))
		}
	} else {
		be.PutUint16(head[50:], 1)
		loca = append(loca, 0, 0, 0, 0)
		for _, e := range g.ends {
			loca = be.AppendUint32(loca, uint32(e))
		}
	}
	return writeSfnt([]table{{"glyf", g.out}, {"head", head}, {"hhea", hhea}, {"hmtx", hmtx}, {"loca", loca},
		{"maxp", maxp}}), nil
}

type table struct {
	tag  string
	data []byte
}

// writeSfnt writes a TrueType font of the tables given, which are sorted by tag (OpenType, "Font Tables").
func writeSfnt(tables []table) []byte {
	n := len(tables)
	log := 0
	for 2<<log <= n {
		log++
	}
	size := 12 + 16*n
	for _, t := range tables {
		size += (len(t.data) + 3) &^ 3
	}
	o := be.AppendUint32(make([]byte, 0, size), 0x00010000)
	for _, v := range [...]int{n, 16 << log, log, 16*n - 16<<log} {
		o = be.AppendUint16(o, uint16(v))
	}
	at, head := 12+16*n, 0
	for _, t := range tables {
		if t.tag == "head" {
			head = at
		}
		o = append(o, t.tag...)
		o = be.AppendUint32(o, checksum(t.data))
		o = be.AppendUint32(o, uint32(at))
		o = be.AppendUint32(o, uint32(len(t.data)))
		at += (len(t.data) + 3) &^ 3
	}
	for _, t := range tables {
		o = append(o, t.data...)
		for len(o)%4 != 0 {
			o = append(o, 0)
		}
	}
	be.PutUint32(o[head+8:], 0xB1B0AFBA-checksum(o))
	return o
}

// checksum adds up the words of a table, zeros after it.
func checksum(b []byte) (s uint32) {
	for ; len(b) >= 4; b = b[4:] {
		s += be.Uint32(b)
	}
	var last [4]byte
	copy(last[:], b)
	return s + be.Uint32(last[:])
}
