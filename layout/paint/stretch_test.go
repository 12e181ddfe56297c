package paint

import (
	"regexp"
	"strconv"
	"strings"
	"testing"

	"rapporteur/layout"
)

// TestStretch: the scale of a line's letters and how far they stand apart are written once a line at most, stay within
// two in a hundred and five in a thousand of the size, and no text object leaves them to what follows.
func TestStretch(t *testing.T) {
	sh := sheet()
	sh.Looks[layout.Body].Hyphenate = true
	words := ""
	for i := range 8 {
		words += latin + strings.Repeat("again ", i)
	}
	s := settle(t, sh, paragraph(layout.Inline{Text: words}), layout.Rule{Width: 50, Thickness: 1},
		&layout.Paragraph{Role: layout.CellText, Inlines: []layout.Inline{{Text: "ragged"}}})
	p, err := Run(s, sh)
	if err != nil {
		t.Fatal(err)
	}
	operator := regexp.MustCompile(`(?m)([0-9.]+) Tz$`)
	spread := regexp.MustCompile(`(?m)([-0-9.]+) Tc$`)
	scales, spreads := map[float64]bool{}, map[string]bool{}
	for i, content := range contents(t, p) {
		lines := 0
		for _, m := range s.Page(i).Marks {
			if _, is := m.(layout.TextMark); is {
				lines++
			}
		}
		for _, name := range []string{" Tz\n", " Tc\n"} {
			if n := strings.Count(content, name); n > lines+strings.Count(content, "ET\n") {
				t.Errorf("page %d: %d operators%sfor %d lines", i+1, n, name, lines)
			}
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
			apart := "0"
			for _, m := range spread.FindAllStringSubmatch(object, -1) {
				apart = m[1]
				if v, err := strconv.ParseFloat(apart, 64); err != nil || v < -.06 || v > .06 {
					t.Errorf("page %d: letters are %s apart", i+1, apart)
				}
				spreads[apart] = true
			}
			if apart != "0" {
				t.Errorf("page %d: a text object ends with letters %s apart", i+1, apart)
			}
			if last != "100" {
				t.Errorf("page %d: a text object ends at a scale of %s", i+1, last)
			}
		}
	}
	if len(scales) < 5 || len(spreads) < 5 {
		t.Errorf("scales %v, spreads %v", scales, spreads)
	}
}
