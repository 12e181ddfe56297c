package content

import (
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/sources/pdf"
	"rapporteur/sources/pdf/lex"
)

// Font is a font as its text is read.
type Font struct {
	Name    string // its BaseFont
	simple  bool   // codes are of one byte, else of two
	unicode *ToUnicode
	base    *[256]string      // the texts of a simple font's codes, where ToUnicode gives none; shared
	differs *[256]difference  // from those; nil: none does
	core    string            // the standard font whose widths it has, "" none
	widths  spans             // of the codes of two bytes
	few     *[256]simpleWidth // of the codes of one byte; nil: none has one
	usual   float64

	above, below float64 // how far its glyphs reach from the base line, in ems

	vertical  bool    // lines run down the page
	top, down float64 // of a vertical font: from the glyph's base line to its origin, and from there to the next glyph
}

// Maps reports whether the font maps its codes to Unicode.
func (f *Font) Maps() bool { return f.unicode != nil }

// width of a code, in thousandths of the size.
func (f *Font) width(c uint16) float64 {
	if f.few != nil && c < 256 && f.few[c].is {
		return f.few[c].width
	}
	if w, ok := f.widths.of(c); ok {
		return w
	}
	if f.core != "" && c < 256 {
		if w, ok := coreWidth(f.core, int(c), f.encoded(c)); ok {
			return w
		}
	}
	return f.usual
}

// simpleWidth is the width of a code of a simple font, if it has one.
type simpleWidth struct {
	width float64
	is    bool
}

// text of a code, "" where it is not known.
func (f *Font) text(c uint16) string {
	if f.unicode != nil {
		if m := f.unicode.of(c); m.state != Unmapped {
			return m.text
		}
	}
	return f.encoded(c)
}

// encoded is the text of a code by a simple font's encoding, "" where it has none.
func (f *Font) encoded(c uint16) string {
	if f.base == nil || c > 255 {
		return ""
	}
	if f.differs != nil && f.differs[c].is {
		return f.differs[c].text
	}
	return f.base[c]
}

// difference is the text of a code that is not the one that a simple font's encoding gives it by itself.
type difference struct {
	text string
	is   bool
}

const (
	// MaxCMap bounds a decoded ToUnicode: 65,536 codes take 1.2 MB.
	MaxCMap = 16 << 20
	// maxWidths bounds the ranges of W together: each code once, with room.
	maxWidths = 1 << 18
)

// Fonts reads each font of a document once, by object number, and each ToUnicode, which many fonts may share; it may be
// used by the interpreters of several goroutines. Its zero value is empty.
type Fonts struct {
	// Given, where it is not nil, gives the ToUnicode that is the stream with a number, for whoever reads those of
	// several documents: many have equal ones. It gives nil for one that cannot be read.
	Given func(n int, simple bool) *ToUnicode

	fonts    onces[int, *Font]
	unicodes onces[unicodeKey, *ToUnicode]
	encoded  onces[int, *[256]difference] // differences of encodings, which the fonts of a file may share
}

// unicodeKey is a stream that gives texts, to codes of one byte or of two.
type unicodeKey struct {
	number int
	simple bool
}

// fontName names a font that stands in resources itself, as those of a page or a form have it.
type fontName struct {
	owner int // object number of the form; 0 the page
	name  string
}

// setFont makes the font that the resources name the current one. Where only a part of the page is looked at, it is
// read no sooner than text stands there.
func (in *Interpreter) setFont(t *lex.Token) {
	st := &in.state
	st.font, st.fontAt, st.down = nil, 0, false
	if !in.narrow() {
		st.font = in.font(string(in.bytes(t)))
		return
	}
	if st.fontAt, st.down = in.named(in.bytes(t)); st.fontAt == 0 {
		st.font = in.font(string(in.bytes(t)))
		st.down = st.font != nil && st.font.vertical
	}
}

// font gives the font that the resources name; nil when they name none.
func (in *Interpreter) font(name string) *Font {
	o, ok := in.doc.Dict(in.resources["Font"])[name]
	if !ok {
		return nil
	}
	if n := pdf.RefNumber(o); n != 0 {
		return in.fonts.fonts.get(n, func() *Font { return in.readFont(in.doc.Dict(o)) })
	}
	key := fontName{in.owner, name}
	f, known := in.direct[key]
	if !known {
		f = in.readFont(in.doc.Dict(o))
		in.direct[key] = f
	}
	return f
}

// readFont reads the encoding, widths and texts of a font. Composite fonts are read with codes of two bytes, as
// Identity has them; those of other encodings come without widths and texts. Lines of a font with Identity-V run down
// the page, by DW2 alone: W2, which moves single glyphs, is not read. Where only a part of the page is looked at, no
// texts of simple fonts are read: their blank is the code 32.
func (in *Interpreter) readFont(d types.Dict) *Font {
	f := &Font{Name: in.doc.Name(d["BaseFont"]), usual: 1000, above: above, below: below}
	if in.doc.Name(d["Subtype"]) != "Type0" {
		f.simple = true
		f.readSimple(in.doc, d, in.narrow(), in.fonts)
		if in.Guess {
			f.guess(in.doc, d)
		}
	} else if encoding := in.doc.Name(d["Encoding"]); encoding != "Identity-H" && encoding != "Identity-V" {
		return f
	} else if kids := in.doc.Array(d["DescendantFonts"]); len(kids) > 0 {
		f.vertical = encoding == "Identity-V"
		f.readWidths(in.doc, in.doc.Dict(kids[0]))
	}
	if n := pdf.RefNumber(d["ToUnicode"]); n > 0 && !(f.simple && in.narrow()) {
		f.unicode = in.fonts.unicodes.get(unicodeKey{n, f.simple}, func() *ToUnicode {
			if in.fonts.Given != nil {
				return in.fonts.Given(n, f.simple)
			}
			if b, err := in.decode(nil, n); err == nil && len(b) <= MaxCMap {
				return ReadToUnicode(b, f.simple)
			}
			return nil
		})
	}
	return f
}

// Widths are the widths of the codes of a composite font that is shown by its descendant, by W and DW, as far as W
// lists them.
func Widths(doc *pdf.Document, d types.Dict) map[uint16]float64 {
	f := &Font{}
	f.readWidths(doc, d)
	return f.widths.each()
}

// readWidths reads DW2, DW and W (ISO 32000-1, 9.7.4.3).
func (f *Font) readWidths(doc *pdf.Document, d types.Dict) {
	f.top, f.down = 880, -1000
	if a := doc.Array(d["DW2"]); len(a) == 2 {
		f.top, _ = doc.Number(a[0])
		f.down, _ = doc.Number(a[1])
	}
	if w, ok := doc.Number(d["DW"]); ok {
		f.usual = w
	}
	defer func() { f.widths.sorted() }()
	list := doc.Array(d["W"])
	for i := 0; i+1 < len(list); {
		first, ok := doc.Int(list[i])
		if !ok || first < 0 {
			return
		}
		if each := doc.Array(list[i+1]); each != nil {
			for k, o := range each {
				if w, ok := doc.Number(o); ok && first+k < 1<<16 {
					f.widths.add(uint16(first+k), uint16(first+k), w)
				}
			}
			i += 2
			continue
		}
		last, _ := doc.Int(list[i+1])
		if i+2 >= len(list) {
			return
		}
		if w, ok := doc.Number(list[i+2]); ok && first <= min(last, 1<<16-1) {
			f.widths.add(uint16(first), uint16(min(last, 1<<16-1)), w)
		}
		i += 3
	}
}
