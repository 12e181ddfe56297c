package extract

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

	"rapporteur/sources/pdf"
)

// holding is a PDF that files these under keys, name and content in turn: key, name, content. What it says of their
// sizes and sums can be added.
func holding(params string, files ...[3]string) []byte {
	objects := []string{"<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles<</Names[",
		"<</Type/Pages/Kids[3 0 R]/Count 1>>",
		"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>"}
	for i, f := range files {
		n := 4 + 2*i
		objects[0] += fmt.Sprintf("<%x>%d 0 R ", f[0], n)
		objects = append(objects, fmt.Sprintf("<</UF<%x>/EF<</F %d 0 R>>>>", f[1], n+1),
			fmt.Sprintf("<</Length %d%s>>\nstream\n%s\nendstream", len(f[2]), params, f[2]))
	}
	objects[0] += "]>>>>>>"
	return written(objects...)
}

// written is a PDF of objects, the first of which is its catalog.
func written(objects ...string) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n")
	table := ""
	for i, o := range objects {
		table += fmt.Sprintf("%010d 00000 n \n", b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n%strailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n",
		len(objects)+1, table, len(objects)+1, b.Len())
	return b.Bytes()
}

// from writes a PDF and extracts from it into a folder, which it gives, with all that then stands in and beside it.
func from(t *testing.T, data []byte, ids ...string) (list []File, standing []string, err error) {
	t.Helper()
	around := t.TempDir()
	report := filepath.Join(t.TempDir(), "report.pdf")
	if err := os.WriteFile(report, data, 0o644); err != nil {
		t.Fatal(err)
	}
	list, err = Write(t.Context(), report, filepath.Join(around, "out"), ids, false)
	return list, within(t, around), err
}

func within(t *testing.T, dir string) (files []string) {
	t.Helper()
	err := filepath.WalkDir(dir, func(p string, e os.DirEntry, err error) error {
		if err == nil && !e.IsDir() {
			rel, _ := filepath.Rel(dir, p)
			files = append(files, filepath.ToSlash(rel))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	slices.Sort(files)
	return files
}

// TestNames: whatever a PDF calls a file and files it under, it comes to lie in the folder, under a name that every
// system can keep, and none takes the place of another.
func TestNames(t *testing.T) {
	for _, c := range []struct{ key, name, want string }{
		{"norway/a.pdf", "a.pdf", "norway/a.pdf"},
		{"../../etc/x", "../../passwd", "passwd"},
		{"/etc/passwd", "/etc/passwd", "passwd"},
		{"norway/x", `..\..\x.txt`, "norway/x.txt"},
		{"norway/x", `C:\x.txt`, "norway/x.txt"},
		{"norway/x", "C:x.txt", "norway/C_x.txt"},
		{"norway/x", "..", "norway/file"},
		{"norway/x", "", "norway/file"},
		{"norway/x", "con.txt", "norway/_con.txt"},
		{"norway/x", "NUL", "norway/_NUL"},
		{"norway/x", "com1 .tar.gz", "norway/_com1 .tar.gz"},
		{"aux/x", "x", "_aux/x"},
		{"norway/x", "a?b*c<d>e|f\"g.txt", "norway/a_b_c_d_e_f_g.txt"},
		{"norway/x", "a.txt. . ", "norway/a.txt"},
		{"norway/x", ".bashrc", "norway/_.bashrc"},
		{"norway/x", "-rf", "norway/_-rf"},
		{"norway/x", "a\x00b\nc.txt", "norway/abc.txt"},
		{"norway/x", "\xfe\xff\x20\x2e\x00f\x00d\x00p\x00.\x00e\x00x\x00e", "norway/fdp.exe"},
		{"norway/x", "\xfe\xff\x03\xc0\x00.\x00p", "norway/π.p"},
		{"norway/x", strings.Repeat("n", 400) + ".csv", "norway/" + strings.Repeat("n", 196) + ".csv"},
		{"no id/x", "x", "x"},
	} {
		list, standing, err := from(t, holding("", [3]string{c.key, c.name, "data"}))
		if err != nil || len(list) != 1 || list[0].Path != c.want ||
			!slices.Equal(standing, []string{"out/" + c.want}) {
			t.Errorf("%q filed under %q: %+v, standing %q, %v", c.name, c.key, list, standing, err)
		}
	}
	list, standing, err := from(t, holding("", [3]string{"s1/1", "a.txt", "one"}, [3]string{"s1/2", "A.TXT", "two"},
		[3]string{"s1/3", "a.txt", "three"}, [3]string{"s2/1", "a.txt", "four"},
		[3]string{"s1/4", "a (2).txt", "five"}))
	if err != nil || len(list) != 5 || len(standing) != 5 {
		t.Errorf("names that meet: %+v %q %v", list, standing, err)
	}
}

// TestNothingIsReplaced: where one of the files stands there already, none is written, unless that is asked for; and a
// folder, or a link that leads out, is never replaced.
func TestNothingIsReplaced(t *testing.T) {
	report, out := filepath.Join(t.TempDir(), "report.pdf"), t.TempDir()
	data := holding("", [3]string{"s1/a", "a.txt", "new a"}, [3]string{"s1/b", "b.txt", "new b"})
	secret := filepath.Join(t.TempDir(), "secret")
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	must(os.WriteFile(report, data, 0o644))
	must(os.WriteFile(secret, []byte("secret"), 0o644))
	must(os.Mkdir(filepath.Join(out, "s1"), 0o755))
	must(os.WriteFile(filepath.Join(out, "s1", "b.txt"), []byte("old b"), 0o644))
	var exists *ExistsError
	_, err := Write(t.Context(), report, out, nil, false)
	if !errors.As(err, &exists) || exists.Path != "s1/b.txt" || !slices.Equal(within(t, out), []string{"s1/b.txt"}) {
		t.Errorf("%v %q", err, within(t, out))
	}
	if list, err := Write(t.Context(), report, out, nil, true); err != nil || len(list) != 2 {
		t.Errorf("%+v %v", list, err)
	}
	if b, _ := os.ReadFile(filepath.Join(out, "s1", "b.txt")); string(b) != "new b" {
		t.Errorf("%q", b)
	}
	must(os.Remove(filepath.Join(out, "s1", "b.txt")))
	if os.Symlink(secret, filepath.Join(out, "s1", "b.txt")) == nil {
		if _, err := Write(t.Context(), report, out, nil, true); !errors.As(err, &exists) {
			t.Errorf("a link: %v", err)
		}
		must(os.RemoveAll(filepath.Join(out, "s1")))
		must(os.Symlink(filepath.Dir(secret), filepath.Join(out, "s1")))
		if _, err := Write(t.Context(), report, out, nil, true); err == nil ||
			!slices.Equal(within(t, filepath.Dir(secret)), []string{"secret"}) {
			t.Errorf("a folder that is a link: %v", err)
		}
	}
	if b, _ := os.ReadFile(secret); string(b) != "secret" {
		t.Error("a file outside was replaced")
	}
}

// TestDamagedFiles: a file that is not as the report says is not written.
func TestDamagedFiles(t *testing.T) {
	for what, params := range map[string]string{"size": "/Params<</Size 5>>",
		"sum":  "/Params<</CheckSum(0123456789abcdef)>>",
		"data": "/Filter/FlateDecode"} {
		if _, standing, err := from(t, holding(params, [3]string{"s1/a", "a.txt", "data"})); !errors.Is(err,
			ErrDamaged) || len(standing) > 0 {
			t.Errorf("%s: %v, standing %q", what, err, standing)
		}
	}
	var unreadable *UnreadableError
	if _, standing, err := from(t, []byte("no PDF")); !errors.As(err, &unreadable) || len(standing) > 0 {
		t.Errorf("%v %q", err, standing)
	}
}

// TestItems: items are chosen by their ids, and one that has no files is told with those that have.
func TestItems(t *testing.T) {
	data := holding("", [3]string{"s1/a", "a.txt", "a"}, [3]string{"s2/a", "a.txt", "b"},
		[3]string{"s2/b", "b.txt", "c"})
	if list, _, err := from(t, data, "S2"); err != nil || len(list) != 2 || list[0].Item != "s2" {
		t.Errorf("%+v %v", list, err)
	}
	var unknown *UnknownError
	if _, standing, err := from(t, data, "s1", "s3"); !errors.As(err, &unknown) || unknown.ID != "s3" ||
		!slices.Equal(unknown.Known, []string{"s1", "s2"}) || len(standing) > 0 {
		t.Errorf("%v %q", err, standing)
	}
	if list, _, err := from(t, data, "s1", "s1"); err != nil || len(list) != 1 {
		t.Errorf("an id that is named twice: %+v %v", list, err)
	}
	done, cancel := context.WithCancel(t.Context())
	cancel()
	report := filepath.Join(t.TempDir(), "report.pdf")
	if err := os.WriteFile(report, data, 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := Write(done, report, t.TempDir(), nil, false); !errors.Is(err, context.Canceled) {
		t.Errorf("when it is interrupted: %v", err)
	}
}

// FuzzPlaced: whatever names files have, each has a place of its own in its item's folder, and leads nowhere else.
func FuzzPlaced(f *testing.F) {
	f.Add("a.txt", "A.TXT")
	f.Add(`..\..\con`, "../../x")
	f.Add("\xff\xfe", " . ")
	f.Fuzz(func(t *testing.T, one, two string) {
		paths := placed([]embedded{{pdf.Embedded{Name: one}, "s1"}, {pdf.Embedded{Name: two}, "s1"},
			{pdf.Embedded{Name: two}, ""}})
		seen := map[string]bool{}
		for _, p := range paths {
			name := strings.TrimPrefix(p, "s1/")
			if !filepath.IsLocal(p) || name == "" || strings.ContainsAny(name, "/\\:\x00") || len(name) > 255 ||
				device.MatchString(name) ||
				strings.HasSuffix(name, ".") || name[0] == '.' || seen[strings.ToLower(p)] {
				t.Errorf("%q and %q: %q", one, two, paths)
			}
			seen[strings.ToLower(p)] = true
		}
	})
}

// TestMarkedFiles: a file that a mark on a page has belongs to the original whose pages those are, and is given once
// though two marks have it.
func TestMarkedFiles(t *testing.T) {
	page := func(marks string) string {
		return "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Annots[" + marks + "]>>"
	}
	file := func(name string, n int) string {
		return fmt.Sprintf("<</Subtype/FileAttachment/Rect[0 0 9 9]/FS<</UF(%s)/EF<</F %d 0 R>>>>>>", name, n)
	}
	stream := func(data string) string {
		return fmt.Sprintf("<</Length %d>>\nstream\n%s\nendstream", len(data), data)
	}
	data := written("<</Type/Catalog/Pages 2 0 R/Names<</Dests<</Names[(norway)[5 0 R/Fit]"+
		"(original:kenya:1)[6 0 R/Fit]"+
		"(original:norway:1)[4 0 R/Fit](original:x)[7 0 R/Fit]]>>>>>>",
		"<</Type/Pages/Kids[3 0 R 4 0 R 5 0 R 6 0 R 7 0 R]/Count 5>>",
		page(file("before.txt", 8)), page(file("first.txt", 9)), page(file("second.txt", 10)+file("first.txt", 9)),
		page(file("third.txt", 11)+"<</Subtype/Link/FS<</UF(no.txt)/EF<</F 8 0 R>>>>>>"), page(file("third.txt", 8)),
		stream("zero"), stream("one"), stream("two"), stream("three"))
	list, standing, err := from(t, data)
	want := []string{"out/before.txt", "out/kenya/third (2).txt", "out/kenya/third.txt", "out/norway/first.txt",
		"out/norway/second.txt"}
	if err != nil || !slices.Equal(standing, want) || list[1].Item != "norway" || list[1].Bytes != 3 {
		t.Errorf("%v: %+v, standing %q", err, list, standing)
	}
}

// TestLongNames: a name that is too long loses its middle and keeps its ending, unless that is long itself.
func TestLongNames(t *testing.T) {
	long := strings.Repeat("n", maxName)
	ends := func(n int) string { return strings.Repeat("e", n) }
	for name, want := range map[string]string{
		long:                               long,
		long + "x":                         long,
		long[4:] + ".csv":                  long[4:] + ".csv",
		long[3:] + ".csv":                  long[4:] + ".csv",
		long + "." + ends(19):              long[20:] + "." + ends(19),
		long + "." + ends(20):              long,
		"n" + strings.Repeat("é", maxName): "n" + strings.Repeat("é", maxName/2-1),
	} {
		if got := safe(name); got != want {
			t.Errorf("%q becomes %q, want %q", name, got, want)
		}
	}
}
