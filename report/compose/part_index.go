package compose

import (
	"rapporteur/layout"
	"rapporteur/report/document"
)

// index lists the speakers in the order of names, with the pages of their statements' texts and originals.
func (c *composer) index(run *layout.Run) {
	type entry struct {
		person document.Person
		at     []*document.Statement
	}
	var entries []*entry
	known := map[string]*entry{}
	for _, s := range c.d.Spoken() {
		for _, p := range s.Speakers {
			e := known[p.Long()]
			if e == nil {
				e = &entry{person: p}
				known[p.Long()] = e
				entries = append(entries, e)
			}
			e.at = append(e.at, s)
		}
	}
	lines := &layout.Entries{Tag: "Index"}
	c.d.Order().Sort(len(entries), func(i int) string { return entries[i].person.Key() }, func(order []int) {
		for _, i := range order {
			e := entries[i]
			line := layout.Entry{Role: layout.EntryIndex, Inlines: say(e.person.Entry())}
			for _, s := range e.at {
				target := s.ID
				if line.Target == "" {
					line.Target = c.to(target)
				}
				line.Pages = append(line.Pages, c.pageIn(target))
				for n, o := range s.Originals {
					if s.Text != nil || n > 0 {
						line.Pages = append(line.Pages, c.pageIn(o.ID))
					}
				}
			}
			line.Heard = c.heard(nil, len(line.Pages))
			lines.Entries = append(lines.Entries, line)
		}
	})
	run.Blocks = []layout.Block{c.title(), &layout.Columns{Count: 2, Blocks: []layout.Block{lines}}}
}
