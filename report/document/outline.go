package document

// OutlineItem is an item of the report's outline.
type OutlineItem struct {
	Title  string
	Target string // id of the place where it leads
	Level  int    // from 0
	Closed bool   // what is below it does not show at first
}

// outline gives the parts their items of the outline, when all has its number. Blocks and ledger take them from here:
// verify compares the two.
func outline(d *Document) {
	for i := range d.Parts {
		p := &d.Parts[i]
		if !p.inOutline {
			continue
		}
		title := p.Name
		if p.Kind.Chapter() {
			title = d.Words.Numbers.Ended(p.Number) + " " + title
		}
		p.Outline = []OutlineItem{{Title: title, Target: p.ID, Level: p.level, Closed: p.closed}}
		if p.Session != nil {
			p.Outline = p.Session.outline(p.Outline, p.level+1)
		}
		for _, g := range p.Groups {
			for _, r := range g.Recommendations {
				p.Outline = append(p.Outline, OutlineItem{Title: r.Name, Target: r.ID, Level: p.level + 1,
					Closed: true})
			}
		}
	}
}

// outline adds the items of the sections that something can lead to.
func (v *Session) outline(to []OutlineItem, level int) []OutlineItem {
	for _, s := range v.Sections {
		if s.ID != "" {
			to = append(to, OutlineItem{Title: s.Title, Target: s.ID, Level: level})
		}
		if s.Panel != nil {
			to = s.Panel.outline(to, level+1)
		}
	}
	return to
}
