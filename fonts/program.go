package fonts

import (
	"crypto/sha256"
	"fmt"
	"slices"

	"rapporteur/fonts/subset"
)

// Program is a subset ready to be embedded in a PDF as a CIDFont's program, with character codes that are the glyph
// numbers of the font as given, so that text painted with them stays true whatever else the subset holds.
type Program struct {
	CFF      bool   // FontFile3 of subtype CIDFontType0C; else FontFile2
	Name     string // BaseFont: the PostScript name after a tag of six capitals that depends on font and glyphs
	Data     []byte
	CIDToGID []byte // for glyf: two bytes a code up to the highest used; nil for CFF, whose charset tells
}

// Subset makes the program of the glyphs given, in any order, doubles allowed; glyph 0 is always in it. The same glyphs
// give the same bytes. An error names a glyph that the font has not, or outlines that are damaged.
func (f *Font) Subset(glyphs []GID) (p Program, err error) {
	b := f.read()
	ids := make([]GID, 0, len(glyphs)+1)
	ids = append(append(ids, 0), glyphs...)
	slices.Sort(ids)
	ids = slices.Compact(ids)
	if last := ids[len(ids)-1]; int(last) >= b.glyphs {
		return Program{}, fmt.Errorf("font %s: glyph %d of %d", f.name, last, b.glyphs)
	}
	p = Program{CFF: b.cff, Name: subsetTag(f.Key(), ids) + "+" + b.psName}
	if b.cff {
		p.Data, err = subset.CFF(b.tables["CFF "], p.Name, ids)
	} else {
		p.Data, p.CIDToGID, err = subset.Glyf(subset.Tables{Head: b.tables["head"], Hhea: b.tables["hhea"],
			Hmtx: b.hmtx, Maxp: b.tables["maxp"],
			Loca: b.tables["loca"], Glyf: b.tables["glyf"]}, ids)
	}
	if err != nil {
		return Program{}, fmt.Errorf("font %s: %w", f.name, err)
	}
	return p, nil
}

// subsetTag gives the six capitals of ISO 32000-1, 9.6.4.
func subsetTag(key string, ids []GID) string {
	h := sha256.New()
	h.Write([]byte(key))
	buf := make([]byte, 0, 2*len(ids))
	for _, g := range ids {
		buf = be.AppendUint16(buf, g)
	}
	h.Write(buf)
	n := be.Uint64(h.Sum(nil))
	var tag [6]byte
	for i := range tag {
		tag[i] = 'A' + byte(n%26)
		n /= 26
	}
	return string(tag[:])
}
