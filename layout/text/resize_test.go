package text

import (
	"strings"
	"testing"
)

// A paragraph a line longer or shorter says the same, and none of its lines is uneven; one that cannot be so is left as
// it is.
func TestResize(t *testing.T) {
	s := newTestSetter()
	said := func(lines []Line) string {
		var b strings.Builder
		for i := range lines {
			b.WriteString(lineText(&lines[i]))
		}
		return strings.NewReplacer("\u00ad", "", " ", "").Replace(b.String())
	}
	made := 0
	for measure := 240 * Pt; measure < 420*Pt; measure += 4 * Pt {
		p := prose("en", sample+" "+sample, measure)
		best, _ := s.Set(p)
		for _, n := range []int{len(best) - 1, len(best) + 1} {
			lines := s.Resize(p, n)
			if lines == nil {
				continue
			}
			made++
			if len(lines) != n || !lines[n-1].Last || said(lines) != said(best) {
				t.Errorf("%d lines in place of %d say %q", len(lines), n, said(lines))
			}
		}
		if lines := s.Resize(p, 2*len(best)); lines != nil {
			t.Errorf("%d lines in place of %d", len(lines), len(best))
		}
	}
	if made < 4 {
		t.Errorf("%d were found", made)
	}
}

// TestResizeEndsSoon: a paragraph that fills pages is left as it is, whose nodes would be as many as its lines squared.
func TestResizeEndsSoon(t *testing.T) {
	s := newTestSetter()
	p := prose("en", strings.Repeat(sample+" ", 40), 320*Pt)
	lines, _ := s.Set(p)
	if len(lines) <= mostResized {
		t.Fatalf("%d lines are too few to tell", len(lines))
	}
	if got := s.Resize(p, len(lines)+1); got != nil {
		t.Errorf("%d lines became %d", len(lines), len(got))
	}
}
