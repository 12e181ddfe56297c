package sources

import (
	"strings"
	"testing"

	"rapporteur/sources/diag"
)

// TestEveryMappingHasAName: what a mapping of the manifest is called in a sentence is known in both languages.
func TestEveryMappingHasAName(t *testing.T) {
	names := map[string]bool{"manifest": true}
	for _, p := range everyPlace(&manifestShape) {
		if p.key.kind.of != nil {
			names[p.key.name] = true
		}
	}
	if len(names) < 20 {
		t.Fatalf("only %d mappings were found", len(names))
	}
	for name := range names {
		for _, code := range []string{"unknown-key", "missing-key"} {
			for _, lang := range []string{"en", "fr"} {
				said := diag.Diagnostic{Code: code, Args: diag.Args{"in": name, "key": "x"}}.Message(lang)
				raw := diag.Diagnostic{Code: code, Args: diag.Args{"in": "§", "key": "x"}}.Message(lang)
				if said == strings.ReplaceAll(raw, "§", name) {
					t.Errorf("messages/%s.yaml: %s has no words for %s", lang, code, name)
				}
			}
		}
	}
}

// TestDaysMeant: a date that is certain is suggested, of one that may be either of two days both are.
func TestDaysMeant(t *testing.T) {
	for written, want := range map[string]string{
		"2012-3-1": "2012-03-01", "19/09/2011": "2011-09-19", "09/19/2011": "2011-09-19", "19.9.2011": "2011-09-19",
		"1 March 2012": "2012-03-01", "March 1, 2012": "2012-03-01", "5/5/2012": "2012-05-05",
		"3/4/2012": "2012-04-03 2012-03-04", "20120301": "2012-03-01", "2012年3月1日": "2012-03-01",
		"30/02/2012": "", "soon": "", "2012": "",
	} {
		if got := strings.Join(daysMeant(written), " "); got != want {
			t.Errorf("%s: %q, want %q", written, got, want)
		}
	}
}

// TestHintsNameWhatToType: the hint has the line or the value that is missing, or says how to make the file.
func TestHintsNameWhatToType(t *testing.T) {
	for text, want := range map[string]string{
		"event: {from: 19/09/2011}\n":                                "Did you mean 2011-09-19?",
		"event: {from: 3/4/2011}\n":                                  "Write 2011-04-03 or 2011-03-04",
		"event: {from: 2011-02-30}\n":                                "no day 2011-02-30",
		"event: {from: someday}\n":                                   "for example 2011-09-19",
		"sessions: [{id: a, title: T, date: 2011/9/19 at 3 p.m.}]\n": "Did you mean 2011-09-19T15:00?",
		"sessions: [{id: a, title: T, date: ١٩/٩/٢٠١١}]\n":           "Did you mean 2011-09-19?",
		"sessions: [{title: T}]\n":                                   "Add a line `id: ",
		"sessions: [{id: a, title: T, chair: [President]}]\n":        "`chair: {role: President, delegation: norway}`",
		"delegations: {norway: [Norway]}\n":                          "lines below norway, indented",
		"delegations: {norway: {group: States}}\n":                   "Add a line `name: ",
		"annexes: [{title: T, original: a.txt}]\n":                   "In Word, use File > Save As > PDF.",
		"annexes: [{title: T, text: a.doc}]\n":                       "File > Save As > Word Document (.docx)",
		"annexes: [{title: T, text: a.rtf}]\n":                       "File > Save As > Word Document (.docx)",
		"annexes: [{title: T, text: a.pages}]\n":                     "File > Export To > Word (.docx)",
		"annexes: [{title: T, original: a.key}]\n":                   "Save or export it",
		"annexes: [{title: T, original: a.pages}]\n":                 "File > Export To > PDF",
		"annexes: [{title: T, original: {file: a, sha256: x}}]\n":    "certutil -hashfile FILE SHA256",
	} {
		_, all := manifestIn(t, t.TempDir(), base+text)
		if !strings.Contains(strings.Join(hints(all), "\n"), want) {
			t.Errorf("%s%q, want %q", text, hints(all), want)
		}
	}
}
