package unit

import (
	"strings"
	"testing"
)

// TestSweepCutsTies: what only a tie leads to is not in the report, and the tie is cut; what something else leads to
// stays, and so does the tie to it.
func TestSweepCutsTies(t *testing.T) {
	// In a damaged file the font is an element of a tree that is not the page's; the tree leads to more.
	const page = "/Resources<</Font<</F 7 0 R/P 8 0 R>>>>"
	more := []string{"<<>> stream:BT ET", "<</S/P/P 9 0 R/K 0/Z 1>>", "<</S/P/P 7 0 R/A 1>>",
		"<</S/PageRoot/K[10 0 R 7 0 R]>>", "<</S/P/Hidden(words)>>"}
	text := unitOf(t, originalOf("", page, more...)).text()
	if strings.Contains(text, "PageRoot") || strings.Contains(text, "words") {
		t.Errorf("what a tie leads to is in the unit:\n%s", text)
	}
	for _, stays := range []string{"/K 0/S/P/Z 1", "/A 1/P "} {
		if !strings.Contains(text, stays) {
			t.Errorf("no %q in\n%s", stays, text)
		}
	}
}
