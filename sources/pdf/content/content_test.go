package content

import (
	"bytes"
	"context"
	"fmt"
	"math"
	"strings"
	"testing"

	"rapporteur/sources/pdf"
)

// document makes a page of 600 by 800 with the objects 5 and on that are given, and opens it.
func document(t testing.TB, content, resources string, objects ...string) *pdf.Document {
	t.Helper()
	all := append([]string{
		"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
		"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<<" + resources + ">>>>", stream("",
			content),
	}, objects...)
	var b, table bytes.Buffer
	b.WriteString("%PDF-1.7\n")
	for i, o := range all {
		fmt.Fprintf(&table, "%010d 00000 n \n", b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n",
		len(all)+1, table.String(), len(all)+1, b.Len())
	d, err := pdf.Open(context.Background(), b.Bytes(), pdf.Options{})
	if err != nil || len(d.Repaired()) > 0 {
		t.Fatal(err, d.Repaired())
	}
	return d
}

func stream(dict, data string) string {
	return fmt.Sprintf("<<%s/Length %d>>stream\n%s\nendstream", dict, len(data), data)
}

// show reads the page with all that can be wanted.
func show(t testing.TB, d *pdf.Document) *Shown {
	t.Helper()
	in := New(d, new(Fonts), nil)
	in.Words, in.Boxes = true, true
	s, err := in.Show(d.Pages()[0])
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func wordsOf(s *Shown) string {
	var out []string
	for _, w := range s.Words {
		out = append(out, fmt.Sprintf("%s@%g-%g,%g", w.Text, round(w.X0), round(w.X1), round(w.Y)))
	}
	return strings.Join(out, " ")
}

func boxesOf(s *Shown) string {
	var out []string
	for _, b := range s.Boxes {
		out = append(out, fmt.Sprintf("%s[%g %g %g %g]", [...]string{"text", "path", "image"}[b.Kind],
			round(b.Rect.X0), round(b.Rect.Y0), round(b.Rect.X1), round(b.Rect.Y1)))
	}
	return strings.Join(out, " ")
}

func round(v float64) float64 { return math.Round(v*100) / 100 }

const (
	composite = "<</Type/Font/Subtype/Type0/BaseFont/Serif/Encoding/Identity-H/DescendantFonts[<</DW 500/W[65[600 " +
		"700] 70 71 250]>>]/ToUnicode 6 0 R>>"
	cmap = "1 beginbfrange <0041><005A><0041> endbfrange 2 beginbfchar <0001><00660069> <0002><> endbfchar 1 " +
		"beginbfrange <0003><0004>[<FFFD><D83DDE00>] endbfrange"
	simple = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding<</BaseEncoding/WinAnsiEncoding/Differences" +
		"[1/fi/eacute/uni4E2D/A.alt 200/Zcaron]>>/FirstChar 32/Widths[250]>>"
)

// TestWords: words have their Unicode and their place, through all that moves text.
func TestWords(t *testing.T) {
	for _, c := range []struct{ content, want string }{
		{"BT /C 10 Tf 1 0 0 1 100 200 Tm <00410042> Tj ET", "AB@100-113,200"},
		{"BT /C 10 Tf 100 200 Td [<0041> -20 <0042> -500 <0043>] TJ ET", "AB@100-113.2,200 C@118.2-123.2,200"},
		// raised, half as wide, twice as large
		{"2 0 0 2 10 20 cm BT /C 10 Tf 5 Ts 50 Tz 100 200 Td <0041> Tj ET", "A@210-216,430"},
		{"BT /C 10 Tf 12 TL 9 9 Td (\\000A) Tj T* <0042> Tj (\\000C) ' ET", "A@9-15,9 B@9-16,-3 C@9-14,-15"},
		{"BT /C 10 Tf 9 9 Td 1 -5 TD <0041> Tj T* <0042> Tj 3 Tc <00460046> Tj ET", "A@10-16,4 BFF@10-25,-1"},
		// text state outlives ET
		{"BT /C 10 Tf 3 Tc 50 Tz 12 TL ET BT 9 9 Td <00410042> Tj T* <0041> Tj ET", "AB@9-17,9 A@9-12,-3"},
		{"BT /C 10 Tf -1 0 0 -1 100 50 Tm <00410042> Tj ET", "AB@87-100,50"},                       // upside down
		{"BT /C 10 Tf 0 1 -1 0 100 50 Tm [<0041> -500 <0042>] TJ ET", "A@100-100,50 B@100-100,61"}, // upwards
		{"BT /V 10 Tf 100 50 Td [<0041> 20 <0042> -500 <0042>] TJ ET", "AB@96.5-103.5,41.2 B@96.5-103.5,26"},
		{"BT /C 10 Tf (\000) Tj q BT 50 Tz <0041> Tj ET Q <0041> Tj ET", "AA@0-9,0"},
		// glyphs that are placed one by one, a superior figure
		{"BT /C 10 Tf 10 0 Td <0041> Tj 6 0 Td <0042> Tj ET BT 1 0 0 1 23 0 Tm <0041> Tj ET", "ABA@10-29,0"},
		{"BT /C 10 Tf 10 0 Td <0041> Tj /C 7 Tf 6 3.5 Td <0042> Tj /C 10 Tf 1 0 0 1 20.9 0 Tm <0041> Tj ET",
			"A@10-16,0 B@16-20.9,3.5 A@20.9-26.9,0"},
		// a standard font that gives no widths, and one that is taken for it
		{"BT /H 10 Tf (iW\200) Tj /A 10 Tf (iW) Tj ET", "iW€iW@0-29.44,0"},
		{"q 1 0 0 1 50 0 cm Q BT /C 10 Tf <00010004> Tj ET", "fi😀@0-10,0"},
		{"BT /S 10 Tf (caf\\351 \\001n\\002\\003 \\004\\310 \\200) Tj ET",
			"café@0-22.24,0 fin\u00e9中@24.74-46.98,0 AŽ@49.48-60.6,0 €@63.1-68.66,0"},
		{"BT /S 10 Tf 7 Tw (a b) Tj ET", "a@0-5.56,0 b@15.06-20.62,0"},
		// the operator that sets both spaces, and lines that follow each other
		{"BT /S 10 Tf 12 TL 9 50 Td 7 1 (a b) \" (a b) ' ET",
			"a@9-14.56,38 b@26.06-31.62,38 a@9-14.56,26 b@26.06-31.62,26"},
		{"BT /S 10 Tf 12 TL 9 50 Td 7 (a b) \" /X 1 (c) \" ET", "a@9-14.56,38 b@17.06-22.62,38 c@9-14.56,26"},
		{"/X Do", "A@107-113,9"}, // in a form, which is moved by its matrix
	} {
		vertical := strings.ReplaceAll(composite, "-H", "-V")
		d := document(t, c.content, "/Font<</C 5 0 R/S 7 0 R/V "+vertical+"/H<</Subtype/Type1/BaseFont/Helvetica"+
			"/Encoding/WinAnsiEncoding>>/A<</Subtype/TrueType/BaseFont/Arial,Bold>>>>/XObject<</X 8 0 R>>",
			composite, stream("", cmap), simple,
			stream("/Type/XObject/Subtype/Form/Matrix[1 0 0 1 100 0]/BBox[0 0 50 50]/Resources<</Font<</F 5 0 R>>>>",
				"BT /F 10 Tf 7 9 Td <0041> Tj ET"))
		if got := wordsOf(show(t, d)); got != c.want {
			t.Errorf("%s: %s, should be %s", c.content, got, c.want)
		}
	}
}

// TestFaults: glyphs whose text is not known are told, each once.
func TestFaults(t *testing.T) {
	d := document(t, "BT /C 10 Tf <0041000000000002000300050005> Tj /S 1 Tf (a) Tj /None 1 Tf (a) Tj ET",
		"/Font<</C 5 0 R/S 7 0 R>>", composite, stream("", cmap), simple)
	var got []string
	for _, f := range show(t, d).Faults {
		name := "-"
		if f.Font != nil {
			name = f.Font.Name
		}
		got = append(got, fmt.Sprint(name, " ", f.Code, " ", f.State))
	}
	want := fmt.Sprintf("Serif 0 %d, Serif 2 %d, Serif 3 %d, Serif 5 %d, Helvetica 0 %d, - 0 %d", Unmapped, Empty,
		Replacement, Unmapped, Unmapped, Unmapped)
	if s := strings.Join(got, ", "); s != want {
		t.Errorf("%s, should be %s", s, want)
	}
}

// TestBoxes: what is painted has a box where it is seen, and what paints nothing has none.
func TestBoxes(t *testing.T) {
	for _, c := range []struct{ content, want string }{
		{"10 20 30 40 re f", "path[10 20 40 60]"},
		{"2 0 0 3 100 100 cm 10 20 30 40 re f", "path[120 160 180 280]"},
		{"0 1 -1 0 100 0 cm 10 20 30 40 re f", "path[40 10 80 40]"}, // turned by a right angle
		{"4 w 10 10 m 50 10 l S 10 10 m 20 20 l n", "path[8 8 52 12]"},
		{"0 0 m 10 40 20 50 30 0 c f", "path[0 0 30 50]"},
		{"q 0 0 20 20 re W n 10 10 100 100 re f Q 10 10 100 100 re f", "path[10 10 20 20] path[10 10 110 110]"},
		{"q 0 0 5 5 re W n 10 10 100 100 re f Q", ""},
		{"q 50 0 0 60 7 8 cm /I Do Q", "image[7 8 57 68]"},
		{"q 9 0 0 9 1 1 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q", "image[1 1 10 10]"},
		{"0 0 40 50 re W n /Sh sh", "path[0 0 40 50]"},
		{"/X Do 1 1 1 1 re f", "path[100 0 150 30] path[1 1 2 2]"}, // a form is cut to its BBox
		{"BT /C 10 Tf 100 200 Td <0041> Tj ET", "text[100 197 106 210]"},
		{"BT /C 10 Tf 3 Tr <0041> Tj 0 Tr 100 200 Td <0041> Tj ET", "text[100 197 106 210]"}, // mode 3 paints nothing
		{"BT /C 10 Tf 5 Tc 100 200 Td <0041> Tj ET", "text[100 197 106 210]"},
		{"BT 1 0 0 rg ET", ""},
	} {
		d := document(t, c.content, "/Font<</C 5 0 R>>/XObject<</I 7 0 R/X 8 0 R>>", composite, stream("", cmap),
			stream("/Subtype/Image", "x"),
			stream("/Subtype/Form/Matrix[1 0 0 1 100 0]/BBox[0 0 50 50]", "0 0 500 30 re f"))
		if got := boxesOf(show(t, d)); got != c.want {
			t.Errorf("%s: %s, should be %s", c.content, got, c.want)
		}
	}
}

// TestMarks: marked content is known by its identifiers, and a word by the artifact that it is in.
func TestMarks(t *testing.T) {
	d := document(t, "/P<</MCID 3>>BDC BT /C 10 Tf <0041> Tj ET EMC /Artifact<</Type/Pagination/Subtype/Footer>>BDC "+
		"BT /C 10 Tf <0042> Tj ET /Span<</MCID 4>>BDC EMC EMC BT /C 9 Tf <0043> Tj ET",
		"/Font<</C 5 0 R>>", composite, stream("", cmap))
	s := show(t, d)
	if fmt.Sprint(s.Marks) != "[3 4]" || len(s.Words) != 3 || s.Words[0].Mark.Artifact ||
		s.Words[1].Mark != (Mark{Artifact: true, Subtype: Foot}) || s.Words[2].Mark != (Mark{}) {
		t.Errorf("marks %v, words %+v", s.Marks, s.Words)
	}
}

// TestLetters: the letters of a mark are those that stand in it, without spaces, artifacts and what cannot be seen.
func TestLetters(t *testing.T) {
	d := document(t,
		"BT /S 10 Tf (no) Tj /P<</MCID 0>>BDC (a b) Tj /C 10 Tf <00010042> Tj EMC /Artifact BMC (no) Tj EMC "+
			"/P<</MCID 1>>BDC EMC /P<</MCID 2>>BDC /S 10 Tf (\351~) Tj EMC ET", "/Font<</C 5 0 R/S 7 0 R>>", composite,
		stream("", cmap), simple)
	in := New(d, new(Fonts), nil)
	in.Letters = true
	s, err := in.Show(d.Pages()[0])
	if err != nil || s.Letters.Len() != 3 {
		t.Fatalf("%v: %d marks", err, s.Letters.Len())
	}
	for k, want := range []string{"abfiB", "", "é~"} {
		if got := string(s.Letters.Of(k)); got != want {
			t.Errorf("mark %d: %q, want %q", k, got, want)
		}
	}
}

// TestWhite: what is painted is white where all its numbers are those of white in its colour space, filled and drawn.
func TestWhite(t *testing.T) {
	const shape = " 0 0 9 9 re "
	for content, want := range map[string]bool{
		"1 g" + shape + "f": true, ".99 g" + shape + "f": true, ".98 g" + shape + "f": false,
		"1 1 1 rg" + shape + "f": true,
		"1 1 0 rg" + shape + "f": false, "0 0 0 0 k" + shape + "f": true, "0 0 0 .1 k" + shape + "f": false,
		"1 G" + shape + "S": true, "1 g" + shape + "S": false, "1 g" + shape + "B": false,
		"1 g 1 G" + shape + "B":   true,
		"0 0 0 0 K" + shape + "S": true, "1 1 1 RG" + shape + "s": true, "1 G" + shape + "f": false,
		"/DeviceGray cs 1 sc" + shape + "f": true, "/DeviceGray cs" + shape + "f": false,
		"/DeviceCMYK CS 0 0 0 0 SC" + shape + "S": true, "/Tint cs 0 scn" + shape + "f": true,
		"/Tint cs 1 scn" + shape + "f": false, "/Named cs 1 1 1 scn" + shape + "f": true,
		"/Four cs 0 0 0 0 scn" + shape + "f": true, "/Four cs 1 1 1 1 scn" + shape + "f": false,
		"/Two cs 1 1 scn" + shape + "f": false, "/Loop cs 1 scn" + shape + "f": false,
		"/Lab cs 1 sc" + shape + "f":  false,
		"/Bare cs 1 sc" + shape + "f": false, "cs 1 sc" + shape + "f": false, "g" + shape + "f": false,
		"/Pattern cs 1 /P scn" + shape + "f": false, "1 g BT /S 9 Tf (a) Tj ET": true, "BT /S 9 Tf (a) Tj ET": false,
	} {
		s := show(t, document(t, content,
			"/Font<</S<</Subtype/Type1>>>>/ColorSpace<</Tint[/Separation/Red/DeviceCMYK null]"+
				"/Named/Three/Three[/ICCBased 5 0 R]/Four[/ICCBased 6 0 R]/Two[/ICCBased 7 0 R]"+
				"/Loop/Loop/Bare[/ICCBased]>>",
			stream("/N 3", ""), stream("/N 4", ""), stream("/N 2", "")))
		if len(s.Boxes) != 1 || s.Boxes[0].White != want {
			t.Errorf("%s: %+v, white should be %v", content, s.Boxes, want)
		}
	}
}

// TestFormLoop: a form that draws itself ends, and the state outside is as it was.
func TestFormLoop(t *testing.T) {
	d := document(t, "/X Do 1 1 1 1 re f", "/XObject<</X 5 0 R>>",
		stream("/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 5 0 R>>>>", "q 2 0 0 2 0 0 cm 0 0 1 1 re f /X Do"))
	want := "path[0 0 2 2] path[0 0 4 4] path[0 0 8 8]" + strings.Repeat(" path[0 0 9 9]", maxForms-3) +
		" path[1 1 2 2]"
	if got := boxesOf(show(t, d)); got != want {
		t.Error(got)
	}
}

// FuzzPage: any bytes are content, and any a map to Unicode.
func FuzzPage(f *testing.F) {
	f.Add([]byte("q 1 0 0 1 5 6 cm /P<</MCID 0>>BDC BT/C 9 Tf<0041>Tj ET EMC BI/W 1/H 1 ID x EI 1 2 3 4 re W f /X Do " +
		"Q"))
	f.Add([]byte(cmap))
	d := document(f, "", "/Font<</C 5 0 R/S 7 0 R>>/XObject<</X 8 0 R>>", composite, stream("", cmap), simple,
		stream("/Subtype/Form/BBox[0 0 9 9]", "0 0 1 1 re f"))
	resources := d.Dict(d.Pages()[0].Dict["Resources"])
	f.Fuzz(func(t *testing.T, data []byte) {
		ReadToUnicode(data, len(data)%2 == 0)
		in := New(d, new(Fonts), nil)
		in.Words, in.Boxes = true, true
		in.Page(append(append(bytes.Clone(data), '\n'), data...), resources)
	})
}
