package compose

import (
	"rapporteur/fonts"
	"rapporteur/layout"
)

// typography fills the table of looks for a text size and leading. Sizes are hundredths of the text's size, distances
// hundredths of its leading.
type typography struct {
	s             *layout.Sheet
	size, leading layout.Length
}

// Faces of the house.
var (
	serif       = fonts.Face{Family: fonts.Serif}
	serifBold   = fonts.Face{Family: fonts.Serif, Bold: true}
	serifItalic = fonts.Face{Family: fonts.Serif, Italic: true}
	sans        = fonts.Face{Family: fonts.Sans}
	sansBold    = fonts.Face{Family: fonts.Sans, Bold: true}
	caption     = fonts.Face{Family: fonts.Caption}
)

// of is hundredths of the text's size.
func (t *typography) of(percent int) layout.Length { return t.size * layout.Length(percent) / 100 }

// lead is hundredths of the leading.
func (t *typography) lead(percent int) layout.Length { return t.leading * layout.Length(percent) / 100 }

// gap is the white between paragraphs; gaps is tenths of it.
func (t *typography) gap() layout.Length { return t.lead(45) }

func (t *typography) gaps(tenths int) layout.Length { return t.gap() * layout.Length(tenths) / 10 }

func (t *typography) set(r layout.Role, l layout.Look) {
	if l.Size == 0 {
		l.Size = t.size
	}
	if l.Leading == 0 {
		l.Leading = t.leading
	}
	if l.Color == 0 {
		l.Color = ink
	}
	t.s.Looks[r] = l
}

// text is what authors write: paragraphs, lists, quotations, notes, captions, cells.
func (t *typography) text() {
	body := layout.Look{Face: serif, Align: layout.Justify, Hyphenate: true, Before: t.gap(), After: t.gap()}
	t.set(layout.Body, body)
	numbered := body
	numbered.Label = slot // hangs in the first line; those below take the whole measure, as in United Nations documents
	t.set(layout.Numbered, numbered)
	t.set(layout.ListText, layout.Look{Face: serif, Hyphenate: true, Before: t.gaps(7), After: t.gaps(4),
		Label: 6 * layout.MM})
	t.set(layout.QuoteText, layout.Look{Face: serif, Size: t.of(96), Leading: t.lead(97), Hyphenate: true,
		Before: t.gap(), After: t.gap(), Indent: 8 * layout.MM, Outdent: 8 * layout.MM})
	t.set(layout.NoteText, layout.Look{Face: caption, Size: t.of(81), Leading: t.lead(80), Hyphenate: true,
		Indent: 5 * layout.MM, Label: 5 * layout.MM, After: t.leading / 10})
	t.set(layout.Recommendation, layout.Look{Face: serifBold, Hyphenate: true, Before: t.gap(), After: t.gap() / 2,
		Label: slot})
	t.set(layout.Caption, layout.Look{Face: caption, Size: t.of(86), Leading: t.lead(85), Align: layout.Start,
		Before: t.gap() / 2, After: t.gap(), Color: gray})
	t.set(layout.Speaker, layout.Look{Face: serif, Align: layout.Start, Before: t.gaps(7), After: t.gaps(3)})
	t.set(layout.CellText, layout.Look{Face: caption, Size: t.of(87), Leading: t.lead(84), Align: layout.Start})
	t.set(layout.CellHead, layout.Look{Face: sansBold, Size: t.of(83), Leading: t.lead(84), Align: layout.Start})
}

// titles are the headings, and what stands about them.
func (t *typography) titles() {
	title := func(r layout.Role, l layout.Look) {
		l.Align, l.KeepNext = layout.Balanced, true
		t.set(r, l)
	}
	title(layout.HeadPart, layout.Look{Face: sansBold, Size: t.of(250), Leading: t.of(290), After: t.leading,
		Color: blue})
	title(layout.HeadChapter, layout.Look{Face: sansBold, Size: t.of(170), Leading: t.of(205), After: t.lead(90),
		Color: blue})
	title(layout.HeadA, layout.Look{Face: sansBold, Size: t.of(124), Leading: t.of(155), Before: t.lead(150),
		After: t.lead(40), Color: blue})
	title(layout.HeadB, layout.Look{Face: sansBold, Size: t.of(108), Leading: t.of(138), Before: t.lead(120),
		After: t.lead(35)})
	title(layout.HeadC, layout.Look{Face: serifBold, Before: t.leading, After: t.lead(30)})
	title(layout.HeadD, layout.Look{Face: serifItalic, Before: t.lead(90), After: t.lead(30)})
	title(layout.HeadStatement, layout.Look{Face: sansBold, Size: t.of(152), Leading: t.of(186), After: t.lead(40),
		Color: blue})
	title(layout.Kicker, layout.Look{Face: sans, Size: t.of(90), After: t.lead(30), Color: gray})
	title(layout.Byline, layout.Look{Face: serifItalic, After: t.lead(50)})
	t.set(layout.Lead, layout.Look{Face: serif, Size: t.of(95), Leading: t.lead(96), Align: layout.Start,
		After: t.leading / 10, Color: gray})
}

// inLine are the titles of a plain report, where what they head follows on: they stand within a page, and open none.
func (t *typography) inLine() {
	title := func(r layout.Role, size, leading int) {
		look := t.s.Looks[r]
		look.Size, look.Leading = t.of(size), t.of(leading)
		t.set(r, look)
	}
	title(layout.HeadChapter, 145, 178)
	title(layout.HeadStatement, 124, 155)
	title(layout.HeadA, 112, 142)
	look := t.s.Looks[layout.HeadC]
	look.Before = t.lead(75)
	t.set(layout.HeadC, look)
}

// lines are those of the contents and the index.
func (t *typography) lines() {
	t.set(layout.EntryPart, layout.Look{Face: sansBold, Size: t.of(104), Align: layout.Start, Before: t.lead(90),
		After: t.lead(20),
		Color: blue, KeepNext: true})
	t.set(layout.EntryChapter, layout.Look{Face: serif, Align: layout.Start, Before: t.lead(30), After: t.leading / 10,
		Tabular: true, Indent: 10 * layout.MM, Label: 10 * layout.MM})
	t.set(layout.EntryItem, layout.Look{Face: serif, Size: t.of(95), Leading: t.lead(97), Align: layout.Start,
		Before: t.leading / 10, After: t.leading / 10, Tabular: true, Indent: 10 * layout.MM})
	t.set(layout.EntryPlain, layout.Look{Face: serif, Align: layout.Start, Before: t.lead(20), After: t.leading / 10,
		Tabular: true})
	t.set(layout.EntryIndex, layout.Look{Face: serif, Size: t.of(93), Leading: t.lead(93), Align: layout.Start,
		After: t.leading / 12, Indent: 4 * layout.MM, First: -4 * layout.MM, Tabular: true})
}

// pages are the cover, the imprint and the dividers, and what every page bears.
func (t *typography) pages() {
	t.set(layout.CoverOrganization, layout.Look{Face: sansBold, Size: t.of(124), Leading: t.of(160),
		Align: layout.Start,
		Color: blue})
	t.set(layout.CoverTitle, layout.Look{Face: sansBold, Size: t.of(285), Leading: t.of(335), Align: layout.Balanced,
		After: t.leading, Color: blue})
	t.set(layout.CoverSubtitle, layout.Look{Face: sans, Size: t.of(152), Leading: t.of(195), Align: layout.Balanced,
		After: t.leading})
	t.set(layout.CoverFacts, layout.Look{Face: sans, Size: t.of(105), Leading: t.of(142), Align: layout.Start,
		After: t.lead(30)})
	t.set(layout.Fine, layout.Look{Face: caption, Size: t.of(86), Leading: t.lead(88), Align: layout.Start,
		Before: t.gap() / 2, After: t.gap()})
	t.set(layout.RunningHead, layout.Look{Face: sans, Size: t.of(80), Align: layout.Start, Color: gray})
	t.set(layout.Folio, layout.Look{Face: sans, Size: t.of(86), Align: layout.Start, Tabular: true})
	t.set(layout.DividerTitle, layout.Look{Face: sansBold, Size: t.of(190), Leading: t.of(230), Align: layout.Balanced,
		After: t.leading, Color: blue, KeepNext: true})
	t.set(layout.DividerFacts, layout.Look{Face: serif, Size: t.of(104), Leading: t.lead(110), Align: layout.Start,
		After: t.lead(20)})
	t.set(layout.DividerNote, layout.Look{Face: caption, Size: t.of(86), Leading: t.lead(88), Align: layout.Start,
		Before: t.gap(), Color: gray})
}
