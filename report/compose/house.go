package compose

import (
	"rapporteur/fonts"
	"rapporteur/layout"
	"rapporteur/layout/lang"
	"rapporteur/report/document"
	"rapporteur/sources"
)

// Colours of the house: dark enough on white for small type (WCAG 2.1, 1.4.3 asks 4.5:1; the lightest here has 7:1).
const (
	ink  layout.Color = 0x1a1a1a
	blue layout.Color = 0x1f3a5f
	gray layout.Color = 0x505050
)

// Papers, in thousandths of a point: A4 (ISO 216) and US letter.
const (
	a4Width, a4Height         layout.Length = 595_276, 841_890
	letterWidth, letterHeight layout.Length = 612_000, 792_000
)

// Margins where the manifest gives none. The inner one has the binding.
const (
	topMargin    = 25 * layout.MM
	bottomMargin = 25 * layout.MM
	innerMargin  = 30 * layout.MM
	outerMargin  = 25 * layout.MM
)

// The size and leading of text where the manifest gives neither. Where it gives only a size, the leading is this many
// hundredths of it.
const (
	textSize                  = layout.Length(sources.TextSize)
	textLeading layout.Length = 13_500
	leadingOf   layout.Length = 128
)

// Measures of single things.
const (
	slot       = 9 * layout.MM  // of the space at the start of a line that holds a paragraph's number
	ruleWidth  = 30 * layout.MM // of the short rules that set things off
	emblemSize = 30 * layout.MM // the greatest width and height of the emblem
	thick      = 1500           // of the rule below a title on a page of its own
	middle     = 500            // of a rule that an author draws
	thin       = 400            // of the rule above the facts at the end of a text
)

func thickRule() *layout.Rule {
	return &layout.Rule{Width: ruleWidth, Thickness: thick, Align: layout.Start, Color: blue}
}

func middleRule() *layout.Rule {
	return &layout.Rule{Width: ruleWidth, Thickness: middle, Align: layout.Center, Color: gray}
}

func thinRule() *layout.Rule {
	return &layout.Rule{Width: ruleWidth, Thickness: thin, Align: layout.Start, Color: gray}
}

// paper gives the width and height of the report's pages.
func paper(d *document.Document) (width, height layout.Length) {
	if d.Settings.Paper.Value == "letter" {
		return letterWidth, letterHeight
	}
	return a4Width, a4Height
}

// Paper gives the width and height of the report's pages in points.
func Paper(d *document.Document) [2]float64 {
	w, h := paper(d)
	return [2]float64{float64(w) / float64(layout.Pt), float64(h) / float64(layout.Pt)}
}

// House gives the measures of the publication profile. Everything follows from the size of the text unless the
// manifest says otherwise.
func House(d *document.Document, languages *lang.Set, library *fonts.Library) *layout.Sheet {
	s := &layout.Sheet{
		Top: topMargin, Bottom: bottomMargin, Inner: innerMargin, Outer: outerMargin,
		Lang: d.Words, Languages: languages, NoteRule: ruleWidth, Hyphen: true, Library: library,
		Strings: map[string]string{"between": d.Words.Joined.Between},
	}
	for _, key := range []string{"page", "paragraphs"} {
		s.Strings[key] = d.Words.Say(key)
	}
	set := d.Settings
	s.Width, s.Height = paper(d)
	for _, m := range []struct {
		to    *layout.Length
		milli int
		given bool
	}{
		{&s.Top, set.Margins.Top.Milli, set.Margins.Top.Given},
		{&s.Bottom, set.Margins.Bottom.Milli, set.Margins.Bottom.Given},
		{&s.Inner, set.Margins.Inner.Milli, set.Margins.Inner.Given},
		{&s.Outer, set.Margins.Outer.Milli, set.Margins.Outer.Given},
	} {
		if m.given {
			*m.to = layout.Length(m.milli * 72000 / 25400) // thousandths of a millimetre to thousandths of a point
		}
	}
	size, leading := textSize, textLeading
	if set.Size.Given {
		size = layout.Length(set.Size.Milli)
		leading = size * leadingOf / 100
	}
	if set.Leading.Given {
		leading = layout.Length(set.Leading.Milli)
	}
	t := &typography{s: s, size: size, leading: leading}
	t.text()
	t.titles()
	if d.Plain() {
		t.inLine()
	}
	t.lines()
	t.pages()
	return s
}
