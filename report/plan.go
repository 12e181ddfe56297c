package report

import (
	"rapporteur/report/assembly"
)

// plan lists every page of the report, and everything that the file says of itself.
func plan(e *edition) *assembly.Plan {
	d := e.document
	p := &assembly.Plan{Title: d.Title, Author: d.author(), Subject: d.Subtitle, Lang: d.Lang, Date: d.isoDate(), URL: d.URL, Sheet: e.sheet, Anchors: e.pages.Places}
	if d.Settings.Conformance.Value != "none" && len(d.allOriginals()) == 0 {
		p.Claims = assembly.Claims{UA1: true, A3A: true}
	}
	e.received = map[string]*taken{}
	number := map[string]int{}
	for _, o := range d.allOriginals() {
		e.received[originalRun(o.item, number[o.item])] = e.originals.units[o.original]
		number[o.item]++
	}
	p.Pages = make([]assembly.Page, e.pages.Total)
	for i := range p.Pages {
		p.Pages[i] = assembly.Page{Number: i + 1, Label: e.pages.Labels[i], Kind: "blank", Run: -1}
	}
	for i, s := range e.pages.Runs {
		r := s.Run
		run := assembly.Run{ID: r.ID, Kind: r.Kind, Item: r.Item, Title: r.Title, Lang: r.Lang, First: s.First, Count: s.Count, Bare: r.Bare, Head: r.Head, Root: r.Root}
		if o := e.received[r.ID]; o != nil && r.Foreign != nil {
			run.Original = &assembly.Original{File: o.file.path, SHA256: o.file.sha256, Stamp: assembly.Stamp{None: !e.originals.stamped, Text: d.Symbol}}
			run.Outline = r.Outline
		}
		p.Runs = append(p.Runs, run)
		for k := range s.Count {
			page := &p.Pages[s.First-1+k]
			page.Kind, page.Run, page.Index = r.Kind, i, k
		}
	}
	return p
}

// author is who answers for the report.
func (d *Document) author() string {
	if d.Publication.Organization != "" {
		return d.Publication.Organization
	}
	return d.Words.List(d.Event.Organizers)
}

// isoDate is the report's date as the file writes it.
func (d *Document) isoDate() string {
	if d.Date.IsZero() {
		return ""
	}
	return d.Date.Time().Format("2006-01-02")
}
