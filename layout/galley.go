package layout

import (
	"fmt"
	"strconv"
	"strings"

	"rapporteur/layout/text"
)

// galley is a run being set: everything that its stacks share, numbered in document order.
type galley struct {
	sheet  *Sheet
	setter *text.Setter
	run    *Run
	lang   *Language        // of the run
	say    func(Ref) string // what a reference prints, as far as is known
	memory *memory
	bench  *bench

	segments   []segment // the run from top to bottom; a new one where the number of columns changes
	notes      []note
	noteIndex  map[string]int32 // by the note's id: index plus one
	heads      []tableHead
	tree       Tree
	links      []Link
	bookmarks  []Bookmark
	refs       []RefText
	complaints []Complaint
	dots       map[dots]*text.Line
	headings   int
	level      int   // of the last heading
	paragraphs int32 // set so far: the key into memory
	held       []heldLines
}

// segment is rows set in one or more columns.
type segment struct {
	rows    []row
	columns int
	width   Length // of a column
	gutter  Length
	above   Length // white before it, unless it opens a page
	floats  []float
	paras   []loose
}

// tableHead is what is repeated at the top of a frame in the middle of a table.
type tableHead struct {
	rows   []row
	height Length
}

// memory keeps from one round of settling to the next what need not be done again.
type memory struct {
	set    []remembered  // by number of paragraph
	least  []int32       // lines that a paragraph keeps; nil until lines are held
	frozen []pageColumns // pages that are kept if the rows are as they were; nil until then
	orders []order       // of the rows on them
}

// heldLines is a paragraph, by its number in the run, that keeps more lines than it has: see memory.least.
type heldLines struct{ paragraph, lines int32 }

type remembered struct {
	measure Length
	refs    string // what its references said
	lines   []text.Line
	issues  []text.Complaint
}

func newGalley(sheet *Sheet, setter *text.Setter, b *bench, run *Run, say func(Ref) string, m *memory) *galley {
	g := &galley{sheet: sheet, setter: setter, run: run, say: say, memory: m, noteIndex: map[string]int32{},
		dots: map[dots]*text.Line{}}
	g.tree.Nodes, g.links, g.bench = b.nodes[:0], b.links[:0], b
	g.lang = sheet.Lang
	for _, tag := range [...]string{run.Root.Lang, run.Lang} {
		if tag != "" {
			g.lang = sheet.Languages.Of(tag)
		}
	}
	root := run.Root
	root.Parent = 0
	g.tree.Nodes = append(g.tree.Nodes, root)
	g.bookmarks = append(g.bookmarks, run.Outline...)
	return g
}

// set makes rows of the whole run.
func (g *galley) set() {
	w, _ := g.sheet.Frame()
	s := &stack{galley: g, rows: g.bench.rows[:0], measure: w, lang: g.lang, top: true}
	for _, b := range g.run.Blocks {
		b.rows(s)
	}
	s.close()
}

// link gives the number (index plus one) of a new link, whose element is added below parent.
func (g *galley) link(parent Node, target, words string) (int32, Node) {
	number := int32(len(g.links) + 1)
	node := g.tree.Add(parent, Element{Tag: "Link", Link: number})
	g.links = append(g.links, Link{Target: target, Node: node, Text: strings.TrimSpace(words)})
	return number, node
}

// print gives a reference's words and notes that the run prints them.
func (g *galley) print(r Ref) string {
	t := g.say(r)
	g.refs = append(g.refs, RefText{Ref: r, Text: t})
	return t
}

// bookmark adds a heading's own item to the outline; id is its anchor.
func (g *galley) bookmark(b Bookmark, id string) {
	if b.Target == "" {
		b.Target = id
	}
	g.bookmarks = append(g.bookmarks, b)
}

// place makes an id for a heading that has none.
func (g *galley) place() string {
	g.headings++
	return "h-" + g.run.ID + "-" + strconv.Itoa(g.headings)
}

// complain takes what text could not do.
func (g *galley) complain(issues []text.Complaint) {
	for _, c := range issues {
		args := make(map[string]string, len(c.Args)+1)
		for n, v := range c.Args {
			args[n] = v
		}
		if c.Rune != 0 {
			args["character"], args["number"] = string(c.Rune), fmt.Sprintf("U+%04X", c.Rune)
		}
		g.complaints = append(g.complaints, Complaint{Code: c.Code, Origin: c.Origin, Offset: c.Offset, Args: args})
	}
}
