package compose

import "rapporteur/layout"

// halfTitle is the page that bears the title alone, on the right after the cover. Its words are not a heading: the
// title's stands on the cover.
func (c *composer) halfTitle(run *layout.Run) {
	title := para(layout.HeadPart, layout.Inline{Text: c.d.Title})
	run.Blocks = []layout.Block{&layout.Space{Fill: 1}, title, &layout.Space{Fill: 2}}
}
