package document

import (
	"rapporteur/report/ledger"
	"rapporteur/sources"
)

// cutter takes extracts from a document. Which parts each has is found in one walk of them all: there may be as many
// extracts as parts.
type cutter struct {
	d     *Document
	names map[string]bool
	list  []*Document

	// The indices of the parts of each.
	summary, recommendations []int
	statements               map[*Statement][]int
	sessions                 map[*Session][]int
}

func (d *Document) cutter() *cutter {
	c := &cutter{d: d, names: map[string]bool{}, statements: map[*Statement][]int{}, sessions: map[*Session][]int{}}
	around := d.around()
	for i := range d.Parts {
		p := &d.Parts[i]
		if p.Item == summaryID {
			c.summary = append(c.summary, i)
		}
		if p.Kind == ledger.Recommendations {
			c.recommendations = append(c.recommendations, i)
		}
		if p.Session != nil {
			c.sessions[p.Session] = append(c.sessions[p.Session], i)
		}
		if p.Statement != nil {
			c.statements[p.Statement] = append(c.statements[p.Statement], i)
			for _, v := range around[p.Statement.Session] {
				c.sessions[v] = append(c.sessions[v], i)
			}
		}
	}
	return c
}

// around gives of each session those with a part that hold it, in the order of the parts: itself, and the one whose
// panel it is.
func (d *Document) around() map[*Session][]*Session {
	around := map[*Session][]*Session{}
	for i := range d.Parts {
		if v := d.Parts[i].Session; v != nil {
			v.held(func(s *Session) { around[s] = append(around[s], v) })
		}
	}
	return around
}

// held visits a session and the panels within it.
func (v *Session) held(visit func(*Session)) {
	visit(v)
	for _, s := range v.Sections {
		if s.Panel != nil {
			s.Panel.held(visit)
		}
	}
}

// cut takes parts, by their indices; where there are none it takes nothing. The page before an original says whose it
// is: where that stands on the text before it, it is left out.
func (c *cutter) cut(x Extract, chosen []int) {
	var parts []Part
	title := ""
	for _, i := range chosen {
		p := &c.d.Parts[i]
		if !p.HasRun() || p.Kind == ledger.Divider && p.HasText() && x.Kind != sources.OutputSessions {
			continue
		}
		if title == "" {
			title = p.Name
		}
		parts = append(parts, *p)
	}
	if len(parts) == 0 {
		return
	}
	for c.names[fold(x.File)] { // the ids of two items, joined, may be alike
		x.File += "-"
	}
	c.names[fold(x.File)] = true
	c.list = append(c.list, c.d.extract(x, title, parts))
}
