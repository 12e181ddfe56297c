package layout

// Section is what a run of its own would hold, within a run that others begin: it follows on where the one before it
// ends. A reference to its pages means those from where it begins to where it ends.
type Section struct {
	ID      string  // as a run's: an anchor where it begins
	Root    Element // as a run's
	Above   Length  // white before it
	Outline []Bookmark
	Blocks  []Block
}

func (x Section) rows(s *stack) {
	s.space(x.Above)
	s.bookmarks = append(s.bookmarks, x.Outline...)
	s.anchors = append(s.anchors, x.ID)
	s.within(s.tree.Add(s.node, x.Root), nil, 0, 0, x.Blocks)
	rows := s.rows
	if n := len(s.segments); len(rows) == 0 && s.top && n > 0 { // it ends in columns
		rows = s.segments[n-1].rows
	}
	for i := len(rows) - 1; i >= 0; i-- {
		if r := &rows[i]; r.kind != gapRow {
			r.ends = append(r.ends, x.ID)
			return
		}
	}
}

func (x Section) dump(d *dumper) {
	d.line("section", string(x.Root.Tag), named("id", x.ID), named("lang", x.Root.Lang),
		named("above", points(x.Above)))
	d.below(x.Blocks)
}

func (x Section) encode(e *encoder) {
	e.str("section")
	e.str(x.ID)
	e.element(&x.Root)
	e.length(x.Above)
	e.int(len(x.Outline))
	for i := range x.Outline {
		e.bookmark(&x.Outline[i])
	}
	e.blocks(x.Blocks)
}
