package report

import (
	"context"
	"fmt"
	"runtime"
	"sync"

	"rapporteur/layout"
	"rapporteur/layout/paint"
	"rapporteur/report/unit"
	"rapporteur/sources/guard"
)

// ahead is how many units of typeset runs are made before the linker asks for them: enough to keep every core busy, few
// enough to hold little in memory.
const ahead = 16

// supplier makes the units of typeset runs ahead of the linker, which takes them in order; those of originals are
// there.
type supplier struct {
	e       *edition
	ctx     context.Context
	cancel  context.CancelFunc
	workers sync.WaitGroup
	tokens  chan struct{}
	slots   []pending
}

// pending is the unit of a run, once done is closed.
type pending struct {
	done chan struct{}
	unit *unit.Unit
	err  error
}

// supply begins to make units. stop must be called: nothing of the supplier goes on after it.
func (e *edition) supply(ctx context.Context) *supplier {
	s := &supplier{e: e, tokens: make(chan struct{}, ahead), slots: make([]pending, len(e.plan.Runs))}
	s.ctx, s.cancel = context.WithCancel(ctx)
	e.links, e.texts = make([][]string, len(e.plan.Pages)), make([]string, len(e.plan.Pages))
	e.said = map[string]string{}
	jobs := make(chan int)
	s.workers.Go(func() {
		defer close(jobs)
		for i := range s.slots {
			if e.plan.Runs[i].Original != nil {
				continue
			}
			select {
			case s.tokens <- struct{}{}:
			case <-s.ctx.Done():
				return
			}
			select {
			case jobs <- i:
			case <-s.ctx.Done():
				return
			}
		}
	})
	for i := range s.slots {
		s.slots[i].done = make(chan struct{})
	}
	for range runtime.GOMAXPROCS(0) {
		s.workers.Go(func() {
			for i := range jobs {
				s.slots[i].unit, s.slots[i].err = e.unit(s.ctx, i)
				close(s.slots[i].done)
			}
		})
	}
	return s
}

// stop ends the making of units and waits until it has ended.
func (s *supplier) stop() {
	s.cancel()
	s.workers.Wait()
}

// next gives the unit of a run, and of an original the bytes of its file.
func (s *supplier) next(run int) (*unit.Unit, []byte, error) {
	s.e.step("paint", run+1, len(s.slots))
	if s.e.plan.Runs[run].Original != nil {
		return s.received(run)
	}
	select {
	case <-s.slots[run].done:
	case <-s.ctx.Done():
		return nil, nil, s.ctx.Err()
	}
	<-s.tokens
	u, err := s.slots[run].unit, s.slots[run].err
	s.slots[run].unit = nil
	if err == nil {
		at := s.e.plan.Runs[run].First - 1
		copy(s.e.links[at:], u.Targets())
		for i := range u.Pages {
			s.e.texts[at+i] = u.Pages[i].Texts
		}
		for _, a := range u.Anchors {
			if _, met := s.e.said[a.ID]; !met && a.Text != "" && s.e.pages.Places[a.ID].Page == at+a.Page+1 {
				s.e.said[a.ID] = decimal(a.Mark) + " " + a.Text
			}
		}
	}
	return u, nil, err
}

// received gives the unit of an original. In a build, what is linked for the last time is forgotten.
func (s *supplier) received(run int) (*unit.Unit, []byte, error) {
	r := s.e.taken(run)
	data, err := s.e.originals.bytes(r.file)
	if err != nil {
		return nil, nil, err
	}
	u, err := s.e.originals.unit(s.ctx, r, data)
	if s.e.purpose == toBuild {
		if r.left--; r.left == 0 {
			r.unit = nil
		}
		s.e.originals.linked(r.file)
	}
	return u, data, err
}

// taken is what was made of the original whose pages a run is; nil of a typeset run.
func (e *edition) taken(run int) *taken {
	if part := e.composed.Parts[run][0]; part.Kind.Received() {
		return e.originals.of[part.Original]
	}
	return nil
}

// take makes the unit of a run that was just laid out and will hardly change: held it takes a tenth of the room.
func (e *edition) take(ctx context.Context) func(run int, s *layout.Settled) error {
	e.made = make([]unit.Held, len(e.composed.Runs))
	return func(run int, s *layout.Settled) error {
		u, err := typeset(ctx, s, e.sheet)
		if err == nil {
			e.made[run] = u.Hold()
			if len(s.Refs) == 0 {
				e.forgetBlocks(e.composed.Runs[run])
			}
		}
		return err
	}
}

// forgetBlocks forgets blocks that are not set again, unless others than the paper's pages show them.
func (e *edition) forgetBlocks(runs ...*layout.Run) {
	if e.whole == nil && e.readElsewhere() {
		return
	}
	for _, r := range runs {
		r.Blocks = nil
	}
}

// unit gives the unit of a typeset run, as it was made when the run was laid out, or made now.
func (e *edition) unit(ctx context.Context, run int) (u *unit.Unit, err error) {
	err = guard.Do("painting "+e.composed.Runs[run].ID, func() (err error) {
		if e.pages.Runs[run].Taken() {
			held := e.made[run]
			e.made[run] = nil
			u, err = held.Unit()
			return err
		}
		u, err = typeset(ctx, e.pages.Runs[run], e.sheet)
		return err
	})
	return u, err
}

// typeset makes the unit of a typeset run.
func typeset(ctx context.Context, s *layout.Settled, sheet *layout.Sheet) (*unit.Unit, error) {
	painted, err := paint.Run(s, sheet)
	if err != nil {
		return nil, err
	}
	u, err := unit.Typeset(ctx, painted, sheet)
	if err != nil {
		return nil, fmt.Errorf("painting %s: %w", s.Run.ID, err)
	}
	return u, nil
}
