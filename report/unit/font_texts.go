package unit

import (
	"maps"
	"strings"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/fonts"
	"rapporteur/fonts/received"
	"rapporteur/sources/pdf"
	"rapporteur/sources/pdf/content"
)

// noText stands for the text of a glyph that has none of its own, and that its font maps to what is no character
// (U+0000): a word joiner, which is seen nowhere and cuts no word in two.
const noText = "\u2060"

// textsOfFont completes a font's ToUnicode by what is known of its glyphs (ISO 14289-1, 7.21.7; ISO 19005-3,
// 6.2.11.7.2): it changes what is copied and heard, and nothing that is seen. What nobody knows stays unknown. loses
// says that the font will lose its encoding.
func (s *source) textsOfFont(d types.Dict, kind string, loses bool) {
	simple := kind != "Type0"
	v, has := s.doc.Stream(d["ToUnicode"])
	var texts map[uint16]string
	var unfit []uint16
	text := func(code uint16) string { return texts[code] }
	if has {
		if m := s.options.Programs.toUnicode(s.doc, v, simple); m != nil {
			texts, unfit = m.Texts()
			text = m.Text
		}
	}
	texts, changed := withSigns(texts, s.doc.Name(d["BaseFont"])) // signs stand for others: no code gets a text by them
	known := map[uint16]string{}
	bytes := 2
	if simple {
		bytes = 1
		if !has && !loses && s.readersKnow(d) {
			return
		}
		if len(unfit) > 0 || !s.covered(d, text) {
			known = s.simpleTexts(d, kind)
		}
	} else if !has || len(unfit) > 0 || len(texts) == 0 {
		known = s.compositeTexts(d)
	}
	shared := retexted{pdf.RefNumber(d["ToUnicode"]), simple}
	alone := has && !changed && len(known) == 0 && shared.number > 0 // what stands there says all that is known
	if n := s.retexted[shared]; alone && n > 0 {
		s.mend(MendedText, "", s.at)
		d["ToUnicode"] = symbol{Local, n}
		return
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
	if alone {
		s.retexted[shared] = n
	}
}

// retexted is a ToUnicode that was completed by itself, for all fonts that share it.
type retexted struct {
	number int
	simple bool
}

// mapAs is what a stream is read as that is a ToUnicode; simple: of codes of one byte.
type mapAs struct{ simple bool }

// toUnicode reads the ToUnicode in a stream; nil where there is none that can be read.
func (ps *Programs) toUnicode(doc *pdf.Document, v *types.StreamDict, simple bool) *content.ToUnicode {
	return ReadOnce(ps, doc, v, mapAs{simple}, content.MaxCMap, func(b []byte, err error) *content.ToUnicode {
		if err != nil {
			return nil
		}
		return content.ReadToUnicode(b, simple)
	})
}

// withSigns are the texts with those of signs that have one of their own in a font of the name, where readers are told
// a private character; changed says that there are some.
func withSigns(given map[uint16]string, font string) (texts map[uint16]string, changed bool) {
	texts = given
	if received.Signs(font) == nil {
		return given, false
	}
	for c, t := range given {
		r := []rune(t)
		if len(r) != 1 {
			continue
		}
		if sign := content.PrivateText(font, r[0]); sign != "" {
			if !changed {
				texts, changed = maps.Clone(given), true
			}
			texts[c] = sign
		}
	}
	return texts, changed
}

// covered reports whether all codes of a simple font that its dictionary gives a width have a text.
func (s *source) covered(d types.Dict, text func(code uint16) string) bool {
	first, ok := s.doc.Int(d["FirstChar"])
	widths := s.doc.Array(d["Widths"])
	for i, o := range widths {
		if w, _ := s.doc.Number(o); w != 0 && text(uint16(first+i)) == "" {
			return false
		}
	}
	return ok && len(widths) > 0
}

// readersKnow reports whether every code of a simple font has a text by its encoding alone.
func (s *source) readersKnow(d types.Dict) bool {
	base := s.doc.Name(d["Encoding"])
	if e := s.doc.Dict(d["Encoding"]); e != nil {
		base = s.doc.Name(e["BaseEncoding"])
		for _, o := range s.doc.Array(e["Differences"]) {
			name := s.doc.Name(o)
			if _, listed := received.Text(name); !listed && name != "" && name != received.Notdef {
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
			if t := received.Meaning(s.doc.Name(o)); t != "" {
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
	names, _ := received.Encoding("StandardEncoding")
	if p := s.program(descriptor, "FontFile", "FontFile3"); p.Encoding != nil {
		names = p.Encoding
	}
	out := &[256]string{}
	for c, n := range names {
		out[c] = received.Meaning(n)
	}
	return out
}

// trueTypeTexts are the texts of the codes of a symbolic TrueType font: what shows a glyph that also has a character.
func (s *source) trueTypeTexts(descriptor types.Dict) *[256]string {
	out := &[256]string{}
	p := s.program(descriptor, "FontFile2")
	chars := p.Characters()
	for _, m := range p.CMaps {
		if m.Platform != 1 && (m.Platform != 3 || m.Encoding != 0) {
			continue
		}
		for c := range out {
			for _, code := range [2]int{c, symbolCodes + c} {
				g := m.Glyphs[code]
				if r, ok := chars[g]; ok {
					out[c] = string(r)
				} else if g != 0 && m.Platform == 1 && out[c] == "" { // Mac OS Roman
					out[c] = content.BaseTexts("MacRomanEncoding")[c]
				}
			}
		}
	}
	return out
}

// symbolCodes is where the codes of a map for symbols begin.
const symbolCodes = 0xF000

// compositeTexts are the texts of the codes of a composite font whose codes are the numbers of its glyphs.
func (s *source) compositeTexts(d types.Dict) map[uint16]string {
	out := map[uint16]string{}
	kids := s.doc.Array(d["DescendantFonts"])
	if e := s.doc.Name(d["Encoding"]); len(kids) == 0 || e != "Identity-H" && e != "Identity-V" {
		return out
	}
	font := s.doc.Dict(kids[0])
	descriptor := s.doc.Dict(font["FontDescriptor"])
	if _, ok := s.doc.Stream(descriptor["FontFile3"]); ok {
		names := s.program(descriptor, "FontFile3").Names
		for g, name := range names[:min(len(names), 1<<16)] {
			if t := received.Meaning(name); t != "" {
				out[uint16(g)] = t
			}
		}
		return out
	}
	chars := s.program(descriptor, "FontFile2").Characters()
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
