package pdf

import (
	"bytes"
	"context"
	"fmt"
	"testing"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// TestSlippedTable: a row too many in the table moves those behind it, and objects are looked for where others stand;
// they are read under the numbers that stand at them.
func TestSlippedTable(t *testing.T) {
	var b bytes.Buffer
	b.WriteString("%PDF-1.4\n")
	var at []int
	for n, body := range []string{"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
		"<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]/Contents 5 0 R/Resources<</Font<</F 6 0 R>>>>>>", "<</A 1>>",
		"<</Length 10>>\nstream\n0 0 9 9 re\nendstream", "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"} {
		at = append(at, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", n+1, body)
	}
	table := b.Len()
	b.WriteString("xref\n0 7\n0000000000 65535 f \n")
	for _, offset := range at[:4] {
		fmt.Fprintf(&b, "%010d 00000 n \n", offset)
	}
	fmt.Fprintf(&b, "%010d 0 n \n%010d 00000 n \n", at[3], at[4])
	fmt.Fprintf(&b, "trailer <</Root 1 0 R/Size 7>>\nstartxref\n%d\n%%%%EOF\n", table)
	doc, err := Open(context.Background(), b.Bytes(), Options{})
	if err != nil {
		t.Fatal(err)
	}
	if _, is := doc.Object(5).(types.StreamDict); !is {
		t.Errorf("object 5 is %v", doc.Object(5))
	}
	if name := doc.Name(doc.Dict(doc.Object(6))["Type"]); name != "Font" {
		t.Errorf("object 6 is %v", doc.Object(6))
	}
}
