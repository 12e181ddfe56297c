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

// A figure that would leave much of a page white goes past the end of its section, never past that of its chapter, and
// what follows it keeps the white above it.
func TestFiguresPassIntoTheNextSection(t *testing.T) {
	lines := func(n int, name string) []Block {
		var list []Block
		for i := range n {
			list = append(list, &Paragraph{Inlines: say(fmt.Sprintf("%s%d", name, i))})
		}
		return list
	}
	head := func(level int, name string) Block {
		return &Heading{Level: level, Role: HeadA, Inlines: say(name)}
	}
	figure := &Float{Blocks: []Block{&Figure{Alt: "x", Picture: &Picture{Width: 400, Height: 520}}}}
	for _, c := range []struct {
		level int // of the heading after the figure's section
		page  int // on which it stands
	}{{2, 0}, {1, 1}} {
		run := &Run{ID: "x", Root: Element{Tag: "Sect"}, Blocks: []Block{head(1, "Chapter"), head(2, "First")}}
		run.Blocks = append(run.Blocks, lines(20, "a")...)
		run.Blocks = append(run.Blocks, figure, head(c.level, "Second"))
		run.Blocks = append(run.Blocks, lines(4, "b")...)
		run.Blocks = append(run.Blocks, head(c.level, "Third"))
		run.Blocks = append(run.Blocks, lines(30, "c")...)
		s := settle(t, testSheet("en", 400*Pt, 600*Pt), run).Runs[0]
		for i := range s.Count {
			page := s.Page(i)
			bottom, next := Length(0), 600*Pt
			for _, m := range page.Marks {
				switch m := m.(type) {
				case ImageMark:
					bottom = m.Y + m.Height
				case TextMark:
					if bottom > 0 {
						next = min(next, m.Y)
					}
				}
			}
			var shown strings.Builder
			s.dump(&shown, page)
			found := strings.Contains(shown.String(), "Second")
			if found != (i == c.page) {
				t.Errorf("level %d: page %d has the second section: %v", c.level, i, found)
			}
			if bottom > 0 && next-bottom < 14*Pt {
				t.Errorf("level %d: %s of white below the figure", c.level, points(next-bottom))
			}
		}
	}
}
