package cite

import (
	"encoding/json"
	"strings"
	"testing"

	"rapporteur/layout"
	"rapporteur/report/document"
	"rapporteur/sources"
)

// cited is a report of two statements, one of which was not received.
func cited() *Edition {
	session := &document.Session{ID: "opening", Date: sources.Date{Year: 2011, Month: 9, Day: 5}}
	state := &document.Party{Name: "Norway"}
	d := &document.Document{Title: "100% {true} & more_", Lang: "en", Event: document.Event{Place: "Geneva"},
		Publication: document.Publication{Organization: "United Nations"}, Statements: []*document.Statement{
			{ID: "norway", Title: "A \\ #1", Session: session, Lang: "fr", Symbol: "A/66/1",
				Text:     &document.Text{Lang: "en"},
				Speakers: []document.Person{{Name: "Ban Ki-moon", Role: "R"}, {Party: state}}},
			{ID: "gone", Session: session}}}
	return &Edition{Document: d, Pages: &layout.Pages{Labels: []string{"i", "1", "2"},
		Places: map[string]layout.Place{"norway": {Page: 2, Last: 3}}},
		Address: func(id string) string { return "https://example.org/{x}#" + id }}
}

// TestBibTeX: braces are in pairs whatever the words, what TeX takes for a command is escaped, names stay whole.
func TestBibTeX(t *testing.T) {
	got := string(BibTeX(cited()))
	for _, want := range []string{"@inproceedings{norway,", "author = {{Ban Ki-moon} and {Norway}},",
		`title = {{A \textbackslash{} \#1}},`, `booktitle = {{100\% \{true\} \& more\_}},`, "date = {2011-09-05},",
		"pages = {1--2},", "number = {A/66/1},", "language = {en},", "origlanguage = {fr},",
		"url = {https://example.org/%7Bx%7D#norway},"} {
		if !strings.Contains(got, want) {
			t.Errorf("%s is not in\n%s", want, got)
		}
	}
	depth := 0
	for _, r := range strings.NewReplacer(`\{`, "", `\}`, "").Replace(got) {
		switch r {
		case '{':
			depth++
		case '}':
			depth--
		}
		if depth < 0 {
			break
		}
	}
	if depth != 0 || strings.Count(got, "@") != 1 {
		t.Errorf("the braces of %s are not in pairs, or what was not said is cited", got)
	}
}

// TestCSL: the fields of a speech.
func TestCSL(t *testing.T) {
	data, err := CSL(cited())
	if err != nil {
		t.Fatal(err)
	}
	var list []map[string]any
	if err := json.Unmarshal(data, &list); err != nil || len(list) != 1 {
		t.Fatal(err, list)
	}
	for key, want := range map[string]string{"id": `"norway"`, "type": `"speech"`, "page": `"1-2"`, "language": `"en"`,
		"author": `[{"literal":"Ban Ki-moon"},{"literal":"Norway"}]`, "issued": `{"date-parts":[[2011,9,5]]}`,
		"event-place": `"Geneva"`, "number": `"A/66/1"`} {
		if got, _ := json.Marshal(list[0][key]); string(got) != want {
			t.Errorf("%s is %s", key, got)
		}
	}
}
