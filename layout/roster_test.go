package layout

import (
	"strings"
	"testing"
)

// TestRosterGoesOn: where the members of a body go on in another column or on another page, its name stands over them
// again, "Spain (continued)"; over its first member it never does, and nobody hears it.
func TestRosterGoesOn(t *testing.T) {
	sheet := testSheet("en", 300*Pt, 300*Pt)
	var list []Block
	for _, name := range []string{"Norway", "Spain", "Chad"} {
		r := &Roster{Name: name, Again: say(name + " (continued)")}
		for range 60 {
			r.Members = append(r.Members, []Inline{{Text: "Head of delegation", Break: true}, {Text: "Ministry"}})
		}
		list = append(list, r)
	}
	settled := settle(t, sheet, &Run{ID: "x", Root: Element{Tag: "Part"},
		Blocks: []Block{&Columns{Count: 2, Blocks: list}}}).Runs[0]
	again, names := 0, 0
	for i := range settled.Count {
		for _, m := range settled.Page(i).Marks {
			line, ok := m.(TextMark)
			if !ok {
				continue
			}
			words := Words(line.Line)
			switch {
			case strings.HasSuffix(words, "(continued)"):
				again++
				if !line.Artifact {
					t.Errorf("%q is heard", words)
				}
			case words == "Norway", words == "Spain", words == "Chad":
				names++
			}
		}
	}
	if columns := settled.Count * 2; again < 3 || again > columns-1 || names != 3 {
		t.Errorf("%d heads are repeated in %d columns, %d names stand there", again, columns, names)
	}
}

// TestColumnsAreBalanced: the columns of the last page are equally tall, but for an entry, however tall pages are; also
// where all of them in one column would be half a page and a little more, which shrinking white makes room for.
func TestColumnsAreBalanced(t *testing.T) {
	var list []Block
	for range 9 {
		list = append(list, &Group{Keep: true, Blocks: []Block{
			&Paragraph{Role: EntryIndex, Inlines: say("Observer"), KeepNext: true},
			&Paragraph{Role: EntryIndex, Inlines: say("p. 3")}}})
	}
	for height := 220 * Pt; height < 520*Pt; height += Pt {
		sheet := testSheet("en", 400*Pt, height)
		sheet.Looks[EntryIndex].After = 4 * Pt
		s := settle(t, sheet, &Run{ID: "x", Root: Element{Tag: "Part"},
			Blocks: []Block{&Columns{Count: 2, Blocks: list}}}).Runs[0]
		last := s.body.pages[len(s.body.pages)-1]
		if len(last) != 2 || last[0].content-last[1].content > 40*Pt || last[1].content-last[0].content > 40*Pt {
			t.Errorf("on pages of %d the last has %d columns", height, len(last))
		}
	}
}
