package unit

import (
	"bytes"
	"compress/zlib"
	"io"
	"math"
	"os"
	"strings"
	"testing"

	programs "rapporteur/fonts/received"
)

// TestProgramsAreAsWideAsDictionariesSay: a glyph whose width the program says otherwise gets the dictionary's, and
// nothing else of the program changes; one that the dictionary gives two widths stays as it is.
func TestProgramsAreAsWideAsDictionariesSay(t *testing.T) {
	data, err := os.ReadFile("../../fonts/files/Amiri-Regular.ttf")
	if err != nil {
		t.Fatal(err)
	}
	p, err := programs.Open(data, programs.FormSfnt)
	if err != nil {
		t.Fatal(err)
	}
	simple := "/Subtype/TrueType/FirstChar 65/LastChar 66/Encoding/WinAnsiEncoding/FontDescriptor 6 0 R"
	composite := "/Subtype/Type0/Encoding/Identity-H/DescendantFonts[<</Type/Font/Subtype/CIDFontType2/BaseFont/F" +
		"/CIDToGIDMap/Identity/DW 777/FontDescriptor 6 0 R>>]"
	for name, c := range map[string]struct {
		font string
		want float64 // of the glyph of A; 0 no program is written
	}{
		"another width": {simple + "/Widths[777 0]", 777},
		"a composite":   {composite, 777},
		"two widths": {strings.Replace(simple, "/WinAnsiEncoding",
			"<</BaseEncoding/WinAnsiEncoding/Differences[66/A]>>", 1) + "/Widths[777 888]", 0},
	} {
		file := originalOf("", "/Resources<</Font<</F<</Type/Font/BaseFont/F"+c.font+">>>>>>",
			"<</Type/FontDescriptor/FontName/F/Flags 32/FontFile2 7 0 R>>", "<<>> stream:"+string(data))
		u := unitOf(t, file)
		var written []byte
		for i := range u.Objects {
			if o := &u.Objects[i]; o.Stream && strings.Contains(o.Piece.String(), "/Length1") {
				r, err := zlib.NewReader(bytes.NewReader(o.Data))
				if err == nil {
					written, err = io.ReadAll(r)
				}
				if err != nil {
					t.Fatal(err)
				}
			}
		}
		if c.want == 0 {
			if written != nil {
				t.Errorf("%s: a program is written", name)
			}
			continue
		}
		q, err := programs.Open(written, programs.FormSfnt)
		if err != nil {
			t.Fatal(name, err)
		}
		if got := q.Width(q.Named("A")); math.Abs(got-c.want) > 1 {
			t.Errorf("%s: A is %v wide, not %v", name, got, c.want)
		}
		changed := 0
		for i := range data {
			if data[i] != written[i] {
				changed++
			}
		}
		if len(written) != len(data) || c.font != composite && (changed == 0 || changed > 2) {
			t.Errorf("%s: %d bytes changed", name, changed)
		}
		if g := q.Named("B"); c.font != composite && q.Width(g) != p.Width(g) {
			t.Errorf("%s: B has another width", name)
		}
	}
}
