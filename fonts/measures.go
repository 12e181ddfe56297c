package fonts

import (
	"fmt"
	"strings"
	"unicode/utf16"
)

// Metrics are the figures of a PDF font descriptor (ISO 32000-1, 9.8.1), per mille of the em.
type Metrics struct {
	Ascent, Descent    int // Descent is negative
	CapHeight, XHeight int
	BBox               [4]int // left, bottom, right, top of all glyphs
	ItalicAngle        int    // whole degrees, negative where the face leans right
	StemV              int
	Flags              int // ISO 32000-1, table 123
}

// Bits of Metrics.Flags.
const (
	flagFixedPitch = 1 << 0
	flagSerif      = 1 << 1
	// glyphs are not those of the Adobe standard Latin set: so of every font used by glyph number
	flagSymbolic  = 1 << 2
	flagItalic    = 1 << 6
	flagForceBold = 1 << 18
)

// measures fills the metrics, the widths and the style from head, hhea, hmtx, maxp, OS/2 and post.
func (b *base) measures() *FaultError {
	head, hhea, maxp := b.tables["head"], b.tables["hhea"], b.tables["maxp"]
	if len(head) < 54 || len(hhea) < 36 || len(maxp) < 6 {
		return &FaultError{Kind: Damaged, Detail: "head, hhea or maxp is missing or too short"}
	}
	b.glyphs, b.upem = u16(maxp, 4), u16(head, 18)
	b.hmtx, b.longMetrics = b.tables["hmtx"], u16(hhea, 34)
	if b.glyphs == 0 || b.upem < 16 || b.upem > 16384 { // the range of OpenType, head
		return &FaultError{Kind: Damaged, Detail: fmt.Sprintf("%d glyphs, %d units an em", b.glyphs, b.upem)}
	}
	if b.longMetrics == 0 || b.longMetrics > b.glyphs || len(b.hmtx) < 4*b.longMetrics+2*(b.glyphs-b.longMetrics) {
		return &FaultError{Kind: Damaged, Detail: "hmtx is too short"}
	}

	os2, post := b.tables["OS/2"], b.tables["post"]
	weight, selection, macStyle := u16(os2, 4), u16(os2, 62), u16(head, 44)
	b.bold = selection&(1<<5) != 0 || macStyle&1 != 0 || weight >= 600
	b.italic = selection&(1<<0|1<<9) != 0 || macStyle&2 != 0 || i16(post, 4) != 0

	m := &b.metrics
	m.Ascent, m.Descent = b.mille(i16(hhea, 4)), b.mille(i16(hhea, 6))
	if m.Ascent == 0 && m.Descent == 0 {
		m.Ascent, m.Descent = b.mille(i16(os2, 68)), b.mille(i16(os2, 70))
	}
	if u16(os2, 0) >= 2 {
		m.XHeight, m.CapHeight = b.mille(i16(os2, 86)), b.mille(i16(os2, 88))
	}
	if m.CapHeight <= 0 {
		m.CapHeight = m.Ascent * 7 / 10 // no figure in the font: that of most text faces
	}
	if m.XHeight <= 0 {
		m.XHeight = m.CapHeight * 7 / 10
	}
	for i := range m.BBox {
		m.BBox[i] = b.mille(i16(head, 36+2*i))
	}
	// the whole degrees of a 16.16 number, rounded up; at most one off, and no reader draws by it
	m.ItalicAngle = i16(post, 4)
	if m.ItalicAngle < 0 && u16(post, 6) >= 1<<15 {
		m.ItalicAngle++
	}
	if weight == 0 {
		weight = 400
	}
	// the usual estimate: 87 at 400, 165 at 700; readers use it only for a font that is not embedded
	m.StemV = 50 + weight*weight/(65*65)
	m.Flags = flagSymbolic
	if len(post) >= 16 && be.Uint32(post[12:]) != 0 {
		m.Flags |= flagFixedPitch
	}
	if class := u16(os2, 30) >> 8; class >= 1 && class <= 7 && class != 6 || u16(os2, 32)>>8 == 2 && serifPanose(os2) {
		m.Flags |= flagSerif
	}
	if b.italic {
		m.Flags |= flagItalic
	}
	if weight >= 700 {
		m.Flags |= flagForceBold
	}
	return nil
}

// serifPanose reports whether PANOSE's serif style (second byte) of a Latin text face names a serif: 2 to 10.
func serifPanose(os2 []byte) bool { s := u16(os2, 32) & 0xFF; return s >= 2 && s <= 10 }

// mille turns font units into thousandths of an em, rounded half away from zero.
func (b *base) mille(v int) int {
	h := b.upem / 2
	if v < 0 {
		h = -h
	}
	return (v*1000 + h) / b.upem
}

// Metrics gives the figures of the font descriptor.
func (f *Font) Metrics() Metrics { return f.read().metrics }

// postScriptName finds name id 6, Windows' UTF-16 or the Macintosh's bytes, and keeps what a PDF name needs no escape
// for. Without one, the file's name serves.
func postScriptName(table []byte, file string) string {
	name := ""
	count, store := u16(table, 2), u16(table, 4)
	for i := range count {
		r := 6 + 12*i
		if r+12 > len(table) {
			break
		}
		from := store + u16(table, r+10)
		to := from + u16(table, r+8)
		if u16(table, r+6) != 6 || to > len(table) {
			continue
		}
		raw := table[from:to]
		switch u16(table, r) {
		case 1:
			name = string(raw)
		case 0, 3:
			var u []uint16
			for k := 0; k+1 < len(raw); k += 2 {
				u = append(u, be.Uint16(raw[k:]))
			}
			name = string(utf16.Decode(u))
		}
		if name = nameOnly(name); name != "" {
			return name
		}
	}
	if i := strings.LastIndexAny(file, `/\`); i >= 0 {
		file = file[i+1:]
	}
	if i := strings.LastIndexByte(file, '.'); i > 0 {
		file = file[:i]
	}
	if name = nameOnly(file); name == "" {
		name = "Font"
	}
	return name
}

// nameOnly drops all but letters, digits and - . _ + and cuts to the length that OpenType allows.
func nameOnly(s string) string {
	s = strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' || r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z' || strings.ContainsRune("-._+", r) {
			return r
		}
		return -1
	}, s)
	return s[:min(len(s), maxNameLength)]
}
