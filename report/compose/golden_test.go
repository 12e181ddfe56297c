package compose

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"rapporteur/layout"
	"rapporteur/layout/lang"
	"rapporteur/report/document"
	"rapporteur/sources"
	"rapporteur/sources/diag"
)

var update = flag.Bool("update", false, "rewrite the goldens")

// TestGoldens compares the blocks of reports, edition after edition, with what stands in testdata. A golden is a story:
// the sources first, then the blocks.
func TestGoldens(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) < 3 {
		t.Fatalf("%d goldens: %v", len(files), err)
	}
	for _, file := range files {
		archive, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		dir := t.TempDir()
		out := &txtar.Archive{Comment: archive.Comment}
		want := ""
		for _, f := range archive.Files {
			if f.Name == "blocks" {
				want = string(f.Data)
				continue
			}
			out.Files = append(out.Files, f)
			if err := os.WriteFile(filepath.Join(dir, f.Name), f.Data, 0o666); err != nil {
				t.Fatal(err)
			}
		}
		var bag diag.Bag
		m, err := sources.Read(context.Background(), nil, filepath.Join(dir, "report.yaml"),
			sources.Languages{Codes: lang.Embedded().Codes()}, &bag)
		if err != nil || bag.Failed() {
			t.Fatalf("%s: %v %v", file, err, bag.All())
		}
		var got bytes.Buffer
		for i := range m.Report.Languages {
			d := document.Resolve(m.Edition(i), lang.Embedded(), &bag)
			if bag.Failed() {
				t.Fatalf("%s: %v", file, bag.All())
			}
			runs := composed(d).Runs
			layout.DumpBlocks(&got, runs)
			heads(&got, "the report", runs)
			for _, e := range d.Extracts() {
				heads(&got, e.Extract.File, composed(e).Runs)
			}
		}
		if !*update && got.String() != want {
			t.Errorf("%s differs (go test ./report/compose -run Goldens -update rewrites it):\n%s", file,
				firstDifference(got.String(), want))
		}
		if *update {
			out.Files = append(out.Files, txtar.File{Name: "blocks", Data: got.Bytes()})
			if err := os.WriteFile(file, txtar.Format(out), 0o666); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// heads writes what the running heads of a document say, and where its runs begin.
func heads(b *bytes.Buffer, name string, runs []*layout.Run) {
	fmt.Fprintf(b, "running heads of %s\n", name)
	for _, r := range runs {
		fmt.Fprintf(b, "  %s %d %q %q\n", r.ID, r.Opening, r.Head.Left, r.Head.Right)
	}
}

// firstDifference is the first line that is not the same.
func firstDifference(got, want string) string {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range min(len(g), len(w)) {
		if g[i] != w[i] {
			return "got  " + g[i] + "\nwant " + w[i]
		}
	}
	return "one of them goes on"
}
