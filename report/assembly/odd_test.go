package assembly

import (
	"bytes"
	"math"
	"strings"
	"testing"

	"rapporteur/layout"
	"rapporteur/report/unit"
	"rapporteur/sources/pdf"
	"rapporteur/sources/pdf/lex"
)

// oddStory links one original, all or some of whose pages are taken, between two chapters.
func oddStory(t *testing.T, data []byte, pages ...int) (*story, *pdf.Document, *Report) {
	t.Helper()
	s := newStory(t, []*layout.Run{chapter("a", 1, "#o"), received("o", len(pages)), chapter("b", 1, "#o")},
		map[string]*handed{"o": original("odd.pdf", data, pages...)})
	b, rep := s.write()
	return s, read(t, b), rep
}

// onePage is an original of one page with this content, and more entries of its catalog and page.
func onePage(content, catalog, page string, objects ...string) []byte {
	return file(append([]string{"<</Type/Catalog/Pages 2 0 R" + catalog + ">>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
		"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R" + page + ">>", "<<>> stream:" + content},
		objects...)...)
}

// TestContentBreaksOff: wherever an original's content ends, the stamp behind it is drawn.
func TestContentBreaksOff(t *testing.T) {
	for _, content := range []string{"q 12", "/Nam", "q % remark", "(a (b\\", "[(abc) 120 (d", "/P <</MCID 0/X[1 2",
		"<4142", "BT (a) Tj", "q q /A BMC q BI/W 9/H 9/F/Fl ID abc", "Q Q EMC", "Q"} {
		s, d, _ := oddStory(t, onePage(content, "", ""), 0)
		p := d.Pages()[s.plan.Runs[1].First-1]
		streams := d.Contents(p)
		if string(streams[1].Raw) != content || streams[2].Raw[0] != '\n' {
			t.Errorf("%q: streams %q", content, streams)
		}
		var joined []byte // as a reader does that puts nothing between streams
		for _, s := range streams {
			b, err := d.Decode(s, 1<<20)
			if err != nil {
				t.Fatal(err)
			}
			joined = append(joined, b...)
		}
		open, last := 0, []string{"", "", ""}
		var l lex.Operators
		l.Reset(joined)
		for next := l.Next(); next != nil; next = l.Next() {
			op := string(next)
			switch op {
			case "q":
				open++
			case "Q":
				open--
			}
			last = append(last[1:], op)
		}
		if open != 0 || strings.Join(last, " ") != "BDC Do EMC" {
			t.Errorf("%q: ends with %q, %d levels of q open", content, last, open)
		}
	}
}

// TestExtraQKeepsCoordinates: a Q without a q changes nothing for a reader; with ours before it, it must still change
// nothing.
func TestExtraQKeepsCoordinates(t *testing.T) {
	content := "2 0 0 2 10 20 cm Q 0 1 -1 0 300 0 cm q 9 0 0 9 0 0 cm Q Q 0 0 m"
	s, d, _ := oddStory(t, onePage(content, "", ""), 0)
	data, err := d.PageContent(d.Pages()[s.plan.Runs[1].First-1], 1<<20)
	if err != nil {
		t.Fatal(err)
	}
	now, stack := pdf.Identity, []pdf.Matrix(nil)
	want := pdf.Matrix{0, 1, -1, 0, 300, 0}.Of(pdf.Matrix{2, 0, 0, 2, 10, 20})
	drawn := false
	var l lex.Operators
	l.Reset(data)
	for op := l.Next(); op != nil; op = l.Next() {
		switch string(op) {
		case "q":
			stack = append(stack, now)
		case "Q":
			now, stack = stack[len(stack)-1], stack[:len(stack)-1]
		case "cm":
			m, _ := pdf.MatrixOf(l.Operands)
			now = m.Of(now)
		case "m":
			drawn = true
			if far(now, want) {
				t.Errorf("drawn with %v, should be %v", now, want)
			}
		case "Do":
			if far(now, pdf.Identity) {
				t.Errorf("the stamp is drawn with %v", now)
			}
		}
	}
	if !drawn || len(stack) > 0 {
		t.Errorf("%s: %d levels open", data, len(stack))
	}
}

func far(a, b pdf.Matrix) bool {
	for i := range a {
		if math.Abs(a[i]-b[i]) > 1e-6 {
			return true
		}
	}
	return false
}

// TestPageTwice: a page taken twice, or named twice by the page tree, has its annotations wherever it stands; they lead
// where they led, and only the first are in the structure tree.
func TestPageTwice(t *testing.T) {
	tree := func(kids string) []byte {
		return file("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/MediaBox[0 0 595 842]"+kids+">>",
			"<</Type/Page/Parent 2 0 R/Annots[5 0 R 6 0 R]>>", "<</Type/Page/Parent 2 0 "+
				"R/Annots[<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/Dest[3 0 R/Fit]>>]>>",
			"<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/P 3 0 R/StructParent 4/Dest[4 0 R/Fit]>>",
			"<</Type/Annot/Subtype/Text/Rect[0 0 9 9]/NM(n)/Popup 7 0 R>>",
			"<</Type/Annot/Subtype/Popup/Rect[0 0 9 9]/Parent 6 0 R>>")
	}
	for name, c := range map[string]struct {
		kids  string
		pages []int
	}{"taken twice": {"/Kids[3 0 R 4 0 R]/Count 2", []int{0, 1, 0}}, "named twice": {"/Kids[3 0 R 4 0 R 3 0 R]/Count 3",
		[]int{0, 1, 2}}, "its second place": {"/Kids[3 0 R 4 0 R 3 0 R]/Count 3", []int{2, 1}}} {
		s, d, _ := oddStory(t, tree(c.kids), c.pages...)
		first := s.plan.Runs[1].First - 1
		for k := range c.pages {
			p := d.Pages()[first+k]
			notes := d.Annotations(p)
			if want := []int{2, 1, 2}[k]; len(notes) != want {
				t.Fatalf("%s: %d annotations on page %d, should be %d", name, len(notes), k+1, want)
			}
			if to, _, ok := d.Destination(notes[0]["Dest"]); !ok || to != first+[]int{1, 0, 1}[k] {
				t.Errorf("%s: page %d leads to %d", name, k+1, to-first+1)
			}
			if at, ok := d.PageIndex(pdf.RefNumber(notes[0]["P"])); ok && at != first+k {
				t.Errorf("%s: an annotation of page %d says that it is on page %d", name, k+1, at-first+1)
			}
		}
		for _, f := range s.findings {
			if f.Code != unit.Comment {
				t.Errorf("%s: nothing is lost, but %+v", name, f)
			}
		}
	}
}

// TestSparseParentTree: an original's keys into its parent tree may lie as far apart as it likes; ours stay in a row.
func TestSparseParentTree(t *testing.T) {
	data := onePage("/P<</MCID 0>>BDC EMC", "/StructTreeRoot 5 0 R", "/StructParents 2000000000",
		"<</Type/StructTreeRoot/K 6 0 R/ParentTree<</Nums[-7[6 0 R] 3[null] 2000000000[6 0 R]]>>>>",
		"<</S/P/P 5 0 R/Pg 3 0 R/K 0>>")
	s := newStory(t, []*layout.Run{received("o1", 1), received("o2", 1), chapter("b", 1, "#o1")},
		map[string]*handed{"o1": original("a.pdf", data, 0), "o2": original("b.pdf", data, 0)})
	b, _ := s.write()
	d := read(t, b)
	checkStructure(t, d)
	if next, _ := d.Int(d.Dict(d.Catalog()["StructTreeRoot"])["ParentTreeNextKey"]); next > 10 {
		t.Errorf("the next key is %d", next)
	}
}

// TestAttachedFile: the mark of an attached program stays, as a stamp, and the program does not come along.
func TestAttachedFile(t *testing.T) {
	_, d, _ := oddStory(t, onePage("", "", "/Annots[5 0 R]", "<</Type/Annot/Subtype/FileAttachment/Rect[0 0 9 "+
		"9]/Contents(see)/FS 6 0 R>>", "<</Type/Filespec/F(x.exe)/EF<</F 7 0 R>>>>",
		"<</Type/EmbeddedFile>> stream:MZ evil"), 0)
	for n := 1; n < 500; n++ {
		if v, ok := d.Stream(d.Object(n)); ok && bytes.Contains(v.Raw, []byte("evil")) {
			t.Error("the attached file is in the report")
		}
	}
	for _, p := range d.Pages() {
		for _, a := range d.Annotations(p) {
			if d.Name(a["Subtype"]) == "Stamp" && a["FS"] == nil {
				return
			}
		}
	}
	t.Error("the mark is gone")
}

// TestLayerHiddenOnScreen: a layer that its usage hides on the screen is hidden, though the state in which it stands is
// shown: what would hide it is left behind.
func TestLayerHiddenOnScreen(t *testing.T) {
	for usage, hidden := range map[string]bool{"<</View<</ViewState/OFF>>>>": true, "<</View<</ViewState/ON>>>>": false,
		"<</Print<</PrintState/OFF>>>>": false} {
		_, d, _ := oddStory(t, onePage("", "/OCProperties<</OCGs[5 0 R]/D<</AS[<</Event/Print/OCGs[5 0 "+
			"R]/Category[/Print]>> <</Event/View/OCGs[5 0 R]/Category[/Zoom/View]>>]>>>>", "",
			"<</Type/OCG/Name(mark)/Usage "+usage+">>"), 0)
		props := d.Dict(d.Catalog()["OCProperties"])
		if off := d.Array(d.Dict(props["D"])["OFF"]); (len(off) == 1) != hidden {
			t.Errorf("%s: OFF is %v", usage, off)
		}
	}
}

// TestSignatureKeepsItsLook: a signature is void once merged, but keeps a value, without which readers draw a sign for
// "sign here" over what it looks like; nothing of what was signed comes along.
func TestSignatureKeepsItsLook(t *testing.T) {
	_, d, _ := oddStory(t, onePage("", "/AcroForm<</Fields[5 0 R]/SigFlags 3>>", "/Annots[5 0 R]",
		"<</Type/Annot/Subtype/Widget/FT/Sig/T(s)/Rect[9 9 99 99]/V 6 0 R/AP<</N 7 0 R>>>>",
		"<</Type/Sig/Filter/Adobe.PPKLite/Contents(secret)/ByteRange[0 1 2 3]>>",
		"<</Subtype/Form/BBox[0 0 90 90]>> stream:0 0 m"), 0)
	for _, p := range d.Pages() {
		for _, a := range d.Annotations(p) {
			if d.Name(a["Subtype"]) != "Widget" {
				continue
			}
			ff, _ := d.Int(a["Ff"])
			look := d.Dict(d.Dict(a["AP"])["N"])[d.Name(a["AS"])]
			if _, is := d.Stream(look); a["V"] != nil || d.Name(a["FT"]) != "Btn" || ff != 65537 || !is {
				t.Errorf("%v with the look %v", a, look)
			}
			return
		}
	}
	t.Error("the signature is gone")
}
