package verify

import (
	"context"
	"io"
	"runtime"
	"sync"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
	"golang.org/x/sync/errgroup"

	"rapporteur/report/shown"
)

// share is how many objects a worker takes at a time: neighbours lie in the same object streams.
const share = 1 << 10

// lookThrough looks once at every object of the file, whatever leads to it: for what acts, and for what the report
// shows. The error is the context's, or ours.
func (c *checker) lookThrough(ctx context.Context) (*loud, *shown.Shapes, error) {
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(runtime.GOMAXPROCS(0))
	all := &loud{doc: c.doc, found: map[[2]string]int{}}
	shapes := shown.New(c.file.Size(), len(c.pages), c.doc.PageIndex)
	var mu sync.Mutex
	for from := 1; from < c.file.Size(); from += share {
		group.Go(guarded("looking at objects", func() error {
			l, w := loud{doc: c.doc, found: map[[2]string]int{}}, shapes.Worker()
			for n := from; n < min(from+share, c.file.Size()) && ctx.Err() == nil; n++ {
				o, err := c.file.Object(n)
				if err != nil {
					c.file.Fail(err)
					continue
				}
				l.object(o)
				c.shape(w, n, o)
			}
			mu.Lock()
			defer mu.Unlock()
			for k, n := range l.found {
				all.found[k] += n
			}
			return ctx.Err()
		}))
	}
	return all, shapes, group.Wait()
}

// shape notes an object, but for streams that only pack others, and the one that says where all are.
func (c *checker) shape(w *shown.Worker, n int, o types.Object) {
	s, ok := o.(types.StreamDict)
	if !ok {
		w.Object(n, o)
		return
	}
	if c.file.Frame(n) {
		return
	}
	copied := func(to io.Writer) error { return c.file.CopyStream(to, s) }
	if err := w.Stream(n, s.Dict, copied); err != nil {
		c.file.Fail(err)
	}
}
