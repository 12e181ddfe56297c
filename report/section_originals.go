package report

import (
	"strings"

	"rapporteur/layout"
)

// received is an original with what stands on its divider page.
type received struct {
	id        string // of its item
	n         int    // which of the item's originals
	first     bool   // the item has no text: its id leads to the divider
	title     string
	kicker    string
	kickerTo  string
	original  *Original
	statement *Statement // or nil
}

// originalRun names the run of an original; no id of the manifest can be like it.
func originalRun(id string, n int) string { return "original:" + id + ":" + decimal(n+1) }

// divider names the run of the divider page.
func (r received) divider() string {
	if r.first {
		return r.id
	}
	return "divider:" + r.id + ":" + decimal(r.n+1)
}

// received lists the originals in the order of part two: the summary's, the statements' in the order of speaking. An annex's original stands behind its annex.
func (c *composer) received() []received {
	var out []received
	if s := c.d.Summary; s != nil {
		for i, o := range s.Originals {
			out = append(out, received{id: "summary", n: i, first: s.Text == nil && i == 0, title: s.Title, original: o})
		}
	}
	for _, s := range c.d.Statements {
		for i, o := range s.Originals {
			out = append(out, received{id: s.ID, n: i, first: s.Text == nil && i == 0, title: c.statementLine(s), kicker: s.Session.Title, kickerTo: s.Session.ID, original: o, statement: s})
		}
	}
	for _, a := range c.d.Annexes {
		for i, o := range a.Originals {
			out = append(out, received{id: a.ID, n: i, first: a.Text == nil && i == 0, title: c.annexTitle(a), original: o})
		}
	}
	return out
}

// originals is part two: a divider page before each original, then its pages.
func (c *composer) originals() {
	list := c.received()
	if len(list) == 0 {
		return
	}
	c.partPage("part-2", c.words.Say("part-2"), c.words.Say("originals"))
	for i, r := range list {
		group := i == 0 && !c.parted
		c.divider(r, group)
		o := r.original
		run := &layout.Run{ID: originalRun(r.id, r.n), Kind: "original", Item: r.id, Title: r.title, Lang: o.Lang, Numbering: layout.Arabic, Origin: c.origins.at(o.Pos)}
		run.Foreign = c.sizes(o)
		run.Root = layout.Element{Tag: "Part", Title: c.words.Say("original") + c.words.Colon + r.title, Lang: o.Lang}
		run.Outline = []layout.Bookmark{{Level: c.level() + 1, Title: c.words.Say("original"), Target: run.ID}}
		c.add(run)
	}
}

// divider says whose original follows, and that it stands as received.
func (c *composer) divider(r received, group bool) {
	o, id := r.original, r.divider()
	outline := c.level()
	head := r.title
	if r.statement != nil {
		head = r.statement.Cited()
	}
	run := &layout.Run{ID: id, Kind: "divider", Item: r.id, Title: head, Numbering: layout.Arabic, Origin: c.origins.at(o.Pos)}
	if group {
		run.Outline = append(run.Outline, layout.Bookmark{Level: 0, Title: c.words.Say("originals"), Target: id})
	}
	add := func(b ...layout.Block) { run.Blocks = append(run.Blocks, b...) }
	line := func(key, value string) {
		if value != "" {
			add(c.fact(layout.DividerFacts, c.words.Say(key), layout.Inline{Text: value}))
		}
	}
	add(&layout.Space{Fill: 2})
	if r.kicker != "" {
		add(para(layout.Kicker, layout.Inline{Text: r.kicker, Link: "#" + r.kickerTo}))
	}
	s := r.statement
	add(&layout.Heading{Level: 1 + outline, Role: layout.DividerTitle, Inlines: say(head), Bookmark: &layout.Bookmark{Level: max(outline, 0), Title: r.title, Target: id, Closed: true}})
	if s != nil {
		if s.Title != "" && s.Title != head {
			add(para(layout.Byline, layout.Inline{Text: s.Title}))
		}
		for _, p := range s.Speakers {
			add(para(layout.DividerFacts, layout.Inline{Text: p.Long()}))
		}
		if s.OnBehalfOf != "" {
			add(para(layout.DividerFacts, layout.Inline{Text: c.words.Say("on-behalf", "who", s.OnBehalfOf)}))
		}
		if s.DeliveredBy != nil {
			add(para(layout.DividerFacts, layout.Inline{Text: c.words.Say("delivered-by", "who", s.DeliveredBy.Long())}))
		}
		line("symbol", s.Symbol)
		if s.Status != "" {
			line("status", c.words.Say("status-"+s.Status))
		}
	}
	line("language", c.words.LanguageName(o.Lang))
	if o.Kind != "" {
		line("kind", c.words.Say("kind-"+o.Kind))
	}
	line("file", o.File)
	line("page-count", decimal(len(c.sizes(o))))
	line("pages-chosen", o.Ranges)
	if s != nil && s.Text != nil {
		add(para(layout.DividerFacts, append([]layout.Inline{strong(c.words.Say("text") + c.words.Colon)}, c.pageRef(s.ID, layout.PageRange)...)...))
	}
	if s == nil || s.Text == nil {
		if it := c.d.Item(r.id); it != nil && len(it.Recommended) > 0 {
			add(c.fact(layout.DividerFacts, c.words.Say("cited-in"), c.recommendationLinks(it)...))
		}
	}
	add(&layout.Space{Height: 4 * layout.MM}, &layout.Rule{Width: 30 * layout.MM, Thickness: 1500, Align: 1, Color: blue}, &layout.Space{Height: 2 * layout.MM},
		para(layout.DividerNote, layout.Inline{Text: strings.TrimSpace(c.words.Say("as-received"))}), &layout.Space{Fill: 5})
	c.add(run)
}
