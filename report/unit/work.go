package unit

import (
	"context"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// work bounds what is done for one original. What a file refers to may lead back into itself on many ways, and where
// the depth alone is bounded the ways are without number: each thing that is visited costs a step, and there are so
// many steps as the file can have things.
type work struct {
	ctx   context.Context
	left  int
	spent bool
}

const (
	// stepsPerByte is more than the things that a byte of a file can hold: tags are packed twenty to one.
	stepsPerByte = 16
	// leastSteps are for a file of any size.
	leastSteps = 200_000
	// stepsPerLook is after how many steps the context is asked.
	stepsPerLook = 1 << 10
)

func newWork(ctx context.Context, file []byte) work {
	return work{ctx: ctx, left: leastSteps + stepsPerByte*len(file)}
}

// spend takes a step; false when there are none left, or the context is done. Whoever goes from one thing of the file
// to another asks first.
func (s *source) spend() bool {
	w := &s.work
	if w.spent {
		return false
	}
	if w.left--; w.left < 0 || w.left%stepsPerLook == 0 && w.ctx.Err() != nil {
		w.spent = true
		if w.ctx.Err() == nil {
			s.original.findings.add(Tangled, "", -1)
		}
		return false
	}
	return true
}

// spendMore takes n steps at once, for what costs so many times as much.
func (s *source) spendMore(n int) bool {
	s.work.left -= max(n-1, 0)
	return s.spend()
}

// queued is an object of the source that is to be encoded, and the first page and way that led to it.
type queued struct {
	number, page int
	way          way
}

// laterObject is an object of ours whose number was given before it could be encoded.
type laterObject struct {
	number int
	object types.Object
	way    way // that leads to it
}
