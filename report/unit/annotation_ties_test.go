package unit

import (
	"bytes"
	"testing"
)

// TestTiesToAnnotationsThatStandOnNoPage: the window of a note comes along where it stands on the page, and is left out
// with the tie to it where it does not; nothing is in the unit that nothing leads to.
func TestTiesToAnnotationsThatStandOnNoPage(t *testing.T) {
	const note = "<</Type/Annot/Subtype/Text/Rect[0 0 9 9]/Contents(A)/Popup 6 0 R>>"
	const window = "<</Type/Annot/Subtype/Popup/Rect[0 0 9 9]/Contents(LOST)/Parent 7 0 R>>"
	const other = "<</Type/Annot/Subtype/Text/Rect[0 0 9 9]/Contents(LOST)>>"
	for annots, windows := range map[string]bool{note: false, note + " 6 0 R": true} {
		u := unitOf(t, originalOf("", "/Annots["+annots+"]", window, other))
		found := false
		u.eachPiece(func(p *Piece) { found = found || bytes.Contains(p.Bytes, []byte("/Subtype/Popup")) })
		if found != windows {
			t.Errorf("%s: the window is in the unit: %t", annots, found)
		}
		for i, reached := range u.reach() {
			if i > 0 && !reached {
				t.Errorf("%s: nothing leads to object %d: %s", annots, i, u.Objects[i-1].Bytes(nil))
			}
		}
	}
}
