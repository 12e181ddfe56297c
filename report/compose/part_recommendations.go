package compose

import (
	"rapporteur/layout"
	"rapporteur/report/document"
)

// recommendations is the chapter of the recommendations, grouped, each with what it is based on.
func (c *composer) recommendations(run *layout.Run) {
	run.Blocks = append(run.Blocks, c.title())
	for _, g := range c.part.Groups {
		level := c.part.Depth + 1
		if g.Title != "" {
			run.Blocks = append(run.Blocks, &layout.Heading{Level: level, Role: layout.HeadA, Number: g.Number,
				Inlines: say(g.Title)})
			level++
		}
		for _, r := range g.Recommendations {
			run.Blocks = append(run.Blocks, c.recommendation(r, level)...)
		}
	}
}

// recommendation is its number, its words and the facts about it; level is the structure level of its heading.
func (c *composer) recommendation(r *document.Recommendation, level int) []layout.Block {
	out := []layout.Block{&layout.Heading{Level: level, Role: layout.HeadC, Inlines: say(r.Name), Anchor: r.ID,
		Origin: c.origins.at(r.Pos), Bookmark: c.bookmark(r.ID)}}
	p := &prose{c: c, text: r.Text, body: layout.Recommendation, numbered: true, level: level + 1, base: 2}
	out = append(out, p.blocks()...)
	if facts := c.recommendationFacts(r); len(facts) > 0 {
		out = append(out, &layout.Group{Indent: slot, Blocks: facts})
	}
	return []layout.Block{&layout.Group{Again: c.continued(r.Name), Over: layout.HeadC, Blocks: out}}
}

// recommendationFacts says to whom a recommendation goes, what it is based on, and which others are based on it.
func (c *composer) recommendationFacts(r *document.Recommendation) []layout.Block {
	var facts []layout.Block
	end := layout.Inline{Text: c.words.Marks.End}
	if len(r.Addressees) > 0 {
		facts = append(facts, c.fact(layout.Lead, c.words.Say("addressees"),
			layout.Inline{Text: c.words.List(r.Addressees) + end.Text}))
	}
	if len(r.From) > 0 {
		var from [][]layout.Inline
		for _, it := range r.From {
			from = append(from, c.cited(it.ID, c.name(it)+c.words.Marks.Comma, "", 0, 0))
		}
		facts = append(facts,
			c.fact(layout.Lead, c.words.Say("from"), append(joined(from, c.words.Marks.Semicolon), end)...))
	}
	if it := c.d.Item(r.ID); it != nil && len(it.Recommended) > 0 {
		facts = append(facts, c.fact(layout.Lead, c.words.Say("cited-in"), c.recommendationLinks(it)...))
	}
	return facts
}
