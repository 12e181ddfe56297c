package report

import "rapporteur/layout"

// annexTitle is "Annex II. Title".
func (c *composer) annexTitle(a *Annex) string {
	t := annexName(c.words, a.Number)
	if a.Title != "" {
		t += c.words.Marks.Title + a.Title
	}
	return t
}

// annexes are texts whose paragraphs are numbered anew; the originals of annexes stand in part two.
func (c *composer) annexes() {
	for _, a := range c.d.Annexes {
		if a.Text == nil {
			continue
		}
		outline := c.level()
		notes := 0
		run := &layout.Run{ID: a.ID, Kind: "annex", Item: a.ID, Title: c.annexTitle(a), Numbering: layout.Arabic, Opening: layout.RightPage}
		run.Blocks = append(run.Blocks, para(layout.Kicker, layout.Inline{Text: annexName(c.words, a.Number)}),
			&layout.Heading{Level: 1 + outline, Role: layout.HeadChapter, Inlines: say(a.Title), Origin: c.origins.at(a.Pos),
				Bookmark: &layout.Bookmark{Level: outline, Title: c.annexTitle(a), Target: a.ID}})
		if a.Lang != c.d.Lang {
			run.Blocks = append(run.Blocks, para(layout.Lead, layout.Inline{Text: c.words.Say("original-in", "language", c.words.LanguageName(a.Lang))}))
		}
		p := &prose{c: c, text: a.Text, notes: &notes, body: layout.Body, numbered: true, level: 2 + outline}
		run.Blocks = append(run.Blocks, p.blocks()...)
		c.back(run, a.ID)
		c.add(run)
	}
}
