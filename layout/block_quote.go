package layout

func (q Quote) rows(s *stack) {
	lang := s.in(q.Lang)
	look := s.sheet.Look(QuoteText, lang)
	el := s.tree.Add(s.node, Element{Tag: "BlockQuote", Lang: s.ownLang(lang)})
	s.space(look.Before)
	was := s.quoted
	start, end := look.Indent, look.Outdent
	if was { // a quotation in a quotation is inset by half
		start, end = start/2, end/2
	}
	s.quoted = true
	s.within(el, lang, start, end, q.Blocks)
	s.quoted = was
	s.space(look.After)
}

func (q Quote) dump(d *dumper) {
	d.line("quote", named("lang", q.Lang))
	d.below(q.Blocks)
}

func (q Quote) encode(e *encoder) {
	e.str("quote")
	e.blocks(q.Blocks)
	e.str(q.Lang)
}
