package content

// nest holds what is set aside until its end comes, the innermost last. Beyond maxState nothing is set aside, but
// counted, so that every end still meets its own beginning.
type nest[T any] struct {
	kept   []T
	beyond int
}

func (n *nest[T]) push(v T) {
	if len(n.kept) < maxState {
		n.kept = append(n.kept, v)
	} else {
		n.beyond++
	}
}

// pop gives back to v what was set aside last. An end without a beginning changes nothing, nor does one beyond
// maxState.
func (n *nest[T]) pop(v *T) {
	if n.beyond > 0 {
		n.beyond--
	} else if last := len(n.kept) - 1; last >= 0 {
		*v, n.kept = n.kept[last], n.kept[:last]
	}
}

// empty is an empty nest with the memory of n.
func (n *nest[T]) empty() nest[T] { return nest[T]{kept: n.kept[:0]} }
