package report

import (
	"context"
	"path/filepath"
	"strings"
	"testing"

	"rapporteur/layout/lang"
	"rapporteur/report/ledger"
)

// lostPage is a file that says it has two pages and holds one.
var lostPage = smallPDF("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R 9 0 R]/Count 2>>",
	"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>")

// lostList is a file whose list of pages is not in it any more.
var lostList = smallPDF("<</Type/Catalog/Pages 2 0 R>>", "<</A 1>>", "<</Type/Page/MediaBox[0 0 595 842]>>")

// TestLostPagesAreRefused unless the manifest takes the file as it is.
func TestLostPagesAreRefused(t *testing.T) {
	for name, c := range map[string]struct {
		data []byte
		code string
	}{"a page": {lostPage, "original-pages-lost"}, "the list of pages": {lostList, "original-pages-unknown"}} {
		for _, accepted := range []bool{false, true} {
			original, want := "{file: a.pdf}", c.code+":"
			if accepted {
				original, want = "{file: a.pdf, damaged: accept}", c.code+"-accepted:"
			}
			dir := t.TempDir()
			write(t, dir, "report.yaml", []byte("rapporteur: 1\n"+handedInAs(original)))
			write(t, dir, "a.pdf", c.data)
			result, err := Check(context.Background(), Input{Manifest: filepath.Join(dir, "report.yaml")})
			if err != nil || result.Failed == accepted || !strings.Contains(messages(result), want) {
				t.Errorf("%s, accepted %v: failed %v, %v\n%s", name, accepted, result.Failed, err, messages(result))
			}
		}
	}
}

// TestNodeTakenForAPage: a damaged node of the page tree that is read as a page is a page in the report, and no node.
func TestNodeTakenForAPage(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "report.yaml", []byte("rapporteur: 1\n"+handedInAs("{file: a.pdf, damaged: accept}")))
	write(t, dir, "a.pdf", smallPDF("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Page/Kids[3 0 R]/Count 1>>",
		"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>"))
	result, err := Build(context.Background(), Input{Manifest: filepath.Join(dir, "report.yaml"),
		Out: filepath.Join(dir, "out"), Program: "test"})
	if err != nil || result.Failed || len(result.Findings) > 0 {
		t.Errorf("failed %v, %v\n%s %v", result.Failed, err, messages(result), result.Findings)
	}
}

// TestDividersSayWhatIsLost, in each language, and of a whole file nothing.
func TestDividersSayWhatIsLost(t *testing.T) {
	for _, code := range lang.Embedded().Codes() {
		p := printOut(t, strings.Replace("rapporteur: 1\n"+handedInAs("{file: lost.pdf, damaged: accept}",
			"{file: list.pdf, damaged: accept}", "whole.pdf"), "language: en", "language: "+code, 1),
			map[string]string{"lost.pdf": string(lostPage), "list.pdf": string(lostList),
				"whole.pdf": string(example(t, "unesco"))}, nil)
		words := lang.Embedded().Of(code)
		said := []string{words.Say("damaged-pages-of", "found", "1", "promised", "2"),
			words.Say("damaged-pages", "found", "1"), ""}
		n := 0
		for _, a := range p.ledger.Account {
			if a.Kind != ledger.Divider {
				continue
			}
			var b strings.Builder
			for _, l := range p.lines(a.First) {
				b.WriteString(l.text)
			}
			for i, want := range said {
				if want != "" && strings.Contains(squeezed(b.String()), squeezed(want)) != (i == n) {
					t.Errorf("%s: divider %d\n%s\nand %q", code, n+1, b.String(), want)
				}
			}
			n++
		}
		if n != len(said) {
			t.Errorf("%s: %d dividers", code, n)
		}
		for i, promised := range []int{2, 0, 0} {
			if o := p.ledger.Statements[i].Originals[0]; o.Pages < 1 || o.Damaged == nil != (i == 2) ||
				o.Damaged != nil && o.Damaged.Promised != promised {
				t.Errorf("%s: the ledger says %+v of %s", code, o.Damaged, o.File)
			}
		}
	}
}

// squeezed is a text without blanks: lines break where they may.
func squeezed(s string) string { return strings.Join(strings.Fields(s), "") }

// TestPicturesThatAreLost: pictures of several pages whose list of pages breaks off are refused, and taken as far as
// they go where the manifest says so.
func TestPicturesThatAreLost(t *testing.T) {
	whole := fax(3)
	cut := whole[:2*len(whole)/3+20] // in the midst of the third directory
	for _, c := range []struct {
		accept, want string
		failed       bool
	}{
		{"", "original-pages-unknown: a.tif is damaged: its list of pages is lost", true},
		{", damaged: accept", "original-pages-unknown-accepted: a.tif is damaged", false},
	} {
		dir := t.TempDir()
		write(t, dir, "report.yaml", []byte(handedInAs("{file: a.tif, alt: Words"+c.accept+"}")))
		write(t, dir, "a.tif", cut)
		in := Input{Manifest: filepath.Join(dir, "report.yaml"), Out: filepath.Join(dir, "dist")}
		result, err := Build(context.Background(), in)
		if err != nil || result.Failed != c.failed || !strings.Contains(messages(result), c.want) ||
			!strings.Contains(messages(result), "(pages found: 2)") {
			t.Errorf("%q: %v\n%s", c.accept, err, messages(result))
		}
	}
}
