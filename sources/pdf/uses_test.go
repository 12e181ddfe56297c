package pdf

import (
	"fmt"
	"slices"
	"testing"
)

// TestMissingResources: what content asks for and the page's resources do not lead to is found; what needs no resource
// is not asked for.
func TestMissingResources(t *testing.T) {
	for _, c := range []struct {
		content, resources string
		want               []Use
	}{
		{"BT /F 12 Tf (x) Tj ET /X Do /G gs /S sh /C cs /P scn", "",
			[]Use{{"Font", "F"}, {"XObject", "X"}, {"ExtGState", "G"}, {"Shading", "S"}, {"ColorSpace", "C"},
				{"Pattern", "P"}}},
		{"/DeviceRGB cs 1 0 0 sc /Pattern CS q Q (/F 1 Tf)", "", nil},
		{"/F 1 Tf /F 2 Tf /G#20H Do", "/Font<</F 9 0 R>>/XObject<</G#20H 4 0 R>>", []Use{{"Font", "F"}}},
		{"/F 1 Tf", "/Font<</F<</Type/Font>>>>", nil},
		{"/X Do /C cs /D cs", "/XObject<</X 5>>/ColorSpace<</C/DeviceRGB/D[/Pattern]>>", []Use{{"XObject", "X"}}},
	} {
		f := onePage()
		f.objects[2] = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R/Resources<<" + c.resources + ">>>>"
		f.objects[3] = fmt.Sprintf("<</Length %d>>stream\n%s\nendstream", len(c.content), c.content)
		d := mustOpen(t, f.bytes())
		p := d.Pages()[0]
		b, err := d.Scan(p, nil)
		if got := d.Missing(d.Dict(p.Dict["Resources"]), b.Uses); err != nil || !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, should be %v; %v", c.content, got, c.want, err)
		}
	}
}
