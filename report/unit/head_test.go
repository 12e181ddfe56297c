package unit

import (
	"bytes"
	"strings"
	"testing"

	"rapporteur/sources/pdf"
)

// TestHeadOfBitmaps: letters that are drawn, and named by their codes alone, are read as readers find them; of others
// there is nothing but that they are there.
func TestHeadOfBitmaps(t *testing.T) {
	_, data := onePage(t, "", "BT /F 12 Tf 90 700 Td (Kenya) Tj ET")
	for names, want := range map[string]string{
		"75/a75 97/a97 101/a101 110/a110 121/a121": "Kenya",
		"75/g1 97/g2 101/g3 110/g4 121/g5":         "",
		"75/a1 97/a2 101/a3 110/a4 121/a5":         "",
	} {
		font := "<</Type/Font/Subtype/Type3/FontBBox[0 0 9 9]/FontMatrix[.1 0 0 .1 0 0]/CharProcs<<>>/FirstChar 1" +
			"/LastChar 1/Widths[5]/Encoding<</Differences[" + names + "]>>>>"
		drawn := bytes.Replace(data, []byte("<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"), []byte(font), 1)
		doc, err := pdf.Open(t.Context(), drawn, pdf.Options{})
		if err != nil {
			t.Fatal(err)
		}
		if head := Head(doc, 0, nil); head == "" || strings.TrimSpace(head) != want {
			t.Errorf("%s: %q, want %q", names, head, want)
		}
	}
}
