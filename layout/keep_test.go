package layout

import (
	"fmt"
	"testing"
)

// What announces a list goes on to the list's page with two lines at least, and pages may end within it; what is no
// running text goes whole.
func TestWhatStaysWithTheNext(t *testing.T) {
	sheet := testSheet("en", 300*Pt, 400*Pt)
	parted := 0
	for above := range 24 {
		r := &Run{ID: "r", Root: Element{Tag: "Sect"}}
		for i := range above {
			r.Blocks = append(r.Blocks, &Paragraph{Inlines: say(fmt.Sprint("Line ", i))})
		}
		lead := prose(6)
		lead.KeepNext = true
		list := &List{Numbering: "Disc"}
		for range 4 {
			list.Items = append(list.Items, Item{Label: "•", Blocks: []Block{prose(2)}})
		}
		r.Blocks = append(r.Blocks, lead, list)
		s := settle(t, sheet, r).Runs[0]
		rows, from, to := s.body.segments[0].rows, 0, 0
		for i := range rows { // the lines of what announces the list
			if n := len(rows[i].parts); n > 0 && rows[i].kind == lineRow {
				if rows[i].parts[n-1].line.Last {
					if to = i + 1; to-from > 6 {
						break
					}
					from = to + 1
				}
			}
		}
		for _, page := range s.body.pages[:s.Count-1] {
			switch end := page[0].to; {
			case end == to:
				t.Errorf("below %d lines a page ends with what announces a list", above)
			case end > from && end < to:
				if parted++; to-end < 2 || end-from < 2 {
					t.Errorf("below %d lines it is parted after %d of %d lines", above, end-from, to-from)
				}
			}
		}
	}
	if parted == 0 {
		t.Error("no page ends within it")
	}
}
