package report

import (
	"strings"
	"testing"
)

// TestDividers: a page before each original, or none; the lines of the contents, the outline and references lead to the
// original itself then, and its margin may say whose it is. An original of which pages are lost keeps its page.
func TestDividers(t *testing.T) {
	manifest := spineHead + strings.Replace(threeStatements, "LONG", `"Words. [@c]"`, 1)
	pages := map[string]int{}
	for _, dividers := range []string{"page", "line", "none"} {
		l := built(t, manifest+"layout: {originals: part-two, dividers: "+dividers+"}\n")
		pages[dividers] = l.Pages
		for _, s := range l.Statements {
			for _, o := range s.Originals {
				at := l.Anchors[s.ID].Page
				if s.Text == nil && (at == o.First) != (dividers != "page") {
					t.Errorf("%s: %s is on page %d, its original on %d", dividers, s.ID, at, o.First)
				}
			}
		}
		lines := 0
		for _, line := range l.Contents {
			if l.Anchors[line.Target].Page == 0 {
				t.Errorf("%s: the contents' %q leads nowhere", dividers, line.Target)
			}
			lines++
		}
		if lines < 8 {
			t.Errorf("%s: %d lines in the contents", dividers, lines)
		}
	}
	if pages["none"] != pages["line"] || pages["page"] < pages["none"]+3 {
		t.Errorf("pages: %v", pages)
	}
}
