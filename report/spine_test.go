package report

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"rapporteur/report/ledger"
)

const spineHead = "report: {title: T, language: en, date: 2012-03-01}\n"

// built makes a report of a manifest and originals of the example, and gives its ledger. Verify has compared every
// link, line of the contents and item of the outline with it; it must have nothing against them.
func built(t *testing.T, manifest string) *ledger.Ledger {
	t.Helper()
	dir := t.TempDir()
	write(t, dir, "report.yaml", []byte(manifest))
	write(t, dir, "figure.png", figure(t))
	for _, name := range []string{"unesco", "host-country"} {
		write(t, dir, name+".pdf", example(t, name))
	}
	in := Input{Manifest: filepath.Join(dir, "report.yaml"), Out: filepath.Join(dir, "dist")}
	result, err := Build(context.Background(), in)
	if err != nil || result.Failed || len(result.Findings) > 0 {
		t.Fatalf("%v\n%s\n%s", err, messages(result), manifest)
	}
	l, err := readLedger(filepath.Join(in.Out, ledger.Beside(MainPDF())))
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func figure(t *testing.T) []byte {
	t.Helper()
	data, err := os.ReadFile("../cmd/rapporteur/starter/figures/interventions.png")
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// order is the account without blank pages: "cover cover", "annex map", ….
func order(l *ledger.Ledger) []string {
	var out []string
	for _, a := range l.Account {
		if a.ID != "" {
			out = append(out, string(a.Kind)+" "+a.ID)
		}
	}
	return out
}

// TestIDsLikeOurs calls items, headings and paragraphs as parts of the report are called: each is found where it
// stands.
func TestIDsLikeOurs(t *testing.T) {
	l := built(t, spineHead+`
abbreviations: {UN: United Nations}
front: [{id: contents, title: F, text: "See [@cover], [@index], [@participants], [@divider] and [@Original]."}]
introduction:
  - id: abbreviations
    title: I
    text: "# Here {#note-contents-1}\n\nWords. {#part-1}\n\n# There {#list}\n\nWords. {#part-2}"
sessions:
  - id: cover
    title: S
    debate: "Words. {#run}"
    statements:
      - {id: index, speaker: {name: A}, text: "Words[^1], [@half-title].\n\n[^1]: A note.", original: unesco.pdf}
      - {id: imprint, speaker: {name: B}, text: "Words."}
recommendations: [{id: recommendations, text: "Do [@summary].", from: [index, part-1]}]
conclusions: [{id: half-title, title: C, text: "Words. {#blank}"}]
delegations: {n: {name: Norway}}
annexes:
  - {id: participants, title: P, text: "Words.", original: unesco.pdf}
  - {id: divider, title: D, original: host-country.pdf}
  - {id: Original, title: O, text: "Words. {#summary}"}
`)
	first := map[string]int{}
	for _, a := range l.Account {
		if key := string(a.Kind) + " " + a.ID; first[key] == 0 {
			first[key] = a.First
		}
	}
	for id, part := range map[string]string{
		"contents": "front contents", "abbreviations": "chapter abbreviations",
		"cover": "chapter cover", "index": "statement index",
		"imprint": "statement imprint", "recommendations": "recommendations recommendations",
		"half-title": "chapter half-title", "participants": "annex participants",
		"divider": "divider divider", "Original": "annex Original",
		"summary": "annex Original", "part-1": "chapter abbreviations",
		"list": "chapter abbreviations", "note-contents-1": "chapter abbreviations",
	} {
		if page := l.Anchors[id].Page; page == 0 || page != first[part] {
			t.Errorf("%s leads to page %d; %s stands on page %d", id, page, part, first[part])
		}
	}
	for _, part := range []string{"cover cover", "imprint imprint", "contents contents", "abbreviations abbreviations",
		"participants participants", "index index"} {
		if first[part] == 0 {
			t.Errorf("the account has no %s", part)
		}
	}
	if n := l.Anchors["part-2"].Paragraph; n != 2 {
		t.Errorf("the paragraph part-2 has number %d", n)
	}
}

// TestSummaryIsTaken: where the report has a summary, its id is the user's to refer to; an item that takes it is told
// at its own line.
func TestSummaryIsTaken(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "report.yaml", []byte(spineHead+"summary: {text: Words.}\nfront:\n"+
		"  - {id: a, title: F, text: \"See [@summary].\"}\n"+
		"  - {id: Summary, title: G, text: Words.}\n"))
	result, err := Check(context.Background(), Input{Manifest: filepath.Join(dir, "report.yaml")})
	if err != nil {
		t.Fatal(err)
	}
	if all := messages(result); strings.Count(all, "\n") != 1 ||
		!strings.Contains(all, "report.yaml:5:5: duplicate-id") {
		t.Error(all)
	}
}

// TestNobodySpeaks: statements without speakers make no index, and no line that leads to one.
func TestNobodySpeaks(t *testing.T) {
	l := built(t, spineHead+"sessions: [{id: s, title: S, statements: [{id: a, title: A, text: Words.}]}]\n")
	for _, line := range l.Contents {
		if strings.Contains(line.Text, "Index") {
			t.Error("the contents have a line for an index that is not there")
		}
	}
}

// TestRangesAreNotExpanded: what a manifest asks of an original costs nothing before the file has so many pages.
func TestRangesAreNotExpanded(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "a.pdf", example(t, "unesco"))
	ranges := strings.TrimSuffix(strings.Repeat("1-1000000,", 20), ",")
	write(t, dir, "report.yaml",
		fmt.Appendf(nil, "%sannexes: [{id: a, title: A, original: {file: a.pdf, pages: %q}}]\n",
			spineHead, ranges))
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	result, err := Check(context.Background(), Input{Manifest: filepath.Join(dir, "report.yaml")})
	runtime.ReadMemStats(&after)
	if err != nil {
		t.Fatal(err)
	}
	if all := messages(result); !strings.Contains(all, "original-no-such-page") {
		t.Error(all)
	}
	if used := (after.TotalAlloc - before.TotalAlloc) >> 20; used > 64 {
		t.Errorf("%d MiB for a manifest of 300 bytes", used)
	}
}

// TestAnnexOriginalsStandBehind: each annex's originals come after it, whether it has a text or not, and part two
// has the others.
func TestAnnexOriginalsStandBehind(t *testing.T) {
	l := built(t, spineHead+`
sessions: [{id: s, title: S, statements: [{id: a, speaker: {name: A}, original: unesco.pdf}]}]
annexes:
  - {id: one, title: One, text: Words., original: unesco.pdf}
  - {id: two, title: Two, originals: [host-country.pdf, unesco.pdf]}
  - {id: three, title: Three, text: Words.}
`)
	want := "cover cover, imprint imprint, contents contents, chapter s, annex one, divider one, original one, " +
		"divider two, original two, divider two, original two, annex three, divider a, original a, index index"
	if got := strings.Join(order(l), ", "); got != want {
		t.Errorf("the parts stand as\n%s\nwant\n%s", got, want)
	}
	var lines []string
	for _, line := range l.Contents {
		lines = append(lines, line.Target)
	}
	if got := strings.Join(lines[:4], " "); got != "s one original:one:1 two" {
		t.Errorf("the contents name %s", got)
	}
	titles := map[string]int{}
	for _, it := range l.Outline {
		titles[it.Title]++
	}
	if titles["Annex II. Two"] != 1 || titles["Annex I. One"] != 1 || titles["Original"] != 4 {
		t.Errorf("the outline has %v", titles)
	}
}

// TestLoneGroup: where there is an A there is a B; a group of recommendations that is alone has no letter.
func TestLoneGroup(t *testing.T) {
	for groups, lettered := range map[string]bool{"[X, X]": false, "[X, Y]": true} {
		names := strings.Split(strings.Trim(groups, "[]"), ", ")
		manifest := spineHead + "recommendations:\n"
		for i, name := range names {
			manifest += fmt.Sprintf("  - {id: r%d, group: Group %s, text: Do.}\n", i, name)
		}
		dir := t.TempDir()
		write(t, dir, "report.yaml", []byte(manifest))
		var out strings.Builder
		if _, err := Show(context.Background(), Input{Manifest: filepath.Join(dir, "report.yaml")}, "blocks", "",
			&out); err != nil {
			t.Fatal(err)
		}
		if strings.Contains(out.String(), "A. Group X") != lettered {
			t.Errorf("groups %s: lettered %t", groups, !lettered)
		}
	}
}

// TestHalfTitle: a report that is divided into parts has a page with its title alone on the right after the cover; a
// shorter one has not.
func TestHalfTitle(t *testing.T) {
	manifest := spineHead + "sessions:\n  - id: s\n    title: S\n    statements:\n"
	for i := range 3 {
		manifest += fmt.Sprintf("      - {id: s%d, speaker: {name: A%d}, original: unesco.pdf}\n", i, i)
		has := false
		for _, a := range built(t, manifest).Account {
			if a.Kind == ledger.HalfTitle {
				has = a.First == 3 && a.Last == 3 && a.Labels[0] == "iii"
			}
		}
		if has != (i == 2) {
			t.Errorf("with %d originals: half-title %t", i+1, has)
		}
	}
}

// TestLists: figures and tables that have a caption are listed after the contents, with a number and a page each; a
// list of nothing is not there, and without a list captions have no numbers.
func TestLists(t *testing.T) {
	const texts = `
introduction:
  - id: i
    title: I
    text: |
      ![Alt one](figure.png "First figure")

      ![Alt two](figure.png)

      Table: First *table*

      | a | b |
      |---|---|
      | c | d |
sessions:
  - id: s
    title: S
    statements:
      - {id: a, speaker: {name: A}, text: "A ![Alt](figure.png \"Second figure\") within."}
`
	listed := func(l *ledger.Ledger) string {
		var out []string
		for _, line := range l.Contents {
			if strings.Contains(line.Target, ":") {
				out = append(out, line.Target+" "+line.Text)
			}
		}
		return strings.Join(out, "; ")
	}
	l := built(t, spineHead+"layout: {lists: [tables, figures]}"+texts)
	want := "run:figures Figures; run:tables Tables; run:index Index; " +
		"figures:1 First figure; figures:2 Second figure; tables:1 First table"
	if got := listed(l); got != want {
		t.Errorf("listed are\n%s\nwant\n%s", got, want)
	}
	for anchor, item := range map[string]string{"figures:1": "i", "tables:1": "i", "figures:2": "a"} {
		if l.Anchors[anchor].Page != l.Anchors[item].Page {
			t.Errorf("%s leads to page %d, %s stands on %d", anchor, l.Anchors[anchor].Page, item, l.Anchors[item].Page)
		}
	}
	begin := "cover cover, imprint imprint, contents contents, list figures, list tables"
	if got := strings.Join(order(l)[:5], ", "); got != begin {
		t.Errorf("the parts begin %s", got)
	}
	if got := listed(built(t, spineHead+texts)); strings.Contains(got, "figures") {
		t.Errorf("listed without being asked for: %s", got)
	}
	l = built(t, spineHead+"layout: {lists: [tables]}\nfront: [{title: F, text: \"![Alt](figure.png \\\"A\\\")\"}]\n")
	if got := order(l); strings.Join(got, " ") != "cover cover imprint imprint contents contents front front-1" {
		t.Errorf("a list of nothing: %v", got)
	}
}

// TestShowOurs: a part of ours is shown by its plain name, unless an item of the manifest has it.
func TestShowOurs(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "report.yaml", []byte(spineHead+"annexes: [{id: cover, title: Mine, text: Words.}]\n"))
	for name, want := range map[string]string{"cover": "run cover annex", "imprint": "run run:imprint imprint",
		"run:cover": "run run:cover cover"} {
		var out strings.Builder
		in := Input{Manifest: filepath.Join(dir, "report.yaml")}
		if _, err := Show(context.Background(), in, "blocks", name, &out); err != nil ||
			!strings.HasPrefix(out.String(),
				want) {
			t.Errorf("%s: %v %.60s", name, err, out.String())
		}
	}
}
