package document

import "rapporteur/report/ledger"

// Part is a part of the report. A part has one run, which starts on a page of its own, but for a heading over the
// parts that follow it, which has none.
type Part struct {
	Kind   ledger.Kind
	ID     string // of its run, and of the anchor at its first page; of a heading, the id of the part that follows
	Item   string // id of the item of the manifest that it belongs to; "" none
	Number string // of a chapter, an annex or a part of the report, as the language writes it: "IV"; "" none
	Title  string // as its pages have it
	Name   string // as the contents and the outline have it; before a chapter's they put its number
	Depth  int    // structure level of its title: 1, or 2 in a report that is divided into parts

	InContents  bool          // it has a line in the contents
	Nested      bool          // its line stands below that of the heading before it
	Outline     []OutlineItem // its items of the outline: its own first, then those of what stands in it
	First, Last int           // its numbered paragraphs, where its kind has them; Last below First: none

	inOutline bool // it has an item of its own in the outline
	level     int  // of that
	closed    bool // what is below that does not show at first

	Texts []*Text // that it sets, in order

	// What it sets, by its kind.
	Chapter   *Chapter
	Session   *Session
	Groups    []*Group // of recommendations
	Statement *Statement
	Summary   *Summary
	Annex     *Annex
	Original  *Original // of a divider and of the pages after it
	List      string    // of what: "figures", "tables", or Consolidated; "" no list
	Captions  []*Caption
}

// HasRun reports whether the part has pages of its own.
func (p *Part) HasRun() bool { return p.Kind != "" }

// HasText reports whether the text of the part's item is set too.
func (p *Part) HasText() bool {
	return p.Statement != nil && p.Statement.Text != nil || p.Annex != nil && p.Annex.Text != nil ||
		p.Summary != nil && p.Summary.Text != nil
}

// Received lists the originals of what the part sets as a text: they stand elsewhere in the report, and the part's line
// in the contents says where.
func (p *Part) Received() []*Original {
	switch {
	case p.Original != nil:
		return nil
	case p.Statement != nil:
		return p.Statement.Originals
	case p.Annex != nil:
		return p.Annex.Originals
	case p.Summary != nil:
		return p.Summary.Originals
	}
	return nil
}

// Account is the id of the part in the ledger's account: its item's, or the name of a part of ours, "cover".
func (p *Part) Account() string {
	if p.Item != "" {
		return p.Item
	}
	return ownName(p.ID)
}

// Paragraphs is the part's numbered paragraphs as the contents print them; "" where it has none, and for annexes,
// which restart.
func (p *Part) Paragraphs() string {
	if !p.Kind.Chapter() || p.Last < p.First {
		return ""
	}
	return span(p.First, p.Last)
}
