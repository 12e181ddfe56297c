package report

import (
	"bytes"
	"context"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
)

var update = flag.Bool("update", false, "rewrite the goldens")

// TestGoldens compares what the passes print for small reports with what stands in testdata/goldens. A golden is a
// story: the sources first, then the passes.
func TestGoldens(t *testing.T) {
	files, err := filepath.Glob("testdata/goldens/*.txtar")
	if err != nil || len(files) < 3 {
		t.Fatalf("%d goldens: %v", len(files), err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			dir := t.TempDir()
			out := &txtar.Archive{Comment: archive.Comment}
			want := map[string]string{}
			for _, f := range archive.Files {
				if pass, ok := strings.CutPrefix(f.Name, "show "); ok {
					want[pass] = string(f.Data)
					continue
				}
				out.Files = append(out.Files, f)
				if err := os.WriteFile(filepath.Join(dir, f.Name), f.Data, 0o666); err != nil {
					t.Fatal(err)
				}
			}
			for _, pass := range []string{"document", "blocks", "pages", "unit background", "plan"} {
				var got bytes.Buffer
				name, id, _ := strings.Cut(pass, " ")
				result, err := Show(context.Background(), Input{Manifest: filepath.Join(dir, "report.yaml")}, name, id,
					&got)
				if err != nil || result.Failed {
					t.Fatalf("%s: %v\n%s", pass, err, messages(result))
				}
				if name == "unit" { // structure, marks and links; bytes and glyphs are compared by meaning elsewhere
					lines := slices.DeleteFunc(strings.SplitAfter(got.String(), "\n"), func(l string) bool {
						return strings.Contains(l, ">> stream ") || strings.HasPrefix(l, "font ") ||
							strings.HasPrefix(l, "key ")
					})
					got.Reset()
					got.WriteString(strings.Join(lines, ""))
				}
				if !*update && got.String() != want[pass] {
					t.Errorf("show %s differs from the golden (go test ./report -run Goldens -update rewrites it):\n%s",
						pass, firstDifference(got.String(), want[pass]))
				}
				out.Files = append(out.Files, txtar.File{Name: "show " + pass, Data: got.Bytes()})
			}
			if *update {
				if err := os.WriteFile(file, txtar.Format(out), 0o666); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

func firstDifference(got, want string) string {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range max(len(g), len(w)) {
		a, b := "(end)", "(end)"
		if i < len(g) {
			a = g[i]
		}
		if i < len(w) {
			b = w[i]
		}
		if a != b {
			return "line " + decimal(i+1) + "\n got  " + a + "\n want " + b
		}
	}
	return ""
}
