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

// members is the table of a group. Where nobody's name is given, as on lists of seats, there is no column for names.
func (c *composer) members(g ParticipantGroup) *layout.Table {
	named := false
	for _, p := range g.Parties {
		for _, m := range p.Members {
			named = named || m.Name+m.Honorific != ""
		}
	}
	t := &layout.Table{Columns: []layout.Column{{Weight: 5}, {Weight: 6}, {Weight: 6}}, Plain: true}
	head := []layout.TableCell{{Inlines: say(c.words.Say("name"))}, {Inlines: say(c.words.Say("role"))}, {Inlines: say(c.words.Say("institution"))}}
	if !named {
		t.Columns, head = t.Columns[1:], head[1:]
	}
	t.Head = []layout.TableRow{{Cells: head}}
	for _, p := range g.Parties {
		if p.Name != "" {
			t.Rows = append(t.Rows, layout.TableRow{Group: len(p.Members) > 0, Cells: []layout.TableCell{{Inlines: []layout.Inline{strong(p.Name)}, Span: len(head)}}})
		}
		for _, m := range p.Members {
			cells := []layout.TableCell{{Inlines: say(strings.TrimSpace(m.Honorific + " " + m.Name))}, {Inlines: say(m.Role)}, {Inlines: say(m.Institution)}}
			t.Rows = append(t.Rows, layout.TableRow{Cells: cells[len(cells)-len(head):]})
		}
	}
	return t
}
