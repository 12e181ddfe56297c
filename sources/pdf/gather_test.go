package pdf

import (
	"slices"
	"strings"
	"testing"
)

// threePages is a file of three pages, 3, 5 and 7, with the content "1", "2", "3" in 4, 6 and 8.
func threePages() *file {
	f := &file{}
	f.add("<</Type/Catalog/Pages 2 0 R>>")
	f.add("<</Type/Pages/Kids[3 0 R 5 0 R 7 0 R]/Count 3/MediaBox[0 0 9 9]>>")
	for i := range 3 {
		f.add("<</Type/Page/Parent 2 0 R/Contents %d 0 R/MediaBox[0 0 9 9]>>", 4+2*i)
		f.stream("", string(rune('1'+i)))
	}
	return f
}

// shownBy is what the pages of a document show, in order.
func shownBy(d *Document) string {
	var out strings.Builder
	for _, p := range d.Pages() {
		b, _ := d.PageContent(p, 10)
		out.WriteString(strings.TrimSpace(string(b)))
	}
	return out.String()
}

// TestPagesAreGathered: pages are found without a list of them, in their order, and it is known whether there may have
// been more.
func TestPagesAreGathered(t *testing.T) {
	for _, c := range []struct {
		name    string
		spoil   func(*file)
		pages   string
		count   int
		unknown bool
		word    string
	}{
		{"the tree is null", func(f *file) { f.objects[0], f.objects[1] = "<</Type/Catalog/Pages null>>", "" }, "123",
			-1, false, treeGone},
		{"the catalog names none", func(f *file) { f.objects[0], f.objects[1] = "<</Type/Catalog>>", "" }, "123", -1,
			false, treeGone},
		{"the tree is gone", func(f *file) { f.objects[1] = "" }, "123", -1, true, treeGone},
		{"the tree and the catalog are gone", func(f *file) { f.objects[0], f.objects[1] = "", "" }, "123", -1, true,
			treeGone},
		{"the catalog is gone", func(f *file) { f.objects[0] = "" }, "123", 3, false, treeWrong},
		{"the tree is empty and counts", func(f *file) { f.objects[1] = "<</Type/Pages/Kids[]/Count 4>>" }, "123", 4,
			false, treeGone},
		{"linearized", func(f *file) { f.objects[1] = ""; f.add("<</Linearized 1/N 5>>") }, "123", 5, false, treeGone},
		{"a node is gone", func(f *file) {
			f.objects[1] = "<</Type/Pages/Kids[7 0 R 9 0 R]/Count 3>>"
			f.objects[2] = strings.Replace(f.objects[2], "2 0 R", "9 0 R", 1)
			f.objects[4] = strings.Replace(f.objects[4], "2 0 R", "9 0 R", 1)
		}, "312", 3, false, treeWrong},
	} {
		f := threePages()
		c.spoil(f)
		d := mustOpen(t, f.bytes())
		if got := shownBy(d); got != c.pages || d.Count() != c.count || d.PagesUnknown() != c.unknown ||
			!slices.Contains(d.Repaired(), c.word) {
			t.Errorf("%s: pages %s, should be %s; of %d, unknown %v; mended %v", c.name, got, c.pages, d.Count(),
				d.PagesUnknown(), d.Repaired())
		}
	}
}

// TestNoPagesToGather: a file whose tree says that it is empty has no pages, whatever it keeps.
func TestNoPagesToGather(t *testing.T) {
	f := threePages()
	f.objects[1] = "<</Type/Pages/Kids[]/Count 0>>"
	wantKind(t, f.bytes(), NoPages)
}

// TestCountBeyondReason promises nothing.
func TestCountBeyondReason(t *testing.T) {
	f := threePages()
	f.objects[1] = strings.Replace(f.objects[1], "/Count 3", "/Count 9999999999", 1)
	if d := mustOpen(t, f.bytes()); d.Count() != -1 || len(d.Pages()) != 3 ||
		!slices.Contains(d.Repaired(), treeWrong) {
		t.Errorf("%d of %d pages, mended %v", len(d.Pages()), d.Count(), d.Repaired())
	}
}
