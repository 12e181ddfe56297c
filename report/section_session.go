package report

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"rapporteur/layout"
)

// sessions are a chapter each.
func (c *composer) sessions() {
	for _, s := range c.d.Sessions {
		outline := c.level()
		run := &layout.Run{ID: s.ID, Kind: "chapter", Item: s.ID, Title: s.Title, Numbering: layout.Arabic, Opening: layout.RightPage}
		run.Blocks = append(run.Blocks, c.title(c.numbers.chapter[s.ID], s.Title, s.ID, outline, 1+outline))
		notes := 0
		run.Blocks = append(run.Blocks, c.session(s, &notes, 0, 2+outline)...)
		c.back(run, s.ID)
		c.add(run)
	}
}

// session sets what a session or panel consists of, below its title: when and under whom, introduction, speakers, panels, debate.
// base counts the headings between the chapter's title and the session's own; level is the structure level of the session's first headings.
func (c *composer) session(s *Session, notes *int, base, level int) []layout.Block {
	var out []layout.Block
	if !s.Date.IsZero() {
		when := c.date(s.Date.Year, s.Date.Month, s.Date.Day)
		if s.Date.HasTime {
			when += c.words.Marks.Comma + c.words.Time(s.Date.Hour, s.Date.Minute)
		}
		out = append(out, para(layout.Lead, layout.Inline{Text: when}))
	}
	for _, o := range s.Officers {
		as := o.As
		if as == "" {
			as = c.words.Say("officers")
		}
		out = append(out, c.fact(layout.Lead, as, layout.Inline{Text: o.Long()}))
	}
	text := func(t *Text, base, level int) {
		p := &prose{c: c, text: t, notes: notes, body: layout.Body, numbered: true, level: level, base: base}
		out = append(out, p.blocks()...)
	}
	heading := func(key, title string, anchor string) {
		h := &layout.Heading{Level: level, Role: headRole(base + 1), Number: c.numbers.lettered[key], Inlines: say(title), Anchor: anchor}
		if anchor != "" {
			h.Bookmark = &layout.Bookmark{Level: c.level() + 1 + base, Title: title, Target: anchor}
		}
		out = append(out, h)
	}
	text(s.Intro, base, level)
	if len(s.Statements)+len(s.Floor) > 0 {
		heading("speakers:"+s.ID, c.words.Say("speakers"), "")
		out = append(out, c.speakers(s)...)
	}
	for _, p := range s.Panels {
		heading(p.ID, p.Title, p.ID)
		out = append(out, c.session(p, notes, base+1, level+1)...)
	}
	if s.Debate != nil {
		heading("debate:"+s.ID, c.words.Say("debate"), "debate:"+s.ID)
		text(s.Debate, base+1, level+1)
	}
	return out
}

// speakers lists the statements in the order in which they were made, and who else took the floor.
func (c *composer) speakers(s *Session) []layout.Block {
	list := &layout.List{Numbering: "Decimal", Role: layout.ListText}
	for i, st := range s.Statements {
		list.Items = append(list.Items, layout.Item{Label: decimal(i+1) + ".", Blocks: c.statementFacts(st), Anchor: c.listAnchor(st)})
	}
	var out []layout.Block
	if len(list.Items) > 0 {
		out = append(out, list)
	}
	if len(s.Floor) > 0 {
		var names []string
		for _, p := range s.Floor {
			names = append(names, p.Name)
		}
		out = append(out, c.fact(layout.Body, c.words.Say("floor"), layout.Inline{Text: c.words.List(names) + c.words.Marks.End}))
	}
	return out
}

// listAnchor is where a statement's id leads when the report holds neither its text nor its original: to its line in the list of speakers.
func (c *composer) listAnchor(s *Statement) string {
	if s.Text == nil && len(s.Originals) == 0 {
		return s.ID
	}
	return "speaker:" + s.ID
}

// statementFacts says everything that is known of a statement, with the pages where it stands.
func (c *composer) statementFacts(s *Statement) []layout.Block {
	var who []layout.Inline
	for i, p := range s.Speakers {
		if i > 0 {
			who = append(who, layout.Inline{Text: c.words.Marks.Semicolon})
		}
		first, rest := p.Long(), ""
		if p.Name != "" {
			first, rest = p.Name, strings.TrimPrefix(p.Long(), p.Name)
		}
		who = append(who, strong(first))
		if rest != "" {
			who = append(who, layout.Inline{Text: rest})
		}
	}
	if len(who) == 0 {
		who = []layout.Inline{strong(s.By())}
	}
	if s.Title != "" && len(s.Speakers) > 0 {
		who = append(who, layout.Inline{Text: c.words.Marks.Title}, layout.Inline{Text: s.Title, Emph: layout.Italic})
	}
	out := []layout.Block{&layout.Paragraph{Role: layout.Speaker, Inlines: who, KeepNext: true, Origin: c.origins.at(s.Pos)}}
	var facts []string
	if s.OnBehalfOf != "" {
		facts = append(facts, c.words.Say("on-behalf", "who", s.OnBehalfOf))
	}
	if s.DeliveredBy != nil {
		facts = append(facts, c.words.Say("delivered-by", "who", s.DeliveredBy.Long()))
	}
	if s.Status == "check-against-delivery" {
		facts = append(facts, c.words.Say("status-"+s.Status))
	}
	if s.Lang != c.d.Lang {
		facts = append(facts, c.words.Say("original-in", "language", c.words.LanguageName(s.Lang)))
	}
	if s.Symbol != "" {
		facts = append(facts, s.Symbol)
	}
	if len(facts) > 0 {
		out = append(out, &layout.Paragraph{Role: layout.Lead, Inlines: say(capital(strings.Join(facts, c.words.Marks.Stop))), KeepNext: true})
	}
	var where []layout.Inline
	if s.Text != nil {
		where = append(where, layout.Inline{Text: c.words.Say("text") + c.words.Marks.Comma})
		where = append(where, c.pageRef(s.ID, layout.PageRange)...)
	}
	if len(s.Originals) > 0 {
		if len(where) > 0 {
			where = append(where, layout.Inline{Text: c.words.Marks.Semicolon})
		}
		where = append(where, layout.Inline{Text: c.words.Say("original") + c.words.Marks.Comma})
		where = append(where, c.originalPages(s.ID, s.Originals)...)
	}
	if s.Text == nil && len(s.Originals) == 0 {
		switch s.Status {
		case "withdrawn":
			where = say(c.words.Say("withdrawn"))
		default:
			where = say(c.words.Say("not-received"))
		}
		if it := c.d.Item(s.ID); it != nil && len(it.Recommended) > 0 {
			where = append(append(where, layout.Inline{Text: " "}), c.recommendationLinks(it)...)
		}
	}
	out = append(out, para(layout.Lead, where...))
	if len(s.Links) > 0 {
		out = append(out, para(layout.Lead, c.links(s.Links)...))
	}
	return out
}

// links are links out of the report, with their address in print.
func (c *composer) links(list []Link) []layout.Inline {
	var out []layout.Inline
	for i, l := range list {
		if i > 0 {
			out = append(out, layout.Inline{Text: c.words.Marks.Semicolon})
		}
		if l.Title != "" {
			out = append(out, layout.Inline{Text: l.Title + c.words.Colon})
		}
		out = append(out, layout.Inline{Text: l.URL, Link: l.URL})
	}
	return out
}

// originalPages prints the pages of an item's originals.
func (c *composer) originalPages(id string, list []*Original) []layout.Inline {
	var out []layout.Inline
	for i := range list {
		if i > 0 {
			out = append(out, layout.Inline{Text: c.words.Marks.Semicolon})
		}
		out = append(out, c.pageRef(originalRun(id, i), layout.PageRange)...)
	}
	return out
}

// capital begins a line of facts with a capital letter.
func capital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}
