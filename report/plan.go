package report

import (
	"rapporteur/layout"
	"rapporteur/report/assembly"
	"rapporteur/report/document"
	"rapporteur/report/ledger"
	"rapporteur/sources/pdf"
)

// plan lists every page of the report, and everything that the file says of itself.
func plan(e *edition) *assembly.Plan {
	d := e.document
	p := &assembly.Plan{Title: d.Title, Author: d.Author(), Subject: d.Subtitle, Lang: d.Lang, Date: d.ISODate(), URL: d.URL, Sheet: e.sheet, Anchors: e.pages.Places}
	if d.Settings.Conformance.Value != "none" && len(d.Originals()) == 0 {
		p.Claims = assembly.Claims{UA1: true, A3A: true}
	}
	p.Pages = make([]assembly.Page, e.pages.Total)
	for i := range p.Pages {
		p.Pages[i] = assembly.Page{Number: i + 1, Label: e.pages.Labels[i], Kind: string(ledger.Blank), Run: -1}
	}
	for i, s := range e.pages.Runs {
		r := s.Run
		run := assembly.Run{ID: r.ID, Kind: r.Kind, Item: r.Item, Title: r.Title, Lang: r.Lang, First: s.First, Count: s.Count, Bare: r.Bare, Head: r.Head, Level: 1}
		if part := e.composed.Parts[i]; part.Kind.Received() {
			run.Original = e.original(part.Original, r)
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

func (e *edition) original(o *document.Original, r *layout.Run) *assembly.Original {
	found := e.opened[o]
	stamp := assembly.Stamp{None: e.document.Settings.Stamp.Value == "none", Text: e.document.Symbol}
	return &assembly.Original{File: o.File, SHA256: found.sha256, Passwords: o.Passwords, Pages: found.pages, Stamp: stamp, Lang: o.Lang, Alt: r.Root.Title, Origin: r.Origin,
		Load: func() ([]byte, error) { return e.folder.Read(o.File, maxOriginal) },
		Kept: func() *pdf.Document {
			doc := found.kept
			found.kept = nil
			return doc
		}}
}
