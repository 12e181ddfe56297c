package compose

import (
	"strings"

	"rapporteur/layout"
	"rapporteur/layout/lang"
	"rapporteur/report/document"
)

// session fills the run of a session.
func (c *composer) session(run *layout.Run) {
	run.Blocks = append(run.Blocks, c.title())
	run.Blocks = append(run.Blocks, c.meeting(c.part.Session, 0, c.part.Depth+1)...)
	c.back(run)
}

// meeting sets what a session or panel consists of, below its title: when and under whom, introduction, speakers,
// panels, debate. base counts the headings between the chapter's title and the session's own; level is the structure
// level of the session's first headings.
func (c *composer) meeting(s *document.Session, base, level int) []layout.Block {
	var out []layout.Block
	if !s.Date.IsZero() {
		out = append(out, para(layout.Lead, layout.Inline{Text: c.d.When(s.Date)}))
	}
	for _, o := range s.Officers {
		as := o.As
		if as == "" {
			as = c.words.Say("officers")
		}
		out = append(out, c.fact(layout.Lead, as, layout.Inline{Text: o.Long()}))
	}
	for _, section := range s.Sections {
		base, level := base, level
		if section.Headed() {
			out = append(out, c.sectionHead(section, base+1, level))
			base, level = base+1, level+1
		}
		switch section.Kind {
		case document.Speakers:
			out = append(out, c.speakers(s)...)
		case document.Panel:
			out = append(out, c.meeting(section.Panel, base, level)...)
		case document.Intro, document.Debate:
			p := &prose{c: c, text: section.Text, body: layout.Body, numbered: true, level: level, base: base,
				under: section.Title}
			out = append(out, p.blocks()...)
		}
	}
	return out
}

// sectionHead is the heading over a section, depth headings below the chapter's title.
func (c *composer) sectionHead(s *document.Section, depth, level int) *layout.Heading {
	return &layout.Heading{Level: level, Role: headRole(depth), Number: s.Number, Inlines: say(s.Title), Anchor: s.ID,
		Bookmark: c.bookmark(s.ID)}
}

// speakers lists the statements in the order in which they were made, and who else took the floor.
func (c *composer) speakers(s *document.Session) []layout.Block {
	list := &layout.List{Name: c.words.Say("speakers"), Numbering: "Decimal", Role: layout.ListText}
	for i, st := range s.Statements {
		list.Items = append(list.Items,
			layout.Item{Label: decimal(i+1) + ".", Blocks: c.statementFacts(st), Anchor: st.LineID()})
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
		who := layout.Inline{Text: c.words.List(names) + c.words.Marks.End}
		out = append(out, c.fact(layout.Body, c.words.Say("floor"), who))
	}
	return out
}

// statementFacts says everything that is known of a statement, with the pages where it stands.
func (c *composer) statementFacts(s *document.Statement) []layout.Block {
	out := []layout.Block{&layout.Paragraph{Role: layout.Speaker, Inlines: c.who(s), KeepNext: true,
		Origin: c.origins.at(s.Pos)}}
	var facts []string
	for _, phrase := range []string{s.ForWhom, s.ReadBy} {
		if phrase != "" {
			facts = append(facts, lang.Capital(phrase))
		}
	}
	if s.Status == "check-against-delivery" {
		facts = append(facts, c.words.Say("status-"+s.Status))
	}
	if c.otherLanguage(s.Lang) {
		facts = append(facts, c.words.Say("original-in", "language", c.words.LanguageName(s.Lang)))
	}
	if s.Symbol != "" {
		facts = append(facts, s.Symbol)
	}
	if len(facts) > 0 {
		line := lang.Capital(strings.Join(facts, c.words.Marks.Stop))
		out = append(out, &layout.Paragraph{Role: layout.Lead, Inlines: say(line), KeepNext: true})
	}
	out = append(out, para(layout.Lead, c.stands(s)...))
	if len(s.Links) > 0 {
		out = append(out, para(layout.Lead, c.links(s.Links)...))
	}
	return out
}

// who names the speakers of a statement, and its title.
func (c *composer) who(s *document.Statement) []layout.Inline {
	if len(s.Speakers) == 0 {
		return []layout.Inline{strong(s.By())}
	}
	var who [][]layout.Inline
	for _, p := range s.Speakers {
		first, rest := p.Long(), ""
		if p.Name != "" {
			first, rest = p.Name, strings.TrimPrefix(p.Long(), p.Name)
		}
		named := []layout.Inline{strong(first)}
		if rest != "" {
			named = append(named, layout.Inline{Text: rest})
		}
		who = append(who, named)
	}
	out := joined(who, c.words.Marks.Semicolon)
	if s.Title != "" {
		out = append(out, layout.Inline{Text: c.words.Marks.Title}, layout.Inline{Text: s.Title, Emph: layout.Italic})
	}
	return out
}

// stands says where a statement's text and originals stand, or why they do not.
func (c *composer) stands(s *document.Statement) []layout.Inline {
	var where [][]layout.Inline
	if s.Text != nil {
		text := layout.Inline{Text: c.words.Say("text") + c.words.Marks.Comma}
		where = append(where, []layout.Inline{text, c.pageRef(s.ID, layout.PageRange)})
	}
	if len(s.Originals) > 0 {
		original := layout.Inline{Text: c.words.Say("original") + c.words.Marks.Comma}
		where = append(where, append([]layout.Inline{original}, c.originalPages(s.Originals)...))
	}
	if len(where) > 0 {
		return joined(where, c.words.Marks.Semicolon)
	}
	why := "not-received"
	if s.Status == "withdrawn" {
		why = "withdrawn"
	}
	out := say(c.words.Say(why))
	if it := c.d.Item(s.ID); it != nil && len(it.Recommended) > 0 {
		out = append(append(out, layout.Inline{Text: " "}), c.recommendationLinks(it)...)
	}
	return out
}

// links are links out of the report, with their address in print.
func (c *composer) links(list []document.Link) []layout.Inline {
	var out [][]layout.Inline
	for _, l := range list {
		var link []layout.Inline
		if l.Title != "" {
			link = say(l.Title + c.words.Colon)
		}
		out = append(out, append(link, layout.Inline{Text: l.URL, Link: l.URL}))
	}
	return joined(out, c.words.Marks.Semicolon)
}
