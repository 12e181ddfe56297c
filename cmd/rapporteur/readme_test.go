package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func readme(t *testing.T) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", "..", "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	return strings.ReplaceAll(string(data), "\r\n", "\n")
}

// TestReadmeManifest: the manifest that README begins with builds, once its two files are there.
func TestReadmeManifest(t *testing.T) {
	_, rest, found := strings.Cut(readme(t), "```yaml\nrapporteur: 1\n")
	block, _, closed := strings.Cut(rest, "```")
	if !found || !closed {
		t.Fatal("README shows no whole manifest")
	}
	dir := t.TempDir()
	original, err := example.ReadFile("starter/originals/norway.pdf")
	if err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string]string{
		defaultManifest:        "rapporteur: 1\n" + block,
		"texts/norway.md":      "We thank the host.\n",
		"originals/norway.pdf": string(original),
	} {
		file := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(data), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	if said, err := command(dir, []string{"LC_ALL=C"}, "build", "--strict").CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, said)
	}
}
