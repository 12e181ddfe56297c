package assembly

import (
	"fmt"
	"strings"
	"testing"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/sources/pdf"
)

// TestTabsStayInOrder: whoever goes from field to field meets them in the order in which the original's page leads: in
// rows or in columns as the page is read, fields first, or as they are listed.
func TestTabsStayInOrder(t *testing.T) {
	for _, c := range []struct{ catalog, page, want string }{
		{"", "", "d link c b a"},
		{"", "/Tabs/A", "d link c b a"},
		{"", "/Tabs/W", "d c b a link"},
		{"", "/Tabs/R", "a b c d link"},
		{"", "/Tabs/C", "a c b d link"},
		{"", "/Tabs/R/Rotate 180", "link d c b a"},
		{"/ViewerPreferences<</Direction/R2L>>", "/Tabs/R", "b a d c link"},
	} {
		field := func(name string, x, y int) string {
			return fmt.Sprintf("<</Type/Annot/Subtype/Widget/FT/Tx/T(%s)/Rect[%d %d %d %d]>>", name, x, y, x+100, y+20)
		}
		_, d, _ := oddStory(t, onePage("", c.catalog+"/AcroForm<</Fields[5 0 R 7 0 R 8 0 R 9 0 R]>>",
			c.page+"/Annots[5 0 R 6 0 R 7 0 R 8 0 R 9 0 R]", field("d", 300, 500),
			"<</Type/Annot/Subtype/Link/Rect[350 100 400 120]/Dest[3 0 R/Fit]>>", field("c", 100, 505),
			field("b", 300, 605), field("a", 100, 600)), 0)
		var met []string
		annotationsOf(d, d.Dict(d.Catalog()["StructTreeRoot"])["K"], func(a types.Dict) {
			if b, ok := d.String(a["T"]); ok {
				met = append(met, pdf.Text(b))
			} else if dest := d.Array(a["Dest"]); len(dest) > 1 && d.Name(dest[1]) == "Fit" {
				met = append(met, "link")
			}
		})
		if got := strings.Join(met, " "); got != c.want {
			t.Errorf("%s %s: %s, want %s", c.catalog, c.page, got, c.want)
		}
	}
}

// annotationsOf passes on the annotations that elements claim, in the order of the tree.
func annotationsOf(d *pdf.Document, o types.Object, annotation func(types.Dict)) {
	if list, ok := d.Resolve(o).(types.Array); ok {
		for _, kid := range list {
			annotationsOf(d, kid, annotation)
		}
		return
	}
	switch e := d.Dict(o); {
	case d.Name(e["Type"]) == "OBJR":
		annotation(d.Dict(e["Obj"]))
	case e["K"] != nil:
		annotationsOf(d, e["K"], annotation)
	}
}
