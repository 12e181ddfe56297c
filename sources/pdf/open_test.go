package pdf

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

func TestOpenSound(t *testing.T) {
	d := mustOpen(t, onePage().bytes())
	if len(d.Repaired()) != 0 {
		t.Errorf("a sound file was mended: %v", d.Repaired())
	}
	p := d.Pages()[0]
	if p.Number != 3 || p.MediaBox != (Rect{0, 0, 200, 300}) || p.Dict["Parent"] != nil {
		t.Errorf("page %+v", p)
	}
	c := d.Contents(p)
	if len(c) != 1 || string(c[0].Raw) != "q 1 0 0 1 0 0 cm Q" {
		t.Fatalf("contents %v", c)
	}
	if at := bytes.Index(d.data, []byte("q 1 0 0 1")); &d.data[at] != &c[0].Raw[0] {
		t.Error("the stream is a copy, not a slice of the file")
	}
	// printf '\0\0\0\0\0\0\0\022q 1 0 0 1 0 0 cm Q' | sha256sum
	const want = "2f9ec096cfedb71cd29c14d69a2d8a1b7eda7ba2189082402c7acac369080616"
	if got := d.ContentHash(p); got != want {
		t.Errorf("hash %q, should be %q", got, want)
	}
}

// TestFaults plants each kind of fault.
func TestFaults(t *testing.T) {
	sound := onePage().bytes()
	noPages := &file{objects: []string{"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[]/Count 0>>"}}
	lost := &file{objects: []string{"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[9 0 R]/Count 1>>"}}
	treeless := &file{objects: []string{"<</Type/Catalog>>"}}
	unknown := onePage()
	unknown.add("<</Filter/Acme.Locks/V 1/R 2>>")
	unknown.trailer = "/Encrypt 5 0 R/ID[<00><00>]"
	many := &file{objects: []string{"<</Type/Catalog/Pages 2 0 R>>",
		fmt.Sprintf("<</Type/Pages/Kids[%s]/Count 60000>>", strings.Repeat("3 0 R ", 60000)),
		"<</Type/Page/MediaBox[0 0 1 1]>>"}}
	shared := onePage()
	shared.objects[1] = "<</Type/Pages/Kids[" + strings.Repeat("3 0 R ", 40000) + "]/Count 40000>>"
	shared.objects[2] = "<</Type/Page/Contents[" + strings.Repeat("4 0 R ", 100) + "]>>"
	for _, c := range []struct {
		name string
		data []byte
		want Kind
	}{
		{"empty", nil, NotPDF},
		{"a picture", []byte("\x89PNG\r\n\x1a\n0000"), NotPDF},
		{"a web page", []byte("<!DOCTYPE html><title>404</title>"), NotPDF},
		{"only a header", []byte("%PDF-1.4\n"), Damaged},
		{"cut before its tree", sound[:60], Damaged},
		{"no tree", treeless.bytes(), Damaged},
		{"a tree without its pages", lost.bytes(), Damaged},
		{"no pages", noPages.bytes(), NoPages},
		{"another handler", unknown.bytes(), Unsupported},
		{"too many pages", many.bytes(), TooLarge},
		{"one stream on every page", shared.bytes(), TooLarge},
	} {
		t.Run(c.name, func(t *testing.T) { wantKind(t, c.data, c.want) })
	}
}

func TestDeadlineAndCancel(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Open(ctx, onePage().bytes(), Options{}); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
	ctx, cancel = context.WithDeadline(context.Background(), time.Unix(0, 0))
	defer cancel()
	_, err := Open(ctx, onePage().bytes(), Options{})
	var f *Fault
	if !errors.As(err, &f) || f.Kind != TooLarge || !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("out of time: %v", err)
	}
}

// TestMended spoils a sound file in the ways that are met, and wants the page and the word.
func TestMended(t *testing.T) {
	sound := string(onePage().bytes())
	indirect := onePage()
	indirect.objects[3] = "<</Filter 5 0 R/DecodeParms 6 0 R/Length 7 0 R>>stream\n71>\nendstream"
	indirect.add("[/ASCIIHexDecode]")
	indirect.add("[null]")
	indirect.add("3")
	wrong := onePage()
	wrong.objects[3] = "<</Length 5>>stream\nq 1 0 0 1 0 0 cm Q\nendstream"
	huge := onePage()
	huge.objects[3] = "<</Length 999999999>>stream\nq 1 0 0 1 0 0 cm Q\nendstream"
	missing := onePage()
	missing.objects[3] = "<<>>stream\nq 1 0 0 1 0 0 cm Q\nendstream"
	count := onePage()
	count.objects[1] = "<</Type/Pages/Kids[3 0 R]/Count 1000000000>>"
	at := strings.LastIndex(sound, "startxref")
	for _, c := range []struct {
		name, data, word string
		content          string
	}{
		{"version that never was", strings.Replace(sound, "1.7", "1.8", 1), "version", ""},
		{"no version", strings.Replace(sound, "%PDF-1.7", "%PDF-abc", 1), "version", ""},
		{"no header", strings.Replace(sound, "%PDF-1.7\n", "", 1), "header-missing", ""},
		{"bytes before the header", "\r\n\r\n" + sound, "header", ""},
		{"table elsewhere", sound[:at] + "startxref\n7\n%%EOF\n", "index", ""},
		{"table gone", sound[:strings.LastIndex(sound, "xref\n0")], "index", ""},
		{"table off by some bytes", strings.Replace(sound, "1 0 obj", "      1 0 obj", 1), "index", ""},
		{"wrong length", string(wrong.bytes()), "stream-length", ""},
		{"length beyond the end", string(huge.bytes()), "stream-length", ""},
		{"no length", string(missing.bytes()), "stream-length", ""},
		{"indirect filter, parameters and length", string(indirect.bytes()), "", "71>"},
		{"count that lies", string(count.bytes()), "page-tree", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := mustOpen(t, []byte(c.data))
			if len(d.Pages()) != 1 {
				t.Fatalf("%d pages", len(d.Pages()))
			}
			want := c.content
			if want == "" {
				want = "q 1 0 0 1 0 0 cm Q"
			}
			if got := d.Contents(d.Pages()[0]); len(got) != 1 || string(got[0].Raw) != want {
				t.Errorf("contents %q", got[0].Raw)
			}
			if c.word != "" && !slices.Contains(d.Repaired(), c.word) {
				t.Errorf("mended %v, should hold %q", d.Repaired(), c.word)
			}
		})
	}
	t.Run("indirect filter decodes", func(t *testing.T) {
		d := mustOpen(t, indirect.bytes())
		if b, err := d.Decode(d.Contents(d.Pages()[0])[0], 100); err != nil || string(b) != "q" {
			t.Errorf("%q %v", b, err)
		}
	})
}

// TestManyStrings: an object of a million strings is read as soon as any other.
func TestManyStrings(t *testing.T) {
	f := onePage()
	f.add("[%s]", strings.Repeat("(a)", 1_000_000))
	start := time.Now()
	d := mustOpen(t, f.bytes())
	if n := len(d.Array(d.Object(5))); n != 1_000_000 {
		t.Errorf("%d strings", n)
	}
	if took := time.Since(start); took > 5*time.Second {
		t.Errorf("took %v", took)
	}
}

// TestScanFindsTheSame reads sound files both ways.
func TestScanFindsTheSame(t *testing.T) {
	for _, name := range []string{"plain", "objstm", "aes-256-objstm", "rc4-40-empty", "aes-128-cleartext-metadata"} {
		data := fixture(t, name)
		a := mustOpen(t, data)
		if len(a.Repaired()) != 0 {
			t.Errorf("%s: mended %v", name, a.Repaired())
		}
		b, err := scan(context.Background(), data, []string{""})
		if err != nil {
			t.Fatal(name, err)
		}
		b.findNames()
		if ok, err := b.walk(); !ok || err != nil {
			t.Fatal(name, ok, err)
		}
		for i, p := range a.Pages() {
			if a.ContentHash(p) != b.ContentHash(b.Pages()[i]) {
				t.Errorf("%s: page %d differs", name, i)
			}
		}
		if ta, tb := a.Facts().Title, b.Facts().Title; ta != "Statement" || tb != ta {
			t.Errorf("%s: titles %q and %q", name, ta, tb)
		}
	}
}

// TestUpdates: of two objects with the same number the later holds, in an object stream too.
func TestUpdates(t *testing.T) {
	f := onePage()
	f.stream("/Type/ObjStm/N 1/First 4", "3 0 <</Type/Page/Parent 2 0 R/MediaBox[0 0 50 60]/Contents 4 0 R>>")
	data := f.bytes()
	data = data[:bytes.LastIndex(data, []byte("xref\n0"))]
	if p := mustOpen(t, data).Pages()[0]; p.MediaBox.X1 != 50 {
		t.Errorf("the older page stands: %v", p.MediaBox)
	}
}

// TestFileInFile: a PDF that lies unpacked in a stream is not taken apart.
func TestFileInFile(t *testing.T) {
	inner := strings.ReplaceAll(string(onePage().bytes()), "200 300", "11 11")
	f := onePage()
	f.stream("/Type/EmbeddedFile", inner)
	data := f.bytes()
	data = data[:bytes.LastIndex(data, []byte("xref\n0"))]
	d := mustOpen(t, data)
	if w := d.Pages()[0].MediaBox.X1; w != 200 {
		t.Errorf("width %v: the inner file's page was taken", w)
	}
}

// TestNothingWritten: opening looks for no configuration and leaves nothing in the user's folders.
func TestNothingWritten(t *testing.T) {
	home := t.TempDir()
	for _, k := range []string{"HOME", "XDG_CONFIG_HOME", "AppData"} {
		t.Setenv(k, home)
	}
	mustOpen(t, onePage().bytes())
	left, err := os.ReadDir(home)
	if err != nil || len(left) > 0 {
		t.Errorf("left behind: %v %v", left, err)
	}
}

func fixture(t testing.TB, name string) []byte {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("testdata", name+".pdf"))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func BenchmarkOpen(b *testing.B) {
	data := fixture(b, "objstm")
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Open(context.Background(), data, Options{}); err != nil {
			b.Fatal(err)
		}
	}
}

// TestTogether: files are opened and read side by side, one Document by several readers.
func TestTogether(t *testing.T) {
	data := fixture(t, "aes-256-objstm")
	shared := mustOpen(t, data)
	want := shared.ContentHash(shared.Pages()[0])
	done := make(chan string)
	for range 4 {
		go func() {
			d, err := Open(context.Background(), data, Options{})
			if err != nil {
				done <- err.Error()
				return
			}
			shared.Facts()
			shared.Outline()
			done <- d.ContentHash(d.Pages()[0])
		}()
	}
	for range 4 {
		if got := <-done; got != want {
			t.Error(got)
		}
	}
}
