package compose

import (
	"rapporteur/layout"
	"rapporteur/report/document"
	"rapporteur/report/ledger"
)

// contents has a line for every part that has one in the contents, with its paragraphs, its page and the pages of its
// originals: what is in the report twice, as a text and as it was received, is in the contents once. A column stands
// there where some line has something in it.
func (c *composer) contents(run *layout.Run) {
	lines := &layout.Entries{Heads: layout.EntryHeads{Pages: c.words.Say("page")}}
	parts := c.d.Listed()
	for i := range parts {
		p := &parts[i]
		if !p.InContents {
			continue
		}
		line := c.line(p)
		if line.Label != "" {
			lines.Heads.Label = c.words.Say("chapter")
		}
		if line.Paragraphs != "" {
			lines.Heads.Paragraphs = c.words.Say("paragraphs")
		}
		if len(line.Beside) > 0 {
			lines.Heads.Beside = c.words.Say("original")
		}
		lines.Entries = append(lines.Entries, line)
	}
	run.Blocks = []layout.Block{c.title(), lines}
}

// line is a part's line in the contents.
func (c *composer) line(p *document.Part) layout.Entry {
	line := layout.Entry{Role: layout.EntryPlain, Inlines: say(p.Name), Paragraphs: p.Paragraphs(),
		Pages: []layout.Ref{c.pageIn(p.ID)}, Target: c.to(p.ID),
		Heard: c.heard(p, 1)}
	for _, o := range p.Received() {
		line.Beside = append(line.Beside, c.pageIn(o.ID))
	}
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
