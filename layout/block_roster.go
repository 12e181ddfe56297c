package layout

// rows sets a body's name over its members, each with hanging lines. Where they go on in the next column or on the
// next page, the name stands over them again.
func (b Roster) rows(s *stack) {
	part := s.tree.Add(s.node, Element{Tag: "Sect"})
	look := s.look(EntryIndex, s.lang)
	if b.Name != "" {
		name := look
		name.Face.Bold, name.KeepNext, name.Before = true, true, look.Leading/2
		s.paragraph(name, s.lang, s.tree.Add(part, Element{Tag: "P"}), "", []Inline{{Text: b.Name}}, 0)
	}
	if len(b.Members) == 0 {
		return
	}
	from, ends := len(s.rows), make([]int, 0, len(b.Members))
	list := s.tree.Add(part, Element{Tag: "L", Title: b.Name, Attrs: &Attr{ListNumbering: "None"}})
	for _, m := range b.Members {
		item := s.tree.Add(s.tree.Add(list, Element{Tag: "LI"}), Element{Tag: "LBody"})
		begins := len(s.rows)
		s.paragraph(look, s.lang, s.tree.Add(item, Element{Tag: "P"}), "", m, 0)
		s.keep(begins) // nobody's lines are torn apart
		ends = append(ends, len(s.rows)-1)
	}
	if len(b.Again) == 0 {
		return
	}
	look.Face.Bold, look.Hyphenate = true, false
	s.goesOn(from-1, s.again(look, s.lang, b.Again))
	for k, row := range ends[:len(ends)-1] { // nobody stands alone before or after the name is said again
		if k == 0 || k == len(ends)-2 {
			s.rows[row].penalty = max(s.rows[row].penalty, breakPoor)
		}
	}
}

func (b Roster) dump(d *dumper) {
	d.line("roster", b.Name)
	for _, m := range b.Members {
		(&dumper{d.w, d.depth + 1}).line("member", inlineText(m))
	}
}

func (b Roster) encode(e *encoder) {
	e.str("roster")
	e.str(b.Name)
	e.inlines(b.Again)
	e.int(len(b.Members))
	for _, m := range b.Members {
		e.inlines(m)
	}
}
