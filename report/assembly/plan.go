package assembly

import (
	"fmt"

	"rapporteur/layout"
	"rapporteur/report/ledger"
)

// Plan is every page of the report, one line each, and what the file says of itself. It is pure data: the linker reads
// it, nobody changes it.
type Plan struct {
	Title, Author, Subject, Lang string
	Date                         string // 2012-03-01: the only date there is
	URL                          string
	Languages                    []string // of all that is in it, Lang first
	Identifiers                  []string // beside the URL
	Publisher, Rights            string
	Ledger                       string // the sum of the ledger that belongs to it (ledger.Ledger.Sum)
	Program                      string // that made it, with its version
	Claims                       Claims
	Sheet                        *layout.Sheet
	Runs                         []Run
	Pages                        []Page
	Anchors                      map[string]layout.Place // named destinations: ids of items, and the ids in texts
}

// Claims are the standards that the file's XMP names: PDF/UA-1, and the level of PDF/A-3, "A", "U" or "B"; "" none.
type Claims struct {
	UA1 bool
	A3  string
}

// Run is a run of the report with its pages.
type Run struct {
	ID, Item, Title, Lang string
	Also                  string // a second anchor at its first page; "" none
	Kind                  ledger.Kind
	First, Count          int // physical, from 1
	Bare                  bool
	Head                  layout.Head
	Root                  layout.Element // the run's structure element: Tag, Lang, Title
	Depth                 int            // the level of the heading that those of an original stand below
	Original              *Original      // nil of a typeset run
	// Outline is, of an original, its items of the report's outline; the original's own outline is nested below them.
	Outline []layout.Bookmark
}

// Original says which file a run's pages are from, and what is printed on them.
type Original struct {
	File   string // as the manifest has it, for messages
	SHA256 string // of its bytes
	Of     int    // how many pages it has
	Taken  []int  // the numbers there of the run's pages, from 1
	Stamp  Stamp
	Form   string // the name of its form's fields taken together: no other original has it
	// Text is the labels of the first and the last page on which the words of the original are typeset; "" where they
	// are not.
	Text [2]string
	// Attached has one entry for each attachment of the run's unit, in order.
	Attached []Attached
}

// Stamp is what is printed in the margin of an original's page; the page's label and number stand before it.
type Stamp struct {
	None  bool
	Widen bool   // where nothing is free, the page is widened for it, else it gets a ground
	Text  string // symbol or short title
}

// Page is a page of the report.
type Page struct {
	Number int    // physical, from 1
	Label  string // as printed, and as the viewer shows it
	Kind   ledger.Kind
	Run    int // index into Runs; -1 for a blank page
	Index  int // page within the run, from 0
}

// Right reports whether the page is a right-hand one.
func (p Page) Right() bool { return p.Number%2 == 1 }

// check finds what a plan contradicts itself in, before anything is written.
func (p *Plan) check() error {
	if len(p.Pages) == 0 {
		return fmt.Errorf("assembly: a plan without pages")
	}
	if p.Sheet == nil {
		return fmt.Errorf("assembly: a plan without a sheet")
	}
	for i, r := range p.Runs {
		if r.First < 1 || r.Count < 0 || r.First+r.Count-1 > len(p.Pages) {
			return fmt.Errorf("assembly: run %q stands on pages %d to %d of %d", r.ID, r.First, r.First+r.Count-1,
				len(p.Pages))
		}
		if o := r.Original; o != nil && !o.Stamp.None && len(o.Taken) != r.Count {
			return fmt.Errorf("assembly: run %q has %d pages, and the numbers of %d", r.ID, r.Count, len(o.Taken))
		}
		for k := range r.Count {
			if pg := p.Pages[r.First-1+k]; pg.Run != i || pg.Index != k {
				return fmt.Errorf("assembly: page %d is not page %d of run %q", r.First+k, k+1, r.ID)
			}
		}
	}
	for i, pg := range p.Pages {
		if pg.Number != i+1 || pg.Run >= len(p.Runs) {
			return fmt.Errorf("assembly: page %d of the plan calls itself %d", i+1, pg.Number)
		}
	}
	return nil
}
