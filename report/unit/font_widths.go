package unit

import (
	"encoding/binary"
	"maps"
	"math"
	"slices"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	programs "rapporteur/fonts/received"
	"rapporteur/sources/pdf/content"
)

// programSlack is by how much the width of a glyph in a program may differ from the dictionary's, in thousandths of the
// size (ISO 19005-3, 6.2.11.5; ISO 14289-1, 7.21.5).
const programSlack = 1

// fit gives a TrueType program the widths that the font's dictionary says: readers go by the dictionary, so that
// nothing looks otherwise. changes are those of the font's descriptor so far. A glyph that the dictionary gives two
// widths keeps its own.
func (s *source) fit(d, changes types.Dict) {
	descriptor := s.doc.Dict(d["FontDescriptor"])
	v, ok := s.doc.Stream(descriptor["FontFile2"])
	if !ok {
		return
	}
	data, err := s.doc.Decode(*v, maxFontProgram)
	if err != nil {
		return
	}
	p, err := programs.Open(data, programs.FormSfnt)
	if err != nil {
		return
	}
	widths := map[int]float64{}
	if s.doc.Name(d["Subtype"]) == "TrueType" {
		flags, _ := s.doc.Int(descriptor["Flags"])
		if own, ok := changes["Flags"].(types.Integer); ok {
			flags = int(own)
		}
		s.simpleFit(d, p, flags&fontSymbolic != 0, widths)
	} else {
		s.compositeFit(d, p, widths)
	}
	if !refit(data, p, widths) {
		return
	}
	n := s.u.alloc()
	var dict Piece
	dict.add("/Length1 ")
	dict.int(len(data))
	dict.add(flate)
	s.u.putStream(n, dict, Pack(data))
	changes["FontFile2"] = symbol{Local, n}
}

// clash stands for the widths of a glyph that the dictionary gives several.
const clash = -1

// note notes the width of a glyph.
func note(widths map[int]float64, glyph int, width float64) {
	if was, has := widths[glyph]; has && math.Abs(was-width) > programSlack {
		width = clash
	}
	widths[glyph] = width
}

// simpleFit notes the widths that a simple font gives the glyphs of its program (ISO 32000-1, 9.6.6.4).
func (s *source) simpleFit(d types.Dict, p *programs.Program, symbolic bool, widths map[int]float64) {
	names := s.namesOf(d["Encoding"])
	given := s.widthsOf(d, true)
	other := len(p.CMaps) > 0 && p.CMap(3, 0) == nil && p.CMap(1, 0) == nil
	for _, c := range slices.Sorted(maps.Keys(given)) {
		glyph := 0
		if symbolic || d["Encoding"] == nil {
			if glyph = p.Symbol(int(c)); other {
				glyph = p.CMaps[0].Glyphs[int(c)]
			}
		} else if names[c] != programs.Notdef {
			glyph = p.Named(names[c])
		}
		if given[c] > 0 {
			note(widths, glyph, given[c])
		}
	}
}

// namesOf are the names that an encoding gives the codes of a simple font.
func (s *source) namesOf(encoding types.Object) [256]string {
	base, e := s.doc.Name(encoding), s.doc.Dict(encoding)
	if e != nil {
		base = s.doc.Name(e["BaseEncoding"])
	}
	usual, ok := programs.Encoding(base)
	if !ok {
		usual, _ = programs.Encoding("StandardEncoding")
	}
	names := *usual
	code := 0
	for _, o := range s.doc.Array(e["Differences"]) {
		if n, ok := s.doc.Int(o); ok {
			code = n
			continue
		}
		if code >= 0 && code < len(names) {
			names[code] = s.doc.Name(o)
		}
		code++
	}
	return names
}

// usualWidth is that of glyphs of which a composite font says none (ISO 32000-1, table 117).
const usualWidth = 1000

// compositeFit notes the widths that the descendant of a composite font gives the glyphs of its program, where it gives
// any: those that it passes over are seldom shown.
func (s *source) compositeFit(d types.Dict, p *programs.Program, widths map[int]float64) {
	given := content.Widths(s.doc, d)
	usual, ok := s.doc.Number(d["DW"])
	if !ok {
		usual = usualWidth
	}
	var glyphs []byte
	count := p.Count
	if v, ok := s.doc.Stream(d["CIDToGIDMap"]); ok {
		glyphs, _ = s.doc.Decode(*v, 2<<16)
		count = len(glyphs) / 2
	}
	for cid := range min(count, 1<<16) {
		glyph := cid
		if glyphs != nil {
			glyph = int(glyphs[2*cid])<<8 | int(glyphs[2*cid+1])
		}
		w, has := given[uint16(cid)]
		if len(given) == 0 {
			w, has = usual, true
		}
		if has {
			note(widths, glyph, w)
		}
	}
}

// refit writes widths into the table of a program, and reports whether there was one to write.
func refit(data []byte, p *programs.Program, widths map[int]float64) bool {
	hmtx, head := table(data, "hmtx"), table(data, "head")
	if hmtx == nil || len(head) < 20 {
		return false
	}
	upem := float64(binary.BigEndian.Uint16(head[18:]))
	last := len(p.Widths)
	if p.Count > last {
		last-- // which all glyphs behind it share
	}
	wrote := false
	for glyph, w := range widths {
		if glyph <= 0 || glyph >= last || w < 0 || 4*glyph+2 > len(hmtx) ||
			math.Abs(p.Widths[glyph]-w) <= programSlack {
			continue
		}
		binary.BigEndian.PutUint16(hmtx[4*glyph:], uint16(min(math.Round(w*upem/1000), math.MaxUint16)))
		wrote = true
	}
	return wrote
}

// table is a table of a TrueType program; nil where it has none, or it leads out of the file.
func table(data []byte, tag string) []byte {
	const head, record = 12, 16
	if len(data) < head {
		return nil
	}
	for i := range int(binary.BigEndian.Uint16(data[4:])) {
		at := head + record*i
		if at+record > len(data) {
			return nil
		}
		if string(data[at:at+4]) != tag {
			continue
		}
		from, size := int(binary.BigEndian.Uint32(data[at+8:])), int(binary.BigEndian.Uint32(data[at+12:]))
		if from > len(data) || size > len(data)-from {
			return nil
		}
		return data[from : from+size]
	}
	return nil
}
