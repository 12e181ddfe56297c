package unit

import (
	"maps"
	"slices"
	"strings"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/fonts"
	"rapporteur/fonts/builtin"
	"rapporteur/sources/pdf/content"
)

// noText stands for the text of a glyph that has none of its own, and that its font maps to what is no character
// (U+0000): a word joiner, which is seen nowhere and cuts no word in two.
const noText = "\u2060"

// maxCMap and maxFontProgram bound what is decoded of a font.
const maxCMap, maxFontProgram = 16 << 20, 32 << 20

// textsOfFont completes a font's ToUnicode by what is known of its glyphs (ISO 14289-1, 7.21.7; ISO 19005-3,
// 6.2.11.7.2): it changes what is copied and heard, and nothing that is seen. What nobody knows stays unknown. loses
// says that the font will lose its encoding.
func (s *source) textsOfFont(d types.Dict, kind string, loses bool) {
	simple := kind != "Type0"
	var texts map[uint16]string
	var unfit []uint16
	changed := false // a sign has a text of its own
	v, has := s.doc.Stream(d["ToUnicode"])
	if has {
		if b, err := s.doc.Decode(*v, maxCMap); err == nil {
			texts, unfit = content.Texts(b, simple)
		}
	}
	for c, t := range texts {
		if r := []rune(t); len(r) == 1 {
			if sign := content.PrivateText(s.doc.Name(d["BaseFont"]), r[0]); sign != "" {
				texts[c], changed = sign, true
			}
		}
	}
	known := map[uint16]string{}
	bytes := 2
	if simple {
		bytes = 1
		if !has && !loses && s.readersKnow(d) {
			return
		}
		known = s.simpleTexts(d, kind)
	} else if !has || len(unfit) > 0 || len(texts) == 0 {
		known = s.compositeTexts(d)
	}
	added := 0
	all := map[uint16]string{}
	for c, t := range known {
		if t != "" && !strings.ContainsAny(t, "\x00\uFEFF\uFFFE") && texts[c] == "" {
			all[c] = t
			added++
		}
	}
	for _, c := range unfit {
		if all[c] == "" {
			all[c] = noText
			added++
		}
	}
	if added == 0 && !changed {
		return
	}
	for c, t := range texts {
		all[c] = t
	}
	s.mend(MendedText, "", s.at)
	n := s.addContent(ToUnicode(all, bytes))
	d["ToUnicode"] = symbol{Local, n}
}

// readersKnow reports whether every code of a simple font has a text by its encoding alone.
func (s *source) readersKnow(d types.Dict) bool {
	base := s.doc.Name(d["Encoding"])
	if e := s.doc.Dict(d["Encoding"]); e != nil {
		base = s.doc.Name(e["BaseEncoding"])
		for _, o := range s.doc.Array(e["Differences"]) {
			if name := s.doc.Name(o); name != "" && name != ".notdef" && !content.InGlyphList(name) {
				return false
			}
		}
	}
	return base == "WinAnsiEncoding" || base == "MacRomanEncoding"
}

// simpleTexts are the texts of the codes of a simple font: by its encoding, and where that says nothing by the
// program's own.
func (s *source) simpleTexts(d types.Dict, kind string) map[uint16]string {
	out := map[uint16]string{}
	for c, t := range s.baseTexts(d, kind) {
		if t != "" {
			out[uint16(c)] = t
		}
	}
	code := 0
	for _, o := range s.doc.Array(s.doc.Dict(d["Encoding"])["Differences"]) {
		if n, ok := s.doc.Int(o); ok {
			code = n
			continue
		}
		if code >= 0 && code < 256 {
			delete(out, uint16(code))
			if t := content.GlyphText(s.doc.Name(o)); t != "" {
				out[uint16(code)] = t
			}
		}
		code++
	}
	return out
}

// baseTexts are the texts of a simple font's codes before the differences of its encoding.
func (s *source) baseTexts(d types.Dict, kind string) *[256]string {
	base := s.doc.Name(d["Encoding"])
	if e := s.doc.Dict(d["Encoding"]); e != nil {
		base = s.doc.Name(e["BaseEncoding"])
	}
	if base == "WinAnsiEncoding" || base == "MacRomanEncoding" {
		return content.BaseTexts(base)
	}
	descriptor := s.doc.Dict(d["FontDescriptor"])
	name := s.doc.Name(d["BaseFont"])
	switch _, family := fonts.Substitute(name); {
	case kind == "Type3":
		return &[256]string{}
	case kind == "TrueType" && !unembedded(s.doc, descriptor):
		return s.trueTypeTexts(descriptor)
	case family == "Symbol" || family == "ZapfDingbats":
		return content.BaseTexts(family)
	}
	names := builtin.Standard()
	if v, ok := s.doc.Stream(descriptor["FontFile"]); ok {
		b, _ := s.doc.Decode(*v, maxFontProgram)
		if e, ok := builtin.Type1(b); ok {
			names = e
		}
	} else if v, ok := s.doc.Stream(descriptor["FontFile3"]); ok {
		b, _ := s.doc.Decode(*v, maxFontProgram)
		if f, ok := builtin.ReadCFF(b); ok && f.Names != nil {
			names = &f.Encoding
		}
	}
	out := &[256]string{}
	for c, n := range names {
		if n != "" {
			out[c] = content.GlyphText(n)
		}
	}
	return out
}

// trueTypeTexts are the texts of the codes of a symbolic TrueType font: what shows a glyph that also has a character.
func (s *source) trueTypeTexts(descriptor types.Dict) *[256]string {
	out := &[256]string{}
	maps := s.trueTypeMaps(descriptor)
	chars := unicodeOf(maps)
	for _, m := range maps {
		if m.Platform != 1 && (m.Platform != 3 || m.Encoding != 0) {
			continue
		}
		for c, g := range m.Glyphs {
			if c &= 0xFFFF; c&0xFF00 == 0xF000 || c < 256 {
				switch r, ok := chars[g]; {
				case ok:
					out[c&0xFF] = string(r)
				case m.Platform == 1 && out[c] == "": // Mac OS Roman
					out[c] = content.BaseTexts("MacRomanEncoding")[c]
				}
			}
		}
	}
	return out
}

// trueTypeMaps are the character maps of a TrueType program.
func (s *source) trueTypeMaps(descriptor types.Dict) []builtin.Map {
	v, ok := s.doc.Stream(descriptor["FontFile2"])
	if !ok {
		return nil
	}
	b, _ := s.doc.Decode(*v, maxFontProgram)
	maps, _ := builtin.TrueType(b)
	return maps
}

// unicodeOf are the characters of glyphs.
func unicodeOf(maps []builtin.Map) map[int]rune {
	for i := range maps {
		if u := maps[i].Unicode(); len(u) > 0 {
			return u
		}
	}
	return nil
}

// compositeTexts are the texts of the codes of a composite font whose codes are the numbers of its glyphs.
func (s *source) compositeTexts(d types.Dict) map[uint16]string {
	out := map[uint16]string{}
	kids := s.doc.Array(d["DescendantFonts"])
	if e := s.doc.Name(d["Encoding"]); len(kids) == 0 || e != "Identity-H" && e != "Identity-V" {
		return out
	}
	font := s.doc.Dict(kids[0])
	descriptor := s.doc.Dict(font["FontDescriptor"])
	if v, ok := s.doc.Stream(descriptor["FontFile3"]); ok {
		b, _ := s.doc.Decode(*v, maxFontProgram)
		if f, ok := builtin.ReadCFF(b); ok {
			for g, name := range f.Names[:min(len(f.Names), 1<<16)] {
				if t := content.GlyphText(name); t != "" {
					out[uint16(g)] = t
				}
			}
		}
		return out
	}
	chars := unicodeOf(s.trueTypeMaps(descriptor))
	if v, ok := s.doc.Stream(font["CIDToGIDMap"]); ok {
		b, _ := s.doc.Decode(*v, 2<<16)
		for c := 0; 2*c+1 < len(b); c++ {
			if r, ok := chars[int(b[2*c])<<8|int(b[2*c+1])]; ok {
				out[uint16(c)] = string(r)
			}
		}
		return out
	}
	for g, r := range chars {
		out[uint16(g)] = string(r)
	}
	return out
}

// fontKinds are the fonts that text is set in (ISO 32000-1, table 110).
var fontKinds = []string{"Type1", "MMType1", "TrueType", "Type3", "Type0"}

// mendFont makes of a font's dictionary, which is a copy, what PDF/A-3 and PDF/UA-1 ask for.
func (s *source) mendFont(d types.Dict) {
	kind := s.doc.Name(d["Subtype"])
	encoding, changes := d["Encoding"], types.Dict{}
	if kind == "TrueType" {
		encoding = s.encodingOf(d, changes)
	}
	if slices.Contains(fontKinds, kind) {
		s.textsOfFont(d, kind, encoding == nil && d["Encoding"] != nil)
	}
	if d["Encoding"] = encoding; encoding == nil {
		delete(d, "Encoding")
	}
	if kind == "TrueType" || kind == "CIDFontType2" {
		s.fit(d, changes)
	}
	if len(changes) > 0 {
		own := maps.Clone(s.doc.Dict(d["FontDescriptor"]))
		maps.Copy(own, changes)
		d["FontDescriptor"] = s.another(own)
	}
	switch kind {
	case "CIDFontType2": // 6.2.11.3.2
		if d["CIDToGIDMap"] == nil && s.doc.Dict(d["FontDescriptor"])["FontFile2"] != nil {
			d["CIDToGIDMap"] = types.Name("Identity")
		}
	}
}

// Flags of font descriptors (ISO 32000-1, table 123).
const fontSymbolic, fontNonsymbolic = 1 << 2, 1 << 5

// encodingOf settles how a TrueType font finds its glyphs (ISO 19005-3, 6.2.11.6): a symbolic one by its program alone,
// any other by one of two encodings. It gives the font's encoding as it is to be, and adds to the changes of its
// descriptor.
func (s *source) encodingOf(d, changes types.Dict) types.Object {
	encoding := d["Encoding"]
	descriptor := s.doc.Dict(d["FontDescriptor"])
	v, ok := s.doc.Stream(descriptor["FontFile2"])
	if !ok {
		return encoding
	}
	b, _ := s.doc.Decode(*v, maxFontProgram)
	maps, count := builtin.TrueType(b)
	has := func(encoding int) bool {
		return slices.ContainsFunc(maps, func(m builtin.Map) bool { return m.Platform == 3 && m.Encoding == encoding })
	}
	flags, _ := s.doc.Int(descriptor["Flags"])
	symbolic := flags&fontSymbolic != 0
	switch {
	case symbolic && encoding == nil, !symbolic && encoding != nil:
	case symbolic && (has(0) || count == 1):
		encoding = nil
	case symbolic && has(1):
		changes["Flags"] = types.Integer(flags&^fontSymbolic | fontNonsymbolic)
	case !symbolic && has(1):
		encoding = types.Name("WinAnsiEncoding")
	case !symbolic && (has(0) || count == 1):
		changes["Flags"] = types.Integer(flags&^fontNonsymbolic | fontSymbolic)
	}
	return encoding
}
