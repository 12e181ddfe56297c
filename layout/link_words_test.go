package layout

import (
	"slices"
	"testing"
)

// TestLinksSayWhatTheyPrint: whoever cannot see a link is told all that stands in it, the page that it prints included,
// and what a note's mark is; a note leads back to it.
func TestLinksSayWhatTheyPrint(t *testing.T) {
	ref := &Ref{ID: "two", Kind: PageRange, One: "p. {n}", Several: "pp. {n}"}
	says := func(text string) []Block { return []Block{&Paragraph{Role: NoteText, Inlines: []Inline{{Text: text}}}} }
	note := &Note{ID: "1", Mark: "1", Blocks: says("Aside.")}
	bare := &Note{ID: "2", Mark: "2", Blocks: says("Aside.")}
	one := &Run{ID: "one", Numbering: Arabic, Blocks: []Block{&Paragraph{Role: Body, Inlines: []Inline{
		{Text: "As "}, {Text: "Norway (", Link: "#two"}, {Ref: ref, Link: "#two"}, {Text: ")", Link: "#two"},
		{Text: " said", Note: nil}, {Text: "1", Name: "Note 1", Note: note},
		{Text: "7", Name: "Recommendation 7", Link: "#two"}, {Text: " twice"}, {Text: "2", Note: bare}}}}}
	two := &Run{ID: "two", Numbering: Arabic, Blocks: append(append(says("Here."), PageBreak{}), says("There.")...)}
	list := &Entries{Heads: EntryHeads{Paragraphs: "Paragraphs", Pages: "Page"}, Entries: []Entry{
		{Role: EntryItem, Label: "I.", Inlines: []Inline{{Text: "Opening"}}, Paragraphs: "1–2", Target: "#two",
			Pages: []Ref{{ID: "two"}}},
		{Role: EntryItem, Inlines: []Inline{{Text: "Annex"}}, Target: "#two", Pages: []Ref{{ID: "two"}}}}}
	one.Blocks = append(one.Blocks, list)
	p := settle(t, testSheet("en", 300*Pt, 300*Pt), one, two)
	var got []string
	for _, l := range p.Runs[0].Links {
		got = append(got, l.Text)
	}
	want := []string{"Norway (pp. 2–3)", "Note 1", "Recommendation 7", "Note 2", "Back to the text", "Back to the text",
		"I. Opening, Paragraphs 1–2, Page 2", "Annex, Page 2"}
	if !slices.Equal(got, want) {
		t.Errorf("links say %q, want %q", got, want)
	}
}
