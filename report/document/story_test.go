package document

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"rapporteur/layout/lang"
	"rapporteur/report/manifesttest"
	"rapporteur/sources"
	"rapporteur/sources/diag"
)

// story is a report with a part of most kinds.
const story = `report: {title: The sea, language: en, date: 2012-03-01}
layout: {dividers: page}
summary: {text: In short., original: a.pdf}
introduction: [{id: i, title: Before, text: "# Why\n\nWords."}]
sessions:
  - id: s
    title: Opening
    debate: Debated.
    statements:
      - {id: a, speaker: {delegation: Norway}, text: Words of Norway., original: a.pdf}
      - {id: b, speaker: {name: Bo, role: Chair}, original: b.pdf}
      - {id: c, speaker: {delegation: Peru}, status: not-received}
    panels:
      - id: p
        title: Ports
        statements: [{id: d, speaker: {delegation: Kenya}, text: Words of Kenya.}]
  - {id: u, title: Closing, debate: Closed.}
recommendations: [{id: r1, text: First.}, {id: r2, text: Second.}]
annexes: [{id: x, title: More, text: Words., original: b.pdf}, {id: y, title: Yet more, originals: [a.pdf, b.pdf]}]
`

// TestExtracts: a document of its own has its parts, with the first heading of the highest level, what it holds, and
// the ids that stand in it and no others.
func TestExtracts(t *testing.T) {
	d := resolved(t, story)
	var got []string
	for _, e := range d.Extracts() {
		var parts, ids []string
		for i := range e.Parts {
			p := &e.Parts[i]
			parts = append(parts, fmt.Sprintf("%s %d", p.Kind, p.Depth))
			for _, o := range p.Outline {
				parts = append(parts, fmt.Sprintf("%q at %d", o.Title, o.Level))
			}
		}
		for _, id := range []string{"summary", "i", "s", "a", "b", "c", "d", "p", "u", "r1", "r2", "x"} {
			if e.Has(id) {
				ids = append(ids, id)
			}
		}
		got = append(got,
			fmt.Sprintf("%s %s %q of %q by %q: %s; holds %s; %d statements, %d annexes, %d recommendations",
				e.Extract.Kind, e.Extract.File, e.Title, e.Extract.Report, e.Extract.By, strings.Join(parts, ", "),
				strings.Join(ids, " "), len(e.Statements), len(e.Annexes), len(e.Recommendations)))
		if (e.Summary != nil) != (e.Extract.Kind == sources.OutputSummary) {
			t.Errorf("%s has a summary: %v", e.Extract.File, e.Summary != nil)
		}
	}
	want := []string{
		"summary summary \"Summary\" of \"The sea\" by \"\": summary 1, \"Summary\" at 0, original 2, " +
			"\"Original\" at " +
			"2; holds summary; 0 statements, 0 annexes, 0 recommendations",
		"statements statements/s-a \"Norway\" of \"The sea\" by \"Norway\": statement 1, \"Norway\" at 0, original " +
			"1, \"Original\" at 0; holds a; 1 statements, 0 annexes, 0 recommendations",
		"statements statements/s-b \"Bo\" of \"The sea\" by \"Bo\": divider 1, \"Bo\" at 0, original 1, \"Original\" " +
			"at 1; holds b; 1 statements, 0 annexes, 0 recommendations",
		"statements statements/p-d \"Kenya\" of \"The sea\" by \"Kenya\": statement 1, \"Kenya\" at 0; holds d; 1 " +
			"statements, 0 annexes, 0 recommendations",
		"sessions sessions/s \"Opening\" of \"The sea\" by \"\": session 1, \"II. Opening\" at 0, \"Ports\" at 1, " +
			"\"Summary of the debate\" at 1, statement 1, \"Norway\" at 1, statement 1, \"Kenya\" at 1, divider 1, " +
			"\"Norway\" at 0, original 1, \"Original\" at 1, divider 1, \"Bo\" at 0, original 1, \"Original\" at 1; " +
			"holds s a b c d p; 3 statements, 0 annexes, 0 recommendations",
		"sessions sessions/u \"Closing\" of \"The sea\" by \"\": session 1, \"III. Closing\" at 0, \"Summary of the " +
			"debate\" at 1; holds u; 0 statements, 0 annexes, 0 recommendations",
		"recommendations recommendations \"Recommendations\" of \"The sea\" by \"\": recommendations 1, \"IV. " +
			"Recommendations\" at 0, \"Recommendation 1\" at 1, \"Recommendation 2\" at 1; holds r1 r2; " +
			"0 statements, " +
			"0 annexes, 2 recommendations",
	}
	if !slices.Equal(got, want) {
		t.Errorf("extracts are\n%s\nand not\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if !d.Has("nothing") || d.Volume("a") != "" {
		t.Error("the whole report has each id, and no volume")
	}
}

// TestVolumes: a report in volumes begins one with each part, or with each session, and says of what stands elsewhere
// in which.
func TestVolumes(t *testing.T) {
	pages := func(int) int { return 6 }
	for by, want := range map[string][]string{
		"part": {
			"report-volume-1, Volume I: summary i s a d u r1 x; b II",
			"report-volume-2, Volume II: b; summary I, i I, s I, a I, d I, u I, r1 I, x I",
		}, "session": {
			"report-volume-1, Volume I: summary i; s II, a II, b II, d II, u III, r1 IV, x IV",
			"report-volume-2, Volume II: s a b d; summary I, i I, u III, r1 IV, x IV",
			"report-volume-3, Volume III: u; summary I, i I, s II, a II, b II, d II, r1 IV, x IV",
			"report-volume-4, Volume IV: r1 x; summary I, i I, s II, a II, b II, d II, u III",
		}, "60": {
			"report-volume-1, Volume I: summary i s u r1; a II, b III, d II, x II",
			"report-volume-2, Volume II: a d x; summary I, i I, s I, b III, u I, r1 I",
			"report-volume-3, Volume III: b; summary I, i I, s I, a II, d II, u I, r1 I, x II",
			"report-volume-4, Volume IV: ; summary I, i I, s I, a II, b III, d II, u I, r1 I, x II",
		}, "2000": nil,
	} {
		d := resolved(t, story+"volumes: "+by+"\n")
		var got []string
		volumes := d.InVolumes(pages)
		for _, v := range volumes {
			var in, elsewhere []string
			for _, id := range []string{"summary", "i", "s", "a", "b", "d", "u", "r1", "x"} {
				if v.Has(id) {
					in = append(in, id)
				} else {
					elsewhere = append(elsewhere, id+" "+v.Volume(id))
				}
			}
			got = append(got, fmt.Sprintf("%s, %s: %s; %s", v.Extract.File, v.Subtitle, strings.Join(in, " "),
				strings.Join(elsewhere, ", ")))
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: volumes are\n%s\nand not\n%s", by, strings.Join(got, "\n"), strings.Join(want, "\n"))
		}
	}
}

// TestTranslations: what an edition lacks in its language is told, in one finding; names and titles may stay as they
// are, and what is given once is the first edition's.
func TestTranslations(t *testing.T) {
	for name, c := range map[string]struct{ keys, second string }{
		"all there":       {"    title: {fr: Un, ar: واحد}\n    text: {fr: Mots., ar: كلمات.}\n", ""},
		"a title":         {"    title: {fr: Un}\n    text: {fr: Mots., ar: كلمات.}\n", "missing-translation 4"},
		"a text":          {"    title: {fr: Un, ar: واحد}\n    text: {fr: Mots.}\n", "missing-translation 5"},
		"a text once":     {"    title: {fr: Un, ar: واحد}\n    text: Mots.\n", "missing-translation 5"},
		"other letters":   {"    title: Un\n    text: {fr: Mots., ar: كلمات.}\n", "missing-translation 4"},
		"figures for all": {"    title: \"1984\"\n    text: {fr: Mots., ar: كلمات.}\n", ""},
		"two": {"    title: {fr: Un}\n    text: {fr: Mots.}\n",
			"missing-translations 4 count 2 report.yaml:4 “Un”; report.yaml:5"},
		"a long title": {"    title: {fr: " + strings.Repeat("mot ", 15) + "}\n    text: Mots.\n",
			"missing-translations 4 count 2 report.yaml:4 “" + strings.Repeat("mot ", 14) + "mo…; report.yaml:5"},
	} {
		m := manifesttest.Read(t,
			"report: {title: {fr: T, ar: ت}, language: [fr, ar], date: 2012-03-01}\nintroduction:\n"+
				"  - id: one\n"+c.keys)
		for i, want := range []string{"", c.second} {
			var bag diag.Bag
			Resolve(m.Edition(i), lang.Embedded(), &bag)
			var told []string
			for _, f := range bag.All() {
				if strings.HasPrefix(f.Code, "missing") {
					line := fmt.Sprintf("%s %d", f.Code, f.Pos.Line)
					if f.Args["count"] != "" {
						line += " count " + f.Args["count"] + " " + f.Args["list"]
					}
					told = append(told, line)
				}
			}
			if got := strings.Join(told, ", "); got != want {
				t.Errorf("%s, edition %d: %q, want %q", name, i, got, want)
			}
		}
	}
}
