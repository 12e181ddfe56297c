package verify

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"rapporteur/sources/pdf"
	"rapporteur/sources/pdf/content"
)

// contents compares each line of the contents with the ledger's: its link lands on the page, and the page's label is
// what is printed at the line's end.
func (c *checker) contents() {
	plan := c.ledger.Contents
	c.outlinedAt, c.listed = map[int][]string{}, map[string]string{}
	for _, l := range plan {
		c.listed[l.Target] = l.Text
	}
	for _, o := range c.ledger.Outline {
		c.outlinedAt[o.Page] = append(c.outlinedAt[o.Page], o.Title)
	}
	lines := c.contentsLines()
	if len(lines) != len(plan) {
		c.fault(ContentsLines, c.firstListing(), "found", itoa(len(lines)), "planned", itoa(len(plan)))
	}
	for k := range min(len(lines), len(plan)) {
		line, want := lines[k], plan[k]
		if line.to+1 != want.Page {
			c.fault(ContentsPage, line.page+1, "text", want.Text, "found", itoa(max(line.to+1, 0)), "planned",
				itoa(want.Page))
			continue
		}
		if label := c.labels[line.to]; line.label != label || label != want.Label {
			c.fault(ContentsLabel, line.page+1, "text", want.Text, "found", line.label, "planned", label)
		}
		// the original of what the line before names has a page number there, and no words
		beside := k > 0 && plan[k-1].Text == want.Text && line.printed == lettersOf(line.label)
		if line.name != want.Target || !beside && !c.reads(line, want.Text) {
			c.fault(ContentsText, line.page+1, "text", want.Text, "found", line.printed)
		}
	}
}

// contentsLine is a line of the contents as it stands on the page.
type contentsLine struct {
	page, to int // from 0
	label    string
	name     string // of the place that its link leads to
	printed  string // its letters, with number and label
}

// contentsLines reads the links of the pages of the contents in order. A line that runs over several rows has several
// annotations, which are one element's, or, without tags, lead to the same page and have no label but at the end;
// what is printed last, at the end side, is its label.
func (c *checker) contentsLines() []contentsLine {
	var out []contentsLine
	rtl := c.rtl()
	lines := map[int]int{} // of elements; the pages of originals stand between the rows of a line
	for i := range c.pages {
		if c.pages[i].lines == nil {
			continue
		}
		for _, a := range c.pages[i].notes {
			if !a.link || a.to == outside {
				continue
			}
			label := labelWithin(c.pages[i].lines, a.rect, rtl)
			element := 0
			if a.key >= 0 {
				element = c.parents.object(a.key)
			}
			if element != 0 && !c.lists(a.key) { // a chapter follows on, and the link is in it
				continue
			}
			n := len(out) - 1
			at, known := lines[element]
			if element == 0 {
				at, known = n, n >= 0 && a.to >= 0 && out[n].to == a.to && out[n].label != c.labels[a.to]
			}
			if known {
				l := &out[at]
				if l.to != a.to {
					l.to = nowhere
				}
				if label != "" {
					l.label = label
				}
				l.printed += lettersWithin(c.pages[i].lines, a.rect)
				continue
			}
			lines[element] = len(out)
			out = append(out, contentsLine{i, a.to, label, a.name, lettersWithin(c.pages[i].lines, a.rect)})
		}
	}
	return out
}

// reads reports whether a line of the contents says a text. What stands before it is its number, as the outline has it
// there; behind it stand the label and the numbers of paragraphs. Where lines run from right to left glyphs stand in
// the order of the eye, and only which letters there are is compared.
func (c *checker) reads(line contentsLine, text string) bool {
	want := lettersOf(text)
	if c.rtl() {
		return among([]rune(line.printed), want)
	}
	for at := range line.printed {
		rest, ok := strings.CutPrefix(line.printed[at:], want)
		if ok && c.numbersLine(line, line.printed[:at], text) &&
			!strings.ContainsFunc(strings.Replace(rest, line.label, "", 1), unicode.IsLetter) {
			return true
		}
	}
	return false
}

// numbersLine reports whether what stands before the words of a line can be their number: figures, or the number that
// the outline has there, which is no part of a word.
func (c *checker) numbersLine(line contentsLine, before, words string) bool {
	return !strings.ContainsFunc(before, unicode.IsLetter) ||
		slices.ContainsFunc(c.outlinedAt[line.to+1], func(title string) bool {
			number, is := strings.CutSuffix(title, words)
			last, _ := utf8.DecodeLastRuneInString(number)
			return is && !unicode.IsLetter(last) && lettersOf(number) == before
		})
}

// among reports whether there are all of the letters wanted, as often.
func among(all []rune, want string) bool {
	for _, r := range want {
		i := slices.Index(all, r)
		if i < 0 {
			return false
		}
		all = slices.Delete(all, i, i+1)
	}
	return true
}

// rtl reports whether the report runs from right to left.
func (c *checker) rtl() bool {
	return c.doc.Name(c.doc.Dict(c.doc.Catalog()["ViewerPreferences"])["Direction"]) == "R2L"
}

// lettersWithin are the letters in a rectangle, but for artifacts: leaders. What only touches it stands beside it.
func lettersWithin(words []content.Word, r pdf.Rect) string {
	var b strings.Builder
	for _, w := range words {
		middle := (w.X0 + w.X1) / 2
		if !w.Mark.Artifact && w.Y >= r.Y0 && w.Y <= r.Y1 && middle >= r.X0 && middle <= r.X1 {
			b.WriteString(lettersOf(w.Text))
		}
	}
	return b.String()
}

// lists reports whether a link stands in a line of the contents, by its element: TOCI, Reference, Link.
func (c *checker) lists(key int) bool {
	element := c.doc.Dict(c.parents.entries[key])
	for range 3 {
		if element == nil {
			return false
		}
		if c.doc.Name(element["S"]) == "TOCI" {
			return true
		}
		element = c.doc.Dict(element["P"])
	}
	return false
}

// labelWithin is the word at the end side of a rectangle, but for artifacts: leaders. A word that is wider than its
// line and sticks out there is no label.
func labelWithin(words []content.Word, r pdf.Rect, rtl bool) string {
	const little = 1
	best := -1
	for k, w := range words {
		if w.Mark.Artifact || w.Y < r.Y0 || w.Y > r.Y1 || w.X1 < r.X0 || w.X0 > r.X1 ||
			!rtl && w.X1 > r.X1+little || rtl && w.X0 < r.X0-little {
			continue
		}
		if best < 0 || !rtl && w.X1 > words[best].X1 || rtl && w.X0 < words[best].X0 {
			best = k
		}
	}
	if best < 0 {
		return ""
	}
	return words[best].Text
}

// firstListing is the first page of the contents; 0 when there is none.
func (c *checker) firstListing() int {
	for _, r := range c.runs {
		if r.kind.Listing() {
			return r.first
		}
	}
	return 0
}
