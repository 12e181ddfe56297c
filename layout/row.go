package layout

import "rapporteur/layout/text"

// kind is the closed set of rows: whatever a block is, below the stack there are only these.
type kind uint8

const (
	lineRow    kind = iota // a line of a paragraph, with what hangs beside it
	gapRow                 // white that is dropped where a frame opens
	ruleRow                // a rule across
	pictureRow             // a picture
	cellsRow               // stacks side by side, or a slice of them
	fillerRow              // an empty line: holds the place of a line that a narrower reference no longer needs
)

// What a break after a row costs. The sums decide, so each is worth more than all that stands below it: see
// pagebreak.go.
const (
	breakForced = -1        // the frame ends here
	breakNever  = 1 << 30   // no break, whatever comes
	breakGrave  = 1_000_000 // a widow, an orphan, a lone heading
	breakKeep   = 300_000   // inside what asked to be kept together
	breakAgain  = 1_000     // inside what says above the break that it goes on
	breakPoor   = 2_500     // first or last row of a table alone, a one-line paragraph between heading and break
	breakHyphen = 20_000    // a word divided over the page
)

// row is a horizontal slice of a stack. Places inside are from the start side, as the run is read.
type row struct {
	kind    kind
	solid   bool   // a gap that is not dropped where the run opens or a break was forced
	level   int8   // of the heading that begins with it; 0 none
	fill    int32  // share of the frame's free space
	penalty int32  // of a break after it; breakForced, breakNever
	head    int32  // one more than the index of the head that is repeated when a frame opens here
	height  Length // of a line: from its top to the baseline; else from top to bottom
	depth   Length // of a line: below the baseline
	stretch Length
	shrink  Length
	spare   Length  // by which it stretches further, where the frame would end short for all that
	notes   []int32 // numbers of the notes whose marks stand here, in order
	anchors []string
	ends    []string // ids of the sections that end with it
	parts   []part
	origin  Origin
}

func (r *row) size() Length { return r.height + r.depth }

// part is one thing that a row paints.
type part struct {
	x, y          Length // from the row's start edge and top; to the baseline of a line, to the top of anything else
	width, height Length // measure of a line; size of a rule or picture
	line          *text.Line
	picture       *Picture
	color         Color
	leaf          Node  // of a picture
	link          int32 // the whole area is this link of the run (index plus one)
	area          bool  // nothing is painted: only the link's area
	artifact      bool
	linked        bool // the line holds links of its own
}

// shifted gives parts moved, as those of a row inside another.
func shifted(to, parts []part, x, y Length) []part {
	for _, p := range parts {
		p.x += x
		p.y += y
		to = append(to, p)
	}
	return to
}

// tall is the height of rows as they stand.
func tall(rows []row) Length {
	var h Length
	for i := range rows {
		h += rows[i].size()
	}
	return h
}

// as artifacts: the rows without leaf, link, note or anchor, for a head that is painted again.
func artifacts(rows []row) []row {
	out := make([]row, 0, len(rows))
	for _, r := range rows {
		parts := make([]part, 0, len(r.parts))
		for _, p := range r.parts {
			if p.area {
				continue
			}
			p.artifact, p.link, p.linked, p.leaf = true, 0, false, 0
			parts = append(parts, p)
		}
		r.parts, r.notes, r.anchors, r.ends, r.head = parts, nil, nil, nil, 0
		out = append(out, r)
	}
	return out
}
