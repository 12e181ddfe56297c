package report

import (
	"cmp"
	"strings"

	"rapporteur/layout"
	"rapporteur/report/assembly"
	"rapporteur/report/conformance"
	"rapporteur/report/document"
	"rapporteur/report/ledger"
	"rapporteur/sources"
)

// plan lists every page of the report, and everything that the file says of itself.
func plan(e *edition) *assembly.Plan {
	d := e.document
	p := &assembly.Plan{Title: d.Title, Author: d.Author(), Subject: d.Subtitle, Lang: d.Language(), Date: d.ISODate(),
		Program: cmp.Or(e.in.Program, "rapporteur"), URL: d.URL, Languages: d.Languages(), Identifiers: d.Identifiers(),
		Publisher: d.Publication.Organization, Rights: d.Publication.Copyright, Sheet: e.sheet, Anchors: e.pages.Places,
		Claims: claims(e.conformity.claimed)}
	p.Pages = make([]assembly.Page, e.pages.Total)
	for i := range p.Pages {
		p.Pages[i] = assembly.Page{Number: i + 1, Label: e.pages.Labels[i], Kind: ledger.Blank, Run: -1}
	}
	files, texts := filing{}, e.typesetPages()
	for i, s := range e.pages.Runs {
		r, part := s.Run, e.composed.Parts[i][0]
		run := assembly.Run{ID: r.ID, Also: r.Also, Kind: part.Kind, Item: r.Item, Title: r.Title, Lang: r.Lang,
			First: s.First, Count: s.Count, Bare: r.Bare, Head: r.Head, Root: r.Root, Depth: part.Depth}
		if r.Also != "" { // no heading stands above those of the original
			run.Depth--
		}
		if part.Kind.Received() {
			from := e.originals.of[part.Original]
			run.Original = &assembly.Original{File: from.file.path, SHA256: from.file.sha256,
				Of: from.file.pages, Taken: numbersOf(from.pages), Form: part.Original.FieldName(),
				Stamp: assembly.Stamp{None: !e.originals.stamped, Widen: e.originals.widen, Text: e.margin(r, part)}}
			run.Original.Text = texts[part.Item]
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

// stampOf is what the stamps on originals call the report.
func stampOf(d *document.Document) string {
	if d.Extract != nil && d.Extract.Volume == 0 {
		return d.Subtitle
	}
	return d.Symbol
}

// claims are what the file's metadata name.
func claims(l conformance.Levels) assembly.Claims {
	c := assembly.Claims{UA1: l.Has(conformance.UA1)}
	switch {
	case l.Has(conformance.A3A):
		c.A3 = "A"
	case l.Has(conformance.A3U):
		c.A3 = "U"
	case l.Has(conformance.A3B):
		c.A3 = "B"
	}
	return c
}

// margin is what stands in the margin of an original's pages: the report's symbol, and where no page before it says so,
// whose it is, and that it stands as received, unless a program made its PDF.
func (e *edition) margin(r *layout.Run, part *document.Part) string {
	if r.Also == "" || e.document.Settings.Dividers.Value != sources.DividersLine {
		return stampOf(e.document)
	}
	title := part.Title
	if _, program := e.originals.madeOf(part.Original); program == "" {
		title = e.document.Words.Say("received", "title", title)
	}
	return strings.TrimPrefix(stampOf(e.document)+" · "+title, " · ")
}

// typesetPages are the labels of the first and the last page of each item's text.
func (e *edition) typesetPages() map[string][2]string {
	out := map[string][2]string{}
	for _, parts := range e.composed.Parts {
		for _, part := range parts {
			if part.Item == "" || part.Kind.Received() || len(part.Texts) == 0 {
				continue
			}
			place := e.pages.Places[part.ID]
			labels := [2]string{e.pages.Labels[place.Page-1], e.pages.Labels[place.Last-1]}
			if before, have := out[part.Item]; have {
				labels[0] = before[0]
			}
			out[part.Item] = labels
		}
	}
	return out
}

// numbersOf are the numbers of pages that are counted from 0.
func numbersOf(pages []int) []int {
	numbers := make([]int, len(pages))
	for k, i := range pages {
		numbers[k] = i + 1
	}
	return numbers
}
