package verify

import (
	"slices"

	"rapporteur/report/ledger"
)

// run is an account of the ledger, with the original whose pages it holds, if any.
type run struct {
	kind        ledger.Kind
	id          string
	first, last int // physical, from 1
	original    *ledger.Original
}

// is reports whether the account is an item's, of these pages.
func (r run) is(id string, first, last int) bool {
	return r.id == id && r.first == first && r.last == last
}

// foreign reports whether the pages are an original's.
func (r run) foreign() bool { return r.kind.Received() }

// account checks that the report has the pages that the ledger counts, and that the accounts hold each of them once,
// in order, with a label each. It is false
// when they do not: then nothing else can be told by its page.
func (c *checker) account() bool {
	l := c.ledger
	pages := c.doc.Pages()
	c.pages = make([]page, len(pages))
	for i := range c.pages {
		c.pages[i] = page{key: -1, run: -1}
	}
	sound := true
	wrong := func(code string, page int, args ...string) {
		c.fault(code, page, args...)
		sound = false
	}
	if len(pages) != l.Pages {
		wrong(PageCount, 0, "found", itoa(len(pages)), "planned", itoa(l.Pages))
	}
	next := 1
	for _, a := range l.Account {
		r := run{kind: a.Kind, id: a.ID, first: a.First, last: a.Last}
		c.runs = append(c.runs, r)
		for p := max(r.first, 1); p <= min(r.last, len(c.pages)); p++ {
			c.pages[p-1].run, c.pages[p-1].foreign = len(c.runs)-1, r.foreign()
		}
		if r.first != next || r.last < r.first {
			wrong(AccountGap, r.first, "kind", string(r.kind), "first", itoa(r.first), "expected", itoa(next))
		}
		next = max(next, r.last+1)
		if n := r.last - r.first + 1; len(a.Labels) != n {
			wrong(AccountLabels, r.first, "kind", string(r.kind), "found", itoa(len(a.Labels)), "planned", itoa(n))
		}
	}
	if next != l.Pages+1 {
		wrong(AccountGap, next, "kind", "end", "first", itoa(l.Pages+1), "expected", itoa(next))
	}
	if sound {
		c.foreignRuns()
	}
	return sound
}

// foreignRuns joins the originals of the ledger's items to the accounts that hold their pages: each original has one,
// each such account its original.
func (c *checker) foreignRuns() {
	byFirst, told := map[int]int{}, map[int]bool{}
	for i, r := range c.runs {
		if r.foreign() {
			byFirst[r.first] = i
		}
	}
	for _, it := range c.items() {
		for k := range it.Originals {
			o := &it.Originals[k]
			i, ok := byFirst[o.First]
			n := o.Last - o.First + 1
			if !ok || c.runs[i].last != o.Last || o.Pages != n || len(o.ContentSHA256) != n || !o.Sound() ||
				c.runs[i].original != nil {
				c.fault(OriginalPages, o.First, "file", o.File)
				told[o.First] = true
				continue
			}
			c.runs[i].original = o
			for p := o.First; p <= min(o.Last, len(c.pages)); p++ {
				c.pages[p-1].original = o
			}
		}
	}
	for _, r := range c.runs {
		if r.foreign() && r.original == nil && !told[r.first] {
			c.fault(OriginalPages, r.first, "file", r.id)
		}
	}
}

// items are the statements, the summary and the annexes.
func (c *checker) items() []ledger.Item {
	all := slices.Clone(c.ledger.Statements)
	if c.ledger.Summary != nil {
		all = append(all, *c.ledger.Summary)
	}
	return append(all, c.ledger.Annexes...)
}

// planned is the label that the ledger gives a page, from 1.
func (c *checker) planned(page int) string {
	a := c.ledger.Account[c.pages[page-1].run]
	return a.Labels[page-a.First]
}
