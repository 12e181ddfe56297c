package unit

import (
	"maps"
	"slices"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

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
		d["FontDescriptor"] = s.another(own, plain)
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
	if _, ok := s.doc.Stream(descriptor["FontFile2"]); !ok {
		return encoding
	}
	p := s.program(descriptor, "FontFile2")
	count := len(p.CMaps)
	has := func(encoding int) bool { return p.CMap(3, encoding) != nil }
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
