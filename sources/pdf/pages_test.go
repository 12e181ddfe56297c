package pdf

import (
	"strings"
	"testing"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

func TestInherited(t *testing.T) {
	f := &file{}
	f.add("<</Type/Catalog/Pages 2 0 R>>")
	f.add("<</Type/Pages/Kids[3 0 R 6 0 R]/Count 3/MediaBox[0 0 200 300]/Resources<</A 1>>/Rotate -90>>")
	f.add("<</Type/Pages/Parent 2 0 R/Kids[4 0 R 5 0 R]/Count 2/CropBox[300 290 20 10]>>")
	f.add("<</Type/Page/Parent 3 0 R>>")
	f.add("<</Type/Page/Parent 3 0 R/MediaBox[0 0 100 100]/Rotate 450/UserUnit 2/Resources null>>")
	f.add("<</Type/Page/Parent 2 0 R/CropBox[500 500 600 600]/Rotate 0>>")
	d := mustOpen(t, f.bytes())
	if len(d.Repaired()) > 0 || len(d.Pages()) != 3 {
		t.Fatalf("%d pages, mended %v", len(d.Pages()), d.Repaired())
	}
	for i, want := range []struct {
		media, crop Rect
		rotate      int
		unit        float64
	}{
		{Rect{0, 0, 200, 300}, Rect{20, 10, 200, 290}, 270, 1}, // crop box turned round and cut to the media box
		{Rect{0, 0, 100, 100}, Rect{20, 10, 100, 100}, 90, 2},
		{Rect{0, 0, 200, 300}, Rect{0, 0, 200, 300}, 0, 1}, // a crop box outside is none
	} {
		p := d.Pages()[i]
		if p.MediaBox != want.media || p.CropBox != want.crop || p.Rotate != want.rotate ||
			p.UserUnit != want.unit {
			t.Errorf("page %d: %+v", i, p)
		}
		if d.Dict(p.Dict["Resources"])["A"] == nil || p.Dict["Parent"] != nil {
			t.Errorf("page %d: dictionary %v", i, p.Dict)
		}
	}
	if _, has := d.Dict(d.Object(4))["Resources"]; has {
		t.Error("the page object itself was changed")
	}
	if i, ok := d.PageIndex(6); !ok || i != 2 {
		t.Errorf("index %d %v", i, ok)
	}
}

// TestTreeLoops: loops in the page tree end, and the pages beside them are read.
func TestTreeLoops(t *testing.T) {
	f := &file{}
	f.add("<</Type/Catalog/Pages 2 0 R>>")
	f.add("<</Type/Pages/Kids[2 0 R 3 0 R 4 0 R 7 0 R null 99 0 R]/Count 2>>")
	f.add("<</Type/Pages/Kids[4 0 R 2 0 R 3 0 R]/Count 1>>")
	f.add("<</Type/Page/MediaBox[0 0 10 10]>>")
	f.add("5 0 R") // an object that is a reference to itself
	f.add("<</Type/Page/MediaBox[0 0 10 10]>>")
	f.add("<</Type/Pages/Kids 5 0 R>>")
	d := mustOpen(t, f.bytes())
	if n := len(d.Pages()); n != 2 {
		t.Errorf("%d pages: object 4 stands in the tree twice, object 6 not at all", n)
	}
	if d.Resolve(d.Object(5)) != nil {
		t.Error("a reference to itself leads somewhere")
	}
	if r := d.Repaired(); len(r) == 0 || r[0] != "page-tree" {
		t.Errorf("mended %v", r)
	}
}

// TestDeepTree: a chain of nodes is read to its end, a chain without end is not.
func TestDeepTree(t *testing.T) {
	f := &file{}
	f.add("<</Type/Catalog/Pages 2 0 R>>")
	for i := 2; i < 1500; i++ {
		f.add("<</Type/Pages/Count 1/Kids[%d 0 R]>>", i+1)
	}
	f.add("<</Type/Page/MediaBox[0 0 10 10]>>")
	if d := mustOpen(t, f.bytes()); len(d.Pages()) != 1 {
		t.Errorf("%d pages", len(d.Pages()))
	}
}

func TestNameTree(t *testing.T) {
	f := onePage()
	f.objects[0] = "<</Type/Catalog/Pages 2 0 R/Names<</Dests 5 0 R>>/Dests<</old[3 0 R/Fit]/both[3 0 R/FitH 1]>>>>"
	f.add("<</Kids[6 0 R 7 0 R 5 0 R]>>")
	f.add("<</Names[(a)[3 0 R/XYZ 1 2 0](b)<</D(a)>>(c\\)c) 8 0 R (both)[3 0 R/FitV 2]]/Kids[5 0 R 6 0 R]>>")
	f.add("<</Names[<64>[0/Fit](loop)(loop)(far)[9/Fit](gone)[99 0 R/Fit](odd)]>>")
	f.add("[3 0 R/FitH 7]")
	d := mustOpen(t, f.bytes())
	var keys []string
	d.NameTree(d.Dict(d.Catalog()["Names"])["Dests"], func(k []byte, _ types.Object) { keys = append(keys, string(k)) })
	if got := strings.Join(keys, " "); got != "a b c)c both d loop far gone" {
		t.Errorf("keys %q", got)
	}
	if n := len(d.Destinations()); n != 9 {
		t.Errorf("%d destinations", n)
	}
	for _, c := range []struct {
		dest, view string
		ok         bool
	}{
		{"(a)", "[XYZ 1 2 0]", true}, {"(b)", "[XYZ 1 2 0]", true}, {"(c\\)c)", "[FitH 7]", true},
		{"(d)", "[Fit]", true},
		{"/old", "[Fit]", true}, {"/both", "[FitH 1]", true}, {"(both)", "[FitV 2]", true}, {"/a", "[XYZ 1 2 0]", true},
		{"(old)", "[Fit]", true},
		{"<</S/GoTo/D/old>>", "[Fit]", true}, {"[3 0 R/FitR 1 2 3 4]", "[FitR 1 2 3 4]", true},
		{"(loop)", "", false}, {"(far)", "", false}, {"(gone)", "", false}, {"(none)", "", false}, {"[]", "", false},
		{"[-1/Fit]", "", false}, {"7", "", false}, {"null", "", false},
	} {
		o, _, err := ParseObject([]byte(c.dest), 0)
		if err != nil {
			t.Fatal(c.dest, err)
		}
		page, view, ok := d.Destination(o)
		if ok != c.ok || ok && (page != 0 || show(view) != c.view) {
			t.Errorf("%s: page %d view %s %v", c.dest, page, show(view), ok)
		}
	}
}

func TestNumberTree(t *testing.T) {
	f := onePage()
	f.add("<</Kids[6 0 R 7 0 R]>>")
	f.add("<</Nums[0(zero)1(one)]/Kids[5 0 R]>>")
	f.add("<</Nums[7(seven)(no number)(x)]>>")
	d := mustOpen(t, f.bytes())
	got := ""
	d.NumberTree(d.Object(5), func(n int, v types.Object) {
		b, _ := d.String(v)
		got += string(rune('0'+n)) + string(b) + " "
	})
	if got != "0zero 1one 7seven " {
		t.Errorf("%q", got)
	}
}

func TestOutline(t *testing.T) {
	f := onePage()
	f.objects[0] = "<</Type/Catalog/Pages 2 0 R/Outlines 5 0 R>>"
	f.add("<</First 6 0 R>>")
	f.add("<</Title<FEFF00C9>/Dest[3 0 R/Fit]/First 7 0 R/Next 8 0 R/Count 1/F 2/C[1 0.5 7]>>")
	f.add("<</Title(kid)/A<</S/URI/URI(x)>>/First 6 0 R/Next 7 0 R>>")
	f.add("<</Title(last)/Count -2/Next 6 0 R>>")
	d := mustOpen(t, f.bytes())
	o := d.Outline()
	if len(o) != 2 || len(o[0].Kids) != 1 || len(o[0].Kids[0].Kids) != 0 {
		t.Fatalf("outline %+v", o)
	}
	if a := o[0]; a.Title != "É" || !a.Open || a.Count != 1 || a.Flags != 2 || a.Color != [3]float64{1, 0.5, 1} ||
		a.Dest == nil {
		t.Errorf("first item %+v", a)
	}
	if k := o[0].Kids[0]; k.Title != "kid" || k.Action == nil || d.Name(d.Dict(k.Action)["S"]) != "URI" {
		t.Errorf("kid %+v", k)
	}
	if o[1].Title != "last" || o[1].Open || o[1].Count != -2 {
		t.Errorf("last item %+v", o[1])
	}
}

func TestFacts(t *testing.T) {
	f := onePage()
	f.objects[0] = `<</Type/Catalog/Pages 2 0 R/Lang(fr-CH)/StructTreeRoot<<>>/OpenAction<</S/GoTo/D[3 0` +
		` R/Fit]/Next[<</S/JavaScript/JS(x)>>]>>
		/Names<</EmbeddedFiles<</Names[(key)<</Type/Filespec/F(annex.xls)>>(k2)<</F()>>]>>>>/OCProperties<</OCGs[9` +
		` 0 R]>>
		/AcroForm<</Fields[5 0 R]/XFA(x)>>>>`
	f.objects[2] = `<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 300]/Contents 4 0 R/Annots[` +
		`<</Subtype/FileAttachment/FS(map.png)>><</A<</S/Launch/F(x)>>>>]
		/Resources<</Font<</A 6 0 R/B 7 0 R>>/XObject<</X 8 0 R>>>>>>`
	f.add("<</Kids[<</FT/Sig/V<</ByteRange[0 1]>>>>]>>")
	f.add("<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>")
	f.add("<</Type/Font/Subtype/TrueType/BaseFont/ABCDEF+Held/FontDescriptor<</FontFile2 4 0 R>>>>")
	f.stream("/Type/XObject/Subtype/Form/Resources<</XObject<</X 8 0 "+
		"R>>/Font<</C<</Type/Font/Subtype/Type0/BaseFont/Batang/DescendantFonts[<</Subtype/CIDFontType2>>]>>>>>>", "")
	f.add("<</Type/OCG/Name(L)>>")
	f.trailer = "/Info<</Title(x)>>"
	d := mustOpen(t, f.bytes())
	got := d.Facts()
	if !got.Tagged || got.Encrypted || got.Layers != 1 || got.Lang != "fr-CH" {
		t.Errorf("%+v", got)
	}
	if fonts := strings.Join(got.FontsNotEmbedded, ","); fonts != "Batang,Helvetica" {
		t.Errorf("fonts that are not embedded: %s", fonts)
	}
	if plain := mustOpen(t, onePage().bytes()).Facts(); plain.Tagged || plain.Layers > 0 ||
		plain.FontsNotEmbedded != nil {
		t.Errorf("a plain page has %+v", plain)
	}
}
