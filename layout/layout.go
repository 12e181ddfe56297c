// Package layout turns blocks into pages: it knows no YAML, no PDF and no symposium.
//
// From []Run (blocks, no place) into Pages (which row of which run stands on which page, and what every printed
// reference says). The set of blocks is open: a new kind is a new file with Rows. Rows are closed, and so are the marks
// that a page hands to paint. Above paint there is no left and right: start and end, inner and outer.
package layout

import "rapporteur/layout/text"

// Length is a distance in thousandths of a point.
type Length = text.Length

// Pt is one point; MM one millimetre, rounded.
const (
	Pt = text.Pt
	MM = Length(2835)
)

// Origin names a place in the sources; report gives it its meaning.
type Origin = text.Origin
