package layout

import (
	"strconv"
)

// gutterEms is the white between columns, in ems of body text: the eye does not cross it.
const gutterEms = 2

// rows sets the blocks in narrow columns. Only the run's own stack can change the number of columns; elsewhere (in a
// cell or a note) the blocks are set one below the other.
func (c Columns) rows(s *stack) {
	if !s.top || c.Count < 2 || s.start != 0 || s.end != 0 {
		for _, b := range c.Blocks {
			b.rows(s)
		}
		return
	}
	gutter := gutterEms * s.sheet.Look(Body, s.lang).Size
	gap := s.gap
	anchors := s.anchors
	s.gap, s.anchors = 0, nil
	s.close()
	n := Length(c.Count)
	width := (s.measure - (n-1)*gutter) / n
	in := s.inner(s.node, width)
	in.frame, in.anchors = width, anchors
	for _, b := range c.Blocks {
		b.rows(in)
	}
	if in.rows = trimmed(in.rows); len(in.rows) == 0 {
		s.gap, s.anchors = gap, in.anchors
		return
	}
	s.segments = append(s.segments, segment{rows: in.rows, columns: c.Count, width: width, gutter: gutter, above: gap})
	s.gap = in.gap
}

func (c Columns) dump(d *dumper) {
	d.line("columns", strconv.Itoa(c.Count))
	d.below(c.Blocks)
}

func (c Columns) encode(e *encoder) {
	e.str("columns")
	e.int(c.Count)
	e.blocks(c.Blocks)
}
