package layout

import "strconv"

func (h Heading) rows(s *stack) {
	lang := h.Lang
	if lang == "" {
		lang = s.lang
	}
	look := s.look(h.Role, lang)
	look.KeepNext, look.Hyphenate = true, false
	el := s.tree.Add(s.node, Element{Tag: Tag("H" + strconv.Itoa(min(max(h.Level, 1), 6))), Lang: s.foreign(lang)})
	id := h.Anchor
	if id == "" && h.Bookmark != nil && h.Bookmark.Target == "" {
		id = s.place()
	}
	if id != "" {
		s.anchors = append(s.anchors, id)
	}
	if h.Bookmark != nil {
		s.bookmark(*h.Bookmark, id)
	}
	number, inlines := h.Number, h.Inlines
	if number != "" && look.Label <= 0 { // no slot: the number is the first words
		inlines = append([]Inline{{Text: number + "\u2002", Origin: h.Origin}}, inlines...)
		number = ""
	}
	s.paragraph(look, lang, el, number, inlines, h.Origin)
}

func (h Heading) dump(d *dumper) {
	outline := ""
	if h.Bookmark != nil {
		outline = strconv.Itoa(h.Bookmark.Level)
	}
	d.line("heading", "h"+strconv.Itoa(h.Level), h.Role.String(), named("lang", h.Lang), named("outline", outline), named("id", h.Anchor), h.Number, words(h.Inlines))
	d.notes(h.Inlines)
}
