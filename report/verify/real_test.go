package verify_test

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"rapporteur/report"
	"rapporteur/report/ledger"
	"rapporteur/report/verify"
)

// letter is an original of two pages, as a delegation might send it, with a content that is easy to find.
const letter = "BT /F1 12 Tf 72 720 Td (Excellencies) Tj ET Q"

func original() []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.4\n")
	var at []int
	for i, o := range []string{"<</Type/Catalog/Pages 2 0 R/Outlines 7 0 R>>",
		"<</Type/Pages/Count 2/Kids[3 0 R 4 0 R]/MediaBox[0 0 595 842]/Resources<</Font<</F1 6 0 R>>>>>>",
		"<</Type/Page/Parent 2 0 R/Contents 5 0 R/Annots[<</Type/Annot/Subtype/Link/Rect[9 9 99 99]/Dest[4 0 " +
			"R/Fit]>>]>>", "<</Type/Page/Parent 2 0 R/Rotate 90/Contents[5 0 R 5 0 R]>>",
		fmt.Sprintf("<</Length %d>>stream\n%s\nendstream", len(letter), letter),
		"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
		"<</First 8 0 R/Last 8 0 R/Count 1>>", "<</Title(Second page)/Parent 7 0 R/Dest[4 0 R/Fit]>>"} {
		at = append(at, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(at)+1)
	for _, n := range at {
		fmt.Fprintf(&b, "%010d 00000 n \n", n)
	}
	fmt.Fprintf(&b, "trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(at)+1, start)
	return b.Bytes()
}

// build makes a report of a dozen statements in a language and reads its ledger.
func build(t *testing.T, lang, words string) (pdf string, l *ledger.Ledger) {
	t.Helper()
	dir := t.TempDir()
	var m strings.Builder
	fmt.Fprintf(&m, "rapporteur: 1\nreport: {title: %q, language: %s, date: 2012-03-01, symbol: "+
		"A/66/1}\npublication: {organization: %q}\nsessions:\n  - id: opening\n    title: %q\n    debate: \"%s "+
		"[@s3]. {#paragraph}\"\n    statements:\n",
		words, lang, words, words, words)
	for i := range 12 {
		fmt.Fprintf(&m, "      - {id: s%d, speaker: {role: %q}, title: %q, text: %q", i+1, words,
			strings.Repeat(words+" ", 1+i%4*3), strings.Repeat(words+" ", 20))
		if i%4 == 0 {
			m.WriteString(", original: s.pdf")
		}
		m.WriteString("}\n")
	}
	fmt.Fprintf(&m, "recommendations:\n  - {id: r1, text: %q, from: [s1, opening, paragraph]}\nannexes:\n  - {id: "+
		"map, title: %q, original: s.pdf}\n", words, words)
	for name, data := range map[string][]byte{"report.yaml": []byte(m.String()), "s.pdf": original()} {
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	r, err := report.Build(context.Background(), report.Input{Manifest: filepath.Join(dir, "report.yaml"),
		Out: filepath.Join(dir, "dist")})
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range append(r.Diagnostics, r.Findings...) {
		if d.Code == "original-twice" { // it is
			continue
		}
		t.Errorf("%s: %s: %s", d.Pos, d.Code, d.Message("en"))
	}
	return filepath.Join(dir, "dist", "report.pdf"), account(t, filepath.Join(dir, "dist", "report.json"))
}

func account(t testing.TB, path string) *ledger.Ledger {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	l, err := ledger.Read(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func codes(t *testing.T, pdf string, l *ledger.Ledger) (out []string) {
	t.Helper()
	found, err := verify.CheckDraft(context.Background(), nil, pdf, l)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range found {
		if !slices.Contains(out, f.Code) {
			out = append(out, f.Code)
		}
	}
	return out
}

// TestReal: what the linker writes keeps every promise, whichever way its language runs; and verify reads it, for a
// ledger that is wrong in one thing is
// found to be wrong in that.
func TestReal(t *testing.T) {
	for _, c := range []struct{ lang, words string }{{"en", "The Conference took note"}, {"ar", "أحاط المؤتمر علما"},
		{"zh", "会议注意到"}, {"ru", "Конференция приняла к сведению"}} {
		t.Run(c.lang, func(t *testing.T) {
			pdf, l := build(t, c.lang, c.words)
			if found := codes(t, pdf, l); len(found) > 0 {
				t.Fatalf("found %v", found)
			}
			if len(l.Contents) < 14 || len(l.Outline) < 14 || len(l.Anchors) < 14 {
				t.Fatalf("%d lines of contents, %d items of the outline, %d anchors", len(l.Contents), len(l.Outline),
					len(l.Anchors))
			}
			last := len(l.Contents) - 1
			folio := l.Statements[0].Text.First
			for _, f := range []struct {
				what  string
				spoil func(l *ledger.Ledger)
				want  string
			}{
				{"a page of a line", func(l *ledger.Ledger) { l.Contents[last].Page-- }, verify.ContentsPage},
				{"a label of a line", func(l *ledger.Ledger) { l.Contents[last].Label += "0" }, verify.ContentsLabel},
				{"a line", func(l *ledger.Ledger) { l.Contents = l.Contents[:last] }, verify.ContentsLines},
				{"a page of an item", func(l *ledger.Ledger) { l.Outline[3].Page++ }, verify.OutlinePage},
				{"an item", func(l *ledger.Ledger) { l.Outline = slices.Delete(l.Outline, 3, 4) }, verify.OutlineExtra},
				{"a page of an anchor", func(l *ledger.Ledger) {
					a := l.Anchors["s3"]
					a.Page++
					l.Anchors["s3"] = a
				}, verify.AnchorPage},
				{"a label of a page", func(l *ledger.Ledger) {
					for i := range l.Account {
						if a := &l.Account[i]; a.First == folio {
							a.Labels[0] = "999"
						}
					}
				}, verify.PageLabel},
				{"a sum", func(l *ledger.Ledger) {
					l.Annexes[0].Originals[0].ContentSHA256[1] = strings.Repeat("0", 64)
				}, verify.OriginalContent},
				{"a page more", func(l *ledger.Ledger) { l.Pages++ }, verify.PageCount},
				{"a title", func(l *ledger.Ledger) { l.Title += "." }, verify.Metadata},
				{"a claim", func(l *ledger.Ledger) { l.Conformance.Claims = append(l.Conformance.Claims, "PDF/A-3b") },
					verify.ClaimsDiffer},
				{"a statement", func(l *ledger.Ledger) { l.Statements[2].ID = "s99" }, verify.ItemAnchor},
				{"a recommendation", func(l *ledger.Ledger) { l.Recommendations[0].Page++ }, verify.ItemPage},
			} {
				l := account(t, filepath.Join(filepath.Dir(pdf), "report.json"))
				f.spoil(l)
				if found := codes(t, pdf, l); !slices.Contains(found, f.want) {
					t.Errorf("%s: found %v, should be %s among them", f.what, found, f.want)
				}
			}
		})
	}
}

// TestRealBytes: a byte of an original changed in the finished file is found, though the ledger's sum is made to agree.
func TestRealBytes(t *testing.T) {
	pdf, l := build(t, "en", "The Conference took note")
	data, err := os.ReadFile(pdf)
	if err != nil {
		t.Fatal(err)
	}
	i := bytes.Index(data, []byte("Excellencies"))
	if i < 0 {
		t.Fatal("the original's stream is not in the file as it was received")
	}
	data[i] = 'e'
	other := filepath.Join(t.TempDir(), "other.pdf")
	if err := os.WriteFile(other, data, 0o644); err != nil {
		t.Fatal(err)
	}
	if found := codes(t, other, l); !slices.Equal(found, []string{verify.OtherFile}) {
		t.Errorf("found %v, should be %s", found, verify.OtherFile)
	}
	sum := sha256.Sum256(data)
	l.SHA256 = hex.EncodeToString(sum[:])
	want := []string{verify.Stray, verify.OriginalContent} // the first is the identifier, a sum of all before it
	if found := codes(t, other, l); !slices.Equal(found, want) {
		t.Errorf("found %v, should be %s", found, want)
	}
}

// BenchmarkCheck verifies the report in the folder that RAPPORTEUR_REPORT names.
func BenchmarkCheck(b *testing.B) {
	dir := os.Getenv("RAPPORTEUR_REPORT")
	if dir == "" {
		b.Skip("RAPPORTEUR_REPORT names no folder with a report")
	}
	l := account(b, filepath.Join(dir, "report.json"))
	for b.Loop() {
		if _, err := verify.Check(context.Background(), filepath.Join(dir, "report.pdf"), l); err != nil {
			b.Fatal(err)
		}
	}
}
