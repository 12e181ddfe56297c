package sources

import (
	"slices"

	"rapporteur/sources/diag"
)

// Unsaid is what Markdown cannot say of a text: What in stable words, the place of the first paragraph or table that
// has it, and how many have it.
type Unsaid struct {
	What  string
	Pos   diag.Pos
	Count int
	last  diag.Pos // of the one that was counted last
}

// loses notes what of the present block Markdown cannot say.
func (w *writer) loses(what string) {
	i := slices.IndexFunc(w.lost, func(u Unsaid) bool { return u.What == what })
	if i < 0 {
		w.lost = append(w.lost, Unsaid{what, w.at, 1, w.at})
	} else if u := &w.lost[i]; u.last != w.at {
		u.Count, u.last = u.Count+1, w.at
	}
}
