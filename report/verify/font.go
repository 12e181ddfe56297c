package verify

import (
	"sync"

	"rapporteur/sources/pdf"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// font is a Type0 font of ours as its text is read: codes of two bytes.
type font struct {
	name    string
	unicode *toUnicode // nil: its text cannot be read
	widths  map[uint16]float64
	usual   float64
}

// width of a code, in thousandths of the size.
func (f *font) width(c uint16) float64 {
	if w, ok := f.widths[c]; ok {
		return w
	}
	return f.usual
}

// maxCMap bounds a decoded ToUnicode: 65,536 codes take 1.2 MB.
const maxCMap = 16 << 20

// maxWidths bounds the ranges of W together: each code once, with room.
const maxWidths = 1 << 18

// fontCache reads each font once, by object number; it may be used by several goroutines.
type fontCache struct {
	mu    sync.Mutex
	fonts map[int]*onceFont
}

type onceFont struct {
	once sync.Once
	font *font
}

// get gives the font that a resource dictionary names; nil when it names none.
func (c *checker) font(resources types.Dict, name string) *font {
	o, ok := c.doc.Dict(resources["Font"])[name]
	if !ok {
		return nil
	}
	n := pdf.RefNumber(o)
	if n == 0 {
		return c.readFont(c.doc.Dict(o))
	}
	c.fonts.mu.Lock()
	if c.fonts.fonts == nil {
		c.fonts.fonts = map[int]*onceFont{}
	}
	f := c.fonts.fonts[n]
	if f == nil {
		f = &onceFont{}
		c.fonts.fonts[n] = f
	}
	c.fonts.mu.Unlock()
	f.once.Do(func() { f.font = c.readFont(c.doc.Dict(o)) })
	return f.font
}

// readFont reads the encoding, widths and texts of a font. A font of another kind than ours comes without texts.
func (c *checker) readFont(d types.Dict) *font {
	f := &font{name: c.doc.Name(d["BaseFont"]), usual: 1000}
	if c.doc.Name(d["Subtype"]) != "Type0" || c.doc.Name(d["Encoding"]) != "Identity-H" {
		return f
	}
	if kids := c.doc.Array(d["DescendantFonts"]); len(kids) > 0 {
		f.readWidths(c.doc, c.doc.Dict(kids[0]))
	}
	if n := pdf.RefNumber(d["ToUnicode"]); n > 0 {
		if b, err := c.file.Decode(n, maxCMap); err == nil {
			f.unicode = parseToUnicode(b)
		}
	}
	return f
}

// readWidths reads DW and W (ISO 32000-1, 9.7.4.3).
func (f *font) readWidths(doc *pdf.Document, d types.Dict) {
	if w, ok := doc.Number(d["DW"]); ok {
		f.usual = w
	}
	f.widths = map[uint16]float64{}
	list := doc.Array(d["W"])
	left := maxWidths
	for i := 0; i+1 < len(list); {
		first, ok := doc.Int(list[i])
		if !ok || first < 0 {
			return
		}
		if each := doc.Array(list[i+1]); each != nil {
			for k, o := range each {
				if w, ok := doc.Number(o); ok && first+k < 1<<16 {
					f.widths[uint16(first+k)] = w
				}
			}
			i += 2
			continue
		}
		last, _ := doc.Int(list[i+1])
		if i+2 >= len(list) {
			return
		}
		if w, ok := doc.Number(list[i+2]); ok {
			for k := first; k <= min(last, 1<<16-1) && left > 0; k++ {
				left--
				f.widths[uint16(k)] = w
			}
		}
		i += 3
	}
}
