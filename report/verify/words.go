package verify

import (
	"fmt"
	"hash/fnv"
	"strings"
	"unicode"

	"rapporteur/sources/pdf/content"
)

// otherWords looks which passages of a typeset page have other letters than those of which the ledger has the sums, and
// tells the first by the words that stand there now. It is false where none has: then something else was done to the
// page.
func (c *checker) otherWords(i int) bool {
	want := at(c.ledger.Shown.Texts, i)
	if want == "" || c.pages[i].foreign {
		return false
	}
	texts := c.passages(i)
	const figures = 6
	count, first := 0, ""
	for k := 0; k*figures < len(want) || k < len(texts); k++ {
		sum, text := "", ""
		if k < len(texts) {
			sum, text = textSum(texts[k]), strings.Join(texts[k], " ")
		}
		if planned := want[min(k*figures, len(want)):min((k+1)*figures, len(want))]; sum == planned {
			continue
		}
		if count++; first == "" {
			first = opening(text)
		}
	}
	if count > 0 {
		c.fault(PageWords, i+1, "words", first, "count", itoa(count))
	}
	return count > 0
}

// passages are the words of the marks of page i, by MCID.
func (c *checker) passages(i int) [][]string {
	r := &pageReader{checker: c, inflater: c.file.Inflater()}
	r.interpreter = content.New(c.doc, &c.fonts, r.decode)
	numbers, _ := c.doc.ContentNumbers(c.pages[i].pdf)
	shown := r.interpret(i, numbers, true)
	texts := make([][]string, len(shown.Marks))
	for _, w := range shown.Words {
		if k := int(w.Mark.ID) - 1; k >= 0 && k < len(texts) && !w.Mark.Artifact {
			texts[k] = append(texts[k], w.Text)
		}
	}
	return texts
}

// textSum is the ledger's sum of a passage: the last six figures of FNV-1a over its letters, without spaces and what
// cannot be seen.
func textSum(words []string) string {
	h := fnv.New32a()
	for _, w := range words {
		for _, r := range w {
			if unicode.IsGraphic(r) && !unicode.IsSpace(r) {
				h.Write([]byte(string(r)))
			}
		}
	}
	return fmt.Sprintf("%06x", h.Sum32()&0xffffff)
}

// opening is the beginning of a passage, by which a reader finds it.
func opening(text string) string {
	const most = 60
	runes := []rune(text)
	if len(runes) <= most {
		return text
	}
	return string(runes[:most]) + "…"
}
