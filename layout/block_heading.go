package layout

import "strconv"

func (h Heading) rows(s *stack) {
	lang := s.in(h.Lang)
	look := s.look(h.Role, lang)
	look.KeepNext, look.Hyphenate = true, false
	// right below a heading: the two are one group, and stand nearer than to what is around them
	if s.headed > 0 && s.headed == len(s.rows) {
		look.Before /= 2
	}
	el := s.tree.Add(s.node, Element{Tag: Tag("H" + strconv.Itoa(min(max(h.Level, 1), 6))), Lang: s.ownLang(lang)})
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
		inlines = append([]Inline{{Text: number + s.sheet.Lang.Numbers.Gap(number), Origin: h.Origin}}, inlines...)
		number = ""
	}
	from := len(s.rows)
	s.paragraph(look, lang, el, number, inlines, h.Origin)
	s.galley.level = max(h.Level, 1)
	for i := from; i < len(s.rows); i++ {
		r := &s.rows[i]
		if r.stretch > 0 {
			r.spare = min(r.height/partGiven, mostSpare)
		}
		if r.kind != gapRow {
			r.level = int8(min(s.galley.level, 127))
			break
		}
	}
	s.headed = len(s.rows)
}

func (h Heading) dump(d *dumper) {
	outline := ""
	if h.Bookmark != nil {
		outline = strconv.Itoa(h.Bookmark.Level)
	}
	d.line("heading", "h"+strconv.Itoa(h.Level), h.Role.String(), named("lang", h.Lang), named("outline", outline),
		named("id", h.Anchor), h.Number, inlineText(h.Inlines))
	d.dumpNotes(h.Inlines)
}

func (h Heading) encode(e *encoder) {
	e.str("heading")
	e.int(h.Level)
	e.int(int(h.Role))
	e.str(h.Number)
	e.inlines(h.Inlines)
	e.str(h.Anchor)
	if e.flag(h.Bookmark != nil); h.Bookmark != nil {
		e.bookmark(h.Bookmark)
	}
	e.str(h.Lang)
	e.int(int(h.Origin))
}
