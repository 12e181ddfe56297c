package layout

import (
	"strconv"

	"rapporteur/layout/text"
)

func (b Space) rows(s *stack) {
	s.space(0)
	s.flush()
	s.rows = append(s.rows, row{kind: gapRow, height: b.Height, fill: int32(b.Fill), solid: true})
}

// Between blocks a page's white gives by a half, and takes a third, and by two points at most: more would be seen. That
// below headings does neither. What would still leave a page short is given by the white above its headings, which is
// wide.
const (
	partGiven = 2
	partTaken = 3
	mostGiven = 2 * Pt
	mostSpare = 5 * Pt
)

// flush adds the white that was asked for as a row of its own, so that further white is added to it and does not
// replace it. Over the first row it belongs to the segment, which has it unless it opens a page.
func (s *stack) flush() {
	if n := len(s.afloat); s.below > s.gap && n > 0 && s.afloat[n-1].to == len(s.rows) { // goes where the float goes
		s.rows = append(s.rows, row{kind: gapRow, height: s.below - s.gap})
		s.afloat[n-1].to++
	}
	s.below = 0
	switch {
	case s.gap > 0 && len(s.rows) > 0:
		r := row{kind: gapRow, height: s.gap}
		if s.headed == 0 || s.headed != len(s.rows) {
			r.stretch = min(s.gap/partGiven, mostGiven)
			r.shrink = min(s.gap/partTaken, mostGiven)
		}
		s.rows = append(s.rows, r)
	case s.gap > 0:
		s.above = s.gap
	}
	s.gap = 0
}

func (b Rule) rows(s *stack) {
	width, thick := b.Width, b.Thickness
	if thick <= 0 {
		thick = tableRule
	}
	if width <= 0 || width > s.room() {
		width = s.room()
	}
	x := s.start
	switch b.Align {
	case text.End:
		x += s.room() - width
	case text.Center:
		x += (s.room() - width) / 2
	}
	s.put(row{kind: ruleRow, height: thick, parts: []part{{x: x, width: width, height: thick, color: b.Color,
		artifact: true}}})
}

func (PageBreak) rows(s *stack) { s.force() }

func (b Space) dump(d *dumper) {
	fill := ""
	if b.Fill > 0 {
		fill = strconv.Itoa(b.Fill)
	}
	d.line("space", points(b.Height), named("fill", fill))
}

func (b Rule) dump(d *dumper) { d.line("rule", points(b.Width), "x", points(b.Thickness)) }

func (PageBreak) dump(d *dumper) { d.line("page-break") }

func (b Space) encode(e *encoder) {
	e.str("space")
	e.length(b.Height)
	e.int(b.Fill)
}

func (b Rule) encode(e *encoder) {
	e.str("rule")
	e.length(b.Width)
	e.length(b.Thickness)
	e.int(int(b.Align))
	e.int(int(b.Color))
}

func (PageBreak) encode(e *encoder) { e.str("page-break") }
