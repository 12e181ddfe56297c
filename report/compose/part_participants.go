package compose

import (
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
		run.Blocks = append(run.Blocks, c.members(g))
	}
}

// fewMembers is how many lines of a group are not worth a second column.
const fewMembers = 6

// members is who came in a group, by delegation: in two columns, since names and offices are short, but for a few.
func (c *composer) members(g document.ParticipantGroup) layout.Block {
	list, lines := &layout.Columns{Count: 2}, 0
	for _, p := range g.Parties {
		roster := &layout.Roster{Name: p.Name}
		if p.Name != "" {
			roster.Again = c.continued(p.Name)
		}
		for _, m := range p.Members {
			roster.Members = append(roster.Members, c.member(m))
		}
		list.Blocks = append(list.Blocks, roster)
		lines += 1 + len(p.Members)
	}
	if lines <= fewMembers {
		list.Count = 1
	}
	return list
}

// member is a name with its office, and the institution on a line of its own. Lists of seats have offices alone.
func (c *composer) member(m document.Participant) []layout.Inline {
	var who []string
	for _, words := range []string{strings.TrimSpace(m.Honorific + " " + m.Name), m.Role} {
		if words != "" {
			who = append(who, words)
		}
	}
	out := say(strings.Join(who, c.words.Joined.Between))
	if m.Institution != "" {
		out[0].Break = out[0].Text != ""
		out = append(out, layout.Inline{Text: m.Institution})
	}
	return out
}
