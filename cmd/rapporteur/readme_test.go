package main

import (
	"os"
	"path/filepath"
	"regexp"
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

// TestReadmePaths: every file that README's tables send a reader to is there.
func TestReadmePaths(t *testing.T) {
	seen := 0
	for _, line := range strings.Split(readme(t), "\n") {
		if !strings.HasPrefix(line, "| ") {
			continue
		}
		for _, quoted := range regexp.MustCompile("`([^` ]*/[^` ]*)`").FindAllStringSubmatch(line, -1) {
			pattern := regexp.MustCompile(`<[a-z]+>`).ReplaceAllString(quoted[1], "*")
			found, err := filepath.Glob(filepath.Join("..", "..", filepath.FromSlash(pattern)))
			if err != nil || len(found) == 0 {
				t.Errorf("README names %s, which is not there", quoted[1])
			}
			seen++
		}
	}
	if seen < 20 {
		t.Errorf("only %d paths were found in README's tables", seen)
	}
}

// TestReadmeManifest: the manifest that README begins with builds, once its two files are there.
func TestReadmeManifest(t *testing.T) {
	_, rest, found := strings.Cut(readme(t), "```yaml\nrapporteur: 1\n")
	block, _, closed := strings.Cut(rest, "```")
	if !found || !closed {
		t.Fatal("README shows no whole manifest")
	}
	dir := t.TempDir()
	original, err := example.ReadFile("starter/originals/host-country.pdf")
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
