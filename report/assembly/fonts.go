package assembly

import (
	"fmt"
	"unicode/utf16"

	"rapporteur/fonts"
	"rapporteur/layout/paint"
)

// fontTable joins the fonts of all runs. A font has one program and one descendant font for the whole report, made of the union of its glyphs, and
// as many Type0 fonts as it has readings: a run's reading joins the first of the report's that does not contradict it.
type fontTable struct {
	fonts []*fontEntry
	byKey map[string]*fontEntry
	byPtr map[*fonts.Font]*fontEntry
}

type fontEntry struct {
	font     *fonts.Font
	number   int // of the descendant
	readings []*fontReading
}

type fontReading struct {
	number int               // of the Type0 font
	texts  [256]*[256]string // by glyph
}

func newFontTable() *fontTable {
	return &fontTable{byKey: map[string]*fontEntry{}, byPtr: map[*fonts.Font]*fontEntry{}}
}

// entry is by content: a font parsed twice is one font.
func (t *fontTable) entry(w *writer, f *fonts.Font) *fontEntry {
	if e := t.byPtr[f]; e != nil {
		return e
	}
	e := t.byKey[f.Key()]
	if e == nil {
		e = &fontEntry{font: f, number: w.alloc()}
		t.byKey[f.Key()] = e
		t.fonts = append(t.fonts, e)
	}
	t.byPtr[f] = e
	return e
}

// join appends the entries of a resource dictionary's Font for the uses of a unit.
func (t *fontTable) join(b []byte, w *writer, uses []paint.FontUse) []byte {
	for i := range uses {
		u := &uses[i]
		b = appendName(b, u.Name)
		b = append(b, ' ')
		b = appendRef(b, t.entry(w, u.Font).join(w, u.Glyphs))
	}
	return b
}

// join gives the number of the reading that the glyphs are in.
func (e *fontEntry) join(w *writer, glyphs []paint.GlyphUse) int {
	for _, r := range e.readings {
		if r.agrees(glyphs) {
			r.add(glyphs)
			return r.number
		}
	}
	r := &fontReading{number: w.alloc()}
	e.readings = append(e.readings, r)
	r.add(glyphs)
	return r.number
}

func (r *fontReading) agrees(glyphs []paint.GlyphUse) bool {
	for _, g := range glyphs {
		if pg := r.texts[g.ID>>8]; pg != nil && pg[g.ID&255] != "" && pg[g.ID&255] != g.Text {
			return false
		}
	}
	return true
}

func (r *fontReading) add(glyphs []paint.GlyphUse) {
	for _, g := range glyphs {
		pg := r.texts[g.ID>>8]
		if pg == nil {
			pg = new([256]string)
			r.texts[g.ID>>8] = pg
		}
		pg[g.ID&255] = g.Text
	}
}

// each visits the glyphs of a reading in order.
func (r *fontReading) each(visit func(id fonts.GID, text string)) {
	for hi, pg := range r.texts {
		if pg == nil {
			continue
		}
		for lo, text := range pg {
			if text != "" {
				visit(fonts.GID(hi<<8|lo), text)
			}
		}
	}
}

// glyphs is the union of the readings' glyphs, in order.
func (e *fontEntry) glyphs() []fonts.GID {
	var ids []fonts.GID
	for hi := range 256 {
		for lo := range 256 {
			for _, r := range e.readings {
				if pg := r.texts[hi]; pg != nil && pg[lo] != "" {
					ids = append(ids, fonts.GID(hi<<8|lo))
					break
				}
			}
		}
	}
	return ids
}

// write writes every font: its program, descriptor, descendant and readings.
func (t *fontTable) write(w *writer) error {
	for _, e := range t.fonts {
		ids := e.glyphs()
		p, err := e.font.Subset(ids)
		if err != nil {
			return fmt.Errorf("assembly: %w", err)
		}
		d := e.descendant(w, &p, ids)
		w.object(e.number, d)
		for _, r := range e.readings {
			b := append([]byte(nil), "<</Type/Font/Subtype/Type0/BaseFont"...)
			b = appendName(b, p.Name)
			b = append(b, "/Encoding/Identity-H/DescendantFonts["...)
			b = appendRef(b, e.number)
			b = append(b, ']')
			b = appendRefKey(b, "ToUnicode", w.share(0, flate, w.deflate.pack(r.toUnicode())))
			w.object(r.number, append(b, ">>"...))
		}
	}
	return nil
}

var flate = []byte("/Filter/FlateDecode")

// descendant is the CIDFont: codes are glyph numbers of the font as given, through the program's charset or a CIDToGIDMap (ISO 32000-1, 9.7.4).
func (e *fontEntry) descendant(w *writer, p *fonts.Program, ids []fonts.GID) []byte {
	dict := append([]byte(nil), "/Filter/FlateDecode"...)
	key, kind := "FontFile3", "CIDFontType0"
	if p.CFF {
		dict = append(dict, "/Subtype/CIDFontType0C"...)
	} else {
		key, kind = "FontFile2", "CIDFontType2"
		dict = append(dict, "/Length1 "...)
		dict = appendInt(dict, len(p.Data))
	}
	program := w.share(0, dict, w.deflate.pack(p.Data))

	b := append([]byte(nil), "<</Type/Font/Subtype/"...)
	b = append(b, kind...)
	b = append(b, "/BaseFont"...)
	b = appendName(b, p.Name)
	b = append(b, "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"...)
	b = appendRefKey(b, "FontDescriptor", w.add(e.descriptor(p.Name, key, program)))
	if !p.CFF {
		b = appendRefKey(b, "CIDToGIDMap", w.share(0, flate, w.deflate.pack(p.CIDToGID)))
	}
	b = e.widths(b, ids)
	return append(b, ">>"...)
}

func (e *fontEntry) descriptor(name, key string, program int) []byte {
	m := e.font.Metrics()
	b := append([]byte(nil), "<</Type/FontDescriptor/FontName"...)
	b = appendName(b, name)
	b = append(b, "/FontBBox["...)
	for i, v := range m.BBox {
		if i > 0 {
			b = append(b, ' ')
		}
		b = appendInt(b, v)
	}
	b = append(b, ']')
	for _, f := range []struct {
		key   string
		value int
	}{{"Flags", m.Flags}, {"ItalicAngle", m.ItalicAngle}, {"Ascent", m.Ascent}, {"Descent", m.Descent}, {"CapHeight", m.CapHeight}, {"XHeight", m.XHeight}, {"StemV", m.StemV}} {
		b = appendName(b, f.key)
		b = append(b, ' ')
		b = appendInt(b, f.value)
	}
	b = appendRefKey(b, key, program)
	return append(b, ">>"...)
}

// widths writes DW, the most frequent width, and W for the glyphs that differ: as exact as the painter took them.
func (e *fontEntry) widths(b []byte, ids []fonts.GID) []byte {
	w := make([]int, len(ids))
	count := map[int]int{}
	common := 100_000
	for i, id := range ids {
		w[i] = paint.Width(e.font, id)
		count[w[i]]++
		if n, m := count[w[i]], count[common]; n > m || n == m && w[i] < common {
			common = w[i]
		}
	}
	b = append(b, "/DW "...)
	b = appendMilli(b, int64(common)*10)
	b = append(b, "/W["...)
	open, last := false, -2
	for i, id := range ids {
		if w[i] == common {
			continue
		}
		if int(id) != last+1 {
			if open {
				b = append(b, ']')
			}
			b = appendInt(b, int(id))
			b = append(b, '[')
			open = true
		} else {
			b = append(b, ' ')
		}
		b = appendMilli(b, int64(w[i])*10)
		last = int(id)
	}
	if open {
		b = append(b, ']')
	}
	return append(b, ']')
}

// toUnicode maps every glyph of a reading to its text (ISO 32000-1, 9.10.3): no glyph goes without.
func (r *fontReading) toUnicode() []byte {
	const perBlock = 100 // as many as a block may hold (Adobe Technical Note 5014)
	var lines [][]byte
	r.each(func(id fonts.GID, text string) {
		b := append([]byte(nil), '<')
		b = appendHex16(b, uint16(id))
		b = append(b, "><"...)
		for _, u := range utf16.Encode([]rune(text)) {
			b = appendHex16(b, u)
		}
		lines = append(lines, append(b, ">\n"...))
	})
	b := []byte("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n" +
		"/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n")
	for len(lines) > 0 {
		n := min(perBlock, len(lines))
		b = appendInt(b, n)
		b = append(b, " beginbfchar\n"...)
		for _, line := range lines[:n] {
			b = append(b, line...)
		}
		b = append(b, "endbfchar\n"...)
		lines = lines[n:]
	}
	return append(b, "endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend\n"...)
}

func appendHex16(b []byte, v uint16) []byte {
	const digits = "0123456789ABCDEF"
	return append(b, digits[v>>12], digits[v>>8&15], digits[v>>4&15], digits[v&15])
}
