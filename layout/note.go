package layout

import "rapporteur/layout/text"

// note is a note set: its rows stand at the foot of the frame in which its mark stands.
type note struct {
	rows   []row
	height Length
}

// noteID is the id of a note in the report: its element's, its anchor's. The colons keep it from ids that authors
// give, which have none.
func (g *galley) noteID(n *Note) string { return "note:" + g.run.ID + ":" + n.ID }

// noteCalled sets a note when its mark is met, and gives its number (index plus one). A note that was called before
// is not set again: 0.
func (s *stack) noteCalled(parent Node, lang *Language, n *Note, id string) int32 {
	if _, before := s.noteIndex[n.ID]; before {
		return 0
	}
	s.notes = append(s.notes, note{})
	number := int32(len(s.notes))
	s.noteIndex[n.ID] = number
	el := s.tree.Add(parent, Element{Tag: "Note", ID: id})
	look := s.sheet.Look(NoteText, lang)
	in := &stack{galley: s.galley, measure: s.column(), node: el, lang: lang, inNote: true, anchors: []string{id}}
	in.hangLabel(look, lang, s.tree.Add(el, Element{Tag: "Lbl"}), n.Mark, true, 0)
	in.within(el, nil, look.Indent, look.Outdent, n.Blocks)
	in.rows = trimmed(in.rows)
	for i := range in.rows {
		in.rows[i].notes = nil
	}
	s.notes[number-1] = note{rows: in.rows, height: tall(in.rows)}
	return number
}

// column is the width that notes are set in: the frame's, or a column's.
func (s *stack) column() Length {
	if s.frame > 0 {
		return s.frame
	}
	w, _ := s.sheet.Frame()
	return w
}

// hangLabel makes a label of one line wait for the next line, x from the start inset; it gives the label's width.
func (s *stack) hangLabel(look Look, lang *Language, node Node, label string, superior bool, x Length) Length {
	st := style(look, lang, 0)
	st.Superior = superior
	pieces := []text.Piece{{Text: label, Style: st, Leaf: s.tree.Leaf(node)}}
	w := s.setter.Width(pieces, lang)
	lines, issues := s.setter.Set(&text.Paragraph{Pieces: pieces, Lang: lang, Align: text.Start, Measure: w + Pt})
	s.complain(issues)
	if len(lines) > 0 {
		s.hang = append(s.hang, part{x: s.at(x, w+Pt, lang), width: w + Pt, line: &lines[0]})
	}
	return w
}
