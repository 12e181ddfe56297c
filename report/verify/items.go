package verify

import "rapporteur/report/ledger"

// itemsPresent looks whether every statement, annex, the summary and every recommendation is in the report: its id is
// a named destination, its pages are
// an account of their own, and the outline leads to its text and to each original.
func (c *checker) itemsPresent() {
	for _, it := range c.items() {
		c.item(it)
	}
	for _, r := range c.ledger.Recommendations {
		c.anchored(r.ID, r.Page)
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

func (c *checker) item(it ledger.Item) {
	if it.Text == nil {
		c.anchored(it.ID, 0)
	} else {
		c.anchored(it.ID, it.Text.First)
		c.stretch(it.ID, it.Text.First, it.Text.Last)
	}
	for _, o := range it.Originals {
		c.stretch(it.ID, o.First, o.Last)
	}
}

// stretch looks whether pages are an account of the item, and whether the outline leads there.
func (c *checker) stretch(id string, first, last int) {
	if first < 1 || last > len(c.pages) || last < first {
		c.add(Finding{Code: ItemPage, Page: first, Item: id,
			Args: map[string]string{"id": id, "found": "0", "planned": itoa(first)}})
		return
	}
	if r := c.pages[first-1].run; r < 0 || c.runs[r].first != first || c.runs[r].last != last || c.runs[r].id != id {
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
