package office

import (
	"errors"
	"strings"
)

// docx reads a Word file. Parts of it stand in docx_*.go: tables, runs, fields, drawings, notes.
type docx struct {
	*teller
	archive   *archive
	part      string // the name of the part with the text
	relations map[string]relation
	styles    *styles
	numbering *numbering
	notes     [2]map[string]*node // footnotes and endnotes, by id
	refers    [2]map[string]relation
	comments  map[string]*node // by id
	commented map[string]bool  // those that are told
	doc       *Document

	paragraphs int
	at         Place // the paragraph that is being read
	marks      []string
	tables     int // in each other, here
	inNote     bool
	fields     []*field // open, the innermost last
	hidden     bool     // deleted (or, where the original is wanted, inserted) words
	open       *openPara
	last       string // first words of the last paragraph that has any
	joins      bool   // the next paragraph goes on where the last one ended: its mark was deleted
	err        error
}

// openPara is a paragraph in the making.
type openPara struct {
	para  *Para
	style *style
	boxes []*node // text boxes, whose words come after the paragraph
	tabs  int
}

// readDOCX reads an archive that should be a Word file.
func readDOCX(a *archive, t *teller) (*Document, error) {
	d := &docx{teller: t, archive: a, doc: &Document{}}
	top, err := a.relations("")
	if err != nil {
		return nil, err
	}
	for _, r := range top {
		if r.kind == "officeDocument" {
			d.part = r.target
		}
	}
	if !a.has(d.part) {
		d.part = "word/document.xml"
	}
	if !a.has(d.part) {
		if a.has("EncryptedPackage") {
			return nil, ErrEncrypted
		}
		return nil, ErrNoText
	}
	if err := d.settings(); err != nil {
		return nil, err
	}
	found := false
	_, err = a.parse(d.part, "w:body", func(_, n *node) error {
		found = true
		d.block(n, &d.doc.Blocks)
		d.left(n)
		return d.err
	})
	switch {
	case err != nil:
		return nil, err
	case !found:
		return nil, ErrNoText
	}
	d.flush(&d.doc.Blocks)
	d.finishFields()
	d.leftBeside()
	return d.doc, nil
}

// settings reads the parts beside the text.
func (d *docx) settings() (err error) {
	if d.relations, err = d.archive.relations(d.part); err != nil {
		return err
	}
	trees := map[string]*node{}
	for _, kind := range []string{"styles", "numbering", "footnotes", "endnotes", "comments"} {
		for _, r := range d.relations {
			if r.kind == kind && !r.external && trees[kind] == nil {
				if trees[kind], err = d.archive.parse(r.target, "", nil); err != nil {
					return err
				}
				if i := strings.Index("footnotes endnotes", kind); i >= 0 { // 0 or 10
					if d.refers[i/10], err = d.archive.relations(r.target); err != nil {
						return err
					}
				}
			}
		}
	}
	d.styles, d.numbering = readStyles(trees["styles"]), readNumbering(trees["numbering"])
	for i, kind := range []string{"footnote", "endnote"} {
		d.notes[i] = map[string]*node{}
		if tree := trees[kind+"s"].kid("w:" + kind + "s"); tree != nil {
			for _, k := range tree.kids {
				if kind := k.get("w:type"); k.name != "" && (kind == "" || kind == "normal") {
					d.notes[i][k.get("w:id")] = k
				}
			}
		}
	}
	d.comments, d.commented = map[string]*node{}, map[string]bool{}
	if tree := trees["comments"].kid("w:comments"); tree != nil {
		for _, k := range tree.kids {
			d.comments[k.get("w:id")] = k
		}
	}
	return nil
}

func (d *docx) fail(err error) {
	if d.err == nil {
		d.err = err
	}
}

// block reads what may stand in a text, a cell or a note.
func (d *docx) block(n *node, out *[]Block) {
	if d.err != nil {
		return
	}
	switch n.name {
	case "w:p":
		d.paragraph(n, out)
	case "w:tbl":
		d.flush(out)
		d.table(n, out)
	case "w:sdt":
		if n.kid("w:sdtPr", "w:docPartObj").val("w:docPartGallery") == "Table of Contents" {
			d.contents(n)
			return
		}
		d.blocks(n.kid("w:sdtContent"), out)
	case "w:ins", "w:moveTo", "w:del", "w:moveFrom":
		d.changed(n, func() { d.blocks(n, out) })
	case "mc:AlternateContent":
		d.blocks(choice(n), out)
	case "w:bookmarkStart":
		d.bookmark(n)
	case "w:sectPr":
		d.section(n)
	case "w:altChunk":
		d.embedded(n)
	case "m:oMathPara", "m:oMath", "w:r", "w:hyperlink", "w:fldSimple":
		d.paragraph(&node{name: "w:p", kids: []*node{n}}, out)
	default: // what is not known is read through
		if !settings(n.name) {
			d.blocks(n, out)
		}
	}
}

func (d *docx) blocks(n *node, out *[]Block) {
	if n == nil {
		return
	}
	for _, k := range n.kids {
		d.block(k, out)
	}
}

// settings reports whether an element says how others are, and holds no text.
func settings(name string) bool {
	return name == "" || strings.HasSuffix(name, "Pr") || name == "w:tblGrid"
}

// choice gives the branch of an alternative that is read: the first that needs nothing unknown here (ECMA-376-3,
// 10.2); the others show the same to older programs.
func choice(n *node) *node {
	for _, k := range n.kids {
		if k.name == "mc:Choice" && k.get(unknownNeeds) == "" {
			return k
		}
	}
	if other := n.kid("mc:Fallback"); other != nil {
		return other
	}
	return n.kid("mc:Choice")
}

// changed reads what was inserted or deleted while changes were tracked: printed or not, as is asked for.
func (d *docx) changed(n *node, read func()) {
	deleted := n.name == "w:del" || n.name == "w:moveFrom"
	drop := deleted != (d.source.Changes == Original)
	words := ""
	if drop {
		words = d.take(n)
	}
	d.change(words)
	was := d.hidden
	d.hidden = d.hidden || drop
	read()
	d.hidden = was
}

// change counts a tracked change, with the words that are not printed.
func (d *docx) change(words string) {
	d.often(changesCode(d.source.Changes), d.at, "", words)
}

func changesCode(changes string) string {
	switch changes {
	case Original:
		return "word-changes-undone"
	case Refuse:
		return "word-changes-open"
	}
	return "word-changes"
}

func (d *docx) bookmark(n *node) {
	if name := n.get("w:name"); name != "" && name != "_GoBack" {
		if d.open != nil {
			d.open.para.Bookmarks = append(d.open.para.Bookmarks, name)
			return
		}
		d.marks = append(d.marks, name)
	}
}

// contents leaves out a table of contents: the report has one, with pages of its own.
func (d *docx) contents(n *node) {
	words := d.take(n)
	d.often("word-contents", Place{d.paragraphs, near(words)}, "", words)
}

// section tells the headers and footers of a section, which the report has its own of.
func (d *docx) section(n *node) {
	for _, k := range n.kids {
		what := "header"
		switch k.name {
		case "w:footerReference":
			what = "footer"
		case "w:headerReference":
		default:
			continue
		}
		r, known := d.relations[k.get("r:id")]
		if !known || r.external {
			continue
		}
		tree, err := d.archive.parse(r.target, "", nil)
		switch {
		case errors.Is(err, ErrBomb) || errors.Is(err, ErrDoctype) || errors.Is(err, ErrTooMuch):
			d.fail(err)
		case err != nil:
			d.often("word-header-broken", Place{}, what, "")
		default:
			if words := d.take(tree); words != "" {
				d.often("word-header", Place{}, what, words)
			}
		}
	}
}

// place counts a paragraph that has anything in it, and gives it a name.
func (d *docx) place(n *node) Place {
	words := spaced(n)
	if !d.inNote && (words != "" || n.find("w:drawing") != nil || n.find("w:pict") != nil ||
		n.find("w:object") != nil) {
		if d.paragraphs++; d.paragraphs > maxParas {
			d.fail(ErrTooMuch)
		}
	}
	if words == "" {
		return Place{d.paragraphs, d.last}
	}
	d.last = near(words)
	return Place{d.paragraphs, d.last}
}

// flush closes a paragraph whose end is deleted where no other paragraph follows.
func (d *docx) flush(out *[]Block) {
	if o := d.open; d.joins && o != nil {
		d.open, d.joins = nil, false
		d.close(o, out)
	}
}

func (d *docx) paragraph(n *node, out *[]Block) {
	head := n.kid("w:pPr")
	if d.joins && d.open != nil {
		d.inlines(n)
	} else {
		was := d.at
		d.at = d.place(n)
		st := d.styles.ofPara(head.val("w:pStyle"))
		p := &Para{At: d.at, Part: st.part, Level: st.level, Bookmarks: d.marks}
		if level := head.val("w:outlineLvl"); level != "" {
			p.Part, p.Level = partOf("", head)
		}
		d.marks = nil
		d.dress(head, st, p)
		d.open = &openPara{para: p, style: st.under(p.Part)}
		d.inlines(n)
		if was.Number > 0 && d.tables > 0 {
			d.at = was
		}
	}
	d.unfinished()
	if s := head.kid("w:sectPr"); s != nil {
		d.section(s)
	}
	d.joins = d.markGone(head)
	if d.joins {
		return
	}
	o := d.open
	d.open = nil
	d.close(o, out)
}

// markGone reports whether the paragraph's end is deleted, so that the next one goes on in it.
func (d *docx) markGone(head *node) bool {
	mark := head.kid("w:rPr")
	gone := mark.kid("w:del") != nil || mark.kid("w:moveFrom") != nil
	come := mark.kid("w:ins") != nil || mark.kid("w:moveTo") != nil
	if gone || come {
		d.change("")
	}
	if d.source.Changes == Original {
		return come
	}
	return gone
}

// dress finds a paragraph's place in a list, its indentation and its alignment.
func (d *docx) dress(head *node, st *style, p *Para) {
	numbers := head.kid("w:numPr")
	switch {
	case numbers == nil:
		numbers = st.number
	case st.number != nil: // a level alone may be given, and the list by the style
		merged := &node{}
		for _, name := range []string{"w:numId", "w:ilvl"} {
			if k := numbers.kid(name); k != nil {
				merged.kids = append(merged.kids, k)
			} else if k := st.number.kid(name); k != nil {
				merged.kids = append(merged.kids, k)
			}
		}
		numbers = merged
	}
	if numbers != nil && numbers.kid("w:ilvl") == nil && p.Part == Heading {
		numbers = &node{kids: append([]*node{{name: "w:ilvl", attrs: []attr{{"w:val",
			string(rune('0' + min(p.Level-1, 8)))}}}}, numbers.kids...)}
	}
	indent := indentOf(st.para, 0)
	if numbers != nil && !d.hidden {
		it, own, strange := d.numbering.item(d.styles, numbers)
		p.Item = it
		if own > 0 {
			indent = own
		}
		if strange != "" {
			d.often("word-numbering", p.At, "", "")
		}
	}
	p.Indent = indentOf(head, indent)
	bidi := head.on("w:bidi") || st.para.on("w:bidi")
	align := head.val("w:jc")
	if align == "" {
		align = st.para.val("w:jc")
	}
	switch align {
	case "center":
		p.Align = "center"
	case "right":
		p.Align = map[bool]string{false: "right"}[bidi]
	case "end":
		p.Align = "right"
	}
}

// close puts a paragraph among the blocks, and the words of its text boxes after it. One without anything is not
// kept: in Word, it is white space.
func (d *docx) close(o *openPara, out *[]Block) {
	p := o.para
	if o.tabs > 1 && p.Part == Body {
		d.often("word-tabs", p.At, "", "")
	}
	p.settle()
	if len(p.Runs) > 0 || len(p.Bookmarks) > 0 || p.Part == Rule {
		*out = append(*out, Block{Para: p})
	}
	for _, box := range o.boxes {
		d.often("word-box", p.At, "", "")
		if d.tables++; d.tables > maxTables {
			d.fail(ErrNested)
		}
		d.blocks(box, out)
		d.flush(out)
		d.tables--
	}
}
