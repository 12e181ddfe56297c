package compose

import (
	"cmp"
	"strings"

	"rapporteur/layout"
	"rapporteur/report/document"
)

// participants is the list of those who took part, by group and delegation.
func (c *composer) participants(run *layout.Run) {
	run.Blocks = append(run.Blocks, c.title())
	for _, g := range c.d.Members {
		name := g.Name
		if name == "" && len(c.d.Members) > 1 {
			name = c.words.Say("group-other")
		}
		if name != "" {
			run.Blocks = append(run.Blocks, &layout.Heading{Level: c.part.Depth + 1, Role: layout.HeadA,
				Inlines: say(name)})
		}
		run.Blocks = append(run.Blocks, c.members(g, name))
	}
}

// members is the table of a group: who, and from where. Names and capacities share a column, since lists of seats
// have capacities alone.
func (c *composer) members(g document.ParticipantGroup, name string) *layout.Table {
	t := &layout.Table{Summary: cmp.Or(name, c.part.Title), Plain: true,
		Columns: []layout.Column{{Weight: 1}, {Weight: 1}},
		Head: []layout.TableRow{{Cells: []layout.TableCell{
			{Inlines: say(c.words.Say("name-role"))}, {Inlines: say(c.words.Say("institution"))}}}}}
	for _, p := range g.Parties {
		if p.Name != "" {
			head := layout.TableCell{Inlines: []layout.Inline{strong(p.Name)}, Span: 2}
			t.Rows = append(t.Rows, layout.TableRow{Group: true, Cells: []layout.TableCell{head},
				Again: c.continued(p.Name)})
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
			t.Rows = append(t.Rows,
				layout.TableRow{Cells: []layout.TableCell{{Inlines: who, Header: true}, {Inlines: say(m.Institution)}}})
		}
	}
	return t
}
