package report

import (
	"strings"

	"rapporteur/layout"
	"rapporteur/layout/lang"
)

// composer makes runs of blocks out of a document. Numbers are given first (number.go), so that a reference anywhere can print them.
type composer struct {
	d        *Document
	words    *lang.Language
	origins  *origins
	pictures map[string]*layout.Picture // by file
	sizes    func(*Original) []layout.ForeignPage
	numbers  *numbers
	runs     []*layout.Run
	parted   bool // the report is long enough for pages that open its parts
}

// compose gives the runs of the report in order. It cannot fail: what could be wrong was found by resolve.
func compose(d *Document, pictures map[string]*layout.Picture, sizes func(*Original) []layout.ForeignPage) ([]*layout.Run, *origins) {
	c := &composer{d: d, words: d.Words, origins: &origins{}, pictures: pictures, sizes: sizes, numbers: number(d)}
	c.parted = len(c.received()) >= 3
	c.cover()
	c.imprint()
	contents := c.contents()
	c.frontPieces()
	c.abbreviations()
	c.summary()
	c.partPage("part-1", c.words.Say("part-1"), c.words.Say("report"))
	c.introduction()
	c.sessions()
	c.conclusions()
	c.recommendations()
	c.statements()
	c.participants()
	c.annexes()
	c.originals()
	c.index()
	c.fillContents(contents)
	return c.runs, c.origins
}

// add appends a run.
func (c *composer) add(r *layout.Run) *layout.Run {
	if r.Lang == "" {
		r.Lang = c.d.Lang
	}
	if r.Root.Tag == "" {
		r.Root.Tag = "Part"
	}
	if r.Root.Title == "" {
		r.Root.Title = r.Title
	}
	if r.Head == (layout.Head{}) && !r.Bare {
		r.Head = layout.Head{Left: c.short(), Right: r.Title}
	}
	c.runs = append(c.runs, r)
	return r
}

// short is what a running head calls the report: its symbol, or its title.
func (c *composer) short() string {
	if c.d.Symbol != "" {
		return c.d.Symbol
	}
	return c.d.Title
}

// words is a stretch of the report's own words.
func say(text string) []layout.Inline { return []layout.Inline{{Text: text}} }

func strong(text string) layout.Inline { return layout.Inline{Text: text, Emph: layout.Bold} }

// para is a paragraph of the report's own words.
func para(role layout.Role, inlines ...layout.Inline) *layout.Paragraph {
	return &layout.Paragraph{Role: role, Inlines: inlines}
}

// fact is a line "Label: value".
func (c *composer) fact(role layout.Role, label string, value ...layout.Inline) *layout.Paragraph {
	return para(role, append([]layout.Inline{strong(label + c.words.Colon)}, value...)...)
}

// pageRef prints the page of a place, as a link to it.
func (c *composer) pageRef(id string, kind layout.RefKind) []layout.Inline {
	before, after, _ := strings.Cut(c.words.Say("page-ref"), "{n}")
	out := []layout.Inline{{Text: before, Link: "#" + id}, {Ref: &layout.Ref{ID: id, Kind: kind}, Link: "#" + id}}
	if after != "" {
		out = append(out, layout.Inline{Text: after, Link: "#" + id})
	}
	return out
}

// level is the outline level of what stands in a part.
func (c *composer) level() int {
	if c.parted {
		return 1
	}
	return 0
}

// partPage is a page that opens a part.
func (c *composer) partPage(id, number, title string) {
	if !c.parted {
		return
	}
	run := &layout.Run{ID: id, Kind: "part", Title: number + c.words.Marks.Title + title, Numbering: layout.Arabic, Opening: layout.RightPage, Bare: true}
	run.Blocks = []layout.Block{
		&layout.Space{Fill: 2},
		para(layout.Kicker, layout.Inline{Text: number}),
		&layout.Heading{Level: 1, Role: layout.HeadPart, Inlines: say(title), Bookmark: &layout.Bookmark{Level: 0, Title: number + c.words.Marks.Title + title, Target: id}},
		&layout.Rule{Width: 30 * layout.MM, Thickness: 1500, Align: 1, Color: blue},
		&layout.Space{Fill: 5},
	}
	c.add(run)
}
