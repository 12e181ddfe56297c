package subset_test

import (
	"testing"

	"rapporteur/fonts"
	"rapporteur/fonts/subset"
)

// seed gives a small program of an embedded font.
func seed(f *testing.F, name, text string) fonts.Program {
	font := fonts.Embedded(name)
	var glyphs []fonts.GID
	for _, r := range text {
		if g, ok := font.Glyph(r); ok {
			glyphs = append(glyphs, g)
		}
	}
	p, err := font.Subset(glyphs)
	if err != nil || len(glyphs) < 3 {
		f.Fatalf("%s: %d glyphs, %v", name, len(glyphs), err)
	}
	return p
}

// upTo lists glyphs 0 to n.
func upTo(n byte) []uint16 {
	var l []uint16
	for g := range uint16(n) + 1 {
		l = append(l, g)
	}
	return l
}

// Whatever the table, CFF returns: an error, or a subset that CFF itself reads to the same bytes.
func FuzzCFF(f *testing.F) {
	f.Add(subset.NameKeyedForTest(), byte(4))
	f.Add(seed(f, "NotoSerifCJKsc-Regular", "中，a").Data, byte(3))
	f.Fuzz(func(t *testing.T, table []byte, n byte) {
		b, err := subset.CFF(table, "Fuzz", upTo(n))
		if err != nil {
			return
		}
		if _, err = subset.CFF(b, "Fuzz", upTo(n)); err != nil {
			t.Errorf("the subset cannot be read: %v", err)
		}
	})
}

// Whatever the tables, Glyf returns: an error, or a program and a map into it.
func FuzzGlyf(f *testing.F) {
	p := seed(f, "NotoSerif-Regular", "ḖṦɓẖ")
	t := subset.TablesForTest(p.Data)
	f.Add(t.Head, t.Hhea, t.Hmtx, t.Maxp, t.Loca, t.Glyf, byte(4))
	f.Fuzz(func(t *testing.T, head, hhea, hmtx, maxp, loca, glyf []byte, n byte) {
		program, cids, err := subset.Glyf(subset.Tables{Head: head, Hhea: hhea, Hmtx: hmtx, Maxp: maxp, Loca: loca,
			Glyf: glyf}, upTo(n))
		if err != nil {
			return
		}
		if len(cids) != 2*(int(n)+1) {
			t.Errorf("a map of %d bytes", len(cids))
		}
		s := subset.TablesForTest(program)
		if _, _, err = subset.Glyf(s, upTo(n)); err != nil {
			t.Errorf("the program cannot be read: %v", err)
		}
	})
}
