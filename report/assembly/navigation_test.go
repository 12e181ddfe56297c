package assembly

import (
	"fmt"
	"strings"
	"testing"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/layout"
	"rapporteur/sources/pdf"
)

// leads gives the physical page that a link annotation or outline item leads to, 0 for none, and its URI.
func leads(t *testing.T, d *pdf.Document, o types.Dict) (page int, uri string) {
	t.Helper()
	dest := o["Dest"]
	if a := d.Dict(o["A"]); a != nil {
		switch d.Name(a["S"]) {
		case "GoTo":
			dest = a["D"]
		case "URI":
			b, _ := d.String(a["URI"])
			return 0, string(b)
		}
	}
	if dest == nil {
		return 0, ""
	}
	if _, explicit := d.Resolve(dest).(types.Array); !explicit {
		// ours name an anchor; those of originals name nothing any more
		if _, named := d.String(dest); !named {
			t.Errorf("destination %v is neither explicit nor a name", dest)
		}
	}
	i, _, ok := d.Destination(dest)
	if !ok {
		t.Errorf("destination %v leads nowhere", dest)
		return 0, ""
	}
	return i + 1, ""
}

func TestLinksLead(t *testing.T) {
	s := newStory(t, []*layout.Run{chapter("a", 14, "#b-p2"), chapter("b", 3, "https://example.org/é?a=(b)")}, nil)
	b, _ := s.write()
	d := read(t, b)
	n := 0
	for i, p := range d.Pages() {
		for _, a := range d.Annotations(p) {
			n++
			page, uri := leads(t, d, a)
			run := s.plan.Pages[i].Run
			if run == 0 && page != s.plan.Anchors["b-p2"].Page || run == 1 &&
				uri != "https://example.org/%C3%A9?a=(b)" {
				t.Errorf("page %d: leads to page %d, %q", i+1, page, uri)
			}
			r, ok := d.Rect(a["Rect"])
			if f, _ := d.Int(a["F"]); !ok || f != 4 || r.X0 < 60 || r.X1 > 530 || r.Y0 < 60 || r.Y1 > 780 {
				t.Errorf("page %d: link at %v, F %d", i+1, r, f)
			}
			if c, _ := d.String(a["Contents"]); len(c) == 0 {
				t.Errorf("page %d: a link without a description", i+1)
			}
		}
	}
	if n < 17 {
		t.Errorf("only %d links", n)
	}
}

// TestLinkToNowhere plants a link whose target nobody has.
func TestLinkToNowhere(t *testing.T) {
	s := newStory(t, []*layout.Run{chapter("a", 2, "#a-p1")}, nil)
	delete(s.plan.Anchors, "a-p1")
	var b strings.Builder
	if _, err := Write(t.Context(), &b, s.plan, s.unit); err == nil || !strings.Contains(err.Error(), "a-p1") {
		t.Errorf("error %v", err)
	}
}

// TestPlanContradicted plants an anchor that the plan has on another page than it was painted on.
func TestPlanContradicted(t *testing.T) {
	s := newStory(t, []*layout.Run{chapter("a", 2, "#a-p1")}, nil)
	p := s.plan.Anchors["a-p2"]
	p.Page++
	s.plan.Anchors["a-p2"] = p
	var b strings.Builder
	if _, err := Write(t.Context(), &b, s.plan, s.unit); err == nil || !strings.Contains(err.Error(), "a-p2") {
		t.Errorf("error %v", err)
	}
}

func TestNamesOutlineAndLabels(t *testing.T) {
	var runs []*layout.Run
	for i := range 9 {
		r := chapter(fmt.Sprint("c", i), 9, "#c1-p1")
		if i < 2 {
			r.Numbering = layout.Roman
		}
		r.Opening = layout.RightPage
		r.Blocks = append(r.Blocks, &layout.Heading{Level: 2, Role: layout.HeadA,
			Inlines: []layout.Inline{{Text: "Détail"}}, Anchor: r.ID + "-sub",
			Bookmark: &layout.Bookmark{Level: 1, Title: "Détail — 项", Target: r.ID + "-sub"}})
		runs = append(runs, r)
	}
	s := newStory(t, runs, nil)
	b, _ := s.write()
	d := read(t, b)

	last, n := "", 0
	d.NameTree(d.Dict(d.Catalog()["Names"])["Dests"], func(k []byte, v types.Object) {
		if string(k) <= last {
			t.Errorf("name %q after %q", k, last)
		}
		last = string(k)
		n++
		if page, _, ok := d.Destination(v); !ok || page+1 != s.plan.Anchors[string(k)].Page {
			t.Errorf("%q leads to page %d, the plan says %d", k, page+1, s.plan.Anchors[string(k)].Page)
		}
	})
	if n != len(s.plan.Anchors) || n <= fanout {
		t.Errorf("%d names for %d anchors", n, len(s.plan.Anchors))
	}

	items := d.Outline()
	if len(items) != len(runs) {
		t.Fatalf("%d items, want %d", len(items), len(runs))
	}
	for i, it := range items {
		if page, _ := leads(t, d, it.Leads()); it.Title != "Chapter "+runs[i].ID || page != s.plan.Runs[i].First ||
			len(it.Kids) != 1 || it.Count != 1 {
			t.Errorf("item %q leads to page %d, run begins on %d; %d kids, count %d", it.Title, page,
				s.plan.Runs[i].First, len(it.Kids), it.Count)
		} else if sub := it.Kids[0]; sub.Title != "Détail — 项" || sub.Dest == nil {
			t.Errorf("item %+v", sub)
		}
	}

	labels := readLabels(d, len(d.Pages()))
	for i, pg := range s.plan.Pages {
		if labels[i] != pg.Label {
			t.Errorf("page %d is called %q, the plan says %q", i+1, labels[i], pg.Label)
		}
	}
}

// readLabels works out the labels of all pages as a viewer does.
func readLabels(d *pdf.Document, n int) []string {
	out := make([]string, n)
	style, prefix, number := "", "", 0
	starts := map[int]types.Dict{}
	d.NumberTree(d.Catalog()["PageLabels"], func(k int, v types.Object) { starts[k] = d.Dict(v) })
	for i := range out {
		if l := starts[i]; l != nil {
			style, number = d.Name(l["S"]), 1
			p, _ := d.String(l["P"])
			prefix = pdf.Text(p)
			if st, ok := d.Int(l["St"]); ok {
				number = st
			}
		}
		out[i] = prefix
		switch style {
		case "D":
			out[i] += fmt.Sprint(number)
		case "r":
			out[i] += roman(number)
		}
		number++
	}
	return out
}

func TestLabels(t *testing.T) {
	labels := []string{"i", "ii", "iii", "iv", "1", "2", "3", "12", "13", "A-1", "A-2", "A-2", "", "Annex", "007",
		"008", "mm", "mim", "99999999999999999999", "é1", "é2"}
	p := &Plan{}
	for _, l := range labels {
		p.Pages = append(p.Pages, Page{Label: l})
	}
	o, _, err := pdf.ParseObject(p.appendLabels(nil), 0)
	if err != nil {
		t.Fatal(err)
	}
	nums := o.(types.Dict)["Nums"].(types.Array)
	if n := len(nums) / 2; n != 12 {
		t.Errorf("%d ranges: %s", n, p.appendLabels(nil))
	}
	d := readBack(t, p.appendLabels(nil))
	for i, l := range readLabels(d, len(labels)) {
		if l != labels[i] {
			t.Errorf("page %d: %q, want %q", i+1, l, labels[i])
		}
	}
}

// readBack is a document whose catalog holds these page labels.
func readBack(t *testing.T, labels []byte) *pdf.Document {
	t.Helper()
	d, err := pdf.Open(t.Context(), file("<</Type/Catalog/Pages 2 0 R/PageLabels "+string(labels)+">>",
		"<</Type/Pages/Kids[3 0 R]/Count 1>>",
		"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>"), pdf.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestOutlineCounts(t *testing.T) {
	s := newStory(t, []*layout.Run{chapter("a", 1, "#a-p1")}, nil)
	s.settled.Runs[0].Bookmarks = []layout.Bookmark{{Level: 0, Title: "1", Target: "a-p1"},
		{Level: 1, Title: "1.1", Target: "a-p1", Closed: true}, {Level: 2, Title: "1.1.1", Target: "a-p1"},
		{Level: 2, Title: "1.1.2", Target: "a-p1"}, {Level: 1, Title: "1.2", Target: "a-p1"},
		{Level: 0, Title: "2", Target: "a-p1"}, {Level: 3, Title: "2.x", Target: "a-p1"}}
	b, _ := s.write()
	d := read(t, b)
	var got strings.Builder
	var walk func([]pdf.OutlineItem)
	walk = func(items []pdf.OutlineItem) {
		for _, it := range items {
			fmt.Fprintf(&got, "%s:%d(", it.Title, it.Count)
			walk(it.Kids)
			got.WriteString(")")
		}
	}
	walk(d.Outline())
	if want := "1:2(1.1:-2(1.1.1:0()1.1.2:0())1.2:0())2:1(2.x:0())"; got.String() != want {
		t.Errorf("outline %s, want %s", got.String(), want)
	}
	if n, _ := d.Int(d.Dict(d.Catalog()["Outlines"])["Count"]); n != 5 {
		t.Errorf("%d items show", n)
	}
}
