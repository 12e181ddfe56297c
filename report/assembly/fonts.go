package assembly

import (
	"fmt"
	"rapporteur/report/unit"
	"rapporteur/sources/pdf/syntax"

	"rapporteur/fonts"
	"rapporteur/layout/paint"
)

// fontTable joins the fonts of all runs. A font has one program and one descendant font for the whole report, made of
// the union of its glyphs, and as many Type0 fonts as it has readings: a run's reading joins the first of the report's
// that does not contradict it.
type fontTable struct {
	library *fonts.Library
	fonts   []*fontEntry
	byKey   map[string]*fontEntry
}

type fontEntry struct {
	font     *fonts.Font
	number   int // of the descendant
	readings []*fontReading
	alone    []standing  // without a reading of the report's
	shown    fontReading // what those show
}

type fontReading struct {
	number int               // of the Type0 font
	texts  [256]*[256]string // by glyph
}

func newFontTable(library *fonts.Library) *fontTable {
	return &fontTable{library: library, byKey: map[string]*fontEntry{}}
}

// entry is by content: a font parsed twice is one font.
func (t *fontTable) entry(w *writer, key string) (*fontEntry, error) {
	if e := t.byKey[key]; e != nil {
		return e, nil
	}
	f, ok := t.library.ByKey(key)
	if !ok {
		return nil, fmt.Errorf("no font has the key %s", key)
	}
	e := &fontEntry{font: f, number: w.alloc()}
	t.byKey[key] = e
	t.fonts = append(t.fonts, e)
	return e, nil
}

// join appends the entries of a resource dictionary's Font for the fonts of a unit.
func (t *fontTable) join(b []byte, w *writer, uses []unit.Font) ([]byte, error) {
	for i := range uses {
		u := &uses[i]
		e, err := t.entry(w, u.Key)
		if err != nil {
			return nil, err
		}
		b = append(syntax.AppendName(b, u.Name), ' ')
		b = syntax.AppendRef(b, e.join(w, u.Glyphs))
	}
	return b, nil
}

// numbers are the numbers of the readings that the fonts of a unit are in.
func (t *fontTable) numbers(w *writer, uses []unit.Font) ([]int, error) {
	out := make([]int, len(uses))
	for i := range uses {
		e, err := t.entry(w, uses[i].Key)
		if err != nil {
			return nil, err
		}
		out[i] = e.join(w, uses[i].Glyphs)
	}
	return out, nil
}

// join gives the number of the reading that the glyphs are in.
func (e *fontEntry) join(w *writer, glyphs []unit.Glyph) int {
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

func (r *fontReading) agrees(glyphs []unit.Glyph) bool {
	for _, g := range glyphs {
		if pg := r.texts[g.ID>>8]; pg != nil && pg[g.ID&255] != "" && pg[g.ID&255] != g.Text {
			return false
		}
	}
	return true
}

func (r *fontReading) add(glyphs []unit.Glyph) {
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
	all := append(e.readings[:len(e.readings):len(e.readings)], &e.shown)
	for hi := range 256 {
		var used [256]bool
		for _, r := range all {
			if pg := r.texts[hi]; pg != nil {
				for lo := range pg {
					used[lo] = used[lo] || pg[lo] != ""
				}
			}
		}
		for lo, is := range used {
			if is {
				ids = append(ids, fonts.GID(hi<<8|lo))
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
		head := e.head(w, &p)
		if len(e.readings) > 0 {
			w.object(e.number, append(e.widths(head[:len(head):len(head)], ids), ">>"...))
		}
		for i := range e.alone {
			w.object(e.alone[i].number, e.alone[i].append(head[:len(head):len(head)]))
		}
		for _, r := range e.readings {
			b := append([]byte(nil), "<</Type/Font/Subtype/Type0/BaseFont"...)
			b = syntax.AppendName(b, p.Name)
			b = append(b, "/Encoding/Identity-H/DescendantFonts["...)
			b = syntax.AppendRef(b, e.number)
			b = append(b, ']')
			b = syntax.AppendRefKey(b, "ToUnicode", w.share(0, flate, unit.Pack(r.toUnicode())))
			w.object(r.number, append(b, ">>"...))
		}
	}
	return nil
}

var flate = []byte("/Filter/FlateDecode")

// head begins a CIDFont: codes are glyph numbers of the font as given, through the program's charset or a
// CIDToGIDMap (ISO 32000-1, 9.7.4). Its widths are still to come.
func (e *fontEntry) head(w *writer, p *fonts.Program) []byte {
	dict := append([]byte(nil), "/Filter/FlateDecode"...)
	key, kind := "FontFile3", "CIDFontType0"
	if p.CFF {
		dict = append(dict, "/Subtype/CIDFontType0C"...)
	} else {
		key, kind = "FontFile2", "CIDFontType2"
		dict = append(dict, "/Length1 "...)
		dict = syntax.AppendInt(dict, len(p.Data))
	}
	program := w.share(0, dict, unit.Pack(p.Data))

	b := append([]byte(nil), "<</Type/Font/Subtype/"...)
	b = append(b, kind...)
	b = append(b, "/BaseFont"...)
	b = syntax.AppendName(b, p.Name)
	b = append(b, "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"...)
	b = syntax.AppendRefKey(b, "FontDescriptor", w.add(e.descriptor(p.Name, key, program)))
	if !p.CFF {
		b = syntax.AppendRefKey(b, "CIDToGIDMap", w.share(0, flate, unit.Pack(p.CIDToGID)))
	}
	return b
}

func (e *fontEntry) descriptor(name, key string, program int) []byte {
	m := e.font.Metrics()
	b := append([]byte(nil), "<</Type/FontDescriptor/FontName"...)
	b = syntax.AppendName(b, name)
	b = append(b, "/FontBBox["...)
	for i, v := range m.BBox {
		if i > 0 {
			b = append(b, ' ')
		}
		b = syntax.AppendInt(b, v)
	}
	b = append(b, ']')
	for _, f := range []struct {
		key   string
		value int
	}{{"Flags", m.Flags}, {"ItalicAngle", m.ItalicAngle}, {"Ascent", m.Ascent}, {"Descent", m.Descent},
		{"CapHeight", m.CapHeight}, {"XHeight", m.XHeight}, {"StemV", m.StemV}} {
		b = syntax.AppendName(b, f.key)
		b = append(b, ' ')
		b = syntax.AppendInt(b, f.value)
	}
	b = syntax.AppendRefKey(b, key, program)
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
	b = syntax.AppendMilli(b, int64(common)*10)
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
			b = syntax.AppendInt(b, int(id))
			b = append(b, '[')
			open = true
		} else {
			b = append(b, ' ')
		}
		b = syntax.AppendMilli(b, int64(w[i])*10)
		last = int(id)
	}
	if open {
		b = append(b, ']')
	}
	return append(b, ']')
}

// toUnicode maps every glyph of a reading to its text: no glyph goes without.
func (r *fontReading) toUnicode() []byte {
	texts := map[uint16]string{}
	r.each(func(id fonts.GID, text string) { texts[id] = text })
	return unit.ToUnicode(texts, 2)
}
