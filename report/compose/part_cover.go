package compose

import (
	"strings"
	"unicode"

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
	if c.eventNamed() {
		add(para(layout.CoverFacts, layout.Inline{Text: d.Event.Title}), &layout.Space{Height: 3 * layout.MM})
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
		add(para(layout.CoverFacts, layout.Inline{Text: strings.Join(when, c.words.Marks.Comma)}))
	}
	add(&layout.Space{Fill: 4})
	if d.Symbol != "" {
		add(para(layout.CoverFacts, strong(d.Symbol)))
	}
	if !d.Date.IsZero() {
		add(para(layout.CoverFacts, layout.Inline{Text: d.When(d.Date)}))
	}
}

// eventNamed reports whether the event is named beside the report's title: not where its name says the title over
// again, "Symposium of the Secretary-General on trade" beside "Symposium on trade". The imprint then names it.
func (c *composer) eventNamed() bool {
	event, title := words(c.d.Event.Title), words(c.d.Title)
	return len(event) > 0 && !within(title, event) && !within(event, title)
}

// words are the words of a title, without regard to case.
func words(title string) []string {
	return strings.FieldsFunc(strings.ToLower(title), func(r rune) bool {
		return !unicode.In(r, unicode.L, unicode.M, unicode.Nd)
	})
}

// within reports whether words stand among others, in their order.
func within(some, others []string) bool {
	for _, w := range others {
		if len(some) > 0 && some[0] == w {
			some = some[1:]
		}
	}
	return len(some) == 0
}
