package report

import (
	"os"
	"strings"

	"rapporteur/layout"
	"rapporteur/report/assembly"
	"rapporteur/report/ledger"
	"rapporteur/sources/diag"
)

// ledger writes the account of what was planned and made.
func (e *edition) ledger(made *assembly.Report) *ledger.Ledger {
	d, p := e.document, e.plan
	l := &ledger.Ledger{Rapporteur: ledger.Format, File: MainPDF(), SHA256: made.SHA256, Pages: len(p.Pages), Language: d.Lang, Title: p.Title, Author: p.Author, Date: p.Date,
		Program: e.in.Program, Conformance: e.conformance(), Statements: []ledger.Item{}, Annexes: []ledger.Item{}, Recommendations: []ledger.Recommendation{},
		Contents: []ledger.Line{}, Outline: []ledger.OutlineItem{}, Anchors: map[string]ledger.Anchor{}, Diagnostics: []ledger.Diagnostic{}}
	e.account(l)
	at := map[string]int{}
	for i, r := range p.Runs {
		at[r.ID] = i
	}
	hashes := map[int][]string{}
	for _, o := range made.Originals {
		hashes[o.Run] = o.Content
	}
	originals := func(id string, list []*Original) []ledger.Original {
		out := []ledger.Original{}
		for n, o := range list {
			i := at[originalRun(id, n)]
			out = append(out, e.originalLine(o, p.Runs[i], hashes[i]))
		}
		return out
	}
	text := func(id string, has bool) *ledger.Range {
		if !has {
			return nil
		}
		r := p.Runs[at[id]]
		return &ledger.Range{First: r.First, Last: r.First + r.Count - 1}
	}
	for _, s := range d.Statements {
		l.Statements = append(l.Statements, ledger.Item{ID: s.ID, Session: s.Session.ID, Status: s.Status, Text: text(s.ID, s.Text != nil), Originals: originals(s.ID, s.Originals)})
	}
	if s := d.Summary; s != nil {
		l.Summary = &ledger.Item{ID: "summary", Text: text("summary", s.Text != nil), Originals: originals("summary", s.Originals)}
	}
	for _, a := range d.Annexes {
		l.Annexes = append(l.Annexes, ledger.Item{ID: a.ID, Text: text(a.ID, a.Text != nil), Originals: originals(a.ID, a.Originals)})
	}
	for _, r := range d.Recommendations {
		l.Recommendations = append(l.Recommendations, ledger.Recommendation{ID: r.ID, Number: r.Number, Page: e.pages.Places[r.ID].Page})
	}
	for id, place := range e.pages.Places {
		l.Anchors[id] = ledger.Anchor{Page: place.Page, Label: place.Label, Paragraph: e.paragraphOf(id)}
	}
	e.navigation(l)
	return l
}

// paragraphOf is the number of the paragraph that an id marks, 0 for other ids.
func (e *edition) paragraphOf(id string) int {
	it := e.document.Item(id)
	if it == nil || it.Kind != ParagraphItem {
		return 0
	}
	return number(e.document).paragraph[it.Block]
}

// account lists the pages by run; blank pages stand by themselves.
func (e *edition) account(l *ledger.Ledger) {
	p := e.plan
	for i := 0; i < len(p.Pages); {
		page := p.Pages[i]
		a := ledger.Account{Kind: page.Kind, First: page.Number}
		if page.Run >= 0 {
			a.ID = p.Runs[page.Run].Item
			if a.ID == "" {
				a.ID = p.Runs[page.Run].ID
			}
		}
		j := i
		for j < len(p.Pages) && p.Pages[j].Run == page.Run && (page.Run >= 0 || j == i) {
			a.Labels = append(a.Labels, p.Pages[j].Label)
			j++
		}
		a.Last = p.Pages[j-1].Number
		if page.Run >= 0 && p.Runs[page.Run].Settled != nil {
			a.Links = targets(p.Runs[page.Run].Settled)
		}
		l.Account = append(l.Account, a)
		i = j
	}
}

// targets are the ids that the links of a typeset run lead to, one a rectangle, in the order of its pages.
func targets(s *layout.Settled) []string {
	var ids []string
	for i := range s.Count {
		for _, area := range s.Page(i).Links {
			if id, ok := strings.CutPrefix(s.Links[area.Link-1].Target, "#"); ok {
				ids = append(ids, id)
			}
		}
	}
	return ids
}

func (e *edition) originalLine(o *Original, r assembly.Run, hashes []string) ledger.Original {
	line := ledger.Original{File: o.File, SHA256: o.SHA256, Pages: r.Count, First: r.First, Last: r.First + r.Count - 1, ContentSHA256: hashes}
	for k := range r.Count {
		line.Labels = append(line.Labels, e.plan.Pages[r.First-1+k].Label)
	}
	return line
}

// navigation lists the lines of the contents and the outline.
func (e *edition) navigation(l *ledger.Ledger) {
	for _, s := range e.pages.Runs {
		for _, b := range append(append([]layout.Bookmark{}, s.Bookmarks...), foreignOutline(s)...) {
			l.Outline = append(l.Outline, ledger.OutlineItem{Level: b.Level, Title: b.Title, Page: e.pages.Places[b.Target].Page})
		}
		if s.Run.Kind != "contents" {
			continue
		}
		for _, b := range s.Run.Blocks {
			toc, ok := b.(*layout.Entries)
			if !ok {
				continue
			}
			for _, entry := range toc.Entries {
				target := strings.TrimPrefix(entry.Target, "#")
				place := e.pages.Places[target]
				l.Contents = append(l.Contents, ledger.Line{Text: words(entry.Inlines), Target: target, Page: place.Page, Label: place.Label})
			}
		}
	}
}

func foreignOutline(s *layout.Settled) []layout.Bookmark {
	if s.Run.Foreign == nil || len(s.Bookmarks) > 0 {
		return nil
	}
	return s.Run.Outline
}

func words(list []layout.Inline) string {
	var b strings.Builder
	for _, in := range list {
		b.WriteString(in.Text)
	}
	return b.String()
}

// conformance says what the file claims and why it claims no more.
func (e *edition) conformance() ledger.Conformance {
	c := ledger.Conformance{Claims: []string{}}
	if e.plan.Claims.UA1 {
		c.Claims = append(c.Claims, "PDF/UA-1")
	}
	if e.plan.Claims.A3A {
		c.Claims = append(c.Claims, "PDF/A-3a")
	}
	switch {
	case len(c.Claims) > 0:
	case e.document.Settings.Conformance.Value == "none":
		c.Reason = "The manifest asks for no claim."
	default:
		c.Reason = "The report holds originals as received, which are not yet brought into conformance; the pages that were typeset would conform."
	}
	return c
}

// note writes the diagnostics of the build into the ledger, in English.
func (e *edition) note(l *ledger.Ledger, r *Result) {
	for _, d := range append(append([]diag.Diagnostic{}, r.Diagnostics...), r.Findings...) {
		l.Diagnostics = append(l.Diagnostics, ledger.Diagnostic{Code: d.Code, Severity: d.Severity.String(), File: d.Pos.File, Line: d.Pos.Line, Column: d.Pos.Column, Item: d.Item,
			Message: d.Message("en"), Hint: d.Hint("en")})
	}
}

func readLedger(path string) (*ledger.Ledger, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return ledger.Read(f)
}
