package verify

import (
	"slices"
	"strings"

	"rapporteur/report/ledger"
)

// named are the kinds of parts of ours that no item of the manifest gives an id: theirs is the kind itself.
var named = []ledger.Kind{ledger.Cover, ledger.Masthead, ledger.HalfTitle, ledger.Imprint, ledger.Contents,
	ledger.Abbreviations, ledger.Participants, ledger.Recommendations, ledger.Index}

// kinds compares the kind of each account with what stands on its pages and with what the ledger says elsewhere of
// the item that it names.
func (c *checker) kinds() {
	ids := itemIDs{byID(c.ledger.Statements), byID(c.ledger.Annexes)}
	for _, r := range c.runs {
		if !r.kind.Accounted() || r.kind == ledger.Blank != c.nothingOn(r) || !c.ofKind(r, ids) {
			c.fault(AccountKind, r.first, "kind", clip(string(r.kind)))
		}
	}
}

// itemIDs are the items of the ledger's lists by their ids.
type itemIDs struct{ statements, annexes map[string]*ledger.Item }

func byID(list []ledger.Item) map[string]*ledger.Item {
	items := make(map[string]*ledger.Item, len(list))
	for i := range list {
		items[list[i].ID] = &list[i]
	}
	return items
}

// nothingOn reports whether the pages of a run are blank: they have no content at all.
func (c *checker) nothingOn(r run) bool {
	for i := r.first - 1; i < min(r.last, len(c.pages)); i++ {
		if c.pages[i].foreign || c.doc.Page(i).Dict["Contents"] != nil {
			return false
		}
	}
	return true
}

// ofKind reports whether a run can be of its kind, by its id: parts of ours are called what they are, and the id of an
// item is in the ledger's list of items of the kind, with its text where it has one, and leads to where it begins.
func (c *checker) ofKind(r run, ids itemIDs) bool {
	l := c.ledger
	is := func(list map[string]*ledger.Item, text bool) bool {
		it := list[r.id]
		return it != nil && (!text || it.Text != nil && it.Text.First <= r.first && r.last <= it.Text.Last)
	}
	summary := l.Summary != nil && l.Summary.ID == r.id
	switch r.kind {
	case ledger.Blank:
		return r.id == ""
	case ledger.Statement:
		return is(ids.statements, true) && c.begun(r)
	case ledger.Annex:
		return is(ids.annexes, false) && c.begun(r)
	case ledger.Summary:
		return summary && c.begun(r)
	case ledger.Divider, ledger.Received:
		return summary || is(ids.statements, false) || is(ids.annexes, false)
	case ledger.Chapter, ledger.Front:
		return !summary && !is(ids.statements, true) && !is(ids.annexes, true) && c.begun(r) &&
			c.titled(r, r.kind == ledger.Chapter)
	}
	return !slices.Contains(named, r.kind) || r.id == string(r.kind)
}

// begun reports whether the id of a run leads to its beginning; where the run heads only further pages, to the page
// before, on which another part stands above it.
func (c *checker) begun(r run) bool {
	a, ok := c.ledger.Anchors[r.id]
	return ok && (a.Page == r.first || a.Page == r.first-1)
}

// titled reports whether the outline names a chapter with its number before its words, or one without a number by its
// words alone, as the contents have them; true where one of the two does not know it.
func (c *checker) titled(r run, numbered bool) bool {
	words := c.listed[r.id]
	if words == "" {
		return true
	}
	known := false
	for _, title := range c.outlinedAt[c.ledger.Anchors[r.id].Page] {
		number, is := strings.CutSuffix(title, words)
		if is && (number != "") == numbered {
			return true
		}
		known = known || is
	}
	return !known
}
