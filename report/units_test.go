package report

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestInsertingAStatement inserts a statement in the middle of the example, of one page and then of two, and compares
// the units of all runs before and after: a unit whose printed references did not change is the same, byte for byte.
func TestInsertingAStatement(t *testing.T) {
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS("../cmd/rapporteur/starter")); err != nil {
		t.Fatal(err)
	}
	manifest := filepath.Join(dir, "report.yaml")
	before := units(t, manifest)
	original, err := os.ReadFile(manifest)
	if err != nil {
		t.Fatal(err)
	}
	for _, length := range []struct {
		name              string
		paragraphs, pages int
	}{{"of one page", 2, 1}, {"of two pages", 9, 2}} {
		t.Run(length.name, func(t *testing.T) {
			text := strings.Repeat("Nous avons mesuré, nous avons publié, et nous avons appris que rien ne se décide "+
				"utilement sans les riverains ni contre eux, dans aucun des bassins dont il a été question ici. ",
				4) + "\n\n"
			if err := os.WriteFile(filepath.Join(dir, "texts/inserted.md"),
				[]byte(strings.Repeat(text, length.paragraphs)), 0o666); err != nil {
				t.Fatal(err)
			}
			at := bytes.Index(original, []byte("      - id: spain\n"))
			if at < 0 {
				t.Fatal("the example has no statement of Spain to insert before")
			}
			inserted := "      - id: inserted\n        speaker: {role: Observateur, delegation: norway}\n        " +
				"title: Une déclaration de plus\n        text: texts/inserted.md\n"
			if err := os.WriteFile(manifest, slices.Concat(original[:at], []byte(inserted), original[at:]),
				0o666); err != nil {
				t.Fatal(err)
			}
			after := units(t, manifest)
			if n := len(after["inserted"].pages); n != length.pages {
				t.Fatalf("the inserted statement has %d pages, not %d", n, length.pages)
			}
			var changed []string
			same := 0
			for id, old := range before {
				now, ok := after[id]
				if !ok {
					t.Errorf("%s is gone", id)
					continue
				}
				moved := referencesThatDiffer(old.refs, now.refs)
				if old.dump == now.dump {
					same++
				} else if len(moved) == 0 {
					t.Errorf("the unit of %s changed, though all its printed references stayed", id)
				}
				if old.kind == "statement" && len(moved) > 0 {
					changed = append(changed, id+": "+strings.Join(moved, ", "))
				}
			}
			slices.Sort(changed)
			if want := changedStatements; !slices.Equal(changed, want) {
				t.Errorf("statement texts that print another page now:\n%s\nwant\n%s", strings.Join(changed, "\n"),
					strings.Join(want, "\n"))
			}
			if same < 40 || same == len(before) {
				t.Errorf("%d of %d units stayed the same; the contents at least have to change", same, len(before))
			}
		})
	}
}

// changedStatements are the example's statement texts that print a page after the place of the insertion: none of them
// does. Their originals, which do move, are named by a link without a page.
var changedStatements []string

type unitOf struct {
	kind, dump string
	pages      []string
	refs       []string
}

// units makes the unit of every typeset run of a manifest.
func units(t *testing.T, manifest string) map[string]unitOf {
	t.Helper()
	b := &build{in: Input{Manifest: manifest}}
	defer b.close()
	if planned, err := b.prepare(context.Background()); err != nil || !planned {
		t.Fatalf("%v\n%s", err, messages(b.result(true)))
	}
	e := b.editions[0]
	out := map[string]unitOf{}
	for i, r := range e.plan.Runs {
		if r.Original != nil {
			continue
		}
		made, err := e.unit(context.Background(), i)
		if err != nil {
			t.Fatal(err)
		}
		var dump bytes.Buffer
		made.Dump(&dump)
		u := unitOf{kind: string(r.Kind), dump: dump.String(), pages: make([]string, r.Count)}
		for _, ref := range e.pages.Runs[i].Refs {
			u.refs = append(u.refs, ref.Ref.ID+"="+ref.Text)
		}
		out[r.ID] = u
	}
	return out
}

// referencesThatDiffer lists what of a run's printed references is not as it was.
func referencesThatDiffer(old, now []string) []string {
	var out []string
	for _, r := range now {
		if !slices.Contains(old, r) {
			id, _, _ := strings.Cut(r, "=")
			if !slices.Contains(out, id) {
				out = append(out, id)
			}
		}
	}
	for _, r := range old {
		id, _, _ := strings.Cut(r, "=")
		if !slices.Contains(now, r) && !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	return out
}
