package ledger

import (
	"bytes"
	"reflect"
	"strings"
	"testing"
)

func sample() *Ledger {
	return &Ledger{Rapporteur: Format, File: "report.pdf", SHA256: "ab", Pages: 3, Language: "fr", Title: "Titre < & >",
		Date: "2012-03-01", Program: "rapporteur 0",
		Conformance: Conformance{Claims: []string{}, Reason: "why"},
		Account:     []Account{{Kind: "cover", ID: "cover", First: 1, Last: 1, Labels: []string{"i"}}},
		Statements: []Item{{ID: "s", Session: "one", Text: &Range{2, 2},
			Originals: []Original{{File: "o.pdf", SHA256: "cd", Pages: 1, First: 3, Last: 3, Labels: []string{"2"},
				ContentSHA256: []string{"ef"}}}}},
		Annexes: []Item{}, Recommendations: []Recommendation{{"r1", 1, 2}}, Contents: []Line{{"One", "one", 2, "1"}},
		Outline: []OutlineItem{{0, "One", 2}},
		Anchors: map[string]Anchor{"s": {2, "1", 0}, "a": {2, "1", 7}},
		Diagnostics: []Diagnostic{{Code: "c", Severity: "warning", File: "report.yaml", Line: 1, Column: 2,
			Message: "m", Hint: "h"}}}
}

// TestWriteRead finds everything again that was written, under the names that the contract gives.
func TestWriteRead(t *testing.T) {
	var first, second bytes.Buffer
	if err := sample().Write(&first); err != nil {
		t.Fatal(err)
	}
	if err := sample().Write(&second); err != nil || first.String() != second.String() {
		t.Errorf("two writings differ: %v", err)
	}
	got, err := Read(bytes.NewReader(first.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(got, sample()) {
		t.Errorf("read back: %+v", got)
	}
	for _, key := range []string{`"rapporteur": 1`, `"first_page": 3`, `"last_page": 3`, `"content_sha256"`,
		`"paragraph": 7`, `"Titre < & >"`, `"session": "one"`} {
		if !strings.Contains(first.String(), key) {
			t.Errorf("no %s in\n%s", key, first.String())
		}
	}
}

// TestReadRefuses plants ledgers that are none.
func TestReadRefuses(t *testing.T) {
	for name, text := range map[string]string{"nothing": "", "not JSON": "report",
		"cut short": `{"rapporteur": 1, "pages":`, "another format": `{"rapporteur": 2}`, "no format": `{}`,
		"wrong type":                    `{"rapporteur": 1, "pages": "three"}`,
		"a key twice":                   `{"rapporteur": 1, "file": "report.pdf", "title": "A", "title": "B"}`,
		"a key in capitals":             `{"rapporteur": 1, "FILE": "report.pdf"}`,
		"a file elsewhere":              `{"rapporteur": 1, "file": "../report.pdf"}`,
		"a file in a folder":            `{"rapporteur": 1, "file": "a/report.pdf"}`,
		"a file in a folder of Windows": `{"rapporteur": 1, "file": "a\\report.pdf"}`, "no file": `{"rapporteur": 1}`} {
		if l, err := Read(strings.NewReader(text)); err == nil {
			t.Errorf("%s: read as %+v", name, l)
		}
	}
}

// TestSumOfWhatIsNotUTF8: a name in an original that is no UTF-8, as of a font in Chinese, has the same sum when the
// ledger is written and when it is read.
func TestSumOfWhatIsNotUTF8(t *testing.T) {
	l := &Ledger{Rapporteur: Format, File: "report.pdf", Title: "T\xcb\xce\xcc\xe5", Account: []Account{}}
	before, err := l.Sum()
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := l.Write(&b); err != nil {
		t.Fatal(err)
	}
	read, err := Read(&b)
	if err != nil {
		t.Fatal(err)
	}
	if after, err := read.Sum(); err != nil || after != before {
		t.Errorf("%s when it is written, %s when it is read (%v)", before, after, err)
	}
}
