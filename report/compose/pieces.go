package compose

import (
	"rapporteur/layout"
	"rapporteur/report/document"
)

// Piece is what one part of the report sets, apart from the others: for whoever shows blocks otherwise than on paper.
type Piece struct {
	ID     string // of the place where it begins
	Run    string // id of the run that it stands in, which the ids of its notes have
	Part   *document.Part
	Blocks []layout.Block // none of an original
}

// Pieces are the parts of the report in order, also those that follow on in the run of another.
func (c *Composition) Pieces() (list []Piece) {
	for i, run := range c.Runs {
		parts := c.Parts[i]
		if len(parts) == 1 {
			list = append(list, Piece{ID: run.ID, Run: run.ID, Part: parts[0], Blocks: run.Blocks})
			continue
		}
		for k, b := range run.Blocks { // one section a part
			s := b.(*layout.Section)
			list = append(list, Piece{ID: s.ID, Run: run.ID, Part: parts[k], Blocks: s.Blocks})
		}
	}
	return list
}
