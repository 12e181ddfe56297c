package conformance

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"strings"
	"testing"

	"rapporteur/fonts/received"
	"rapporteur/report/unit"
	"rapporteur/sources/pdf"
)

// program reads a font program that the report embeds.
func program(t *testing.T, name string, form received.Form) ([]byte, *received.Program) {
	t.Helper()
	data, err := os.ReadFile("../../fonts/files/" + name)
	if err != nil {
		t.Fatal(err)
	}
	p, err := received.Open(data, form)
	if err != nil {
		t.Fatal(name, err)
	}
	return data, p
}

// streamOf is a stream object: the entries of its dictionary, and its data.
func streamOf(dict string, data []byte) string {
	return fmt.Sprintf("<<%s/Length %d>>\nstream\n%s\nendstream", dict, len(data), data)
}

// profile is the header of an ICC profile of a class and a space.
func profile(version byte, class, space string) []byte {
	b := make([]byte, 132)
	b[8] = version
	copy(b[12:], class)
	copy(b[16:], space)
	return b
}

// jpxOf is the boxes of a JPEG 2000 image with so many channels and bits.
func jpxOf(channels, bits byte) []byte {
	b := []byte("\x00\x00\x00\x0CjP  \r\n\x87\n\x00\x00\x00\x2Djp2h" +
		"\x00\x00\x00\x16ihdr\x00\x00\x00\x01\x00\x00\x00\x01\x00")
	b = append(b, channels, bits-1, 7, 0, 0)
	return append(b, "\x00\x00\x00\x0Fcolr\x01\x00\x00\x00\x00\x00\x10"...)
}

// file is a PDF in which everything that a rule looks at is as it should be: plants change one thing each.
func file(t *testing.T) []byte {
	t.Helper()
	latin, p := program(t, "Amiri-Regular.ttf", received.FormSfnt)
	serif, cff := program(t, "SourceSerif4-Regular.otf", received.FormSfnt)
	objects := map[int]string{
		1: "<</Type/Catalog/Pages 2 0 R/StructTreeRoot 50 0 R/MarkInfo<</Marked true>>/AcroForm<</Fields[31 0 R]>>" +
			"/OCProperties<</OCGs[25 0 R]/D<</Order[25 0 R]>>>>>>",
		2: "<</Type/Pages/Kids[3 0 R]/Count 1>>",
		3: "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/StructParents 0/Tabs/S/Contents 4 0 R/Annots[30 0 R " +
			"31 0 R " +
			"32 0 R]/Resources 5 0 R>>",
		4: streamOf("", []byte(pageContent)),
		5: "<</Font<</F1 6 0 R/F2 8 0 R/F3 10 0 R/F4 13 0 R/F5 27 0 R>>/XObject<</Im 15 0 R/Fm 16 0 R/Jp 17 0 " +
			"R>>/ExtGState<</G 18 0 R>>" +
			"/ColorSpace<</Icc 19 0 R/Sep 20 0 R/Dn 22 0 R>>/Properties<</Oc 25 0 R>>/Shading<</Sh<<" +
			"/ShadingType 2/ColorSpace/DeviceRGB" +
			"/Coords[0 0 1 1]/Function 21 0 R>>>>/Pattern<</Pt 23 0 R>>>>",
		6: fmt.Sprintf("<</Type/Font/Subtype/TrueType/BaseFont/Amiri/Encoding/WinAnsiEncoding/FirstChar 65"+
			"/LastChar 65"+
			"/Widths[%.4f]/FontDescriptor 7 0 R>>", p.Width(p.Named("A"))),
		7: "<</Type/FontDescriptor/FontName/Amiri/Flags 32/FontFile2 60 0 R>>",
		8: fmt.Sprintf("<</Type/Font/Subtype/Type1/BaseFont/ABCDEF+Serif/Encoding/WinAnsiEncoding/FirstChar 66"+
			"/LastChar 66"+
			"/Widths[%.4f]/FontDescriptor 9 0 R>>", cff.Widths[cff.Glyphs["B"]]),
		9: "<</Type/FontDescriptor/FontName/ABCDEF+Serif/Flags 32/FontFile3 61 0 R>>",
		10: "<</Type/Font/Subtype/Type0/BaseFont/ABCDEF+AmiriCID/Encoding/Identity-H/DescendantFonts[11 0 R]" +
			"/ToUnicode 14 0 R>>",
		11: fmt.Sprintf("<</Type/Font/Subtype/CIDFontType2/BaseFont/ABCDEF+AmiriCID/CIDSystemInfo<</Registry(Adobe)"+
			"/Ordering(Identity)/Supplement 0>>/CIDToGIDMap/Identity/DW 1000/W[5[%.4f]]/FontDescriptor 12 0 "+
			"R>>", p.Width(5)),
		12: "<</Type/FontDescriptor/FontName/ABCDEF+AmiriCID/Flags 4/FontFile2 60 0 R>>",
		13: "<</Type/Font/Subtype/Type3/FontBBox[0 0 10 10]/FontMatrix[.1 0 0 .1 0 0]/CharProcs<</a 24 0 R>>" +
			"/Encoding<<" +
			"/Differences[97/a]>>/FirstChar 97/LastChar 97/Widths[10]/Resources<<>>>>",
		14: streamOf("", []byte("1 begincodespacerange<0000><FFFF>endcodespacerange 1 beginbfchar <0005><0041> "+
			"endbfchar")),
		15: streamOf("/Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray",
			[]byte{7}),
		16: streamOf("/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<<>>", []byte("0 0 9 9 re f")),
		17: streamOf("/Type/XObject/Subtype/Image/Width 1/Height 1/Filter/JPXDecode", jpxOf(3, 8)),
		18: "<</Type/ExtGState/BM/Multiply/ca 1/RI/Perceptual>>",
		19: "[/ICCBased 26 0 R]",
		20: "[/Separation/Gold/DeviceRGB 21 0 R]",
		21: "<</FunctionType 2/Domain[0 1]/N 1/C0[1 1 1]/C1[1 .8 0]>>",
		22: "[/DeviceN[/Cyan/Gold]/DeviceRGB 21 0 R<</Colorants<</Gold 20 0 R>>>>]",
		23: streamOf("/Type/Pattern/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 9 9]/XStep 9/YStep 9"+
			"/Resources<<>>",
			[]byte("0 0 5 5 re f")),
		24: streamOf("", []byte("10 0 d0 0 0 10 10 re f")),
		25: "<</Type/OCG/Name(Layer)>>",
		26: streamOf("/N 4", profile(2, "mntr", "CMYK")),
		27: "<</Type/Font/Subtype/Type0/BaseFont/AmiriMine/Encoding 29 0 R/DescendantFonts[28 0 R]/ToUnicode 34 " +
			"0 R>>",
		28: fmt.Sprintf("<</Type/Font/Subtype/CIDFontType2/BaseFont/AmiriMine/CIDSystemInfo<</Registry(Adobe)"+
			"/Ordering(Mine)/Supplement 0>>/CIDToGIDMap/Identity/DW %.4f/FontDescriptor 12 0 R>>", p.Width(5)),
		29: streamOf("/Type/CMap/CMapName/Mine/CIDSystemInfo<</Registry(Adobe)/Ordering(Mine)/Supplement 0>>/WMode 0",
			[]byte("1 begincodespacerange <00> <FF> endcodespacerange 1 begincidrange <05> <05> 5 endcidrange")),
		34: streamOf("", []byte("1 begincodespacerange<00><FF>endcodespacerange 1 beginbfchar <05><0043> endbfchar")),
		30: "<</Type/Annot/Subtype/Link/Rect[10 10 90 20]/F 4/StructParent 1/Contents(un.org, documents)/A<</S" +
			"/URI/URI" +
			"(https://un.org/)>>>>",
		31: "<</Type/Annot/Subtype/Widget/FT/Btn/T(agree)/TU(We agree)/Rect[10 30 20 40]/F 4/StructParent 2/P 3 " +
			"0 R/AP<</N<<" +
			"/Yes 33 0 R/Off 33 0 R>>>>/AS/Off>>",
		32: "<</Type/Annot/Subtype/Square/Rect[10 50 20 60]/F 4/StructParent 3/Contents(A box around the sum)" +
			"/AP<</N 33 0 R>>>>",
		33: streamOf("/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<<>>", []byte("0 0 9 9 re S")),
		60: streamOf("", latin),
		61: streamOf("/Subtype/OpenType", serif),
	}
	tree(objects)
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n")
	for n := 1; n < 200; n++ {
		if o, ok := objects[n]; ok {
			fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", n, o)
		}
	}
	b.WriteString("trailer\n<</Root 1 0 R>>\n")
	return b.Bytes()
}

// pageContent draws once with each thing.
const pageContent = "/P<</MCID 0/Lang(en)>>BDC BT /F1 9 Tf (A)Tj /F2 9 Tf (B)Tj /F3 9 Tf <0005>Tj /F4 9 Tf " +
	"(a)Tj /F5 9 Tf <05>Tj ET EMC\n" +
	"/Artifact BMC q /G gs /Icc cs 0 0 0 0 sc 1 1 2 2 re f /Sep cs 1 scn 3 3 2 2 re f /Dn cs 1 1 scn 4 4 2 2 re f\n" +
	"/Pattern cs /Pt scn 5 5 2 2 re f Q /Sh sh /Jp Do /Fm Do EMC /Figure<</MCID 1>>BDC /Im Do EMC\n" +
	"/Note<</MCID 2>>BDC 7 7 2 2 re f EMC /H1<</MCID 3>>BDC 8 8 2 2 re f EMC /H2<</MCID 4>>BDC 9 9 2 2 re f EMC\n"

// tree adds a structure tree with an element of each kind that rules are about.
func tree(objects map[int]string) {
	element := func(n int, parent int, kind, rest string) {
		objects[n] = fmt.Sprintf("<</Type/StructElem/S/%s/P %d 0 R%s>>", kind, parent, rest)
	}
	objects[50] = "<</Type/StructTreeRoot/K[70 0 R]/RoleMap<</Own/P>>/ParentTree<</Nums[0[71 0 R 72 0 R 73 0 R " +
		"74 0 R 75 0 R]" +
		"1 76 0 R 2 77 0 R 3 78 0 R]>>>>"
	element(70, 50, "Document", "/K[74 0 R 75 0 R 71 0 R 72 0 R 73 0 R 76 0 R 77 0 R 78 0 R 80 0 R 100 0 R 110 "+
		"0 R 120 0 R]")
	element(71, 70, "Own", "/Pg 3 0 R/K 0/Lang(en)")
	element(72, 70, "Figure", "/Pg 3 0 R/K 1/Alt(The harbour of Bergen)")
	element(73, 70, "Note", "/Pg 3 0 R/K 2/ID(n1)")
	element(74, 70, "H1", "/Pg 3 0 R/K 3")
	element(75, 70, "H2", "/Pg 3 0 R/K 4")
	element(76, 70, "Link", "/K<</Type/OBJR/Obj 30 0 R/Pg 3 0 R>>")
	element(77, 70, "Form", "/K<</Type/OBJR/Obj 31 0 R/Pg 3 0 R>>")
	element(78, 70, "Annot", "/K<</Type/OBJR/Obj 32 0 R/Pg 3 0 R>>")
	element(80, 70, "Table", "/K[81 0 R 82 0 R 83 0 R 99 0 R]")
	element(81, 80, "Caption", "")
	element(82, 80, "THead", "/K[84 0 R]")
	element(83, 80, "TBody", "/K[85 0 R]")
	element(84, 82, "TR", "/K[86 0 R 87 0 R]")
	element(85, 83, "TR", "/K[88 0 R 89 0 R]")
	element(86, 84, "TH", "/ID(h1)/A<</O/Table/Scope/Column>>")
	element(87, 84, "TH", "/ID(h2)")
	element(88, 85, "TD", "/A<</O/Table/RowSpan 1>>")
	element(89, 85, "TD", "/A<</O/Table/Headers[(h2)]>>")
	element(99, 80, "TFoot", "/K[98 0 R]")
	element(98, 99, "TR", "/K[96 0 R 97 0 R]")
	element(96, 98, "TD", "/A<</O/Table/ColSpan 1>>")
	element(97, 98, "TH", "/ID(h3)")
	element(100, 70, "L", "/K[101 0 R 105 0 R]")
	element(101, 100, "Caption", "")
	element(105, 100, "LI", "/K[102 0 R 103 0 R]")
	element(102, 105, "Lbl", "")
	element(103, 105, "LBody", "")
	element(110, 70, "TOC", "/K[111 0 R 112 0 R]")
	element(111, 110, "Caption", "")
	element(112, 110, "TOCI", "")
	element(120, 70, "Formula", "/Alt(a plus b)")
}

// made makes the unit of a PDF.
func made(t *testing.T, data []byte) *unit.Unit {
	t.Helper()
	d, err := pdf.Open(context.Background(), data, pdf.Options{})
	if err != nil {
		t.Fatal(err)
	}
	u, err := unit.Original(context.Background(), d, data, unit.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return u
}

// judgedOf are the names of the rules that a unit breaks.
func judgedOf(t *testing.T, u *unit.Unit, data []byte) []string {
	t.Helper()
	v, err := Unit(context.Background(), u, data, nil, nil, []int{1})
	if err != nil {
		t.Fatal(err)
	}
	return namesOf(v)
}

// plant replaces something in the objects, pages and streams of a unit, wherever it stands, and in its roles.
func plant(t *testing.T, u *unit.Unit, data []byte, old, new string) {
	t.Helper()
	planted := false
	piece := func(p *unit.Piece) {
		for from := 0; ; {
			i := bytes.Index(p.Bytes[from:], []byte(old))
			if i < 0 {
				return
			}
			at := from + i
			p.Bytes = append(append(bytes.Clone(p.Bytes[:at]), new...), p.Bytes[at+len(old):]...)
			for k := range p.Patches {
				if p.Patches[k].At > at {
					p.Patches[k].At += len(new) - len(old)
				}
			}
			from, planted = at+len(new), true
		}
	}
	for i := range u.Objects {
		o := &u.Objects[i]
		piece(&o.Piece)
		if b := o.Bytes(data); o.Stream && len(b) < 1<<12 && bytes.Contains(b, []byte(old)) {
			o.Data, planted = bytes.ReplaceAll(b, []byte(old), []byte(new)), true
		}
	}
	for i := range u.Pages {
		piece(&u.Pages[i].Piece)
	}
	for i := range u.Roles {
		if u.Roles[i].Name == old || u.Roles[i].Standard == old {
			u.Roles[i].Name = strings.ReplaceAll(u.Roles[i].Name, old, new)
			u.Roles[i].Standard = strings.ReplaceAll(u.Roles[i].Standard, old, new)
			planted = true
		}
	}
	if !planted {
		t.Errorf("there is no %q in the unit", old)
	}
}
