package compose

import (
	"strings"

	"rapporteur/layout"
	"rapporteur/layout/lang"
	"rapporteur/report/document"
)

// statement fills the run of a text as delivered or translated: unnumbered paragraphs.
func (c *composer) statement(run *layout.Run) {
	s := c.part.Statement
	run.Origin = c.origins.at(s.Pos)
	title := s.Title
	if title == "" {
		title = s.Called()
	}
	if c.over != s.Session { // it stands over the statement before
		c.over = s.Session
		run.Blocks = append(run.Blocks, para(layout.Kicker,
			layout.Inline{Text: s.Session.Title, Link: c.to(s.Session.ID)}))
	}
	run.Blocks = append(run.Blocks,
		&layout.Heading{Level: c.part.Depth, Role: layout.HeadStatement, Inlines: say(title),
			Bookmark: c.bookmark(c.part.ID)})
	var who []string
	for _, p := range s.Speakers {
		who = append(who, p.Long())
	}
	if len(who) > 0 {
		run.Blocks = append(run.Blocks,
			para(layout.Byline, layout.Inline{Text: strings.Join(who, c.words.Marks.Semicolon)}))
	}
	if facts := c.statementNote(s); len(facts) > 0 {
		run.Blocks = append(run.Blocks, &layout.Paragraph{Role: layout.Lead, Inlines: facts, KeepNext: true})
	}
	p := &prose{c: c, text: s.Text, body: layout.Body, level: c.part.Depth + 1, base: 1}
	if !c.d.Plain() {
		run.Blocks = append(run.Blocks, &layout.Space{Height: 2 * layout.MM})
	}
	run.Blocks = append(run.Blocks, p.blocks()...)
	c.back(run)
}

// statementNote is the line under a statement's title: for whom, read by whom, in which language, under which symbol,
// and where its original stands.
func (c *composer) statementNote(s *document.Statement) []layout.Inline {
	var out []layout.Inline
	put := func(in ...layout.Inline) {
		if len(out) > 0 {
			out = append(out, layout.Inline{Text: c.words.Marks.Stop})
		}
		out = append(out, in...)
	}
	if s.ForWhom != "" {
		put(layout.Inline{Text: lang.Capital(s.ForWhom)})
	}
	if s.ReadBy != "" {
		put(layout.Inline{Text: lang.Capital(s.ReadBy)})
	}
	if c.otherLanguage(s.Lang) {
		put(layout.Inline{Text: c.words.Say("original-in", "language", c.words.LanguageName(s.Lang))})
	}
	if s.Symbol != "" {
		put(layout.Inline{Text: s.Symbol})
	}
	if s.Status == "check-against-delivery" {
		put(layout.Inline{Text: lang.Capital(c.words.Say("status-" + s.Status))})
	}
	switch {
	case len(s.Originals) == 0:
	case c.d.Divided: // without its page: the text need not be painted again when pages move
		put(layout.Inline{Text: c.words.Say("original-follows"), Link: c.to(s.Originals[0].ID)})
	default:
		put(append(say(c.words.Say("original")+c.words.Colon), c.originalPages(s.Originals)...)...)
	}
	for _, words := range c.converted(s.Originals) {
		put(layout.Inline{Text: strings.TrimRight(words, ".。")})
	}
	if len(out) > 0 {
		out[0].Text = lang.Capital(out[0].Text)
	}
	return out
}

// otherLanguage reports whether a language is another than the report's by name: that of a report in Portuguese and of
// a statement in the Portuguese of Brazil is the same.
func (c *composer) otherLanguage(tag string) bool {
	return c.words.LanguageName(tag) != c.words.LanguageName(c.d.Lang)
}
