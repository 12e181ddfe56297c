package report

import (
	"context"
	"fmt"
	"runtime"
	"sync"

	"rapporteur/layout/paint"
)

// ahead is how many runs are painted before the linker asks for them: enough to keep every core busy, few enough to hold little in memory.
const ahead = 16

// painter paints runs in parallel, some ahead of the linker, which takes them in order.
func (e *edition) painter(ctx context.Context) func(int) (*paint.Painted, error) {
	type slot struct {
		done    chan struct{}
		painted *paint.Painted
		err     error
	}
	slots := make([]slot, len(e.plan.Runs))
	for i := range slots {
		slots[i].done = make(chan struct{})
	}
	tokens := make(chan struct{}, ahead)
	jobs := make(chan int)
	var once sync.Once
	start := func() {
		for range runtime.GOMAXPROCS(0) {
			go func() {
				for i := range jobs {
					slots[i].painted, slots[i].err = e.paint(i)
					close(slots[i].done)
				}
			}()
		}
		go func() {
			defer close(jobs)
			for i, r := range e.plan.Runs {
				if r.Settled == nil {
					continue
				}
				select {
				case tokens <- struct{}{}:
					jobs <- i
				case <-ctx.Done():
					return
				}
			}
		}()
	}
	return func(i int) (*paint.Painted, error) {
		once.Do(start)
		select {
		case <-slots[i].done:
		case <-ctx.Done():
			return nil, ctx.Err()
		}
		<-tokens
		painted, err := slots[i].painted, slots[i].err
		slots[i].painted = nil
		e.step("paint", i+1, len(e.plan.Runs))
		return painted, err
	}
}

// paint paints a run. A panic is our failure and is told as one: it must not end the program from a goroutine, where nobody can catch it.
func (e *edition) paint(i int) (painted *paint.Painted, err error) {
	defer func() {
		if fault := recover(); fault != nil {
			err = fmt.Errorf("painting %s: %v", e.plan.Runs[i].ID, fault)
		}
	}()
	return paint.Run(e.plan.Runs[i].Settled, e.sheet)
}
