package content

import (
	"sync"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
	"golang.org/x/text/encoding/charmap"

	"rapporteur/fonts/received"
	"rapporteur/sources/pdf"
)

// standardWidth is taken where a simple font gives no widths and is none of the standard fonts, which may give none:
// that of most of Helvetica's letters.
const standardWidth = 556

// readSimple reads the widths and the encoding of a simple font (ISO 32000-1, 9.6). Where no encoding is named, the
// characters of ASCII are taken for themselves, as in all the standard ones. Where only the widths are wanted, an
// encoding is read where they follow from it.
func (f *Font) readSimple(doc *pdf.Document, d types.Dict, widths bool, fonts *Fonts) {
	f.usual = standardWidth
	if w, ok := doc.Number(doc.Dict(d["FontDescriptor"])["MissingWidth"]); ok && doc.Array(d["Widths"]) != nil {
		f.usual = w
	}
	scale := 1.0
	if a := doc.Array(d["FontMatrix"]); len(a) == 6 { // of a Type 3 font: widths are in its own units
		if s, ok := doc.Number(a[0]); ok {
			scale = s * 1000
		}
		f.reach(doc, d, a)
	}
	first, _ := doc.Int(d["FirstChar"])
	for i, o := range doc.Array(d["Widths"]) {
		if w, ok := doc.Number(o); ok && first+i >= 0 && first+i < 256 {
			if f.few == nil {
				f.few = new([256]simpleWidth)
			}
			f.few[first+i] = simpleWidth{w * scale, true}
		}
	}
	if widths && d["Widths"] != nil {
		return
	}
	base := doc.Name(d["Encoding"])
	if e := doc.Dict(d["Encoding"]); e != nil {
		base = doc.Name(e["BaseEncoding"])
		read := func() *[256]difference { return differences(doc, e) }
		if n := pdf.RefNumber(d["Encoding"]); n > 0 {
			f.differs = fonts.encoded.get(n, read)
		} else {
			f.differs = read()
		}
	}
	f.base = BaseTexts(base)
	if d["Widths"] == nil {
		f.core = coreFont(f.Name)
	}
}

// differences are the texts that an encoding gives codes by itself; nil where there are none.
func differences(doc *pdf.Document, encoding types.Dict) (out *[256]difference) {
	code := 0
	for _, o := range doc.Array(encoding["Differences"]) {
		if n, ok := doc.Int(o); ok {
			code = n
		} else if glyph := doc.Name(o); code >= 0 && code < 256 {
			if out == nil {
				out = new([256]difference)
			}
			out[code] = difference{received.Meaning(glyph), true}
			code++
		}
	}
	return out
}

// reach reads how far the glyphs of a Type 3 font reach, in its own units (9.6.5): its size may be any.
func (f *Font) reach(doc *pdf.Document, d types.Dict, matrix types.Array) {
	box, ok := doc.Rect(d["FontBBox"])
	up, is := doc.Number(matrix[3])
	if ok && is {
		low, high := min(box.Y0*up, box.Y1*up), max(box.Y0*up, box.Y1*up)
		f.above, f.below = max(high, 0), max(-low, 0)
	}
}

// BaseTexts gives the texts of the codes of an encoding (ISO 32000-1, annex D), "Symbol" and "ZapfDingbats" those of
// the two fonts of signs. Of any other it gives what all agree on. What it gives is shared, and must not be changed.
func BaseTexts(name string) *[256]string {
	if name == "Symbol" || name == "ZapfDingbats" {
		return received.Signs(name)
	}
	if t := bases()[name]; t != nil {
		return t
	}
	return bases()[""]
}

// bases are the texts of the encodings of letters, by their names.
var bases = sync.OnceValue(func() map[string]*[256]string {
	win, mac, ascii := new([256]string), new([256]string), new([256]string)
	for c := range 256 {
		win[c] = string(charmap.Windows1252.DecodeByte(byte(c)))
		mac[c] = string(charmap.Macintosh.DecodeByte(byte(c)))
		if c >= ' ' && c < 0x7F {
			ascii[c] = string(rune(c))
		}
	}
	return map[string]*[256]string{"WinAnsiEncoding": win, "MacRomanEncoding": mac, "": ascii}
})
