package unit

import (
	"bytes"
	"compress/zlib"
	"go/ast"
	"go/parser"
	"go/token"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"
	"testing"

	"rapporteur/sources/pdf"
)

// mended is the unit of a file with options, and what was mended in it, each as "code what".
func mended(t *testing.T, data []byte, o Options) (*Unit, []string) {
	t.Helper()
	doc, err := pdf.Open(t.Context(), data, pdf.Options{})
	if err != nil {
		t.Fatal(err)
	}
	u, err := Original(t.Context(), doc, data, o)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, f := range u.Mended {
		out = append(out, strings.TrimSpace(f.Code+" "+f.What))
	}
	return u, out
}

// drawn is what the streams of a unit hold, those of ours decoded.
func drawn(u *Unit, file []byte) string {
	var b strings.Builder
	for i := range u.Objects {
		if o := &u.Objects[i]; o.Stream {
			data := o.Bytes(file)
			if z, err := zlib.NewReader(bytes.NewReader(data)); err == nil {
				data, _ = io.ReadAll(z)
			}
			b.Write(data)
			b.WriteByte('\n')
		}
	}
	return b.String()
}

const tree = "/StructTreeRoot 6 0 R/MarkInfo<</Marked true>>"

// TestMends plants a fault of each kind into an original, and looks that it is mended, and told.
func TestMends(t *testing.T) {
	const ap = "/AP<</N 6 0 R>>"
	planted := map[string]bool{}
	const look = "<</Subtype/Form/BBox[0 0 9 9]>> stream:1 1 m"
	for name, c := range map[string]struct {
		catalog, page string
		more          []string
		options       Options
		want          []string // in the unit's objects
		without       []string
		draws         []string // in its streams
		told          []string
	}{
		"a page without tags": {want: []string{"/S/Figure", "/Alt {said 0}", "/StructParents {key 0}"},
			draws: []string{"/Figure<</MCID 0>>BDC"}},
		"a page with artifacts and no tags": {page: "/Contents 6 0 R", more: []string{
			"<<>> stream:/Artifact BMC 0 0 m EMC /X<</MCID 4>>BDC EMC"},
			want:  []string{"/ActualText {said 0}", "/S/P", "/K[5]"},
			draws: []string{"q\n/Artifact BMC\n", "/P<</MCID 5>>BDC\nEMC\n"}},
		"marks that lead nowhere": {page: "/Contents 6 0 R", more: []string{"<<>> stream:/X<</MCID 1>>BDC EMC"},
			want: []string{"/S/Figure", "/K[1 2]"}, draws: []string{"/Figure<</MCID 2>>BDC"}},
		"an end of a mark without a beginning": {page: "/Contents 6 0 R", more: []string{"<<>> stream:EMC 0 0 m"},
			draws: []string{"/Figure<</MCID 0>>BDC\n/Span BMC\n"}},
		"a note that is not printed": {page: "/Annots[<</Subtype/Stamp/Rect[1 1 9 9]/F 0/Contents(x)" + ap + ">>]",
			more: []string{look}, want: []string{"/F 4", "/S/Annot"}, told: []string{"print Stamp"}},
		"a hidden note": {page: "/Annots[<</Subtype/Stamp/Rect[1 1 9 9]/F 2/Contents(secret)" + ap + ">>]",
			more: []string{look}, without: []string{"secret"}, told: []string{"hidden Stamp"}},
		"looks of a button pressed": {
			page: "/Annots[<</Subtype/Stamp/Rect[1 1 9 9]/F 4/Contents(x)/AP<</N 6 0 R/D 6 0 R>>>>]",
			more: []string{look}, without: []string{"/D {"}},
		"a square without a look": {page: "/Annots[<</Subtype/Square/Rect[10 10 90 90]/F 4/Contents(x)/C[1 0 0]>>]",
			draws: []string{"1 0 0 RG", "10.5 10.5 79 79 re"}, told: []string{"look Square"}},
		"a highlight without a look": {page: "/Annots[<</Subtype/Highlight/Rect[10 10 90 20]/F 4/Contents(x)/C[1 1 0]" +
			"/QuadPoints[10 20 90 20 10 10 90 10]>>]", want: []string{"/BM/Multiply"},
			draws: []string{"10 20 m\n90 20 l\n90 10 l\n10 10 l\nf"}, told: []string{"look Highlight"}},
		"a mark of which nobody knows the look": {page: "/Annots[<</Subtype/Watermark/Rect[1 1 9 9]/F 4/Contents(x)>>]",
			told: []string{"look-empty Watermark"}},
		"a link without words": {
			page: "/Annots[<</Subtype/Link/Rect[1 1 9 9]/A<</S/URI/URI(https://www.un.org/law/)>>>>]",
			want: []string{"/Contents" + wide16("www.un.org/law"), "/S/Link", "/Type/OBJR"},
			told: []string{"words Link"}},
		"a link without words whose element has its own": {catalog: tree,
			page: "/StructParents 0/Contents 10 0 R/Annots[9 0 R]",
			more: []string{"<</K 7 0 R/ParentTree<</Nums[0[7 0 R]1 8 0 R]>>>>", "<</S/P/P 6 0 R/Pg 3 0 R/K[0 8 0 R]>>",
				"<</S/Link/P 7 0 R/Pg 3 0 R/K<</Type/OBJR/Obj 9 0 R>>>>",
				"<</Subtype/Link/Rect[1 1 9 9]/Dest[4 0 R/Fit]/StructParent 1>>", "<<>> stream:/P<</MCID 0>>BDC EMC"},
			want: []string{"/Contents {said 0}", "/Lang {language 0}/Rect"}, told: []string{"words Link"}},
		"a link into the document without words": {page: "/Annots[<</Subtype/Link/Rect[1 1 9 9]/Dest[4 0 R/Fit]>>]",
			want: []string{"/Contents {said 0}"}, told: []string{"words Link"}},
		"a field without a description": {catalog: "/AcroForm<</Fields[6 0 R]>>", page: "/Annots[6 0 R]",
			more: []string{"<</Subtype/Widget/FT/Tx/T(Text1)/Rect[1 1 90 20]/F 4>>"},
			want: []string{"/S/Form", "/TU" + wide16("Text1")}, told: []string{"field-name"}},
		"a field whose name is words": {catalog: "/AcroForm<</Fields[6 0 R]>>", page: "/Annots[6 0 R]",
			more: []string{"<</Subtype/Widget/FT/Tx/T(firstName_2)/Rect[1 1 90 20]/F 4>>"},
			want: []string{"/TU" + wide16("first Name 2")}, told: []string{"field-label"}},
		"a place to sign": {catalog: "/AcroForm<</Fields[6 0 R]>>", page: "/Annots[6 0 R]",
			more: []string{"<</Subtype/Widget/FT/Sig/T(S)/V<</Name(Ole)/ByteRange[0 1]>>/Rect[1 1 90 20]/F 4>>"},
			want: []string{"/TU {said 0}"}, told: []string{"field-label"}},
		"a field with a value, and no look": {
			catalog: "/AcroForm<</Fields[6 0 R]/DR<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica" +
				"/Encoding/WinAnsiEncoding>>>>>>/DA(/F 9 Tf)>>", page: "/Annots[6 0 R]",
			more: []string{"<</Subtype/Widget/FT/Tx/T(a)/TU(Your name)/V(Ole)/Rect[1 1 90 20]/F 4>>"},
			want: []string{"/AP<</N"}, draws: []string{"(Ole)"}, told: []string{"field-look"}},
		"a figure without a description": {catalog: tree, page: "/StructParents 0/Contents 9 0 R",
			more: []string{"<</K[7 0 R]/ParentTree<</Nums[0[7 0 R]]>>>>", "<</S/Figure/P 6 0 R/Pg 3 0 R/K 0>>", "<<>>",
				"<<>> stream:/Figure<</MCID 0>>BDC EMC"}, want: []string{"/Alt {said 1}/K[0]/Lang {language 1}"},
			told: []string{"figure"}},
		"a figure that the manifest describes": {catalog: tree, page: "/StructParents 0/Contents 9 0 R",
			more: []string{"<</K[7 0 R]/ParentTree<</Nums[0[7 0 R]]>>>>", "<</S/Figure/P 6 0 R/Pg 3 0 R/K 0>>", "<<>>",
				"<<>> stream:/Figure<</MCID 0>>BDC EMC"}, options: Options{Alt: "A ship"},
			want: []string{"/Alt" + wide16("A ship")}, told: []string{"alt"}},
		"overprinting by a mode": {page: "/Resources<</ExtGState<</G<</OP true/OPM 1>>>>>>/Contents 6 0 R",
			more: []string{"<<>> stream:/G gs"}, want: []string{"/OPM 0"}, told: []string{"overprint"}},
		"a mode that overprints nothing": {page: "/Resources<</ExtGState<</G<</OP false/op false/OPM 1>>>>>>" +
			"/Contents 6 0 R", more: []string{"<<>> stream:/G gs"}, want: []string{"/OPM 1"}},
		"a figure that holds nothing": {catalog: tree, page: "/StructParents 0/Contents 9 0 R",
			more: []string{"<</K[7 0 R 8 0 R]/ParentTree<</Nums[0[8 0 R]]>>>>", "<</S/Figure/P 6 0 R/K<</S/Span>>>>",
				"<</S/P/P 6 0 R/Pg 3 0 R/K 0>>", "<<>> stream:/P<</MCID 0>>BDC EMC"},
			want: []string{"<</K[{object 1}]/P {object 0}/S/NonStruct>>"}},
		"two figures, and words for one": {catalog: tree, page: "/StructParents 0/Contents 9 0 R",
			more: []string{"<</K[7 0 R 8 0 R]/ParentTree<</Nums[0[7 0 R 8 0 R]]>>>>",
				"<</S/Figure/P 6 0 R/Pg 3 0 R/K 0>>", "<</S/Figure/P 6 0 R/Pg 3 0 R/K 1>>",
				"<<>> stream:/Figure<</MCID 0>>BDC EMC /Figure<</MCID 1>>BDC EMC"}, options: Options{Alt: "A ship"},
			without: []string{wide16("A ship")}, told: []string{"figure"}},
		"headings that leave levels out": {catalog: tree, page: "/StructParents 0/Contents 9 0 R",
			more: []string{"<</K[7 0 R 8 0 R]/ParentTree<</Nums[0[7 0 R 8 0 R]]>>>>",
				"<</S/H2/P 6 0 R/Pg 3 0 R/K 0>>", "<</S/H5/P 6 0 R/Pg 3 0 R/K 1>>",
				"<<>> stream:/H2<</MCID 0>>BDC EMC /H5<</MCID 1>>BDC EMC"},
			want: []string{"/S {heading 1}", "/S {heading 2}"}},
		"notes without identifiers, and no language": {catalog: tree, page: "/StructParents 0/Contents 9 0 R",
			more: []string{"<</K[7 0 R 8 0 R]/ParentTree<</Nums[0[7 0 R 8 0 R]]>>>>",
				"<</S/Note/P 6 0 R/Pg 3 0 R/K 0/Lang(en_US)>>", "<</S/Note/P 6 0 R/Pg 3 0 R/K 1>>",
				"<<>> stream:/Note<</MCID 0>>BDC EMC /Note<</MCID 1>>BDC EMC"},
			want: []string{"/ID {id 0}", "/ID {id 1}"}, without: []string{"en_US"}},
		"types of PDF 2.0": {catalog: tree, page: "/StructParents 0/Contents 9 0 R",
			more: []string{"<</K[7 0 R]/Namespaces[8 0 R]/ParentTree<</Nums[0[7 0 R]]>>>>",
				"<</S/Clause/NS 8 0 R/P 6 0 R/Pg 3 0 R/K 0>>",
				"<</Type/Namespace/NS(http://x)/RoleMapNS<</Clause[/Aside 10 0 R]>>>>",
				"<<>> stream:/P<</MCID 0>>BDC EMC", "<</Type/Namespace/NS(http://iso.org/pdf2/ssn)>>"},
			want: []string{"/S {role 0}"}, without: []string{"/NS"}},
		"an element of a mark that no page has": {catalog: tree, page: "/StructParents 0/Contents 9 0 R",
			more: []string{"<</K[7 0 R]/ParentTree<</Nums[0[7 0 R 7 0 R 7 0 R]]>>>>", "<</S/P/P 6 0 R/Pg 3 0 R/K[0 1" +
				"<</Type/MCR/Pg 3 0 R/MCID 2>>]>>", "<<>>", "<<>> stream:/P<</MCID 1>>BDC EMC"},
			want: []string{"/K[1]"}},
		"an item whose content is in no body": {catalog: tree, page: "/StructParents 0/Contents 9 0 R",
			more: []string{"<</K[<</S/L/K<</S/LI/K[7 0 R 8 0 R]>>>>]/ParentTree<</Nums[0[7 0 R 8 0 R]]>>>>",
				"<</S/Lbl/P 6 0 R/Pg 3 0 R/K 0>>", "<</S/P/P 6 0 R/Pg 3 0 R/K 1>>",
				"<<>> stream:/Lbl<</MCID 0>>BDC EMC /P<</MCID 1>>BDC EMC"},
			want: []string{"/S/LBody"}, told: []string{"order list"}},
		"a row shorter than the others": {catalog: tree, page: "/StructParents 0/Contents 10 0 R",
			more: []string{"<</K[<</S/Table/K[<</S/TR/K[7 0 R 8 0 R]>> <</S/TR/K 9 0 R>>]>>]" +
				"/ParentTree<</Nums[0[7 0 R 8 0 R 9 0 R]]>>>>", "<</S/TH/P 6 0 R/Pg 3 0 R/K 0>>",
				"<</S/TH/P 6 0 R/Pg 3 0 R/K 1>>", "<</S/TD/P 6 0 R/Pg 3 0 R/K 2>>",
				"<<>> stream:/P<</MCID 0>>BDC EMC /P<</MCID 1>>BDC EMC /P<</MCID 2>>BDC EMC"},
			want: []string{"/Scope/Both", "/Scope/Column"}, told: []string{"order table"}},
		"paths and text outside of all tags": {catalog: tree, page: "/StructParents 0/Contents 9 0 R",
			more: []string{"<</K[7 0 R]/ParentTree<</Nums[0[7 0 R]]>>>>", "<</S/P/P 6 0 R/Pg 3 0 R/K 0>>", "<<>>",
				"<<>> stream:/P<</MCID 0>>BDC EMC 1 2 3 4 re f BT (x)Tj ET"},
			draws: []string{"\n/Artifact BMC %rapporteur\n1 2 3 4 re f\nEMC %rapporteur\n",
				"\n/P<</MCID 1>>BDC %rapporteur\n(x)Tj\nEMC %rapporteur\n"}, told: []string{"parts"}},
		"a picture that asks to be smoothed": {page: "/Resources<</XObject<</I 6 0 R>>>>", more: []string{
			"<</Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8/Interpolate true>> stream:0"},
			want: []string{"/Interpolate false"}, told: []string{"smooth"}},
		"inks of no press": {page: "/Contents 6 0 R/Resources<</ColorSpace<</A/DeviceGray>>>>",
			more: []string{"<<>> stream:0 0 0 1 k"}, want: []string{"/DefaultCMYK[/ICCBased"}, told: []string{"inks"}},
		"data that archives do not take": {page: "/Contents 6 0 R", more: []string{
			"<</Filter/LZWDecode>> stream:\x80\x0b\x60\x50\x22\x0c\x0c\x85\x01"}, told: []string{"filter"}},
		"a font that names its glyphs, and not their texts": {page: "/Contents 7 0 R/Resources<</Font<</F 6 0 R>>>>",
			more: []string{"<</Type/Font/Subtype/Type3/FontBBox[0 0 1 1]/FontMatrix[1 0 0 1 0 0]/CharProcs<<>>" +
				"/FirstChar 1/LastChar 1/Widths[1]/Encoding<</Differences[1/lscript]>>>>", "<<>> stream:BT ET"},
			want: []string{"/ToUnicode {object"}, told: []string{"text"}},
		"a font that is not there": {page: "/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>",
			options: Options{Substitute: true}, want: []string{"/Subtype/Type0", "/DescendantFonts[{substitute 0}]"},
			told: []string{"font Helvetica"}},
		"a font that is not there, and is to stay so": {
			page: "/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>>>>>",
			want: []string{"/BaseFont/Helvetica", "/Subtype/Type1"}},
		"inks of one name": {page: "/Resources<</ColorSpace<</A[/Separation/Gold/DeviceGray 6 0 R]>>>>",
			more: []string{"<</FunctionType 2/N 1/Domain[0 1]/C0[1]/C1[0]>>"},
			want: []string{"[/Separation {ink 0} /DeviceGray"}},
	} {
		file := originalOf(c.catalog, c.page, c.more...)
		u, told := mended(t, file, c.options)
		text, streams := u.text(), drawn(u, file)
		for _, part := range c.want {
			if !strings.Contains(text, part) {
				t.Errorf("%s: no %s in %s", name, part, text)
			}
		}
		for _, part := range c.without {
			if strings.Contains(text, part) {
				t.Errorf("%s: %s in %s", name, part, text)
			}
		}
		for _, part := range c.draws {
			if !strings.Contains(streams, part) {
				t.Errorf("%s: no %q in %q", name, part, streams)
			}
		}
		for _, part := range c.told {
			if !slices.Contains(told, part) {
				t.Errorf("%s: told %q, not %q", name, told, part)
			}
		}
		if len(c.told) == 0 && len(told) > 0 {
			t.Errorf("%s: told %q", name, told)
		}
		for _, part := range c.told {
			code, _, _ := strings.Cut(part, " ")
			planted[code] = true
		}
	}
	if want := mendCodes(t); !maps.Equal(planted, want) {
		t.Errorf("planted are %v; there are %v", slices.Sorted(maps.Keys(planted)), slices.Sorted(maps.Keys(want)))
	}
}

// mendCodes are the codes of all mends, as the source names them: one without a plant would go unnoticed.
func mendCodes(t *testing.T) map[string]bool {
	t.Helper()
	source, err := parser.ParseFile(token.NewFileSet(), "mended.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	codes := map[string]bool{}
	ast.Inspect(source, func(n ast.Node) bool {
		v, ok := n.(*ast.ValueSpec)
		if !ok || !strings.HasPrefix(v.Names[0].Name, "Mended") {
			return true
		}
		code, err := strconv.Unquote(v.Values[0].(*ast.BasicLit).Value)
		if err != nil {
			t.Fatal(err)
		}
		codes[code] = true
		return false
	})
	return codes
}

// TestInventions: what nobody knows supports no claim.
func TestInventions(t *testing.T) {
	u, _ := mended(t, originalOf("", "/Annots[<</Subtype/Watermark/Rect[1 1 9 9]/Contents(x)>> "+
		"<</Subtype/Square/Rect[1 1 9 9]/Contents(x)/C[0]>>]"), Options{})
	if list := u.Invented(); len(list) != 1 || list[0].Code != MendedLookEmpty {
		t.Errorf("invented %+v", list)
	}
}

// TestSharedInks: resources that two pages share and that name inks are one object, and none where each page's stamp
// makes them the page's own.
func TestSharedInks(t *testing.T) {
	file := originalOf("", "/Contents 6 0 R/Resources 7 0 R", "<<>> stream:0 0 0 1 k",
		"<</ColorSpace<</A/DeviceGray>>>>")
	for stamped, want := range map[bool]int{false: 1, true: 0} {
		u, _ := mended(t, file, Options{Stamped: stamped})
		objects := 0
		for i := range u.Objects {
			if !u.Objects[i].Stream && strings.Contains(u.Objects[i].Piece.String(), "/DefaultCMYK") {
				objects++
			}
		}
		if objects != want {
			t.Errorf("stamped %t: %d objects", stamped, objects)
		}
	}
}

// wide16 is a text as a unit prints it: a string of bytes, big end first.
func wide16(text string) string {
	out := `(\xfe\xff`
	for _, c := range text {
		out += `\x00` + string(c)
	}
	return out + ")"
}
