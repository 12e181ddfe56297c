package compose

import "rapporteur/layout"

// front fills the run of a foreword, a letter or the like: unnumbered paragraphs on roman pages. The first opens on
// the right; short pieces follow it without blank pages between them.
func (c *composer) front(run *layout.Run) {
	if c.before == c.part.Kind {
		run.Opening = layout.AnyPage
	}
	c.chapterOf(run, c.part.Chapter.Text)
}
