package verify

import (
	"maps"
	"slices"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/report/ledger"
	"rapporteur/sources/pdf"
	"rapporteur/sources/pdf/content"
)

// annotation is an annotation of a page.
type annotation struct {
	number int // of the object; 0 when it is direct
	key    int // into the parent tree; -1 none
	link   bool
	to     int    // page that a link leads to, from 0; nowhere, or outside
	name   string // of the destination, where the link names one
	rect   pdf.Rect
}

// widget is a place of a field on a page, or the picture that was made of one.
type widget struct {
	number int // of the object; 0 when it is direct
	dict   types.Dict
	flat   bool
}

// Where a link leads that leads to no page.
const (
	outside = -1 // to a web address or another file
	nowhere = -2
	untied  = -3 // it has neither a destination nor an action
)

// annotations reads the annotations of page i.
func (c *checker) annotations(i int) []annotation {
	list := c.doc.Array(c.pages[i].pdf.Dict["Annots"])
	if len(list) == 0 {
		return nil
	}
	out := make([]annotation, 0, len(list))
	for _, o := range list {
		d := c.doc.Dict(o)
		if d == nil {
			continue
		}
		c.quiet(i, d)
		a := annotation{number: pdf.RefNumber(o), key: -1, to: outside}
		if k, ok := c.doc.Int(d["StructParent"]); ok && k >= 0 {
			a.key = k
		}
		if kind, flat := c.doc.Name(d["Subtype"]), d[flatField] != nil; kind == "Widget" || flat {
			c.pages[i].widgets = append(c.pages[i].widgets, widget{number: a.number, dict: d, flat: flat})
		}
		if c.doc.Name(d["Subtype"]) == "Link" {
			a.link = true
			a.rect, _ = c.doc.Rect(d["Rect"])
			a.to = c.landing(d)
			a.name = c.named(d)
		}
		if d["FS"] != nil || d["AF"] != nil {
			c.pages[i].filed = append(c.pages[i].filed, annotatedFiles{d["FS"], c.doc.Array(d["AF"])})
		}
		out = append(out, a)
	}
	return out
}

// named is the name of the destination of a link, "" where it has an explicit one.
func (c *checker) named(d types.Dict) string {
	to := d["Dest"]
	if to == nil {
		to = c.doc.Dict(d["A"])["D"]
	}
	name, _ := c.doc.String(to)
	return string(name)
}

// known reports whether the ledger has an anchor of the name.
func (c *checker) known(name string) bool {
	_, ok := c.ledger.Anchors[name]
	return ok
}

// landing is the page that a link or an outline item leads to, from 0; outside, nowhere and untied are none.
func (c *checker) landing(d types.Dict) int {
	to := d["Dest"]
	if to == nil {
		action := c.doc.Dict(d["A"])
		switch c.doc.Name(action["S"]) {
		case "GoTo":
			to = action["D"]
		case "":
			return untied
		default:
			return outside
		}
	}
	if page, _, ok := c.doc.Destination(to); ok {
		return page
	}
	return nowhere
}

// anchors compares the named destinations with the ledger's anchors, both ways. Names that the ledger does not have
// are originals' own and lead into them.
func (c *checker) anchors() {
	named := c.doc.Destinations()
	for _, id := range slices.Sorted(maps.Keys(c.ledger.Anchors)) {
		a := c.ledger.Anchors[id]
		to, ok := named[id]
		if !ok {
			c.fault(AnchorMissing, a.Page, "id", id)
			continue
		}
		page, _, ok := c.doc.Destination(to)
		if !ok {
			c.fault(AnchorMissing, a.Page, "id", id)
			continue
		}
		if page+1 != a.Page {
			c.fault(AnchorPage, a.Page, "id", id, "found", itoa(page+1), "planned", itoa(a.Page))
		}
		if a.Label != c.labels[page] && page+1 == a.Page {
			c.fault(PageLabel, a.Page, "found", c.labels[page], "planned", a.Label)
		}
	}
	for _, id := range slices.Sorted(maps.Keys(named)) {
		if _, ours := c.ledger.Anchors[id]; ours {
			continue
		}
		if page, _, ok := c.doc.Destination(named[id]); !ok || !c.pages[page].foreign {
			c.fault(AnchorUnknown, 0, "id", id)
		}
	}
}

// links looks where the links lead: ours to a page of the report, those of an original to one of its own.
func (c *checker) links() {
	g := &gathered{checker: c, runs: map[gatheredKey]*gatheredCount{}}
	for i := range c.pages {
		p := &c.pages[i]
		for _, a := range p.notes {
			switch {
			case !a.link || a.to == outside:
			case a.to == untied && p.foreign: // an action that acts was taken from it, and told
			case a.to < 0:
				g.add(LinkDead, i, -1, false)
			case p.foreign && !c.together(i, a.to):
				c.fault(LinkAstray, i+1, "found", itoa(a.to+1))
			case !p.foreign && !c.known(a.name):
				// ours name the anchor that they lead to; where the name leads, anchors has looked
				c.fault(LinkUnplanned, i+1, "found", itoa(a.to+1))
			}
		}
	}
	g.report()
	for _, a := range c.ledger.Account {
		c.targets(a)
	}
}

// targets compares the links of typeset pages with the ledger's, in order: the first that leads to another id is
// told, or that there are more or fewer.
func (c *checker) targets(a ledger.Account) {
	n := 0
	for i := max(a.First, 1) - 1; i < min(a.Last, len(c.pages)); i++ {
		for _, link := range c.pages[i].notes {
			if !link.link || link.to == outside || c.pages[i].foreign {
				continue
			}
			if want := at(a.Links, n); link.name != want && c.known(link.name) { // other names links has told
				c.fault(LinkOther, i+1, "found", link.name, "planned", want)
				return
			}
			n++
		}
	}
	if n < len(a.Links) {
		c.fault(LinkOther, a.First, "found", "", "planned", a.Links[n])
	}
}

// at is an element of a list, "" behind its end.
func at(list []string, i int) string {
	if i < len(list) {
		return list[i]
	}
	return ""
}

// contents compares each line of the contents with the ledger's: its link lands on the page, and the page's label is
// what is printed at the line's end.
func (c *checker) contents() {
	lines := c.contentsLines()
	plan := c.ledger.Contents
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
	}
}

// contentsLine is a line of the contents as it stands on the page.
type contentsLine struct {
	page, to int // from 0
	label    string
}

// contentsLines reads the links of the pages of the contents in order. A line that runs over several rows has several
// annotations, which are one element's, or, without tags, lead to the same page and have no label but at the end;
// what is printed last, at the end side, is its label.
func (c *checker) contentsLines() []contentsLine {
	var out []contentsLine
	rtl := c.doc.Name(c.doc.Dict(c.doc.Catalog()["ViewerPreferences"])["Direction"]) == "R2L"
	last := 0
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
			n := len(out)
			if element != 0 && element == last || element == 0 && n > 0 && a.to >= 0 && out[n-1].to == a.to &&
				out[n-1].label != c.labels[a.to] {
				l := &out[len(out)-1]
				if l.to != a.to {
					l.to = nowhere
				}
				if label != "" {
					l.label = label
				}
				continue
			}
			last = element
			out = append(out, contentsLine{i, a.to, label})
		}
	}
	return out
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
