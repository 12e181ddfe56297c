package report

import (
	"rapporteur/fonts"
	"rapporteur/layout"
	"rapporteur/layout/lang"
)

// Colours of the house: dark enough on white for small type (WCAG 2.1, 1.4.3 asks 4.5:1; the lightest here has 7:1).
const (
	ink  layout.Color = 0x1a1a1a
	blue layout.Color = 0x1f3a5f
	gray layout.Color = 0x505050
)

// slot is the width in which a paragraph's number hangs.
const slot = 9 * layout.MM

// house gives the measures of the publication profile. Everything follows from the size of the text unless the manifest says otherwise.
func house(d *Document, library *fonts.Library) *layout.Sheet {
	s := &layout.Sheet{Width: 595276, Height: 841890, Top: 25 * layout.MM, Bottom: 25 * layout.MM, Inner: 30 * layout.MM, Outer: 25 * layout.MM,
		Lang: d.Lang, NoteRule: 30 * layout.MM, Hyphen: true, Library: library, Patterns: lang.Patterns,
		Strings: map[string]string{"continued": d.Words.Say("continued"), "between": d.Words.Joined.Between, "page": d.Words.Say("page"), "paragraphs": d.Words.Say("paragraphs")}}
	set := d.Settings
	if set.Paper.Value == "letter" {
		s.Width, s.Height = 612000, 792000
	}
	for _, m := range []struct {
		to    *layout.Length
		milli int
		given bool
	}{{&s.Top, set.Margins.Top.Milli, set.Margins.Top.Given}, {&s.Bottom, set.Margins.Bottom.Milli, set.Margins.Bottom.Given},
		{&s.Inner, set.Margins.Inner.Milli, set.Margins.Inner.Given}, {&s.Outer, set.Margins.Outer.Milli, set.Margins.Outer.Given}} {
		if m.given {
			*m.to = layout.Length(m.milli * 72000 / 25400)
		}
	}
	size, leading := layout.Length(10500), layout.Length(13500)
	if set.Size.Given {
		size = layout.Length(set.Size.Milli)
		leading = size * 128 / 100
	}
	if set.Leading.Given {
		leading = layout.Length(set.Leading.Milli)
	}
	looks(s, size, leading)
	return s
}

// looks fills the table of looks for a text size and leading.
func looks(s *layout.Sheet, size, leading layout.Length) {
	serif, sans, caption := fonts.Face{Family: fonts.Serif}, fonts.Face{Family: fonts.Sans}, fonts.Face{Family: fonts.Caption}
	bold := func(f fonts.Face) fonts.Face { f.Bold = true; return f }
	italic := func(f fonts.Face) fonts.Face { f.Italic = true; return f }
	pc := func(percent int) layout.Length { return size * layout.Length(percent) / 100 }
	gap := leading * 45 / 100

	set := func(r layout.Role, l layout.Look) {
		if l.Size == 0 {
			l.Size = size
		}
		if l.Leading == 0 {
			l.Leading = leading
		}
		if l.Color == 0 {
			l.Color = ink
		}
		s.Looks[r] = l
	}
	body := layout.Look{Face: serif, Align: 0, Hyphenate: true, Before: gap, After: gap}
	set(layout.Body, body)
	numbered := body
	numbered.Label = slot // the number stands in the margin of the first line; the lines below take the whole measure, as in documents of the United Nations
	set(layout.Numbered, numbered)
	set(layout.ListText, layout.Look{Face: serif, Hyphenate: true, Before: gap * 7 / 10, After: gap * 4 / 10, Label: 6 * layout.MM})
	set(layout.QuoteText, layout.Look{Face: serif, Size: pc(96), Leading: leading * 97 / 100, Hyphenate: true, Before: gap, After: gap, Indent: 8 * layout.MM, Outdent: 8 * layout.MM})
	set(layout.NoteText, layout.Look{Face: caption, Size: pc(81), Leading: leading * 80 / 100, Hyphenate: true, Indent: 5 * layout.MM, Label: 5 * layout.MM, After: leading / 10})
	set(layout.Recommendation, layout.Look{Face: serif, Hyphenate: true, Before: gap, After: gap / 2, Label: slot})
	set(layout.Caption, layout.Look{Face: caption, Size: pc(86), Leading: leading * 85 / 100, Align: 1, Before: gap / 2, After: gap, Color: gray})

	set(layout.HeadPart, layout.Look{Face: bold(sans), Size: pc(250), Leading: pc(290), Align: 1, After: leading, Color: blue, KeepNext: true})
	set(layout.HeadChapter, layout.Look{Face: bold(sans), Size: pc(170), Leading: pc(205), Align: 1, After: leading * 9 / 10, Color: blue, KeepNext: true})
	set(layout.HeadA, layout.Look{Face: bold(sans), Size: pc(124), Leading: pc(155), Align: 1, Before: leading * 15 / 10, After: leading * 4 / 10, Color: blue, KeepNext: true})
	set(layout.HeadB, layout.Look{Face: bold(sans), Size: pc(108), Leading: pc(138), Align: 1, Before: leading * 12 / 10, After: leading * 35 / 100, KeepNext: true})
	set(layout.HeadC, layout.Look{Face: bold(serif), Align: 1, Before: leading, After: leading * 3 / 10, KeepNext: true})
	set(layout.HeadD, layout.Look{Face: italic(serif), Align: 1, Before: leading * 9 / 10, After: leading * 3 / 10, KeepNext: true})
	set(layout.HeadStatement, layout.Look{Face: bold(sans), Size: pc(152), Leading: pc(186), Align: 1, After: leading * 4 / 10, Color: blue, KeepNext: true})
	set(layout.Kicker, layout.Look{Face: sans, Size: pc(90), Leading: leading, Align: 1, After: leading * 3 / 10, Color: gray, KeepNext: true})
	set(layout.Byline, layout.Look{Face: italic(serif), Align: 1, After: leading * 5 / 10, KeepNext: true})
	set(layout.Lead, layout.Look{Face: serif, Size: pc(95), Leading: leading * 96 / 100, Align: 1, After: leading / 10, Color: gray})

	set(layout.Speaker, layout.Look{Face: serif, Align: 1, Before: gap * 7 / 10, After: gap * 3 / 10})
	set(layout.CellText, layout.Look{Face: caption, Size: pc(87), Leading: leading * 84 / 100, Align: 1})
	set(layout.CellHead, layout.Look{Face: bold(sans), Size: pc(83), Leading: leading * 84 / 100, Align: 1})
	set(layout.EntryPart, layout.Look{Face: bold(sans), Size: pc(104), Align: 1, Before: leading * 9 / 10, After: leading * 2 / 10, Color: blue, KeepNext: true})
	set(layout.EntryChapter, layout.Look{Face: serif, Align: 1, Before: leading * 3 / 10, After: leading / 10, Tabular: true, Indent: 10 * layout.MM, Label: 10 * layout.MM})
	set(layout.EntryItem, layout.Look{Face: serif, Size: pc(95), Leading: leading * 97 / 100, Align: 1, Before: leading / 10, After: leading / 10, Tabular: true, Indent: 10 * layout.MM})
	set(layout.EntryPlain, layout.Look{Face: serif, Align: 1, Before: leading * 2 / 10, After: leading / 10, Tabular: true})
	set(layout.EntryIndex, layout.Look{Face: serif, Size: pc(93), Leading: leading * 93 / 100, Align: 1, After: leading / 12})

	set(layout.CoverOrganization, layout.Look{Face: bold(sans), Size: pc(124), Leading: pc(160), Align: 1, Color: blue})
	set(layout.CoverTitle, layout.Look{Face: bold(sans), Size: pc(285), Leading: pc(335), Align: 1, After: leading, Color: blue})
	set(layout.CoverSubtitle, layout.Look{Face: sans, Size: pc(152), Leading: pc(195), Align: 1, After: leading})
	set(layout.CoverFacts, layout.Look{Face: sans, Size: pc(105), Leading: pc(142), Align: 1, After: leading * 3 / 10})
	set(layout.Fine, layout.Look{Face: caption, Size: pc(86), Leading: leading * 88 / 100, Align: 1, Before: gap / 2, After: gap})
	set(layout.RunningHead, layout.Look{Face: sans, Size: pc(80), Leading: leading, Align: 1, Color: gray})
	set(layout.Folio, layout.Look{Face: sans, Size: pc(86), Leading: leading, Align: 1, Tabular: true})
	set(layout.DividerTitle, layout.Look{Face: bold(sans), Size: pc(190), Leading: pc(230), Align: 1, After: leading, Color: blue, KeepNext: true})
	set(layout.DividerFacts, layout.Look{Face: serif, Size: pc(104), Leading: leading * 110 / 100, Align: 1, After: leading * 2 / 10})
	set(layout.DividerNote, layout.Look{Face: caption, Size: pc(86), Leading: leading * 88 / 100, Align: 1, Before: gap, Color: gray})
}
