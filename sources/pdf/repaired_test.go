package pdf

import (
	"bytes"
	"context"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// TestRepairsAreNamed: whatever is mended is told by its cause, and nothing else is, whichever of the readers mended
// it.
func TestRepairsAreNamed(t *testing.T) {
	sound := string(onePage().bytes())
	content := func(object string) string {
		f := onePage()
		f.objects[3] = object
		return string(f.bytes())
	}
	const drawn = "q 1 0 0 1 0 0 cm Q"
	blank := func(word string) string { // gone, and everything else stands where it stood
		return strings.Replace(sound, word, strings.Repeat(" ", len(word)), 1)
	}
	afterwards := func(f func(*file)) string {
		p := onePage()
		f(p)
		return string(p.bytes())
	}
	twelve := afterwards(func(f *file) {
		for len(f.objects) < 12 {
			f.add("(another)")
		}
	})
	at := strings.Index(twelve, "\n12 0 obj") + 2
	second := regexp.MustCompile(`(?s)(xref\n0 13\n.{20}.{20}).{10}`)
	for _, c := range []struct {
		name, data string
		want       []string
	}{
		{"nothing", sound, nil},
		{"the offset of the table", strings.Replace(sound, "startxref\n", "startxref\n9", 1), []string{indexWrong}},
		{"the table", sound[:strings.LastIndex(sound, "xref\n0")], []string{indexWrong, catalogSearched}},
		{"an offset within a number", second.ReplaceAllString(twelve, "${1}"+offset(at)), []string{indexWrong}},
		{"a Length that is short", content("<</Length 5>>stream\n" + drawn + "\nendstream"), []string{lengthWrong}},
		{"a Length beyond the file, which pdfcpu mends", content("<</Length 99999>>stream\n" + drawn + "\nendstream"),
			[]string{lengthWrong}},
		{"no Length, which pdfcpu mends", content("<<>>stream\n" + drawn + "\nendstream"), []string{lengthWrong}},
		{"endstream", blank("endstream"), []string{endstreamMissing}},
		{"endobj", blank("endobj"), []string{endobjMissing}},
		{"bytes before the header", "HTTP/1.0 200 OK\r\n\r\n" + sound, []string{headerMoved}},
		{"the header", strings.Replace(sound, "%PDF-1.7\n", "%        ", 1), []string{headerMissing}},
		{"the version", strings.Replace(sound, "1.7", "9.7", 1), []string{versionUnknown}},
		{"bytes behind the end", sound + strings.Repeat("<!-- advertisement -->\n", 100), []string{tailLong}},
		{"a Count that is too small", strings.Replace(sound, "/Count 1", "/Count 0", 1), []string{treeWrong}},
		{"a number that belongs to nothing", afterwards(func(f *file) { f.add("<</A 5 0>>") }), []string{misspelled}},
		{"an object that does not parse", afterwards(func(f *file) { f.add("<</A (") }), []string{objectsLost}},
	} {
		d := mustOpen(t, []byte(c.data))
		if got := d.Repaired(); !slices.Equal(got, c.want) {
			t.Errorf("%s: mended %v, should be %v", c.name, got, c.want)
		}
		if b, err := d.PageContent(d.Pages()[0], 100); err != nil || !bytes.HasPrefix(b, []byte(drawn)) {
			t.Errorf("%s: content %q, %v", c.name, b, err)
		}
	}
}

// offset writes an offset as a table has it.
func offset(n int) string {
	b := []byte("0000000000")
	for i := len(b) - 1; n > 0; i, n = i-1, n/10 {
		b[i] += byte(n % 10)
	}
	return string(b)
}

// TestTableGoneAndMore: where there is no table, what the scan finds wrong besides is told too though pdfcpu's reading
// is taken.
func TestTableGoneAndMore(t *testing.T) {
	f := onePage()
	f.objects[3] = "<</Length 5>>stream\nq 1 0 0 1 0 0 cm Q\nendstream"
	data := strings.Replace(string(f.bytes()), "startxref\n", "startxref\n9", 1)
	if got := mustOpen(t, []byte(data)).Repaired(); !slices.Equal(got, []string{indexWrong, lengthWrong}) {
		t.Errorf("mended %v", got)
	}
}

// TestPackedSum: a byte of packed objects that is another makes other objects, which may all be sound: their checksum
// tells.
func TestPackedSum(t *testing.T) {
	data, err := os.ReadFile("testdata/objstm.pdf")
	if err != nil {
		t.Fatal(err)
	}
	at := bytes.Index(data, []byte("/ObjStm"))
	end := at + bytes.Index(data[at:], []byte("endstream"))
	for data[end-1] == '\n' || data[end-1] == '\r' {
		end--
	}
	data[end-1] ^= 1 // the last byte of Adler-32
	d, err := Open(context.Background(), data, Options{})
	if err != nil || !slices.Equal(d.Repaired(), []string{"packed"}) {
		t.Errorf("%v, mended %v", err, d.Repaired())
	}
}
