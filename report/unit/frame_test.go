package unit

import "testing"

// TestMisledFrame: where the catalog of a damaged file names a font, an annotation or the content of a page as its
// outline, form or tags, that comes along as in a file whose catalog does not.
func TestMisledFrame(t *testing.T) {
	const page = "/Contents 5 0 R/Resources<</Font<</F 6 0 R>>>>/Annots[7 0 R]"
	more := []string{"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
		"<</Subtype/Square/Rect[1 1 9 9]/F 4/C[1 0 0]>>"}
	sound := unitOf(t, originalOf("", page, more...)).text()
	for _, key := range []string{"/Outlines", "/AcroForm", "/StructTreeRoot"} {
		for _, object := range []string{" 5 0 R", " 6 0 R", " 7 0 R"} {
			if got := unitOf(t, originalOf(key+object, page, more...)).text(); got != sound {
				t.Errorf("%s%s: the unit is\n%s\nand without it\n%s", key, object, got, sound)
			}
		}
	}
}
