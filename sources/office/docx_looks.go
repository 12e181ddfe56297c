package office

import (
	"strconv"
	"strings"
)

// dropCap keeps a letter that is set large at the beginning of the next paragraph (ECMA-376-1, 17.3.1.11): it is the
// first of that paragraph's words, and no paragraph of its own.
func (d *docx) dropCap() {
	d.initial, d.marks = d.open.para.Runs, d.open.para.Bookmarks
	d.open, d.joins = nil, false
	if !d.inNote && len(d.initial) > 0 {
		d.paragraphs--
	}
}

// wordsOfRuns gives the words of runs.
func wordsOfRuns(runs []Run) string {
	var b strings.Builder
	for i := range runs {
		b.WriteString(runs[i].Text)
	}
	return b.String()
}

// setApart tells how a paragraph is set apart that a report does not keep.
func (d *docx) setApart(head *node) {
	if s := head.kid("w:sectPr"); s != nil {
		if kind := s.val("w:type"); kind != "continuous" && !d.hidden {
			d.often("word-page-break", d.at, "", "")
		}
		d.section(s)
	}
	if d.hidden || d.open == nil || len(d.open.para.Runs) == 0 {
		return
	}
	if d.open.para.Part == Body { // what other parts look like is the report's to say
		head = head.over(d.open.style.para)
	}
	if head == nil {
		return
	}
	if p := d.open.para; p.Part == Body && d.tables == 0 && !d.inNote && strings.TrimSpace(wordsOfRuns(p.Runs)) != "" {
		if p.Align != "" {
			d.often("word-look", d.at, "alignment", "")
		}
		switch { // what is indented as an item before it goes on with that item
		case p.Item != nil:
			d.listed = true
		case p.Indent == 0:
			d.listed = false
		case !d.listed:
			d.often("word-look", d.at, "indent", "")
		}
	}
	if head.on("w:pageBreakBefore") {
		d.often("word-page-break", d.at, "", "")
	}
	if shaded(head.kid("w:shd")) {
		d.often("word-look", d.at, "shading", "")
	}
	if borders := head.kid("w:pBdr"); borders != nil {
		for _, k := range borders.kids {
			if bordered(k) {
				d.often("word-look", d.at, "border", "")
				break
			}
		}
	}
}

// tinted reports whether a colour, in hexadecimal figures, is one that a reader tells from black.
func tinted(colour string) bool {
	c, err := strconv.ParseUint(strings.TrimPrefix(colour, "#"), 16, 24)
	return err == nil && max(c>>16, c>>8&0xff, c&0xff) > darkest
}

// darkest is how light a part of a colour is at most that prints as black does.
const darkest = 0x40

// shaded reports whether a w:shd shows.
func shaded(n *node) bool {
	fill := strings.ToLower(n.get("w:fill"))
	return fill != "" && fill != "auto" && fill != "ffffff"
}

// bordered reports whether a border shows.
func bordered(n *node) bool {
	kind := n.get("w:val")
	return kind != "" && kind != "none" && kind != "nil"
}

// runLooks tells what of a run's own look a report does not keep.
func (d *docx) runLooks(head *node, words string) {
	if head == nil || d.open == nil || !d.printing() || strings.TrimSpace(words) == "" {
		return
	}
	if shaded(head.kid("w:shd")) {
		d.often("word-look", d.at, "shading", "")
	}
	if bordered(head.kid("w:bdr")) {
		d.often("word-look", d.at, "border", "")
	}
}
