package unit

import (
	"strings"
	"testing"
)

// TestRemarks: what an editor must know of before publishing is told with its page; what says nothing is not.
func TestRemarks(t *testing.T) {
	note := func(kind, more string) string {
		return "<</Type/Annot/Subtype/" + kind + "/Rect[0 0 9 9]" + more + ">>"
	}
	for _, c := range []struct{ name, annots, told string }{
		{"a note", note("Text", "/Contents(INTERNAL: do not say this)"), "comments  1 [1]"},
		{"a note and its window", note("Text", "/Popup 6 0 R") + "6 0 R", "comments  1 [1]"},
		{"words struck out", note("StrikeOut", ""), "comments  1 [1]"},
		{"a passage marked with a remark", note("Highlight", "/Contents(why?)"), "comments  1 [1]"},
		{"a passage marked with rich text", note("Highlight", "/RC(<p>why?</p>)"), "comments  1 [1]"},
		{"a remark in the window", note("Ink", "/Popup<</Subtype/Popup/Contents(why?)>>"), "comments  1 [1]"},
		{"three", note("Text", "") + note("Caret", "") + note("Square", "/Contents(x)"), "comments  3 [1]"},
		{"that somebody accepted one", note("Text", "/StateModel(Review)/State(Accepted)"), ""},
		{"a passage marked in colour", note("Highlight", ""), ""}, {"a frame", note("Square", "/Contents()"), ""},
		{"words on the page", note("FreeText", "/Contents(Geneva)"), ""}, {"a link", note("Link",
			"/Contents(to the annex)"), ""},
		{"hidden words", note("FreeText", "/Contents(INTERNAL)/F 2"), "comments-hidden  1 [1]"},
		{"a hidden note", note("Text", "/F 6"), "comments-hidden  1 [1]"}, {"a note for paper alone", note("Text",
			"/F 32"), "comments-hidden  1 [1]"},
		{"a redaction", note("Redact", "/QuadPoints[0 0 9 0 0 9 9 9]"), "redaction  1 [1]"},
	} {
		t.Run(c.name, func(t *testing.T) {
			u := unitOf(t, originalOf("", "/Annots["+c.annots+"]", "<</Type/Annot/Subtype/Popup/Rect[0 0 9 9]>>"))
			if c.told == "" {
				u.expect(t)
			} else {
				u.expect(t, c.told)
			}
			if len(u.Active()) > 0 {
				t.Errorf("a remark acts: %v", u.Active())
			}
		})
	}
}

// TestWhatNoPageShows: an annotation that stands on no page is not taken, whatever speaks of it, nor is its window; the
// window of one that stands on a page is.
func TestWhatNoPageShows(t *testing.T) {
	for parent, taken := range map[string]bool{"6 0 R": true, "8 0 R": false} {
		u := unitOf(t, originalOf("", "/Annots[6 0 R]",
			"<</Subtype/Text/Rect[0 0 9 9]/Contents(shown)/Popup 7 0 R/IRT 8 0 R>>",
			"<</Subtype/Popup/Rect[0 0 9 9]/Parent "+parent+">>",
			"<</Subtype/Text/Rect[0 0 9 9]/Contents(unseen)/Popup 7 0 R>>"))
		text := u.text()
		if strings.Contains(text, "unseen") || strings.Contains(text, "/IRT") {
			t.Errorf("what no page shows is taken: %s", text)
		}
		if !strings.Contains(text, "(shown)") || strings.Contains(text, "/Subtype/Popup") != taken {
			t.Errorf("the window of %s: %s", parent, text)
		}
	}
}
