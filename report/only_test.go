package report

import (
	"context"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"rapporteur/report/publish"
)

// everyWay is a report in three editions that is published in all ways.
func everyWay(t *testing.T) string {
	t.Helper()
	date := "  date: 2012-03-01\n"
	text := strings.Replace(threeEditions, date, date+"  url: https://example.org/r/\n"+
		"outputs: [report, statements, sessions, originals, page, html, akn, citations]\n", 1)
	return laidOut(t, text, editionsFiles(t)).Manifest
}

// standingIn is what stands in a folder, by name.
func standingIn(t *testing.T, dir string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := os.ReadFile(path)
		name, _ := filepath.Rel(dir, path)
		files[filepath.ToSlash(name)] = string(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// only builds what is named, and gives the folder.
func only(t *testing.T, manifest, out string, names ...string) map[string]string {
	t.Helper()
	r, err := Build(context.Background(), Input{Manifest: manifest, Out: out, Program: "test", Only: names})
	if err != nil || r.Failed || len(r.Findings) > 0 {
		t.Fatalf("%v %v", err, r)
	}
	return standingIn(t, out)
}

// TestOnlyTheWeb: who has pages or data made has the report made that they lead to, and nothing else; all links lead.
// In a folder that holds all they become what they were.
func TestOnlyTheWeb(t *testing.T) {
	manifest, full := everyWay(t), t.TempDir()
	all := only(t, manifest, full)
	entered(t, full).links(t)
	reports := []string{"report.ar.json", "report.ar.pdf", "report.en.json", "report.en.pdf", "report.fr.json",
		"report.fr.pdf"}
	for name, beside := range map[string][]string{
		"page": {"index.html", "index.ar.html", "feed.fr.xml", "feed.en.xml"}, "html": {"index.html"},
		"index.ar.html": {"index.html", "index.ar.html"}, "akn": {"report.ar.akn.xml", "report.fr.akn.xml"},
		"citations": {"statements.en.bib", "statements.ar.csl.json"},
	} {
		t.Run(name, func(t *testing.T) {
			out := t.TempDir()
			files := only(t, manifest, out, name)
			for _, want := range append(beside, reports...) {
				if _, is := files[want]; !is {
					t.Errorf("%s is not made", want)
				}
			}
			for made := range maps.Keys(files) {
				if strings.HasPrefix(made, "statements/") || strings.HasPrefix(made, "originals/") {
					t.Errorf("%s is made too", made)
				}
			}
			if slices.Contains(beside, "index.html") {
				s := entered(t, out)
				s.links(t)
				s.accounted(t)
			}
			for made, text := range only(t, manifest, full, name) {
				same := all[made] == text
				if made == publish.Sums { // what was made anew stands first
					was, is := strings.Split(all[made], "\n"), strings.Split(text, "\n")
					slices.Sort(was)
					slices.Sort(is)
					same = slices.Equal(was, is)
				}
				if !same {
					t.Errorf("%s is not what it was", made)
				}
			}
			if again := standingIn(t, full); len(again) != len(all) {
				t.Errorf("there are %d files, and were %d", len(again), len(all))
			}
		})
	}
}

// TestOnlyAnEdition: data of one edition have that report made, and no other.
func TestOnlyAnEdition(t *testing.T) {
	files := only(t, everyWay(t), t.TempDir(), "statements.ar.bib")
	got := slices.Sorted(maps.Keys(files))
	want := []string{"SHA256SUMS", "report.ar.json", "report.ar.pdf", "statements.ar.bib", "statements.ar.csl.json"}
	if !slices.Equal(got, want) {
		t.Errorf("there are %v", got)
	}
}
