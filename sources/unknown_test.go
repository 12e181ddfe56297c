package sources

import (
	"fmt"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"rapporteur/sources/diag"
)

// TestUnknownKeys: what officials write first, and what they are told. The hint is given up to its list of keys.
func TestUnknownKeys(t *testing.T) {
	statement := "sessions:\n  - id: a\n    title: A\n    statements:\n      - {id: b, title: B, original: o.pdf, "
	for text, want := range map[string][]string{
		// Other words for a key that is here.
		"event: {name: N, location: L, start: 2011-09-19, end: 2011-09-20}\n": {
			"Use title instead.", "Use place instead.", "Use from instead.", "Use to instead."},
		"event: {Titre: N, Lieu: L, Début: 2011-09-19}\n": {
			"Use title instead.", "Use place instead.", "Use from instead."},
		"sessions:\n  - {id: a, title: A, président: {role: R}}\n": {"Use chair instead."},
		statement + "author: {role: R}, draft: yes, lang: fr}\n": {
			"Use speaker instead.", "Use status instead.", "Use language instead."},
		statement + "speaker: {role: R, country: norway}}\n": {"Use delegation instead."},
		"annexes:\n  - {title: A, original: {pdf: o.pdf, file: o.pdf}}\n": {
			"That is what file is for, which is here already: delete one of the two."},
		"front:\n  - {title: A, body: B}\n": {"Use text instead."},
		"recommendations:\n  - {id: r, content: T, to: [a]}\n": {
			"Use text instead.", "Use addressees instead."},
		statement + "onBehalfOf: A, delivered-by: {role: R}}\n": {
			"Use on_behalf_of instead.", "Use delivered_by instead."},
		"layout: {page size: A4, font-size: 11, line-height: 14, marge: {}}": {
			"Use paper instead.", "Use size instead.", "Use leading instead.", "Use margins instead."},
		// Mistyped.
		"event: {palce: a, organisers: [b], utl: c}\n": {
			"Did you mean place?", "Use organizers instead.", "Did you mean url?"},
		"sessions: [{idd: a, title: T}]\n": {"Did you mean id?"},
		"sesions: []\n":                    {"Did you mean sessions?"},
		// Nothing is like it.
		"event: {colour: red}\n": {""},
		"event: {qqq: red}\n":    {""},
		"event: {ro: red}\n":     {""},
		// It belongs elsewhere.
		"date: 2012-01-01\n": {"date belongs under `report:`, `sessions:`."},
		"place: Geneva\n":    {"place belongs under `event:`."},
		"name: Seminar\n":    {"title belongs under `report:`, `event:`."},
		"sessions:\n  - {id: a, title: A, original: o.pdf}\n": {"original belongs under `statements:`."},
		statement + "role: Minister}\n":                       {"role belongs under `speaker:`, `delivered_by:`."},
		statement + "date: 2011-09-19}\n":                     {"date belongs under `sessions:`."},
		statement + "president: {role: R}}\n":                 {"chair belongs under `sessions:`."},
		"publication: {summary: {text: T}}\n": {
			"summary is one of the manifest's main keys: write it without indentation."},
		"publication: {résumé: {text: T}}\n": {
			"summary is one of the manifest's main keys: write it without indentation."},
		// One advice is not given twice, nor for a key that stands already.
		"event: {venue: a, location: b}\n": {"Use place instead.", ""},
		"event: {place: a, location: b}\n": {
			"That is what place is for, which is here already: delete one of the two."},
		"event: {pace: a, plac: b, place: c}\n":    {"", ""},
		"event: {organiser: [b], organizer: []}\n": {"Use organizers instead.", ""},
	} {
		dir := t.TempDir()
		write(t, dir, "o.pdf", "x")
		_, all := manifestIn(t, dir, base+text)
		var got []string
		for _, d := range all {
			if d.Code == "unknown-key" {
				hint, _, found := strings.Cut(d.Hint("en"), "The keys here are: ")
				if !found {
					t.Errorf("%s: no keys are listed: %s", text, d.Hint("en"))
				}
				got = append(got, strings.TrimSpace(hint))
			}
		}
		if strings.Join(got, "|") != strings.Join(want, "|") {
			t.Errorf("%s%q\nwant\n%q", text, got, want)
		}
	}
}

// TestUnknownColumns: the heads of a French table are told in the format's words; what is like nothing is left alone.
func TestUnknownColumns(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "p.csv", "Nom;Fonction;Pays;Insitution;email\n")
	write(t, dir, "report.yaml", base+"participants: p.csv\n")
	want := []string{"Écrire plutôt name.", "Écrire plutôt role.", "Écrire plutôt delegation.",
		"Serait-ce institution ?", "Supprimer la colonne ou la renommer."}
	all := read(t, dir)
	for i, d := range all {
		if len(all) != len(want) || d.Code != "csv-column" || !strings.HasPrefix(d.Hint("fr"), want[i]) {
			t.Errorf("%s %s", d.Pos, d.Hint("fr"))
		}
	}
	if len(all) != len(want) {
		t.Errorf("%d findings in %s", len(all), filepath.Join(dir, "p.csv"))
	}
}

// TestColumnsOfOneName: two columns that people call by words of one meaning are not told to take the same name.
func TestColumnsOfOneName(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "p.csv", "name,titre,fonction\n")
	write(t, dir, "report.yaml", base+"participants: p.csv\n")
	seen := map[string]bool{}
	for _, d := range read(t, dir) {
		if meant := d.Args["meant"] + d.Args["nearest"]; meant != "" && seen[meant] {
			t.Errorf("%s twice", meant)
		} else {
			seen[meant] = true
		}
	}
	if !seen["role"] || !seen["honorific"] || len(seen) != 2 {
		t.Error(seen)
	}
}

// TestProposedIDs: an item without an id is told to take one that is made of its own words, and that no other has.
func TestProposedIDs(t *testing.T) {
	_, found := manifestIn(t, t.TempDir(), base+`sessions:
  - id: norway
    title: Opening
    statements:
      - {speaker: {role: Minister, delegation: Norway}, text: Words.}
      - {speaker: {role: Minister, delegation: Côte d’Ivoire}, text: Words.}
      - {speaker: Kenya, text: Words.}
      - {speaker: Kenya, text: Words.}
      - {speaker: Кения, text: Words.}
`)
	var got []string
	for _, d := range found {
		if d.Code == "missing-key" {
			got = append(got, d.Args["example"])
		}
	}
	want := "[id: norway-2 id: cote-divoire id: kenya id: kenya-2 id: norway-3]"
	if fmt.Sprint(got) != want {
		t.Errorf("%v, want %s", got, want)
	}
}

// TestManyUnknown: what hints cost grows with the number of unknown keys and columns, and no faster: five times as many
// take some five times the memory, not 25 times.
func TestManyUnknown(t *testing.T) {
	cost := func(n int) uint64 {
		var keys, columns strings.Builder
		keys.WriteString("event:\n")
		columns.WriteString("name")
		for i := range n {
			fmt.Fprintf(&keys, "  key%d: x\n", i)
			fmt.Fprintf(&columns, ",column%d", i)
		}
		dir := t.TempDir()
		write(t, dir, "p.csv", columns.String()+"\n")
		write(t, dir, "report.yaml", base+keys.String()+"participants: p.csv\n")
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		if found := len(read(t, dir)); found != 2*n {
			t.Fatalf("%d findings of %d", found, 2*n)
		}
		runtime.ReadMemStats(&after)
		return after.TotalAlloc - before.TotalAlloc
	}
	few, many := cost(4_000), cost(20_000)
	if many > 8*few {
		t.Errorf("4,000 take %d bytes, 20,000 %d", few, many)
	}
}

// TestHiddenKeys: a key that is read only to be refused is suggested nowhere.
func TestHiddenKeys(t *testing.T) {
	_, all := manifestIn(t, t.TempDir(), base+
		"sessions:\n  - id: a\n    title: A\n    panels:\n      - {id: b, title: B, panel: []}\n")
	if len(all) != 1 || strings.Contains(all[0].Hint("en"), "here are: panels") || all[0].Args["meant"] == "panels" ||
		strings.Contains(all[0].Args["allowed"], "panels") {
		t.Errorf("%v %s", all, hints(all))
	}
}

func hints(all []diag.Diagnostic) (list []string) {
	for _, d := range all {
		list = append(list, d.Hint("en"))
	}
	return list
}
