package report

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestEveryKeyIsPrinted plants a word of its own in every key of a manifest that holds words, and finds each in the
// lines that are set.
func TestEveryKeyIsPrinted(t *testing.T) {
	dir := planted(t)
	var lines bytes.Buffer
	result, err := Show(context.Background(), Input{Manifest: filepath.Join(dir, "report.yaml")}, "pages", "", &lines)
	if err != nil || result.Failed {
		t.Fatalf("%v %v", err, messages(result))
	}
	set := strings.ToLower(lines.String())
	for _, file := range []string{"report.yaml", "participants.csv"} {
		data, err := os.ReadFile(filepath.Join(dir, file))
		if err != nil {
			t.Fatal(err)
		}
		words := regexp.MustCompile(`(?i)zk/?1[0-9][0-9]`).FindAllString(string(data), -1)
		if len(words) < 10 {
			t.Fatalf("%s: only %d words planted", file, len(words))
		}
		for _, w := range words {
			if bytes.Contains(data, []byte(w+".pdf")) { // the name of a file is the ledger's
				continue
			}
			if !strings.Contains(set, strings.ToLower(w)) {
				t.Errorf("%s: %s stands in the sources and not in the report", file, w)
			}
		}
	}
	for _, w := range []string{"19 September 2011", "10:17", "20 September 2011", "1 March 2012",
		"19–20 September 2011", "French", "Spanish", "Russian", "translation", "check against delivery", "withdrawn"} {
		if !strings.Contains(strings.ReplaceAll(set, "\u00a0", " "), strings.ToLower(w)) {
			t.Errorf("%q is not printed", w)
		}
	}
}

// planted lays the planted manifest down with originals from the example.
func planted(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS("testdata/planted")); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(filepath.Join(dir, "originals"), 0o777); err != nil {
		t.Fatal(err)
	}
	for name, source := range map[string]string{"zk129.pdf": "unesco.pdf", "zk159.pdf": "host-country.pdf"} {
		data, err := os.ReadFile("../cmd/rapporteur/starter/originals/" + source)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, "originals", name), data, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func messages(r *Result) string {
	var b strings.Builder
	if r != nil {
		for _, d := range append(r.Diagnostics, r.Findings...) {
			b.WriteString(d.Pos.String() + ": " + d.Code + ": " + d.Message("en") + "\n")
		}
	}
	return b.String()
}
