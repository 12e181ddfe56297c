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
