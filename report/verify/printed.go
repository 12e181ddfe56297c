package verify

import (
	"slices"
	"strings"
	"unicode"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/report/ledger"
)

// printed compares what the ledger says of numbers and labels with what stands on the pages, and with what it
// says of the same elsewhere.
func (c *checker) printed(spots map[string]spot) {
	for id, s := range spots {
		c.paragraph(id, s)
	}
	for id, a := range c.ledger.Anchors {
		if a.Paragraph != 0 && strings.Contains(id, ":") { // notes and the like, which are no paragraphs
			c.notPrinted("paragraph", id, a.Page, "", itoa(a.Paragraph))
		}
	}
	for _, r := range c.ledger.Recommendations {
		s, ok := spots[r.ID]
		if !ok || s.mark >= len(c.pages[s.page].passages) {
			continue // which is told
		}
		p := &c.pages[s.page].passages[s.mark]
		if !slices.Contains(numbersIn(p.head), r.Number) && !slices.Contains(numbersIn(p.end), r.Number) {
			c.notPrinted("number", r.ID, s.page+1, p.head, itoa(r.Number))
		}
	}
	for _, it := range c.items() {
		for k := range it.Originals {
			c.originalLabels(&it.Originals[k])
		}
	}
}

// notPrinted tells a value of the ledger that is not what the page has.
func (c *checker) notPrinted(key, id string, page int, found, planned string) {
	c.add(Finding{Code: NotPrinted, Page: page, Item: id,
		Args: map[string]string{"key": key, "id": id, "found": found, "planned": planned}})
}

// paragraph compares the number of the paragraph that has an id with the one that it begins with. A passage that is
// nothing but a number is that of a paragraph, unless it is an item's of a list.
func (c *checker) paragraph(id string, s spot) {
	planned := c.ledger.Anchors[id].Paragraph
	if s.mark >= len(c.pages[s.page].passages) {
		return
	}
	p := &c.pages[s.page].passages[s.mark]
	found := 0
	if n := numbersIn(p.head); len(n) > 0 && (planned > 0 || isNumber(p.head) && c.roleOf(s) == "P") {
		found = n[0]
	}
	if found != planned {
		c.notPrinted("paragraph", id, s.page+1, p.head, itoa(planned))
	}
}

// roleOf is the role of the element that a mark is the content of.
func (c *checker) roleOf(s spot) string {
	list := c.parents.marks(c.pages[s.page].key)
	if s.mark >= len(list) {
		return ""
	}
	element, _ := c.doc.Object(list[s.mark]).(types.Dict)
	return c.doc.Name(element["S"])
}

// isNumber reports whether letters are a number with its point or bracket, and nothing else.
func isNumber(s string) bool {
	rest := strings.TrimFunc(s, func(r rune) bool { return digit(r) >= 0 })
	return rest != s && (rest == "" || rest == "." || rest == ")")
}

// numbersIn are the numbers in letters.
func numbersIn(s string) (list []int) {
	for _, f := range strings.FieldsFunc(s, func(r rune) bool { return digit(r) < 0 }) {
		n := 0
		for _, r := range f {
			n = min(n*10+digit(r), 1<<30)
		}
		list = append(list, n)
	}
	return list
}

// digit is the value of a digit, Latin or Arabic; -1 of what is none.
func digit(r rune) int {
	for _, zero := range []rune{'0', '٠', '۰'} {
		if r >= zero && r < zero+10 {
			return int(r - zero)
		}
	}
	return -1
}

// originalLabels compares the labels of an original's pages with those of the account, where it has them.
func (c *checker) originalLabels(o *ledger.Original) {
	if o.First < 1 || o.First > len(c.pages) || c.pages[o.First-1].original != o {
		return // which is told
	}
	account := c.ledger.Account[c.pages[o.First-1].run]
	if !slices.Equal(o.Labels, account.Labels) {
		c.notPrinted("labels", o.File, o.First, strings.Join(account.Labels, " "), strings.Join(o.Labels, " "))
	}
}

// lettersOf is a text without spaces and what cannot be seen.
func lettersOf(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || !unicode.IsGraphic(r) {
			return -1
		}
		return r
	}, text)
}
