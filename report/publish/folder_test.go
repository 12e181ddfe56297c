package publish

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// report is what most builds make.
var report = []string{"report.pdf", "report.json"}

// rules are those of a build whose sums name a report and its ledger.
func rules(sources ...string) Rules {
	return Rules{Sources: sources, Ours: func(names []string) bool {
		return slices.Contains(names, "report.pdf") && slices.Contains(names, "report.json")
	}}
}

// folderOf gives the files below a folder and what stands in them; folders have a slash at their end.
func folderOf(t *testing.T, dir string) map[string]string {
	t.Helper()
	found := map[string]string{}
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || name == "." {
			return err
		}
		if e.IsDir() {
			found[name+"/"] = ""
			return nil
		}
		data, err := os.ReadFile(filepath.Join(dir, name))
		found[name] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

func put(t *testing.T, dir string, files map[string]string) {
	t.Helper()
	for name, text := range files {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

func mustOpen(t *testing.T, dir string, names []string, r Rules) *Folder {
	t.Helper()
	f, err := Open(context.Background(), dir, names, r)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// write makes all artifacts of a folder, each of the word and its own name, and publishes them.
func write(f *Folder, names []string, word string) error {
	for _, name := range names {
		text := word + " " + name
		d, err := f.Create(name)
		if err != nil {
			return err
		}
		if _, err := d.Write([]byte(text)); err != nil {
			return err
		}
		if err := d.Finish(SumOf([]byte(text))); err != nil {
			return err
		}
	}
	return f.Publish()
}

// built is what a folder holds after write, folders left out.
func built(names []string, word string) map[string]string {
	files, sums := map[string]string{}, ""
	for _, name := range names {
		files[name] = word + " " + name
		sums += Sum{name, SumOf([]byte(files[name]))}.line()
	}
	files[Sums] = sums
	return files
}

// filesOf is contents without the folders.
func filesOf(t *testing.T, dir string) map[string]string {
	found := contents(t, dir)
	maps.DeleteFunc(found, func(name, _ string) bool { return strings.HasSuffix(name, "/") })
	return found
}

func publishInto(t *testing.T, dir string, names []string, word string, sources ...string) error {
	t.Helper()
	f := mustOpen(t, dir, names, rules(sources...))
	defer f.Close()
	return write(f, names, word)
}

// TestAllFilesOrNone: where one of the files cannot be replaced, those before it are as they were.
func TestAllFilesOrNone(t *testing.T) {
	for _, blocked := range append(slices.Clone(report), Sums) {
		for _, old := range []map[string]string{{}, {"report.pdf": "old", "report.json": "old", Sums: "old"}} {
			dir := t.TempDir()
			put(t, dir, old)
			os.Remove(filepath.Join(dir, blocked))
			if err := os.MkdirAll(filepath.Join(dir, blocked, "full"), 0o777); err != nil {
				t.Fatal(err)
			}
			before := folderOf(t, dir)
			err := publishInto(t, dir, report, "new")
			var busy *BusyError
			if !errors.As(err, &busy) || !errors.Is(err, ErrFolder) || busy.File != filepath.Join(dir, blocked) {
				t.Errorf("%s is a folder, and Publish says %v", blocked, err)
			}
			if after := folderOf(t, dir); !maps.Equal(before, after) {
				t.Errorf("%s is a folder: before %v, after %v", blocked, before, after)
			}
		}
	}
}

// TestFileInPlaceOfFolder: a file that has the name of a sub-folder is told as that, and stays.
func TestFileInPlaceOfFolder(t *testing.T) {
	dir := t.TempDir()
	put(t, dir, map[string]string{"statements": "notes"})
	err := publishInto(t, dir, many, "new")
	var busy *BusyError
	if !errors.As(err, &busy) || !errors.Is(err, ErrFile) || busy.File != filepath.Join(dir, "statements") {
		t.Errorf("Publish says %v", err)
	}
	if after := folderOf(t, dir); len(after) != 1 || after["statements"] != "notes" {
		t.Errorf("left are %v", after)
	}
}

// TestOneBuildAFolder: the second is refused while the first is at work, and disturbs nothing of it; when the first
// has ended, the folder is free.
func TestOneBuildAFolder(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "a", "b")
	first := mustOpen(t, dir, report, rules())
	d, err := first.Create("report.pdf")
	if err != nil {
		t.Fatal(err)
	}
	var locked *LockedError
	if _, err := Open(context.Background(), dir, report, rules()); !errors.As(err, &locked) {
		t.Errorf("the second build is answered %v", err)
	}
	if _, err := d.Write([]byte("words")); err != nil {
		t.Fatal(err)
	}
	if err := d.Finish("sum"); err != nil {
		t.Error("the second build disturbed the first:", err)
	}
	first.Close()
	if _, err := os.Stat(filepath.Dir(dir)); !errors.Is(err, fs.ErrNotExist) {
		t.Error("folders made by a build that failed are left")
	}
	second, err := Open(context.Background(), dir, report, rules())
	if err != nil {
		t.Fatal("the folder is not free again:", err)
	}
	second.Close()
}

// TestOthersFilesStay: nothing is removed but what an earlier build made and nobody changed since.
func TestOthersFilesStay(t *testing.T) {
	dir := t.TempDir()
	if err := publishInto(t, dir, report, "one"); err != nil {
		t.Fatal(err)
	}
	sums := folderOf(t, dir)[Sums]
	listed := map[string]string{
		"report.fr.pdf": "made", "statements/a.pdf": "made", "statements/deep/b.pdf": "made", "other/c.pdf": "made",
		"html":        "made",
		"changed.pdf": "made", "source.pdf": "handed in", "linked.pdf": "linked", "../outside.pdf": "made",
	}
	put(t, dir, listed)
	for name, text := range listed {
		sums += Sum{name, SumOf([]byte(text))}.line()
	}
	put(t, dir, map[string]string{Sums: sums, "changed.pdf": "changed", "other.txt": "unlisted",
		"other/d.txt": "unlisted", "elsewhere": "linked"})
	want := []string{Sums, "changed.pdf", "elsewhere", "other.txt", "other/", "other/d.txt",
		"report.json", "report.pdf", "source.pdf"}
	os.Remove(filepath.Join(dir, "linked.pdf"))
	if os.Symlink("elsewhere", filepath.Join(dir, "linked.pdf")) == nil {
		want = append(want, "linked.pdf")
	}
	if err := publishInto(t, dir, report, "two", filepath.Join(dir, "source.pdf")); err != nil {
		t.Fatal(err)
	}
	slices.Sort(want)
	if got := slices.Sorted(maps.Keys(folderOf(t, dir))); !slices.Equal(got, want) {
		t.Errorf("left are %v, want %v", got, want)
	}
	if _, err := os.Stat(filepath.Join(dir, "..", "outside.pdf")); err != nil {
		t.Error("a file outside the folder was removed because the sums named it")
	}
	// A list of sums that someone made of the originals is no earlier build's.
	foreign := t.TempDir()
	put(t, foreign, map[string]string{"norway.pdf": "n", Sums: Sum{"norway.pdf", SumOf([]byte("n"))}.line()})
	if err := publishInto(t, foreign, report, "one"); err != nil {
		t.Fatal(err)
	}
	if folderOf(t, foreign)["norway.pdf"] != "n" {
		t.Error("an original was removed because a list of sums named it")
	}
}

// TestSubFoldersStayInside: a sub-folder that is a symbolic link out of the folder is not written through, nor is
// anything removed through it.
func TestSubFoldersStayInside(t *testing.T) {
	dir, outside := t.TempDir(), t.TempDir()
	put(t, outside, map[string]string{"a.pdf": "theirs"})
	if err := os.Symlink(outside, filepath.Join(dir, "statements")); err != nil {
		t.Skip("this system makes no symbolic links:", err)
	}
	if err := publishInto(t, dir, many, "new"); err == nil {
		t.Error("published through a link")
	}
	put(t, dir, map[string]string{Sums: Sum{"report.pdf", ""}.line() + Sum{"report.json", ""}.line() +
		Sum{"statements/a.pdf", SumOf([]byte("theirs"))}.line()})
	if err := publishInto(t, dir, report, "new"); err != nil {
		t.Error(err)
	}
	if got := folderOf(t, outside); len(got) != 1 || got["a.pdf"] != "theirs" {
		t.Errorf("the folder outside holds %v", got)
	}
}

// TestNames: only names that every file system can keep, and tells apart, are on a list.
func TestNames(t *testing.T) {
	long := strings.Repeat("a", maxName-4)
	for _, good := range [][]string{
		{}, many, {"statements/opening-norway.fr.pdf", "html/fr/index.html", "a/b/c/d.pdf", "a/b/c.pdf"},
		{long + ".pdf"}, {"console.pdf", "a/com10.pdf"},
	} {
		if err := checkNames(good); err != nil {
			t.Errorf("%v: %v", good, err)
		}
	}
	for _, bad := range [][]string{
		{""}, {"."}, {".."}, {"../a"}, {"a/../b"}, {"/a"}, {"a/"}, {"a//b"}, {"./a"}, {`a\b`}, {"c:a"}, {"a b"},
		{"é.pdf"}, {"a\n"}, {"-a"}, {".a"}, {"a+b"}, {"a~"},
		{"a."}, {"a./b"}, {"con"}, {"statements/CON.fr.pdf"}, {"nul/a"}, {"lpt1.pdf"}, {"a" + suffix}, {long + ".pdfs"},
		{"a", "a"}, {"a.pdf", "A.PDF"}, {"a", "a/b"}, {"a/b", "A"}, {Sums},
		{"sha256sums"}, {"SHA256SUMS/a"}, {"sha256sums/a"},
	} {
		if err := checkNames(bad); err == nil {
			t.Errorf("%q passed", bad)
		}
		if f, err := Open(t.Context(), t.TempDir(), bad, rules()); err == nil {
			t.Errorf("a folder was opened for %q", bad)
			f.Close()
		}
	}
}

// TestListIsKept: what is not on the list is not made, what is on it is made once, and nothing is published before
// all of it is finished.
func TestListIsKept(t *testing.T) {
	dir := t.TempDir()
	f := mustOpen(t, dir, report, rules())
	if _, err := f.Create("other.pdf"); err == nil {
		t.Error("an artifact that is not on the list was made")
	}
	if err := f.Put("report.json", []byte("{}")); err != nil {
		t.Fatal(err)
	}
	if err := f.Put("report.json", []byte("{}")); err == nil {
		t.Error("an artifact was made twice")
	}
	if err := f.Publish(); err == nil {
		t.Error("published without the report")
	}
	f.Close()
	if left := folderOf(t, dir); len(left) > 0 {
		t.Errorf("left are %v", left)
	}
}

// TestSums: the sums name all artifacts in the order of the list, whatever the order in which they were made, and
// read back.
func TestSums(t *testing.T) {
	dir := t.TempDir()
	f := mustOpen(t, dir, many, rules())
	for _, name := range slices.Backward(many) {
		if err := f.Put(name, []byte("new "+name)); err != nil {
			t.Fatal(err)
		}
	}
	if err := f.Publish(); err != nil {
		t.Fatal(err)
	}
	f.Close()
	if got, want := filesOf(t, dir), built(many, "new"); !maps.Equal(got, want) {
		t.Errorf("the folder holds %v, want %v", got, want)
	}
	var names []string
	list := built(many, "new")[Sums]
	for _, s := range ParseSums(list + "0  ../x\n1  a b\n2 one-space\n3  /etc/passwd\n4  a\\b\n\n") {
		names = append(names, s.Name)
		if s.SHA256 != SumOf([]byte("new "+s.Name)) {
			t.Errorf("%s has the sum %s", s.Name, s.SHA256)
		}
	}
	if fmt.Sprint(names) != fmt.Sprint(many) {
		t.Errorf("read back are %v", names)
	}
}

// TestContextClosesFolder: a folder whose context is done is empty and free at once, whatever its build is doing, and
// takes nothing more.
func TestContextClosesFolder(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "out")
	ctx, cancel := context.WithCancel(context.Background())
	f, err := Open(ctx, dir, report, rules())
	if err != nil {
		t.Fatal(err)
	}
	d, err := f.Create("report.pdf")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := d.Write([]byte("half of it")); err != nil {
		t.Fatal(err)
	}
	cancel()
	deadline := time.Now().Add(10 * time.Second)
	for {
		if _, err := os.Lstat(dir); errors.Is(err, fs.ErrNotExist) {
			break
		}
		if time.Now().After(deadline) {
			t.Fatal("the folder and what was begun in it are still there")
		}
		time.Sleep(time.Millisecond)
	}
	if _, err := d.Write([]byte("more")); !errors.Is(err, context.Canceled) {
		t.Errorf("writing: %v", err)
	}
	if err := d.Finish(""); !errors.Is(err, context.Canceled) {
		t.Errorf("finishing: %v", err)
	}
	if err := f.Put("report.json", nil); !errors.Is(err, context.Canceled) {
		t.Errorf("putting: %v", err)
	}
	if err := f.Publish(); !errors.Is(err, context.Canceled) {
		t.Errorf("publishing: %v", err)
	}
	f.Close()
	if _, err := os.Lstat(dir); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("something was made afterwards: %v", err)
	}
}
