package report

import "rapporteur/layout"

// frontPieces are the foreword, letters and the like: unnumbered paragraphs on roman pages.
func (c *composer) frontPieces() {
	for i, f := range c.d.Front {
		run := c.chapter(f.ID, "front", f.Title, f.Text, layout.Roman, 0)
		if i > 0 { // short pieces follow each other without blank pages between them
			run.Opening = layout.AnyPage
		}
	}
}

// abbreviations is the list of short forms.
func (c *composer) abbreviations() {
	if len(c.d.Abbreviations) == 0 {
		return
	}
	title := c.words.Say("abbreviations")
	list := &layout.Definitions{Columns: true}
	for _, a := range c.d.Abbreviations {
		list.Entries = append(list.Entries, layout.DefinitionEntry{Term: []layout.Inline{strong(a.Short)}, Body: []layout.Block{para(layout.Body, layout.Inline{Text: a.Meaning})}})
	}
	c.add(&layout.Run{ID: "abbreviations", Kind: "abbreviations", Title: title, Numbering: layout.Roman,
		Blocks: []layout.Block{c.title("", title, "abbreviations", 0, 1), list}})
}

// summary is the Chair's summary.
func (c *composer) summary() {
	if s := c.d.Summary; s != nil && s.Text != nil {
		run := c.chapter("summary", "summary", s.Title, s.Text, layout.Roman, 0)
		if len(s.Originals) > 0 {
			run.Blocks = append(run.Blocks, para(layout.Lead, append([]layout.Inline{strong(c.words.Say("original") + c.words.Colon)}, c.originalPages("summary", s.Originals)...)...))
		}
	}
}

// title is the heading that opens a chapter.
func (c *composer) title(number, title, target string, outline, level int) *layout.Heading {
	if number != "" {
		number = c.words.Numbers.Ended(number)
	}
	name := title
	if number != "" {
		name = number + " " + title
	}
	return &layout.Heading{Level: level, Role: layout.HeadChapter, Number: number, Inlines: say(title), Bookmark: &layout.Bookmark{Level: outline, Title: name, Target: target}}
}

// chapter is a run of a titled text. Chapters with a number have numbered paragraphs.
func (c *composer) chapter(id, kind, title string, text *Text, numbering layout.Numbering, outline int) *layout.Run {
	n := c.numbers.chapter[id]
	level := 1 + outline
	notes := 0
	run := &layout.Run{ID: id, Kind: kind, Item: id, Title: title, Numbering: numbering, Opening: layout.RightPage}
	run.Blocks = append(run.Blocks, c.title(n, title, id, outline, level))
	p := &prose{c: c, text: text, notes: &notes, body: layout.Body, numbered: n != "", level: level + 1}
	run.Blocks = append(run.Blocks, p.blocks()...)
	c.back(run, id)
	return c.add(run)
}

// back names the recommendations that rest on an item, at the item's end.
func (c *composer) back(run *layout.Run, id string) {
	it := c.d.Item(id)
	if it == nil || len(it.Recommended) == 0 {
		return
	}
	run.Blocks = append(run.Blocks, &layout.Space{Height: 5 * layout.MM}, &layout.Rule{Width: 30 * layout.MM, Thickness: 400, Align: 1, Color: gray},
		&layout.Space{Height: layout.MM}, c.fact(layout.Lead, c.words.Say("cited-in"), c.recommendationLinks(it)...))
}

// introduction and conclusions are numbered chapters.
func (c *composer) introduction() {
	for _, ch := range c.d.Introduction {
		c.chapter(ch.ID, "chapter", ch.Title, ch.Text, layout.Arabic, c.level())
	}
}

func (c *composer) conclusions() {
	for _, ch := range c.d.Conclusions {
		c.chapter(ch.ID, "chapter", ch.Title, ch.Text, layout.Arabic, c.level())
	}
}
