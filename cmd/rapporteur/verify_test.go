package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestVerifyAgainstNothing: a folder that is not there, or that is a file, is wrong usage, told by its name with what
// to do, in the user's language.
func TestVerifyAgainstNothing(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "report.yaml")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, folder := range []string{filepath.Join(dir, "nowhere"), file} {
		for lang, want := range map[string][2]string{"en": {"is not a folder", "hint: "},
			"fr": {"n’est pas un dossier", "conseil : "}} {
			var o, e bytes.Buffer
			code := run([]string{"verify", "report.pdf", "--against", folder, "--lang", lang}, streams{&o, &e})
			said := e.String()
			if code != misused || !strings.Contains(said, filepath.Base(folder)) || !strings.Contains(said, want[0]) ||
				!strings.Contains(said, want[1]) {
				t.Errorf("%s: %d %q", folder, code, said)
			}
		}
	}
}
