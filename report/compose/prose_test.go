package compose

import (
	"strconv"
	"strings"
	"testing"

	"rapporteur/layout"
)

// introduced gives the paragraphs of a report's introduction, whose text it is given.
func introduced(t *testing.T, text, more string) (out []*layout.Paragraph) {
	t.Helper()
	d := resolved(t, "rapporteur: 1\nreport: {title: T, language: en, date: 2012-03-01}\n"+more+
		"introduction: [{id: i, title: I, text: "+strconv.Quote(text)+"}]\n")
	var walk func([]layout.Block)
	walk = func(list []layout.Block) {
		for _, b := range list {
			switch b := b.(type) {
			case *layout.Paragraph:
				out = append(out, b)
			case *layout.Group:
				walk(b.Blocks)
			case *layout.Float:
				walk(b.Blocks)
			}
		}
	}
	for _, run := range composed(d).Runs {
		if run.Item == "i" {
			walk(run.Blocks)
		}
	}
	return out
}

// TestWhatAnnounces: of any length, a paragraph that ends in a colon stays with what it announces.
func TestWhatAnnounces(t *testing.T) {
	long := strings.Repeat("a long paragraph ", 9)
	for words, want := range map[string]bool{long + "that ends in a colon:": true, long + "that ends.": false} {
		if list := introduced(t, words+"\n\n- One\n- Two\n", ""); list[0].KeepNext != want {
			t.Errorf("%q stays with the next: %v", words, list[0].KeepNext)
		}
	}
}

// TestTablesByTheirIDs: a caption has an id as a heading has one, before its table or behind it, and what leads there
// names the table by its number, or by its caption where the report does not count.
func TestTablesByTheirIDs(t *testing.T) {
	const rows = "\n\n| a |\n|---|\n| b |\n\n"
	text := "Of [@one] and [@two].\n\nTable: Costs {#one}" + rows + "Words." + rows[1:] + "Table: Gains {#two}\n"
	for more, want := range map[string]string{
		"":                            "Of Costs (00) and Gains (00).",
		"layout: {lists: [tables]}\n": "Of Table 1 (00) and Table 2 (00).",
	} {
		list := introduced(t, text, more)
		var words string
		for _, in := range list[0].Inlines {
			if words += in.Text; in.Ref != nil {
				words += "00"
			}
		}
		if words != want {
			t.Errorf("%q: %q, want %q", more, words, want)
		}
		if len(list) != 4 || list[1].Role != layout.Caption || list[3].Role != layout.Caption {
			t.Errorf("%q: %d paragraphs", more, len(list))
		}
	}
}
