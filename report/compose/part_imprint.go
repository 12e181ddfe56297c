package compose

import "rapporteur/layout"

// imprint is the back of the cover: what the publication is, who answers for it, and what readers must know of the
// originals in it.
func (c *composer) imprint(run *layout.Run) {
	d, p := c.d, c.d.Publication
	add := func(b ...layout.Block) { run.Blocks = append(run.Blocks, b...) }
	line := func(key, value string) {
		if value != "" {
			add(c.fact(layout.Fine, c.words.Say(key), layout.Inline{Text: value}))
		}
	}
	link := func(key, url string) {
		if url != "" {
			add(c.fact(layout.Fine, c.words.Say(key), layout.Inline{Text: url, Link: url}))
		}
	}
	add(&layout.Space{Fill: 1})
	add(&layout.Heading{Level: 1, Role: layout.HeadB, Inlines: say(c.part.Title)})
	if !c.eventNamed() && d.Event.Title != d.Title { // what the cover says is not said again
		line("event", d.Event.Title)
	}
	if len(d.Event.Organizers) > 0 {
		line("organized-by", c.words.List(d.Event.Organizers))
	}
	link("links", d.Event.URL)
	for _, s := range p.Disclaimers {
		add(para(layout.Fine, layout.Inline{Text: s}))
	}
	if len(p.Disclaimers) == 0 {
		add(para(layout.Fine, layout.Inline{Text: c.words.Say("notice-designations")}))
	}
	if len(d.Originals()) > 0 {
		add(para(layout.Fine, layout.Inline{Text: c.words.Say("notice-received")}))
	}
	if p.Accessibility {
		add(para(layout.Fine, layout.Inline{Text: c.words.Say(accessible(c.found.UA1, len(d.Originals()) > 0))}))
	}
	add(&layout.Space{Height: 3 * layout.MM})
	line("symbol", d.Symbol)
	line("sales-number", p.SalesNumber)
	line("isbn", p.ISBN)
	line("issn", p.ISSN)
	if p.DOI != "" {
		add(c.fact(layout.Fine, c.words.Say("doi"), layout.Inline{Text: p.DOI, Link: d.DOIAddress()}))
	}
	line("job", p.Job)
	line("distribution", p.Distribution)
	link("url", d.URL)
	if !d.Date.IsZero() {
		add(para(layout.Fine, layout.Inline{Text: c.words.Say("published", "date", d.When(d.Date))}))
	}
	if p.Copyright != "" {
		add(para(layout.Fine, layout.Inline{Text: p.Copyright}))
	}
}

// accessible is what can be said of how the report reads to those who do not see it: that it is as the standard asks
// where it claims so, else what holds of the pages that were typeset, and of no original.
func accessible(claims, originals bool) string {
	switch {
	case claims:
		return "accessible-standard"
	case originals:
		return "accessible-typeset"
	}
	return "accessible-tagged"
}
