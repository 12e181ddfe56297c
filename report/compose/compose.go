package compose

import (
	"rapporteur/layout"
	"rapporteur/layout/lang"
	"rapporteur/report/document"
	"rapporteur/report/ledger"
)

// Found is what opening the files of a document showed.
type Found struct {
	Pictures map[string]*layout.Picture                        // by file
	Pages    func(*document.Original) []layout.ForeignPage     // that are taken of an original, in order
	Lost     func(*document.Original) Lost                     // how much is left of one; nil where all of each is
	Signed   func(*document.Original) bool                     // one of its pages bears a digital signature
	Made     func(*document.Original) (format, program string) // of what its PDF was made, by what; nil: of none was
	Attached func(*document.Original) []string                 // names of the files that one came with; nil: none did
	UA1      bool                                              // the report claims PDF/UA-1
	// Of an extract: the labels of the first and the last page that an id has in the report, and the number of the page
	// on which it begins there; nil of the report.
	Elsewhere func(id string) (first, last string)
	Number    func(id string) int
}

// Composition is the report as runs, in order, with the parts that each sets and the places that its origins name. The
// three lists are of one length.
type Composition struct {
	Runs    []*layout.Run
	Parts   [][]*document.Part // the first of a run's gives it its kind
	Origins []*Origins
}

// Report composes the parts of a document that have a run.
//
// The contents and the lists need no other run to be there: what they print is the spine's.
func Report(d *document.Document, found Found) *Composition {
	c := &composer{d: d, words: d.Words, found: found}
	out := &Composition{}
	var headings []layout.Bookmark // that stand over the next part in the outline
	var divider *document.Part     // that the pages of the next part do without
	for i := range d.Parts {
		p := &d.Parts[i]
		if !p.HasRun() {
			headings = append(headings, bookmarks(p)...)
			continue
		}
		if c.undivided(p) {
			headings, divider = append(headings, bookmarks(p)...), p
			continue
		}
		follows := c.follows(p)
		c.part, c.marks = p, map[string]*layout.Bookmark{}
		if !follows {
			c.origins, c.notes, c.over = &Origins{}, 0, nil
		}
		for _, mark := range bookmarks(p) {
			c.marks[mark.Target] = &mark
		}
		run := c.compose()
		run.Outline = append(headings, run.Outline...)
		if divider != nil {
			run.Also, run.Opening = divider.ID, c.opening(divider)
		}
		headings, divider, c.before = nil, nil, p.Kind
		last := len(out.Runs) - 1
		if follows {
			c.join(out.Runs[last], run, len(out.Parts[last]) == 1)
			out.Parts[last] = append(out.Parts[last], p)
			continue
		}
		out.Runs, out.Origins = append(out.Runs, run), append(out.Origins, c.origins)
		out.Parts = append(out.Parts, []*document.Part{p})
	}
	return out
}

// composer makes the run of one part at a time.
type composer struct {
	d     *document.Document
	words *lang.Language
	found Found

	part   *document.Part
	marks  map[string]*layout.Bookmark // of the part, by the place that they lead to
	before ledger.Kind                 // kind of the run before
	// Of the run alone, so that the same words have the same origins whatever other runs contain.
	origins  *Origins
	over     *document.Session // that a statement was said to belong to last
	notes    int               // how many the run has so far: they are numbered from 1 in each run
	lettered int               // tables and figures so far, whose notes bear letters
}

// fills is the table of the parts: what fills the run of each kind. Each is a file of its own; what pages of a kind
// are like, ledger.Kind knows.
var fills = map[ledger.Kind]func(*composer, *layout.Run){
	ledger.Cover:           (*composer).cover,
	ledger.Masthead:        (*composer).masthead,
	ledger.HalfTitle:       (*composer).halfTitle,
	ledger.Imprint:         (*composer).imprint,
	ledger.Contents:        (*composer).contents,
	ledger.List:            (*composer).list,
	ledger.Front:           (*composer).front,
	ledger.Abbreviations:   (*composer).abbreviations,
	ledger.Summary:         (*composer).summary,
	ledger.PartPage:        (*composer).partPage,
	ledger.Chapter:         (*composer).chapter,
	ledger.Session:         (*composer).session,
	ledger.Recommendations: (*composer).recommendations,
	ledger.Statement:       (*composer).statement,
	ledger.Participants:    (*composer).participants,
	ledger.Annex:           (*composer).annex,
	ledger.Divider:         (*composer).divider,
	ledger.Received:        (*composer).received,
	ledger.Index:           (*composer).index,
}

// compose makes the run of the composer's part.
func (c *composer) compose() *layout.Run {
	p := c.part
	r := &layout.Run{ID: p.ID, Kind: string(p.Kind), Item: p.Item, Title: p.Title, Lang: c.d.Lang,
		Numbering: layout.Arabic, Opening: layout.AnyPage, Bare: p.Kind.Bare(),
		Root: layout.Element{Tag: "Part", Title: p.Title}}
	if p.Kind.Roman() && !c.d.Straight() {
		r.Numbering = layout.Roman
	}
	if c.d.Opens(p.Kind) == document.RightPage || r.Numbering == layout.Arabic && c.before.Roman() && !c.d.Straight() {
		r.Opening = layout.RightPage
	}
	if !r.Bare {
		r.Head = layout.Head{Left: c.short(), Right: c.above(p)}
	}
	fills[p.Kind](c, r)
	if c.d.Extract != nil {
		c.extracted(r)
	}
	return r
}

// above is what a running head says of a part: its title, with the number of a chapter.
func (c *composer) above(p *document.Part) string {
	if !p.Kind.Chapter() || p.Number == "" {
		return p.Title
	}
	number := c.words.Numbers.Ended(p.Number)
	return number + c.words.Numbers.Gap(number) + p.Title
}

// extracted makes a run one of an extract, whose pages bear the numbers that they have in the report: they are cited
// alike in both.
func (c *composer) extracted(r *layout.Run) {
	r.From = c.found.Number(c.part.ID)
	if r.Opening = layout.AnyPage; !r.Bare && c.d.Extract.Volume == 0 {
		r.Head = layout.Head{Left: c.short(), Right: c.short()}
	}
}

// short is what a running head calls the report: its symbol, or its title.
func (c *composer) short() string {
	if x := c.d.Extract; x != nil && x.Volume == 0 {
		return c.words.Say("extract", "report", x.Report)
	}
	if c.d.Symbol != "" {
		return c.d.Symbol
	}
	return c.d.Title
}

// bookmark is the item of the outline that leads to a place of the part; nil if there is none.
func (c *composer) bookmark(id string) *layout.Bookmark { return c.marks[id] }

// bookmarks are a part's items of the outline.
func bookmarks(p *document.Part) []layout.Bookmark {
	var list []layout.Bookmark
	for _, it := range p.Outline {
		list = append(list, layout.Bookmark{Level: it.Level, Title: it.Title, Target: it.Target, Closed: it.Closed})
	}
	return list
}
