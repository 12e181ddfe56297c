package received

import "testing"

// u16 appends numbers of two bytes.
func u16(b []byte, numbers ...int) []byte {
	for _, n := range numbers {
		b = be.AppendUint16(b, uint16(n))
	}
	return b
}

// mapsOnly is a program of character maps alone, each of a platform and an encoding.
func mapsOnly(maps map[[2]int][]byte, order ...[2]int) []byte {
	cmap, body := u16(nil, 0, len(order)), []byte(nil)
	for _, k := range order {
		cmap = u16(cmap, k[0], k[1], 0, 4+8*len(order)+len(body))
		body = append(body, maps[k]...)
	}
	cmap = append(cmap, body...)
	program := append(u16(nil, 1, 0, 1, 0, 0, 0), "cmap"...)
	return append(u16(program, 0, 0, 0, 28, 0, len(cmap)), cmap...)
}

// TestCharacterMaps: each format leads from codes to glyphs, whatever else the program lacks.
func TestCharacterMaps(t *testing.T) {
	bytes := append(u16(nil, 0, 262, 0), make([]byte, 256)...)
	bytes[6+66] = 8
	high := append(u16(nil, 2, 530, 0), make([]byte, 512)...)
	high = u16(append(high, u16(nil, 65, 2, 4, 2)...), 0, 4) // codes 65 and 66, delta 4: no glyph, and 8
	for name, sub := range map[string][]byte{
		"format 0": bytes, "format 2": high, "format 6": u16(nil, 6, 14, 0, 65, 2, 7, 8),
		"format 4":  u16(nil, 4, 32, 0, 4, 0, 0, 0, 66, 0xFFFF, 0, 65, 0xFFFF, (7-65)&0xFFFF, 1, 0, 0),
		"format 10": u16(nil, 10, 0, 0, 24, 0, 0, 0, 65, 0, 2, 7, 8),
		"format 12": u16(nil, 12, 0, 0, 28, 0, 0, 0, 1, 0, 65, 0, 66, 0, 7),
	} {
		mac := [2]int{1, 0}
		program := mapsOnly(map[[2]int][]byte{mac: sub}, mac)
		p, err := Open(program, FormSfnt)
		if err == nil || len(p.CMaps) != 1 || p.Symbol(66) != 8 || p.Characters() != nil {
			t.Errorf("%s: %v, %v", name, err, p.CMaps)
		}
		for n := range program { // cut anywhere it ends
			Open(program[:n], FormSfnt)
		}
	}
}

// TestCharacters: glyphs and the lowest characters that lead to them; no map of codes takes part.
func TestCharacters(t *testing.T) {
	mac, unicode := [2]int{1, 0}, [2]int{3, 1}
	p, _ := Open(mapsOnly(map[[2]int][]byte{mac: u16(nil, 6, 14, 0, 65, 2, 7, 9),
		unicode: u16(nil, 4, 32, 0, 4, 0, 0, 0, 0x3B1, 0xFFFF, 0, 0x3B0, 0xFFFF, (7-0x3B0)&0xFFFF, 1, 0, 0)},
		mac, unicode), FormSfnt)
	if c := p.Characters(); len(c) != 2 || c[7] != 'ΰ' || c[8] != 'α' || p.CMap(1, 0).Glyphs[66] != 9 {
		t.Errorf("characters %v", c)
	}
}

// TestOverlappingSegments: a map whose ranges all speak of the same codes is given up before it takes long.
func TestOverlappingSegments(t *testing.T) {
	const n = 8000
	sub := u16(nil, 4, 0, 0, 2*n, 0, 0, 0)
	for _, v := range []int{0xFFFE, -1, 0, 1, 0} {
		if v < 0 {
			sub = u16(sub, 0)
			continue
		}
		for range n {
			sub = u16(sub, v)
		}
	}
	unicode := [2]int{3, 1}
	p, _ := Open(mapsOnly(map[[2]int][]byte{unicode: sub}, unicode), FormSfnt)
	if m := p.CMap(3, 1); m.read > maxCodes+1 || len(m.Glyphs) == 0 {
		t.Errorf("%d codes read", m.read)
	}
}

// TestCollection: of a collection, which a PDF may not hold, the characters are known all the same.
func TestCollection(t *testing.T) {
	unicode := [2]int{3, 1}
	member := mapsOnly(map[[2]int][]byte{unicode: u16(nil, 6, 14, 0, 65, 2, 7, 8)}, unicode)
	be.PutUint32(member[20:], be.Uint32(member[20:])+16)
	p, err := Open(append(u16([]byte("ttcf"), 1, 0, 0, 1, 0, 16), member...), FormSfnt)
	if err == nil || p.Characters()[8] != 'B' {
		t.Errorf("%v, characters %v", err, p.Characters())
	}
}
