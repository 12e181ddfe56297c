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

// callID is the id of the place of a note's mark, to which the note leads back.
func (g *galley) callID(n *Note) string { return "call:" + g.run.ID + ":" + n.ID }

// calledNote is a note whose mark was met, in an element of a language, and that is not set yet.
type calledNote struct {
	in     Node
	lang   *Language
	note   *Note
	number int32
	id     string
}

// noteCalled gives a note a number (index plus one) when its mark is met in an element. A note that was called before
// is not set again: 0. The link that was made last is the mark's, and says what the note is called.
func (s *stack) noteCalled(in Node, lang *Language, n *Note, id string) int32 {
	s.links[len(s.links)-1].Text, _ = s.heard(lang, "note", "n", n.Mark)
	if _, before := s.noteIndex[n.ID]; before {
		return 0
	}
	if n.Under && s.under != nil {
		s.noteIndex[n.ID] = 0
		*s.under = append(*s.under, calledNote{in, lang, n, 0, id})
		return 0
	}
	s.notes = append(s.notes, note{})
	number := int32(len(s.notes))
	s.noteIndex[n.ID] = number
	s.called = append(s.called, calledNote{in, lang, n, number, id})
	return number
}

// setNotes sets the notes that were called in a paragraph, once all of it is in the tree. In the order of reading they
// come after it: whoever hears the page hears the sentence to its end.
func (s *stack) setNotes() {
	called := s.called
	s.called = nil
	for _, c := range called {
		rows := s.noteRows(&c, s.around(c.in), s.column())
		s.notes[c.number-1] = note{rows: rows, height: tall(rows)}
	}
}

// noteRows sets a note inside an element.
func (s *stack) noteRows(c *calledNote, node Node, measure Length) []row {
	el := s.tree.Add(node, Element{Tag: "Note", ID: c.id, Lang: s.ownLang(c.lang)})
	look := s.sheet.Look(NoteText, c.lang)
	in := &stack{galley: s.galley, measure: measure, node: el, lang: c.lang, inNote: true, anchors: []string{c.id}}
	name, lang := s.heard(c.lang, "note", "n", c.note.Mark)
	label := s.tree.Add(el, Element{Tag: "Lbl", Alt: name, Lang: lang})
	back, _ := s.heard(c.lang, "note-back")
	s.links = append(s.links, Link{Target: "#" + s.callID(c.note), Text: back})
	number := int32(len(s.links))
	st := style(look, c.lang, 0)
	st.Superior = true
	in.hangPiece(text.Piece{Text: c.note.Mark, Style: st, Leaf: s.tree.Leaf(label), Link: number}, c.lang, 0)
	in.within(el, nil, look.Indent, look.Outdent, c.note.Blocks)
	// The mark leads back, and is heard as the note's name: the link is heard by itself, after the note.
	s.links[number-1].Node = s.tree.Add(el, Element{Tag: "Link", Lang: lang, Link: number})
	in.rows = trimmed(in.rows)
	for i := range in.rows {
		in.rows[i].notes = nil
	}
	return in.rows
}

// notesUnder sets the notes that a table or a figure called, right under it. They are read after it.
func (s *stack) notesUnder(list []calledNote, head int32) {
	for i := range list {
		if r := s.last(); r != nil && i == 0 {
			r.penalty = breakGrave
		}
		s.gap = 0
		s.space(noteDistance)
		if i == 0 {
			s.space(2 * noteDistance)
		}
		s.flush()
		for _, r := range s.noteRows(&list[i], s.node, s.room()) {
			r.parts = shifted(nil, r.parts, s.start, 0)
			r.head = head
			s.put(r)
		}
	}
}

// around gives the element that a note stands in which is called in another: the nearest that may hold blocks. A
// figure is heard as one, so that its caption's notes stand behind it.
func (s *stack) around(n Node) Node {
	for n > 0 {
		switch e := &s.tree.Nodes[n]; e.Tag {
		case "P", "H1", "H2", "H3", "H4", "H5", "H6", "Caption", "Figure", "Span", "Link", "Reference":
			n = e.Parent
			continue
		}
		break
	}
	return n
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
func (s *stack) hangLabel(look Look, lang *Language, node Node, label string, x Length) Length {
	return s.hangPiece(text.Piece{Text: label, Style: style(look, lang, 0), Leaf: s.tree.Leaf(node)}, lang, x)
}

func (s *stack) hangPiece(label text.Piece, lang *Language, x Length) Length {
	pieces := []text.Piece{label}
	w := s.setter.Width(pieces, lang)
	lines, issues := s.setter.Set(&text.Paragraph{Pieces: pieces, Lang: lang, Align: text.Start, Measure: w + Pt})
	s.complain(issues)
	if len(lines) > 0 {
		s.hang = append(s.hang, part{x: s.at(x, w+Pt, lang), width: w + Pt, line: &lines[0],
			linked: label.Link > 0})
	}
	return w
}
