package subset

// What the fuzz tests, which stand outside the package to use the embedded fonts, need of its inside.

func NameKeyedForTest() []byte { return nameKeyed() }

// TablesForTest takes a program of Glyf apart.
func TablesForTest(b []byte) Tables {
	var t Tables
	for i := range int(be.Uint16(b[4:])) {
		r := b[12+16*i:]
		d := b[be.Uint32(r[8:]):][:be.Uint32(r[12:])]
		switch string(r[:4]) {
		case "head":
			t.Head = d
		case "hhea":
			t.Hhea = d
		case "hmtx":
			t.Hmtx = d
		case "maxp":
			t.Maxp = d
		case "loca":
			t.Loca = d
		case "glyf":
			t.Glyf = d
		}
	}
	return t
}
