package report

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"rapporteur/report/verify"
)

// put lays files down below a folder.
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

// held gives the files of a folder and what stands in them.
func held(t *testing.T, dir string) map[string]string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "*"))
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]string{}
	for _, file := range files {
		data, _ := os.ReadFile(file) // of a folder, nothing
		found[filepath.Base(file)] = string(data)
	}
	return found
}

// TestEditions: the names of an edition, and which lists of sums name one.
func TestEditions(t *testing.T) {
	for lang, want := range map[string][]string{
		"": {"report.pdf", "report.json"}, "fr": {"report.fr.pdf", "report.fr.json"},
	} {
		if got := editionNames(lang); !slices.Equal([]string{got.report, got.ledger}, want) {
			t.Errorf("edition %q makes %v", lang, got)
		}
		if !anEarlierBuilds(append([]string{"statements/a.pdf"}, want...)) {
			t.Errorf("%v are not taken for an earlier build's", want)
		}
	}
	for _, names := range [][]string{
		nil, {"report.pdf"}, {"report.json"}, {"report.fr.pdf", "report.json"}, {"norway.pdf", "norway.json"},
		{"a/report.pdf", "a/report.json"},
	} {
		if anEarlierBuilds(names) {
			t.Errorf("%v are taken for an earlier build's", names)
		}
	}
}

// TestSeverities: a warning and an error of one code, page and item keep their severities, and neither hides the other.
func TestSeverities(t *testing.T) {
	found := []verify.Finding{
		{Code: verify.SumsDiffer, Page: 3, Item: "norway", Args: map[string]string{"file": "a"}, Warning: true},
		{Code: verify.SumsDiffer, Page: 3, Item: "norway", Args: map[string]string{"file": "b"}},
		{Code: verify.SumsDiffer, Page: 3, Item: "norway", Args: map[string]string{"file": "c"}},
		{Code: verify.SumsDiffer, Page: 3, Item: "norway", Args: map[string]string{"file": "c"}, Warning: true},
	}
	var got []string
	for _, d := range diagnostics("report.pdf", found) {
		got = append(got, d.Severity.String()+" "+d.Args["file"])
	}
	if want := []string{"warning a", "error b", "error c", "warning c"}; !slices.Equal(got, want) {
		t.Errorf("told are %v, want %v", got, want)
	}
}

// TestSourcesStay: a report never takes the place of what it is made from, by whatever path the folder is named.
func TestSourcesStay(t *testing.T) {
	original, err := os.ReadFile(filepath.Join("..", "cmd", "rapporteur", "starter", "originals", "host-country.pdf"))
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	manifest := "report: {title: T, language: en, date: 2012-01-01}\n" +
		"annexes:\n  - {id: a, title: A, original: in/report.pdf}\n"
	put(t, dir, map[string]string{"report.json": manifest})
	put(t, dir, map[string]string{"in/report.pdf": string(original)})
	for out, line := range map[string]int{filepath.Join(dir, "in"): 3, filepath.Join(dir, "in", "..", "in"): 3,
		dir: 1} {
		result, err := Build(context.Background(), Input{Manifest: filepath.Join(dir, "report.json"), Out: out})
		if err != nil {
			t.Fatal(err)
		}
		told := result.Diagnostics
		if len(told) != 1 || told[0].Code != "source-overwritten" || told[0].Pos.Line != line || !result.Failed {
			t.Errorf("%s: %v", out, result.Diagnostics)
		}
	}
	if got := held(t, filepath.Join(dir, "in")); len(got) != 1 || got["report.pdf"] != string(original) {
		t.Error("the original is no longer what it was")
	}
	if got := held(t, dir); len(got) != 2 || got["report.json"] != manifest {
		t.Error("the manifest is no longer what it was")
	}
}
