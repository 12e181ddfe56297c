package manifesttest

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"rapporteur/layout/lang"
	"rapporteur/sources"
	"rapporteur/sources/diag"
)

// Read reads a manifest, beside which the files that it may name (a.pdf, b.pdf, figure.png) lie, empty. A manifest with
// errors fails the test.
func Read(t *testing.T, manifest string) *sources.Manifest {
	t.Helper()
	dir := t.TempDir()
	for _, name := range []string{"a.pdf", "b.pdf", "figure.png"} {
		if err := os.WriteFile(filepath.Join(dir, name), nil, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	file := filepath.Join(dir, "report.yaml")
	if err := os.WriteFile(file, []byte(manifest), 0o666); err != nil {
		t.Fatal(err)
	}
	var bag diag.Bag
	m, err := sources.Read(context.Background(), nil, file, codes(), &bag)
	if err != nil || m == nil || bag.Failed() {
		t.Fatalf("%v %v\n%s", err, bag.All(), manifest)
	}
	return m
}

// codes are the languages that the program brings.
func codes() sources.Languages { return sources.Languages{Codes: lang.Embedded().Codes()} }
