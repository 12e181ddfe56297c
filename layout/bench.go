package layout

// bench is the memory of a worker that sets one run after the other: what most runs are made of and forgotten again.
// What is to stay of a run is copied from it.
type bench struct {
	nodes []Element
	links []Link
	rows  []row
}

func newBench() *bench { return &bench{} }

// clear makes the bench free for the next run, with as much room as the galley's took.
func (b *bench) clear(g *galley) {
	rows := 0
	for i := range g.segments {
		rows += len(g.segments[i].rows)
	}
	b.nodes, b.links = cleared(b.nodes, len(g.tree.Nodes)), cleared(b.links, len(g.links))
	b.rows = cleared(b.rows, rows)
}

// cleared is an empty slice in the memory of s, in which n elements stood, or in a larger one where they had no room.
func cleared[T any](s []T, n int) []T {
	if n > cap(s) {
		return make([]T, 0, n)
	}
	clear(s[:n])
	return s[:0]
}

// keep copies what was set on a bench, with no room to spare.
func (s *Settled) keep() {
	s.Tree.Nodes, s.Links = exact(s.Tree.Nodes), exact(s.Links)
	if s.body == nil {
		return
	}
	for i := range s.body.segments {
		s.body.segments[i].rows = exact(s.body.segments[i].rows)
	}
}

// exact is a copy of a slice without room to grow: what is kept for the whole report has none to spare.
func exact[T any](s []T) []T { return append(make([]T, 0, len(s)), s...) }
