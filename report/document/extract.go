package document

import (
	"slices"

	"rapporteur/sources"
)

// Extract says of what a document is an extract: of the report of that title, by whom what it holds was said.
type Extract struct {
	Report string // its symbol, or its title
	By     string // "" the report's author
	Lang   string // that what it holds is in, where that is one text, or an original; "" the edition's
	File   string // the document's name, without the edition and the ending: "statements/opening-norway"
	Kind   string // as the manifest's outputs name it
	ID     string // of the item that it holds
	Volume int    // of the report in volumes, its number; 0 of other extracts
	ids    map[string]bool
	whole  *Document
	// volumes are the numbers of those that ids stand in.
	volumes map[string]int
}

// Has reports whether an id stands in the document: in an extract, that of another part of the report does not.
func (d *Document) Has(id string) bool { return d.Extract == nil || d.Extract.ids[id] }

// extract is the report of which no more is left than some parts, as a document of its own: its first heading is of
// the highest level, and only what it holds is among its statements, annexes and recommendations.
func (d *Document) extract(x Extract, title string, parts []Part) *Document {
	e := *d
	e.Extract, x.ids, x.whole = &x, map[string]bool{}, d
	if x.Volume == 0 {
		e.Title, e.Subtitle, e.Divided = title, d.Words.Say("extract", "report", x.Report), false
	} else {
		e.Subtitle = d.volumeTitle(x.Volume)
	}
	e.Parts = slices.Clone(parts)
	e.Summary, e.Annexes, e.Recommendations, e.Statements = nil, nil, nil, nil
	depth, level := parts[0].Depth, parts[0].level
	statements, annexes := map[*Statement]bool{}, map[*Annex]bool{}
	for i := range e.Parts {
		p := &e.Parts[i]
		depth, level = min(depth, p.Depth), min(level, p.level)
		p.identify(func(id string) { x.ids[id] = true })
		if p.Statement != nil && !statements[p.Statement] {
			statements[p.Statement] = true
			e.Statements = append(e.Statements, p.Statement)
		}
		if p.Summary != nil {
			e.Summary = p.Summary
		}
		if p.Annex != nil && !annexes[p.Annex] {
			annexes[p.Annex] = true
			e.Annexes = append(e.Annexes, p.Annex)
		}
		for _, g := range p.Groups {
			e.Recommendations = append(e.Recommendations, g.Recommendations...)
		}
	}
	for i := range e.Parts {
		p := &e.Parts[i]
		p.Depth -= depth - 1
		p.Outline = slices.Clone(p.Outline)
		for k := range p.Outline {
			p.Outline[k].Level = max(p.Outline[k].Level-level, 0)
			p.Outline[k].Closed = p.Outline[k].Closed && x.Volume > 0
		}
	}
	return &e
}

// identify visits the ids that stand in a part.
func (p *Part) identify(visit func(string)) {
	visit(p.ID)
	if p.Session != nil {
		p.Session.identify(visit)
	}
	for _, g := range p.Groups {
		for _, r := range g.Recommendations {
			visit(r.ID)
		}
	}
	for _, t := range p.Texts {
		t.walk(func(b *Block) {
			visit(b.ID)
			if b.Image != nil && b.Image.Caption != nil {
				visit(b.Image.Caption.ID)
			}
			if b.Table != nil && b.Table.Caption != nil {
				visit(b.Table.Caption.ID)
			}
		})
		t.walkInlines(func(in *Inline) {
			if in.Image != nil && in.Image.Caption != nil {
				visit(in.Image.Caption.ID)
			}
		})
	}
}

// identify visits the ids that stand in a session's chapter: those of its sections, and of its statements' lines.
func (v *Session) identify(visit func(string)) {
	for _, s := range v.Sections {
		visit(s.ID)
		if s.Panel != nil {
			s.Panel.identify(visit)
		}
	}
	for _, s := range v.Statements {
		visit(s.LineID())
	}
}

// LineID is the id of a statement's line in its session's list of speakers: its own, where the report holds neither its
// text nor its original.
func (s *Statement) LineID() string {
	if s.Text == nil && len(s.Originals) == 0 {
		return s.ID
	}
	return SpeakerID(s.ID)
}

// Extracts are the documents that the report can be published in beside itself, in order: the summary, the statements,
// the sessions with their statements, and the recommendations.
func (d *Document) Extracts() []*Document {
	of := Extract{Report: d.Symbol}
	if of.Report == "" {
		of.Report = d.Title
	}
	c := d.cutter()
	c.cut(of.as(sources.OutputSummary, summaryID, "summary"), c.summary)
	for _, v := range d.Statements {
		x := of.as(sources.OutputStatements, v.ID, "statements/"+v.Session.ID+"-"+v.ID)
		x.By, x.Lang = v.By(), v.Lang
		if v.Text != nil {
			x.Lang = v.Text.Lang
		}
		c.cut(x, c.statements[v])
	}
	for i := range d.Parts {
		if v := d.Parts[i].Session; v != nil {
			c.cut(of.as(sources.OutputSessions, v.ID, "sessions/"+v.ID), c.sessions[v])
		}
	}
	c.cut(of.as(sources.OutputRecommendations, "recommendations", "recommendations"), c.recommendations)
	return c.list
}

// as is an extract of the same report, of a kind of output.
func (x Extract) as(kind, id, file string) Extract {
	x.Kind, x.ID, x.File = kind, id, file
	return x
}
