package report

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"rapporteur/layout"
	"rapporteur/layout/lang"
	"rapporteur/report/document"
	"rapporteur/sources"
	"rapporteur/sources/diag"
)

// TestAnchorsAreLookedUp counts the work of giving 8,000 paragraphs with an id their numbers in the ledger: nothing
// is numbered again for any of them.
func TestAnchorsAreLookedUp(t *testing.T) {
	const n = 8000
	var text strings.Builder
	places := map[string]layout.Place{}
	for i := range n {
		fmt.Fprintf(&text, "Words. {#p%d}\n\n", i)
		places[fmt.Sprintf("p%d", i)] = layout.Place{Page: i + 1}
	}
	dir := t.TempDir()
	write(t, dir, "text.md", []byte(text.String()))
	write(t, dir, "report.yaml", []byte(spineHead+"introduction: [{id: i, title: I, text: text.md}]\n"))
	var bag diag.Bag
	languages := lang.Embedded()
	m, _ := sources.Read(context.Background(), nil, filepath.Join(dir, "report.yaml"),
		sources.Languages{Codes: languages.Codes()}, &bag)
	d := document.Resolve(m, languages, &bag)
	work := testing.AllocsPerRun(1, func() {
		for id, at := range anchors(d, places) {
			if want := fmt.Sprintf("p%d", at.Paragraph-1); id != want || at.Page != at.Paragraph {
				t.Fatalf("%s is paragraph %d on page %d", id, at.Paragraph, at.Page)
			}
		}
	})
	if work > 10*n {
		t.Errorf("%.0f allocations for %d anchors", work, n)
	}
}
