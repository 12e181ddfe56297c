package assembly

import (
	"rapporteur/layout"
	"rapporteur/sources/pdf"
)

// Plan is every page of the report, one line each, and what the file says of itself. It is pure data: the linker and verify read it, nobody changes it.
type Plan struct {
	Title, Author, Subject, Lang string
	Date                         string // 2012-03-01: the only date there is
	URL                          string
	Claims                       Claims
	Sheet                        *layout.Sheet
	Runs                         []Run
	Pages                        []Page
	Anchors                      map[string]layout.Place // named destinations: ids of items, and the ids in texts
}

// Claims are the standards that the file's XMP names.
type Claims struct{ UA1, A3A bool }

// Run is a run of the report with its pages.
type Run struct {
	ID, Kind, Item, Title, Lang string
	First, Count                int // physical, from 1
	Bare                        bool
	Head                        layout.Head
	Level                       int               // depth of its structure element below Document: 1, or 2 for what belongs to a part's divider
	Settled                     *layout.Settled   // a typeset run
	Original                    *Original         // or the pages of an original
	Outline                     []layout.Bookmark // of a run of foreign pages: its own item; the original's outline is nested below it
}

// Original is where the linker finds the pages of an original.
type Original struct {
	File      string // as the manifest has it, for the ledger and messages
	SHA256    string // of the bytes; an original that changed since it was read is an error
	Load      func() ([]byte, error)
	Kept      func() *pdf.Document // the original as it was opened to be measured, once, where it was small enough to keep; may be nil, and give nil
	Passwords []string
	Pages     []int // which of its pages, from 0, in order
	Stamp     Stamp
	Lang      string
	Alt       string        // what its pages show, in words: the title of its structure element
	Origin    layout.Origin // line of the manifest
}

// Stamp is what is printed in the margin of an original's page; the page's label is added to it.
type Stamp struct {
	None bool
	Text string // symbol or short title
}

// Page is a page of the report.
type Page struct {
	Number int    // physical, from 1
	Label  string // as printed, and as the viewer shows it
	Kind   string
	Run    int // index into Runs; -1 for a blank page
	Index  int // page within the run, from 0
}

// Right tells whether the page is a right-hand one.
func (p Page) Right() bool { return p.Number%2 == 1 }
