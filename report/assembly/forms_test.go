package assembly

import (
	"bytes"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/layout"
	"rapporteur/report/unit"
	"rapporteur/sources/pdf"
)

// fieldOf is a field of the report's form with its full name, as it was read back.
type fieldOf struct {
	name    string
	dict    types.Dict
	kind    string
	value   string
	widgets []types.Dict
}

// formOf reads the form of a report: its fields that have widgets, by their full names. Every kid must name its parent.
func formOf(t *testing.T, d *pdf.Document) map[string]*fieldOf {
	t.Helper()
	fields := map[string]*fieldOf{}
	var walk func(o types.Object, up, name, kind, value string, over int)
	walk = func(o types.Object, up, name, kind, value string, over int) {
		f := d.Dict(o)
		if f == nil || pdf.RefNumber(o) == 0 {
			t.Fatalf("below %q: %v is no field of its own", up, o)
		}
		if pdf.RefNumber(f["Parent"]) != over {
			t.Errorf("%v has the parent %v, hangs below %d", f, f["Parent"], over)
		}
		if f["A"] != nil || f["AA"] != nil {
			t.Errorf("%v acts", f)
		}
		if b, ok := d.String(f["T"]); ok {
			name = strings.TrimPrefix(name+"."+pdf.Text(b), ".")
		}
		if k := d.Name(f["FT"]); k != "" {
			kind = k
		}
		if b, ok := d.String(f["V"]); ok {
			value = pdf.Text(b)
		} else if n := d.Name(f["V"]); n != "" {
			value = "/" + n
		}
		if d.Name(f["Subtype"]) == "Widget" {
			x := fields[name]
			if x == nil {
				x = &fieldOf{name: name, dict: f, kind: kind, value: value}
				fields[name] = x
			}
			x.widgets = append(x.widgets, f)
		}
		for _, k := range d.Array(f["Kids"]) {
			walk(k, name, name, kind, value, pdf.RefNumber(o))
		}
	}
	form := d.Dict(d.Catalog()["AcroForm"])
	for _, k := range []string{"NeedAppearances", "XFA", "CO"} {
		if form[k] != nil {
			t.Errorf("the form has %s", k)
		}
	}
	for _, o := range d.Array(form["Fields"]) {
		walk(o, "", "", "", "", 0)
	}
	return fields
}

// lookOf is the decoded content of the look of a widget that shows.
func lookOf(t *testing.T, d *pdf.Document, w types.Dict) string {
	t.Helper()
	ap := d.Dict(w["AP"])
	if len(ap) != 1 {
		t.Errorf("AP %v", ap)
	}
	n := ap["N"]
	if s, ok := d.Resolve(n).(types.Dict); ok {
		n = s[d.Name(w["AS"])]
	}
	s, ok := d.Stream(n)
	if !ok {
		t.Fatalf("no look: %v", w)
	}
	b, err := d.Decode(*s, 1<<20)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// filled is a form as a template makes it: a text, a group of radio buttons, a text on two pages.
func filled(value, font string) []byte {
	return file(`<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[10 0 R 11 0 R 14 0 R 17 0 R]/NeedAppearances`+
		` true/XFA(x)/CO[10 0 R]/DA(/Helv 0 Tf 0 g)/Q 1`+
		`/DR<</Font<</Helv 20 0 R/ZaDb<</Type/Font/Subtype/Type1/BaseFont/ZapfDingbats>>>>>>>>>>`,
		"<</Type/Pages/Kids[3 0 R 4 0 R]/Count 2/MediaBox[0 0 595 842]>>",
		"<</Type/Page/Parent 2 0 R/Annots[10 0 R 12 0 R 13 0 R 15 0 R]>>",
		"<</Type/Page/Parent 2 0 R/Annots[16 0 R 18 0 R]>>", "null", "null", "null", "null", "null",
		/* 10 */ "<</Type/Annot/Subtype/Widget/Rect[10 10 200 30]/FT/Tx/T(amount)/V("+value+
			")/DA(/Helv 12 Tf 1 0 0 rg)/AP<</N 21 0 R/D 21 0 R>>/AA<</C<</S/JavaScript/JS(x)>>>>>>",
		/* 11 */ "<</FT/Btn/Ff 49152/T(choice)/V/1/Kids[12 0 R 13 0 R]/Opt[(yes)(no)]>>",
		/* 12 */ "<</Type/Annot/Subtype/Widget/Rect[10 40 20 50]/Parent 11 0 R/AS/Off/AP<</N<</0 21 0 R/Off "+
			"22 0 R>>>>>>",
		/* 13 */ "<</Type/Annot/Subtype/Widget/Rect[30 40 40 50]/Parent 11 0 R/AS/1/AP<</N<</1 21 0 R/Off 22 0 R>>>>>>",
		/* 14 */ "<</FT/Tx/T(both)/V("+value+")/Kids[15 0 R 16 0 R]>>",
		/* 15 */ "<</Type/Annot/Subtype/Widget/Rect[10 60 200 80]/Parent 14 0 R/AP<</N 21 0 R>>>>",
		/* 16 */ "<</Type/Annot/Subtype/Widget/Rect[10 60 200 80]/Parent 14 0 R/AP<</N 21 0 R>>>>",
		/* 17 */ "<</T(group)/Kids[18 0 R 19 0 R]>>",
		/* 18 */ "<</Type/Annot/Subtype/Widget/Rect[10 90 200 99]/Parent 17 0 R/FT/Tx/T(inner)/AP<</N 21 0 R>>>>",
		/* 19 */ "<</Parent 17 0 R/FT/Tx/T(nowhere)/V(hidden)>>",
		/* 20 */ "<</Type/Font/Subtype/Type1/BaseFont/"+font+"/Encoding/WinAnsiEncoding>>",
		/* 21 */ "<</Subtype/Form/BBox[0 0 190 20]>> stream:BT /Helv 12 Tf ("+value+") Tj ET",
		/* 22 */ "<</Subtype/Form/BBox[0 0 10 10]>> stream:q Q")
}

// TestFormsKeptApart: forms of one template become one form, with every field's value and look its own.
func TestFormsKeptApart(t *testing.T) {
	s := newStory(t, []*layout.Run{chapter("a", 1, "#o1"), received("o1", 2), received("o2", 2), received("o3", 2)},
		map[string]*handed{
			"o1": original("1.pdf", filled("12", "Helvetica"), 0, 1),
			"o2": original("2.pdf", filled("34", "Times-Roman"), 0, 1),
			"o3": original("3.pdf", filled("56", "Helvetica"), 0, 1)})
	b, _ := s.write()
	d := read(t, b)
	fields := formOf(t, d)
	if len(fields) != 12 {
		t.Errorf("%d fields", len(fields))
	}
	form := d.Dict(d.Catalog()["AcroForm"])
	fonts := d.Dict(d.Dict(form["DR"])["Font"])
	if len(fonts) != 3 || d.Name(d.Dict(fonts["Helv"])["BaseFont"]) != "Helvetica" ||
		d.Name(d.Dict(fonts["Helv.2"])["BaseFont"]) != "Times-Roman" {
		t.Errorf("fonts %v", fonts)
	}
	for i, want := range []struct{ value, da string }{{"12", "/Helv"}, {"34", "/Helv.2"}, {"56", "/Helv"}} {
		run := fmt.Sprintf("o%d", i+1)
		for _, name := range []string{".amount", ".both"} {
			f := fields[run+name]
			if f == nil || f.value != want.value || f.kind != "Tx" {
				t.Fatalf("%s%s: %+v", run, name, f)
			}
			if look := lookOf(t, d, f.widgets[0]); look != "BT /Helv 12 Tf ("+want.value+") Tj ET" {
				t.Errorf("%s%s shows %q", run, name, look)
			}
		}
		amount := fields[run+".amount"]
		if da, _ := d.String(amount.dict["DA"]); string(da) != want.da+" 12 Tf 1 0 0 rg" {
			t.Errorf("%s: DA %q", run, da)
		}
		if flags, _ := d.Int(amount.dict["F"]); flags != 4 {
			t.Errorf("%s: flags %d", run, flags)
		}
		top := d.Dict(amount.dict["Parent"])
		if da, _ := d.String(top["DA"]); string(da) != want.da+" 0 Tf 0 g" || top["Q"] != types.Integer(1) {
			t.Errorf("%s: what holds for all its fields: %v", run, top)
		}
		// A look that had no resources of its own has those of its form, under its own names.
		look, _ := d.Stream(d.Dict(amount.dict["AP"])["N"])
		own := d.Dict(d.Dict(d.Dict(look.Dict["Resources"])["Font"])["Helv"])
		if got := d.Name(own["BaseFont"]); got != map[int]string{0: "Helvetica", 1: "Times-Roman", 2: "Helvetica"}[i] {
			t.Errorf("%s: its look is set in %q", run, got)
		}
		if f := fields[run+".both"]; len(f.widgets) != 2 {
			t.Errorf("%s: %d widgets of the field on two pages", run, len(f.widgets))
		}
		if f := fields[run+".choice"]; len(f.widgets) != 2 || f.value != "/1" ||
			len(d.Array(d.Dict(f.widgets[0]["Parent"])["Opt"])) != 2 {
			t.Errorf("%s: choice %+v", run, f)
		}
		if fields[run+".group.inner"] == nil || fields[run+".group.nowhere"] != nil {
			t.Errorf("%s: the group", run)
		}
	}
	if bytes.Contains(b, []byte("JavaScript")) {
		t.Error("a script is in the report")
	}
	told := codes(s)
	for _, want := range []string{"original-form-xfa  1", "original-form-calculated  1", "original-action JavaScript 1",
		"original-form-unseen  1"} {
		if !slices.Contains(told, want) {
			t.Errorf("not told: %s among %v", want, told)
		}
	}
}

// codes are the findings of the story's first original: code, what, count.
func codes(s *story) []string {
	var list []string
	for _, f := range s.findings {
		if f.file == s.findings[0].file {
			list = append(list, f.Code+" "+f.What+" "+strconv.Itoa(f.Count))
		}
	}
	return list
}

// TestFormOfSomePages: of a field on two pages the one stays whose page is taken, and a page that is taken twice shows
// its fields twice.
func TestFormOfSomePages(t *testing.T) {
	_, d, _ := oddStory(t, filled("12", "Helvetica"), 1)
	fields := formOf(t, d)
	if len(fields) != 2 || len(fields["o.both"].widgets) != 1 || fields["o.group.inner"] == nil {
		t.Errorf("of the second page: %v", fields)
	}
	s, d, _ := oddStory(t, filled("12", "Helvetica"), 0, 0)
	fields = formOf(t, d)
	for name, want := range map[string]int{"o.amount": 2, "o.both": 2, "o.choice": 4} {
		if f := fields[name]; f == nil || len(f.widgets) != want || f.kind == "" {
			t.Errorf("%s of the first page twice: %+v", name, f)
		}
	}
	for k := range 2 {
		p := d.Pages()[s.plan.Runs[1].First-1+k]
		for _, a := range d.Annotations(p) {
			if pdf.RefNumber(a["P"]) != p.Number && k == 1 {
				t.Errorf("place %d: a widget is on %v", k, a["P"])
			}
		}
	}
	// A choice of one of its two buttons has one of its two options.
	odd := bytes.Replace(filled("1", "Helvetica"), []byte("Annots[10 0 R 12 0 R 13 0 R 15 0 R]"),
		[]byte("Annots[10 0 R 13 0 R 15 0 R 15 0 R]"), 1)
	_, d, _ = oddStory(t, odd, 0)
	opt := d.Array(d.Dict(formOf(t, d)["o.choice"].widgets[0]["Parent"])["Opt"])
	if b, _ := d.String(opt[0]); len(opt) != 1 || string(b) != "no" {
		t.Errorf("options %v", opt)
	}
}

// TestBrokenForms: whatever is wrong with a form, its widgets stay, look as they did, and the page says so.
func TestBrokenForms(t *testing.T) {
	const look = "<</Subtype/Form/BBox[0 0 9 9]>> stream:0 0 m"
	widget := func(more string) string {
		return "<</Type/Annot/Subtype/Widget/Rect[0 0 9 9]/AP<</N 5 0 R>>" + more + ">>"
	}
	for _, c := range []struct {
		name, fields string
		objects      []string
		want         []string // full name and kind
		broken       int
	}{
		{"no name", "6 0 R", []string{widget("/FT/Tx")}, []string{"o.unnamed-1 Tx"}, 1},
		{"no type", "6 0 R", []string{widget("/T(a)")}, []string{"o.a Btn"}, 1},
		{"neither", "", []string{widget("")}, []string{"o.unnamed-1 Btn"}, 2},
		{"its own parent", "", []string{widget("/FT/Tx/T(a)/Parent 6 0 R")}, []string{"o.a Tx"}, 1},
		{"parents in a circle", "", []string{widget("/Parent 7 0 R"), "<</T(a)/FT/Tx/Parent 8 0 R>>",
			"<</T(b)/Parent 7 0 R>>"},
			[]string{"o.b.a Tx"}, 1},
		{"kids in a circle", "7 0 R", []string{widget("/Parent 8 0 R"), "<</T(a)/FT/Tx/Kids[8 0 R]>>",
			"<</T(b)/Kids[7 0 R 6 0 R]>>"},
			[]string{"o.a.b Tx"}, 1},
		{"a kid that does not know its parent", "7 0 R", []string{widget(""), "<</T(a)/FT/Tx/Kids[6 0 R]>>"},
			[]string{"o.a Tx"}, 0},
		{"a parent that does not know its kid", "7 0 R", []string{widget("/Parent 7 0 R"), "<</T(a)/FT/Tx>>"},
			[]string{"o.a Tx"}, 0},
		{"a page among the fields", "3 0 R 6 0 R", []string{widget("/FT/Tx/T(a)")}, []string{"o.a Tx"}, 1},
		{"a form that does not name it", "", []string{widget("/FT/Tx/T(a)")}, []string{"o.a Tx"}, 0},
		{"another of its name", "7 0 R", []string{widget("/FT/Tx/T(a)"), "<</T(a)/FT/Tx/Kids[8 0 R]>>",
			widget("/Parent 7 0 R")},
			[]string{"o.a Tx", "o.a-1 Tx"}, 1},
		{"a direct widget", "", []string{"null", "null"}, []string{"o.d Tx"}, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			annots := "/Annots[6 0 R 8 0 R]"
			if c.name == "a direct widget" {
				annots = "/Annots[" + widget("/FT/Tx/T(d)") + "]"
			}
			s, d, _ := oddStory(t, onePage("", "/AcroForm<</Fields["+c.fields+"]>>", annots,
				append([]string{look}, c.objects...)...), 0)
			var got []string
			for name, f := range formOf(t, d) {
				got = append(got, name+" "+f.kind)
				for _, w := range f.widgets {
					if lookOf(t, d, w) != "0 0 m" {
						t.Errorf("%s looks otherwise", name)
					}
				}
			}
			slices.Sort(got)
			if !slices.Equal(got, c.want) {
				t.Errorf("fields %q, should be %q", got, c.want)
			}
			broken := 0
			for _, f := range s.findings {
				if f.Code == unit.FormBroken {
					broken = f.Count
				}
			}
			if broken != c.broken {
				t.Errorf("%d broken fields are told, should be %d: %v", broken, c.broken, s.findings)
			}
		})
	}
}

// TestWidgetsBesideFields: a field that has widgets and fields below it, which the standard does not know, loses none
// of either, and each is settled.
func TestWidgetsBesideFields(t *testing.T) {
	_, d, _ := oddStory(t, onePage("", "/AcroForm<</Fields[5 0 R]>>", "/Annots[6 0 R 7 0 R]",
		"<</FT/Tx/T(f)/V(above)/Kids[6 0 R 7 0 R]>>",
		"<</Type/Annot/Subtype/Widget/Parent 5 0 R/Rect[9 9 99 29]>>",
		"<</Type/Annot/Subtype/Widget/Parent 5 0 R/T(g)/V(below)/Rect[9 39 99 59]>>"), 0)
	fields := formOf(t, d)
	for name, want := range map[string]string{"o.f": "(above) Tj", "o.f.g": "(below) Tj"} {
		f := fields[name]
		if f == nil {
			t.Fatalf("no %s: %v", name, fields)
		}
		flags, _ := d.Int(f.widgets[0]["F"])
		if look := lookOf(t, d, f.widgets[0]); !strings.Contains(look, want) || flags != 4 {
			t.Errorf("%s: look %q, flags %d", name, look, flags)
		}
	}
}

// TestPlaceToSign: a field that waits for a signature stays one, and the form says that it has such.
func TestPlaceToSign(t *testing.T) {
	_, d, _ := oddStory(t, onePage("", "/AcroForm<</Fields[5 0 R]>>", "/Annots[5 0 R]",
		"<</Type/Annot/Subtype/Widget/T(s)/FT/Sig/Rect[9 9 99 99]/Lock<</Type/SigFieldLock/Action/All>>>>"), 0)
	f := formOf(t, d)["o.s"]
	if f == nil || f.kind != "Sig" || f.dict["Lock"] != nil {
		t.Errorf("field %+v", f)
	}
	if v, _ := d.Int(d.Dict(d.Catalog()["AcroForm"])["SigFlags"]); v != 1 {
		t.Errorf("SigFlags %d", v)
	}
}

// TestFlatForms: asked to, the report has no form; what its widgets looked like stands on its place, in the same order,
// below the same layer and tags. What no reader showed is gone.
func TestFlatForms(t *testing.T) {
	data := onePage("", "/AcroForm<</Fields[5 0 R 8 0 R]>>/StructTreeRoot 9 0 R", "/Annots[5 0 R 6 0 R 8 0 R]",
		"<</Type/Annot/Subtype/Widget/T(f)/TU(First name)/FT/Tx/V(Kari)/Rect[9 9 99 99]/F 4/AP<</N 7 0 "+
			"R>>/StructParent 0>>",
		"<</Type/Annot/Subtype/Square/Rect[9 9 99 99]/AP<</N 7 0 R>>>>",
		"<</Subtype/Form/BBox[0 0 90 90]>> stream:0 0 m",
		"<</Type/Annot/Subtype/Widget/T(c)/FT/Btn/Rect[9 9 99 99]/F 2/AS/On/AP<</N<</On 7 0 R>>>>>>",
		"<</Type/StructTreeRoot/K 10 0 R/ParentTree<</Nums[0 10 0 R]>>/RoleMap<</Feld/Form>>>>",
		"<</S/Feld/P 9 0 R/Pg 3 0 R/K<</Type/OBJR/Obj 5 0 R>>>>")
	h := original("x.pdf", data, 0)
	h.flat = true
	s := newStory(t, []*layout.Run{chapter("a", 1, "#o"), received("o", 1)}, map[string]*handed{"o": h})
	b, _ := s.write()
	d := read(t, b)
	checkStructure(t, d)
	if d.Catalog()["AcroForm"] != nil {
		t.Error("there is a form")
	}
	list := d.Annotations(d.Pages()[s.plan.Runs[1].First-1])
	var got []string
	for _, a := range list {
		words, _ := d.String(a["Contents"])
		flags, _ := d.Int(a["F"])
		got = append(got, fmt.Sprintf("%s %d %q", d.Name(a["Subtype"]), flags, pdf.Text(words)))
		if lookOf(t, d, a) != "0 0 m" || a["T"] != nil || a["FT"] != nil || a["V"] != nil {
			t.Errorf("%v", a)
		}
	}
	if want := []string{`Stamp 708 "First name: Kari"`, `Square 4 "Drawing over the page"`}; !slices.Equal(got, want) {
		t.Errorf("annotations %q, should be %q", got, want)
	}
	element := d.Dict(pdfParent(d, list[0]))
	if d.Name(element["S"]) != "Annot" {
		t.Errorf("its element is %v", element)
	}
}

// pdfParent is the element that the parent tree gives an annotation.
func pdfParent(d *pdf.Document, a types.Dict) types.Object {
	key, _ := d.Int(a["StructParent"])
	var found types.Object
	d.NumberTree(d.Dict(d.Catalog()["StructTreeRoot"])["ParentTree"], func(n int, o types.Object) {
		if n == key {
			found = o
		}
	})
	return found
}

// TestHostileForms: forms that are made to cost do so in proportion.
func TestHostileForms(t *testing.T) {
	const many = 100_000
	kids := func(ref string) string { return strings.Repeat(ref+" ", many) }
	var chain []string
	for i := range 5000 {
		chain = append(chain, fmt.Sprintf("<</T(a)/FT/Tx/Kids[%d 0 R]>>", 6+i))
	}
	var wide []string
	for range 20_000 {
		wide = append(wide, "<</T(a)/FT/Tx/Parent 5 0 R>>")
	}
	var refs strings.Builder
	for i := range wide {
		fmt.Fprintf(&refs, "%d 0 R ", 6+i)
	}
	for name, data := range map[string][]byte{
		"one kid many times": onePage("", "/AcroForm<</Fields[5 0 R]>>", "/Annots[6 0 R]",
			"<</T(a)/FT/Tx/Kids["+kids("6 0 R")+"]>>",
			"<</Type/Annot/Subtype/Widget/Rect[0 0 9 9]/Parent 5 0 R>>"),
		"the same widget many times on the page": onePage("", "/AcroForm<</Fields[5 0 R]>>",
			"/Annots["+kids("6 0 R")+"]", "<</T(a)/FT/Tx/Kids[6 0 R]>>",
			"<</Type/Annot/Subtype/Widget/Rect[0 0 9 9]/Parent 5 0 R>>"),
		"a deep chain": onePage("", "/AcroForm<</Fields[5 0 R]>>", "/Annots[5 0 R]", chain...),
		"many fields": onePage("", "/AcroForm<</Fields[5 0 R]>>", "",
			append([]string{"<</T(a)/Kids[" + refs.String() + "]>>"}, wide...)...),
		"many in page": onePage("", "/AcroForm<</Fields["+refs.String()+"]>>", "/Annots["+refs.String()+"]",
			append([]string{"null"},
				slices.Repeat([]string{"<</Type/Annot/Subtype/Widget/T(a)/FT/Tx/V(x)/Rect[0 0 99 9]>>"},
					20_000)...)...),
		"many options": onePage("", "/AcroForm<</Fields[5 0 R]>>", "/Annots["+refs.String()+"]",
			append([]string{"<</T(a)/FT/Ch/Ff 131072/V(q)/Opt[" + kids("(a)") + "]>>"},
				slices.Repeat([]string{"<</Type/Annot/Subtype/Widget/Parent 5 0 R/Rect[0 0 99 9]>>"}, 20_000)...)...),
		"a long value": onePage("", "/AcroForm<</Fields[5 0 R]>>", "/Annots["+refs.String()+"]",
			append([]string{"<</T(a)/FT/Tx/Ff 4096/V(" + kids("a") + ")>>"},
				slices.Repeat([]string{"<</Type/Annot/Subtype/Widget/Parent 5 0 R/Rect[0 0 99 9]>>"}, 20_000)...)...),
		"a long value in letters of the report": onePage("", "/AcroForm<</Fields[5 0 R]>>",
			"/Annots["+refs.String()+"]",
			append([]string{"<</T(a)/FT/Tx/Ff 4096/V<FEFF" + strings.Repeat("064506310020", many) + ">>>"},
				slices.Repeat([]string{"<</Type/Annot/Subtype/Widget/Parent 5 0 R/Rect[0 0 99 9]>>"}, 20_000)...)...),
		"resources in a circle": onePage("", "/AcroForm<</Fields[5 0 R]/DA(/F 9 Tf)/DR<</Font<</F 6 0 R/G 7 0 "+
			"R>>/X 3 0 R>>>>", "/Annots[5 0 R]",
			"<</Type/Annot/Subtype/Widget/T(a)/FT/Tx/V(a)/Rect[0 0 9 9]>>", "<</A 7 0 R/B 6 0 R/P 3 0 R>>",
			"[6 0 R 7 0 R]"),
	} {
		t.Run(name, func(t *testing.T) {
			start := time.Now()
			s := newStory(t, []*layout.Run{chapter("a", 1, "#o"), received("o", 1)},
				map[string]*handed{"o": original("x.pdf", data, 0)})
			if b, _ := s.write(); len(b) > 30*len(data)+1<<20 {
				t.Errorf("%d bytes of %d", len(b), len(data))
			}
			if took := time.Since(start); took > 20*time.Second {
				t.Errorf("%v", took)
			}
		})
	}
}

// TestManyForms: of two hundred statements that are made from one template, each keeps its own value.
func TestManyForms(t *testing.T) {
	runs, all := []*layout.Run{chapter("a", 1, "#o1")}, map[string]*handed{}
	for i := range 200 {
		id := fmt.Sprintf("o%d", i+1)
		runs = append(runs, received(id, 2))
		all[id] = original(id+".pdf", filled(strconv.Itoa(i), "Helvetica"), 0, 1)
	}
	s := newStory(t, runs, all)
	b, _ := s.write()
	d := read(t, b)
	fields := formOf(t, d)
	right := 0
	for i := range 200 {
		f := fields[fmt.Sprintf("o%d.amount", i+1)]
		if f != nil && f.value == strconv.Itoa(i) &&
			strings.Contains(lookOf(t, d, f.widgets[0]), "("+strconv.Itoa(i)+") Tj") {
			right++
		}
	}
	if right != 200 || len(fields) != 800 {
		t.Errorf("%d of 200 right, %d fields", right, len(fields))
	}
	if fonts := d.Dict(d.Dict(d.Dict(d.Catalog()["AcroForm"])["DR"])["Font"]); len(fonts) != 2 {
		t.Errorf("fonts %v", fonts)
	}
}
