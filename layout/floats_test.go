package layout

import (
	"fmt"
	"math/rand"
	"strings"
	"testing"
)

// chapter is random prose below headings, with figures as high as they come.
func chapter(r *rand.Rand) (*Run, int) {
	run := &Run{ID: "x", Root: Element{Tag: "Sect"}}
	words := func(n int, name string) []Inline {
		return say(name + strings.Repeat(" some words of prose that fill the line", n) + ".")
	}
	figures := 0
	for i := range 60 {
		if i%9 == 0 {
			run.Blocks = append(run.Blocks, &Heading{Level: 2 + r.Intn(2), Role: HeadA, Inlines: words(0, "Head")})
		}
		run.Blocks = append(run.Blocks, &Paragraph{Inlines: words(2+r.Intn(14), fmt.Sprintf("p%d", i))})
		if r.Intn(4) == 0 {
			run.Blocks = append(run.Blocks, &Float{Blocks: []Block{&Figure{Alt: "x", Caption: words(0, "Fig"),
				Picture: &Picture{Width: 400, Height: 100 + r.Intn(700)}}}})
			figures++
		}
	}
	return run, figures
}

// lowest is where the last thing of a page ends.
func lowest(page Page) (low Length) {
	for _, m := range page.Marks {
		switch m := m.(type) {
		case ImageMark:
			low = max(low, m.Y+m.Height)
		case TextMark:
			low = max(low, m.Y+m.Line.Descent)
		}
	}
	return low
}

// excused reports whether a page had to end early: text that could fill it was not there before the section ended.
func excused(s *Settled, i int, hole Length) bool {
	rows := s.body.segments[0].rows
	next := s.body.pages[i+1][0].from
	for next < len(rows) && rows[next].kind != pictureRow {
		next++
	}
	k, text := next+1, Length(0)
	for ; k < len(rows) && rows[k].level == 0; k++ {
		if rows[k].kind == lineRow || rows[k].kind == gapRow {
			text += rows[k].size()
		}
	}
	return text < hole+60*Pt
}

// Where figures find no room text goes on in their place, and they stand in their order on a page after it, before
// their section ends; whoever hears the report hears them where they stand in the text.
func TestFiguresLeaveNoHoles(t *testing.T) {
	moved, before, after := 0, Length(0), Length(0)
	for seed := range int64(40) {
		run, figures := chapter(rand.New(rand.NewSource(seed)))
		sheet := testSheet("en", 400*Pt, 600*Pt)
		s := settle(t, sheet, run).Runs[0]
		last, count := Node(0), 0
		for i := range s.Count {
			page := s.Page(i)
			for _, m := range page.Marks {
				if m, ok := m.(ImageMark); ok {
					if m.Leaf < last {
						t.Errorf("seed %d: figures change places", seed)
					}
					last = m.Leaf
					count++
				}
			}
			low := lowest(page)
			if low > 600*Pt {
				t.Errorf("seed %d page %d ends %s below the frame", seed, i, points(low-600*Pt))
			}
			if i < s.Count-1 && !s.body.pages[i][0].forced {
				after += 600*Pt - low
				if low < 510*Pt && !excused(s, i, 600*Pt-low) {
					t.Errorf("seed %d page %d of %d ends at %s", seed, i, s.Count, points(low))
				}
			}
		}
		if count != figures {
			t.Errorf("seed %d: %d of %d figures", seed, count, figures)
		}
		for _, o := range s.body.orders {
			for k := 1; k < len(o.rows); k++ {
				if o.rows[k] < o.rows[k-1] {
					moved++
				}
			}
		}
		for i, b := range run.Blocks {
			if f, ok := b.(*Float); ok {
				run.Blocks[i] = f.Blocks[0]
			}
		}
		s = settle(t, sheet, run).Runs[0]
		for i := range s.Count - 1 {
			before += 600*Pt - lowest(s.Page(i))
		}
	}
	if moved < 30 || after*3 > before {
		t.Errorf("%d figures moved; white %s pt in place of %s", moved, points(after), points(before))
	}
}
