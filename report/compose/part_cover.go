package compose

import (
	"strings"

	"rapporteur/layout"
)

// cover says whose report it is, of what, and when.
func (c *composer) cover(run *layout.Run) {
	d := c.d
	add := func(b ...layout.Block) { run.Blocks = append(run.Blocks, b...) }
	if e := d.Publication.Emblem; e != nil && c.found.Pictures[e.Name] != nil {
		alt := d.Publication.Organization
		if d.Publication.Organization == "" {
			alt = d.Title
		}
		add(&layout.Figure{Picture: c.found.Pictures[e.Name], Alt: alt, MaxWidth: emblemSize, MaxHeight: emblemSize,
			Align: layout.Start, Origin: c.origins.at(e.Pos)})
		add(&layout.Space{Height: 4 * layout.MM})
	}
	if d.Publication.Organization != "" {
		add(para(layout.CoverOrganization, layout.Inline{Text: d.Publication.Organization}))
	}
	add(&layout.Space{Fill: 3})
	if d.Event.Title != "" && d.Event.Title != d.Title {
		add(para(layout.CoverFacts, layout.Inline{Text: d.Event.Title}))
	}
	add(&layout.Heading{Level: 1, Role: layout.CoverTitle, Inlines: say(d.Title), Bookmark: c.bookmark(c.part.ID)})
	if d.Subtitle != "" {
		add(para(layout.CoverSubtitle, layout.Inline{Text: d.Subtitle}))
	}
	add(thickRule(), &layout.Space{Height: 6 * layout.MM})
	var when []string
	if d.Event.Place != "" {
		when = append(when, d.Event.Place)
	}
	if days := c.d.Days(); days != "" {
		when = append(when, days)
	}
	if len(when) > 0 {
		add(para(layout.CoverFacts, layout.Inline{Text: strings.Join(when, c.words.Joined.Between)}))
	}
	add(&layout.Space{Fill: 4})
	if d.Symbol != "" {
		add(para(layout.CoverFacts, strong(d.Symbol)))
	}
	if !d.Date.IsZero() {
		add(para(layout.CoverFacts, layout.Inline{Text: d.When(d.Date)}))
	}
}
