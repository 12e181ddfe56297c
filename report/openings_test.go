package report

import (
	"slices"
	"strings"
	"testing"

	"rapporteur/report/ledger"
)

const threeStatements = `sessions:
  - id: s
    title: S
    statements:
      - {id: a, speaker: {name: A}, text: "Words.[^1]\n\n[^1]: A note.", original: unesco.pdf}
      - {id: b, speaker: {name: B}, text: "Words.[^1]\n\n[^1]: A note.", original: host-country.pdf}
      - {id: c, speaker: {name: C}, original: unesco.pdf}
  - {id: t, title: T, statements: [{id: d, speaker: {name: D}, text: LONG}]}
`

// TestWhereTextsBegin: what follows on stands on the page where the one before it ends; the ledger has the pages of
// each, and the part that heads a page accounts for it.
func TestWhereTextsBegin(t *testing.T) {
	long := `"` + strings.Repeat("Words of a long statement that goes on. ", 150) + `"`
	manifest := spineHead + strings.Replace(threeStatements, "LONG", long, 1)
	for layout, want := range map[string]string{
		"{}":                                   "a 10-10 b 11-11 d 12-13",
		"{openings: {statements: follow-on}}":  "a 9-9 b 9-9 d 9-10",
		"{openings: {statements: right-page}}": "a 11-11 b 13-13 d 15-16",
		"{openings: {chapters: right-page}}":   "a 12-12 b 13-13 d 14-15",
		"{openings: {chapters: right-page, statements: follow-on}}":  "a 11-11 b 11-11 d 11-12",
		"{openings: {chapters: right-page, statements: right-page}}": "a 13-13 b 15-15 d 17-18",
		"{openings: {chapters: follow-on, statements: follow-on}}":   "a 8-8 b 8-8 d 8-10",
		"{profile: plain}": "a 1-1 b 2-2 d 2-3",
	} {
		l := built(t, manifest+"layout: "+layout+"\n")
		var got []string
		for _, s := range l.Statements {
			if s.Text != nil {
				got = append(got, s.ID, decimal(s.Text.First)+"-"+decimal(s.Text.Last))
			}
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%s: %s, want %s", layout, s, want)
		}
		if page := l.Anchors["contents"].Page; strings.Contains(layout, "plain") && page > 1 {
			t.Errorf("the contents of a plain report begin on page %d", page)
		}
	}
}

// TestPageOne: odd numbers stand on right-hand pages, however many pages with roman numbers come before, and whatever
// chapters do; no page is empty but the one before it.
func TestPageOne(t *testing.T) {
	seen := map[int]bool{}
	for _, front := range []string{"", "front: [{title: F, text: Words.}]\n"} {
		for _, chapters := range []string{"right-page", "page", "follow-on"} {
			l := built(t, spineHead+front+"layout: {openings: {chapters: "+chapters+"}}\n"+
				"sessions: [{id: s, title: S, debate: Words.}, {id: t, title: T, debate: Words.}]\n")
			for i, a := range l.Account {
				if slices.Contains(a.Labels, "1") && a.First%2 == 0 {
					t.Errorf("%s: page 1 is on the left, the report's page %d", chapters, a.First)
				}
				if a.Kind == ledger.Blank && chapters != "right-page" && l.Account[i+1].Labels[0] != "1" {
					t.Errorf("%s: page %d is empty", chapters, a.First)
				}
				seen[a.First%2] = seen[a.First%2] || a.Kind == ledger.Blank
			}
		}
	}
	if !seen[0] {
		t.Error("nothing was moved to a right-hand page")
	}
}

// TestWhereOriginalsStand: in part two, behind the chapter of their session, or behind the text of their statement;
// each once, and each statement has one line of the contents, which says where text and original stand.
func TestWhereOriginalsStand(t *testing.T) {
	manifest := spineHead + strings.Replace(threeStatements, "LONG", "Words.", 1)
	for place, want := range map[string]string{
		"part-two":        "s t a b d a a b b c c",
		"after-session":   "s a a b b c c t a b d",
		"after-statement": "s t a a a b b b c c d",
	} {
		l := built(t, manifest+"layout: {originals: "+place+"}\n")
		var got []string
		for _, line := range order(l) {
			kind, id, _ := strings.Cut(line, " ")
			if slices.Contains([]string{"chapter", "statement", "divider", "original"}, kind) {
				got = append(got, id)
			}
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%s: %s, want %s", place, s, want)
		}
		named := map[string]int{} // that to a is also that of the heading over the texts
		for _, line := range l.Contents {
			named[line.Target]++
		}
		if named["a"] != 2 || named["b"] != 1 || named["c"] < 1 || named["divider:a:1"]+named["divider:b:1"] > 0 ||
			named["original:a:1"] != 1 || named["original:b:1"] != 1 || named["original:c:1"] != 0 {
			t.Errorf("%s: lines of the contents: %v", place, named)
		}
	}
}

// TestStraightPagination: no page bears a roman number.
func TestStraightPagination(t *testing.T) {
	l := built(t, spineHead+"sessions: [{id: s, title: S, debate: Words.}]\nlayout: {pagination: straight}\n")
	n := 0
	for _, a := range l.Account {
		for _, label := range a.Labels {
			if n++; label != decimal(n) {
				t.Errorf("page %d bears %q", n, label)
			}
		}
	}
	if n != l.Pages {
		t.Errorf("%d pages have labels, of %d", n, l.Pages)
	}
}
