package unit

import (
	"strings"
	"testing"
)

// TestFormsThatAreNone: what only says that it is a form, and has no content, is no form.
func TestFormsThatAreNone(t *testing.T) {
	unitOf(t, originalOf("", "/Resources<</XObject<</A 6 0 R/B<</Subtype/Form>>/C 99 0 R>>>>",
		"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]>>"))
}

// TestEntriesThatComeToNothing: a dictionary has no entry of which nothing is left; in an array it has its place.
func TestEntriesThatComeToNothing(t *testing.T) {
	text := unitOf(t, originalOf("", "/Resources<</Font<</F 0 0 R/G 6 0 R>>/ProcSet[0 0 R/PDF]>>",
		"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Lost 0 0 R>>")).text()
	if strings.Contains(text, "/F null") || strings.Contains(text, "/Lost") || !strings.Contains(text, "[null /PDF]") {
		t.Error(text)
	}
}
