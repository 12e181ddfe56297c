package unit

import (
	"fmt"
	"slices"
	"testing"
)

// TestCircles: what contains itself is told, on the pages that draw it, whichever way it does; and what only shares a
// list of resources with what it draws is not.
func TestCircles(t *testing.T) {
	const form = "/Type/XObject/Subtype/Form/BBox[0 0 9 9]"
	const glyph = "<</Type/Font/Subtype/Type3/FontBBox[0 0 9 9]/FontMatrix[1 0 0 1 0 0]/FirstChar 97/LastChar 97" +
		"/Widths[9]/Encoding<</Differences[97/a]>>"
	for name, c := range map[string]struct {
		page string
		more []string
		want bool
	}{
		"a form in itself": {"/Resources<</XObject<</A 7 0 R>>>>",
			[]string{"<<>> stream:/A Do", "<<" + form + "/Resources<</XObject<</A 7 0 R>>>>>> stream:/A Do"}, true},
		"a form in itself, by the page's resources": {"/Resources<</XObject<</A 7 0 R>>>>",
			[]string{"<<>> stream:/A Do", "<<" + form + ">> stream:/A Do"}, true},
		"two forms in each other": {"/Resources<</XObject<</A 7 0 R>>>>",
			[]string{"<<>> stream:/A Do", "<<" + form + "/Resources<</XObject<</B 8 0 R>>>>>> stream:/B Do",
				"<<" + form + "/Resources<</XObject<</A 7 0 R>>>>>> stream:/A Do"}, true},
		"a pattern in itself": {"/Resources<</Pattern<</P 7 0 R>>>>",
			[]string{"<<>> stream:/Pattern cs /P scn 0 0 9 9 re f",
				"<</Type/Pattern/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 9 9]/XStep 9/YStep 9" +
					"/Resources<</Pattern<</P 7 0 R>>>>>> stream:/Pattern cs /P scn 0 0 9 9 re f"}, true},
		"a soft mask in itself": {"/Resources<</ExtGState<</G 7 0 R>>>>",
			[]string{"<<>> stream:/G gs 0 0 9 9 re f", "<</SMask<</S/Luminosity/G 8 0 R>>>>",
				"<<" + form + "/Group<</S/Transparency>>/Resources<</ExtGState<</G 7 0 R>>>>>>" +
					" stream:/G gs 0 0 9 9 re f"}, true},
		"a glyph in itself": {"/Resources<</Font<</F 7 0 R>>>>",
			[]string{"<<>> stream:BT /F 9 Tf (a) Tj ET",
				glyph + "/Resources<</Font<</F 7 0 R>>>>/CharProcs<</a 8 0 R>>>>",
				"<<>> stream:9 0 d0 BT /F 9 Tf (a) Tj ET"}, true},
		"a glyph in itself, through a form": {"/Resources<</Font<</F 7 0 R>>>>",
			[]string{"<<>> stream:BT /F 9 Tf (a) Tj ET",
				glyph + "/Resources<</XObject<</A 9 0 R>>>>/CharProcs<</a 8 0 R>>>>",
				"<<>> stream:9 0 d0 /A Do",
				"<<" + form + "/Resources<</Font<</F 7 0 R>>>>>> stream:BT /F 9 Tf (a) Tj ET"}, true},
		"the look of an annotation": {"/Annots[<</Type/Annot/Subtype/Stamp/Rect[0 0 9 9]/AP<</N 7 0 R>>>>]",
			[]string{"<<>> stream:", "<<" + form + "/Resources<</XObject<</A 7 0 R>>>>>> stream:/A Do"}, true},

		"one list of resources": {"/Resources 7 0 R", []string{"<<>> stream:/A Do", "<</XObject<</A 8 0 R/B 9 0 R>>>>",
			"<<" + form + "/Resources 7 0 R>> stream:/B Do /B Do",
			"<<" + form + "/Resources 7 0 R>> stream:0 0 9 9 re f"}, false},
		"a circle that no page draws": {"/Resources<</XObject<</A 7 0 R>>>>",
			[]string{"<<>> stream:0 0 9 9 re f", "<<" + form + "/Resources<</XObject<</A 7 0 R>>>>>> stream:/A Do"},
			false},
		"one form twice": {"/Resources<</XObject<</A 7 0 R>>>>", []string{"<<>> stream:/A Do /A Do",
			"<<" + form + "/Resources<</XObject<</A 8 0 R>>>>>> stream:/A Do",
			"<<" + form + ">> stream:0 0 9 9 re f"}, false},
	} {
		u := unitOf(t, originalOf("", c.page+"/Contents 6 0 R", c.more...))
		told := u.told()
		if c.want != slices.Contains(told, "draws-itself  1 [1]") || !c.want && len(told) > 0 {
			t.Errorf("%s: %q", name, told)
		}
	}
}

// TestDeepCircles: however deep drawings lie in one another, following them ends, and takes no more than is there.
func TestDeepCircles(t *testing.T) {
	for depth, want := range map[int]bool{500: false, 20_000: true} {
		more := []string{"<<>> stream:/A Do"}
		for i := range depth {
			more = append(more, fmt.Sprintf(
				"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</A %d 0 R>>>>>> stream:/A Do", 8+i))
		}
		more = append(more, "<</Type/XObject/Subtype/Form/BBox[0 0 9 9]>> stream:0 0 9 9 re f")
		u := unitOf(t, originalOf("", "/Resources<</XObject<</A 7 0 R>>>>/Contents 6 0 R", more...))
		if told := u.told(); slices.Contains(told, "draws-itself  1 [1]") != want || !want && len(told) > 0 {
			t.Errorf("%d deep: %q", depth, told)
		}
	}
}
