package shown

import (
	"bytes"
	"crypto/sha256"
	"slices"
)

// closure sums objects with all that they refer to, each once. Objects that lead in a circle, which are few, for ties
// are not followed, are summed together: each by itself first, then with the others (Tarjan, Depth-first
// search and linear graph algorithms, 1972).
type closure struct {
	shapes []Shape // by number
	refs   *references
	sums   []Sum
	state  []visit
	stack  []int32 // objects of which it is not known yet whether they lead in a circle
	next   int32
}

// visit is where the search has met an object.
type visit struct {
	order, low int32 // 0 not yet
	done       bool
}

func newClosure(shapes []Shape, refs *references) *closure {
	return &closure{shapes: shapes, refs: refs, sums: make([]Sum, len(shapes)), state: make([]visit, len(shapes))}
}

// of is the sum of a shape with all that it refers to.
func (c *closure) of(s *Shape) Sum {
	if s.to.count == 0 {
		return s.own
	}
	for _, n := range c.refs.of(s.to) {
		if c.has(n) && c.state[n].order == 0 {
			c.search(n)
		}
	}
	return c.join(s, func(n int32) Sum { return c.sums[n] })
}

func (c *closure) has(n int32) bool { return n > 0 && int(n) < len(c.shapes) }

// join is the sum of a shape and of what it refers to.
func (c *closure) join(s *Shape, of func(n int32) Sum) Sum {
	var room [1 << 9]byte
	b := append(room[:0], s.own[:]...)
	for _, n := range c.refs.of(s.to) {
		sum := Sum{} // of what is not there
		switch {
		case c.has(n):
			sum = of(n)
		case c.has(-n):
			sum = c.shapes[-n].own
		}
		b = append(b, sum[:]...)
	}
	return half(b)
}

func half(b []byte) Sum {
	sum := sha256.Sum256(b)
	return Sum(sum[:len(Sum{})])
}

func (c *closure) search(n int32) {
	c.next++
	at := &c.state[n]
	at.order, at.low = c.next, c.next
	c.stack = append(c.stack, n)
	itself := false
	for _, to := range c.refs.of(c.shapes[n].to) {
		switch {
		case !c.has(to) || c.state[to].done:
		case c.state[to].order == 0:
			c.search(to)
			at.low = min(at.low, c.state[to].low)
		default:
			itself = itself || to == n
			at.low = min(at.low, c.state[to].order)
		}
	}
	if at.low != at.order {
		return
	}
	from := len(c.stack) - 1
	for c.stack[from] != n {
		from--
	}
	together := c.stack[from:]
	if len(together) > 1 || itself {
		c.circle(together)
	} else {
		c.sums[n] = c.join(&c.shapes[n], func(n int32) Sum { return c.sums[n] })
	}
	for _, m := range together {
		c.state[m].done = true
	}
	c.stack = c.stack[:from]
}

// circle sums objects that lead to each other: first without each other, then each with those that it leads to, then
// with all of them in an order that no numbers have a part in.
func (c *closure) circle(together []int32) {
	for range 2 {
		next := make([]Sum, len(together))
		for i, n := range together {
			next[i] = c.join(&c.shapes[n], func(n int32) Sum { return c.sums[n] })
		}
		for i, n := range together {
			c.sums[n] = next[i]
		}
	}
	all := make([]Sum, len(together))
	for i, n := range together {
		all[i] = c.sums[n]
	}
	slices.SortFunc(all, func(a, b Sum) int { return bytes.Compare(a[:], b[:]) })
	var b []byte
	for _, s := range all {
		b = append(b, s[:]...)
	}
	whole := half(b)
	for _, n := range together {
		c.sums[n] = half(append(slices.Clone(c.sums[n][:]), whole[:]...))
	}
}
