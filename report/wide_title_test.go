package report_test

import (
	"strings"
	"testing"
)

// TestTitleWiderThanItsLine: a title that no line can hold sticks out, which is told; it is not taken for the number of
// its page in the contents.
func TestTitleWiderThanItsLine(t *testing.T) {
	dir, stars := bench(t), strings.Repeat("*", 105)
	for _, language := range []string{"en", "ar"} {
		m := object{"report": object{"title": "T", "language": language, "date": "2012-03-01"}, "annexes": []any{
			object{"title": "Opening: the " + stars + "meeting" + stars, "text": "A."},
			object{"title": "Another", "text": "B."}}}
		if kind, about, passed := trial(dir, "wide", m); kind != "" || !passed {
			t.Errorf("%s: %t, %s: %s", language, passed, kind, about)
		}
	}
}
