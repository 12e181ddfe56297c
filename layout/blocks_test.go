package layout

import (
	"bytes"
	"testing"

	"rapporteur/layout/text"
)

func every() []Block {
	return []Block{
		&Heading{Level: 1, Role: HeadChapter, Number: "I.", Inlines: say("Opening of the symposium"), Anchor: "ch1",
			Bookmark: &Bookmark{Level: 1, Title: "I. Opening"}},
		&Paragraph{Role: Lead, Inlines: say("Chair: Representative of Norway")},
		&Heading{Level: 2, Role: HeadA, Number: "A.", Inlines: say("Debate")},
		&Paragraph{Role: Numbered, Label: "12.", Anchor: "p12", Inlines: []Inline{
			{Text: "The meeting recalled "}, {Text: "resolution", Link: "https://example.org/r"},
			{Text: " 61", Link: "https://example.org/r", Emph: Italic},
			{Text: " and the words "}, {Text: "hautes parties", Lang: "fr", Emph: Italic}, {Text: " in it."},
			{Text: "1", Note: &Note{ID: "1", Mark: "1",
				Blocks: []Block{&Paragraph{Role: NoteText,
					Inlines: say("See the report of the first session, which was held in spring.")}}}},
			{Text: " See page "}, {Ref: &Ref{ID: "ch1"}, Link: "#ch1"}, {Text: "."},
		}},
		&List{Numbering: "LowerAlpha", Tight: true, Items: []Item{
			{Label: "(a)", Blocks: []Block{&Paragraph{Role: ListText,
				Inlines: say("observe the weather of the southern seas together")}}},
			{Label: "(b)", Anchor: "it-b", Blocks: []Block{&Paragraph{Role: ListText, Inlines: say("report")}}},
		}},
		&Quote{Lang: "fr", Blocks: []Block{&Paragraph{Role: QuoteText,
			Inlines: say("Les parties contractantes conviennent de coopérer.")}}},
		&Definitions{Columns: true, Entries: []DefinitionEntry{
			{Term: say("WMO"), Body: []Block{&Paragraph{Inlines: say("World Meteorological Organization")}}},
			{Term: say("UN"), Body: []Block{&Paragraph{Inlines: say("United Nations")}}},
		}},
		&Table{Summary: "Meetings", Columns: []Column{{}, {Align: text.End}, {}},
			Head: []TableRow{{Cells: []TableCell{{Inlines: say("Place")}, {Inlines: say("Number")},
				{Inlines: say("Subject")}}}},
			Rows: []TableRow{
				{Group: true, Cells: []TableCell{{Inlines: say("First week")}}},
				{Cells: []TableCell{{Inlines: say("Oslo")}, {Inlines: say("12")},
					{Inlines: say("Observation of the weather on board of ships " +
						"and how it is to be reported by all of them")}}},
				{Cells: []TableCell{{Inlines: say("Paris")}, {Span: 2, Inlines: say("none")}}},
			}},
		&Figure{Picture: &Picture{Key: "k", Format: "png", Width: 300, Height: 150}, Alt: "A map",
			Caption: say("Figure 1. The seas"), Align: text.Center},
		&Group{Tag: "Sect", Lang: "ar", Keep: true,
			Blocks: []Block{&Paragraph{Role: Numbered, Label: "3.", Inlines: say("عقد الاجتماع في 12 مايو")}}},
		Rule{Width: 50 * Pt, Thickness: Pt / 2, Align: text.Center},
		Space{Height: 12 * Pt},
		&Columns{Count: 2, Blocks: []Block{prose(1), prose(1), prose(1)}},
		&Paragraph{Inlines: say("The end.")},
		PageBreak{},
		Space{Fill: 1},
		&Paragraph{Inlines: say("In the middle.")},
		Space{Fill: 1},
	}
}

func contents() *Run {
	return &Run{ID: "contents", Kind: "contents", Numbering: Roman, Root: Element{Tag: "Sect"}, Blocks: []Block{
		&Heading{Level: 1, Role: HeadChapter, Inlines: say("Contents")},
		&Entries{Heads: EntryHeads{Paragraphs: "Paragraphs", Pages: "Page"}, Entries: []Entry{
			{Role: EntryChapter, Label: "I.", Inlines: say("Opening of the symposium"), Paragraphs: "1–12",
				Pages: []Ref{{ID: "ch1"}}, Target: "ch1"},
			{Role: EntryItem, Level: 1, Inlines: say("Statement of the representative of Norway " +
				"on behalf of the northern countries, delivered by the deputy"),
				Pages: []Ref{{ID: "all", Kind: PageRange}}, Target: "all"},
			{Role: EntryChapter, Label: "II.", Inlines: say("Close"), Pages: []Ref{{ID: "p12"}}, Target: "#p12"},
		}},
		&Entries{Entries: []Entry{{Role: EntryIndex, Inlines: say("Norway"),
			Pages: []Ref{{ID: "ch1"}, {ID: "p12"}}}}},
	}}
}

func TestEveryBlock(t *testing.T) {
	runs := []*Run{contents(), {ID: "all", Kind: "chapter", Lang: "en", Numbering: Arabic, Opening: RightPage,
		Title: "All", Root: Element{Tag: "Part"}, Blocks: every()}}
	var blocks bytes.Buffer
	if err := DumpBlocks(&blocks, runs); err != nil {
		t.Fatal(err)
	}
	p := settle(t, testSheet("en", 300*Pt, 400*Pt), runs...)
	golden(t, "every", map[string]string{"blocks": blocks.String(), "pages": dumped(t, p, ""),
		"tree": treeOf(t, p.Runs[1]), "contents": treeOf(t, p.Runs[0])}, "blocks", "pages", "tree", "contents")
}
