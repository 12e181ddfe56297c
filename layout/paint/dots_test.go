package paint

import (
	"strings"
	"testing"

	"rapporteur/layout"
	"rapporteur/layout/lang"
)

// TestChineseEmphasisIsDotted: a dot below each character, none below punctuation, and the text is what it is without;
// in a language of letters emphasis stays italic.
func TestChineseEmphasisIsDotted(t *testing.T) {
	for _, c := range []struct {
		lang, words string
		dots        int
	}{
		{"zh", "强调，文字2", 5}, {"zh", "Une politique", 0}, {"zh", "强调 GDP", 2}, {"en", "emphasis", 0},
	} {
		sh := sheet()
		sh.Lang = lang.Embedded().Of(c.lang)
		p, err := Run(settle(t, sh, paragraph(layout.Inline{Text: "plain "},
			layout.Inline{Text: c.words, Emph: layout.Italic})), sh)
		if err != nil {
			t.Fatal(err)
		}
		content := contents(t, p)[0]
		if got := strings.Count(content, " m\n"); got != c.dots {
			t.Errorf("%s: %d dots below %q, want %d", c.lang, got, c.words, c.dots)
		}
		if strings.Count(content, "BDC") < 1 || c.dots > 0 && !strings.Contains(content, "/Artifact BMC") {
			t.Errorf("%s: dots are no artifacts:\n%s", c.lang, content)
		}
	}
}
