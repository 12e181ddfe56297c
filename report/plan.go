package report

import (
	"rapporteur/report/assembly"
	"rapporteur/report/ledger"
)

// plan lists every page of the report, and everything that the file says of itself.
func plan(e *edition) *assembly.Plan {
	d := e.document
	p := &assembly.Plan{Title: d.Title, Author: d.Author(), Subject: d.Subtitle, Lang: d.Lang, Date: d.ISODate(),
		URL: d.URL, Sheet: e.sheet, Anchors: e.pages.Places}
	if d.Settings.Conformance.Value != "none" && e.originals.conform() {
		p.Claims = assembly.Claims{UA1: true, A3A: true}
	}
	p.Pages = make([]assembly.Page, e.pages.Total)
	for i := range p.Pages {
		p.Pages[i] = assembly.Page{Number: i + 1, Label: e.pages.Labels[i], Kind: ledger.Blank, Run: -1}
	}
	files := filing{}
	for i, s := range e.pages.Runs {
		r, part := s.Run, e.composed.Parts[i]
		run := assembly.Run{ID: r.ID, Kind: part.Kind, Item: r.Item, Title: r.Title, Lang: r.Lang, First: s.First,
			Count: s.Count, Bare: r.Bare, Head: r.Head, Root: r.Root, Depth: part.Depth}
		if part.Kind.Received() {
			from := e.originals.of[part.Original]
			run.Original = &assembly.Original{File: from.file.path, SHA256: from.file.sha256,
				Of: from.file.pages, Taken: numbersOf(from.pages), Form: part.Original.FieldName(),
				Stamp: assembly.Stamp{None: !e.originals.stamped, Widen: e.originals.widen, Text: d.Symbol}}
			run.Original.Text = e.typesetPages(part.Item)
			run.Original.Attached = files.attached(part.Item, ownerOf(part.Title, from.file.path), from.attachments)
			run.Outline = r.Outline
		}
		p.Runs = append(p.Runs, run)
		for k := range s.Count {
			page := &p.Pages[s.First-1+k]
			page.Kind, page.Run, page.Index = part.Kind, i, k
		}
	}
	return p
}

// typesetPages are the labels of the first and the last page of an item's text; "" where it has none.
func (e *edition) typesetPages(item string) (labels [2]string) {
	for i, part := range e.composed.Parts {
		if s := e.pages.Runs[i]; part.Item == item && !part.Kind.Received() && len(part.Texts) > 0 && s.Count > 0 {
			if labels[0] == "" {
				labels[0] = e.pages.Labels[s.First-1]
			}
			labels[1] = e.pages.Labels[s.First+s.Count-2]
		}
	}
	return labels
}

// numbersOf are the numbers of pages that are counted from 0.
func numbersOf(pages []int) []int {
	numbers := make([]int, len(pages))
	for k, i := range pages {
		numbers[k] = i + 1
	}
	return numbers
}
