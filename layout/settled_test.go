package layout

import (
	"fmt"
	"strings"
	"testing"

	"rapporteur/layout/text"
)

// shown is all of a settled run that is painted or linked.
func shown(t *testing.T, s *Settled) string {
	t.Helper()
	var b strings.Builder
	for i := range s.Count {
		s.dump(&b, s.Page(i))
	}
	b.WriteString(treeOf(t, s))
	fmt.Fprintln(&b, s.Count, s.Links, s.Bookmarks, s.Refs)
	s.anchors(func(at standing) { fmt.Fprintln(&b, at.id, at.page, at.end) })
	return b.String()
}

// again sets a run by itself, told only what its references print and what settling held.
func again(sheet *Sheet, s *Settled, m *memory) *Settled {
	said := map[Ref]string{}
	for _, r := range s.Refs {
		said[r.Ref] = r.Text
	}
	g := newGalley(sheet, text.NewShared(sheet.Library, sheet.Hyphen).Setter(), newBench(), s.Run,
		func(r Ref) string { return said[r] }, m)
	g.set()
	body := g.flow()
	return &Settled{Run: s.Run, Count: len(body.pages), Tree: g.tree, Links: g.links, Bookmarks: g.bookmarks,
		Refs: g.refs, body: body}
}

// TestSettledFollowsFromItsCanonicalBytes: a run set afresh, from its blocks and what its references print, is the
// same to the last mark wherever its canonical bytes are; and what settling held to come to rest is in the bytes.
func TestSettledFollowsFromItsCanonicalBytes(t *testing.T) {
	same, held := 0, 0
	compare := func(s, fresh *Settled) {
		t.Helper()
		equal := shown(t, s) == shown(t, fresh)
		switch {
		case string(s.Canonical(nil)) == string(fresh.Canonical(nil)):
			if same++; !equal {
				t.Errorf("%s: %s", s.Run.ID, firstDifference(shown(t, s), shown(t, fresh)))
			}
		case !equal:
			held++
		}
	}
	check := func(sheet *Sheet, runs ...*Run) {
		for _, s := range settle(t, sheet, runs...).Runs {
			compare(s, again(sheet, s, &memory{}))
			m := &memory{}
			for _, h := range s.body.held {
				m.least = append(m.least, make([]int32, int(h.paragraph)+1-len(m.least))...)
				m.least[h.paragraph] = h.lines
			}
			compare(s, again(sheet, s, m))
		}
	}
	all := &Run{ID: "all", Kind: "chapter", Opening: RightPage, Root: Element{Tag: "Part"}, Blocks: every()}
	check(testSheet("en", 300*Pt, 400*Pt), append(volume(9, 12), contents(), all)...)
	check(testSheet("ar", 200*Pt, 300*Pt), append(volume(3, 12), contents(), all)...)
	check(testSheet("en", 110500, 76*Pt), restless()) // rests in the fourth round, some lines held
	for width := 100 * Pt; width < 140*Pt; width += 1900 {
		check(testSheet("en", width, 76*Pt), restless())
	}
	if same < 50 || held < 1 {
		t.Errorf("%d runs were the same, %d held: too few to show anything", same, held)
	}
}

// TestKeptBreaksAreInTheBytes: a run whose breaks are those of a round before is another than one that is broken
// afresh.
func TestKeptBreaksAreInTheBytes(t *testing.T) {
	sheet := testSheet("en", 300*Pt, 300*Pt)
	s := settle(t, sheet, &Run{ID: "r", Root: Element{Tag: "Sect"},
		Blocks: []Block{prose(2), prose(2), prose(2)}}).Runs[0]
	if s.Count != 1 {
		t.Fatalf("%d pages", s.Count)
	}
	whole := s.body.pages[0][0]
	cut := whole.to / 2
	one, two := whole, whole
	one.to, one.content = cut, tall(s.body.segments[0].rows[:cut])
	two.from, two.content = cut, whole.content-one.content
	kept := again(sheet, s, &memory{frozen: []pageColumns{{one}, {two}}})
	if kept.Count != 2 || shown(t, kept) == shown(t, s) {
		t.Fatalf("%d pages: the breaks were not kept", kept.Count)
	}
	if string(kept.Canonical(nil)) == string(s.Canonical(nil)) {
		t.Error("two ways of breaking have one key")
	}
}

// TestReferencesAndWhatIsHeldAreInTheBytes changes each by itself.
func TestReferencesAndWhatIsHeldAreInTheBytes(t *testing.T) {
	s := &Settled{Run: &Run{}, Refs: []RefText{{Ref{ID: "a", Kind: FirstPage}, "1"}},
		body: &body{held: []heldLines{{1, 2}}, frozen: true,
			pages: []pageColumns{{{
				column:  column{from: 1, to: 2, head: 1, notes: []noteSlice{{1, 2, 3}}, content: 4, foot: 5},
				segment: 1, x: 1, y: 1, width: 1, height: 1}}}}}
	p := func() *placedColumn { return &s.body.pages[0][0] }
	seen := map[string]int{string(s.Canonical(nil)): -1}
	for i, change := range []func(){
		func() { s.First = 3; s.Blank = true }, // changes nothing
		func() { s.Refs[0].Text = "2" }, func() { s.Refs[0].Ref.ID = "b" }, func() { s.Refs[0].Ref.Kind = PageRange },
		func() { s.Refs[0].Ref.One = "p. {n}" }, func() { s.Refs[0].Ref.Several = "pp. {n}" },
		func() { s.Refs = append(s.Refs, s.Refs[0]) }, func() { s.body.held[0].paragraph++ },
		func() { s.body.held[0].lines++ },
		func() { s.body.held = append(s.body.held, heldLines{}) }, func() { p().from-- }, func() { p().to++ },
		func() { p().head++ },
		func() { p().content++ }, func() { p().foot++ }, func() { p().forced = true }, func() { p().segment++ },
		func() { p().x++ }, func() { p().y++ },
		func() { p().width++ }, func() { p().height++ }, func() { p().notes[0].note++ },
		func() { p().notes[0].from++ }, func() { p().notes[0].to++ },
		func() { p().notes = nil }, func() { s.body.pages = append(s.body.pages, nil) },
		func() { s.body.frozen = false },
	} {
		change()
		key := string(s.Canonical(nil))
		if at, have := seen[key]; have != (i == 0) {
			t.Errorf("change %d: as after change %d", i, at)
		}
		seen[key] = i
	}
}
