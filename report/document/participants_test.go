package document

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rapporteur/layout/lang"
	"rapporteur/sources"
	"rapporteur/sources/diag"
)

// laid resolves a report of files, and gives what is told, each with its line.
func laid(t *testing.T, files map[string]string) (d *Document, told string) {
	t.Helper()
	dir := t.TempDir()
	for name, data := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(data), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	var bag diag.Bag
	m, err := sources.Read(context.Background(), nil, filepath.Join(dir, "report.yaml"),
		sources.Languages{Codes: lang.Embedded().Codes()}, &bag)
	if err != nil {
		t.Fatal(err)
	}
	d = Resolve(m, lang.Embedded(), &bag)
	for _, f := range bag.All() {
		told += fmt.Sprintf(" %d:%s", f.Pos.Line, f.Code)
	}
	return d, strings.TrimSpace(told)
}

// listed resolves a report with a table of participants, and gives them in order, and what is told.
func listed(t *testing.T, delegations, table string) (list, told string) {
	t.Helper()
	d, told := laid(t, map[string]string{"p.csv": table, "report.yaml": "report: {title: T, language: en, " +
		"date: 2012-03-01}\ndelegations: {" + delegations + "}\nsummary: {text: Words.}\nparticipants: p.csv\n"})
	for _, g := range d.Members {
		list += "[" + g.Name + "]"
		for _, p := range g.Parties {
			list += " " + p.Name + ":"
			for _, m := range p.Members {
				list += " " + strings.Join(strings.Fields(m.Name+" "+m.Role), "-")
			}
		}
		list += " "
	}
	return strings.TrimSpace(list), told
}

// TestParticipants: groups stand as they first come, from the table or else from the delegation, delegations by their
// names or sort keys, members as listed or by theirs; who has no member stands there too.
func TestParticipants(t *testing.T) {
	const three = "norway: {name: Norway, group: States}, kenya: {name: Kenya, group: States}, " +
		"gambia: {name: The Gambia, sort: Gambia, group: States}, fund: {name: Fund, group: Bodies}"
	for name, c := range map[string]struct{ table, want string }{
		"by key": {"delegation,name,role\nnorway,B,\nnorway,A,\nkenya,C,\n",
			"[States] The Gambia: Kenya: C Norway: B A [Bodies] Fund:"},
		"by name": {"delegation,name,role\nNorway,B,\nKenya,C,\n",
			"[States] The Gambia: Kenya: C Norway: B [Bodies] Fund:"},
		"by the table's groups": {"group,delegation,name,role\nHosts,norway,B,\n,kenya,C,\n",
			"[Hosts] Norway: B [States] The Gambia: Kenya: C Norway: [Bodies] Fund:"},
		"by sort keys": {"delegation,name,role,sort\nnorway,B,,2\nnorway,A,,1\nkenya,C,,\n",
			"[States] The Gambia: Kenya: C Norway: A B [Bodies] Fund:"},
		"of no delegation": {"delegation,name,role\n,X,Expert\n",
			"[] : X-Expert [States] The Gambia: Kenya: Norway: [Bodies] Fund:"},
		"bodies first": {"delegation,name,role\nfund,F,\nkenya,C,\n",
			"[Bodies] Fund: F [States] The Gambia: Kenya: C Norway:"},
	} {
		if got, told := listed(t, three, c.table); got != c.want || told != "" {
			t.Errorf("%s: %s, told %q, want %s", name, got, told, c.want)
		}
	}
}

// TestListedTwice: a person who stands in the table twice is told, unless it is with two offices.
func TestListedTwice(t *testing.T) {
	const head = "delegation,name,role\n"
	for table, want := range map[string]string{
		"norway,Ola N.,Minister\nnorway,OLA  N.,minister\n": "3:participant-twice",
		"norway,Ola N.,Minister\nnorway,Ola N.,Envoy\n":     "",
		"norway,Ola N.,Minister\nnorway,Ola N.,\n":          "3:participant-twice",
		"norway,Ola N.,\nnorway,Ola N.,Envoy\n":             "3:participant-twice",
		"norway,Ola N.,Minister\nkenya,Ola N.,Minister\n":   "",
		"norway,,Minister\nnorway,,Minister\n":              "",
		"norway,Ola N.,A\nnorway,Ola N.,B\nnorway,Ola N.,A\nnorway,Ola N.,B\n": "4:participant-twice " +
			"5:participant-twice",
	} {
		if _, told := listed(t, "norway: Norway, kenya: Kenya", head+table); told != want {
			t.Errorf("%q: told %q, want %q", table, told, want)
		}
	}
}

// TestOneTextOfTwo: a file that is the text of two statements is told, and one that is that of each in its language is
// not.
func TestOneTextOfTwo(t *testing.T) {
	for texts, want := range map[string]string{"a.md b.md c.md": "", "a.md b.md a.md": "8:text-twice",
		"a.md a.md a.md": "7:text-twice 8:text-twice", "b.md Words. Words.": ""} {
		f := strings.Fields(texts)
		manifest := fmt.Sprintf("report: {title: T, language: en, date: 2012-03-01}\nsessions:\n  - id: s\n"+
			"    title: S\n    statements:\n      - {id: a, speaker: {name: A}, text: %s}\n"+
			"      - {id: b, speaker: {name: B}, text: %s}\n      - {id: c, speaker: {name: C}, text: %s}\n", f[0],
			f[1], f[2])
		_, told := laid(t, map[string]string{"report.yaml": manifest, "a.md": "One.", "b.md": "Two.", "c.md": "Three."})
		if told != want {
			t.Errorf("%s: told %q, want %q", texts, told, want)
		}
	}
}
