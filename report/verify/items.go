package verify

import "rapporteur/report/ledger"

// itemsPresent looks whether every statement, annex, the summary and every recommendation is in the report: its id is
// a named destination, its pages are
// an account of their own, and the outline leads to its text and to each original.
func (c *checker) itemsPresent() {
	texts := map[string]*ledger.Range{}
	for _, it := range c.items() {
		texts[it.ID] = it.Text
	}
	for _, it := range c.items() {
		c.item(it, texts)
	}
	for _, r := range c.ledger.Recommendations {
		c.anchored(r.ID, max(r.Page, 1))
	}
}

// anchored looks whether an id leads to a page, from 1; 0 for any.
func (c *checker) anchored(id string, page int) {
	a, ok := c.ledger.Anchors[id]
	if !ok { // that the PDF has each anchor, and where, is looked at apart
		c.add(Finding{Code: ItemAnchor, Page: page, Item: id,
			Args: map[string]string{"id": id}})
		return
	}
	if page > 0 && a.Page != page {
		c.add(Finding{Code: ItemPage, Page: page, Item: id,
			Args: map[string]string{"id": id, "found": itoa(a.Page), "planned": itoa(page)}})
	}
}

// item looks for an item; texts are the pages of all of them.
func (c *checker) item(it ledger.Item, texts map[string]*ledger.Range) {
	switch {
	case it.Text == nil && it.TextIn == "":
		c.anchored(it.ID, 0)
	case it.Text != nil:
		c.anchored(it.ID, it.Text.First)
		c.stretch(it.ID, it.Text.First, it.Text.Last, c.follows(it, texts))
	}
	for _, o := range it.Originals {
		c.stretch(it.ID, o.First, o.Last, false)
	}
}

// follows reports whether a text stands as one that follows on: it begins on a page that another typeset part heads,
// if that is an item's, on one of its pages, and all further pages up to its last are an account of its own; there may
// be none.
func (c *checker) follows(it ledger.Item, texts map[string]*ledger.Range) bool {
	first, last := it.Text.First, it.Text.Last
	if first < 1 || last > len(c.pages) || last < first {
		return false
	}
	head := c.pages[first-1]
	if head.run < 0 || head.foreign || c.runs[head.run].id == it.ID || c.runs[head.run].last != first && last > first {
		return false
	}
	if text := texts[c.runs[head.run].id]; c.runs[head.run].kind == ledger.Statement &&
		(text == nil || first < text.First || text.Last < first) {
		return false
	}
	for i := first; i < last; i++ {
		if r := c.pages[i].run; r < 0 || c.runs[r].id != it.ID || c.runs[r].last != last {
			return false
		}
	}
	return true
}

// stretch looks whether pages are an account of the item, but where it follows on, and whether the outline leads there.
func (c *checker) stretch(id string, first, last int, follows bool) {
	if first < 1 || last > len(c.pages) || last < first {
		c.add(Finding{Code: ItemPage, Page: first, Item: id,
			Args: map[string]string{"id": id, "found": "0", "planned": itoa(first)}})
		return
	}
	if r := c.pages[first-1].run; !follows && (r < 0 || !c.runs[r].is(id, first, last)) {
		found := 0
		if r >= 0 {
			found = c.runs[r].first
		}
		c.add(Finding{Code: ItemPage, Page: first, Item: id,
			Args: map[string]string{"id": id, "found": itoa(found), "planned": itoa(first)}})
	}
	if !c.outlined[first-1] {
		c.add(Finding{Code: ItemOutline, Page: first, Item: id,
			Args: map[string]string{"id": id}})
	}
}
