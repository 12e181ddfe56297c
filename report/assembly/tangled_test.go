package assembly

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"rapporteur/report/unit"
	"rapporteur/sources/pdf"
)

// unitOf makes the unit of a whole file.
func unitOf(t *testing.T, ctx context.Context, data []byte) (*unit.Unit, error) {
	t.Helper()
	doc, err := pdf.Open(t.Context(), data, pdf.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return unit.Original(ctx, doc, data, unit.Options{Stamped: true})
}

// tangles are small files in which what is referred to leads back into itself on so many ways that following them all
// would never end.
func tangles() map[string][]byte {
	widgets, refs := "", strings.Repeat("6 0 R ", 700)
	for i := range 400 {
		widgets += fmt.Sprintf("%d 0 R ", 6+i)
	}
	fields := []string{"<</T(f)/FT/Ch/Kids[" + widgets + "]/Opt[" + strings.Repeat("(an option) ", 2000) + "]>>"}
	for range 400 {
		fields = append(fields, "<</Type/Annot/Subtype/Widget/Rect[0 0 9 9]/Parent 5 0 R>>")
	}
	return map[string][]byte{
		"actions": onePage("", "", "/Annots[<</Subtype/Link/Rect[0 0 9 9]/A 5 0 R>>]",
			"<</S/URI/URI(https://example.org)/Next[5 0 R 5 0 R 5 0 R]>>"),
		"layers": onePage("", "/OCProperties<</OCGs[5 0 R]/D<</Order 6 0 R>>>>", "", "<</Type/OCG/Name(a)>>",
			"[6 0 R 6 0 R]"),
		"attributes": onePage("", "/StructTreeRoot 5 0 R", "", "<</K<</S/P/A 6 0 R/Pg 3 0 R/K 0>>>>", "["+refs+"]"),
		"tags": onePage("", "/StructTreeRoot 5 0 R", "", "<</K 6 0 R>>",
			"[<</S/P/Pg 3 0 R/K 6 0 R>> <</S/P/Pg 3 0 R/K 6 0 R>> 0]"),
		"options": onePage("", "/AcroForm<</Fields[5 0 R]>>", "/Annots["+widgets+"]", fields...),
	}
}

// TestTangledOriginals: the unit of a tangled file is no larger than its file warrants, and where something was cut off
// it says so.
func TestTangledOriginals(t *testing.T) {
	for name, data := range tangles() {
		u, err := unitOf(t, t.Context(), data)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if n := len(u.Encode()); n > 64<<20 || name == "options" && n > 4*len(data) {
			t.Errorf("%s: %d bytes of a file of %d", name, n, len(data))
		}
		told := slices.ContainsFunc(u.Findings, func(f unit.Finding) bool { return f.Code == unit.Tangled })
		if cut := name == "layers" || name == "tags"; told != cut {
			t.Errorf("%s: told %t, findings %v", name, told, u.Findings)
		}
	}
}

// TestTangledOriginalsStop: making a unit ends with its context, wherever it is.
func TestTangledOriginalsStop(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	for _, name := range []string{"actions", "layers", "tags"} {
		if _, err := unitOf(t, ctx, tangles()[name]); err == nil {
			t.Errorf("%s: made, though nobody waits for it", name)
		}
	}
}

// TestSharedResourcesStayShared: pages that share the pictures of a scan go on sharing them when they are stamped:
// twice the pages make about twice the unit.
func TestSharedResourcesStayShared(t *testing.T) {
	scan := func(n int) int {
		kids, images, pages := "", "", []string{"<</Type/Catalog/Pages 2 0 R>>", "", "<</XObject 4 0 R>>", ""}
		for i := range n {
			kids += fmt.Sprintf("%d 0 R ", 5+2*i)
			images += fmt.Sprintf("/Im%d %d 0 R", i, 6+2*i)
			pages = append(pages, "<</Type/Page/Parent 2 0 R>>", "<</Type/XObject/Subtype/Image/Width 1/Height "+
				"1>> stream:"+fmt.Sprint(i))
		}
		pages[1] = fmt.Sprintf("<</Type/Pages/Kids[%s]/Count %d/MediaBox[0 0 9 9]/Resources 3 0 R>>", kids, n)
		pages[3] = "<<" + images + ">>"
		u, err := unitOf(t, t.Context(), file(pages...))
		if err != nil {
			t.Fatal(err)
		}
		return len(u.Encode())
	}
	if few, many := scan(200), scan(800); many > 6*few {
		t.Errorf("200 pages make %d bytes, 800 make %d", few, many)
	}
}

// TestStreamsStayInTheirFile: a unit holds the place of an original's streams and not their bytes, also where something
// stands before the header that offsets count from.
func TestStreamsStayInTheirFile(t *testing.T) {
	sound := onePage("0 0 m", "", "")
	for name, data := range map[string][]byte{"sound": sound, "junk before the header": append([]byte("from: x\n"),
		sound...)} {
		u, err := unitOf(t, t.Context(), data)
		if err != nil {
			t.Fatal(err)
		}
		found := false
		for i := range u.Objects {
			o := &u.Objects[i]
			found = found || o.Stream && o.Data == nil && string(o.Bytes(data)) == "0 0 m"
		}
		if !found {
			t.Errorf("%s: the content is not a place in the file", name)
		}
	}
}
