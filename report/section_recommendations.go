package report

import "rapporteur/layout"

// recommendations is the chapter of the recommendations, grouped, each with what it rests on.
func (c *composer) recommendations() {
	d := c.d
	if len(d.Recommendations) == 0 {
		return
	}
	outline := c.level()
	title := c.words.Say("recommendations")
	run := &layout.Run{ID: "recommendations", Kind: "recommendations", Title: title, Numbering: layout.Arabic, Opening: layout.RightPage}
	run.Blocks = append(run.Blocks, c.title(c.numbers.chapter["recommendations"], title, "recommendations", outline, 1+outline))
	notes, group, letters := 0, "", counters{}
	for _, r := range d.Recommendations {
		level := 2 + outline
		if r.Group != group && r.Group != "" {
			run.Blocks = append(run.Blocks, &layout.Heading{Level: level, Role: layout.HeadA, Number: letters.up(1, c.words.Numbers, func() {}), Inlines: say(r.Group)})
		}
		group = r.Group
		name := c.words.Say("recommendation", "n", decimal(r.Number))
		if group != "" {
			level++
		}
		run.Blocks = append(run.Blocks, &layout.Heading{Level: level, Role: layout.HeadC, Inlines: say(name), Anchor: r.ID, Origin: c.origins.at(r.Pos),
			Bookmark: &layout.Bookmark{Level: outline + 1, Title: name, Target: r.ID, Closed: true}})
		p := &prose{c: c, text: r.Text, notes: &notes, body: layout.Recommendation, numbered: true, level: level + 1, base: 2}
		blocks := p.blocks()
		if last, ok := lastOf(blocks).(*layout.Paragraph); ok { // the lines of facts belong to the words above them
			last.KeepNext = len(r.Addressees)+len(r.From) > 0
		}
		run.Blocks = append(run.Blocks, blocks...)
		var facts []layout.Block
		if len(r.Addressees) > 0 {
			facts = append(facts, c.fact(layout.Lead, c.words.Say("addressees"), layout.Inline{Text: c.words.List(r.Addressees) + c.words.Marks.End}))
		}
		if len(r.From) > 0 {
			var from []layout.Inline
			for i, it := range r.From {
				if i > 0 {
					from = append(from, layout.Inline{Text: c.words.Marks.Semicolon})
				}
				from = append(from, c.reference(it.ID, 0, 0)...)
			}
			facts = append(facts, c.fact(layout.Lead, c.words.Say("from"), append(from, layout.Inline{Text: c.words.Marks.End})...))
		}
		if it := d.Item(r.ID); it != nil && len(it.Recommended) > 0 {
			facts = append(facts, c.fact(layout.Lead, c.words.Say("cited-in"), c.recommendationLinks(it)...))
		}
		if len(facts) > 0 {
			run.Blocks = append(run.Blocks, &layout.Group{Indent: slot, Keep: true, Blocks: facts})
		}
	}
	c.add(run)
}

// lastOf is the last block, nil of none.
func lastOf(blocks []layout.Block) layout.Block {
	if len(blocks) == 0 {
		return nil
	}
	return blocks[len(blocks)-1]
}
