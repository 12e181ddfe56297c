package document

import (
	"strings"
	"testing"

	"rapporteur/layout/lang"
	"rapporteur/report/manifesttest"
	"rapporteur/sources"
	"rapporteur/sources/diag"
)

// TestDelegationsWithoutAList: speakers' delegations and States are what those of a table are compared with where the
// manifest lists none.
func TestDelegationsWithoutAList(t *testing.T) {
	for name, want := range map[string]string{"Keyna": "participant-delegation Kenya", "Quenia": "", "Kenia": "",
		"Republic of Kenya": "", "Observer A": "", "Narnia": "", "Norwey": "participant-delegation Norway"} {
		m := manifesttest.Read(t, "report: {title: T, language: en, date: 2012-03-01}\nsessions:\n"+
			"  - {id: one, title: One, statements: [{id: a, speaker: {name: A, delegation: Kenya}, text: Words.}]}\n")
		var bag diag.Bag
		r := &resolver{m: m, bag: &bag, parties: map[string]*Party{}, d: &Document{Lang: "en",
			Words: lang.Embedded().Of("en")}}
		kenya, speaking := r.meet("Kenya"), 1
		r.meet("Observer B")
		p := r.member(sources.Text{Value: name}, speaking)
		told := ""
		for _, f := range bag.All() {
			told += f.Code + " " + f.Args["nearest"]
		}
		if told != want || (p == kenya) != (name == "Kenia" || name == "Republic of Kenya") || p == nil {
			t.Errorf("%s: %q, want %q; %v", name, told, want, p)
		}
	}
	if got := diag.Nearest("Keyna", strings.Fields("Norway Kenya"), 1); got != "Kenya" {
		t.Error(got)
	}
}
