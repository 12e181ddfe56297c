package report

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"rapporteur/report/ledger"
)

// TestWhatActsIsAccountedFor: what is removed from an original because it acts is told to the editor with its pages,
// stands in the ledger with them, and verify finds no fault in what is left.
func TestWhatActsIsAccountedFor(t *testing.T) {
	const script = "<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/JavaScript/JS(bomb)>>>>"
	const file = "<</Type/Annot/Subtype/Link/Rect[0 9 9 18]/A<</S/URI/URI(file:///c:/bomb)>>>>"
	page := func(annots string) string { return "<</Type/Page/Parent 2 0 R/Annots[" + annots + "]>>" }
	data := smallPDF("<</Type/Catalog/Pages 2 0 R/OpenAction<</S/Launch/F(bomb)>>>>",
		"<</Type/Pages/Kids[3 0 R 4 0 R 5 0 R 6 0 R]/Count 4/MediaBox[0 0 595 842]>>", page(script+file), page(""),
		page(script), page(script))
	dir := t.TempDir()
	write(t, dir, "report.yaml", []byte(handedInAs("a.pdf")))
	write(t, dir, "a.pdf", data)
	out := filepath.Join(dir, "dist")
	result, err := Build(context.Background(), Input{Manifest: filepath.Join(dir, "report.yaml"), Out: out})
	if err != nil || result.Failed || len(result.Findings) > 0 {
		t.Fatalf("%v %v\n%s", err, result, messages(result))
	}
	for _, want := range []string{"a.pdf: a script (JavaScript) is left out of the report, 3 in all (pages: 1, 3-4)",
		"a.pdf: a command that opens a program or file (Launch) is left out of the report, 1 in all\n",
		"a.pdf: a link to an address of the kind file: (a file on the reader’s own machine) is left out of the " +
			"report, 1 in all; its words stay (pages: 1)"} {
		if all := messages(result) + "\n"; !strings.Contains(all, want) {
			t.Errorf("%q is not told:\n%s", want, all)
		}
	}
	account, err := os.ReadFile(filepath.Join(out, "report.json"))
	if err != nil {
		t.Fatal(err)
	}
	var l ledger.Ledger
	if err := json.Unmarshal(account, &l); err != nil {
		t.Fatal(err)
	}
	want := []ledger.Removal{{Code: "original-action", Kind: "Launch", Count: 1},
		{Code: "original-action", Kind: "JavaScript", Count: 3, Pages: []int{1, 3, 4}},
		{Code: "original-address", Kind: "file:", Count: 1, Pages: []int{1}}}
	alike := func(a, b ledger.Removal) bool {
		return a.Code == b.Code && a.Kind == b.Kind && a.Count == b.Count && slices.Equal(a.Pages, b.Pages)
	}
	if got := l.Statements[0].Originals[0].Removed; !slices.EqualFunc(got, want, alike) {
		t.Errorf("the ledger has %+v", got)
	}
}

func TestRanges(t *testing.T) {
	for want, numbers := range map[string][]int{"": nil, "4": {4}, "1-3, 5, 7-8": {1, 2, 3, 5, 7, 8}} {
		if got := ranges(numbers); got != want {
			t.Errorf("%v are %q, should be %q", numbers, got, want)
		}
	}
}
