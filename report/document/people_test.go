package document

import (
	"fmt"
	"strings"
	"testing"

	"rapporteur/layout/lang"
	"rapporteur/report/manifesttest"
	"rapporteur/sources/diag"
)

// TestPeople: who spoke is named by what is known, shortly, wholly, in an index and within a sentence, and a delegation
// that the words before it name already is not named again.
func TestPeople(t *testing.T) {
	words := lang.Embedded().Of("en")
	norway := &Party{Name: "Norway"}
	for _, c := range []struct {
		name, role, sort string
		party            *Party
		want             string
	}{
		{"Ola Nordmann", "Minister", "", norway,
			"Ola Nordmann (Norway)|Ola Nordmann, Minister (Norway)|Ola Nordmann, Minister (Norway)|Ola Nordmann"},
		{"Ola Nordmann", "Minister", "", nil,
			"Ola Nordmann|Ola Nordmann, Minister|Ola Nordmann, Minister|Ola Nordmann"},
		{"", "Minister", "", norway, "Minister (Norway)|Minister (Norway)|Norway (Minister)|Norway"},
		{"", "Minister of Norway", "", norway,
			"Minister of Norway|Minister of Norway|Norway (Minister of Norway)|Norway"},
		{"", "Chair", "", nil, "Chair|Chair|Chair|Chair"},
		{"", "", "", norway, "Norway|Norway|Norway|Norway"},
		{"Ola", "", "", norway, "Ola (Norway)|Ola (Norway)|Ola (Norway)|Ola"},
		{"Mission of Norway", "", "", norway,
			"Mission of Norway|Mission of Norway|Mission of Norway|Mission of Norway"},
		{"", "", "", nil, "|||"},
		{"Ola", "", "", &Party{Name: "Fund (FAO)"}, "Ola, Fund (FAO)|Ola, Fund (FAO)|Ola, Fund (FAO)|Ola"},
	} {
		p := Person{Name: c.name, Role: c.role, Sort: c.sort, Party: c.party, words: words}
		if got := strings.Join([]string{p.Short(), p.Long(), p.Entry(), p.Cited()}, "|"); got != c.want {
			t.Errorf("%q, %q of %v is %s, want %s", c.name, c.role, c.party, got, c.want)
		}
	}
	sorted := &Party{Name: "The Gambia", Sort: "Gambia"}
	for want, p := range map[string]Person{"Nordmann": {Name: "Ola", Sort: "Nordmann", Party: sorted},
		"Gambia": {Role: "Chair", Party: sorted}, "Ola (The Gambia)": {Name: "Ola", Party: sorted, words: words},
		"Chair": {Role: "Chair"}} {
		if got := p.Key(); got != want {
			t.Errorf("%+v is sorted by %q, want %q", p, got, want)
		}
	}
	two := &Statement{Title: "T", Speakers: []Person{{Role: "Chair", Party: norway, words: words}, {Party: norway,
		words: words},
		{Name: "Ola", words: words}}}
	if got := two.By() + "|" + two.Cited(); got != "Chair (Norway), Norway, Ola|Norway, Ola" {
		t.Errorf("a statement of several is by %s", got)
	}
	if none := (&Statement{Title: "T"}); none.By() != "T" || none.Cited() != "T" || none.Called() != "T" {
		t.Errorf("a statement of nobody is by %q, cited as %q, called %q", none.By(), none.Cited(), none.Called())
	}
}

// TestCalled: a statement that has no title is called by who made it, as the language says it within a sentence.
func TestCalled(t *testing.T) {
	for speakers, want := range map[string]string{
		"[{name: Ola Nordmann, role: Minister, delegation: Norway}]": "Statement by Ola Nordmann, Minister (Norway)",
		"[{role: Minister, delegation: Norway}]":                     "Statement by the Minister of Norway",
		"[{role: Minister of Norway, delegation: Norway}]":           "Statement by the Minister of Norway",
		"[{name: Ola Nordmann, delegation: Norway}]":                 "Statement by Ola Nordmann (Norway)",
		"[{name: Ola Nordmann}]":                                     "Statement by Ola Nordmann",
		"[{delegation: Norway}]":                                     "Statement by Norway",
		"[{role: Chair}]":                                            "Statement by the Chair",
		"[{delegation: Norway}, {delegation: Kenya}]":                "Statement by Norway and Kenya",
	} {
		d := resolved(t, "report: {title: T, language: en, date: 2012-03-01}\nsessions:\n  - id: s\n    title: S\n"+
			"    statements: [{id: a, speaker: "+speakers+", text: Words.}]\n")
		if got := d.Statements[0].Called(); got != want {
			t.Errorf("%s: %q, want %q", speakers, got, want)
		}
	}
}

// TestPhrases: for whom a statement was made, and who read it out, is said in a phrase of the language, or as the
// manifest has it.
func TestPhrases(t *testing.T) {
	for keys, want := range map[string]string{
		"on_behalf_of: Kenya":     "Kenya|On behalf of Kenya|",
		"on_behalf_of: the Group": "the Group|On behalf of the Group|",
		"on_behalf_of: {name: the Group, phrase: for the whole Group}": "the Group|for the whole Group|",
		"on_behalf_of: {phrase: for all}":                              "for all|for all|",
		"delivered_by: {role: Chair}":                                  "||Delivered by the Chair",
		"delivered_by: {name: Ola Nordmann}":                           "||Delivered by Ola Nordmann",
		"delivered_by: {name: Ola Nordmann, phrase: read out}":         "||read out",
	} {
		d := resolved(t, "report: {title: T, language: en, date: 2012-03-01}\nsessions:\n  - id: s\n    title: S\n"+
			"    statements: [{id: a, speaker: {delegation: Norway}, text: Words., "+keys+"}]\n")
		s := d.Statements[0]
		if got := s.OnBehalfOf + "|" + s.ForWhom + "|" + s.ReadBy; got != want {
			t.Errorf("%s: %q, want %q", keys, got, want)
		}
	}
}

// TestDays: the days of an event, and of a session with its hour.
func TestDays(t *testing.T) {
	for event, want := range map[string]string{"{from: 2011-09-19, to: 2011-09-20}": "19–20 September 2011",
		"{from: 2011-09-19}": "19 September 2011", "{to: 2011-09-20}": "20 September 2011", "{place: Geneva}": ""} {
		d := resolved(t,
			"report: {title: T, language: en, date: 2012-03-01}\nevent: "+event+"\nsummary: {text: Words.}\n")
		if got := d.Days(); got != want {
			t.Errorf("%s: %q, want %q", event, got, want)
		}
	}
}

// codes resolves a manifest and gives the codes that are told, each with its line.
func codes(t *testing.T, manifest string) string {
	t.Helper()
	var bag diag.Bag
	Resolve(manifesttest.Read(t, manifest), lang.Embedded(), &bag)
	var out []string
	for _, f := range bag.All() {
		out = append(out, fmt.Sprintf("%d:%s", f.Pos.Line, f.Code))
	}
	return strings.Join(out, " ")
}

// TestSense: days that do not follow each other, numbers that are none, and statements that cannot be printed are told
// where they stand; what may be meant is not.
func TestSense(t *testing.T) {
	const head = "report: {title: T, language: en, date: %s}\nevent: {from: 2011-09-19, to: 2011-09-21}\n"
	days := func(report, first, second string) string {
		return fmt.Sprintf(head, report) + "sessions:\n  - {id: a, title: A, debate: Words., date: " + first +
			"}\n  - {id: b, title: B, debate: Words., date: " + second + "}\n"
	}
	for name, c := range map[string]struct{ manifest, want string }{
		"in order":         {days("2012-03-01", "2011-09-19", "2011-09-21"), ""},
		"on one day":       {days("2011-09-21", "2011-09-19", "2011-09-19"), ""},
		"published early":  {days("2011-09-20", "2011-09-19", "2011-09-21"), "1:published-early"},
		"before the event": {days("2012-03-01", "2011-09-18", "2011-09-21"), "4:session-outside-event"},
		"after the event":  {days("2012-03-01", "2011-09-19", "2011-09-22"), "5:session-outside-event"},
		"out of order":     {days("2012-03-01", "2011-09-20", "2011-09-19"), "5:sessions-out-of-order"},
		"hours in order":   {days("2012-03-01", "2011-09-20T10:00", "2011-09-20T15:00"), ""},
		"hours out of order": {days("2012-03-01", "2011-09-20T15:00", "2011-09-20T10:00"),
			"5:sessions-out-of-order"},
		"an hour and none":      {days("2012-03-01", "2011-09-20T15:00", "2011-09-20"), ""},
		"the last day, an hour": {days("2012-03-01", "2011-09-20", "2011-09-21T23:00"), ""},
		"one day": {"report: {title: T, language: en, date: 2011-09-18}\nevent: {from: 2011-09-19}\nsessions:\n" +
			"  - {id: a, title: A, debate: Words., date: 2011-09-20}\n", "1:published-early 4:session-outside-event"},
		"no event": {"report: {title: T, language: en, date: 2011-09-18}\nsessions:\n" +
			"  - {id: a, title: A, debate: Words., date: 2011-09-20}\n", ""},
		"of a panel": {fmt.Sprintf(head, "2012-03-01") + "sessions:\n  - id: a\n    title: A\n    panels:\n" +
			"      - {id: p, title: P, debate: Words., date: 2011-09-29}\n", "7:session-outside-event"},
		"numbers": {fmt.Sprintf(head, "2012-03-01") +
			"summary: {text: Words.}\npublication:\n  isbn: 978-92-1-100000-1\n  issn: 0378-5956\n" +
			"  doi: 11.1234/x\n", "5:isbn-wrong 6:issn-wrong 7:doi-wrong"},
		"sound numbers": {fmt.Sprintf(head, "2012-03-01") +
			"summary: {text: Words.}\npublication:\n  isbn: 978-3-16-148410-0\n  issn: 0378-5955\n" +
			"  doi: 10.1234/x\n", ""},
	} {
		if got := codes(t, c.manifest); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

// TestStatementsThatMakeNoSense: a statement that was withdrawn is not printed nor cited.
func TestStatementsThatMakeNoSense(t *testing.T) {
	for keys, want := range map[string]string{
		"text: Words.":                       "",
		"text: Words., status: withdrawn":    "7:status-printed 8:withdrawn-cited",
		"text: Words., status: not-received": "7:status-printed",
		"original: a.pdf, status: withdrawn": "7:status-printed 8:withdrawn-cited",
		"status: withdrawn":                  "8:withdrawn-cited",
		"status: not-received":               "",
	} {
		got := codes(t,
			"report: {title: T, language: en, date: 2012-03-01}\nsessions:\n  - id: s\n    title: S\n    statements:\n"+
				"      - {id: b, speaker: {delegation: Kenya}, text: Others.}\n"+
				"      - {id: a, speaker: {delegation: Norway}, "+keys+"}\n    debate: \"Said [@a].\"\n")
		if got != want {
			t.Errorf("%s: %q, want %q", keys, got, want)
		}
	}
}
