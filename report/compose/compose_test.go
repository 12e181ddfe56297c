package compose

import (
	"context"
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"rapporteur/fonts"
	"rapporteur/layout"
	"rapporteur/layout/lang"
	"rapporteur/report/document"
	"rapporteur/report/ledger"
	"rapporteur/report/manifesttest"
	"rapporteur/sources"
	"rapporteur/sources/diag"
)

// resolved reads and resolves a manifest, beside which the files that it names lie, empty.
func resolved(t *testing.T, manifest string) *document.Document {
	t.Helper()
	var bag diag.Bag
	d := document.Resolve(manifesttest.Read(t, manifest), lang.Embedded(), &bag)
	if bag.Failed() {
		t.Fatalf("%v\n%s", bag.All(), manifest)
	}
	return d
}

// drawn composes random manifests that have no faults.
func drawn(t *testing.T, seeds int, look func(seed int, d *document.Document, c *Composition)) {
	t.Helper()
	manifesttest.Each(t, seeds, func(seed int, m *sources.Manifest) bool {
		var bag diag.Bag
		d := document.Resolve(m, lang.Embedded(), &bag)
		if !bag.Failed() {
			look(seed, d, composed(d))
		}
		return !bag.Failed()
	})
}

func composed(d *document.Document) *Composition {
	return Report(d, Found{Signed: func(*document.Original) bool { return false },
		Pages: func(*document.Original) []layout.ForeignPage {
			return []layout.ForeignPage{{Width: a4Width, Height: a4Height}}
		}, Number: func(string) int { return 7 }, Elsewhere: func(string) (string, string) { return "5", "6" }})
}

// set is a part as it was set: a run, or a section of one.
type set struct {
	part   *document.Part
	id     string
	blocks []layout.Block
}

// sections are the parts as they were set, in order. A run of several holds nothing but their sections.
func sections(c *Composition) []set {
	var out []set
	for i, r := range c.Runs {
		if len(c.Parts[i]) == 1 {
			out = append(out, set{c.Parts[i][0], r.ID, r.Blocks})
			continue
		}
		for k, b := range r.Blocks {
			s := b.(*layout.Section)
			out = append(out, set{c.Parts[i][k], s.ID, s.Blocks})
		}
	}
	return out
}

// TestPartsAndRuns: every part has one run, but for headings, which have none; the contents have a line for each part
// that asks for one, in the order of the parts; what leads to one of our own parts leads nowhere else, whatever ids
// the manifest gives.
func TestPartsAndRuns(t *testing.T) {
	drawn(t, 400, func(seed int, d *document.Document, c *Composition) {
		var want []string
		k, all := 0, sections(c)
		for i := range d.Parts {
			p := &d.Parts[i]
			if p.InContents {
				want = append(want, p.ID)
			}
			if !p.HasRun() {
				if i+1 == len(d.Parts) || d.Parts[i+1].ID != p.ID {
					t.Errorf("seed %d: the heading %q leads to %s, not to what follows", seed, p.Name, p.ID)
				}
				continue
			}
			if way := d.Settings.Dividers.Value; p.Kind == ledger.Divider &&
				(way == sources.DividersLine || way == sources.DividersNone) {
				continue // no page is between
			}
			if k == len(all) || all[k].id != p.ID || all[k].part != p {
				t.Fatalf("seed %d: part %d is not that of %s", seed, k, p.ID)
			}
			k++
		}
		if k != len(all) || len(c.Runs) != len(c.Parts) || len(c.Runs) != len(c.Origins) {
			t.Errorf("seed %d: %d parts that are set, of %d", seed, k, len(all))
		}
		var got []string
		for _, s := range all {
			if s.part.Kind == ledger.Contents {
				list, numbered := s.blocks[1].(*layout.Entries), false
				for _, line := range list.Entries {
					numbered = numbered || line.Paragraphs != ""
					got = append(got, strings.TrimPrefix(line.Target, "#"))
				}
				if numbered != (list.Heads.Paragraphs != "") {
					t.Errorf("seed %d: the column of paragraphs has lines: %v, a head: %q", seed, numbered,
						list.Heads.Paragraphs)
				}
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("seed %d: the contents lead to\n%v\nthe parts are\n%v", seed, got, want)
		}
		ours(t, seed, d, c)
	})
}

// ours looks that no id of the manifest is one of ours, and that no two runs share theirs.
func ours(t *testing.T, seed int, d *document.Document, c *Composition) {
	t.Helper()
	seen := map[string]bool{}
	for _, s := range sections(c) {
		id := strings.ToLower(s.id)
		if seen[id] {
			t.Errorf("seed %d: two parts are %s", seed, s.id)
		}
		seen[id] = true
		if s.part.Item != s.id && (d.Item(s.id) != nil || !strings.Contains(s.id, ":")) {
			t.Errorf("seed %d: the part %s of ours has an id that a user may give", seed, s.id)
		}
	}
}

// TestPagesOfRandomReports settles random reports: every reference leads somewhere, and the lines of the contents
// have rising pages.
func TestPagesOfRandomReports(t *testing.T) {
	library := fonts.NewLibrary(nil)
	drawn(t, 25, func(seed int, d *document.Document, c *Composition) {
		pages, complaints, err := layout.Settle(context.Background(), House(d, lang.Embedded(), library), c.Runs, nil)
		if err != nil || len(complaints) > 0 {
			t.Fatalf("seed %d: %v %v", seed, err, complaints)
		}
		last := 0
		for i := range d.Parts {
			p := &d.Parts[i]
			at := pages.Places[p.ID]
			if at.Page < last || at.Page == 0 {
				t.Errorf("seed %d: %s stands on page %d, behind page %d", seed, p.ID, at.Page, last)
			}
			last = at.Page
		}
	})
}

// TestEveryKindIsKnown: each kind that is composed has its properties in the table of kinds. None has no property at
// all.
func TestEveryKindIsKnown(t *testing.T) {
	for kind := range fills {
		if !kind.Bare() && !kind.InContents() && !kind.InOutline() {
			t.Errorf("nothing is known of %s", kind)
		}
	}
}

// TestOriginsCountWithinTheRun adds words to one text: no number in the blocks of another run changes.
func TestOriginsCountWithinTheRun(t *testing.T) {
	const manifest = `report: {title: T, language: en, date: 2012-03-01}
introduction:
  - {id: one, title: One, text: "WORDS"}
  - {id: two, title: Two, text: "Words[^1], [@one].\n\n[^1]: Note."}
sessions: [{id: s, title: S, statements: [{id: a, speaker: {name: A}, text: "Words."}]}]
`
	before := blocksOf(t, strings.ReplaceAll(manifest, "WORDS", "Words."))
	after := blocksOf(t, strings.ReplaceAll(manifest, "WORDS", "Words, *and* more *of* them."))
	for id, blocks := range before {
		if changed := after[id] != blocks; changed != (id == "one") {
			t.Errorf("%s: changed %t", id, changed)
		}
	}
	if len(before) < 6 || !strings.Contains(before["a"], `"Origin":1`) {
		t.Errorf("%d runs; %s", len(before), before["a"])
	}
}

func blocksOf(t *testing.T, manifest string) map[string]string {
	t.Helper()
	out := map[string]string{}
	for _, r := range composed(resolved(t, manifest)).Runs {
		data, err := json.Marshal(r)
		if err != nil {
			t.Fatal(err)
		}
		out[r.ID] = string(data)
	}
	return out
}

// TestEventIsNamedOnce: a name of the event that says the title over again is left to the imprint.
func TestEventIsNamedOnce(t *testing.T) {
	for _, c := range []struct {
		event, title string
		cover        bool
	}{
		{"Symposium of the Secretary-General on trade", "Symposium on trade", false},
		{"Symposium on trade", "Symposium on Trade", false},
		{"Trade", "Report of the meeting on trade", false},
		{"World Trade Week", "Symposium on trade", true},
		{"第五次会议", "第五次会议", false},
		{"", "Symposium on trade", false},
	} {
		composer := &composer{d: &document.Document{Title: c.title, Event: document.Event{Title: c.event}}}
		if composer.eventNamed() != c.cover {
			t.Errorf("%q beside %q: named on the cover: %v", c.event, c.title, !c.cover)
		}
	}
}

func TestWhatLeadsOn(t *testing.T) {
	for words, want := range map[string]bool{"Mr. Chair, Excellencies,": true, "السيد الرئيس،": true, "主席先生，": true,
		"We propose:": true, "Nous proposons :": true, "We thank you.": false, "": false,
		strings.Repeat("a long paragraph ", 9) + "that ends in a colon:": false} {
		if leadsOn(words) != want {
			t.Errorf("%q leads on: %v", words, !want)
		}
	}
}
