package shown

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// written are the sums of a report of one page, as its objects are written. Stream 9 holds data.
func written(t *testing.T, data string, objects map[int]string) *Sums {
	t.Helper()
	s := New(0, 1, func(n int) (int, bool) { return 0, n == 3 })
	s.Keep(1, 2, 7, 8)
	w := s.Worker()
	for n, body := range objects {
		if err := w.Written(n, []byte(body), nil); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Written(9, []byte(""), []byte(data)); err != nil {
		t.Fatal(err)
	}
	return s.Written(1, 2)
}

// onePage is a report with a circle in its resources; names are numbers of two objects.
func onePage(font, descriptor int) map[int]string {
	page := "<</Type/Page/MediaBox[0 0 9 9]/Contents 9 0 R/Resources<</Font<</F %d 0 R>>>>>>"
	return map[int]string{1: "<</Type/Catalog/Lang(en)>>", 2: "<</Title(T)>>", 3: fmt.Sprintf(page, font),
		font:       fmt.Sprintf("<</Type/Font/D %d 0 R>>", descriptor),
		descriptor: fmt.Sprintf("<</Of %d 0 R/Flags 4>>", font)}
}

// TestSumsKnowNoNumbers: the same report with other numbers, and written in another way, has the same sums; one with
// another value anywhere, in a circle too, has another line.
func TestSumsKnowNoNumbers(t *testing.T) {
	plain := written(t, "BT ET", onePage(5, 6))
	line := plain.Pages[0].Line()
	if other := written(t, "BT ET", onePage(17, 4)); other.Pages[0].Line() != line {
		t.Errorf("%s, with other numbers %s", line, other.Pages[0].Line())
	}
	again := onePage(5, 6)
	again[3] = "<< /Resources << /Font << /F 5 0 R >> >> /MediaBox [0.0 0 9.00 9] /Contents 9 0 R /Type /Page >>"
	if got := written(t, "BT ET", again).Pages[0].Line(); got != line {
		t.Errorf("%s, written otherwise %s", line, got)
	}
	for what, change := range map[string]func(o map[int]string){
		"a box":        func(o map[int]string) { o[3] = o[3][:len(o[3])-2] + "/CropBox[0 0 1 1]>>" },
		"deep in":      func(o map[int]string) { o[6] = "<</Of 5 0 R/Flags 5>>" },
		"cut circle":   func(o map[int]string) { o[6] = "<</Of 9 0 R/Flags 4>>" },
		"not there":    func(o map[int]string) { delete(o, 6) },
		"turned":       func(o map[int]string) { o[3] = o[3][:len(o[3])-2] + "/Rotate 90>>" },
		"another name": func(o map[int]string) { o[5] = "<</Type/Font/E 6 0 R>>" },
	} {
		o := onePage(5, 6)
		change(o)
		if got := written(t, "BT ET", o).Pages[0].Line(); got == line {
			t.Errorf("%s: the line is the same", what)
		}
	}
	if written(t, "BT  ET", onePage(5, 6)).Pages[0].Line() == line {
		t.Error("another content has the same line")
	}
	if o := onePage(5, 6); !slices.Equal(written(t, "", with(o, 8, "(hidden)")).Unreached, []int{1, 2, 8}) {
		t.Error("what nothing leads to is not found")
	}
}

func with(o map[int]string, n int, body string) map[int]string {
	o[n] = body
	return o
}

// TestTiesAreNotFollowed: what leads from an object back to what holds it makes no circle of all.
func TestTiesAreNotFollowed(t *testing.T) {
	s := shaper{page: func(int) (int, bool) { return 0, false }, all: &references{}}
	up := types.IndirectRef{ObjectNumber: 7}
	a := s.shape(types.Dict{"S": types.Name("P"), "P": up})
	b := s.shape(types.Dict{"S": types.Name("P")})
	if a.own == b.own || !slices.Equal(s.all.of(a.to), []int32{-7}) {
		t.Errorf("%+v, %+v", a, b)
	}
	if c := s.shape(types.Dict{"S": types.Name("P"), "P": types.StringLiteral("x")}); c.own == b.own {
		t.Error("a value under such a key is passed over")
	}
}

// TestReferencesStandApart: those of each shape are found again, however many there are, and whoever adds others
// between.
func TestReferencesStandApart(t *testing.T) {
	all := New(0, 0, func(int) (int, bool) { return 0, false })
	workers := []*Worker{all.Worker(), all.Worker()}
	var shapes []Shape
	counts := []int{1, perBlock - 1, 2, 3 * perBlock, 0, perBlock, 5}
	for i, n := range counts {
		var list types.Array
		for k := range n {
			list = append(list, types.IndirectRef{ObjectNumber: types.Integer(1 + i + k)})
		}
		shapes = append(shapes, workers[i%2].s.shape(list))
	}
	for i, s := range shapes {
		refs := all.refs.of(s.to)
		if len(refs) != counts[i] {
			t.Fatalf("shape %d has %d references, not %d", i, len(refs), counts[i])
		}
		for k, r := range refs {
			if int(r) != 1+i+k {
				t.Fatalf("reference %d of shape %d is %d", k, i, r)
			}
		}
	}
}

// TestTiesAreOfTheirDictionaries: a font, a picture or a glyph may have the name of a tie and is looked at as any
// other; of what a tie leads to the object itself is looked at.
func TestTiesAreOfTheirDictionaries(t *testing.T) {
	report := func(name, font, parent string) string {
		o := onePage(5, 6)
		o[3] = "<</Type/Page/MediaBox[0 0 9 9]/Contents 9 0 R/Resources<</Font<</" + name +
			" 5 0 R>>>>/Annots[7 0 R]>>"
		o[5] = font
		o[7] = "<</Type/Annot/Subtype/Widget/Rect[0 0 9 9]/P 3 0 R/Parent 8 0 R>>"
		o[8] = parent
		return written(t, "BT ET", o).Pages[0].Line()
	}
	const font, parent = "<</Type/Font/BaseFont/A>>", "<</T(amount)/V(1000)/Kids[7 0 R]>>"
	for _, name := range []string{"P", "Parent", "Last", "Prev"} {
		if report(name, font, parent) == report(name, "<</Type/Font/BaseFont/B>>", parent) {
			t.Errorf("another font named %s has the same sum", name)
		}
	}
	if report("F", font, parent) == report("F", font, "<</T(amount)/V(9999)/Kids[7 0 R]>>") {
		t.Error("a field of another value has the same sum")
	}
}

// TestLinesSayWhere: of two pages that differ the line says in which of their aspects, and an aspect that a page does
// not have, or has nothing in, is a hyphen.
func TestLinesSayWhere(t *testing.T) {
	line := func(page, five string) []string {
		o := onePage(5, 6)
		if page != "" {
			o[3] = page
		}
		if five != "" {
			o[5] = five
		}
		return strings.Fields(written(t, "BT ET", o).Pages[0].Line())
	}
	const whole = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 9 0 R/Resources<</Font<</F 5 0 R>>>>" +
		"/Annots[7 0 R]/Tabs/S>>"
	before := line(whole, "")
	for change, aspect := range map[string]int{
		"/Contents 9 0 R>/Contents[9 0 R]": Contents, "/F 5 0 R>/G 5 0 R": Resources, "[0 0 9 9]>[0 0 9 8]": Measures,
		"/Tabs>/UserUnit 2/Tabs": Measures, "[7 0 R]>[7 0 R null]": Annotations, "/Tabs/S>/Tabs/R": Other,
		"/Tabs/S>/Tabs/S/Trans<<>>": Other, "/Parent 2 0 R>/Parent 1 0 R": -1, "/Type/Page>": -1,
	} {
		from, to, _ := strings.Cut(change, ">")
		after := line(strings.Replace(whole, from, to, 1), "")
		for i := range Aspects {
			if (before[i+1] != after[i+1]) != (i == aspect) {
				t.Errorf("%s: aspect %d of %v and %v", change, i, before, after)
			}
		}
		if (before[0] != after[0]) != (aspect >= 0) {
			t.Errorf("%s: the sums of all are %s and %s", change, before[0], after[0])
		}
	}
	bare := line("<</Type/Page/MediaBox[0 0 9 9]>>", "")
	for i := range Aspects {
		if (bare[i+1] == "-") != (i != Measures) {
			t.Errorf("of a page with a box alone aspect %d is %s", i, bare[i+1])
		}
	}
	itself := line("", "<</Type/Font/D 5 0 R>>")
	if itself[2] == line("", "<</Type/Font/D 6 0 R>>")[2] || itself[2] == line("", "<</Type/Font/D 99 0 R>>")[2] ||
		itself[2] == line("", "<</Type/Font/D null>>")[2] {
		t.Error("a font that leads to itself has the sum of another")
	}
	if line("", "<</Type/Font/W -1.5>>")[2] == line("", "<</Type/Font/W 1.5>>")[2] ||
		line("", "<</Type/Font/W 1.5>>")[2] == line("", "<</Type/Font/W 1.25>>")[2] {
		t.Error("two numbers have one sum")
	}
}

// TestWhatIsTheWhole: the structure is summed run by run, whether the document has one or several, and the entries of
// the catalog and of the information one by one.
func TestWhatIsTheWhole(t *testing.T) {
	const root = "<</Type/Catalog/Lang(en)/StructTreeRoot 7 0 R/Pages 4 0 R>>"
	for k, runs := range map[string]int{"10 0 R": 1, "[10 0 R]": 1, "[10 0 R 11 0 R]": 2, "": 0} {
		o := onePage(5, 6)
		o[1] = root
		o[7], o[8] = "<</Type/StructTreeRoot/K 8 0 R/RoleMap<</A/P>>>>", "<</S/Document/P 7 0 R/Lang(fr)/K "+k+">>"
		if k == "" {
			o[8] = "<</S/Document/P 7 0 R/Lang(fr)>>"
		}
		o[10], o[11] = "<</S/Sect/P 8 0 R>>", "<</S/Part/P 8 0 R>>"
		s := written(t, "BT ET", o)
		names := strings.Join(slices.Sorted(maps.Keys(s.Whole)), " ")
		if len(s.Structure) != runs || names != "Document/Lang Document/S Info/Title Lang StructTreeRoot/RoleMap" {
			t.Errorf("K %s: %d runs, and of the whole %s", k, len(s.Structure), names)
		}
	}
}
