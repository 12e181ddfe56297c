package report

import (
	"strings"

	"rapporteur/layout"
)

// participants is the list of those who took part, by group and delegation.
func (c *composer) participants() {
	if len(c.d.Groups) == 0 {
		return
	}
	title := c.words.Say("participants")
	outline := c.level()
	run := &layout.Run{ID: "participants", Kind: "participants", Title: title, Numbering: layout.Arabic, Opening: layout.RightPage}
	run.Blocks = append(run.Blocks, c.title("", title, "participants", outline, 1+outline))
	for _, g := range c.d.Groups {
		name := g.Name
		if name == "" && len(c.d.Groups) > 1 {
			name = c.words.Say("group-other")
		}
		if name != "" {
			run.Blocks = append(run.Blocks, &layout.Heading{Level: 2 + outline, Role: layout.HeadA, Inlines: say(name)})
		}
		t := c.members(g)
		run.Blocks = append(run.Blocks, t)
	}
	c.add(run)
}

// members is the table of a group: who, and from where. Names and capacities share a column, since lists of seats have capacities alone.
func (c *composer) members(g ParticipantGroup) *layout.Table {
	t := &layout.Table{Columns: []layout.Column{{Weight: 1}, {Weight: 1}}, Plain: true, Head: []layout.TableRow{{Cells: []layout.TableCell{
		{Inlines: say(c.words.Say("name-role"))}, {Inlines: say(c.words.Say("institution"))}}}}}
	for _, p := range g.Parties {
		if p.Name != "" {
			t.Rows = append(t.Rows, layout.TableRow{Group: true, Cells: []layout.TableCell{{Inlines: []layout.Inline{strong(p.Name)}, Span: 2}}})
		}
		for _, m := range p.Members {
			name := strings.TrimSpace(m.Honorific + " " + m.Name)
			who := []layout.Inline{{Text: name}}
			switch {
			case name == "":
				who = say(m.Role)
			case m.Role != "":
				who = append(who, layout.Inline{Text: c.words.Joined.Between + m.Role})
			}
			t.Rows = append(t.Rows, layout.TableRow{Cells: []layout.TableCell{{Inlines: who}, {Inlines: say(m.Institution)}}})
		}
	}
	return t
}
