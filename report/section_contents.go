package report

import (
	"slices"

	"rapporteur/layout"
)

// contents makes the run of the contents; its lines are filled in when all other runs are there.
func (c *composer) contents() *layout.Run {
	title := c.words.Say("contents")
	return c.add(&layout.Run{ID: "contents", Kind: "contents", Title: title, Numbering: layout.Roman, Opening: layout.RightPage,
		Blocks: []layout.Block{&layout.Heading{Level: 1, Role: layout.HeadChapter, Inlines: say(title), Bookmark: &layout.Bookmark{Title: title, Target: "contents"}}}})
}

// fillContents writes a line for every part, chapter and statement, with its paragraphs and its page.
func (c *composer) fillContents(run *layout.Run) {
	toc := &layout.Entries{Tag: "TOC", Heads: [2]string{c.words.Say("paragraphs"), c.words.Say("page")}}
	add := func(role layout.Role, level int, label, text, paragraphs, target string) {
		toc.Entries = append(toc.Entries, layout.Entry{Role: role, Level: level, Label: label, Inlines: say(text), Paragraphs: paragraphs,
			Pages: []layout.Ref{{ID: target, Kind: layout.FirstPage}}, Target: "#" + target})
	}
	part := func(id, number, title string) {
		if c.parted {
			add(layout.EntryPart, 0, "", number+c.words.Marks.Title+title, "", id)
		}
	}
	chapter := func(id, title string) {
		paragraphs := ""
		if first, last := c.numbers.first[id], c.numbers.last[id]; first > 0 && last >= first {
			paragraphs = span(first, last)
		}
		if label := c.numbers.chapter[id]; label != "" {
			add(layout.EntryChapter, 0, c.words.Numbers.Ended(label), title, paragraphs, id)
		} else {
			add(layout.EntryPlain, 0, "", title, paragraphs, id)
		}
	}
	d := c.d
	for _, f := range d.Front {
		chapter(f.ID, f.Title)
	}
	if len(d.Abbreviations) > 0 {
		chapter("abbreviations", c.words.Say("abbreviations"))
	}
	if d.Summary != nil && d.Summary.Text != nil {
		chapter("summary", d.Summary.Title)
	}
	part("part-1", c.words.Say("part-1"), c.words.Say("report"))
	for _, ch := range d.Introduction {
		chapter(ch.ID, ch.Title)
	}
	for _, s := range d.Sessions {
		chapter(s.ID, s.Title)
	}
	for _, ch := range d.Conclusions {
		chapter(ch.ID, ch.Title)
	}
	if len(d.Recommendations) > 0 {
		chapter("recommendations", c.words.Say("recommendations"))
	}
	texts := false
	for _, s := range d.Statements {
		if s.Text == nil {
			continue
		}
		if !texts {
			add(layout.EntryPart, 0, "", c.words.Say("statements"), "", s.ID)
			texts = true
		}
		add(layout.EntryItem, 1, "", c.statementLine(s), "", s.ID)
	}
	if len(d.Groups) > 0 {
		chapter("participants", c.words.Say("participants"))
	}
	for _, a := range d.Annexes {
		if a.Text != nil {
			add(layout.EntryPlain, 0, "", c.annexTitle(a), "", a.ID)
		}
	}
	received := c.received()
	if len(received) > 0 {
		if c.parted {
			part("part-2", c.words.Say("part-2"), c.words.Say("originals"))
		} else {
			add(layout.EntryPart, 0, "", c.words.Say("originals"), "", received[0].divider())
		}
	}
	for _, o := range received {
		add(layout.EntryItem, 1, "", o.title, "", o.divider())
	}
	if len(d.Statements) > 0 {
		chapter("index", c.words.Say("index"))
	}
	if len(toc.Entries) == 0 { // a report of a title has no contents
		c.runs = slices.DeleteFunc(c.runs, func(r *layout.Run) bool { return r == run })
		return
	}
	run.Blocks = append(run.Blocks, toc)
}

// statementLine is a statement in a list: who, and under what title.
func (c *composer) statementLine(s *Statement) string {
	by := s.By()
	if s.Title == "" || s.Title == by {
		return by
	}
	return by + c.words.Marks.Title + s.Title
}
