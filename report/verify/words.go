package verify

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"maps"
	"slices"
	"strconv"
	"strings"

	"rapporteur/sources/pdf/content"
)

// passage is the text of a mark of a typeset page: half of the SHA-256 of its letters, which are without spaces and
// what cannot be seen, and how they begin and end.
type passage struct {
	sum       [sha256.Size / 2]byte
	head, end string
}

// edge is how much of the letters of a passage is kept at either end: a number with its point.
const edge = 16

func passagesOf(letters *content.Letters) []passage {
	out := make([]passage, letters.Len())
	for k := range out {
		text := letters.Of(k)
		sum := sha256.Sum256(text)
		out[k] = passage{[sha256.Size / 2]byte(sum[:]), string(text[:min(edge, len(text))]),
			string(text[max(len(text)-edge, 0):])}
	}
	return out
}

// textFigures are how many figures of the sum of a passage the ledger has page by page.
const textFigures = 4

// otherWords looks which passages of a typeset page have other letters than those of which the ledger has the sums, and
// tells the first by the words that stand there now. It is false where none has: then something else was done to the
// page.
func (c *checker) otherWords(i int) bool {
	want := at(c.ledger.Shown.Texts, i)
	texts := c.pages[i].passages
	count, first := 0, -1
	for k := 0; k*textFigures < len(want) || k < len(texts); k++ {
		sum := ""
		if k < len(texts) {
			sum = hex.EncodeToString(texts[k].sum[:textFigures/2])
		}
		if want[min(k*textFigures, len(want)):min((k+1)*textFigures, len(want))] == sum {
			continue
		}
		if count++; first < 0 {
			first = k
		}
	}
	if count > 0 {
		c.fault(PageWords, i+1, "words", c.opening(i, first), "count", itoa(count))
	}
	return count > 0
}

// opening is how passage k of page i begins, by which a reader finds it.
func (c *checker) opening(i, k int) string {
	const most = 60
	r := &pageReader{checker: c, inflater: c.file.Inflater()}
	r.interpreter = content.New(c.doc, &c.fonts, r.decode)
	page := c.doc.Page(i)
	numbers, _ := c.doc.ContentNumbers(page)
	r.dict = page.Dict
	var words []string
	for _, w := range r.interpret(i, numbers, true).Words {
		if int(w.Mark.ID)-1 == k && !w.Mark.Artifact {
			words = append(words, w.Text)
		}
	}
	runes := []rune(strings.Join(words, " "))
	if len(runes) <= most {
		return string(runes)
	}
	return string(runes[:most]) + "…"
}

// spot is where an item's text begins: a page, from 0, and a mark of it; behind the last mark where none follows.
type spot struct{ page, mark int }

// texts compares the text of each item, paragraph and heading that has an id with the ledger's sum, from its place to
// the next one's: each run begins with one. It gives the places.
func (c *checker) texts() map[string]spot {
	c.reworded = make([]bool, len(c.pages))
	for i := range c.pages {
		c.reworded[i] = c.otherWords(i)
	}
	spots, promised := c.spots()
	order := slices.Sorted(maps.Keys(spots))
	slices.SortStableFunc(order, func(a, b string) int {
		return cmp.Or(cmp.Compare(spots[a].page, spots[b].page), cmp.Compare(spots[a].mark, spots[b].mark))
	})
	for k, id := range order {
		from, to := spots[id], spot{len(c.pages), 0}
		for _, next := range order[k+1:] {
			if to = spots[next]; to != from {
				break
			}
			to = spot{len(c.pages), 0}
		}
		if c.sumBetween(from, to) != promised[id] {
			c.fault(ItemWords, from.page+1, "id", id)
		}
	}
	return spots
}

// spots are the places of the ids whose texts the ledger has the sums of, and those sums. It tells ids of items and in
// texts that have none, those without a colon, and sums of what has no place.
func (c *checker) spots() (map[string]spot, map[string]string) {
	spots, promised := map[string]spot{}, map[string]string{}
	for id, line := range c.ledger.Shown.Items {
		page := c.ledger.Anchors[id].Page - 1
		mark, sum, _ := strings.Cut(line, " ")
		k, err := strconv.Atoi(mark)
		if err != nil || page < 0 || page >= len(c.pages) || c.pages[page].foreign || k < 0 ||
			k > len(c.pages[page].passages) {
			c.fault(ItemWords, max(page+1, 0), "id", id)
			continue
		}
		spots[id], promised[id] = spot{page, k}, sum
	}
	for id, a := range c.ledger.Anchors {
		typeset := a.Page > 0 && a.Page <= len(c.pages) && !c.pages[a.Page-1].foreign
		if _, has := c.ledger.Shown.Items[id]; !has && typeset && !strings.Contains(id, ":") {
			c.fault(ItemWords, a.Page, "id", id)
		}
	}
	return spots, promised
}

// sumBetween is the sum of the texts from one place to another, over the sums of their passages.
func (c *checker) sumBetween(from, to spot) string {
	h := sha256.New()
	for i := from.page; i <= min(to.page, len(c.pages)-1); i++ {
		list := c.pages[i].passages
		if i == to.page {
			list = list[:min(to.mark, len(list))]
		}
		if i == from.page {
			list = list[min(from.mark, len(list)):]
		}
		for _, p := range list {
			h.Write(p.sum[:])
		}
	}
	sum := h.Sum(nil)
	return hex.EncodeToString(sum[:sha256.Size/2])
}
