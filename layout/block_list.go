package layout

func (l List) rows(s *stack) {
	if len(l.Items) == 0 { // an L without LI is not a list (ISO 14289-1, 7.6)
		return
	}
	role := l.Role
	if role == Body && s.inNote {
		role = NoteText
	}
	look := s.look(role, s.lang)
	text := s.sheet.Look(ListText, s.lang)
	slot := max(text.Label, look.Label)
	gap := look.Size / 2
	for i := range l.Items { // the slot has room for the widest label, within a third of the measure
		if label := l.Items[i].Label; label != "" {
			slot = max(slot, min(s.width(look, s.lang, []Inline{{Text: label}})+gap, s.room()/3))
		}
	}
	numbering := l.Numbering
	if numbering == "" {
		numbering = "None"
	}
	list := s.tree.Add(s.node, Element{Tag: "L", Title: l.Name, Attrs: &Attr{ListNumbering: numbering}})
	s.space(look.Before)
	last := len(s.rows)
	for i := range l.Items {
		last = len(s.rows)
		it := &l.Items[i]
		li := s.tree.Add(list, Element{Tag: "LI"})
		if it.Anchor != "" {
			s.anchors = append(s.anchors, it.Anchor)
		}
		if i > 0 && l.Tight { // lines of a tight list stand as those of one paragraph
			s.gap = 0
		}
		if it.Label != "" {
			s.hangLabel(look, s.lang, s.tree.Add(li, Element{Tag: "Lbl"}), it.Label, 0)
		}
		body := s.tree.Add(li, Element{Tag: "LBody"})
		s.within(body, nil, slot, 0, it.Blocks)
		if len(s.hang) > 0 { // an item without blocks
			s.put(row{kind: lineRow, height: look.height(), depth: look.depth()})
		}
	}
	s.together(last)
	s.space(max(look.Before, look.After)) // as far from what follows as from what stands before
}

// together keeps the last item of a list, whose rows begin at an index, with the one before it where it is of a single
// line, which would stand alone at the top of a page.
func (s *stack) together(last int) {
	lines := 0
	for i := last; i < len(s.rows); i++ {
		if s.rows[i].kind != gapRow {
			lines++
		}
	}
	if lines == 1 {
		s.behind(last)
	}
}

// behind keeps the rows from an index on with the one before them, as far as that costs less than poor breaks.
func (s *stack) behind(from int) {
	if from == 0 {
		return
	}
	if above := &s.rows[from-1]; above.kind != gapRow && above.penalty >= 0 {
		above.penalty = max(above.penalty, breakPoor)
	}
}

func (l List) dump(d *dumper) {
	d.line("list", l.Numbering, given(l.Tight, "tight"), l.Name)
	in := &dumper{d.w, d.depth + 1}
	for i := range l.Items {
		in.line("item", named("id", l.Items[i].Anchor), l.Items[i].Label)
		in.below(l.Items[i].Blocks)
	}
}

func (l List) encode(e *encoder) {
	e.str("list")
	e.str(l.Name)
	e.str(l.Numbering)
	e.int(len(l.Items))
	for i := range l.Items {
		e.str(l.Items[i].Label)
		e.blocks(l.Items[i].Blocks)
		e.str(l.Items[i].Anchor)
	}
	e.flag(l.Tight)
	e.int(int(l.Role))
}
