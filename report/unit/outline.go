package unit

import (
	"rapporteur/sources/pdf"
	"rapporteur/sources/pdf/syntax"
)

// outline takes the original's outline with its destinations made explicit.
func (s *source) outline() { s.outlineItems(s.doc.Outline(), 0) }

// outlineItems takes items and those below them; it reports whether any stayed. An item that leads nowhere, or whose
// action may not stay, is a heading still: it stays without a target.
func (s *source) outlineItems(items []pdf.OutlineItem, level int) bool {
	any := false
	for i := range items {
		it := &items[i]
		at := len(s.u.Outline)
		s.u.Outline = append(s.u.Outline, Bookmark{Level: level, Title: it.Title, Closed: !it.Open})
		out := s.outlineEntry(it)
		s.u.Outline[at].Entry = s.piece.taken()
		kids := s.outlineItems(it.Kids, level+1)
		if out && !kids { // it led to a page that is not taken, and nothing below it does not
			s.u.Outline = s.u.Outline[:at]
			s.original.findings.add(LinkRemoved, "", -1)
			continue
		}
		any = true
	}
	return any
}

// outlineEntry encodes where an item leads and how it looks; out when it leads to a page that is not taken.
func (s *source) outlineEntry(it *pdf.OutlineItem) (out bool) {
	p := &s.piece
	dest, act, out := s.target(it.Dest, it.Action, -1)
	switch {
	case dest != nil:
		p.add("/Dest")
		s.object(p, dest, 0)
	case act != nil:
		p.add("/A")
		s.object(p, act, 0)
	}
	if it.Color != [3]float64{} {
		p.add("/C[")
		for i, v := range it.Color {
			if i > 0 {
				p.add(" ")
			}
			p.Bytes = syntax.AppendFloat(p.Bytes, v)
		}
		p.add("]")
	}
	if f := it.Flags & 3; f != 0 {
		p.add("/F ")
		p.int(f)
	}
	return out
}
