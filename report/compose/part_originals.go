package compose

import (
	"strings"

	"rapporteur/layout"
	"rapporteur/layout/lang"
	"rapporteur/report/document"
	"rapporteur/report/ledger"
	"rapporteur/sources"
)

// received is the pages of an original.
func (c *composer) received(run *layout.Run) {
	o := c.part.Original
	run.Lang, run.Origin, run.Foreign = o.Lang, c.origins.at(o.Pos), c.found.Pages(o)
	run.Root = layout.Element{Tag: "Part", Title: c.words.Say("original") + c.words.Colon + c.part.Title, Lang: o.Lang}
	run.Outline = bookmarks(c.part)
}

// divider says whose original follows, and that it stands as received. Before an annex that has no text it is the
// annex's own first page, and opens on the right as other annexes do.
func (c *composer) divider(run *layout.Run) {
	p, o := c.part, c.part.Original
	run.Origin = c.origins.at(o.Pos)
	run.Opening = c.opening(p)
	add := func(b ...layout.Block) { run.Blocks = append(run.Blocks, b...) }
	line := func(key, value string) {
		if value != "" {
			add(c.fact(layout.DividerFacts, c.words.Say(key), layout.Inline{Text: value}))
		}
	}
	add(&layout.Space{Fill: 2})
	if s := p.Statement; s != nil {
		add(para(layout.Kicker, layout.Inline{Text: s.Session.Title, Link: c.to(s.Session.ID)}))
	}
	add(&layout.Heading{Level: p.Depth, Role: layout.DividerTitle, Inlines: say(p.Title), Bookmark: c.bookmark(p.ID)})
	if p.Statement != nil {
		c.spoken(p.Statement, add, line)
	}
	line("language", c.words.LanguageName(o.Lang))
	if o.Kind != "" {
		line("kind", c.words.Say("kind-"+o.Kind))
	}
	line("page-count", decimal(len(c.found.Pages(o))))
	line("pages-chosen", o.Chosen())
	line("attached-files", c.attached(o))
	if s := p.Statement; s != nil && s.Text != nil {
		add(c.fact(layout.DividerFacts, c.words.Say("text"), c.pageRef(s.ID, layout.PageRange)))
	}
	if it := c.d.Item(p.Item); it != nil && len(it.Recommended) > 0 && !p.HasText() {
		add(c.fact(layout.DividerFacts, c.words.Say("cited-in"), c.recommendationLinks(it)...))
	}
	add(&layout.Space{Height: 4 * layout.MM}, thickRule(), &layout.Space{Height: 2 * layout.MM},
		para(layout.DividerNote, layout.Inline{Text: strings.TrimSpace(c.cameAs(o))}))
	add(c.damage(o)...)
	if c.found.Signed(o) {
		add(para(layout.DividerNote, layout.Inline{Text: c.words.Say("signature-received")}))
	}
	add(&layout.Space{Fill: 5})
}

// cameAs says that an original stands as it was received, or what it was received as.
func (c *composer) cameAs(o *document.Original) string {
	if c.found.Made != nil {
		if format, program := c.found.Made(o); program != "" {
			return c.words.Say("as-converted", "format", format, "program", program)
		}
	}
	return c.words.Say("as-received")
}

// converted says of originals that no page stands before, and whose PDFs a program made, what they were received as.
func (c *composer) converted(list []*document.Original) (out []string) {
	if c.found.Made == nil || !c.withoutDividers() {
		return nil
	}
	for _, o := range list {
		if _, program := c.found.Made(o); program != "" {
			out = append(out, strings.TrimSpace(c.cameAs(o)))
		}
	}
	return out
}

// opening is where a divider, or what follows it, opens: as an annex where it is the first page of one.
func (c *composer) opening(p *document.Part) layout.Opening {
	if p.Annex != nil && p.ID == p.Item && c.d.Opens(ledger.Annex) == document.RightPage {
		return layout.RightPage
	}
	return layout.AnyPage
}

// undivided reports whether a part is a divider that the report does without. One that has to say that pages are lost
// stays.
func (c *composer) undivided(p *document.Part) bool {
	return p.Kind == ledger.Divider && c.withoutDividers() && len(c.damage(p.Original)) == 0
}

// withoutDividers reports whether no pages stand before originals.
func (c *composer) withoutDividers() bool {
	way := c.d.Settings.Dividers.Value
	return way == sources.DividersLine || way == sources.DividersNone
}

// spoken says of a divider's statement who made it, for whom, and how it was handed in.
func (c *composer) spoken(s *document.Statement, add func(...layout.Block), line func(key, value string)) {
	if s.Title != "" && s.Title != c.part.Title {
		add(para(layout.Byline, layout.Inline{Text: s.Title}))
	}
	for _, p := range s.Speakers {
		add(para(layout.DividerFacts, layout.Inline{Text: p.Long()}))
	}
	for _, phrase := range []string{s.ForWhom, s.ReadBy} {
		if phrase != "" {
			add(para(layout.DividerFacts, layout.Inline{Text: lang.Capital(phrase)}))
		}
	}
	line("symbol", s.Symbol)
	if s.Status != "" {
		line("status", c.words.Say("status-"+s.Status))
	}
}

// originalPages prints the pages of an item's originals.
func (c *composer) originalPages(list []*document.Original) []layout.Inline {
	var out [][]layout.Inline
	for _, o := range list {
		out = append(out, []layout.Inline{c.pageRef(o.ID, layout.PageRange)})
	}
	return joined(out, c.words.Marks.Semicolon)
}

// where says at the end of a text on which pages its originals stand.
func (c *composer) where(run *layout.Run, list []*document.Original) {
	if len(list) > 0 {
		run.Blocks = append(run.Blocks, c.fact(layout.Lead, c.words.Say("original"), c.originalPages(list)...))
	}
	for _, words := range c.converted(list) {
		run.Blocks = append(run.Blocks, para(layout.Lead, layout.Inline{Text: words}))
	}
}
