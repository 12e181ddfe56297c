package assembly

import (
	"fmt"
	"io"
	"runtime"
	"testing"

	"rapporteur/layout"
	"rapporteur/sources/pdf"
)

// fromTemplate is the statement of delegation i, made from the one template that all have: the same names of
// destinations, of a layer, of structure elements and classes, and the same numbers of objects.
func fromTemplate(i int) []byte {
	content := func(page int) string {
		return fmt.Sprintf("<<>> stream:/P<</MCID 0>>BDC /OC/MC0 BDC BT (delegation %d, page %d) Tj ET EMC EMC", i,
			page)
	}
	return file(
		`<</Type/Catalog/Pages 2 0 R/Names<</Dests<</Names[(page.1)[3 0 R/Fit]`+
			`(page.2)[4 0 R/Fit](page.3)[5 0 R/Fit]]>>>>`+
			`/Dests<</section.1[5 0 R/Fit]>>/Outlines 15 0 R`+
			`/OCProperties<</OCGs[12 0 R]/D<</OFF[12 0 R]>>>>/StructTreeRoot 13 0 R>>`,
		`<</Type/Pages/Kids[3 0 R 4 0 R 5 0 R]/Count 3/MediaBox[0 0 595 842]/Resources<</Properties<</MC0 12 0 R>>>>>>`,
		`<</Type/Page/Parent 2 0 R/Contents 6 0 R/StructParents 0/Annots[9 0 R 10 0 R 11 0 R]>>`,
		`<</Type/Page/Parent 2 0 R/Contents 7 0 R/StructParents 1>>`,
		`<</Type/Page/Parent 2 0 R/Contents 8 0 R/StructParents 2>>`,
		content(1), content(2), content(3),
		`<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/Dest(page.2)>>`,
		`<</Type/Annot/Subtype/Link/Rect[0 9 9 18]/A<</S/GoTo/D/section.1>>>>`,
		`<</Type/Annot/Subtype/Link/Rect[0 18 9 27]/A<</S/Named/N/LastPage>>>>`,
		`<</Type/OCG/Name(Draft)>>`,
		`<</Type/StructTreeRoot/K[14 0 R 17 0 R 18 0 R]`+
			`/ParentTree<</Nums[0[14 0 R]1[17 0 R]2[18 0 R]]>>/RoleMap<</Body/P>>>>`,
		`<</Type/StructElem/S/Body/P 13 0 R/Pg 3 0 R/K 0/ID(s1)>>`,
		`<</First 16 0 R/Last 16 0 R/Count 1>>`, `<</Title(Introduction)/Parent 15 0 R/Dest(page.1)>>`,
		`<</Type/StructElem/S/Body/P 13 0 R/Pg 4 0 R/K 0/ID(s2)>>`,
		`<</Type/StructElem/S/Body/P 13 0 R/Pg 5 0 R/K 0/ID(s3)>>`)
}

// fromTemplates links n statements.
func fromTemplates(t *testing.T, n int) *story {
	runs, originals := []*layout.Run{chapter("a", 1, "#o0")}, map[string]*handed{}
	for i := range n {
		id := fmt.Sprint("o", i)
		runs = append(runs, received(id, 3))
		originals[id] = original(id+".pdf", fromTemplate(i), 0, 1, 2)
	}
	return newStory(t, runs, originals)
}

// TestStatementsOfOneTemplate: however alike the names within two hundred statements are, each of their links, layers
// and tags stays within its own.
func TestStatementsOfOneTemplate(t *testing.T) {
	const n = 200
	s := fromTemplates(t, n)
	b, _ := s.write()
	d := read(t, b)
	st := checkStructure(t, d)
	props := d.Dict(d.Catalog()["OCProperties"])
	groups := d.Array(props["OCGs"])
	if off := d.Array(d.Dict(props["D"])["OFF"]); len(groups) != n || len(off) != n {
		t.Fatalf("%d layers, %d of them hidden", len(groups), len(off))
	}
	links, layers, tags := 0, 0, 0
	met := map[int]bool{}
	items := d.Outline()[0].Kids
	for i := range n {
		run := s.plan.Runs[1+i]
		for k, a := range d.Annotations(d.Pages()[run.First-1]) {
			if page, _ := leads(t, d, a); page == run.First+[]int{1, 2, 2}[k] {
				links++
			}
		}
		if page, _ := leads(t, d, items[i].Kids[0].Leads()); page != run.First {
			t.Errorf("the outline of statement %d leads to page %d, should be %d", i, page, run.First)
		}
		for k := range 3 {
			p := d.Pages()[run.First-1+k]
			layer := pdf.RefNumber(d.Dict(d.Dict(p.Dict["Resources"])["Properties"])["MC0"])
			if k == 0 && layer == pdf.RefNumber(groups[i]) && !met[layer] {
				met[layer] = true
				layers++
			}
			if element := d.Dict(d.Object(st.ids[fmt.Sprintf("o%d/s%d", i,
				k+1)])); pdf.RefNumber(element["Pg"]) == p.Number {
				tags++
			}
		}
	}
	if links != 3*n || layers != n || tags != 3*n {
		t.Errorf("%d links of %d, %d layers of %d, %d tags of %d", links, 3*n, layers, n, tags, 3*n)
	}
}

// TestManyStatementsOfOneTemplate: five times as many statements cost about five times as much.
func TestManyStatementsOfOneTemplate(t *testing.T) {
	cost := func(n int) uint64 {
		s := fromTemplates(t, n)
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		if _, err := Write(t.Context(), io.Discard, s.plan, s.unit); err != nil {
			t.Fatal(err)
		}
		runtime.ReadMemStats(&after)
		return after.Mallocs - before.Mallocs
	}
	few, many := cost(200), cost(1000)
	t.Logf("200 statements: %d allocations, 1,000: %d, %.2f times", few, many, float64(many)/float64(few))
	if float64(many) > 5.3*float64(few) {
		t.Errorf("200 statements cost %d, 1,000 cost %d", few, many)
	}
}
