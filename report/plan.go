package report

import (
	"rapporteur/layout"
	"rapporteur/report/assembly"
	"rapporteur/sources/pdf"
)

// plan lists every page of the report, and everything that the file says of itself.
func plan(e *edition) *assembly.Plan {
	d := e.document
	p := &assembly.Plan{Title: d.Title, Author: d.author(), Subject: d.Subtitle, Lang: d.Lang, Date: d.isoDate(), URL: d.URL, Sheet: e.sheet, Anchors: e.pages.Places}
	if d.Settings.Conformance.Value != "none" && len(d.allOriginals()) == 0 {
		p.Claims = assembly.Claims{UA1: true, A3A: true}
	}
	byRun := map[string]*Original{}
	number := map[string]int{}
	for _, o := range d.allOriginals() {
		byRun[originalRun(o.item, number[o.item])] = o.original
		number[o.item]++
	}
	p.Pages = make([]assembly.Page, e.pages.Total)
	for i := range p.Pages {
		p.Pages[i] = assembly.Page{Number: i + 1, Label: e.pages.Labels[i], Kind: "blank", Run: -1}
	}
	for i, s := range e.pages.Runs {
		r := s.Run
		run := assembly.Run{ID: r.ID, Kind: r.Kind, Item: r.Item, Title: r.Title, Lang: r.Lang, First: s.First, Count: s.Count, Bare: r.Bare, Head: r.Head, Level: 1}
		if o := byRun[r.ID]; o != nil && r.Foreign != nil {
			run.Original = e.original(o, r)
			run.Outline = r.Outline
		} else {
			run.Settled = s
		}
		p.Runs = append(p.Runs, run)
		for k := range s.Count {
			page := &p.Pages[s.First-1+k]
			page.Kind, page.Run, page.Index = r.Kind, i, k
		}
	}
	return p
}

func (e *edition) original(o *Original, r *layout.Run) *assembly.Original {
	stamp := assembly.Stamp{None: e.document.Settings.Stamp.Value == "none", Text: e.document.Symbol}
	return &assembly.Original{File: o.File, SHA256: o.SHA256, Passwords: o.passwords, Pages: o.pages(), Stamp: stamp, Lang: o.Lang, Alt: r.Root.Title, Origin: r.Origin,
		Load: func() ([]byte, error) { return e.folder.Read(o.File, maxOriginal) },
		Kept: func() *pdf.Document {
			doc := o.kept
			o.kept = nil
			return doc
		}}
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
