package document

import (
	"strings"
	"testing"

	"rapporteur/layout/lang"
	"rapporteur/report/manifesttest"
	"rapporteur/sources/diag"
)

// repeated makes a paragraph of so many sentences.
func repeated(n int, of string) string { return strings.Repeat(of+" ", n) }

// TestParallel: texts whose numbered paragraphs are not as many in two editions are told, with both files and the first
// paragraph that has no counterpart, wherever in the text one was divided, joined, left out or added.
func TestParallel(t *testing.T) {
	const fr, en = "La séance est ouverte à dix heures.", "The meeting is opened at ten o'clock."
	whole := []int{3, 8, 2, 12, 5, 7}
	for _, c := range []struct {
		name   string
		en     []int
		number string // of the first that differs in the first edition; "" none does
	}{
		{"as many", whole, ""},
		{"one divided", []int{3, 8, 2, 6, 6, 5, 7}, "4"},
		{"two joined", []int{3, 10, 12, 5, 7}, "2"},
		{"one left out", []int{3, 8, 2, 5, 7}, "4"},
		{"one added", []int{3, 8, 2, 12, 9, 5, 7}, "5"},
		{"one more at the end", []int{3, 8, 2, 12, 5, 7, 1}, "7"},
		{"the first missing", []int{8, 2, 12, 5, 7}, "1"},
	} {
		t.Run(c.name, func(t *testing.T) {
			text := func(of string, list []int) string {
				var out []string
				for _, n := range list {
					out = append(out, "      "+repeated(n, of))
				}
				return strings.Join(out, "\n\n")
			}
			m := manifesttest.Read(t, "rapporteur: 1\nreport: {title: T, language: [fr, en], date: 2012-03-01}\n"+
				"introduction:\n  - id: background\n    title: {fr: T, en: T}\n    text:\n     fr: |\n"+text(fr, whole)+
				"\n     en: |\n"+text(en, c.en)+"\n")
			var bag diag.Bag
			first := Resolve(m.Edition(0), lang.Embedded(), &bag)
			other := Resolve(m.Edition(1), lang.Embedded(), &bag)
			if bag.Failed() {
				t.Fatal(bag.All())
			}
			Parallel(first, other, &bag)
			all := bag.All()
			if c.number == "" {
				if len(all) > 0 {
					t.Error(all)
				}
				return
			}
			if len(all) != 1 || all[0].Code != "paragraphs-differ" || all[0].Args["number"] != c.number ||
				all[0].Item != "background" || all[0].Pos.Line == 0 {
				t.Errorf("want paragraph %s, got %v", c.number, all)
			}
		})
	}
}
