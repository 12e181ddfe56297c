package layout

// Float is a figure or a table with its caption: where it finds no room on the rest of its page it stands at the top of
// a later one, and the text that follows it fills the page. It is read where it stands among the blocks.
// The notes that it calls stand under it.
type Float struct {
	Fixed  bool // it stays where it stands
	Blocks []Block
}

func (f Float) rows(s *stack) {
	around, from := s.gap, len(s.rows)
	notes := []calledNote{}
	s.under = &notes
	for _, b := range f.Blocks {
		b.rows(s)
	}
	s.under = nil
	if len(notes) > 0 {
		s.notesUnder(notes, 0)
		s.space(s.sheet.Look(Body, s.lang).Size)
	}
	if f.Fixed || !s.top || from == 0 || !s.floats(s.rows[from:]) {
		return
	}
	s.keep(from)
	s.afloat = append(s.afloat, float{from: from, to: len(s.rows), level: s.level})
	s.gap, s.below = around, s.gap
}

// floats reports whether rows can be moved: not those of a table that runs over pages, nor what calls notes, which have
// to stand below the words around them in their order.
func (s *stack) floats(rows []row) bool {
	_, frame := s.sheet.Frame()
	if len(rows) == 0 || tall(rows) > frame*4/5 {
		return false
	}
	for i := range rows {
		if len(rows[i].notes) > 0 || rows[i].penalty == breakForced {
			return false
		}
	}
	return true
}

func (f Float) dump(d *dumper) {
	d.line("float", given(f.Fixed, "fixed"))
	d.below(f.Blocks)
}

func (f Float) encode(e *encoder) {
	e.str("float")
	e.flag(f.Fixed)
	e.blocks(f.Blocks)
}
