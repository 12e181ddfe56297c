package assembly

import (
	"fmt"
	"sort"
	"strings"
	"testing"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/layout"
	"rapporteur/sources/pdf"
	"rapporteur/sources/pdf/content"
)

// structure is what was read of a structure tree: which element claims which mark of which page, and which annotation.
type structure struct {
	elements map[int]types.Dict
	marks    map[[2]int]int // page object and MCID -> element
	objects  map[int]int    // annotation -> element
	ids      map[string]int
	outline  strings.Builder // types, titles and nesting
}

func readStructure(t *testing.T, d *pdf.Document, rootNumber int) *structure {
	t.Helper()
	s := &structure{elements: map[int]types.Dict{}, marks: map[[2]int]int{}, objects: map[int]int{},
		ids: map[string]int{}}
	var walk func(o types.Object, parent, depth int)
	walk = func(o types.Object, parent, depth int) {
		n := pdf.RefNumber(o)
		e := d.Dict(o)
		if n == 0 || e == nil {
			t.Fatalf("kid %v of %d is no element", o, parent)
		}
		if s.elements[n] != nil {
			t.Fatalf("element %d stands twice in the tree", n)
		}
		s.elements[n] = e
		if up := pdf.RefNumber(e["P"]); up != parent {
			t.Errorf("element %d: parent %d, but found below %d", n, up, parent)
		}
		title, _ := d.String(e["T"])
		fmt.Fprintf(&s.outline, "%s%s", strings.Repeat(" ", depth), d.Name(e["S"]))
		if len(title) > 0 {
			fmt.Fprintf(&s.outline, " %q", pdf.Text(title))
		}
		s.outline.WriteByte('\n')
		if id, ok := d.String(e["ID"]); ok {
			s.ids[string(id)] = n
		}
		page := pdf.RefNumber(e["Pg"])
		kids, ok := d.Resolve(e["K"]).(types.Array)
		if !ok && e["K"] != nil {
			kids = types.Array{e["K"]}
		}
		claim := func(page, id int) {
			if page == 0 {
				t.Errorf("element %d: mark %d without a page", n, id)
			}
			if other, twice := s.marks[[2]int{page, id}]; twice {
				t.Errorf("elements %d and %d claim mark %d of page object %d", other, n, id, page)
			}
			s.marks[[2]int{page, id}] = n
		}
		for _, k := range kids {
			if id, ok := d.Int(k); ok {
				claim(page, id)
				continue
			}
			kd := d.Dict(k)
			switch d.Name(kd["Type"]) {
			case "MCR":
				id, _ := d.Int(kd["MCID"])
				p := page
				if r := pdf.RefNumber(kd["Pg"]); r > 0 {
					p = r
				}
				claim(p, id)
			case "OBJR":
				s.objects[pdf.RefNumber(kd["Obj"])] = n
			default:
				walk(k, n, depth+1)
			}
		}
	}
	walk(d.Dict(d.Catalog()["StructTreeRoot"])["K"], rootNumber, 0)
	return s
}

// checkStructure holds every mark, parent-tree entry, element and annotation against each other: both ways, as veraPDF
// does not.
func checkStructure(t *testing.T, d *pdf.Document) *structure {
	t.Helper()
	rootRef := d.Catalog()["StructTreeRoot"]
	root := d.Dict(rootRef)
	s := readStructure(t, d, pdf.RefNumber(rootRef))
	parents := map[int]types.Object{}
	last := -1
	d.NumberTree(root["ParentTree"], func(n int, v types.Object) {
		if n <= last {
			t.Errorf("parent tree: key %d after %d", n, last)
		}
		last = n
		parents[n] = v
	})
	if next, _ := d.Int(root["ParentTreeNextKey"]); next <= last {
		t.Errorf("ParentTreeNextKey %d, the last key is %d", next, last)
	}
	found := 0
	for i, p := range d.Pages() {
		shown, err := content.New(d, new(content.Fonts), nil).Show(p)
		if err != nil {
			t.Fatal(err)
		}
		k, has := d.Int(p.Dict["StructParents"])
		var entry types.Array
		if has {
			if entry = d.Array(parents[k]); entry == nil {
				t.Errorf("page %d: key %d leads to nothing", i+1, k)
			}
		}
		for _, mark := range shown.Marks {
			id := int(mark)
			owner, claimed := s.marks[[2]int{p.Number, id}]
			if !claimed || id >= len(entry) || pdf.RefNumber(entry[id]) != owner {
				t.Errorf("page %d, mark %d: claimed by %d, the parent tree says %v", i+1, id, owner, entry)
				continue
			}
			found++
		}
		for _, o := range d.Array(p.Dict["Annots"]) {
			n := pdf.RefNumber(o)
			k, has := d.Int(d.Dict(o)["StructParent"])
			owner, claimed := s.objects[n]
			if has != claimed || has && pdf.RefNumber(parents[k]) != owner {
				t.Errorf("page %d, annotation %d: key %d leads to %v, claimed by %d", i+1, n, k, parents[k], owner)
			}
		}
	}
	if found != len(s.marks) {
		t.Errorf("%d marks are claimed, %d were found on the pages", len(s.marks), found)
	}
	ids := map[string]int{}
	var order []string
	d.NameTree(root["IDTree"], func(k []byte, v types.Object) {
		ids[string(k)] = pdf.RefNumber(v)
		order = append(order, string(k))
	})
	if !sort.StringsAreSorted(order) || fmt.Sprint(ids) != fmt.Sprint(s.ids) {
		t.Errorf("ids of the tree %v, of the elements %v", ids, s.ids)
	}
	return s
}

func TestStructureOfTypesetPages(t *testing.T) {
	a := chapter("a", 14, "#b-head")
	note := &layout.Note{ID: "n1", Mark: "1",
		Blocks: []layout.Block{&layout.Paragraph{Role: layout.NoteText,
			Inlines: []layout.Inline{{Text: "A/RES/60/288."}}}}}
	a.Blocks = append(a.Blocks,
		&layout.Paragraph{Role: layout.Body, Inlines: []layout.Inline{{Text: "Adopted"}, {Text: "1", Note: note},
			{Text: " by all."}}})
	s := newStory(t, []*layout.Run{a, chapter("b", 3, "#a-p3")}, nil)
	b, _ := s.write()
	d := read(t, b)
	st := checkStructure(t, d)
	if len(st.marks) < 40 || len(st.objects) < 17 || len(st.ids) == 0 {
		t.Errorf("%d marks, %d annotations, %d ids", len(st.marks), len(st.objects), len(st.ids))
	}
	if !strings.HasPrefix(st.outline.String(), "Document\n Part \"Chapter a\"\n") ||
		strings.Count(st.outline.String(), "\n Part ") != 2 {
		t.Errorf("tree:\n%s", st.outline.String())
	}
	for n, e := range st.elements {
		if d.Name(e["S"]) == "Link" {
			want := 2
			if d.Name(d.Dict(e["P"])["S"]) == "Note" { // the way back: the mark that it covers is the note's label
				want = 1
			}
			if kids := d.Array(e["K"]); len(kids) < want {
				t.Errorf("link element %d: kids %v", n, kids)
			}
		}
	}
}
