package report

import (
	"path/filepath"
	"testing"

	"rapporteur/report/verify"
	"rapporteur/sources/diag"
)

// TestChangedSince: of a report that was changed after it was made its readers are told where to get another, not to
// build it; what an original had wrong, and what has a hint of its own, keeps it.
func TestChangedSince(t *testing.T) {
	found := diagnostics("report.pdf", []verify.Finding{{Code: verify.PageWords, Page: 1},
		{Code: verify.ReceivedLinks, Page: 2, Warning: true}, {Code: verify.SumsDiffer, Page: 3}})
	for _, lang := range []string{"en", "fr"} {
		var before []string
		for _, d := range found {
			before = append(before, d.Hint(lang))
		}
		changed := diag.Diagnostic{Code: verify.Updated}.Hint(lang)
		for i, d := range changedSince(append([]diag.Diagnostic{}, found...)) {
			if want := []string{changed, before[1], before[2]}[i]; d.Hint(lang) != want || want == "" {
				t.Errorf("%s of %s: %q, should be %q", lang, d.Code, d.Hint(lang), want)
			}
		}
		if changed == before[0] {
			t.Errorf("%s: one hint for both: %q", lang, changed)
		}
	}
}

// TestOddReportsVerify: what is odd and right raises no finding: a title of white space, and a statement without text
// that another session's chapter refers to.
func TestOddReportsVerify(t *testing.T) {
	for what, manifest := range map[string]string{
		"a title of white space": "front:\n  - {title: \"\\u2003\", text: A}\n",
		"a statement without text": "sessions:\n  - {id: s1, title: One, statements: [{id: a, " +
			"speaker: {role: Observer}, status: not-received}]}\n" +
			"  - {id: s2, title: Two, debate: \"As [@a] had said.\"}\n",
	} {
		dir := t.TempDir()
		write(t, dir, "report.yaml", []byte("report: {title: T, language: en, date: 2012-03-01}\n"+manifest))
		r, err := Build(t.Context(), Input{Manifest: filepath.Join(dir, "report.yaml"), Out: dir})
		if err != nil || r.Failed || len(r.Findings) > 0 {
			t.Error(what, err, messages(r), r.Findings)
		}
	}
}

// TestLedgerCannotBeRead: where the ledger of the first report is no ledger, the other files of the folder are looked
// at all the same, and what was changed is named.
func TestLedgerCannotBeRead(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "report.yaml", []byte("report: {title: T, language: [en, fr], date: 2012-03-01}\n"+
		"outputs: [report, page]\n"))
	out := filepath.Join(dir, "out")
	r, err := Build(t.Context(), Input{Manifest: filepath.Join(dir, "report.yaml"), Out: out})
	if err != nil || r.Failed {
		t.Fatal(err, messages(r))
	}
	pdfs := PDFs(out)
	if len(pdfs) != 2 {
		t.Fatal(pdfs)
	}
	write(t, filepath.Dir(pdfs[0]), filepath.Base(LedgerBeside(pdfs[0])), []byte("{"))
	write(t, out, "index.html", []byte("<p>another"))
	r, err = VerifyAmong(t.Context(), pdfs[0])
	if err != nil {
		t.Fatal(err)
	}
	told := map[string]bool{}
	for _, d := range r.Findings {
		told[d.Code+" "+d.Args["file"]] = true
	}
	for _, want := range []string{"verify-ledger ", "verify-sums-differ index.html",
		"verify-sums-differ " + filepath.Base(LedgerBeside(pdfs[0]))} {
		if !told[want] {
			t.Errorf("%s is not among %v", want, told)
		}
	}
	if r, err = VerifyAmong(t.Context(), pdfs[1]); err != nil || len(r.Findings) > 0 {
		t.Error("the other report:", err, r.Findings)
	}
}
