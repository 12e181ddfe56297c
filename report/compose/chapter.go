package compose

import (
	"rapporteur/layout"
	"rapporteur/report/document"
)

// title is the heading that opens a part's pages.
func (c *composer) title() *layout.Heading {
	p, number := c.part, ""
	if p.Number != "" {
		number = c.words.Numbers.Ended(p.Number)
	}
	return &layout.Heading{Level: p.Depth, Role: layout.HeadChapter, Number: number, Inlines: say(p.Title),
		Bookmark: c.bookmark(p.ID)}
}

// chapterOf fills a run with a titled text. Chapters with a number have numbered paragraphs.
func (c *composer) chapterOf(run *layout.Run, text *document.Text) {
	run.Blocks = append(run.Blocks, c.title())
	p := &prose{c: c, text: text, body: layout.Body, numbered: c.part.Kind.Numbered(), level: c.part.Depth + 1}
	run.Blocks = append(run.Blocks, p.blocks()...)
	c.back(run)
}

// back names the recommendations that are based on the part's item, at the item's end.
func (c *composer) back(run *layout.Run) {
	it := c.d.Item(c.part.Item)
	if it == nil || len(it.Recommended) == 0 {
		return
	}
	var blocks []layout.Block
	if !c.d.Plain() {
		blocks = append(blocks, &layout.Space{Height: 5 * layout.MM}, thinRule())
	}
	blocks = append(blocks, &layout.Space{Height: layout.MM},
		c.fact(layout.Lead, c.words.Say("cited-in"), c.recommendationLinks(it)...))
	run.Blocks = append(run.Blocks, &layout.Group{Keep: true, Behind: true, Blocks: blocks})
}
