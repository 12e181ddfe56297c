package unit

import (
	"strings"
	"unicode"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/sources/pdf"
	"rapporteur/sources/pdf/content"
)

// maxLook is the most bytes of a look that are read to know what it says.
const maxLook = 1 << 20

// stale reports whether a look is another than the value of its field, in a form that says that its looks were not kept
// (ISO 32000-1, table 218, NeedAppearances): what filled such a form in left the drawing to its reader, and a report
// must not (ISO 19005-3, 6.4.1). A look that says what the value says stays as it is. So does one that says something
// where a script of the form sets how the value is written, or where its fonts lack letters of the value: it says more
// than what we could draw.
func (s *source) stale(w *widget, kind string, ff int, look types.Object) bool {
	f := &s.original.form
	if asked, _ := s.doc.Resolve(f.dict["NeedAppearances"]).(types.Boolean); !bool(asked) {
		return false
	}
	if kind != "Tx" && kind != "Ch" {
		return false
	}
	d := s.drawing(w, kind, ff)
	if d == nil {
		return false
	}
	says := s.lookText(look)
	if says == "" {
		return d.wanted() != ""
	}
	if s.doc.Dict(s.inheritedBy(w.field, "AA"))["F"] != nil {
		return false
	}
	want := d.wanted()
	if kind == "Ch" && ff&combo == 0 {
		return !strings.Contains(says, want) && d.has(want)
	}
	return says != want && d.has(want)
}

// wanted is what a look has to say: the value, or of a list box the first option that is chosen.
func (d *drawing) wanted() string {
	switch {
	case d.kind == "Ch" && d.ff&combo != 0:
		return bare(d.chosen())
	case d.kind == "Ch":
		chosen := d.marked()
		for _, o := range d.s.doc.Array(d.s.inherited(d.w, "Opt")) {
			if shown, value := d.option(o); chosen[value] || !d.s.spendMore(costOfOption) {
				return bare(shown)
			}
		}
		return ""
	}
	return bare(d.letters())
}

// has reports whether one of the fonts that a text would be written in has all of it.
func (d *drawing) has(text string) bool {
	for _, name := range []string{d.style.Font(), "Helv"} {
		if _, _, lost := d.fontOf(name).encoder.Encode(text); len(lost) == 0 {
			return true
		}
	}
	return false
}

// lookText is the text that a look shows, bare, read once; "" also of one that cannot be read.
func (s *source) lookText(look types.Object) string {
	f := &s.original.form
	n := pdf.RefNumber(look)
	text, known := f.texts[n]
	if known && n > 0 {
		return text
	}
	v, ok := s.doc.Stream(look)
	if !ok || !s.spendMore(len(v.Raw)) {
		return ""
	}
	b, _ := s.doc.Decode(*v, maxLook)
	resources := s.doc.Dict(v.Dict["Resources"])
	if resources == nil {
		resources = s.doc.Dict(f.dict["DR"])
	}
	in := content.New(s.doc, new(content.Fonts), nil)
	in.Words = true
	for _, word := range in.Page(b, resources).Words {
		text += word.Text
	}
	text = bare(text)
	f.texts[n] = text
	return text
}

// bare is a text without what a look may set otherwise: blanks, ends of lines, ligatures.
func bare(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || unicode.IsControl(r) || unicode.Is(unicode.Cf, r) {
			return -1
		}
		return r
	}, ligatures.Replace(text))
}

// ligatures are characters of old that stand for letters: fonts still say so of the glyphs for them.
var ligatures = strings.NewReplacer("ﬀ", "ff", "ﬁ", "fi", "ﬂ", "fl", "ﬃ", "ffi", "ﬄ", "ffl", "ﬅ", "st", "ﬆ", "st")
