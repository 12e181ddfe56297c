package report

import (
	"rapporteur/layout"
	"rapporteur/sources/diag"
)

// origins remembers where things come from, so that a complaint of layout can name a file and a line: layout itself knows only numbers.
type origins struct {
	places []diag.Pos
}

// at gives the number of a place; 0 is no place.
func (o *origins) at(pos diag.Pos) layout.Origin {
	if pos.IsZero() {
		return 0
	}
	o.places = append(o.places, pos)
	return layout.Origin(len(o.places))
}

// place turns a number back into a place, offset characters further on in its line.
func (o *origins) place(n layout.Origin, offset int) diag.Pos {
	if n <= 0 || int(n) > len(o.places) {
		return diag.Pos{}
	}
	pos := o.places[n-1]
	if pos.Column > 0 {
		pos.Column += offset
	}
	return pos
}
