package unit

import (
	"strings"
	"testing"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// TestMediaKeepTheirPoster: an annotation that plays becomes a stamp with its look, and what it plays is in no unit.
func TestMediaKeepTheirPoster(t *testing.T) {
	const media = "/RichMediaContent 7 0 R/RichMediaSettings<<>>/Movie<</F(bomb)>>" +
		"/Sound 7 0 R/3DD 7 0 R/A<</S/Rendition/JS(bomb)>>"
	for _, kind := range []string{"RichMedia", "Screen", "Movie", "Sound", "3D", "Projection", "Own"} {
		page := "/Annots[<</Type/Annot/Subtype/" + kind + "/Rect[1 2 3 4]/Contents(A film)/F 4" +
			"/AP<</N 6 0 R/D 7 0 R>>" + media + ">>]"
		u := unitOf(t, originalOf("", page, "<</Type/XObject/Subtype/Form/BBox[0 0 9 9]>> stream:1 1 m",
			"<<>> stream:bomb"))
		told := kind
		if kind == "Own" {
			told = "unknown"
		}
		u.expect(t, "media "+told+" 1 [1]", "action Rendition 1 [1]")
		a := annots(t, u)
		if len(a) != 1 {
			t.Fatalf("%s: %d annotations", kind, len(a))
		}
		if a[0]["Subtype"] != types.Name("Stamp") || a[0]["AP"] == nil || a[0]["Contents"] == nil ||
			a[0]["F"] == nil || a[0]["A"] != nil {
			t.Errorf("%s has become %v", kind, a[0])
		}
		for i := range u.Objects {
			if s := string(u.Objects[i].Bytes(originalOf("", page, "", ""))); strings.Contains(s, "bomb") ||
				strings.Contains(u.Objects[i].Piece.String(), "bomb") {
				t.Errorf("%s: what it plays is in the unit", kind)
			}
		}
		if streams(u) != 4 { // the second page's content, ours around it, and the look
			t.Errorf("%s: %d streams", kind, streams(u))
		}
	}
}

// TestMediaWithoutAPoster: what has no look shows nothing once it cannot be played, and is told all the same.
func TestMediaWithoutAPoster(t *testing.T) {
	u := unitOf(t, originalOf("", "/Annots[6 0 R 6 0 R "+link+"/Dest[4 0 R/Fit]>>]",
		"<</Type/Annot/Subtype/Sound/Rect[0 0 9 9]/Sound 7 0 R>>", "<<>> stream:bomb"))
	u.expect(t, "media Sound 1 [1]")
	if a := annots(t, u); len(a) != 1 || streams(u) != 3 {
		t.Errorf("annotations %v, %d streams", a, streams(u))
	}
}

// TestKindsThatStay: each kind of annotation that is allowed stays what it is, without what could play; but the mark of
// a file that is not there is a stamp.
func TestKindsThatStay(t *testing.T) {
	page := "/Annots["
	for _, kind := range annotationKinds {
		page += "<</Type/Annot/Subtype/" + kind + "/Rect[0 0 9 9]/Movie<</F(bomb)>>>>"
	}
	u := unitOf(t, originalOf("", page+"]"))
	for i, a := range annots(t, u) {
		want := annotationKinds[i]
		if want == "FileAttachment" {
			want = "Stamp"
		}
		if a["Subtype"] != types.Name(want) || a["Movie"] != nil {
			t.Errorf("%s has become %v", annotationKinds[i], a)
		}
	}
	if n := len(annots(t, u)); n != 22 {
		t.Errorf("%d annotations stay", n)
	}
}

func streams(u *Unit) int {
	n := 0
	for i := range u.Objects {
		if u.Objects[i].Stream {
			n++
		}
	}
	return n
}
