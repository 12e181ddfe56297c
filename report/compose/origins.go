package compose

import (
	"rapporteur/layout"
	"rapporteur/sources/diag"
)

// Origins are the places that the origins of a run name, so that a complaint of layout can name a file and a line:
// layout itself knows only numbers. They count within the run.
type Origins struct {
	places []diag.Pos
}

// at gives the number of a place; 0 is not a place.
func (o *Origins) at(pos diag.Pos) layout.Origin {
	if pos.IsZero() {
		return 0
	}
	o.places = append(o.places, pos)
	return layout.Origin(len(o.places))
}

// Place turns a number back into a place, offset characters further on in its line; an origin that is none gives no
// place.
func (o *Origins) Place(n layout.Origin, offset int) diag.Pos {
	if n <= 0 || int(n) > len(o.places) {
		return diag.Pos{}
	}
	pos := o.places[n-1]
	if pos.Column > 0 {
		pos.Column += offset
	}
	return pos
}
