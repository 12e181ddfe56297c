package content

import (
	"strconv"
	"strings"
	"unicode/utf16"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/norm"

	"rapporteur/sources/pdf"
)

// standardWidth is taken where a simple font gives no widths and is none of the standard fonts, which may give none:
// that of most of Helvetica's letters.
const standardWidth = 556

// readSimple reads the widths and the encoding of a simple font (ISO 32000-1, 9.6). Where no encoding is named, the
// characters of ASCII are taken for themselves, as in all the standard ones. Where only the widths are wanted, an
// encoding is read where they follow from it.
func (f *Font) readSimple(doc *pdf.Document, d types.Dict, widths bool) {
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
	f.widths = map[uint16]float64{}
	first, _ := doc.Int(d["FirstChar"])
	for i, o := range doc.Array(d["Widths"]) {
		if w, ok := doc.Number(o); ok && first+i >= 0 && first+i < 256 {
			f.widths[uint16(first+i)] = w * scale
		}
	}
	if widths && d["Widths"] != nil {
		return
	}
	base, differences := doc.Name(d["Encoding"]), types.Array(nil)
	if e := doc.Dict(d["Encoding"]); e != nil {
		base, differences = doc.Name(e["BaseEncoding"]), doc.Array(e["Differences"])
	}
	f.encoding = baseEncoding(base)
	code := 0
	for _, o := range differences {
		if n, ok := doc.Int(o); ok {
			code = n
		} else if glyph := doc.Name(o); code >= 0 && code < 256 {
			f.encoding[code] = glyphText(glyph)
			code++
		}
	}
	if core := coreFont(f.Name); core != "" && d["Widths"] == nil {
		for code, text := range f.encoding {
			if w, ok := coreWidth(core, code, text); ok {
				f.widths[uint16(code)] = w
			}
		}
	}
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

// baseEncoding gives the texts of the codes of an encoding (ISO 32000-1, annex D).
func baseEncoding(name string) *[256]string {
	var t [256]string
	for c := range t {
		switch {
		case name == "WinAnsiEncoding":
			t[c] = string(charmap.Windows1252.DecodeByte(byte(c)))
		case name == "MacRomanEncoding":
			t[c] = string(charmap.Macintosh.DecodeByte(byte(c)))
		case c >= ' ' && c < 0x7F:
			t[c] = string(rune(c))
		}
	}
	return &t
}

// glyphNames are the names of the Adobe Glyph List that are met in Differences and that are neither a letter nor made
// by its rules.
var glyphNames = map[string]string{
	"space": " ", "exclam": "!", "quotedbl": "\"", "numbersign": "#", "dollar": "$", "percent": "%",
	"ampersand": "&", "quotesingle": "'",
	"quoteright": "’", "quoteleft": "‘", "quotedblleft": "“", "quotedblright": "”", "quotesinglbase": "‚",
	"quotedblbase":  "„",
	"guillemotleft": "«", "guillemotright": "»", "guilsinglleft": "‹", "guilsinglright": "›",
	"parenleft": "(", "parenright": ")", "asterisk": "*", "plus": "+", "comma": ",", "hyphen": "-", "minus": "−",
	"period": ".", "slash": "/",
	"zero": "0", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7",
	"eight": "8", "nine": "9",
	"colon": ":", "semicolon": ";", "less": "<", "equal": "=", "greater": ">", "question": "?", "at": "@",
	"bracketleft": "[",
	"backslash":   "\\", "bracketright": "]", "asciicircum": "^", "underscore": "_", "grave": "`", "braceleft": "{",
	"bar":        "|",
	"braceright": "}", "asciitilde": "~", "endash": "–", "emdash": "—", "bullet": "•", "ellipsis": "…",
	"fi": "fi", "fl": "fl", "ff": "ff",
	"ffi": "ffi", "ffl": "ffl", "section": "§", "paragraph": "¶", "degree": "°", "copyright": "©",
	"registered": "®", "trademark": "™",
	"Euro": "€", "sterling": "£", "cent": "¢", "yen": "¥", "germandbls": "ß", "ae": "æ", "AE": "Æ", "oe": "œ",
	"OE": "Œ", "oslash": "ø",
	"Oslash": "Ø", "dotlessi": "ı", "lslash": "ł", "Lslash": "Ł", "exclamdown": "¡", "questiondown": "¿",
	"ordfeminine":  "ª",
	"ordmasculine": "º", "nbspace": "\u00A0", "periodcentered": "·", "multiply": "×", "divide": "÷",
	"plusminus": "±",
}

// accents are the endings of names that mean a letter with a mark.
var accents = map[string]string{
	"grave": "\u0300", "acute": "\u0301", "circumflex": "\u0302", "tilde": "\u0303", "dieresis": "\u0308",
	"ring": "\u030A", "cedilla": "\u0327", "caron": "\u030C",
	"breve": "\u0306", "macron": "\u0304",
	"ogonek": "\u0328",
}

// glyphText is the text of a glyph by its name, "" where it is not known (Adobe Glyph List Specification, clause 2).
func glyphText(glyph string) string {
	glyph, _, _ = strings.Cut(glyph, ".")
	if t, ok := glyphNames[glyph]; ok {
		return t
	}
	if len(glyph) == 1 {
		return glyph
	}
	if hex, ok := strings.CutPrefix(glyph, "uni"); ok && len(hex)%4 == 0 && len(hex) > 0 {
		var u []uint16
		for ; len(hex) > 0; hex = hex[4:] {
			n, err := strconv.ParseUint(hex[:4], 16, 16)
			if err != nil {
				return ""
			}
			u = append(u, uint16(n))
		}
		return string(utf16.Decode(u))
	}
	if len(glyph) > 1 {
		if mark, ok := accents[glyph[1:]]; ok {
			return norm.NFC.String(glyph[:1] + mark)
		}
	}
	return ""
}
