package report

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestPunctuationIsTheLanguages: what the report puts between its own words is written as its language writes it.
func TestPunctuationIsTheLanguages(t *testing.T) {
	const manifest = `rapporteur: 1
report: {title: T, language: LANG, date: 2012-03-01}
sessions:
  - id: s
    title: S
    date: 2011-09-19T10:00
    statements:
      - {id: a, title: X, speaker: {role: R, delegation: D}, text: "Words."}
      - {id: b, speaker: {role: Q, delegation: E}, text: "Words."}
recommendations:
  - {id: r1, text: "Words.", from: [a, b], addressees: [G, H]}
annexes:
  - {id: n, title: N, text: "Words."}
`
	for _, c := range []struct {
		code        string
		want, never []string
	}{
		{"zh", []string{"R（D）：", "R（D）：X", "D，", "；", "G和H。", "附件一：N", "19日，10:00"},
			[]string{" (D)", "D, ", "; ", "R（D）. "}},
		{"ar", []string{"R (D). ", "D، ", "؛ ", "المرفق الأول. N"}, []string{"D, ", "; "}},
		{"fr", []string{"R (D). ", "D, ", " ; ", "Annexe I. N", "Déclaration : Q (E)"}, []string{"）", "D، "}},
	} {
		t.Run(c.code, func(t *testing.T) {
			dir := t.TempDir()
			if err := os.WriteFile(filepath.Join(dir, "report.yaml"),
				[]byte(strings.ReplaceAll(manifest, "LANG", c.code)), 0o666); err != nil {
				t.Fatal(err)
			}
			var out bytes.Buffer
			result, err := Show(context.Background(), Input{Manifest: filepath.Join(dir, "report.yaml")}, "blocks", "",
				&out)
			if err != nil || result.Failed {
				t.Fatalf("%v\n%s", err, messages(result))
			}
			said := strings.NewReplacer("*", "", "[", "", "]", "", "_", "").Replace(out.String())
			for _, w := range c.want {
				if !strings.Contains(said, w) {
					t.Errorf("nowhere: %q", w)
				}
			}
			for _, w := range c.never {
				if strings.Contains(said, w) {
					t.Errorf("of another language: %q", w)
				}
			}
			if t.Failed() {
				t.Log(out.String())
			}
		})
	}
}
