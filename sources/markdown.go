package sources

import (
	"bytes"
	"slices"
	"strconv"

	"github.com/yuin/goldmark/ast"
	tables "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"

	"rapporteur/sources/diag"
)

// markdown turns one text into blocks, from goldmark's tree, and reports what a report cannot print.
type markdown struct {
	src    *source
	bag    *diag.Bag
	folder *Folder
	item   string

	editions Languages

	notes   map[string]*noteNode
	order   []string       // labels by first mark
	numbers map[string]int // label -> index into order
	level   int            // of the heading before
	depth   int            // containers around
	inside  int            // containers around that may hold no heading
	inNote  bool
	tooDeep bool
	missing []*marker      // of notes that have no text
	leads   []lead         // links to places of the same text
	tags    map[string]int // of HTML that were told and have yet to end
	literal bool           // signs mean themselves: none is told as a slip
}

func (md *markdown) add(code string, offset int, args diag.Args) {
	md.bag.AddItem(code, md.src.pos(offset), md.item, args)
}

// read fills v; start is where the text begins, and what a panic of the parser is told at.
func (md *markdown) read(v *Version, start diag.Pos) {
	guarded(md.bag, start, md.item, func() { md.convert(v, start) })
}

func (md *markdown) convert(v *Version, start diag.Pos) {
	if len(bytes.TrimSpace(md.src.text)) == 0 {
		md.bag.AddItem("empty-text", start, md.item, nil)
		return
	}
	if offset := max(tooManyMarkers(md.src.text), tooManyPairs(md.src.text)); offset >= 0 {
		md.add("nested-too-deep", offset, nil)
		return
	}
	if offset, count := unbroken(string(md.src.text)); offset >= 0 {
		md.add("data-in-text", offset, unbrokenArgs(string(md.src.text), offset, count))
		return
	}
	if md.headed() {
		return
	}
	document := markdownParser().Parse(text.NewReader(md.src.text))
	md.notes, md.numbers = map[string]*noteNode{}, map[string]int{}
	var notes []*noteNode
	collectNotes(document, &notes)
	for _, n := range notes {
		if md.notes[n.label] != nil {
			md.add("note-twice", n.Pos(), diag.Args{"label": n.label})
			continue
		}
		md.notes[n.label] = n
	}
	v.Blocks = md.blocks(document)
	v.Notes = md.usedNotes()
	md.tellMissing()
	md.tellLost(v)
	for _, n := range notes {
		if _, used := md.numbers[n.label]; !used && md.notes[n.label] == n {
			md.add("note-unused", n.Pos(), diag.Args{"label": n.label})
		}
	}
}

// tooManyMarkers gives the first line that opens more containers than any text does; -1 where none does.
func tooManyMarkers(data []byte) int {
	offset := 0
	for line := range bytes.Lines(data) {
		markers := 0
	heads:
		for i, c := range line {
			switch {
			case c == '>':
				markers++
			case bytes.IndexByte([]byte("-*+.):"), c) >= 0:
				if i+1 < len(line) && (line[i+1] == ' ' || line[i+1] == '\t') {
					markers++
				}
			case c != ' ' && c != '\t' && (c < '0' || c > '9'):
				break heads
			}
		}
		if markers > maxMarkers {
			return offset
		}
		offset += len(line)
	}
	return -1
}

// tooManyPairs gives the paragraph that is too much for the parser, which looks through a paragraph for the end of each
// link, and of each emphasis among all the marks before it; -1 where none is.
func tooManyPairs(data []byte) int {
	var open []int // where links begin that have no end yet
	looked, marks, start := 0, 0, 0
	for i, c := range data {
		switch {
		case (c == '*' || c == '_' || c == '~') && (i == 0 || data[i-1] != c):
			marks++
		case c == '(' && i > 0 && data[i-1] == ']':
			open = append(open, i)
		case c == ')' && len(open) > 0:
			looked += i - open[len(open)-1]
			open = open[:len(open)-1]
		}
		blank := c == '\n' && i+1 < len(data) && data[i+1] == '\n'
		if !blank && i+1 < len(data) {
			continue
		}
		for _, at := range open {
			looked += i - at
		}
		if looked += marks * marks / marksAByte; looked > maxLooked {
			return start
		}
		open, marks, start = open[:0], 0, i+1
	}
	return -1
}

func collectNotes(n ast.Node, list *[]*noteNode) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if note, ok := c.(*noteNode); ok {
			*list = append(*list, note)
		}
		if c.Type() == ast.TypeBlock {
			collectNotes(c, list)
		}
	}
}

// usedNotes converts the notes in the order of their first marks.
func (md *markdown) usedNotes() []Note {
	var list []Note
	md.inNote = true
	md.inside++
	defer func() { md.inside-- }()
	for i := 0; i < len(md.order); i++ {
		n := md.notes[md.order[i]]
		note := Note{Label: n.label, Pos: md.src.pos(n.Pos()), Blocks: md.blocks(n)}
		if len(note.Blocks) == 0 {
			md.add("note-empty", n.Pos(), diag.Args{"label": n.label})
		}
		list = append(list, note)
	}
	return list
}

func (md *markdown) blocks(parent ast.Node) []Block {
	if md.depth >= maxDepth {
		if !md.tooDeep {
			md.tooDeep = true
			md.add("nested-too-deep", max(parent.Pos(), 0), nil)
		}
		return nil
	}
	md.depth++
	defer func() { md.depth-- }()
	var list []Block
	for c := parent.FirstChild(); c != nil; c = c.NextSibling() {
		b, ok := md.block(c)
		if pictures, only := pictured(b.Inlines); ok && only && b.Kind == Paragraph { // one beside the other
			pictures[0].ID = b.ID
			list = append(list, pictures...)
		} else if ok {
			list = append(list, b)
		}
	}
	return captioned(list)
}

// held converts the children of a container that may hold no heading.
func (md *markdown) held(parent ast.Node) []Block {
	md.inside++
	defer func() { md.inside-- }()
	return md.blocks(parent)
}

func (md *markdown) block(n ast.Node) (Block, bool) {
	b := Block{Pos: md.src.pos(n.Pos())}
	switch n.(type) {
	case *ast.Heading, *ast.List, *ast.Blockquote:
		if md.measured(n) && md.literal {
			return md.asTyped(n), true
		}
	}
	switch n := n.(type) {
	case *ast.Paragraph, *ast.TextBlock:
		return md.paragraph(n, b)
	case *ast.Heading:
		return md.heading(n, b)
	case *ast.List:
		b.Kind, b.Ordered, b.Start, b.Delimiter, b.Tight = List, n.IsOrdered(), n.Start, n.Marker, n.IsTight
		b.Blocks = md.held(n)
		if n.IsOrdered() {
			md.keepNumbers(n, &b)
		}
	case *ast.ListItem:
		b.Kind, b.Blocks = Item, md.blocks(n)
	case *ast.Blockquote:
		b.Kind, b.Blocks = Quote, md.held(n)
	case *ast.ThematicBreak:
		md.ruled(n)
		b.Kind = Rule
	case *ast.CodeBlock, *ast.FencedCodeBlock:
		if _, indented := n.(*ast.CodeBlock); indented {
			md.slip("indented-text", n.Lines().At(0).Start, md.lineFrom(n.Lines().At(0).Start))
		}
		b.Kind = CodeBlock
		b.Inlines = []Inline{{Kind: Run, Pos: b.Pos, Text: md.verbatim(n)}}
	case *ast.HTMLBlock:
		md.html(n.Pos())
		return b, false
	case *tables.Table:
		b.Kind, b.Table = TableBlock, md.table(n)
	case *tables.DefinitionList:
		b.Kind, b.Blocks = Definitions, md.held(n)
	case *tables.DefinitionTerm:
		b.Kind = Term
		if lines := n.Lines(); lines.Len() > 0 {
			b.Pos = md.src.pos(lines.At(0).Start)
		}
		b.Inlines, _ = md.inlines(n)
	case *tables.DefinitionDescription:
		b.Kind, b.Blocks = Definition, md.blocks(n)
	case *divNode:
		return md.div(n, b)
	default: // notes stand apart; link definitions print nothing
		return b, false
	}
	return b, true
}

func (md *markdown) paragraph(n ast.Node, b Block) (Block, bool) {
	if lines := n.Lines(); lines.Len() > 0 {
		b.Pos = md.src.pos(lines.At(0).Start)
	}
	b.Kind = Paragraph
	b.Inlines, b.ID = md.inlines(n)
	md.tableLike(n)
	if len(b.Inlines) == 1 && b.Inlines[0].Kind == Picture {
		b.Kind, b.Image, b.Inlines = Figure, b.Inlines[0].Image, nil
	}
	return b, len(b.Inlines) > 0 || b.Image != nil || b.ID != ""
}

func (md *markdown) heading(n *ast.Heading, b Block) (Block, bool) {
	b.Kind, b.Level = Heading, n.Level
	b.Inlines, b.ID = md.inlines(n)
	switch {
	case md.inside > 0:
		md.add("heading-misplaced", n.Pos(), nil)
	case n.Level > md.level+1:
		args := diag.Args{"level": hashes(n.Level), "allowed": hashes(md.level + 1)}
		if md.src.text[n.Pos()] != '#' {
			args["underlined"] = string(md.lineFrom(n.Pos()))
		}
		md.add("heading-skips", n.Pos(), args)
	case len(b.Inlines) == 0:
		md.add("empty-heading", n.Pos(), nil)
	}
	if n := tooLong(wordsOf(b.Inlines)); n != "" {
		md.bag.AddItem("heading-too-long", b.Pos, md.item, diag.Args{"count": n, "most": strconv.Itoa(maxTitle)})
	}
	if md.inside == 0 {
		md.level = n.Level
	}
	return b, true
}

func hashes(n int) string { return "######"[:min(n, 6)] }

func (md *markdown) verbatim(n ast.Node) string {
	var buffer bytes.Buffer
	lines := n.Lines()
	for i := range lines.Len() {
		segment := lines.At(i)
		buffer.Write(segment.Value(md.src.text))
	}
	return string(bytes.TrimRight(buffer.Bytes(), "\n"))
}

func (md *markdown) div(n *divNode, b Block) (Block, bool) {
	b.Kind = Div
	if n.stray {
		md.add("div-not-open", n.Pos(), nil)
		return b, false
	}
	if !n.closed {
		md.add("div-not-closed", n.Pos(), nil)
	}
	was := md.literal
	md.attributes(n, &b)
	b.Blocks = md.blocks(n)
	md.literal = was
	return b, true
}

// language reports whether a passage's language can be used, and if not, why.
func (md *markdown) language(tag string, offset int) bool {
	canonical, ok := languageTag(tag)
	if !ok {
		if canonical == "" {
			canonical = md.editions.list()
		}
		md.add("bad-language", offset, diag.Args{"value": tag, "allowed": canonical})
	}
	return ok
}

func (md *markdown) table(n *tables.Table) *Table {
	t := &Table{}
	if count := len(n.Alignments); count > maxColumns {
		md.add("table-too-wide", n.Pos(), tooWide(count))
		return t
	}
	for _, a := range n.Alignments {
		t.Align = append(t.Align, map[tables.Alignment]Align{tables.AlignLeft: AlignLeft,
			tables.AlignCenter: AlignCenter, tables.AlignRight: AlignRight}[a])
	}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		cells := md.row(c)
		if _, head := c.(*tables.TableHeader); head {
			if slices.ContainsFunc(cells, func(c Cell) bool { return len(c.Inlines) > 0 }) {
				t.Head = [][]Cell{cells} // an empty one is how Markdown writes a table without a head
			}
			continue
		}
		md.countCells(c, len(t.Align))
		t.Rows = append(t.Rows, cells)
	}
	for _, c := range joinAbove(t.Rows) {
		md.bag.AddItem("table-nothing-above", c.Pos, md.item, nil)
	}
	return t
}

func (md *markdown) row(n ast.Node) []Cell {
	var cells []Cell
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		cell := Cell{Pos: md.src.pos(max(c.Pos(), n.Pos()))}
		if lines := c.Lines(); lines != nil && lines.Len() > 0 {
			cell.Pos = md.src.pos(lines.At(0).Start)
		}
		cell.Inlines, _ = md.inlines(c)
		cell.Inlines = endParagraphs(cell.Inlines)
		if cell.Above = isAbove(cell.Inlines); cell.Above {
			cell.Inlines = nil
		}
		cells = append(cells, cell)
	}
	return cells
}

// countCells reports a row with more cells than columns, which goldmark would drop in silence, or with fewer.
func (md *markdown) countCells(row ast.Node, columns int) {
	line, _, _ := bytes.Cut(md.src.text[max(row.Pos(), 0):], []byte("\n"))
	line = bytes.TrimSpace(line)
	line = bytes.TrimPrefix(line, []byte("|"))
	cells, last := 1, 0
	for i, c := range line {
		if c == '|' && (i == 0 || line[i-1] != '\\') {
			cells, last = cells+1, i
		}
	}
	if cells > 1 && last == len(line)-1 {
		cells--
	}
	args := diag.Args{"found": strconv.Itoa(cells), "columns": strconv.Itoa(columns)}
	switch {
	case cells > columns:
		md.add("table-cells", row.Pos(), args)
	case cells < columns && !md.literal:
		md.add("table-cells-few", row.Pos(), args)
	}
}
