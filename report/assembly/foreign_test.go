package assembly

import (
	"bytes"
	"cmp"
	"fmt"
	"math"
	"strconv"
	"strings"
	"testing"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/layout"
	"rapporteur/report/unit"
	"rapporteur/sources/pdf"
)

// statement is an original with everything that must live on, and much that must not: three pages, tagged, with a
// resource dictionary that they share.
func statement() []byte {
	return file(
		/* 1 */ `<</Type/Catalog/Pages 2 0 R/Names<</Dests 20 0 R/JavaScript<</Names[(x) `+
			`<</S/JavaScript/JS(x)>>]>>/EmbeddedFiles<</Names[(a.txt) <</UF(annex.txt)>>]>>>>/Dests<</old [5 0`+
			` R/Fit]/a-p1 [5 0 R/Fit]>>`+
			`/Outlines 21 0 R/StructTreeRoot 30 0 R/MarkInfo<</Marked true>>/OpenAction`+
			`<</S/Launch/F(x.exe)>>/AcroForm<</Fields[17 0 R]>>/URI<</Base(https://example.org/base/)>>`+
			`/OCProperties<</OCGs[40 0 R 41 0 R]/D<</BaseState/OFF/ON[41 0 R]/Order[(Layers) 40 0 R]/AS[`+
			`<</Event/View/OCGs[40 0 R]/Category[/View]>>]>>>>/PageLabels<</Nums[0 <</P(zz)>>]>>>>`,
		/* 2 */ `<</Type/Pages/Kids[3 0 R 4 0 R 5 0 R]/Count 3/Resources 6 0 R/MediaBox[0 0 595 842]>>`,
		/* 3 */ `<</Type/Page/Parent 2 0 R/Contents[7 0 R 8 0 R]/StructParents 0/Annots[10 0 R 11 0 R 12 0 R 13 0 R`+
			` 14 0 R 15 0 R 16 0 R]/AA<</O<</S/JavaScript/JS(x)>>>>/Tabs/R>>`,
		/* 4 */ `<</Type/Page/Parent 2 0 R/Contents 9 0 R/StructParents 1>>`,
		/* 5 */ `<</Type/Page/Parent 2 0 R/Contents 25 0 R/CropBox[10 20 500 700]/Rotate 90/Thumb 19 0 R>>`,
		/* 6 */ `<</Font<</F1 18 0 R>>/XObject<</ReportStamp 19 0 R>>>>`,
		/* 7 */ "<<>> stream:q q BT /F1 12 Tf 72 700 Td /P<</MCID 0>>BDC (one) Tj",
		/* 8 */ "<<>> stream:/Q() Tj EMC",
		/* 9 */ "<<>> stream:Q Q /Para<</MCID 0>>BDC 0 0 m S EMC Q",
		/* 10 */ `<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/Dest(named)/StructParent 2>>`,
		/* 11 */ `<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/GoTo/D/old/Next<</S/JavaScript/JS(x)>>>>>>`,
		/* 12 */ `<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI(../rel)>>>>`,
		/* 13 */ `<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/Launch/F(x.exe)>>/AA<</E<</S/JavaScript/JS(x)>>>>>>`,
		/* 14 */ `<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/Dest[1/XYZ null null 0]>>`,
		/* 15 */ `<</Type/Annot/Subtype/Widget/Rect[0 0 9 9]/Parent 17 0 R/AP<</N 19 0 R>>>>`,
		/* 16 */ `<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/Dest(a-p1x)>>`,
		/* 17 */ `<</T(amount)/FT/Tx/V(12)/Kids[15 0 R]/AA<</K<</S/JavaScript/JS(x)>>>>>>`,
		/* 18 */ `<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>`,
		/* 19 */ "<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/StructParents 77>> stream:0 0 m",
		/* 20 */ `<</Names[(named) 22 0 R]>>`,
		/* 21 */ `<</First 23 0 R/Last 24 0 R/Count 2>>`,
		/* 22 */ `<</D[4 0 R/XYZ 0 700 0]>>`,
		/* 23 */ `<</Title(Third)/Parent 21 0 R/Next 24 0 R/A<</S/GoTo/D(old)>>/C[1 0 0]/F 2>>`,
		/* 24 */ `<</Title(Second)/Parent 21 0 R/Prev 23 0 R/Dest(named)>>`,
		/* 25 */ "<<>> stream:Q q 0 0 m S", `null`, `null`, `null`, `null`,
		/* 30 */ `<</Type/StructTreeRoot/K[31 0 R]/ParentTree 36 0 R/RoleMap`+
			`<</Para/Absatz/Absatz/P/Kreis/Rund/Rund/Kreis/H1/P/Absatz2/Nothing>>/ClassMap<</c `+
			`<</O/Layout/TextAlign/End>>>>>>`,
		/* 31 */ `<</Type/StructElem/S/Document/P 30 0 R/K[32 0 R 33 0 R 34 0 R 35 0 R]>>`,
		/* 32 */ `<</Type/StructElem/S/Para/P 31 0 R/Pg 3 0 R/K 0/ID(n1)/C/c>>`,
		/* 33 */ `<</S/Link/P 31 0 R/Pg 3 0 R/K[<</Type/OBJR/Obj 10 0 R>>]>>`,
		/* 34 */ `<</S/Kreis/P 31 0 R/Pg 4 0 R/K<</Type/MCR/MCID 0/Pg 4 0 R>>>>`,
		/* 35 */ `<</S/TD/P 31 0 R/A[<</O/Table/Headers[(n1)]>> 0]>>`,
		/* 36 */ `<</Nums[0[32 0 R] 1[34 0 R] 2 33 0 R 9[32 0 R null]]>>`,
		`null`, `null`, `null`,
		/* 40 */ `<</Type/OCG/Name(same)>>`,
		/* 41 */ `<</Type/OCG/Name(same)>>`,
	)
}

// report links a chapter, the statement twice, and a chapter behind it.
func foreignStory(t *testing.T, taken ...int) *story {
	return newStory(t, []*layout.Run{chapter("a", 2, "#o1"), received("o1", len(taken)), received("o2", 3),
		chapter("b", 1, "#o2")},
		map[string]*handed{"o1": original("in/one.pdf", statement(), taken...),
			"o2": original("in/two.pdf", statement(), 0, 1, 2)})
}

func TestOriginalLivesOn(t *testing.T) {
	s := foreignStory(t, 0, 1, 2)
	b, _ := s.write()
	d := read(t, b)
	st := checkStructure(t, d)
	was, err := pdf.Open(t.Context(), statement(), pdf.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(st.outline.String(), " Sect \"Statement as delivered\"\n  Document\n   Para\n   Link\n   "+
		"Kreis\n   Table\n    TR\n     TD\n"); n != 2 {
		t.Errorf("%d statements below the chapter:\n%s", n, st.outline.String())
	}
	if st.ids["o1/n1"] == 0 || st.ids["o2/n1"] == 0 {
		t.Errorf("ids: %v", st.ids)
	}
	root := d.Dict(d.Catalog()["StructTreeRoot"])
	roles := d.Dict(root["RoleMap"])
	if len(roles) != 2 || d.Name(roles["Para"]) != "P" || d.Name(roles["Kreis"]) != "Div" {
		t.Errorf("roles: %v", roles)
	}
	if c := d.Dict(root["ClassMap"]); len(c) != 2 || c["c"] == nil || c["c.2"] == nil {
		t.Errorf("classes: %v", c)
	}
	for run := 1; run <= 2; run++ {
		first := s.plan.Runs[run].First - 1
		for i, p := range was.Pages() {
			q := d.Pages()[first+i]
			hashes := s.contents[s.plan.Runs[run].ID]
			if hashes[i] != was.ContentHash(p) {
				t.Errorf("page %d: hash %s", i+1, hashes[i])
			}
			old, now := was.Contents(p), d.Contents(q)
			if len(now) != len(old)+2 {
				t.Fatalf("page %d: %d streams, were %d", i+1, len(now), len(old))
			}
			for k := range old {
				if !bytes.Equal(old[k].Raw, now[k+1].Raw) {
					t.Errorf("page %d, stream %d is not what it was", i+1, k+1)
				}
			}
			if bal, err := d.Scan(q, nil); err != nil || bal.UnclosedQ+len(bal.ExtraQ)+bal.OpenMarks != 0 ||
				bal.OpenText {
				t.Errorf("page %d: %+v, %v", i+1, bal, err)
			}
			if q.MediaBox != p.MediaBox || q.CropBox != p.CropBox || q.Rotate != p.Rotate {
				t.Errorf("page %d: %+v", i+1, q)
			}
			x := d.Dict(d.Dict(q.Dict["Resources"])["XObject"])
			if x["ReportStamp"] == nil || x["ReportStamp2."+strconv.Itoa(i+1)] == nil ||
				d.Dict(d.Dict(q.Dict["Resources"])["Font"])["F1"] == nil {
				t.Errorf("page %d: resources %v", i+1, q.Dict["Resources"])
			}
		}
		// Where the annotations of the first page lead.
		var got []string
		for _, a := range d.Annotations(d.Pages()[first]) {
			page, uri := leads(t, d, a)
			if page > 0 {
				page -= first
			}
			got = append(got, strconv.Itoa(page)+uri)
			if a["AA"] != nil || d.Dict(a["A"])["Next"] != nil {
				t.Errorf("annotation %v", a)
			}
		}
		if want := "2 3 0https://example.org/rel 0 2 0 0"; strings.Join(got, " ") != want {
			t.Errorf("links lead to %v, want %s", got, want)
		}
	}
	for _, k := range []string{"OpenAction", "AA", "Dests", "URI"} {
		if d.Catalog()[k] != nil {
			t.Errorf("the catalog has %s", k)
		}
	}
	if bytes.Contains(b, []byte("JavaScript")) {
		t.Error("a script is in the report")
	}
	items := d.Outline()[0].Kids // the originals' entries
	if len(items) != 2 || len(items[0].Kids) != 2 || items[0].Count != -2 {
		t.Fatalf("outline: %+v", d.Outline())
	}
	for run, it := range items {
		first := s.plan.Runs[run+1].First
		for k, want := range []int{first + 2, first + 1} {
			if page, _ := leads(t, d, it.Kids[k].Leads()); page != want {
				t.Errorf("%q leads to page %d, want %d", it.Kids[k].Title, page, want)
			}
		}
		if it.Kids[0].Color != [3]float64{1, 0, 0} || it.Kids[0].Flags != 2 {
			t.Errorf("item %+v", it.Kids[0])
		}
	}
	codes := map[string]int{}
	for _, f := range s.findings {
		codes[f.Code+" "+f.What+" "+f.file]++
	}
	for _, want := range []string{"original-action JavaScript in/one.pdf", "original-action Launch in/one.pdf",
		"original-attachment-broken annex.txt in/two.pdf"} {
		if codes[want] != 1 {
			t.Errorf("finding %q: %v", want, codes)
		}
	}
	// Equal streams of the two are in the file once.
	if n := bytes.Count(b, []byte("/Para<</MCID 0>>BDC 0 0 m S EMC Q")); n != 1 {
		t.Errorf("a stream stands in the file %d times", n)
	}
}

func TestLayersStayHidden(t *testing.T) {
	s := foreignStory(t, 0, 1, 2)
	b, _ := s.write()
	d := read(t, b)
	props := d.Dict(d.Catalog()["OCProperties"])
	groups, def := d.Array(props["OCGs"]), d.Dict(props["D"])
	off := map[int]bool{}
	for _, o := range d.Array(def["OFF"]) {
		off[pdf.RefNumber(o)] = true
	}
	if len(groups) != 4 || len(off) != 2 || !off[pdf.RefNumber(groups[0])] || off[pdf.RefNumber(groups[1])] ||
		!off[pdf.RefNumber(groups[2])] {
		t.Errorf("groups %v, off %v", groups, off)
	}
	seen := map[string]bool{}
	for _, g := range groups {
		seen[d.Dict(g).PDFString()] = true
	}
	if len(seen) != 4 {
		t.Error("two groups are alike")
	}
	if def["AS"] != nil || def["Name"] == nil || d.Name(def["BaseState"]) != "ON" {
		t.Errorf("default: %v", def)
	}
	listed := 0
	var count func(o types.Object)
	count = func(o types.Object) {
		if n := pdf.RefNumber(o); n > 0 {
			listed++
			return
		}
		a, _ := o.(types.Array)
		for _, e := range a {
			count(e)
		}
	}
	count(d.Array(def["Order"]))
	if listed != 4 {
		t.Errorf("Order lists %d groups: %v", listed, def["Order"])
	}
}

// TestSomePages takes two of three pages: what led to the third is gone, its tags too, and nothing of it is in the
// file.
func TestSomePages(t *testing.T) {
	s := foreignStory(t, 2, 0)
	b, _ := s.write()
	d := read(t, b)
	st := checkStructure(t, d)
	first := s.plan.Runs[1].First
	if got := d.Pages()[first-1].Rotate; got != 90 {
		t.Errorf("the first page taken is turned by %d", got)
	}
	if n := len(d.Annotations(d.Pages()[first])); n != 5 {
		t.Errorf("%d annotations, want 5: two led to the page left out", n)
	}
	const tree = " Sect \"Statement as delivered\"\n  Document\n   Para\n   Table\n    TR\n     TD\n  Figure\n  Link\n"
	if !strings.Contains(st.outline.String(), tree) {
		t.Errorf("tree:\n%s", st.outline.String())
	}
	removed := 0
	for _, f := range s.findings {
		if f.Code == unit.LinkRemoved && f.file == "in/one.pdf" {
			removed = f.Count
		}
	}
	if removed != 3 {
		t.Errorf("%d links removed, want 3", removed)
	}
	if len(d.Outline()[0].Kids[0].Kids) != 1 {
		t.Errorf("outline %+v", d.Outline()[0].Kids[0])
	}
}

// TestUntagged keeps an original's keys out of a tree that they never belonged to: its pages lead to figures of ours,
// which say what they are, and its annotations to elements of their own.
func TestUntagged(t *testing.T) {
	plain := bytes.Replace(statement(), []byte("/StructTreeRoot 30 0 R"), []byte("/XtructTreeRoot 30 0 R"), 1)
	s := newStory(t, []*layout.Run{chapter("a", 2, "#o1"), received("o1", 3)},
		map[string]*handed{"o1": original("x.pdf", plain, 0, 1, 2)})
	b, _ := s.write()
	d := read(t, b)
	for i := s.plan.Runs[1].First - 1; i < len(d.Pages()); i++ {
		p := d.Pages()[i]
		elements := elementsOf(d, p.Dict["StructParents"])
		if len(elements) == 0 || d.Name(elements[len(elements)-1]["S"]) != "Figure" {
			t.Fatalf("page %d leads to %v", i+1, elements)
		}
		alt, _ := d.String(elements[len(elements)-1]["Alt"])
		if want := fmt.Sprintf("page %d of 3", i+2-s.plan.Runs[1].First); !strings.Contains(pdf.Text(alt), want) {
			t.Errorf("page %d is called %q, without %q", i+1, pdf.Text(alt), want)
		}
		if in, _ := d.String(elements[len(elements)-1]["Lang"]); pdf.Text(in) != s.plan.Lang {
			t.Errorf("page %d is said to be called so in %q", i+1, pdf.Text(in))
		}
		for _, a := range d.Annotations(p) {
			e := elementsOf(d, a["StructParent"])
			if want := map[string]string{"Link": "Link", "Widget": "Form"}[d.Name(a["Subtype"])]; len(e) != 1 ||
				d.Name(e[0]["S"]) != cmp.Or(want, "Annot") {
				t.Errorf("page %d: an annotation %s leads to %v", i+1, d.Name(a["Subtype"]), e)
			}
		}
	}
}

// elementsOf are the elements that a key into the parent tree leads to.
func elementsOf(d *pdf.Document, key types.Object) (list []types.Dict) {
	want, ok := d.Int(key)
	d.NumberTree(d.Dict(d.Catalog()["StructTreeRoot"])["ParentTree"], func(n int, v types.Object) {
		if ok && n == want {
			if e := d.Dict(v); e != nil {
				list = append(list, e)
			}
			for _, o := range d.Array(v) {
				list = append(list, d.Dict(o))
			}
		}
	})
	return list
}

// TestNoStamp: without stamps a page with tags keeps its streams and has no others; one without tags has ours around
// them, which make a figure of it.
func TestNoStamp(t *testing.T) {
	s := foreignStory(t, 0, 1, 2)
	s.plan.Runs[1].Original.Stamp.None = true
	b, _ := s.write()
	d := read(t, b)
	was, _ := pdf.Open(t.Context(), statement(), pdf.Options{})
	for i, p := range was.Pages() {
		q := d.Pages()[s.plan.Runs[1].First-1+i]
		if i < 2 && (d.ContentHash(q) != was.ContentHash(p) || len(d.Contents(q)) != len(was.Contents(p))) {
			t.Errorf("page %d has other streams than it had", i+1)
		}
		if i < 2 {
			continue
		}
		streams, kept := d.Contents(q), was.Contents(p)
		head, tail := streams[0].Raw, streams[len(streams)-1].Raw
		if len(streams) != len(kept)+2 || !bytes.HasSuffix(head, []byte("q\n/Figure<</MCID 0>>BDC\n")) ||
			!bytes.HasPrefix(tail, []byte("\nEMC\nQ\n")) || !bytes.Equal(streams[1].Raw, kept[0].Raw) {
			t.Errorf("page %d: %d streams, the first %q, the last %q", i+1, len(streams), streams[0].Raw,
				streams[len(streams)-1].Raw)
		}
	}
}

// TestStampUpright works out where a reader sees the stamp: right way up, in the bottom outer corner of what is shown,
// whatever the rotation and crop.
func TestStampUpright(t *testing.T) {
	for _, rotate := range []int{0, 90, 180, 270} {
		for _, crop := range []string{"[0 0 595 842]", "[100 50 500 800]", "[-20 -30 300 200]"} {
			for _, unit := range []string{"1", "2"} {
				t.Run(strconv.Itoa(rotate)+crop+unit, func(t *testing.T) {
					data := file("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R 4 0 R]/Count 2>>",
						"<</Type/Page/Parent 2 0 R/MediaBox[-20 -30 595 842]/CropBox "+crop+"/Rotate "+
							strconv.Itoa(rotate)+"/UserUnit "+unit+">>",
						"<</Type/Page/Parent 2 0 R/MediaBox[-20 -30 595 842]/CropBox "+crop+"/Rotate "+
							strconv.Itoa(rotate-360)+"/UserUnit "+unit+">>")
					s := newStory(t, []*layout.Run{chapter("a", 1, "#o"), received("o", 2)},
						map[string]*handed{"o": original("x.pdf", data, 0, 1)})
					b, _ := s.write()
					d := read(t, b)
					for k := range 2 {
						at := s.plan.Runs[1].First - 1 + k
						p := d.Pages()[at]
						form, ok := d.Stream(d.Dict(d.Dict(p.Dict["Resources"])["XObject"])["ReportStamp"])
						if !ok {
							t.Fatal("no stamp")
						}
						var m [6]float64
						for i, o := range d.Array(form.Dict["Matrix"]) {
							m[i], _ = d.Number(o)
						}
						box, _ := d.Rect(form.Dict["BBox"])
						w, h := (p.CropBox.X1-p.CropBox.X0)*p.UserUnit, (p.CropBox.Y1-p.CropBox.Y0)*p.UserUnit
						if p.Rotate%180 != 0 {
							w, h = h, w
						}
						// see gives the place on the screen, in points from the bottom left, of a point of the form.
						see := func(x, y float64) (float64, float64) {
							ux, uy := m[0]*x+m[2]*y+m[4], m[1]*x+m[3]*y+m[5]
							c, u := p.CropBox, p.UserUnit
							switch p.Rotate {
							case 90:
								return (uy - c.Y0) * u, (c.X1 - ux) * u
							case 180:
								return (c.X1 - ux) * u, (c.Y1 - uy) * u
							case 270:
								return (c.Y1 - uy) * u, (ux - c.X0) * u
							}
							return (ux - c.X0) * u, (uy - c.Y0) * u
						}
						x0, y0 := see(box.X0, box.Y0)
						x1, y1 := see(box.X1, box.Y1)
						// Pages larger than A3 have larger stamps, to be read from as far.
						scale := max(1, min(w, h)/842)
						if math.Abs(x1-x0-scale*(box.X1-box.X0)) > 0.02 ||
							math.Abs(y1-y0-scale*(box.Y1-box.Y0)) > 0.02 {
							t.Errorf("page %d: seen from (%.1f %.1f) to (%.1f %.1f): turned, mirrored or scaled", at+1,
								x0, y0, x1, y1)
						}
						if x0 < 0 || y0 < 5 || x1 > w || y1 > 30*scale || y1 > h {
							t.Errorf("page %d: seen at (%.1f %.1f) to (%.1f %.1f) of %.0f x %.0f", at+1, x0, y0, x1, y1,
								w, h)
						}
						if right := s.plan.Pages[at].Right(); right && w-x1 > 30*scale || !right && x0 > 30*scale {
							t.Errorf("page %d: not at the outer edge: from %.1f to %.1f of %.0f", at+1, x0, x1, w)
						}
					}
				})
			}
		}
	}
}
