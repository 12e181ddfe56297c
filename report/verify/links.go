package verify

import (
	"maps"
	"slices"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/report/ledger"
	"rapporteur/sources/pdf"
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
func (c *checker) annotations(i int, list types.Array) []annotation {
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
