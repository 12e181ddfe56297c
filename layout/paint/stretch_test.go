package paint

import (
	"regexp"
	"strconv"
	"strings"
	"testing"

	"rapporteur/layout"
)

// TestStretch: the scale of a line's letters is written once a line at most, stays within two in a hundred, and no text
// object leaves it to what follows.
func TestStretch(t *testing.T) {
	sh := sheet()
	sh.Looks[layout.Body].Hyphenate = true
	s := settle(t, sh, paragraph(layout.Inline{Text: strings.Repeat(latin, 8)}), layout.Rule{Width: 50, Thickness: 1},
		&layout.Paragraph{Role: layout.CellText, Inlines: []layout.Inline{{Text: "ragged"}}})
	p, err := Run(s, sh)
	if err != nil {
		t.Fatal(err)
	}
	operator := regexp.MustCompile(`(?m)([0-9.]+) Tz$`)
	scales := map[float64]bool{}
	for i, content := range contents(t, p) {
		lines := 0
		for _, m := range s.Page(i).Marks {
			if _, is := m.(layout.TextMark); is {
				lines++
			}
		}
		if n := strings.Count(content, " Tz\n"); n > lines+strings.Count(content, "ET\n") {
			t.Errorf("page %d: %d operators for %d lines", i+1, n, lines)
		}
		for object := range strings.SplitAfterSeq(content, "ET\n") {
			last := "100"
			for _, m := range operator.FindAllStringSubmatch(object, -1) {
				last = m[1]
				v, err := strconv.ParseFloat(m[1], 64)
				if err != nil || v < 98 || v > 102 {
					t.Errorf("page %d: scaled to %s", i+1, m[1])
				}
				scales[v] = true
			}
			if last != "100" {
				t.Errorf("page %d: a text object ends at a scale of %s", i+1, last)
			}
		}
	}
	if len(scales) < 5 {
		t.Errorf("scales %v", scales)
	}
}
