package layout

import "rapporteur/layout/text"

func (d Definitions) rows(s *stack) {
	if len(d.Entries) == 0 {
		return
	}
	look := s.look(Body, s.lang)
	list := s.tree.Add(s.node, Element{Tag: "L", Title: d.Name, Attrs: &Attr{ListNumbering: "None"}})
	s.space(look.Before)
	slot := d.slot(s, look)
	for i := range d.Entries {
		e := &d.Entries[i]
		li := s.tree.Add(list, Element{Tag: "LI"})
		lbl := s.tree.Add(li, Element{Tag: "Lbl"})
		if d.Columns {
			term := s.inner(lbl, slot-look.Size)
			term.term(look, lbl, e.Term)
			body := s.inner(s.tree.Add(li, Element{Tag: "LBody"}), s.room()-slot)
			for _, b := range e.Body {
				b.rows(body)
			}
			s.beside([]cell{{x: 0, stack: term}, {x: slot, stack: body}}, 0, 0, 0)
			s.space(look.After)
			continue
		}
		term := look
		term.KeepNext = true
		s.term(term, lbl, e.Term)
		s.near = len(e.Body) > 0
		s.within(s.tree.Add(li, Element{Tag: "LBody"}), nil, 2*look.Size, 0, e.Body)
		s.near = false
		s.space(look.After)
	}
	s.space(look.After)
}

// slot is the width of the terms' column: the widest term and a gap, within two fifths of the measure.
func (d *Definitions) slot(s *stack, look Look) Length {
	var widest Length
	bold := look
	bold.Face.Bold = true
	for i := range d.Entries {
		widest = max(widest, s.width(bold, s.lang, d.Entries[i].Term)+Pt)
	}
	return min(widest+look.Size, s.room()*2/5)
}

// term sets the words that are defined, in bold, without space around them.
func (s *stack) term(look Look, node Node, words []Inline) {
	look.Face.Bold = true
	look.Before, look.After, look.First, look.Indent, look.Outdent = 0, 0, 0, 0, 0
	look.Hyphenate = false
	s.paragraph(look.align(text.Start), s.lang, node, "", words, 0)
}

func (e Definitions) dump(d *dumper) {
	d.line("definitions", given(e.Columns, "columns"), e.Name)
	in := &dumper{d.w, d.depth + 1}
	for i := range e.Entries {
		in.line("term", inlineText(e.Entries[i].Term))
		in.below(e.Entries[i].Body)
	}
}

func (d Definitions) encode(e *encoder) {
	e.str("definitions")
	e.str(d.Name)
	e.int(len(d.Entries))
	for i := range d.Entries {
		e.inlines(d.Entries[i].Term)
		e.blocks(d.Entries[i].Body)
	}
	e.flag(d.Columns)
}
