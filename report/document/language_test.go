package document

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"rapporteur/layout/lang"
	"rapporteur/sources"
	"rapporteur/sources/diag"
)

// TestALanguageThatIsNotWhole: a report in a language whose folder lacks words is refused at the tag, a text in it is
// welcome.
func TestALanguageThatIsNotWhole(t *testing.T) {
	set, err := lang.Embedded().With(fstest.MapFS{"sw/language.yaml": {Data: []byte("name: Kiswahili\n")}})
	if err != nil {
		t.Fatal(err)
	}
	for manifest, want := range map[string]string{
		"report: {title: T, language: sw-KE, date: 2012-03-01}\n" +
			"conclusions: [{id: c, title: C, text: Maneno.}]\n": "1:30 error " +
			"language-incomplete ar, de, el, en, es, fr, pt, ru, vi, zh",
		"report: {title: T, language: en, date: 2012-03-01}\n" +
			"annexes: [{id: c, title: C, language: sw-KE, text: " +
			"Maneno.}]\n": "",
		"report: {title: T, language: en, date: 2012-03-01}\nannexes: [{id: c, title: C, language: xh, text:" +
			" Amazwi.}," +
			" {id: d, title: D, language: xh-ZA, text: Amazwi.}]\n": "2:49 note language-without-data ",
	} {
		dir := t.TempDir()
		file := filepath.Join(dir, "report.yaml")
		if err := os.WriteFile(file, []byte(manifest), 0o666); err != nil {
			t.Fatal(err)
		}
		var bag diag.Bag
		m, _ := sources.Read(t.Context(), nil, file, sources.Languages{Codes: set.Codes()}, &bag)
		if m == nil || bag.Failed() {
			t.Fatal(bag.All())
		}
		Resolve(m, set, &bag)
		var got []string
		for _, d := range bag.All() {
			got = append(got, fmt.Sprintf("%d:%d %s %s %s", d.Pos.Line, d.Pos.Column, d.Severity, d.Code,
				d.Args["allowed"]))
		}
		if strings.Join(got, "\n") != want {
			t.Errorf("%s%q, want %q", manifest, got, want)
		}
	}
}
