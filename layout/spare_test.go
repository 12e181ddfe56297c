package layout

import (
	"fmt"
	"math/rand"
	"testing"
)

// Items of a heading and a paragraph that no page may divide: what they leave of it goes over their headings, and no
// further than that looks well.
func TestWhiteAboveHeadingsEndsAPageLevel(t *testing.T) {
	sheet := testSheet("en", 300*Pt, 400*Pt)
	head, text := sheet.Look(HeadA, sheet.Lang), sheet.Look(Body, sheet.Lang)
	level, wide := 0, 0
	for seed := range int64(12) {
		random := rand.New(rand.NewSource(seed))
		r := &Run{ID: "items", Root: Element{Tag: "Sect"}}
		for i := range 40 {
			item := []Block{&Heading{Level: 2, Role: HeadA, Inlines: say(fmt.Sprint("Item ", i))},
				prose(1 + random.Intn(3))}
			r.Blocks = append(r.Blocks, &Group{Keep: true, Blocks: item})
		}
		s := settle(t, sheet, r).Runs[0]
		m := &maker{body: s.body}
		for _, page := range s.body.pages[:s.Count-1] {
			c := &page[0]
			rows := s.body.segments[0].rows[c.from:c.to]
			left := c.height - c.content - c.foot
			w := m.white(c)
			for i := range rows {
				more := w.next(&rows[i])
				left -= more
				if rows[i].kind == gapRow && more > mostGiven {
					wide++
					heads := i+1 == len(rows) || rows[i+1].level > 0
					if more > mostGiven+mostSpare || rows[i].height < text.After || !heads {
						t.Errorf("white of %s, above a heading: %v, gets %s more", points(rows[i].height), heads,
							points(more))
					}
				}
			}
			if left == 0 {
				level++
			}
		}
	}
	if head.Before <= mostGiven || level < 10 || wide < 10 {
		t.Errorf("%d pages end level, %d headings have more white above them", level, wide)
	}
}
