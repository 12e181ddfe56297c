package verify

import (
	"regexp"
	"slices"
	"strings"

	"rapporteur/report/ledger"
)

// inOrder looks whether the ledger lists statements, annexes and recommendations as the pages have them: in their
// order, and all of the numbers that are printed.
func (c *checker) inOrder(spots map[string]spot) {
	c.following(c.ledger.Statements, spots)
	c.following(c.ledger.Annexes, spots)
	c.sessions()
	c.counted(spots)
}

// following tells the first item whose text stands before that of one listed before it.
func (c *checker) following(items []ledger.Item, spots map[string]spot) {
	var last spot
	for _, it := range items {
		at, ok := spots[it.ID]
		if !ok || it.Text == nil {
			continue
		}
		if at.page < last.page || at.page == last.page && at.mark < last.mark {
			c.fault(ItemOrder, at.page+1, "id", it.ID)
			return
		}
		last = at
	}
}

// sessions looks whether each statement stands in the session that the ledger names: where chapters lead to the
// statement, as a session's list of speakers does, that of the session is among them. A chapter that follows on has its
// list on the page of its heading or on those behind it.
func (c *checker) sessions() {
	leading, chapters := map[string]map[int]bool{}, map[string]bool{} // the runs with links to an id
	for _, a := range c.ledger.Account {
		if a.First < 1 || a.First > len(c.pages) {
			continue
		}
		for _, id := range a.Links {
			if leading[id] == nil {
				leading[id] = map[int]bool{}
			}
			leading[id][c.pages[a.First-1].run] = true
			chapters[id] = chapters[id] || a.Kind == ledger.Chapter
		}
	}
	for _, it := range c.ledger.Statements {
		at, ok := c.ledger.Anchors[it.Session]
		// Of a part of the report nobody knows the session; what has no text has its place in the list itself.
		if !ok && !wholeName.MatchString(c.ledger.File) || !chapters[it.ID] || it.Text == nil {
			continue
		}
		ok = ok && at.Page >= 1 && at.Page <= len(c.pages)
		if ok {
			r := c.pages[at.Page-1].run
			behind := r+1 < len(c.runs) && c.runs[r+1].first == at.Page+1
			ok = leading[it.ID][r] || behind && leading[it.ID][r+1]
		}
		if !ok {
			c.notPrinted("session", it.ID, 0, "", it.Session)
		}
	}
}

// wholeName is what the whole report is called, and no part of it.
var wholeName = regexp.MustCompile(`^report(?:\.[^.]+)?\.pdf$`)

// counted looks whether the recommendations are listed by their numbers, from 1 without a gap, and whether one more is
// printed than are listed: a place in the recommendations that begins as they do, with the number that comes next. A
// report with a chapter of recommendations has some.
func (c *checker) counted(spots map[string]spot) {
	var numbers []int
	begin, listed := map[string]bool{}, map[string]bool{}
	for _, r := range c.ledger.Recommendations {
		numbers, listed[r.ID] = append(numbers, r.Number), true
		begin[unnumbered(c.headAt(spots[r.ID]))] = true
	}
	for i, n := range numbers {
		if n != i+1 {
			c.notPrinted("number", "recommendations", 0, itoa(i+1), itoa(n))
			return
		}
	}
	for id, at := range spots {
		if !c.recommends(at.page) || strings.Contains(id, ":") {
			continue
		}
		head := c.headAt(at)
		next := slices.Contains(numbersIn(head), len(numbers)+1) && begin[unnumbered(head)]
		if !listed[id] && next || len(numbers) == 0 {
			c.notPrinted("number", id, at.page+1, head, "")
			return
		}
	}
}

// recommends reports whether a page, from 0, belongs to the chapter of recommendations.
func (c *checker) recommends(page int) bool {
	return c.runs[c.pages[page].run].kind == ledger.Recommendations
}

// headAt is how the passage at a place begins.
func (c *checker) headAt(at spot) string {
	if texts := c.pages[at.page].passages; at.mark < len(texts) {
		return texts[at.mark].head
	}
	return ""
}

// unnumbered are letters without their figures.
func unnumbered(s string) string {
	return strings.Map(func(r rune) rune {
		if digit(r) >= 0 {
			return -1
		}
		return r
	}, s)
}
