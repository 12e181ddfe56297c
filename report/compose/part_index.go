package compose

import (
	"strconv"

	"rapporteur/layout"
	"rapporteur/report/document"
)

// index lists the speakers by name, then the bodies that were represented, each with the pages of texts and of
// originals, and the paragraphs that speak of them.
func (c *composer) index(run *layout.Run) {
	run.Blocks = append(run.Blocks, c.title())
	for _, g := range c.d.Index {
		list := &layout.Group{Tag: "Index"}
		for i, e := range g.Entries {
			if i > 0 {
				list.Blocks = append(list.Blocks, &layout.Space{Height: layout.MM})
			}
			list.Blocks = append(list.Blocks, c.indexed(e))
		}
		run.Blocks = append(run.Blocks,
			&layout.Heading{Level: c.part.Depth + 1, Role: layout.HeadA, Inlines: say(g.Title)},
			&layout.Columns{Count: 2, Blocks: []layout.Block{list}})
	}
}

// shortEntry is how many lines of an entry stay in one column.
const shortEntry = 2

// indexed is an entry: who, and where. One line stands behind the name, several stand below it.
func (c *composer) indexed(e *document.IndexEntry) layout.Block {
	lines := c.entryLines(e)
	name := strong(e.Name)
	if len(lines) == 1 {
		name.Text += c.words.Marks.Comma
		return para(layout.EntryIndex, append([]layout.Inline{name}, lines[0]...)...)
	}
	below := &layout.Group{Indent: entryIndent}
	for _, line := range lines {
		below.Blocks = append(below.Blocks, para(layout.EntryIndex, line...))
	}
	head := &layout.Paragraph{Role: layout.EntryIndex, Inlines: []layout.Inline{name}, KeepNext: true}
	return &layout.Group{Keep: len(lines) <= shortEntry, Blocks: []layout.Block{head, below}}
}

// entryLines are a line for each speaker, one for the paragraphs, and one for each session.
func (c *composer) entryLines(e *document.IndexEntry) [][]layout.Inline {
	var lines [][]layout.Inline
	for _, l := range e.Lines {
		var at [][]layout.Inline
		for _, s := range l.Statements {
			at = append(at, c.pagesOf(s))
		}
		places := joined(at, c.words.Marks.Semicolon)
		if l.Who != "" {
			places = append(say(l.Who+c.words.Colon), places...)
		}
		lines = append(lines, places)
	}
	if len(e.Cited) > 0 {
		var at [][]layout.Inline
		for from := 0; from < len(e.Cited); {
			to := from
			for to+1 < len(e.Cited) && follows(e.Cited[to].Number, e.Cited[to+1].Number) {
				to++
			}
			at = append(at, c.paragraphs(e.Cited[from], e.Cited[to]))
			from = to + 1
		}
		lines = append(lines, joined(at, c.words.Marks.Comma))
	}
	for _, session := range e.Floor {
		lines = append(lines, c.cited(session.ID, c.name(session)+c.words.Marks.Comma, "", 0, 0))
	}
	return lines
}

// paragraphs is a range of paragraphs with their pages; the first may be the last.
func (c *composer) paragraphs(first, last *document.CitedPlace) []layout.Inline {
	if first == last {
		said := c.words.Say("para-ref", "n", first.Number) + c.words.Marks.Open
		return c.cited(first.ID, said, c.words.Marks.Close, 0, 0)
	}
	out := c.cited(first.ID, c.words.Say("para-ref-several", "n", first.Number+"–"+last.Number)+c.words.Marks.Open,
		c.words.Marks.Close, 0, 0)
	for i := range out {
		if ref := out[i].Ref; ref != nil {
			ref.Kind, ref.To = layout.PageRange, last.ID
		}
	}
	return out
}

// follows reports whether a paragraph's number comes right after another.
func follows(before, number string) bool {
	n, err := strconv.Atoi(before)
	return err == nil && number == strconv.Itoa(n+1)
}

// pagesOf says where a statement's text and originals stand, by their names where both may; of one that has neither,
// where it is listed.
func (c *composer) pagesOf(s *document.Statement) []layout.Inline {
	switch {
	case len(s.Originals) > 0:
		return c.stands(s)
	case s.Text != nil:
		return []layout.Inline{c.pageRef(s.ID, layout.PageRange)}
	}
	return []layout.Inline{c.pageRef(s.ID, layout.FirstPage)}
}

// entryIndent is how far the lines of an entry stand below its name.
const entryIndent = 3 * layout.MM
