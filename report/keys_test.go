package report

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"rapporteur/report/unit"
)

// TestAWordChangesOneKey adds a word to one text of the example: the key of that text's unit changes, and of no other,
// though all that comes after it in the manifest and in the report is made anew.
func TestAWordChangesOneKey(t *testing.T) {
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS("../cmd/rapporteur/starter")); err != nil {
		t.Fatal(err)
	}
	manifest := filepath.Join(dir, "report.yaml")
	before := keysOf(t, Input{Manifest: manifest, Program: "one"})
	text := filepath.Join(dir, "texts/fr/background.md")
	data, err := os.ReadFile(text)
	if err != nil {
		t.Fatal(err)
	}
	at := strings.LastIndex(string(data), ".") // the end of the last sentence, where a word needs no new line
	if err := os.WriteFile(text, []byte(string(data[:at])+" ici"+string(data[at:])), 0o666); err != nil {
		t.Fatal(err)
	}
	after := keysOf(t, Input{Manifest: manifest, Program: "one"})
	var changed []string
	for id, key := range before {
		if after[id] != key {
			changed = append(changed, id)
		}
	}
	if !slices.Equal(changed, []string{"background"}) || len(after) != len(before) {
		t.Errorf("the keys of %v changed", changed)
	}
	for id, key := range keysOf(t, Input{Manifest: manifest, Program: "two"}) {
		if after[id] == key {
			t.Errorf("another version of the program makes %s of the same key", id)
		}
	}
	distinct := map[unit.Key]string{}
	for id, key := range after {
		if other, ok := distinct[key]; ok {
			t.Errorf("%s and %s have one key", id, other)
		}
		distinct[key] = id
	}
}

// keysOf gives the key of every run of a manifest.
func keysOf(t *testing.T, in Input) map[string]unit.Key {
	t.Helper()
	b := &build{in: in}
	defer b.close()
	if planned, err := b.prepare(context.Background()); err != nil || !planned {
		t.Fatalf("%v\n%s", err, messages(b.result(true)))
	}
	e := b.editions[0]
	style, keys := e.sheet.Digest(), map[string]unit.Key{}
	for i, r := range e.plan.Runs {
		keys[r.ID] = e.key(i, style)
	}
	return keys
}
