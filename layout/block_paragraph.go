package layout

import "rapporteur/layout/text"

// strut is the share of the leading above and below the baseline: the same for all lines of a look, so that lines
// stand evenly.
func (l Look) strut() (height, depth Length) {
	leading := l.Leading
	if leading <= 0 {
		leading = l.Size * 12 / 10
	}
	height = (leading-l.Size)/2 + l.Size*78/100
	return height, leading - height
}

// look is how a role is set here: in a quotation body text takes the quotation's look, whose insets are the
// quotation's own.
func (s *stack) look(r Role, lang *Language) Look {
	if s.quoted && (r == Body || r == QuoteText) {
		l := s.sheet.Look(QuoteText, lang)
		l.Indent, l.Outdent = 0, 0
		return l
	}
	l := s.sheet.Look(r, lang)
	if s.inNote && r == Body {
		r = NoteText
		l = s.sheet.Look(r, lang)
	}
	if s.inNote && r == NoteText {
		l.Indent, l.Outdent = 0, 0
	}
	return l
}

func (p Paragraph) rows(s *stack) {
	lang := s.in(p.Lang)
	tag := p.Tag
	if tag == "" {
		tag = "P"
	}
	el := s.tree.Add(s.node, Element{Tag: tag, Lang: s.ownLang(lang)})
	if p.Anchor != "" {
		s.anchors = append(s.anchors, p.Anchor)
	}
	look := s.look(p.Role, lang)
	running := look.Align == text.Justify
	look.KeepNext = look.KeepNext || p.KeepNext && !running
	if p.Role == Body && p.Label == "" && !s.inNote && !s.quoted && look.Align == text.Justify {
		look.First += look.Size * Length(lang.FirstIndent())
	}
	s.paragraph(look, lang, el, p.Label, p.Inlines, p.Origin)
	if p.KeepNext && running { // pages may end within it, not with it
		s.stay()
	}
}

// paragraph sets a paragraph of a look, with a label before its first line.
func (s *stack) paragraph(look Look, lang *Language, el Node, label string, inlines []Inline, origin Origin) {
	s.space(look.Before)
	first := look.First
	indent := look.Indent
	if label != "" {
		// The slot ends where the text begins; a label that is wider pushes the first line, never another.
		slot := max(0, indent-look.Label)
		start := slot + s.hangLabel(look, lang, el, label, slot)
		first = max(slot+look.Label, start+look.Size/3) - indent
	}
	measure := max(s.room()-indent-look.Outdent, 10*Pt)
	w := s.tag(look, lang, el, inlines)
	s.setNotes()
	s.lay(w, look, measure, first, s.at(indent, measure, lang), origin)
	s.space(look.After)
}

// lay sets the tagged pieces and appends their lines; x is measured from the start edge.
func (s *stack) lay(w *tagger, look Look, measure, first, x Length, origin Origin) {
	lines := w.lines(measure, first, look.Align, look.Hyphenate)
	n := w.held(len(lines))
	if n == 0 && len(s.hang) > 0 { // a label without words still stands
		s.put(row{kind: lineRow, height: look.height(), depth: look.depth(), origin: origin})
		return
	}
	parts := make([]part, len(lines))
	for i := range n {
		r := row{kind: lineRow, height: look.height(), depth: look.depth(), origin: origin, penalty: look.after(i, n)}
		if i < len(lines) {
			line := &lines[i]
			parts[i] = part{x: x, y: look.height(), width: measure, line: line, linked: w.linked}
			r.parts = parts[i : i+1 : i+1]
			if len(w.boxes) > 0 {
				w.seat(&r, line, x, measure)
			}
			r.notes = line.Notes
			if w.anchored {
				r.anchors = line.Anchors()
			}
			if line.Hyphenated {
				r.penalty += breakHyphen
			}
		} else {
			r.kind = fillerRow
		}
		if s.after && n == 1 {
			r.penalty = max(r.penalty, breakPoor)
		}
		s.put(r)
	}
	if n == len(lines) {
		s.loosen(w, look, measure, first, x, n, origin)
	}
	if n > 0 {
		s.after = false
		if look.KeepNext {
			s.stay()
		}
	}
}

// after is what a break after line i of n costs: at least two lines stand on either side, and titles are not broken.
func (l Look) after(i, n int) int32 {
	switch {
	case i == n-1:
		return 0
	case i == 0 || i == n-2 || l.KeepNext:
		return breakGrave
	}
	return 0
}

func (l Look) height() Length { h, _ := l.strut(); return h }
func (l Look) depth() Length  { _, d := l.strut(); return d }

// align is a look with another alignment.
func (l Look) align(a text.Align) Look { l.Align = a; return l }

func (p Paragraph) dump(d *dumper) {
	d.line("paragraph", p.Role.String(), string(p.Tag), named("lang", p.Lang), named("id", p.Anchor),
		given(p.KeepNext, "keep-next"), p.Label, inlineText(p.Inlines))
	d.dumpNotes(p.Inlines)
}

func (p Paragraph) encode(e *encoder) {
	e.str("paragraph")
	e.int(int(p.Role))
	e.str(string(p.Tag))
	e.str(p.Label)
	e.inlines(p.Inlines)
	e.str(p.Anchor)
	e.str(p.Lang)
	e.flag(p.KeepNext)
	e.int(int(p.Origin))
}
