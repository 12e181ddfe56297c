package lang

import (
	"strings"
	"testing"
)

func TestSubLabels(t *testing.T) {
	for tag, want := range map[string]string{
		"en": "(a) (b) (aa) | (i) (ii) (xxvii) | a. b. aa.",
		"fr": "a) b) aa) | i) ii) xxvii) | a. b. aa.",
		"es": "a) b) aa) | i) ii) xxvii) | a. b. aa.",
		"ru": "a) b) aa) | i) ii) xxvii) | a. b. aa.",
		"zh": "(a) (b) (aa) | (i) (ii) (xxvii) | a. b. aa.",
		"ar": "(أ) (ب) (غ) | ‘1’ ‘2’ ‘27’ | ‘1’ ‘2’ ‘27’",
		"xx": "(a) (b) (aa) | (i) (ii) (xxvii) | a. b. aa.",
	} {
		l := Embedded().Of(tag)
		var depths []string
		for depth := range 3 {
			var labels []string
			for _, n := range []int{1, 2, 27} {
				if tag == "ar" && depth == 0 && n == 27 {
					n = len(l.Letters)
				}
				labels = append(labels, l.SubLabel(depth, n))
			}
			depths = append(depths, strings.Join(labels, " "))
		}
		if got := strings.Join(depths, " | "); got != want {
			t.Errorf("%s: %s, want %s", tag, got, want)
		}
		if got := l.SubLabel(0, 1968); !strings.Contains(got, "1968") {
			t.Errorf("%s: beyond the alphabet %s", tag, got)
		}
	}
}
