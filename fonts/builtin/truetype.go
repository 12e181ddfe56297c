package builtin

// Map is a character map of a TrueType program: glyphs by code, for a platform and an encoding (OpenType, cmap).
type Map struct {
	Platform, Encoding int
	Glyphs             map[int]int
}

// TrueType gives the character maps of a TrueType program that can be read, in its order, and how many it has in all.
func TrueType(b []byte) (maps []Map, count int) {
	r := ttReader(b)
	cmap, ok := r.table("cmap")
	if !ok {
		return nil, 0
	}
	count = cmap.u16(2)
	for i := range min(count, 64) {
		at := 4 + 8*i
		m := Map{cmap.u16(at), cmap.u16(at + 2), nil}
		if m.Glyphs = cmap.from(cmap.u32(at + 4)).glyphs(); m.Glyphs != nil {
			maps = append(maps, m)
		}
	}
	return maps, count
}

// Unicode is glyphs by character turned round: the lowest character of each glyph.
func (m *Map) Unicode() map[int]rune {
	if m.Platform != 0 && (m.Platform != 3 || m.Encoding != 1 && m.Encoding != 10) {
		return nil
	}
	out := map[int]rune{}
	for c, g := range m.Glyphs {
		if old, has := out[g]; !has || rune(c) < old {
			out[g] = rune(c)
		}
	}
	return out
}

// ttReader reads numbers; what lies outside is 0.
type ttReader []byte

func (r ttReader) u16(at int) int {
	if at < 0 || at+2 > len(r) {
		return 0
	}
	return int(r[at])<<8 | int(r[at+1])
}

func (r ttReader) u32(at int) int { return r.u16(at)<<16 | r.u16(at+2) }

func (r ttReader) from(at int) ttReader {
	if at < 0 || at > len(r) {
		return nil
	}
	return r[at:]
}

// table finds a table of the program, or of the first member of a collection.
func (r ttReader) table(tag string) (ttReader, bool) {
	at := 0
	if len(r) > 16 && string(r[:4]) == "ttcf" {
		at = r.u32(12)
	}
	for i := range min(r.u16(at+4), 256) {
		e := at + 12 + 16*i
		if e+16 > len(r) || string(r[e:e+4]) != tag {
			continue
		}
		from, size := r.u32(e+8), r.u32(e+12)
		t := r.from(from)
		return t[:min(size, len(t))], true
	}
	return nil, false
}

// glyphs reads a subtable of one of the formats that are met; nil of another.
func (r ttReader) glyphs() map[int]int {
	out := map[int]int{}
	set := func(code, glyph int) {
		if glyph > 0 && glyph < 1<<16 {
			out[code] = glyph
		}
	}
	switch r.u16(0) {
	case 0:
		for c := 0; c < 256 && 6+c < len(r); c++ {
			set(c, int(r[6+c]))
		}
	case 4:
		r.segments(set)
	case 6:
		for i := range min(r.u16(8), len(r)/2) {
			set(r.u16(6)+i, r.u16(10+2*i))
		}
	case 12:
		for i := range min(r.u32(12), len(r)/12) {
			at := 16 + 12*i
			from, to, glyph := r.u32(at), r.u32(at+4), r.u32(at+8)
			for c := from; c <= min(to, from+1<<16) && c <= 0x10FFFF && len(out) < 1<<17; c++ {
				set(c, glyph+c-from)
			}
		}
	default:
		return nil
	}
	return out
}

// segments reads format 4.
func (r ttReader) segments(set func(code, glyph int)) {
	n := min(r.u16(6)/2, len(r)/8)
	for i := range n {
		last, first := r.u16(14+2*i), r.u16(16+2*n+2*i)
		delta, at := r.u16(16+4*n+2*i), 16+6*n+2*i
		offset := r.u16(at)
		for c := first; c <= last && c < 0xFFFF; c++ {
			glyph := c
			if offset != 0 {
				if glyph = r.u16(at + offset + 2*(c-first)); glyph == 0 {
					continue
				}
			}
			set(c, (glyph+delta)&0xFFFF)
		}
	}
}
