package compose

import "rapporteur/layout"

// summary is the Chair's summary: unnumbered paragraphs, and where its originals stand.
func (c *composer) summary(run *layout.Run) {
	c.chapterOf(run, c.part.Summary.Text)
	c.where(run, c.part.Summary.Originals)
}
