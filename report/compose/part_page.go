package compose

import "rapporteur/layout"

// partPage is a page that opens a part of the report: "Part one", and below it what the part is.
func (c *composer) partPage(run *layout.Run) {
	run.Title, run.Root.Title = c.part.Name, c.part.Name
	run.Blocks = []layout.Block{
		&layout.Space{Fill: 2},
		para(layout.Kicker, layout.Inline{Text: c.part.Number}),
		&layout.Heading{Level: c.part.Depth, Role: layout.HeadPart, Inlines: say(c.part.Title),
			Bookmark: c.bookmark(c.part.ID)},
		thickRule(),
		&layout.Space{Fill: 5},
	}
}
