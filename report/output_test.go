package report

import (
	"context"
	"errors"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"rapporteur/report/ledger"
)

// folderOf gives the files of a folder and what stands in them; folders in it have a slash.
func folderOf(t *testing.T, dir string) map[string]string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]string{}
	for _, e := range entries {
		if e.IsDir() {
			found[e.Name()+"/"] = ""
			continue
		}
		data, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		found[e.Name()] = string(data)
	}
	return found
}

func put(t *testing.T, dir string, files map[string]string) {
	t.Helper()
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

// publishInto puts a report of one word into a folder, as Build does.
func publishInto(t *testing.T, dir, word string, sources ...string) error {
	t.Helper()
	out, err := openOutput(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer out.discard()
	f, err := out.create(reportFile)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.WriteString(word); err != nil {
		t.Fatal(err)
	}
	if err := out.finish(reportFile); err != nil {
		t.Fatal(err)
	}
	return out.publish(&ledger.Ledger{SHA256: sum([]byte(word))}, sources)
}

// TestAllFilesOrNone: where one of the files cannot be replaced, those before it are as they were.
func TestAllFilesOrNone(t *testing.T) {
	for _, blocked := range []string{reportFile, ledgerFile, sumsFile} {
		for _, old := range []map[string]string{{}, {reportFile: "old", ledgerFile: "old", sumsFile: "old"}} {
			dir := t.TempDir()
			put(t, dir, old)
			os.Remove(filepath.Join(dir, blocked))
			if err := os.MkdirAll(filepath.Join(dir, blocked, "full"), 0o777); err != nil {
				t.Fatal(err)
			}
			before := folderOf(t, dir)
			err := publishInto(t, dir, "new")
			var busy *BusyError
			if !errors.As(err, &busy) || busy.File != filepath.Join(dir, blocked) {
				t.Errorf("%s is a folder, and publish says %v", blocked, err)
			}
			if after := folderOf(t, dir); !maps.Equal(before, after) {
				t.Errorf("%s is a folder: before %v, after %v", blocked, before, after)
			}
		}
	}
}

// TestPutBack: a rename that fails after others went well leaves none of them done. The file vanishes here, as no folder would let keep pass.
func TestPutBack(t *testing.T) {
	for _, old := range []map[string]string{{}, {reportFile: "old", ledgerFile: "old", sumsFile: "old"}} {
		dir := t.TempDir()
		put(t, dir, old)
		out, err := openOutput(dir)
		if err != nil {
			t.Fatal(err)
		}
		out.names = []string{reportFile, ledgerFile, sumsFile}
		put(t, dir, map[string]string{reportFile + suffix: "new", ledgerFile + suffix: "new"})
		if err := out.replace(); err == nil {
			t.Error("a file that is not there was put in place")
		}
		out.discard()
		if after := folderOf(t, dir); !maps.Equal(old, after) {
			t.Errorf("before %v, after %v", old, after)
		}
	}
}

// TestOneBuildAFolder: the second is refused while the first is at work, and disturbs nothing of it; when the first has ended, the folder is free.
func TestOneBuildAFolder(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "a", "b")
	first, err := openOutput(dir)
	if err != nil {
		t.Fatal(err)
	}
	f, err := first.create(reportFile)
	if err != nil {
		t.Fatal(err)
	}
	var locked *LockedError
	if _, err := openOutput(dir); !errors.As(err, &locked) {
		t.Errorf("the second build is answered %v", err)
	}
	if _, err := f.WriteString("words"); err != nil {
		t.Fatal(err)
	}
	if err := first.finish(reportFile); err != nil {
		t.Error("the second build disturbed the first:", err)
	}
	first.discard()
	if _, err := os.Stat(filepath.Dir(dir)); !errors.Is(err, os.ErrNotExist) {
		t.Error("folders made by a build that failed are left")
	}
	second, err := openOutput(dir)
	if err != nil {
		t.Fatal("the folder is not free again:", err)
	}
	second.discard()
}

// TestOthersFilesStay: nothing is removed but what an earlier build made and nobody changed since.
func TestOthersFilesStay(t *testing.T) {
	dir := t.TempDir()
	if err := publishInto(t, dir, "one"); err != nil {
		t.Fatal(err)
	}
	sums := folderOf(t, dir)[sumsFile]
	put(t, dir, map[string]string{
		"report.fr.pdf": "made", "changed.pdf": "changed", "source.pdf": "handed in", "other.txt": "unlisted",
		sumsFile: sums + sumLine(sum([]byte("made")), "report.fr.pdf") + sumLine(sum([]byte("made")), "changed.pdf") +
			sumLine(sum([]byte("handed in")), "source.pdf") + sumLine(sum([]byte("x")), "../x"),
	})
	if err := publishInto(t, dir, "two", filepath.Join(dir, "source.pdf")); err != nil {
		t.Fatal(err)
	}
	want := []string{sumsFile, "changed.pdf", "other.txt", ledgerFile, reportFile, "source.pdf"}
	if got := slices.Sorted(maps.Keys(folderOf(t, dir))); !slices.Equal(got, want) {
		t.Errorf("left are %v, want %v", got, want)
	}
	// A list of sums that someone made of the originals is no earlier build's.
	foreign := t.TempDir()
	put(t, foreign, map[string]string{"norway.pdf": "n", sumsFile: sumLine(sum([]byte("n")), "norway.pdf")})
	if err := publishInto(t, foreign, "one"); err != nil {
		t.Fatal(err)
	}
	if folderOf(t, foreign)["norway.pdf"] != "n" {
		t.Error("an original was removed because a list of sums named it")
	}
}

// TestSourcesStay: a report never takes the place of what it is made from, by whatever path the folder is named.
func TestSourcesStay(t *testing.T) {
	original, err := os.ReadFile(filepath.Join("..", "cmd", "rapporteur", "starter", "originals", "host-country.pdf"))
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	manifest := "report: {title: T, language: en, date: 2012-01-01}\nannexes:\n  - {id: a, title: A, original: in/report.pdf}\n"
	put(t, dir, map[string]string{"report.json": manifest})
	if err := os.Mkdir(filepath.Join(dir, "in"), 0o777); err != nil {
		t.Fatal(err)
	}
	put(t, dir, map[string]string{"in/report.pdf": string(original)})
	for out, line := range map[string]int{filepath.Join(dir, "in"): 3, filepath.Join(dir, "in", "..", "in"): 3, dir: 1} {
		result, err := Build(context.Background(), Input{Manifest: filepath.Join(dir, "report.json"), Out: out})
		if err != nil {
			t.Fatal(err)
		}
		if len(result.Diagnostics) != 1 || result.Diagnostics[0].Code != "source-overwritten" || result.Diagnostics[0].Pos.Line != line || !result.Failed {
			t.Errorf("%s: %v", out, result.Diagnostics)
		}
	}
	if got := folderOf(t, filepath.Join(dir, "in")); len(got) != 1 || got["report.pdf"] != string(original) {
		t.Error("the original is no longer what it was")
	}
	if got := folderOf(t, dir); len(got) != 2 || got["report.json"] != manifest {
		t.Error("the manifest is no longer what it was")
	}
}
