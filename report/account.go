package report

import (
	"os"
	"path"
	"slices"
	"sort"
	"strconv"

	"rapporteur/layout"
	"rapporteur/report/document"
	"rapporteur/report/ledger"
	"rapporteur/sources/diag"
)

// ledger is the account of what was planned and made: of the PDF of a name, whose bytes have the hash.
func (e *edition) ledger(name, sha256 string) *ledger.Ledger {
	d, p := e.document, e.plan
	l := &ledger.Ledger{
		Rapporteur: ledger.Format, File: path.Base(name), SHA256: sha256, Pages: len(p.Pages), Language: d.Language(),
		Title: p.Title, Author: p.Author, Date: p.Date, Program: p.Program, Conformance: e.conformance(),
		Account: e.accounts(), Statements: []ledger.Item{}, Annexes: []ledger.Item{},
		Recommendations: []ledger.Recommendation{}, Diagnostics: []ledger.Diagnostic{},
		Contents: contentsOf(d, e.pages.Places), Outline: outlineOf(d, e.pages.Places),
		Anchors: anchors(d, e.pages.Places), Sources: e.hashed,
	}
	if len(p.Languages) > 1 {
		l.Languages = p.Languages
	}
	items := e.items()
	for _, s := range d.Statements {
		it := items.of(s.ID)
		it.Session, it.Status = s.Session.ID, s.Status
		l.Statements = append(l.Statements, it)
	}
	if s := d.Summary; s != nil {
		it := items.of(s.ID)
		l.Summary = &it
	}
	for _, a := range d.Annexes {
		l.Annexes = append(l.Annexes, items.of(a.ID))
	}
	for _, r := range d.Recommendations {
		l.Recommendations = append(l.Recommendations, ledger.Recommendation{ID: r.ID, Number: r.Number,
			Page: e.pages.Places[r.ID].Page})
	}
	return l
}

// itemPages are the pages of the manifest's items, by id.
type itemPages map[string]*ledger.Item

// items finds the texts and the originals of all items in the order of the parts.
func (e *edition) items() itemPages {
	items := itemPages{}
	defer items.elsewhere(e.document)
	for i, parts := range e.composed.Parts {
		for _, part := range parts {
			if part.Item == "" {
				continue
			}
			it := items[part.Item]
			if it == nil {
				it = &ledger.Item{ID: part.Item, Originals: []ledger.Original{}}
				items[part.Item] = it
			}
			switch place := e.pages.Places[part.ID]; {
			case part.Kind.Received():
				it.Originals = append(it.Originals, e.originalLine(i, part.Original, e.plan.Runs[i]))
			case len(part.Texts) > 0:
				it.Text = &ledger.Range{First: place.Page, Last: place.Last}
			}
		}
	}
	return items
}

// elsewhere names, of items of a volume, the other one that their text stands in.
func (p itemPages) elsewhere(d *document.Document) {
	for id, it := range p {
		it.TextIn = d.Volume(id)
	}
}

// of is an item's pages; an item that has none, such as a statement that was not received, has an empty list of
// originals.
func (p itemPages) of(id string) ledger.Item {
	if it := p[id]; it != nil {
		return *it
	}
	return ledger.Item{ID: id, Originals: []ledger.Original{}}
}

// anchors are the places of all ids, with the number of the paragraph where one has the id.
func anchors(d *document.Document, places map[string]layout.Place) map[string]ledger.Anchor {
	out := make(map[string]ledger.Anchor, len(places))
	for id, place := range places {
		at := ledger.Anchor{Page: place.Page, Label: place.Label}
		if it := d.Item(id); it != nil {
			at.Paragraph = it.Paragraph
		}
		out[id] = at
	}
	return out
}

func decimal(n int) string { return strconv.Itoa(n) }

// accounts list the pages by part; blank pages stand by themselves.
func (e *edition) accounts() []ledger.Account {
	p := e.plan
	var list []ledger.Account
	for i := 0; i < len(p.Pages); {
		page, part := p.Pages[i], e.partOf(i)
		a := ledger.Account{Kind: ledger.Blank, First: page.Number}
		if part != nil {
			a.Kind, a.ID = part.Kind.Account(), part.Account()
		}
		j := i
		for ; j < len(p.Pages) && (j == i || part != nil && e.partOf(j) == part); j++ {
			a.Labels = append(a.Labels, p.Pages[j].Label)
			a.Links = append(a.Links, e.links[j]...)
		}
		a.Last = p.Pages[j-1].Number
		list = append(list, a)
		i = j
	}
	return list
}

// partOf is the part that stands at the head of a page, counted from 0; nil of a blank one. Where parts follow on, a
// page may bear others below it.
func (e *edition) partOf(page int) *document.Part {
	run := e.plan.Pages[page].Run
	if run < 0 {
		return nil
	}
	parts := e.composed.Parts[run]
	k := sort.Search(len(parts)-1, func(k int) bool { return e.pages.Places[parts[k].ID].Last > page })
	return parts[k]
}

// mostNoted is how many findings of one code the ledger tells one by one: every original of a large report may have
// one.
const mostNoted = 1000

// note writes the diagnostics of the build, as far as it has come, into the ledger, in English.
func (e *edition) note(l *ledger.Ledger) {
	l.Diagnostics = []ledger.Diagnostic{}
	for _, d := range diag.Group(slices.Concat(e.bag.All(), e.faults), mostNoted) {
		l.Diagnostics = append(l.Diagnostics, ledger.Diagnostic{Code: d.Code, Severity: d.Severity.String(),
			File: d.Pos.File, Line: d.Pos.Line, Near: d.Pos.Near, Column: d.Pos.Column, Item: d.Item,
			Message: d.Message(diag.English), Hint: d.Hint(diag.English), Count: d.Count})
	}
}

func readLedger(path string) (*ledger.Ledger, error) {
	if err := regular(path); err != nil {
		return nil, err
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return ledger.Read(f)
}
