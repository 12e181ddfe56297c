package layout

import "rapporteur/layout/text"

// The alignments, for those who compose blocks.
const (
	Justify  = text.Justify
	Start    = text.Start
	End      = text.End
	Center   = text.Center
	Balanced = text.Balanced
)
