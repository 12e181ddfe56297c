package pdf

import (
	"bytes"
	"compress/zlib"
	"context"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// reportFile writes a file as the linker does: streams at offsets, all else in object streams, one cross-reference
// stream.
type reportFile struct {
	b       bytes.Buffer
	entries [][3]int // kind, second, third field by object number
	waiting []waiting
	trailer string // in the cross-reference stream's dictionary
}

type waiting struct {
	n    int
	text string
}

func newReportFile() *reportFile {
	f := &reportFile{entries: make([][3]int, 1)}
	f.b.WriteString("%PDF-2.0\n")
	return f
}

func (f *reportFile) number() int {
	f.entries = append(f.entries, [3]int{})
	return len(f.entries) - 1
}

// put gives object n its text, in an object stream.
func (f *reportFile) put(n int, format string, args ...any) {
	f.waiting = append(f.waiting, waiting{n, fmt.Sprintf(format, args...)})
	if len(f.waiting) == 200 {
		f.flush()
	}
}

func (f *reportFile) flush() {
	if len(f.waiting) == 0 {
		return
	}
	var head, body strings.Builder
	n := f.number()
	for i, w := range f.waiting {
		fmt.Fprintf(&head, "%d %d ", w.n, body.Len())
		body.WriteString(w.text + " ")
		f.entries[w.n] = [3]int{2, n, i}
	}
	f.stream(n, fmt.Sprintf("/Type/ObjStm/N %d/First %d/Filter/FlateDecode", len(f.waiting), head.Len()),
		deflate(head.String()+body.String()))
	f.waiting = nil
}

// plain writes object n at an offset.
func (f *reportFile) plain(n int, text string) {
	f.entries[n] = [3]int{1, f.b.Len(), 0}
	fmt.Fprintf(&f.b, "%d 0 obj\n%s\nendobj\n", n, text)
}

func (f *reportFile) stream(n int, dict string, data []byte) {
	f.plain(n, fmt.Sprintf("<<%s/Length %d>>\nstream\n%s\nendstream", dict, len(data), data))
}

func deflate(s string) []byte {
	var b bytes.Buffer
	w := zlib.NewWriter(&b)
	w.Write([]byte(s))
	w.Close()
	return b.Bytes()
}

func (f *reportFile) bytes() []byte {
	f.flush()
	n := f.number()
	at := f.b.Len()
	f.entries[n] = [3]int{1, at, 0}
	var rows bytes.Buffer
	for _, e := range f.entries {
		rows.WriteByte(byte(e[0]))
		rows.Write(binary.BigEndian.AppendUint32(nil, uint32(e[1])))
		rows.Write(binary.BigEndian.AppendUint16(nil, uint16(e[2])))
	}
	f.stream(n, fmt.Sprintf("/Type/XRef/Size %d/W[1 4 2]/Filter/FlateDecode%s", len(f.entries), f.trailer),
		deflate(rows.String()))
	fmt.Fprintf(&f.b, "startxref\n%d\n%%%%EOF\n", at)
	return f.b.Bytes()
}

// report makes a report of that many pages, each with a content stream, some annotations and structure elements.
func report(pages, perPage int) *reportFile {
	f := newReportFile()
	catalog, tree, dests := f.number(), f.number(), f.number()
	f.trailer = fmt.Sprintf("/Root %d 0 R", catalog)
	f.put(catalog, "<</Type/Catalog/Pages %d 0 R/Names<</Dests %d 0 R>>>>", tree, dests)
	var kids, names strings.Builder
	for i := range pages {
		page, content := f.number(), f.number()
		f.stream(content, "", fmt.Appendf(nil, "BT (page %d) Tj ET", i))
		var annots strings.Builder
		for k := range perPage {
			n := f.number()
			f.put(n, "<</Type/Annot/Subtype/Link/Rect[%d 0 100 10]/Dest(d%06d)>>", k, (i+k)%pages)
			fmt.Fprintf(&annots, "%d 0 R ", n)
		}
		f.put(page, "<</Type/Page/Parent %d 0 R/MediaBox[0 0 595 842]/Contents %d 0 R/Annots[%s]>>", tree, content,
			annots.String())
		fmt.Fprintf(&kids, "%d 0 R ", page)
		fmt.Fprintf(&names, "(d%06d)[%d 0 R/XYZ 0 %d 0]", i, page, i)
	}
	f.put(tree, "<</Type/Pages/Count %d/Kids[%s]>>", pages, kids.String())
	f.put(dests, "<</Names[%s]>>", names.String())
	return f
}

func openFile(t testing.TB, b []byte) *File {
	t.Helper()
	f, err := readReport(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// readPages asks for everything as verify does: each page's content hashed, each link's destination found.
func readPages(t testing.TB, f *File) (pages, links int) {
	t.Helper()
	d, err := f.Document()
	if err != nil {
		t.Fatal(err)
	}
	for i := range d.Pages() {
		p := d.Page(i)
		if _, err := f.HashContent(numbersOf(d, p)); err != nil {
			t.Fatal(err)
		}
		for k, a := range d.Annotations(p) {
			if to, _, ok := d.Destination(a["Dest"]); !ok || to != (i+k)%len(d.Pages()) {
				t.Fatalf("page %d: link %d leads to %d", i, k, to)
			}
			links++
		}
	}
	if err := f.Err(); err != nil {
		t.Fatal(err)
	}
	return len(d.Pages()), links
}

func TestFile(t *testing.T) {
	f := openFile(t, report(50, 10).bytes())
	if pages, links := readPages(t, f); pages != 50 || links != 500 {
		t.Errorf("%d pages, %d links", pages, links)
	}
	d, _ := f.Document()
	n := RefNumber(d.Page(7).Dict["Contents"])
	b, err := f.Decode(n, 100)
	if err != nil || string(b) != "BT (page 7) Tj ET" {
		t.Errorf("content %q %v", b, err)
	}
	sum := sha256.Sum256(append(binary.BigEndian.AppendUint64(nil, uint64(len(b))), b...))
	if got, err := f.HashContent([]int{n}); err != nil || got != hex.EncodeToString(sum[:]) {
		t.Errorf("content hash %s %v", got, err)
	}
	if _, err := f.HashContent([]int{1}); err == nil {
		t.Error("the catalog was hashed as a stream")
	}
	if _, err := f.Decode(n, 5); err == nil {
		t.Error("more bytes than allowed were decoded")
	}
	for _, n := range []int{-1, 0, f.Size(), 1 << 40} {
		if o, err := f.Object(n); o != nil || err != nil {
			t.Errorf("object %d: %v %v", n, o, err)
		}
	}
}

func numbersOf(d *Document, p Page) []int {
	numbers, _ := d.ContentNumbers(p)
	return numbers
}

// TestFileAgrees reads what other writers wrote, with a classic table and with object streams, as the package of
// originals does.
func TestFileAgrees(t *testing.T) {
	for _, name := range []string{"plain.pdf", "objstm.pdf"} {
		path := filepath.Join("testdata", name)
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		want, err := Open(context.Background(), data, Options{})
		if err != nil {
			t.Fatal(err)
		}
		f, err := OpenFile(nil, path)
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		d, err := f.Document()
		if err != nil || len(d.Pages()) != len(want.Pages()) {
			t.Fatalf("%s: %v", name, err)
		}
		for i := range d.Pages() {
			p, w := d.Page(i), want.Pages()[i]
			if d.Pages()[i].Dict != nil || len(p.Dict) == 0 || !reflect.DeepEqual(p.Dict, w.Dict) {
				t.Errorf("%s page %d is %v, should be %v", name, i, p.Dict, w.Dict)
			}
			got, err := f.HashContent(numbersOf(d, p))
			if err != nil || got != want.ContentHash(w) || p.MediaBox != w.MediaBox || p.Rotate != w.Rotate ||
				p.Number != w.Number {
				t.Errorf("%s page %d: %s %v", name, i, got, err)
			}
		}
		if o := d.Outline(); len(o) != 1 || o[0].Title != want.Outline()[0].Title {
			t.Errorf("%s: outline %+v", name, o)
		}
	}
}

// TestPagesInherit: the dictionary of a page of a report on disk, which is read anew, has what nodes above hand down,
// unless it or a nearer one says otherwise.
func TestPagesInherit(t *testing.T) {
	r := newReportFile()
	for range 7 {
		r.number()
	}
	r.trailer = "/Root 1 0 R"
	r.put(1, "<</Type/Catalog/Pages 2 0 R>>")
	r.put(2, "<</Type/Pages/Kids[3 0 R 7 0 R]/Count 3/MediaBox[0 0 100 100]/Rotate 90/Resources<</A 1>>>>")
	r.put(3, "<</Type/Pages/Parent 2 0 R/Kids[4 0 R 5 0 R]/Count 2/Rotate 180/CropBox 6 0 R>>")
	r.put(4, "<</Type/Page/Parent 3 0 R/StructParents 4>>")
	r.put(5, "<</Type/Page/Parent 3 0 R/MediaBox[0 0 50 50]/Resources<</B 1>>>>")
	r.put(6, "[1 1 40 40]")
	r.put(7, "<</Type/Page/Parent 2 0 R>>")
	d, err := openFile(t, r.bytes()).Document()
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []string{
		"map[CropBox:(6 0 R) MediaBox:[0 0 100 100] Resources:<< <A, 1> >> Rotate:180 StructParents:4 Type:Page]",
		"map[CropBox:(6 0 R) MediaBox:[0 0 50 50] Resources:<< <B, 1> >> Rotate:180 Type:Page]",
		"map[MediaBox:[0 0 100 100] Resources:<< <A, 1> >> Rotate:90 Type:Page]"} {
		got := fmt.Sprint(map[string]types.Object(d.Page(i).Dict))
		if strings.Join(strings.Fields(got), " ") != want {
			t.Errorf("page %d: %s", i, got)
		}
	}
}

// TestFileFaults plants a fault in the frame of a sound file, and wants it named.
func TestFileFaults(t *testing.T) {
	sound := func() *reportFile { return report(3, 2) }
	whole := sound().bytes()
	change := func(old, new string) []byte {
		if !bytes.Contains(whole, []byte(old)) || len(old) != len(new) {
			t.Fatalf("cannot plant %q", new)
		}
		return bytes.Replace(whole, []byte(old), []byte(new), 1)
	}
	with := func(spoil func(f *reportFile)) []byte {
		f := sound()
		f.flush()
		spoil(f)
		return f.bytes()
	}
	at := fmt.Sprint(bytes.LastIndex(whole, []byte("obj\n<</Type/XRef")) - len("00 0 "))
	for _, c := range []struct {
		name, want string
		data       []byte
	}{
		{"empty", "no startxref", nil},
		{"cut", "no startxref", whole[:len(whole)-100]},
		{"offset outside", "outside the file", change("startxref\n"+at, "startxref\n"+strings.Repeat("9", len(at)))},
		{"offset elsewhere", "cross-reference section", change("startxref\n"+at, "startxref\n"+strings.Repeat("1",
			len(at)))},
		{"widths", "W is not", change("/W[1 4 2]", "/W[1 9 2]")},
		{"type", "no cross-reference stream", change("/Type/XRef", "/Type/Xref")},
		{"huge size", "no Size", change("/Size 18", "/Size -8")},
		{"encrypted", "encrypted", with(func(f *reportFile) { f.trailer += "/Encrypt<<>>" })},
		{"circle of sections", "circle", with(func(f *reportFile) { f.trailer += fmt.Sprintf("/Prev %d", f.b.Len()) })},
		{"previous section nowhere", "outside the file", with(func(f *reportFile) { f.trailer += "/Prev 99999999" })},
		{"index beyond size", "Index", with(func(f *reportFile) { f.trailer += "/Index[0 900]" })},
		{"kind unknown", "makes no sense", with(func(f *reportFile) { f.entries[2][0] = 3 })},
		{"another object there", "obj stands at", with(func(f *reportFile) {
			f.entries[5],
				f.entries[9] = f.entries[9], f.entries[5]
		})},
		{"in another object stream", "is no", with(func(f *reportFile) { f.entries[1][1] = 5 })},
		{"stream in itself", "no object of the file", with(func(f *reportFile) { f.entries[1][1] = 1 })},
		{"no object of the stream", "is not in object stream", with(func(f *reportFile) {
			n := f.number()
			f.entries[n] = [3]int{2, f.entries[1][1], 0}
			f.trailer = fmt.Sprintf("/Root %d 0 R", n)
		})},
		{"wrong length", "no endstream", change("/Length 17>>\nstream\nBT (page 1",
			"/Length 16>>\nstream\nBT (page 1")},
		{"length to itself", "Length", with(func(f *reportFile) {
			f.plain(5, "<</Length 5 0 R>>stream\nx\nendstream")
		})},
		{"count of an object stream", "holds", change("/ObjStm/N 12", "/ObjStm/N 13")},
		{"no pages", "no-pages", with(func(f *reportFile) { f.plain(2, "<</Type/Pages/Kids[]/Count 0>>") })},
		{"count of pages", "not sound", with(func(f *reportFile) {
			f.plain(2,
				"<</Type/Pages/Kids[4 0 R]/Count 2>>")
		})},
	} {
		t.Run(c.name, func(t *testing.T) {
			f, err := readReport(bytes.NewReader(c.data), int64(len(c.data)))
			if err == nil {
				err = touch(f)
			}
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("error %v, should speak of %q", err, c.want)
			}
		})
	}
	if err := touch(openFile(t, whole)); err != nil {
		t.Errorf("the sound file: %v", err)
	}
}

// touch reads the document and every object.
func touch(f *File) error {
	d, derr := f.Document()
	if err := f.Err(); err != nil {
		return err
	}
	if derr != nil {
		return derr
	}
	for n := range f.Size() {
		o, err := f.Object(n)
		if err != nil {
			return err
		}
		if _, ok := o.(types.StreamDict); ok {
			if _, err := f.HashContent([]int{n}); err != nil {
				return err
			}
		}
	}
	d.Outline()
	return f.Err()
}

// TestUpdatedFile: the newer section holds, and what it frees is gone.
func TestUpdatedFile(t *testing.T) {
	old := report(2, 1).bytes()
	prev := string(old[bytes.LastIndex(old, []byte("startxref"))+10 : len(old)-7])
	b := bytes.NewBuffer(old)
	at := b.Len()
	b.WriteString("4 0 obj\n<</Type/Page/MediaBox[0 0 7 7]/Contents 5 0 R>>\nendobj\n")
	table := b.Len()
	fmt.Fprintf(b, "xref\n0 1\n0000000000 65535 f \n4 1\n%010d 00000 n \n6 1\n0000000000 00001 f \ntrailer\n<</Size "+
		"9/Root 1 0 R/Prev %s>>\nstartxref\n%d\n%%%%EOF\n", at, prev, table)
	f := openFile(t, b.Bytes())
	d, err := f.Document()
	if err != nil || len(d.Pages()) != 2 || d.Pages()[0].MediaBox.X1 != 7 || d.Pages()[1].MediaBox.X1 != 595 {
		t.Fatalf("%v", err)
	}
	if o, err := f.Object(6); o != nil || err != nil {
		t.Errorf("the freed object is %v %v", o, err)
	}
}

// TestCache: more object streams than are kept are read, again and again, and no more are kept.
func TestCache(t *testing.T) {
	w := report(1, 1)
	const big = 40
	var numbers []int
	for i := range big {
		n := w.number()
		w.put(n, "(%d%s)", i, strings.Repeat("x", 1<<20))
		w.flush()
		numbers = append(numbers, n)
	}
	f := openFile(t, w.bytes())
	for range 2 {
		for i, n := range numbers {
			o, err := f.Object(n)
			if s, _ := StringBytes(o); err != nil || !strings.HasPrefix(string(s), fmt.Sprint(i, "x")[:1]) ||
				len(s) < 1<<20 {
				t.Fatalf("object %d: %v", n, err)
			}
			if f.held > cached || len(f.packed) > big-10 {
				t.Fatalf("%d bytes of %d streams are kept", f.held, len(f.packed))
			}
		}
	}
}

// TestDestinationReadsNoPage: where a link leads is known without reading the page, which may lie far away in the file.
func TestDestinationReadsNoPage(t *testing.T) {
	f := openFile(t, report(3, 1).bytes())
	doc, err := f.Document()
	if err != nil {
		t.Fatal(err)
	}
	last := len(doc.Pages()) - 1
	to := types.Array{*types.NewIndirectRef(doc.Pages()[last].Number, 0), types.Name("Fit")}
	for len(f.packed) > 0 {
		f.forgetOldest()
	}
	if page, _, ok := doc.Destination(to); page != last || !ok {
		t.Errorf("it leads to page %d, %v", page, ok)
	}
	if len(f.packed) > 0 {
		t.Error("the page was read")
	}
}

// FuzzFile: any bytes give an error or objects, soon, and never a panic.
func FuzzFile(f *testing.F) {
	f.Add(report(2, 2).bytes())
	f.Add([]byte("%PDF-1.4\n1 0 obj<<>>endobj\nxref\n0 2\n0000000000 65535 f \n0000000009 00000 n \ntrailer<</Size " +
		"2/Root 1 0 R>>\nstartxref\n28\n%%EOF"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if r, err := readReport(bytes.NewReader(data), int64(len(data))); err == nil {
			touch(r)
		}
	})
}

// BenchmarkFile reads a report of 3,000 pages and 102,000 objects from disk, every object of it.
func BenchmarkFile(b *testing.B) {
	path := filepath.Join(b.TempDir(), "report.pdf")
	if err := os.WriteFile(path, report(3000, 31).bytes(), 0o600); err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		f, err := OpenFile(nil, path)
		if err != nil {
			b.Fatal(err)
		}
		if pages, links := readPages(b, f); pages != 3000 || links != 93000 {
			b.Fatal(pages, links)
		}
		f.Close()
	}
}

// TestForget: what was forgotten is read anew, and is the same.
func TestForget(t *testing.T) {
	packed := newReportFile()
	for range 3 {
		packed.number()
	}
	packed.trailer = "/Root 1 0 R"
	packed.put(1, "<</Type/Catalog/Pages 2 0 R>>")
	packed.put(2, "<</Type/Pages/Kids[3 0 R]/Count 1>>")
	packed.put(3, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>")
	for _, data := range [][]byte{onePage().bytes(), packed.bytes()} {
		d := mustOpen(t, data)
		n := d.Pages()[0].Number
		before := d.Object(n)
		d.Forget(n)
		d.Forget(0)
		d.Forget(1 << 20)
		after := d.Object(n)
		if before == nil || !reflect.DeepEqual(before, after) {
			t.Errorf("%v, then %v", before, after)
		}
		if reflect.ValueOf(before).Pointer() == reflect.ValueOf(after).Pointer() {
			t.Error("it was kept")
		}
	}
}
