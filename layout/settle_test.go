package layout

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"reflect"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
)

// printed checks that every reference says what is so, and that every label on paper is the page's.
func printed(t *testing.T, p *Pages) {
	t.Helper()
	for _, s := range p.Runs {
		for _, r := range s.Refs {
			if now := p.Say(r.Ref); now != r.Text {
				t.Errorf("%s prints %q for %s, which is %q", s.Run.ID, r.Text, r.Ref.ID, now)
			}
		}
	}
	if p.Total != len(p.Labels) {
		t.Errorf("%d pages, %d labels", p.Total, len(p.Labels))
	}
}

func TestContentsGrowByAPage(t *testing.T) {
	sheet := testSheet("en", 200*Pt, 120*Pt)
	for chapters := 3; chapters < 16; chapters++ {
		toc := &Run{ID: "toc", Numbering: Arabic, Root: Element{Tag: "Sect"}}
		runs := []*Run{toc}
		var e Entries
		for i := range chapters {
			id := fmt.Sprintf("c%d", i)
			e.Entries = append(e.Entries, Entry{Role: EntryChapter, Label: "I.",
				Inlines: say("Statement of the representative of some state"),
				Pages:   []Ref{{ID: id, Kind: PageRange}}, Target: id})
			r := &Run{ID: id, Numbering: Arabic, Opening: Opening(i % 2), Root: Element{Tag: "Sect"}}
			for range 8 {
				r.Blocks = append(r.Blocks, prose(1))
			}
			runs = append(runs, r)
		}
		toc.Blocks = []Block{e}
		p := settle(t, sheet, runs...)
		printed(t, p)
		if p.Runs[1].First <= 1 || p.Runs[0].Count < 2 && chapters > 6 {
			t.Errorf("%d chapters: contents of %d pages", chapters, p.Runs[0].Count)
		}
		for i, s := range p.Runs[1:] {
			if s.Run.Opening == RightPage && s.First%2 == 0 {
				t.Errorf("c%d opens on page %d", i, s.First)
			}
		}
	}
}

// A reference to a place that its own width moves over a page's end has no true reading that rests: "see page 9"
// makes the place stand on 10.
func TestSelfMovingReferencesRest(t *testing.T) {
	most := 0
	for width := 100 * Pt; width < 140*Pt; width += 1900 {
		sheet := testSheet("en", width, 76*Pt)
		st := newSettling(sheet, []*Run{restless()})
		p, err := st.settle(context.Background())
		if err != nil {
			t.Fatal(err)
		}
		printed(t, p)
		most = max(most, st.rounds)
	}
	if most < holdRound {
		t.Errorf("%d rounds at most: the case is too easy to show anything", most)
	}
}

func TestRomanThenArabic(t *testing.T) {
	sheet := testSheet("en", 300*Pt, 200*Pt)
	run := func(id string, n Numbering, o Opening, pages int) *Run {
		r := &Run{ID: id, Numbering: n, Opening: o, Root: Element{Tag: "Sect"}}
		for i := range pages {
			if i > 0 {
				r.Blocks = append(r.Blocks, PageBreak{})
			}
			r.Blocks = append(r.Blocks, prose(1))
		}
		return r
	}
	foreign := &Run{ID: "original", Numbering: Arabic,
		Foreign: []ForeignPage{{Width: 595 * Pt, Height: 842 * Pt}, {Width: 842 * Pt, Height: 595 * Pt}}}
	p := settle(t, sheet, run("cover", Roman, AnyPage, 1), run("front", Roman, RightPage, 4),
		run("one", Arabic, RightPage, 3), run("two", Arabic, RightPage, 1), foreign)
	if got, want := strings.Join(p.Labels, " "), "i ii iii iv v vi 1 2 3 4 5 6 7"; got != want {
		t.Errorf("labels %s, want %s", got, want)
	}
	for id, want := range map[string]int{"cover": 1, "front": 3, "one": 7, "two": 11, "original": 12} {
		if got := p.Places[id].Page; got != want {
			t.Errorf("%s stands on %d, want %d", id, got, want)
		}
	}
	if p.Runs[0].Blank || !p.Runs[1].Blank || p.Runs[2].Blank || !p.Runs[3].Blank {
		t.Error("blank pages in the wrong places")
	}
	for ref, want := range map[Ref]string{{ID: "original", Kind: PageRange}: "6–7",
		{ID: "one", To: "two", Kind: PageRange}: "1–5", {ID: "two", To: "two", Kind: PageRange}: "5",
		{ID: "one", Kind: PageRange}: "1–3", {ID: "two", Kind: PageRange}: "5", {ID: "front"}: "iii",
		{ID: "#two"}: "5", {ID: "one", Kind: PageRange, One: "p. {n}", Several: "pp. {n}"}: "pp. 1–3",
		{ID: "two", Kind: PageRange, One: "p. {n}", Several: "pp. {n}"}: "p. 5",
		{ID: "one", One: "第{n}页", Several: "?"}:                         "第1页"} {
		if got := p.Say(ref); got != want {
			t.Errorf("%v prints %q, want %q", ref, got, want)
		}
	}
}

func TestSameAtAnyParallelism(t *testing.T) {
	sheet := testSheet("en", 300*Pt, 300*Pt)
	var want string
	for _, n := range []int{1, 2, 7} {
		was := runtime.GOMAXPROCS(n)
		p := settle(t, sheet, append(volume(9, 12), contents(),
			&Run{ID: "all", Kind: "chapter", Root: Element{Tag: "Part"}, Blocks: every()})...)
		runtime.GOMAXPROCS(was)
		got := dumped(t, p, "")
		if want == "" {
			want = got
		} else if got != want {
			t.Errorf("at %d: %s", n, firstDifference(got, want))
		}
	}
}

func TestOnlyRunsWhoseReferencesChangedAreSetAgain(t *testing.T) {
	sheet := testSheet("en", 300*Pt, 300*Pt)
	runs := volume(4, 6)
	one := settle(t, sheet, runs...)
	grown := slices.Insert(slices.Clone(runs), 1, &Run{ID: "new", Numbering: Arabic, Root: Element{Tag: "Sect"},
		Blocks: []Block{prose(3)}})
	two := settle(t, sheet, grown...)
	for _, r := range runs[1:] {
		if a, b := pageMarks(one, r.ID), pageMarks(two, r.ID); a != b {
			t.Errorf("%s changed though it prints the same: %s", r.ID, firstDifference(b, a))
		}
	}
}

func pageMarks(p *Pages, id string) string {
	var b strings.Builder
	for _, s := range p.Runs {
		if s.Run.ID == id {
			for i := range s.Count {
				s.dump(&b, s.Page(i))
			}
		}
	}
	return b.String()
}

func TestSettleStopsWhenItsContextIsDone(t *testing.T) {
	ctx, stop := context.WithCancel(context.Background())
	stop()
	if _, _, err := Settle(ctx, testSheet("en", 300*Pt, 300*Pt), volume(2, 2), nil); err == nil {
		t.Error("no error")
	}
}

// restless is a run whose references move what they refer to.
func restless() *Run {
	r := &Run{ID: "r", Numbering: Arabic, Root: Element{Tag: "Sect"}}
	for i := range 40 {
		in := []Inline{{Text: "word and word "}}
		for k := range 6 {
			in = append(in, Inline{Ref: &Ref{ID: fmt.Sprintf("a%d", (i*7+k*11+9)%40)}}, Inline{Text: " word "})
		}
		r.Blocks = append(r.Blocks, &Paragraph{Anchor: fmt.Sprintf("a%d", i), Inlines: in})
	}
	return r
}

// TestComplaintsOfARunAreItsOwn: in another report, after other runs, a run's complaints are the same but for Run.
func TestComplaintsOfARunAreItsOwn(t *testing.T) {
	sheet := testSheet("en", 300*Pt, 300*Pt)
	faulty := func() *Run {
		return &Run{ID: "faulty", Origin: 1, Root: Element{Tag: "Sect"}, Blocks: []Block{
			&Paragraph{Origin: 2, Inlines: []Inline{{Text: "no font has this: \U0001F9FF", Origin: 3}}},
			&Paragraph{Origin: 4, Inlines: []Inline{{Ref: &Ref{ID: "nowhere"}, Origin: 5}}},
		}}
	}
	of := func(run int, runs ...*Run) (found []Complaint) {
		_, complaints, err := Settle(t.Context(), sheet, runs, nil)
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range complaints {
			if c.Run == run {
				c.Run = 0
				found = append(found, c)
			}
		}
		if others := len(complaints) - len(found); others != len(found)*(len(runs)/3) {
			t.Errorf("%d complaints of %d other runs", others, len(runs)-1)
		}
		return found
	}
	other := faulty()
	other.ID = "other"
	alone, third := of(0, faulty()), of(2, other, volume(1, 2)[0], faulty())
	if len(alone) < 2 || !reflect.DeepEqual(alone, third) {
		t.Errorf("alone %v\nthird %v", alone, third)
	}
}

// fragile is a kind of block that panics when it is laid.
type fragile struct{ Paragraph }

func (fragile) rows(*stack) { panic("laid wrongly") }

// TestAPanicIsAnError: of a worker's panic the caller hears which run it was, and always of the same one.
func TestAPanicIsAnError(t *testing.T) {
	runs := volume(12, 3)
	runs[7].Blocks = append(runs[7].Blocks, &fragile{})
	runs[4].Blocks = append(runs[4].Blocks, &fragile{})
	for range 20 {
		_, _, err := Settle(context.Background(), testSheet("en", 300*Pt, 300*Pt), runs, nil)
		if err == nil || !strings.Contains(err.Error(), `run "run-4"`) ||
			!strings.Contains(err.Error(), "laid wrongly") {
			t.Fatalf("the error is %v", err)
		}
	}
}

// painted is what stands on the pages of a run, as a dump.
func painted(s *Settled) string {
	var b strings.Builder
	for i := range s.Count {
		s.dump(&b, s.Page(i))
	}
	return b.String()
}

// TestTakenRuns: what was taken of each run last, or else can still be painted, is what it is when nobody takes runs,
// and so are places, labels and keys. Runs that print no reference are taken once.
func TestTakenRuns(t *testing.T) {
	first := volume(6, 3)[1].ID
	toc := func(id string) *Run {
		return &Run{ID: "toc", Root: Element{Tag: "Sect"}, Blocks: []Block{Entries{Entries: []Entry{{Role: EntryChapter,
			Inlines: say("One"), Pages: []Ref{{ID: id}}}}}}}
	}
	for name, runs := range map[string]func() []*Run{
		"plain":    func() []*Run { return append([]*Run{toc(first)}, volume(6, 3)...) },
		"unknown":  func() []*Run { return append([]*Run{toc("nowhere")}, volume(6, 3)...) },
		"contents": func() []*Run { return append([]*Run{contents()}, volume(9, 12)...) },
		"complaint": func() []*Run {
			bad := &Paragraph{Inlines: say("no font has this: \U0001F9FF")}
			return []*Run{toc("bad"), {ID: "bad", Blocks: []Block{bad}}}
		},
		"restless": func() []*Run { return append([]*Run{restless()}, volume(2, 2)...) },
	} {
		sheet := testSheet("en", 120*Pt, 76*Pt)
		kept, _, err := Settle(t.Context(), sheet, runs(), nil)
		if err != nil {
			t.Fatal(err)
		}
		var mu sync.Mutex
		taken, times := map[int]string{}, map[int]int{}
		pages, _, err := Settle(t.Context(), sheet, runs(), func(run int, s *Settled) error {
			mu.Lock()
			defer mu.Unlock()
			taken[run] = painted(s)
			times[run]++
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(pages.Places, kept.Places) || !slices.Equal(pages.Labels, kept.Labels) {
			t.Errorf("%s: places or labels differ where runs are taken", name)
		}
		for i, s := range pages.Runs {
			got := painted(s)
			if s.Taken() {
				got = taken[i]
			}
			if want := painted(kept.Runs[i]); got != want || got == "" {
				t.Errorf("%s: run %d: %s", name, i, firstDifference(got, want))
			}
			if plain := len(s.Refs) == 0 && name != "complaint"; plain && times[i] != 1 {
				t.Errorf("%s: run %d prints no reference and was taken %d times", name, i, times[i])
			}
			if !bytes.Equal(s.Canonical(nil), kept.Runs[i].Canonical(nil)) {
				t.Errorf("%s: run %d has another key", name, i)
			}
		}
		if name == "plain" && !pages.Runs[0].Taken() {
			t.Error("a run that was set again as before was not taken")
		}
		if name == "complaint" && pages.Runs[1].Taken() {
			t.Error("a run of which there is a complaint was taken")
		}
	}
	broken := errors.New("broken")
	fail := func(int, *Settled) error { return broken }
	_, _, err := Settle(t.Context(), testSheet("en", 300*Pt, 300*Pt), volume(2, 2), fail)
	if !errors.Is(err, broken) {
		t.Errorf("error %v", err)
	}
}
