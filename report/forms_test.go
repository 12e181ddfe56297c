package report

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rapporteur/sources/pdf"
	"rapporteur/sources/pdf/content"
)

// signed is an original of one page with a field that was signed and one that was filled in.
func signed() []byte {
	objects := []string{"<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[4 0 R 5 0 R]/SigFlags 3>>>>",
		"<</Type/Pages/Kids[3 0 R]/Count 1>>",
		"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Annots[4 0 R 5 0 R]>>",
		"<</Type/Annot/Subtype/Widget/FT/Sig/T(signature)/Rect[99 99 199 149]/F " +
			"132/V<</Type/Sig/Filter/Adobe.PPKLite/Contents<00>>>>>",
		"<</Type/Annot/Subtype/Widget/FT/Tx/T(name)/V(Kari)/Rect[99 199 199 219]>>"}
	var b, table strings.Builder
	b.WriteString("%PDF-1.6\n")
	for i, o := range objects {
		fmt.Fprintf(&table, "%010d 00000 n \n", b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	at, size := b.Len(), len(objects)+1
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n%strailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n",
		size, table.String(), size, at)
	return []byte(b.String())
}

// TestSignedForm: the divider and the ledger say where a signature can be checked, and a form that is asked to be flat
// passes verifying as one that is kept does.
func TestSignedForm(t *testing.T) {
	for _, forms := range []string{"keep", "flatten"} {
		dir := t.TempDir()
		write(t, dir, "a.pdf", signed())
		write(t, dir, "report.yaml", []byte("report: {title: T, language: en, date: 2012-03-01}\nlayout: {forms: "+
			forms+"}\nsessions:\n"+
			"  - {id: one, title: One, statements: [{id: first, speaker: {name: A}, original: a.pdf}, {id: second, "+
			"speaker: {name: B}, originals: [a.pdf, {file: a.pdf}]}]}\n"))
		out := filepath.Join(dir, "out")
		result, err := Build(context.Background(), Input{Manifest: filepath.Join(dir, "report.yaml"), Out: out})
		if err != nil || result.Failed {
			t.Fatalf("%s: %v\n%s", forms, err, messages(result))
		}
		if all := messages(result); !strings.Contains(all, "original-signature") {
			t.Errorf("%s: not told:\n%s", forms, all)
		}
		l, err := readLedger(filepath.Join(out, "report.json"))
		if err != nil {
			t.Fatal(err)
		}
		f := l.Statements[0].Originals[0].Form
		if f == nil || f.Name != "first" || f.Fields != 2 || f.Widgets != 2 || f.Signatures != 1 ||
			f.Flat != (forms == "flatten") || f.SHA256 == "" {
			t.Errorf("%s: the ledger has %+v", forms, f)
		}
		if other := l.Statements[1].Originals; other[0].Form.Name == other[1].Form.Name {
			t.Errorf("%s: two originals of one statement are both called %q", forms, other[0].Form.Name)
		}
		data, err := os.ReadFile(filepath.Join(out, "report.pdf"))
		if err != nil {
			t.Fatal(err)
		}
		doc, err := pdf.Open(t.Context(), data, pdf.Options{})
		if err != nil {
			t.Fatal(err)
		}
		in := content.New(doc, new(content.Fonts), nil)
		in.Words = true
		shown, err := in.Show(doc.Pages()[l.Statements[0].Originals[0].First-2])
		if err != nil {
			t.Fatal(err)
		}
		var words []string
		for _, w := range shown.Words {
			words = append(words, w.Text)
		}
		if page := strings.Join(words, " "); !strings.Contains(page, "digital signature") {
			t.Errorf("%s: the divider says %q", forms, page)
		}
	}
}
