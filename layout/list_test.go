package layout

import (
	"fmt"
	"strings"
	"testing"
)

// TestLastItemIsNotAlone: the last item of a list does not open a page where it is of one line and another item can go
// with it.
func TestLastItemIsNotAlone(t *testing.T) {
	for before := range 40 {
		run := &Run{ID: "x", Root: Element{Tag: "Sect"}}
		for i := range before {
			run.Blocks = append(run.Blocks, &Paragraph{Inlines: say(fmt.Sprintf("a%d", i))})
		}
		list := &List{Numbering: "Disc"}
		for i := range 6 {
			list.Items = append(list.Items, Item{Label: "•", Blocks: []Block{&Paragraph{Role: ListText,
				Inlines: say(fmt.Sprintf("item %d", i))}}})
		}
		run.Blocks = append(run.Blocks, list)
		for i := range 40 {
			run.Blocks = append(run.Blocks, &Paragraph{Inlines: say(fmt.Sprintf("b%d", i))})
		}
		s := settle(t, testSheet("en", 400*Pt, 600*Pt), run).Runs[0]
		for i := range s.Count {
			var shown strings.Builder
			s.dump(&shown, s.Page(i))
			if text := shown.String(); strings.Contains(text, "item 5") && !strings.Contains(text, "item 4") {
				t.Errorf("%d paragraphs before the list: its last item is alone on page %d", before, i)
			}
		}
	}
}

// TestWhatBelongsBehind: a group that belongs to what stands before it takes some of that along to a new page.
func TestWhatBelongsBehind(t *testing.T) {
	for before := range 60 {
		run := &Run{ID: "x", Root: Element{Tag: "Sect"}}
		for i := range before {
			run.Blocks = append(run.Blocks, &Paragraph{Inlines: say(fmt.Sprintf("words %d", i))})
		}
		run.Blocks = append(run.Blocks, &Group{Keep: true, Behind: true, Blocks: []Block{&Space{Height: 12 * Pt},
			&Rule{}, &Paragraph{Inlines: say("cited")}}})
		s := settle(t, testSheet("en", 400*Pt, 400*Pt), run).Runs[0]
		var last strings.Builder
		s.dump(&last, s.Page(s.Count-1))
		if before > 0 && !strings.Contains(last.String(), "words") {
			t.Errorf("after %d paragraphs the group has a page of its own", before)
		}
	}
}
