package paint

import (
	"strconv"
	"sync"

	"rapporteur/fonts"
)

// uses keeps, for the fonts of a unit, which glyphs were painted and what they stand for. One glyph may stand for
// several texts (hyphen and soft hyphen, space and no-break space, small capitals): then the font is used in several
// readings, each with one text a glyph. A glyph takes the first reading where it is new or has this text already.
type uses struct {
	prefix string
	fonts  []*fontUses
	byFont map[*fonts.Font]*fontUses
}

type fontUses struct {
	font     *fonts.Font
	prefix   string // of its readings' names: "F3."
	upem     int
	outlines *fonts.Outlines // nil until one is asked for
	readings []*reading
}

// reading is a glyph's text by glyph, in pages of 256, for fonts of sixty thousand glyphs are used a few hundred at a
// time.
type reading struct {
	name  string
	pages []*glyphPage // nil where none of its glyphs is used; as many as there had to be
	count int
}

type glyphPage [256]glyphUse

// glyphPages are empty pages, to be used again: each takes 6 KB, and a run needs one or two of each font.
var glyphPages = sync.Pool{New: func() any { return new(glyphPage) }}

type glyphUse struct {
	text  string // "" not used
	width int32  // hundredths of a thousandth of an em: what W says of it
}

func newUses(prefix string) *uses { return &uses{prefix: prefix, byFont: map[*fonts.Font]*fontUses{}} }

func (u *uses) font(f *fonts.Font) *fontUses {
	if fu := u.byFont[f]; fu != nil {
		return fu
	}
	fu := &fontUses{font: f, prefix: u.prefix + strconv.Itoa(len(u.fonts)) + ".", upem: f.Upem()}
	u.fonts = append(u.fonts, fu)
	u.byFont[f] = fu
	return fu
}

// glyph notes a use and gives the reading and the glyph's width.
func (fu *fontUses) glyph(id fonts.GID, text string) (*reading, int32) {
	hi, lo := int(id>>8), id&255
	for _, r := range fu.readings {
		if hi >= len(r.pages) || r.pages[hi] == nil {
			return r, fu.add(r, id, text)
		}
		g := &r.pages[hi][lo]
		if g.text == text {
			return r, g.width
		}
		if g.text == "" {
			return r, fu.add(r, id, text)
		}
	}
	r := &reading{name: fu.prefix + strconv.Itoa(len(fu.readings))}
	fu.readings = append(fu.readings, r)
	return r, fu.add(r, id, text)
}

func (fu *fontUses) add(r *reading, id fonts.GID, text string) int32 {
	hi := int(id >> 8)
	for len(r.pages) <= hi {
		r.pages = append(r.pages, nil)
	}
	if r.pages[hi] == nil {
		r.pages[hi] = glyphPages.Get().(*glyphPage)
	}
	w := Width(fu.font, id)
	r.pages[hi][id&255] = glyphUse{text, int32(w)}
	r.count++
	return int32(w)
}

// Width is a glyph's width as a PDF's W array gives it: in hundredths of a thousandth of an em, rounded. Painter and
// linker use this one.
func Width(f *fonts.Font, id fonts.GID) int {
	upem := f.Upem()
	return (f.Advance(id)*100_000 + upem/2) / upem
}

// list gives the uses in order of first use of font and reading, the glyphs in order, and forgets them.
func (u *uses) list() []FontUse {
	var out []FontUse
	for _, fu := range u.fonts {
		for _, r := range fu.readings {
			use := FontUse{Font: fu.font, Name: r.name, Glyphs: make([]GlyphUse, 0, r.count)}
			for hi, pg := range r.pages {
				if pg == nil {
					continue
				}
				for lo := range pg {
					if pg[lo].text != "" {
						use.Glyphs = append(use.Glyphs, GlyphUse{fonts.GID(hi<<8 | lo), pg[lo].text})
					}
				}
				*pg = glyphPage{}
				glyphPages.Put(pg)
			}
			out = append(out, use)
		}
	}
	u.fonts, u.byFont = nil, nil
	return out
}
