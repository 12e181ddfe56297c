package shown

import (
	"fmt"
	"io"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/sources/pdf"
)

// Shapes are the shapes of a report's objects, by number; those of its pages stand apart, for a page is looked at
// aspect by aspect.
type Shapes struct {
	page    func(number int) (index int, ok bool)
	objects []Shape
	refs    references
	pages   []pageShape
	kept    map[int]types.Dict // of what is written: what the sums of the whole begin with
}

// New makes room for the shapes of a report of so many pages; page gives the index of a page, from 0, by the number of
// its object. The room for objects grows, or is enough from the start: only then may several workers be at work.
func New(objects, pages int, page func(number int) (index int, ok bool)) *Shapes {
	return &Shapes{page: page, objects: make([]Shape, objects), pages: make([]pageShape, pages)}
}

// Worker adds shapes. It belongs to one goroutine; several may add those of different objects.
type Worker struct {
	of *Shapes
	s  shaper
}

// Worker makes one.
func (s *Shapes) Worker() *Worker { return &Worker{of: s, s: shaper{page: s.page, all: &s.refs}} }

// Object adds the object with a number, which is no stream.
func (w *Worker) Object(n int, o types.Object) {
	if i, ok := w.of.page(n); ok {
		d, _ := o.(types.Dict)
		w.of.pages[i] = w.s.pageOf(d)
		return
	}
	if o != nil { // null is the same as nothing
		w.put(n, w.s.shape(o))
	}
}

// Stream adds a stream with its encoded bytes, which data writes. The error is data's.
func (w *Worker) Stream(n int, d types.Dict, data func(io.Writer) error) error {
	shape, err := w.s.stream(d, data)
	w.put(n, shape)
	return err
}

// Keep has dictionaries kept when they are written.
func (s *Shapes) Keep(numbers ...int) {
	s.kept = map[int]types.Dict{}
	for _, n := range numbers {
		s.kept[n] = nil
	}
}

// Written adds an object as it is written: without data its bytes, else a stream's entries without brackets, and its
// encoded data. The error is that it is no object of PDF's.
func (w *Worker) Written(n int, body, data []byte) error {
	if data == nil {
		_, keep := w.of.kept[n]
		if _, page := w.of.page(n); !keep && !page {
			if shape, ok := w.s.written(body); ok {
				w.put(n, shape)
				return nil
			}
		}
		o, _, err := pdf.ParseObject(body, 0)
		if err != nil {
			return fmt.Errorf("object %d, as it is written: %w", n, err)
		}
		if keep {
			w.of.kept[n], _ = o.(types.Dict)
		}
		w.Object(n, o)
		return nil
	}
	o, _, err := pdf.ParseObject(append(append([]byte("<<"), body...), ">>"...), 0)
	d, ok := o.(types.Dict)
	if err != nil || !ok {
		return fmt.Errorf("stream %d, as it is written, has no dictionary", n)
	}
	return w.Stream(n, d, func(to io.Writer) error {
		_, err := to.Write(data)
		return err
	})
}

func (w *Worker) put(n int, s Shape) {
	for n >= len(w.of.objects) {
		w.of.objects = append(w.of.objects, Shape{})
	}
	w.of.objects[n] = s
}

// Written sums what was written; catalog and info are the numbers of those.
func (s *Shapes) Written(catalog, info int) *Sums {
	return s.Sums(Frame{Catalog: s.kept[catalog], Info: s.kept[info],
		Dict: func(o types.Object) types.Dict { return s.kept[pdf.RefNumber(o)] }})
}
