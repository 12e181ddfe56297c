package layout

func (g Group) rows(s *stack) {
	lang, tag := s.in(g.Lang), g.Tag
	if tag == "" && lang != s.lang {
		tag = "Div" // the language needs an element to stand on
	}
	node := s.node
	if tag != "" {
		node = s.tree.Add(s.node, Element{Tag: tag, Lang: s.ownLang(lang)})
	}
	if g.Anchor != "" {
		s.anchors = append(s.anchors, g.Anchor)
	}
	from := len(s.rows)
	if g.Behind {
		s.behind(from)
	}
	s.within(node, lang, g.Indent, 0, g.Blocks)
	if g.Keep {
		s.keep(from)
	}
	if len(g.Again) > 0 {
		s.goesOn(from, s.again(s.sheet.Look(g.Over, lang), lang, g.Again))
	}
}

func (g Group) dump(d *dumper) {
	indent := ""
	if g.Indent != 0 {
		indent = named("indent", points(g.Indent))
	}
	d.line("group", string(g.Tag), named("lang", g.Lang), named("id", g.Anchor), given(g.Keep, "keep"),
		given(g.Behind, "behind"), indent)
	d.below(g.Blocks)
}

func (g Group) encode(e *encoder) {
	e.str("group")
	e.str(string(g.Tag))
	e.str(g.Lang)
	e.str(g.Anchor)
	e.flag(g.Keep)
	e.flag(g.Behind)
	e.inlines(g.Again)
	e.int(int(g.Over))
	e.length(g.Indent)
	e.blocks(g.Blocks)
}
