package compose

import "rapporteur/layout"

// annex fills the run of an annex's text, whose paragraphs are numbered anew. Its originals come after it.
func (c *composer) annex(run *layout.Run) {
	a := c.part.Annex
	run.Blocks = append(run.Blocks, para(layout.Kicker, layout.Inline{Text: c.words.Say("annex", "n", c.part.Number)}),
		&layout.Heading{Level: c.part.Depth, Role: layout.HeadChapter, Inlines: say(a.Title),
			Origin:   c.origins.at(a.Pos),
			Bookmark: c.bookmark(c.part.ID)})
	if c.otherLanguage(a.Lang) {
		run.Blocks = append(run.Blocks, para(layout.Lead, layout.Inline{
			Text: c.words.Say("original-in", "language", c.words.LanguageName(a.Lang))}))
	}
	p := &prose{c: c, text: a.Text, body: layout.Body, numbered: true, level: c.part.Depth + 1}
	run.Blocks = append(run.Blocks, p.blocks()...)
	c.where(run, a.Originals)
	c.back(run)
}
