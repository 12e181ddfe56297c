package compose

import (
	"rapporteur/layout"
	"rapporteur/report/document"
)

// list is the list of the figures, or of the tables, that have a caption, with their pages; or the table of all
// recommendations.
func (c *composer) list(run *layout.Run) {
	if c.part.List == document.Consolidated {
		c.consolidated(run)
		return
	}
	lines := &layout.Entries{Heads: layout.EntryHeads{Pages: c.words.Say("page")}}
	for _, caption := range c.part.Captions {
		line := layout.Entry{Role: layout.EntryChapter, Label: decimal(caption.Number) + ".",
			Inlines: say(caption.Plain()),
			Pages:   []layout.Ref{c.pageIn(caption.ID)}, Target: c.to(caption.ID),
			Heard: c.heard(nil, 1)}
		if caption.Lang != c.d.Lang {
			line.Lang = caption.Lang
		}
		lines.Entries = append(lines.Entries, line)
	}
	run.Blocks = []layout.Block{c.title(), lines}
}
