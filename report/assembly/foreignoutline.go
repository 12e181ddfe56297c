package assembly

import (
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/sources/pdf"
)

// outline adds the entry's own bookmarks and, below the last of them, the original's outline with its destinations made explicit.
func (s *source) outline(r *Run) {
	l := s.l
	level := 0
	for _, m := range r.Outline {
		l.outline = append(l.outline, outlineItem{level: m.Level, title: appendText(nil, m.Title), target: m.Target, closed: m.Closed})
		level = m.Level + 1
	}
	s.outlineItems(s.doc.Outline(), level)
}

func (s *source) outlineItems(items []pdf.OutlineItem, level int) bool {
	any := false
	for i := range items {
		it := &items[i]
		at := len(s.l.outline)
		s.l.outline = append(s.l.outline, outlineItem{level: level, title: appendText(nil, it.Title), closed: !it.Open})
		entry, out := s.outlineEntry(it)
		kids := s.outlineItems(it.Kids, level+1)
		if out && !kids { // it led to a page that was not taken, and nothing below it does not
			s.l.outline = s.l.outline[:at]
			s.original.notes.add(LinkRemoved, "", -1)
			continue
		}
		s.l.outline[at].dest = entry
		any = true
	}
	return any
}

// outlineEntry is where an item leads and how it looks, as written; out when it leads to a page that was not taken.
func (s *source) outlineEntry(it *pdf.OutlineItem) (b []byte, out bool) {
	var act types.Dict
	if it.Dest != nil {
		var dest types.Array
		if dest, out = s.destination(it.Dest); dest != nil {
			b = s.object(append(b, "/Dest"...), dest, 0)
		}
	} else if it.Action != nil {
		if act, out = s.action(it.Action, -1, 0); act != nil {
			b = s.object(append(b, "/A"...), act, 0)
		}
	}
	if it.Color != [3]float64{} {
		b = append(b, "/C["...)
		for i, v := range it.Color {
			if i > 0 {
				b = append(b, ' ')
			}
			b = appendFloat(b, v)
		}
		b = append(b, ']')
	}
	if f := it.Flags & 3; f != 0 {
		b = appendInt(append(b, "/F "...), f)
	}
	return b, out
}
