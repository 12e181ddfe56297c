package compose

import (
	"strings"

	"rapporteur/layout"
)

// masthead is the title of a plain report, at the head of its first page.
func (c *composer) masthead(run *layout.Run) {
	d := c.d
	add := func(b ...layout.Block) { run.Blocks = append(run.Blocks, b...) }
	var who []string
	for _, s := range []string{d.Publication.Organization, d.Symbol} {
		if s != "" {
			who = append(who, s)
		}
	}
	if !d.Date.IsZero() {
		who = append(who, d.When(d.Date))
	}
	if len(who) > 0 {
		add(para(layout.Kicker, layout.Inline{Text: strings.Join(who, c.words.Marks.Stop)}))
	}
	add(&layout.Heading{Level: 1, Role: layout.HeadChapter, Inlines: say(d.Title), Bookmark: c.bookmark(c.part.ID)})
	if d.Subtitle != "" {
		add(para(layout.Byline, layout.Inline{Text: d.Subtitle}))
	}
	var facts []string
	if c.eventNamed() {
		facts = append(facts, d.Event.Title)
	}
	for _, s := range []string{d.Event.Place, d.Days()} {
		if s != "" {
			facts = append(facts, s)
		}
	}
	if len(facts) > 0 {
		add(para(layout.Lead, layout.Inline{Text: strings.Join(facts, c.words.Marks.Comma)}))
	}
	add(thickRule())
}
