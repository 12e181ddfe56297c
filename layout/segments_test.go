package layout

import (
	"strings"
	"testing"
)

// TestNotesOfSegmentsStandBelowEachOther: on a page whose text is set in one column, in two and in one again, the notes
// of all stand at its foot in their order, under one rule, and nothing that fills the page covers them.
func TestNotesOfSegmentsStandBelowEachOther(t *testing.T) {
	noted := func(id string) *Paragraph {
		return &Paragraph{Inlines: []Inline{{Text: "Words " + id}, {Text: id, Note: &Note{ID: id, Mark: id,
			Blocks: []Block{&Paragraph{Role: NoteText, Inlines: say("Note " + id)}}}}}}
	}
	run := settle(t, testSheet("en", 420*Pt, 595*Pt), &Run{ID: "r", Blocks: []Block{
		noted("1"),
		&Columns{Count: 2, Blocks: []Block{noted("2"), noted("3")}},
		noted("4"),
		&Columns{Count: 2, Blocks: []Block{&Paragraph{Inlines: say("Left")}, &Paragraph{Inlines: say("Right")}}},
		&Space{Fill: 1}, &Paragraph{Inlines: say("Last words")},
	}}).Runs[0]
	if run.Count != 1 {
		t.Fatalf("%d pages", run.Count)
	}
	at := map[string]Length{}
	rules := 0
	for _, m := range run.Page(0).Marks {
		switch m := m.(type) {
		case TextMark:
			at[strings.TrimSpace(Words(m.Line))] = m.Y
		case RuleMark:
			rules++
		}
	}
	if at["Note 1"] == 0 || at["Last words"] == 0 || at["Last words"] > at["Note 1"]-8*Pt ||
		at["Note 1"] > at["Note 2"]-8*Pt || at["Note 2"] > at["Note 4"]-8*Pt || at["Note 3"] > at["Note 4"]-8*Pt {
		t.Errorf("places: %v", at)
	}
	if rules != 1 {
		t.Errorf("%d rules above the notes", rules)
	}
}
