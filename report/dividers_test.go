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

// TestMarginSaysAsReceived: where a line in the margin stands for the page before an original, it says whose it is and
// that it stands as received, in the report's language.
func TestMarginSaysAsReceived(t *testing.T) {
	for _, c := range []struct{ language, dividers, want string }{
		{"en", "line", "Norway, as received"},
		{"fr", "line", "Norway, tel que reçu"},
		{"en", "none", ""},
	} {
		dir, l, _ := builtOf(t, "rapporteur: 1\nreport: {title: Report, language: "+c.language+", date: 2011-09-19}\n"+
			"layout: {dividers: "+c.dividers+"}\nsessions:\n  - id: one\n    title: One\n    statements:\n"+
			"      - {id: norway, speaker: {name: Norway}, original: norway.pdf}\n",
			map[string][]byte{"norway.pdf": example(t, "unesco")})
		p, _ := ofOutput(t, dir+"/dist", MainPDF())
		said := strings.Join(strings.Fields(stamped(t, p)), " ")
		count := len(l.Statements[0].Originals[0].Stamps)
		if count == 0 || c.want != "" && strings.Count(said, c.want) != count ||
			c.want == "" && strings.Contains(said, "Norway") {
			t.Errorf("%s, dividers: %s: on %d pages: %s", c.language, c.dividers, count, said)
		}
	}
}
