package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestTextCommand: a Word file is printed as Markdown, what is told names the paragraph in the user's language, and
// what is no text is refused with what to do.
func TestTextCommand(t *testing.T) {
	sample := filepath.Join("..", "..", "sources", "testdata", "office", "libreoffice.docx")
	told := func(args ...string) (code int, out, said string) {
		var o, e bytes.Buffer
		code = run(append([]string{"text"}, args...), streams{&o, &e})
		return code, o.String(), e.String()
	}
	code, out, said := told(sample, "--lang", "en")
	if code != made || !strings.HasPrefix(out, "**Statement of the delegation**\n\n# Introduction\n") {
		t.Errorf("%d: %s", code, out)
	}
	for _, want := range []string{"libreoffice.docx, paragraph 1 (“Statement of the delegation”): note: ",
		"(“nested alpha”): Markdown cannot say everything; ", "the labels of lists ("} {
		if !strings.Contains(said, want) {
			t.Errorf("%q is not said in\n%s", want, said)
		}
	}
	if _, _, said = told(sample, "--lang", "fr"); !strings.Contains(said, ", paragraphe 1 (« Statement of the") {
		t.Error(said)
	}
	old := filepath.Join(t.TempDir(), "old.doc")
	if err := os.WriteFile(old, []byte("\xd0\xcf\x11\xe0"), 0o600); err != nil {
		t.Fatal(err)
	}
	if code, out, said = told(old, "--lang", "en"); code != mend || out != "" ||
		!strings.Contains(said, "File > Save As > Word Document (.docx)") {
		t.Errorf("%d %q %s", code, out, said)
	}
	for _, args := range [][]string{{}, {sample, "--changes", "some"}, {sample, sample}} {
		if code, _, _ = told(args...); code != misused {
			t.Errorf("%q: exit code %d", args, code)
		}
	}
	if code, _, said = told("none.docx", "--lang", "en"); code != mend || !strings.Contains(said, "does not exist") {
		t.Errorf("%d %s", code, said)
	}
}
