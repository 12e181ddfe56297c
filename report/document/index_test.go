package document

import (
	"fmt"
	"strings"
	"testing"
)

const indexed = `
report: {title: T, language: en, date: 2012-03-01}
delegations:
  norway: {name: Norway, group: States}
  chad: {name: Chad, group: States}
  un: {name: United Nations}
sessions:
  - id: s
    title: S
    debate: |
      As [@first] said.

      - And [@second], with [@first].

      Nobody spoke of *[@first]* twice: [@first].
    floor: [chad]
    statements:
      - {id: first, speaker: {name: Kari Nordmann, role: Minister, delegation: norway}, text: One.}
      - {id: second, speaker: {role: Adviser, delegation: norway}, text: Two.}
      - {id: third, speaker: {name: Kari Nordmann, role: Minister, delegation: norway}, text: Three.}
      - {id: fourth, speaker: {role: Observer}, text: Four.}
    panels:
      - {id: p, title: P, floor: [chad, norway], debate: Words.}
annexes:
  - {id: a, title: A, text: "As [@fourth] said."}
`

// TestIndex: people stand under their names, those whose office is all that is known under their delegation; an entry
// has each statement once, each paragraph once, and the sessions in which a delegation took the floor besides.
func TestIndex(t *testing.T) {
	d := resolved(t, indexed)
	var got strings.Builder
	for _, g := range d.Index {
		fmt.Fprintf(&got, "%s\n", g.Title)
		for _, e := range g.Entries {
			fmt.Fprintf(&got, " %s:", e.Name)
			for _, l := range e.Lines {
				fmt.Fprintf(&got, " [%s]", l.Who)
				for _, s := range l.Statements {
					fmt.Fprintf(&got, " %s", s.ID)
				}
			}
			for _, c := range e.Cited {
				fmt.Fprintf(&got, " par. %s", c.Number)
			}
			for _, s := range e.Floor {
				fmt.Fprintf(&got, " floor %s", s.ID)
			}
			fmt.Fprintln(&got)
		}
	}
	want := `Speakers
 Kari Nordmann, Minister (Norway): [] first third par. 2 par. 3
 Observer: [] fourth
States and organizations
 Chad: floor s floor p
 Norway: [Kari Nordmann, Minister] first third [Adviser] second par. 2 par. 3 floor p
`
	if got.String() != want {
		t.Errorf("the index is\n%s\nwant\n%s", got.String(), want)
	}
}
