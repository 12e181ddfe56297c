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
