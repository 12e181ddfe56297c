package pdf

import (
	"fmt"
	"strings"
	"testing"
)

// outlined is a file with an outline of these objects, the first of which is number 5, the outline itself.
func outlined(objects ...string) *file {
	f := onePage()
	f.objects[0] = "<</Type/Catalog/Pages 2 0 R/Outlines 5 0 R>>"
	f.objects = append(f.objects, objects...)
	return f
}

// titles lists items with those below them in brackets.
func titles(items []OutlineItem) string {
	var out []string
	for _, it := range items {
		s := it.Title
		if len(it.Kids) > 0 {
			s += "[" + titles(it.Kids) + "]"
		}
		out = append(out, s)
	}
	return strings.Join(out, " ")
}

// TestBrokenOutlines: no item is lost that either end of a chain leads to, none is read twice, and every loop ends.
func TestBrokenOutlines(t *testing.T) {
	for _, c := range []struct {
		name, want string
		objects    []string
	}{
		{"sound", "a[b] c", []string{"<</First 6 0 R/Last 8 0 R>>", "<</Title(a)/First 7 0 R/Last 7 0 R/Next 8 0 R>>",
			"<</Title(b)>>",
			"<</Title(c)/Prev 6 0 R>>"}},
		{"broken in the middle", "a b c d", []string{"<</First 6 0 R/Last 9 0 R>>", "<</Title(a)/Next 7 0 R>>",
			"<</Title(b)/Next null>>",
			"<</Title(c)/Prev 7 0 R/Next 9 0 R>>", "<</Title(d)/Prev 8 0 R>>"}},
		{"an item that is none", "a c", []string{"<</First 6 0 R/Last 8 0 R>>", "<</Title(a)/Next 7 0 R>>", "[]",
			"<</Title(c)/Prev 7 0 R>>"}},
		{"without a first", "a b", []string{"<</Last 7 0 R>>", "<</Title(a)/Next 7 0 R>>", "<</Title(b)/Prev 6 0 R>>"}},
		{"a loop before the end", "a b c", []string{"<</First 6 0 R/Last 8 0 R>>", "<</Title(a)/Next 7 0 R>>",
			"<</Title(b)/Next 6 0 R>>",
			"<</Title(c)/Prev 7 0 R>>"}},
		{"its own kid", "a", []string{"<</First 6 0 R/Last 6 0 R>>",
			"<</Title(a)/First 6 0 R/Last 6 0 R/Next 6 0 R>>"}},
		{"the outline as its kid", "a[]", []string{"<</First 6 0 R/Last 6 0 R>>", "<</Title(a)/First 5 0 R>>"}},
		{"direct items", "a", []string{"<</First<</Title(a)>>/Last<</Title(a)>>>>"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := titles(mustOpen(t, outlined(c.objects...).bytes()).Outline()); got != c.want {
				t.Errorf("%q, should be %q", got, c.want)
			}
		})
	}
}

// TestLargeOutlines: an outline of many items, one beside or below the other, has them all, and ten times as many cost
// about ten times as much.
func TestLargeOutlines(t *testing.T) {
	count := func(items []OutlineItem) int {
		n := 0
		for todo := items; len(todo) > 0; {
			it := todo[0]
			todo = append(todo[1:len(todo):len(todo)], it.Kids...)
			n++
		}
		return n
	}
	for _, key := range []string{"Next", "First"} {
		cost := func(n int) float64 {
			objects := []string{"<</First 6 0 R>>"}
			for i := range n - 1 {
				objects = append(objects, fmt.Sprintf("<</Title(t)/%s %d 0 R>>", key, 7+i))
			}
			d := mustOpen(t, outlined(append(objects, "<</Title(t)>>")...).bytes())
			d.Outline() // objects are read once
			return testing.AllocsPerRun(1, func() {
				if got := len(d.Outline()); got == 0 {
					t.Error("no outline")
				}
			})
		}
		if few, many := cost(2_000), cost(20_000); many > 11*few {
			t.Errorf("%s: 2,000 items cost %.0f, 20,000 cost %.0f", key, few, many)
		}
		objects := []string{"<</First 6 0 R>>"}
		for i := range 3_000 {
			objects = append(objects, fmt.Sprintf("<</Title(t)/%s %d 0 R>>", key, 7+i))
		}
		d := mustOpen(t, outlined(append(objects, "<</Title(last)>>")...).bytes())
		if got := count(d.Outline()); got != 3_001 {
			t.Errorf("%s: %d items of 3001", key, got)
		}
	}
}
