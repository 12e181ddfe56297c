package report

import (
	"context"
	"os"
	"path/filepath"
	"testing"
)

// TestAgainst: a report shows from which files it was made; a text that was changed since is told, and an original
// that is not there.
func TestAgainst(t *testing.T) {
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS("../cmd/rapporteur/starter")); err != nil {
		t.Fatal(err)
	}
	out := filepath.Join(t.TempDir(), "out")
	in := Input{Manifest: filepath.Join(dir, "report.yaml"), Out: out}
	if r, err := Build(context.Background(), in); err != nil || r.Failed {
		t.Fatal(err, messages(r))
	}
	pdf := PDFs(out)[0]
	if found, err := Against(pdf, dir); err != nil || len(found) > 0 {
		t.Fatalf("of the same files: %v, %v", found, err)
	}
	text := filepath.Join(dir, "texts", "norway.md")
	if err := os.WriteFile(text, []byte("Otherwise."), 0o666); err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(filepath.Join(dir, "originals", "spain.pdf")); err != nil {
		t.Fatal(err)
	}
	found, err := Against(pdf, dir)
	if err != nil || len(found) != 2 || found[0].Code != "verify-source-missing" ||
		found[0].Pos.File != "originals/spain.pdf" || found[1].Code != "verify-source-other" ||
		found[1].Pos.File != "texts/norway.md" {
		t.Errorf("%v, %v", found, err)
	}
	if _, err := Against(pdf, filepath.Join(dir, "nowhere")); err == nil {
		t.Error("a folder that is not there is taken")
	}
}
