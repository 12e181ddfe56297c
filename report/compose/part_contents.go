package compose

import (
	"rapporteur/layout"
	"rapporteur/report/document"
	"rapporteur/report/ledger"
)

// contents has a line for every part that has one in the contents, with its paragraphs and its page.
func (c *composer) contents(run *layout.Run) {
	lines := &layout.Entries{Tag: "TOC", Heads: [2]string{c.words.Say("paragraphs"), c.words.Say("page")}}
	parts := c.d.Listed()
	for i := range parts {
		if p := &parts[i]; p.InContents {
			lines.Entries = append(lines.Entries, c.line(p))
		}
	}
	run.Blocks = []layout.Block{c.title(), lines}
}

// line is a part's line in the contents.
func (c *composer) line(p *document.Part) layout.Entry {
	line := layout.Entry{Role: layout.EntryPlain, Inlines: say(p.Name), Paragraphs: p.Paragraphs(),
		Pages: []layout.Ref{c.pageIn(p.ID)}, Target: c.to(p.ID),
		Heard: c.heard(p, 1)}
	switch {
	case !p.HasRun() || p.Kind == ledger.PartPage:
		line.Role = layout.EntryPart
	case p.Nested:
		line.Role, line.Level = layout.EntryItem, 1
	case p.Kind.Chapter():
		line.Role, line.Label = layout.EntryChapter, c.words.Numbers.Ended(p.Number)
	}
	return line
}
