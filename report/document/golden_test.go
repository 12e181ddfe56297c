package document

import (
	"flag"
	"os"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
)

var update = flag.Bool("update", false, "rewrite the golden")

// TestSpine compares the parts of the story, with what stands in them and in the outline, with what stands in
// testdata/spine.txtar under each layout.
func TestSpine(t *testing.T) {
	const file = "testdata/spine.txtar"
	archive, err := txtar.ParseFile(file)
	if err != nil || len(archive.Files) < 6 {
		t.Fatalf("%d layouts: %v", len(archive.Files), err)
	}
	for i, f := range archive.Files {
		d := resolved(t, strings.Replace(story, "{dividers: page}", "{"+f.Name+"}", 1)+more)
		got, ids, _ := strings.Cut(dumped(d), "\nid ")
		if got += "\n"; i == 0 { // they are the same under each layout
			got += "id " + ids
		}
		for k := range d.Parts {
			for _, o := range d.Parts[k].Outline {
				got += strings.Repeat("  ", o.Level) + "outline " + o.Title + "\n"
			}
		}
		if !*update && got != string(f.Data) {
			t.Errorf("%s: it is (go test ./report/document -run Spine -update rewrites it)\n%s", f.Name, got)
		}
		archive.Files[i].Data = []byte(got)
	}
	if *update {
		if err := os.WriteFile(file, txtar.Format(archive), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

// more is what the story has besides, with a table and figures that lists may name.
const more = `front:
  - {id: f, title: Foreword, text: "Words of thanks.\n\nTable 1. Catches\n\n| a | b |\n|---|---|\n| 1 | 2 |"}
conclusions: [{id: k, title: What follows, text: "# First\n\n## Deeper\n\nWords.\n\n# Second\n\nWords."}]
abbreviations: {EEZ: exclusive economic zone}
delegations: {norway: {name: Norway, group: States}, fao: {name: FAO, group: Organizations}, kenya: Kenya, peru: Peru}
`
