package assembly

import (
	"context"
	"fmt"
	"runtime"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/layout/paint"
	"rapporteur/sources/pdf"
)

// unit is a painted run read back, its streams compressed: all that linking it needs.
type unit struct {
	painted *paint.Painted
	doc     *pdf.Document
	streams map[int]types.Object
}

// newUnit reads a painted run's PDF and compresses what is not.
func newUnit(ctx context.Context, p *paint.Painted, d *deflater) (*unit, error) {
	doc, err := pdf.Open(ctx, p.PDF, pdf.Options{})
	if err != nil {
		return nil, fmt.Errorf("painted pages cannot be read back: %w", err)
	}
	if len(doc.Pages()) != len(p.Pages) {
		return nil, fmt.Errorf("%d painted pages were read back as %d", len(p.Pages), len(doc.Pages()))
	}
	u := &unit{painted: p, doc: doc, streams: map[int]types.Object{}}
	for _, page := range doc.Pages() {
		for _, n := range contentRefs(doc, page) {
			s, ok := doc.Object(n).(types.StreamDict)
			if !ok || s.Dict["Filter"] != nil {
				continue
			}
			z := d.pack(s.Raw)
			if len(z)+len("/Filter/FlateDecode") < len(s.Raw) {
				u.streams[n] = types.StreamDict{Dict: types.Dict{"Filter": types.Name("FlateDecode")}, Raw: z}
			}
		}
	}
	return u, nil
}

// units makes units ahead of the linker, which takes them in run order.
type units struct {
	cancel context.CancelFunc
	queue  chan chan result
	done   chan struct{}
}

type result struct {
	unit *unit
	err  error
}

// fetch begins to make units: painted is called in run order by one goroutine, the rest is done by as many as there are processors. At most a few
// units wait at a time.
func fetch(ctx context.Context, plan *Plan, painted func(int) (*paint.Painted, error), d *deflater) *units {
	ctx, cancel := context.WithCancel(ctx)
	ahead := runtime.GOMAXPROCS(0)
	us := &units{cancel: cancel, queue: make(chan chan result, ahead), done: make(chan struct{})}
	go func() {
		defer close(us.done)
		defer close(us.queue)
		for i := range plan.Runs {
			if plan.Runs[i].Original != nil {
				continue
			}
			c := make(chan result, 1)
			select {
			case us.queue <- c:
			case <-ctx.Done():
				return
			}
			p, err := painted(i)
			if err != nil {
				c <- result{err: err}
				return
			}
			go func() {
				u, err := newUnit(ctx, p, d)
				c <- result{u, err}
			}()
		}
	}()
	return us
}

// next gives the next unit.
func (us *units) next() (*unit, error) {
	c, ok := <-us.queue
	if !ok {
		return nil, context.Canceled
	}
	r := <-c
	return r.unit, r.err
}

// stop ends the making; painted is not called after it returns.
func (us *units) stop() {
	us.cancel()
	for range us.queue {
	}
	<-us.done
}
