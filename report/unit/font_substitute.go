package unit

import (
	"maps"
	"math"
	"slices"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/fonts"
	"rapporteur/sources/pdf"
	"rapporteur/sources/pdf/content"
	"rapporteur/sources/pdf/syntax"
)

// Substitute is an open font that stands for one that an original does not embed: which of its glyphs are shown, and
// how wide each is there, in thousandths of the size.
type Substitute struct {
	Key    string
	Glyphs []WideGlyph
}

// WideGlyph is a glyph with the width that the original gives it, and the one that it has of its own.
type WideGlyph struct {
	ID         fonts.GID
	Text       string
	Width, Own float64
}

// substitute is a font's dictionary with an open font of equal widths in the place of one that is not embedded: every
// reader takes one, each another, and PDF/A and PDF/UA ask for one that is there (ISO 19005-3, 6.2.11.4.1). The codes
// of the content stay: a character map leads from them to glyphs. It is false where the font is embedded, or nobody has
// an open one that is as wide.
func (s *source) substitute(d types.Dict) (types.Dict, bool) {
	kind := s.doc.Name(d["Subtype"])
	if !s.options.Substitute || !slices.Contains([]string{"Type1", "MMType1", "TrueType", "Type0"}, kind) {
		return d, false
	}
	simple := kind != "Type0"
	font := d
	if kids := s.doc.Array(d["DescendantFonts"]); !simple && len(kids) > 0 {
		font = s.doc.Dict(kids[0])
	}
	descriptor := s.doc.Dict(font["FontDescriptor"])
	if !unembedded(s.doc, descriptor) {
		return d, false
	}
	name := s.doc.Name(d["BaseFont"])
	face, family := fonts.Substitute(name)
	if face == nil {
		return d, false
	}
	texts, bytes := map[uint16]string{}, 1
	if simple {
		texts = s.simpleTexts(d, kind)
	} else {
		bytes = 2
		if v, ok := s.doc.Stream(d["ToUnicode"]); ok {
			b, _ := s.doc.Decode(*v, content.MaxCMap)
			texts, _ = content.ReadToUnicode(b, false).Texts()
		}
	}
	codes, own, ok := coded(face, texts, s.widthsOf(font, simple))
	if !ok {
		return d, false
	}
	said := map[uint16]string{}
	for c := range codes {
		said[c] = texts[c]
	}
	s.u.Substitutes = append(s.u.Substitutes, Substitute{face.Key(), own})
	s.mend(MendedFont, family, s.at)
	return types.Dict{"Type": types.Name("Font"), "Subtype": types.Name("Type0"),
		"BaseFont":        types.Name(face.Name()),
		"Encoding":        symbol{Local, s.codeMap(codes, bytes)},
		"DescendantFonts": types.Array{symbol{SubstituteFont, len(s.u.Substitutes) - 1}},
		"ToUnicode":       symbol{Local, s.addContent(ToUnicode(said, bytes))}}, true
}

// widthsOf are the widths that a font gives its codes; nil where it gives none, as the standard fonts need not.
func (s *source) widthsOf(d types.Dict, simple bool) map[uint16]float64 {
	if !simple {
		return content.Widths(s.doc, d)
	}
	list := s.doc.Array(d["Widths"])
	if list == nil {
		return nil
	}
	out := map[uint16]float64{}
	first, _ := s.doc.Int(d["FirstChar"])
	for i, o := range list {
		if w, ok := s.doc.Number(o); ok && first+i >= 0 && first+i < 256 {
			out[uint16(first+i)] = w
		}
	}
	return out
}

// alike are characters that a font may have in the place of one that it has not.
var alike = map[string]rune{"\u00A0": ' ', "\u00AD": '-', "\u2212": '-', "\u2010": '-',
	"\u2011": '-', "\u2126": 'Ω', "\u2206": 'Δ',
	"\u00B5": 'μ', "\u03BC": 'µ', "\u0394": '∆', "\u03A9": 'Ω', "fi": '\uFB01', "fl": '\uFB02', "ff": '\uFB00',
	"ffi": '\uFB03', "ffl": '\uFB04', "\u0163": '\u021B', "\u0162": '\u021A', "\u02C9": '\u00AF', "\u2219": '\u00B7'}

// coded finds the glyphs of codes and their widths. It is false where the font has none of them, or where more than a
// few are of another width: then it is another design.
func coded(face *fonts.Font, texts map[uint16]string, widths map[uint16]float64) (map[uint16]fonts.GID, []WideGlyph,
	bool) {
	codes, own, other := map[uint16]fonts.GID{}, map[fonts.GID]WideGlyph{}, 0
	for _, c := range slices.Sorted(maps.Keys(texts)) {
		text := []rune(texts[c])
		glyph, ok := fonts.GID(0), false
		if len(text) == 1 {
			glyph, ok = face.Glyph(text[0])
		}
		if r := alike[texts[c]]; !ok && r != 0 {
			glyph, ok = face.Glyph(r)
		}
		if !ok {
			continue
		}
		ownWide := 1000 * float64(face.Advance(glyph)) / float64(face.Upem())
		wide := ownWide
		if w, given := widths[c]; given && w > 0 {
			if math.Abs(w-wide) > widthSlack {
				other++
			}
			wide = w
		}
		codes[c] = glyph
		if _, has := own[glyph]; !has {
			own[glyph] = WideGlyph{glyph, texts[c], math.Round(wide*100) / 100, ownWide}
		}
	}
	var list []WideGlyph
	for _, g := range slices.Sorted(maps.Keys(own)) {
		list = append(list, own[g])
	}
	return codes, list, len(codes) > 0 && other*8 <= len(codes)
}

// widthSlack is by how much widths of one glyph may differ, in thousandths of the size: programs round.
const widthSlack = 2

// codeMap writes the character map that leads from codes to glyphs (ISO 32000-1, 9.7.5).
func (s *source) codeMap(codes map[uint16]fonts.GID, bytes int) int {
	const name, perBlock = "Rapporteur-Codes", 100
	code := func(b []byte, c uint16) []byte {
		b = syntax.AppendHex16(append(b, '<'), c)
		if bytes == 1 {
			b = append(b[:len(b)-4], b[len(b)-2:]...)
		}
		return append(b, '>')
	}
	b := []byte("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo<</Registry(Adobe)" +
		"/Ordering(Identity)/Supplement 0>>def\n/CMapName/" + name + " def\n/CMapType 1 def\n/WMode 0 def\n" +
		"1 begincodespacerange\n")
	b = append(code(code(b, 0), 0xFFFF), "\nendcodespacerange\n"...)
	for block := range slices.Chunk(slices.Sorted(maps.Keys(codes)), perBlock) {
		b = append(syntax.AppendInt(b, len(block)), " begincidchar\n"...)
		for _, c := range block {
			b = append(syntax.AppendInt(append(code(b, c), ' '), int(codes[c])), '\n')
		}
		b = append(b, "endcidchar\n"...)
	}
	b = append(b, "endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend\n"...)
	var dict Piece
	dict.add("/Type/CMap/CMapName/" + name + "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>" +
		"/WMode 0" + flate)
	n := s.u.alloc()
	s.u.putStream(n, dict, Pack(b))
	return n
}

// unembedded reports whether a font has no program.
func unembedded(doc *pdf.Document, descriptor types.Dict) bool {
	return doc.Dict(descriptor["FontFile"]) == nil && doc.Dict(descriptor["FontFile2"]) == nil &&
		doc.Dict(descriptor["FontFile3"]) == nil
}
