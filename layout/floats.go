package layout

import "sort"

// What is put off to a later frame rather than leave a hole: figures and tables. They keep their order, never go before
// the place that they have in the text, past the end of its section only into the next ones of the same chapter, and
// rather than leave much white, and never past the chapter's end.

const (
	costFloat = int64(1_000) // each frame by which it is put off: as bad as a page that ends a line early
	costAside = int64(4_000) // past the end of its section: as bad as a page that ends six lines early
	costFar   = breakKeep    // past the end of its chapter
)

// float is rows that may be put off: with the white above them, and with as much of the white below as would not stand
// there without them.
type float struct {
	from, to int
	level    int // of the heading that it stands below; 0 none
	limit    int // the row before which its section ends
	chapter  int // the row before which its chapter ends
}

// order is the rows of a segment as they stand on its pages, by their numbers in the order of reading; no rows where
// the two are the same.
type order struct {
	of   int // so many rows it is the order of
	rows []int32
}

// bound finds where the sections and the chapters of the floats end. A chapter is what lies below a heading of the
// highest level.
func (b *breaker) bound() {
	if len(b.floats) == 0 {
		return
	}
	top := 0
	for i := range b.rows {
		if l := int(b.rows[i].level); l > 0 && (top == 0 || l < top) {
			top = l
		}
	}
	for i := range b.floats {
		f := &b.floats[i]
		f.limit = b.endOf(f.to, f.level)
		f.chapter = f.limit
		if f.level > top {
			f.chapter = b.endOf(f.limit, top)
		}
	}
}

// endOf is the first row from one on at which what lies below a heading of a level ends; of level 0, before the first
// heading.
func (b *breaker) endOf(from, level int) int {
	for i := from; i < len(b.rows); i++ {
		above := &b.rows[i-1]
		if l := int(b.rows[i].level); l > 0 && (level == 0 || l <= level) || above.penalty == breakForced ||
			len(above.ends) > 0 {
			return i
		}
	}
	return len(b.rows)
}

// met is how many floats begin before row p.
func (b *breaker) met(p int) int {
	return sort.Search(len(b.floats), func(i int) bool { return b.floats[i].from >= p })
}

// span is what rows measure.
func (b *breaker) span(from, to int) sums {
	x, y := &b.sum[from], &b.sum[to]
	return minus(*y, *x)
}

// headless is a float's rows at the top of a frame, where there is no white above them.
func (b *breaker) headless(i int) (from, to int) {
	f := &b.floats[i]
	from = f.from
	for from < f.to && b.rows[from].kind == gapRow {
		from++
	}
	return from, f.to
}

// land puts floats that wait at row p at the top of a frame, one at least and as many as leave room for some text.
func (b *breaker) land(p, waiting int, avail Length) (landed int, top sums) {
	first := b.met(p) - waiting
	for i := first; i < first+waiting; i++ {
		t := b.span(b.headless(i))
		if landed > 0 && top.height+t.height > avail*3/4 {
			break
		}
		top = plus(top, t)
		landed++
	}
	return landed, top
}

// putting is floats put off.
type putting struct {
	saved   sums // what their rows measure
	waiting int  // so many wait then
	cost    int64
}

// putOff leaves floats out of a frame of rows s to q, the last ones first, until it is no longer too tall by over.
// While others still wait none may stand. It reports whether that can be done.
func (b *breaker) putOff(s, q, waiting int, over Length) (off putting, ok bool) {
	if len(b.floats) == 0 {
		return off, over <= 0
	}
	first, last := b.met(s), b.met(q)
	off.waiting = waiting
	for i := first - waiting; i < first; i++ {
		off.cost += b.late(i, q)
	}
	for i := last - 1; i >= first && (waiting > 0 || off.saved.height-off.saved.shrink < over); i-- {
		f := &b.floats[i]
		if q <= b.open[f.to] { // nothing would stand below it
			return putting{}, false
		}
		off.saved = plus(off.saved, b.span(f.from, f.to))
		off.cost += b.late(i, q)
		off.waiting++
	}
	return off, off.saved.height-off.saved.shrink >= over
}

// parts reports whether row q stands inside a float.
func (b *breaker) parts(q int) bool {
	i := b.met(q) - 1
	return i >= 0 && q < b.floats[i].to
}

// all is how many floats wait before row q if none of those that wait at row s has a place before it.
func (b *breaker) all(s, q, waiting int) int {
	if waiting == 0 {
		return 0
	}
	return waiting + b.met(q) - b.met(s)
}

// movable is the height of the floats among rows s to q.
func (b *breaker) movable(s, q int) (h Length) {
	if len(b.floats) == 0 {
		return 0
	}
	for i := b.met(s); i < b.met(q); i++ {
		h += b.span(b.floats[i].from, b.floats[i].to).height
	}
	return h
}

// late is what it costs that a float does not stand above row q.
func (b *breaker) late(i, q int) int64 {
	switch f := &b.floats[i]; {
	case q > f.chapter:
		return costFar
	case q > f.limit:
		return costAside
	}
	return costFloat
}

// floatFrame fills a frame with floats alone, where their section ends.
func (b *breaker) floatFrame(from state, p int, avail Length, add func(q, carry, waiting int, cost int64)) {
	landed, _ := b.land(p, from.waiting, avail)
	add(p, from.carry, from.waiting-landed, costFloat)
}

func plus(a, b sums) sums {
	return sums{a.height + b.height, a.stretch + b.stretch, a.shrink + b.shrink, a.spare + b.spare, a.notes + b.notes,
		a.calls + b.calls, a.fill + b.fill}
}

func minus(a, b sums) sums {
	return sums{a.height - b.height, a.stretch - b.stretch, a.shrink - b.shrink, a.spare - b.spare, a.notes - b.notes,
		a.calls - b.calls, a.fill - b.fill}
}

// reorder numbers the rows of columns anew, in the order in which they stand on their pages.
func (b *breaker) reorder(columns []column) order {
	moved := false
	for i := range columns {
		moved = moved || columns[i].landed > 0
	}
	if !moved {
		return order{}
	}
	out := order{of: len(b.rows)}
	take := func(from, to int) {
		for k := from; k < to; k++ {
			out.rows = append(out.rows, int32(k))
		}
	}
	for i := range columns {
		c := &columns[i]
		begin := len(out.rows)
		for k := range c.landed {
			take(b.headless(c.float + k))
		}
		from := c.from
		for k := b.met(c.to) - c.off; k < b.met(c.to); k++ {
			take(from, b.floats[k].from)
			from = b.floats[k].to
		}
		take(from, c.to)
		c.from, c.to = begin, len(out.rows)
	}
	return out
}

// ordered are segments with their rows in an order; where that is of other rows they are as they were.
func ordered(segments []segment, orders []order) []segment {
	out := append([]segment(nil), segments...)
	for i := range min(len(out), len(orders)) {
		o := &orders[i]
		if len(o.rows) == 0 || o.of != len(out[i].rows) {
			continue
		}
		rows := make([]row, len(o.rows))
		for k, from := range o.rows {
			rows[k] = out[i].rows[from]
		}
		out[i].rows = rows
	}
	return out
}
