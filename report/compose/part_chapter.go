package compose

import "rapporteur/layout"

// chapter fills the run of a chapter of the introduction or the conclusions.
func (c *composer) chapter(run *layout.Run) { c.chapterOf(run, c.part.Chapter.Text) }
