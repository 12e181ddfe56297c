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

// Where figures find no room text goes on in their place, and they stand in their order on a page after it, before
// their section ends; whoever hears the report hears them where they stand in the text.
func TestFiguresLeaveNoHoles(t *testing.T) {
	moved := 0
	var before, after ends
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
			if i < s.Count-1 {
				after.add(low)
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
			before.add(lowest(s.Page(i)))
		}
	}
	if moved < 30 || after.white*5 > before.white*2 || after.early*2 > before.early || after.early*4 > after.pages {
		t.Errorf("%d figures moved; without: %+v, with: %+v", moved, before, after)
	}
}

// ends are how many pages there are, how many of them end early, and by how much.
type ends struct {
	pages, early int
	white        Length
}

func (e *ends) add(low Length) {
	e.pages++
	e.white += 600*Pt - low
	if low < 590*Pt {
		e.early++
	}
}
