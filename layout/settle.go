package layout

import (
	"context"
	"fmt"
	"runtime"
	"slices"
	"strings"
	"sync/atomic"

	"golang.org/x/sync/errgroup"

	"rapporteur/layout/text"
)

// Settled is a run with its place: which physical pages it takes, and everything that painting needs.
type Settled struct {
	Run       *Run
	First     int  // physical number of its first page, from 1
	Count     int  // pages
	Blank     bool // a blank page stands before it, at First-1
	Tree      Tree
	Links     []Link
	Bookmarks []Bookmark // the run's and its blocks', in order
	Refs      []RefText  // every reference that the run prints, as printed, in order
	body      *body      // rows and breaks; nil for foreign pages, and once they were forgotten
	places    []standing // of a run that was forgotten: where its anchors stand
	forgotten bool
	taken     bool
}

// Taken reports whether the run was taken as it is, and can no longer be painted.
func (s *Settled) Taken() bool { return s.taken }

// standing is an anchor, or the end of a section, with its page in the run, from 0.
type standing struct {
	id   string
	page int
	end  bool
}

// RefText is a printed reference.
type RefText struct {
	Ref  Ref
	Text string
}

// Place is where an anchor stands.
type Place struct {
	Page  int    // physical, from 1
	Label string // as printed
	Last  int    // of a run or a section, the page where it ends; of another place in a run, where the run ends
	Run   int
}

// Pages is the whole report with every page known.
type Pages struct {
	Sheet  *Sheet
	Runs   []*Settled
	Places map[string]Place // anchors and run ids
	Labels []string         // one a physical page
	Total  int
}

// Complaint is what layout could not do well; report turns it into a diagnostic. But for Run it says the same of a
// run in whatever report it stands.
type Complaint struct {
	Run    int // index of the run that it is about, to which Origin belongs
	Code   string
	Origin Origin
	Offset int
	Args   map[string]string
}

// Rounds of settling. Two are enough for nearly every report: the first finds the pages, the second prints them.
const (
	// from this round (from 0) a paragraph in a run that is still set again keeps its greatest number of lines
	holdRound   = 3
	freezeRound = 5 // from this one, a run whose rows are as many as before keeps its breaks
	// A bound that no report reaches: line counts only grow, and no label can make them grow for ever.
	lastRound = 40
)

// Settle sets every run and finds the place of everything.
//
// It comes to an end by construction: after the first round only runs whose printed references changed are set again;
// from the fourth round a paragraph keeps the lines that it took at most, so that runs only grow; from the sixth a run
// with rows as before keeps its breaks, so that what stands on its pages stays there. Runs are set in parallel; the
// result does not depend on it.
//
// take, if it is given, is called for each run that will hardly change any more, from several goroutines at once: one
// that prints no reference is as it was set first, whatever happens to the others; one that prints some is likely to
// stay as it is when it was set again, takes as many pages as before, and nothing in it is held. Should it change all
// the same it is set again, and taken again or not: what was taken before counts no more. What has been laid out of a
// run is forgotten when take returns; its pages are known, but can no longer be painted: it is Taken. Runs of which
// there is a complaint are not taken: they may be impossible to paint.
//
// It fails when the context is done, when take fails, and when setting a run panics: a fault of ours, which the error
// tells with the run's id.
func Settle(ctx context.Context, sheet *Sheet, runs []*Run, take func(run int, s *Settled) error) (
	*Pages, []Complaint, error) {
	st := newSettling(sheet, runs)
	st.take = take
	pages, err := st.settle(ctx)
	if err != nil {
		return nil, nil, err
	}
	return pages, st.complaints(pages), nil
}

// settling is the state between rounds.
type settling struct {
	sheet  *Sheet
	shared *text.Shared
	runs   []*Run
	made   []made
	rounds int // that were needed
	take   func(run int, s *Settled) error
}

func newSettling(sheet *Sheet, runs []*Run) *settling {
	shared := sheet.Words
	if shared == nil {
		shared = text.NewShared(sheet.Library, sheet.Hyphen)
	}
	return &settling{sheet: sheet, shared: shared, runs: runs}
}

func (st *settling) settle(ctx context.Context) (*Pages, error) {
	st.made = make([]made, len(st.runs))
	for i := range st.made {
		st.made[i].memory = &memory{}
	}
	var pages *Pages
	for ; st.rounds <= lastRound; st.rounds++ {
		stale := st.stale(pages)
		if pages != nil && len(stale) == 0 {
			break
		}
		if err := st.set(ctx, stale, pages, st.rounds); err != nil {
			return nil, err
		}
		pages = st.number()
	}
	return pages, nil
}

// complaints are those of the runs, the references that lead nowhere and, should it ever happen, those whose page
// number was still changing in the last round.
func (st *settling) complaints(pages *Pages) []Complaint {
	var out []Complaint
	for i := range st.made {
		m := &st.made[i]
		for _, c := range m.complaints {
			c.Run = i
			out = append(out, c)
		}
		told := map[Ref]bool{}
		for _, r := range m.settled.Refs {
			code := ""
			if r.Ref.ID == "" {
				continue
			}
			if _, ok := pages.Places[strings.TrimPrefix(r.Ref.ID, "#")]; !ok {
				code = "unknown-reference"
			} else if pages.Say(r.Ref) != r.Text {
				code = "restless-reference"
			}
			if code != "" && !told[r.Ref] {
				told[r.Ref] = true
				args := map[string]string{"id": r.Ref.ID, "run": m.settled.Run.ID}
				out = append(out, Complaint{Run: i, Code: code, Origin: m.settled.Run.Origin, Args: args})
			}
		}
	}
	return out
}

// made is a run as it was set last.
type made struct {
	memory     *memory
	settled    *Settled
	complaints []Complaint
}

// stale lists the runs to set: at first all, then those that print what is no longer so, or that were forgotten though
// nobody took them.
func (st *settling) stale(pages *Pages) []int {
	var out []int
	for i := range st.runs {
		s := st.made[i].settled
		if s == nil || s.forgotten && !s.taken ||
			slices.ContainsFunc(s.Refs, func(r RefText) bool { return pages.Say(r.Ref) != r.Text }) {
			out = append(out, i)
		}
	}
	return out
}

// set sets runs in parallel, each worker with a setter of its own.
func (st *settling) set(ctx context.Context, stale []int, pages *Pages, round int) error {
	group, ctx := errgroup.WithContext(ctx)
	// all are waited for, so that the one that is told does not depend on who was faster
	faults := make([]error, len(stale))
	var next atomic.Int64
	for range min(runtime.GOMAXPROCS(0), max(len(stale), 1)) {
		group.Go(func() error {
			setter, bench := st.shared.Setter(), newBench()
			for {
				k := int(next.Add(1)) - 1
				if k >= len(stale) {
					return nil
				}
				if err := ctx.Err(); err != nil {
					return err
				}
				if faults[k] = st.one(setter, bench, stale[k], pages, round); faults[k] != nil {
					// what a panic left of the others is not to be trusted
					setter, bench = st.shared.Setter(), newBench()
				}
			}
		})
	}
	if err := group.Wait(); err != nil {
		return err
	}
	for _, err := range faults {
		if err != nil {
			return err
		}
	}
	return nil
}

// one sets a run. A panic becomes an error here: in a goroutine nobody else could catch it, and layout knows no
// sources, whose guard does the same.
func (st *settling) one(setter *text.Setter, b *bench, i int, pages *Pages, round int) (err error) {
	run, m := st.runs[i], &st.made[i]
	defer func() {
		if fault := recover(); fault != nil {
			err = fmt.Errorf("layout: run %q: %v", run.ID, fault)
		}
	}()
	if round >= holdRound && m.memory.least == nil {
		m.memory.least = []int32{}
	}
	if old := m.settled; round >= freezeRound && old != nil && old.body != nil {
		m.memory.frozen, m.memory.orders = old.body.pages, old.body.orders
	}
	g := newGalley(st.sheet, setter, b, run, pages.Say, m.memory)
	defer b.clear(g)
	s := &Settled{Run: run}
	if len(run.Foreign) > 0 {
		s.Count = len(run.Foreign)
	} else {
		g.set()
		s.body = g.flow()
		s.Count = len(s.body.pages)
	}
	s.Tree, s.Links, s.Bookmarks, s.Refs = g.tree, g.links, g.bookmarks, g.refs
	old := m.settled
	m.settled, m.complaints = s, g.complaints
	if st.take == nil || len(g.complaints) > 0 || s.body == nil {
		s.keep()
		return nil
	}
	rests := len(s.Refs) == 0 || old != nil && old.Count == s.Count && round < holdRound
	if rests {
		if err := st.take(i, s); err != nil {
			return err
		}
		s.taken = true
	}
	if rests || old == nil { // what was set before any page was known is set again
		s.forget()
	} else {
		s.keep()
	}
	if rests || s.forgotten && s.Count == 1 { // a page is set again as fast as it is remembered
		m.memory = &memory{}
	}
	return nil
}

// forget drops all of a run that only painting needs.
func (s *Settled) forget() {
	var places []standing
	s.anchors(func(at standing) {
		if at.id != "" {
			places = append(places, at)
		}
	})
	s.places, s.body, s.Tree, s.Links = places, nil, Tree{}, nil
	s.forgotten = true
}

// number gives every run its pages and every anchor its place.
func (st *settling) number() *Pages {
	p := &Pages{Sheet: st.sheet, Places: map[string]Place{}}
	last := map[Numbering]int{}
	label := func(n Numbering) {
		last[n]++
		if n == Roman {
			p.Labels = append(p.Labels, romanLabel(last[n]))
		} else {
			p.Labels = append(p.Labels, decimal(last[n]))
		}
	}
	for i := range st.made {
		s := st.made[i].settled
		s.Blank = s.Run.Opening == RightPage && len(p.Labels)%2 == 1
		if s.Blank { // it ends what stands before it: its number is of that kind
			before := s.Run.Numbering
			if i > 0 {
				before = st.runs[i-1].Numbering
			}
			label(before)
		}
		s.First = len(p.Labels) + 1
		if s.Run.From > 0 {
			last[s.Run.Numbering] = s.Run.From - 1
		}
		for range s.Count {
			label(s.Run.Numbering)
		}
		p.Runs = append(p.Runs, s)
	}
	p.Total = len(p.Labels)
	for i, s := range p.Runs { // ids of runs come before all
		p.Places[s.Run.ID] = p.place(i, 0)
		if s.Run.Also != "" {
			p.Places[s.Run.Also] = p.place(i, 0)
		}
	}
	for i, s := range p.Runs {
		s.anchors(func(at standing) {
			place, have := p.Places[at.id]
			switch {
			case at.end && have && place.Run == i:
				place.Last = s.First + at.page
				p.Places[at.id] = place
			case !have && at.id != "":
				p.Places[at.id] = p.place(i, at.page)
			}
		})
	}
	return p
}

// place is a page of a run, counted from 0.
func (p *Pages) place(run, page int) Place {
	s := p.Runs[run]
	return Place{Page: s.First + page, Label: p.Labels[s.First+page-1], Last: s.First + s.Count - 1, Run: run}
}

// anchors calls yield for each id in the run, and for each end of a section.
func (s *Settled) anchors(yield func(standing)) {
	for _, at := range s.places {
		yield(at)
	}
	if s.body == nil {
		return
	}
	for i, page := range s.body.pages {
		for _, p := range page {
			rows := s.body.segments[p.segment].rows
			for k := p.from; k < p.to; k++ {
				for _, id := range rows[k].anchors {
					yield(standing{id, i, false})
				}
				for _, id := range rows[k].ends {
					yield(standing{id, i, true})
				}
			}
			for _, n := range p.notes {
				for k := n.from; k < n.to; k++ {
					for _, id := range s.body.notes[n.note-1].rows[k].anchors {
						yield(standing{id, i, false})
					}
				}
			}
		}
	}
}
