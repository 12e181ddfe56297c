// Package cite writes what bibliographies take of a report's statements: BibTeX, and CSL-JSON, which Zotero and the
// like read.
//
// From the statements of a document and the pages on which they stand into bytes, in the order of speaking. A name is
// never taken apart: which of its words is the family's the manifest does not say.
package cite

import (
	"rapporteur/layout"
	"rapporteur/report/document"
)

// Edition is the report in one language.
type Edition struct {
	Document *document.Document
	Pages    *layout.Pages            // where everything stands in the PDF
	Address  func(item string) string // where a statement is to be read; "" nowhere
}

// entry is a statement as it is cited.
type entry struct {
	id, title        string
	authors          []string
	year, month, day int
	first, last      string // labels of pages; "" where it stands on none
	address          string
	statement        *document.Statement
}

// entries are the statements that were made: one that was withdrawn is none.
func (e *Edition) entries() (list []entry) {
	for _, s := range e.Document.Statements {
		if s.Text == nil && len(s.Originals) == 0 {
			continue
		}
		c := entry{id: s.ID, title: s.Title, address: e.Address(s.ID), statement: s}
		if c.title == "" {
			c.title = s.Called()
		}
		for _, p := range s.Speakers {
			if p.Name != "" {
				c.authors = append(c.authors, p.Name)
			} else {
				c.authors = append(c.authors, p.Short())
			}
		}
		day := s.Session.Date
		if day.IsZero() {
			day = e.Document.Event.From
		}
		if day.IsZero() {
			day = e.Document.Date
		}
		c.year, c.month, c.day = day.Year, day.Month, day.Day
		if at, known := e.Pages.Places[s.ID]; known {
			c.first, c.last = e.Pages.Labels[at.Page-1], e.Pages.Labels[at.Last-1]
		}
		list = append(list, c)
	}
	return list
}

// pages are those of an entry with a dash between them; "" where it stands on none.
func (c *entry) pages(dash string) string {
	if c.first == c.last {
		return c.first
	}
	return c.first + dash + c.last
}

// event is what was held, by its name.
func (e *Edition) event() string {
	if e.Document.Event.Title != "" {
		return e.Document.Event.Title
	}
	return e.Document.Title
}
