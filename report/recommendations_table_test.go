package report

import (
	"context"
	"path/filepath"
	"strings"
	"testing"
)

// TestTableOfRecommendations: on request the report has a table of all recommendations after the contents, with every
// word of them, their addressees and their places; without being asked, or without recommendations, it has none.
func TestTableOfRecommendations(t *testing.T) {
	const texts = `
introduction: [{id: i, title: I, text: "One."}]
recommendations:
  - id: r1
    group: Training
    text: |
      Train:[^1]

      - judges;
      - clerks.

      [^1]: A note.
    addressees: [States, Universities]
  - {id: r2, text: "Fund it, as [@r1] needs."}
`
	l := built(t, spineHead+"layout: {lists: [recommendations]}"+texts)
	if got := strings.Join(order(l)[:4], ", "); !strings.HasSuffix(got, "list recommendations-table") {
		t.Errorf("the parts begin %s", got)
	}
	dir := t.TempDir()
	write(t, dir, "report.yaml", []byte(spineHead+"layout: {lists: [recommendations]}"+texts))
	var out strings.Builder
	in := Input{Manifest: filepath.Join(dir, "report.yaml")}
	if _, err := Show(context.Background(), in, "blocks", "recommendations-table", &out); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"Training", "[1](#r1)", "Train:", "judges;", "clerks.", "States and Universities",
		"2, ](#r1)[[page of r1]](#r1)", "[2](#r2)", "Fund it", "3, ](#r2)[[page of r2]](#r2)"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("the table lacks %q:\n%s", want, out.String())
		}
	}
	if strings.Contains(out.String(), "note") {
		t.Errorf("the table has the notes of the texts:\n%s", out.String())
	}
	const nothing = "\nlayout: {lists: [recommendations]}\nfront: [{title: F, text: Words.}]\n"
	for _, without := range []string{texts, nothing} {
		if got := strings.Join(order(built(t, spineHead+without)), " "); strings.Contains(got, "list") {
			t.Errorf("a table that is not asked for or has no rows: %s", got)
		}
	}
}
