package pdf

import (
	"bytes"
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
)

// TestOddNames: a name with a # that no digits follow is a name, and what it names is not lost, whichever reader
// reads it.
func TestOddNames(t *testing.T) {
	f := onePage()
	f.objects[2] = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 300]/Contents 4 0 R/Resources<</XObject<</Im#1 5 0 " +
		"R/Im#2 5 0 R>>>>>>"
	f.stream("/Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray", "x")
	d := mustOpen(t, f.bytes())
	if got := SortedKeys(d.Dict(d.Dict(d.Pages()[0].Dict["Resources"])["XObject"])); !slices.Equal(got,
		[]string{"Im#1", "Im#2"}) {
		t.Errorf("pictures %q", got)
	}
	if _, err := readPdfcpu(context.Background(), f.bytes(), []string{""}); err == nil {
		t.Error("pdfcpu's reading is taken, in which they are missing")
	}
}

// TestMisspelledEndstream: where endstream is broken the objects behind the stream are not swallowed.
func TestMisspelledEndstream(t *testing.T) {
	f := onePage()
	f.add("(behind it)")
	f.stream("", "another stream")
	data := bytes.Replace(f.bytes(), []byte("cm Q\nendstream"), []byte("cm Q\nendstrxxm"), 1)
	d := mustOpen(t, data)
	if b, ok := d.String(d.Object(5)); !ok || string(b) != "behind it" {
		t.Errorf("object 5 is %v", d.Object(5))
	}
	if b, _ := d.PageContent(d.Pages()[0], 100); !strings.HasPrefix(string(b), "q 1 0 0 1 0 0 cm Q") ||
		strings.Contains(string(b), "another") {
		t.Errorf("content %q", b)
	}
}

// TestLostPage: how many pages there should be is known where not all are found, and all that was mended is named.
func TestLostPage(t *testing.T) {
	f := onePage()
	f.objects[1] = "<</Type/Pages/Kids[3 0 R 9 0 R]/Count 2>>"
	f.objects[3] = "<</Length 5>>stream\nq 1 0 0 1 0 0 cm Q\nendstream"
	d := mustOpen(t, f.bytes())
	if d.Count() != 2 || len(d.Pages()) != 1 || !slices.Equal(d.Repaired(), []string{"page-tree", "stream-length"}) {
		t.Errorf("%d of %d pages, mended %v", len(d.Pages()), d.Count(), d.Repaired())
	}
	if d = mustOpen(t, onePage().bytes()); d.Count() != 1 {
		t.Errorf("a sound file counts %d", d.Count())
	}
}

// TestTreeGone: pages are gathered where the catalog leads to none.
func TestTreeGone(t *testing.T) {
	f := onePage()
	f.objects[0] = "<</Type/Catalog/Pages null/Lang(en)>>"
	f.objects[1] = ""
	f.add("<</Type/Page/MediaBox[0 0 7 7]>>")
	d := mustOpen(t, f.bytes())
	if len(d.Pages()) != 2 || d.Pages()[1].MediaBox.X1 != 7 || d.Facts().Lang != "en" ||
		!slices.Contains(d.Repaired(), "page-tree-gone") {
		t.Errorf("%d pages, language %q, mended %v", len(d.Pages()), d.Facts().Lang, d.Repaired())
	}
}

// TestUndecodable: pages that a viewer shows nothing of are named; those that lack only the sum at the end of their
// content are not.
func TestUndecodable(t *testing.T) {
	f := onePage()
	f.objects[1] = "<</Type/Pages/Kids[3 0 R 5 0 R 7 0 R 9 0 R]/Count 4/MediaBox[0 0 9 9]>>"
	whole := deflate("q Q q Q q Q BT (a text) Tj ET")
	for _, s := range []string{"no data of deflate at all", string(whole[:len(whole)-4]), string(whole)} {
		f.add("<</Type/Page/Parent 2 0 R/Contents %d 0 R>>", len(f.objects)+2)
		f.stream("/Filter/FlateDecode", s)
	}
	d := mustOpen(t, f.bytes())
	var got []int
	for i, p := range d.Pages() {
		if _, err := d.Scan(p, nil); Undecodable(err) {
			got = append(got, i)
		}
	}
	if !slices.Equal(got, []int{1}) {
		t.Errorf("pages %v", got)
	}
}

// TestScanned: a page that shows a picture and no text is a scan; one with a text, a form or nothing is none.
func TestScanned(t *testing.T) {
	for _, c := range []struct {
		content, resources string
		want               bool
	}{
		{"q /I Do Q", "/XObject<</I 5 0 R>>", true}, {"q /I Do Q BT (a) Tj ET", "/XObject<</I 5 0 R>>", false},
		{"/I Do /F Do", "/XObject<</I 5 0 R/F 6 0 R>>", false}, {"", "", false},
	} {
		f := onePage()
		f.objects[2] = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 300]/Contents 4 0 R/Resources<<" + c.resources +
			">>>>"
		f.objects[3] = fmt.Sprintf("<</Length %d>>stream\n%s\nendstream", len(c.content), c.content)
		f.stream("/Subtype/Image", "x")
		f.stream("/Subtype/Form", "x")
		d := mustOpen(t, f.bytes())
		page := d.Pages()[0]
		content, _ := d.Scan(page, nil)
		if got := !content.UsesText && d.OnlyImages(page); got != c.want {
			t.Errorf("%q: %v", c.content, got)
		}
	}
}

// TestJunkBeforeHeader: offsets that count from the header are read by the table, as those that count from the first
// byte.
func TestJunkBeforeHeader(t *testing.T) {
	sound := onePage().bytes()
	from := append([]byte("HTTP/1.0 200 OK\r\n\r\n"), sound...)
	if d := mustOpen(t, from); !slices.Equal(d.Repaired(), []string{"header"}) || len(d.Pages()) != 1 {
		t.Errorf("mended %v", d.Repaired())
	}
	f := onePage()
	f.header = "junk junk\n%PDF-1.7\n"
	if d := mustOpen(t, f.bytes()); !slices.Equal(d.Repaired(), []string{"header"}) {
		t.Errorf("mended %v", d.Repaired())
	}
}

// hybrid is a file whose table hides the page's annotation in an object stream that only the cross-reference stream
// names (ISO 32000-1, 7.5.8.4), and that the table calls free.
func hybrid() []byte {
	f := onePage()
	f.objects[2] = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 300]/Contents 4 0 R/Annots[5 0 R]>>"
	f.objects = append(f.objects, "")
	f.stream("/Type/ObjStm/N 1/First 4", "5 0 <</Type/Annot/Subtype/Link/Rect[1 2 3 4]>>")
	data := f.bytes()
	i := bytes.Index(data, []byte("xref\n0"))
	stream := "7 0 obj\n<</Type/XRef/Size 8/W[1 1 1]/Index[5 1]/Length 3>>stream\n\x02\x06\x00\nendstream\nendobj\n"
	data = append(append(bytes.Clone(data[:i]), stream...), data[i:]...)
	s := strings.Replace(string(data), "/Root 1 0 R", fmt.Sprintf("/Root 1 0 R/XRefStm %d", i), 1)
	at := strings.LastIndex(s, "startxref")
	return []byte(s[:at] + fmt.Sprintf("startxref\n%d\n%%%%EOF\n", strings.LastIndex(s[:at], "xref\n0")))
}

// TestHybrid: objects that the table hides from old readers are found by our own.
func TestHybrid(t *testing.T) {
	r, err := readOwn(context.Background(), hybrid(), nil)
	if err != nil || !r.whole || !r.sound {
		t.Fatalf("%+v %v", r, err)
	}
	if a := r.doc.Annotations(r.doc.Pages()[0]); len(a) != 1 || r.doc.Name(a[0]["Subtype"]) != "Link" {
		t.Errorf("annotations %v", a)
	}
}

// TestObjectsWithinObjects: a file whose objects lie in each other, so that reading them costs the square of its
// size, is left to the scan, which bounds its work.
func TestObjectsWithinObjects(t *testing.T) {
	var b, table bytes.Buffer
	b.WriteString("%PDF-1.7\n")
	const n = 20_000
	for i := 1; i <= n; i++ {
		fmt.Fprintf(&table, "%010d 00000 n \n", b.Len())
		fmt.Fprintf(&b, "%d 0 obj(", i)
	}
	b.WriteString(strings.Repeat(")", n))
	at := b.Len()
	fmt.Fprintf(&b, "\nxref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n",
		n+1, table.String(), n+1, at+1)
	f, err := newFile(inMemory(b.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	if err := f.check(context.Background()); err == nil || !strings.Contains(err.Error(), "within each other") {
		t.Errorf("%v", err)
	}
}

// TestSameSlots: an object stream whose objects are all the same long one is none.
func TestSameSlots(t *testing.T) {
	b := []byte("1 0 2 0 3 0 4 0 (" + strings.Repeat("x", 1000) + ")")
	if got := objectStream(b, 4, 16); got != nil {
		t.Errorf("%v", got)
	}
	if got := objectStream(b, 1, 16); len(got) != 1 || got[0] != (slot{1, 16, len(b)}) {
		t.Errorf("%v", got)
	}
}

// TestEndSlots: an object in a stream ends where the next one behind it begins, in whichever order they are listed.
func TestEndSlots(t *testing.T) {
	for _, c := range []struct{ from, end []int }{
		{[]int{4, 7, 9}, []int{7, 9, 20}}, {[]int{9, 4, 7}, []int{20, 7, 9}}, {[]int{4, 4, 9}, []int{9, 9, 20}},
		{[]int{9, 4, 4}, []int{20, 9, 9}}, {nil, nil},
	} {
		var slots []slot
		for _, from := range c.from {
			slots = append(slots, slot{from: from})
		}
		endSlots(slots, 20)
		for i, s := range slots {
			if s.end != c.end[i] {
				t.Errorf("%v: slot %d ends at %d, should at %d", c.from, i, s.end, c.end[i])
			}
		}
	}
}

// TestEndstreamInTheText: where Length is wrong, the word endstream in the content does not end it.
func TestEndstreamInTheText(t *testing.T) {
	for _, tail := range []string{"\nendstream", "\r\nendstream\r", "endstream", "\n"} {
		f := onePage()
		f.objects[3] = "<</Length 9999>>stream\nBT (No endstream, no endobj) Tj ET" + tail
		d := mustOpen(t, f.bytes())
		if b, err := d.PageContent(d.Pages()[0], 1000); err != nil || !strings.Contains(string(b), "no endobj) Tj ET") {
			t.Errorf("%q: content %q, %v", tail, b, err)
		}
	}
}
