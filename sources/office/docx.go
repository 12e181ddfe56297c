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
	read      map[*node]int       // notes that were read, each with its index in the document
	refers    [2]map[string]relation
	comments  map[string]*node // by id
	commented map[string]bool  // those that are told
	doc       *Document

	paragraphs int
	at         Place // the paragraph that is being read
	marks      []string
	tables     int // in each other, here
	inTable    tableStyle
	cell       props // what the style of the table that is read says of words in this cell
	inNote     bool
	fields     []*field // open, the innermost last
	printed    int      // runs that were printed
	hidden     bool     // deleted (or, where the original is wanted, inserted) words
	open       *openPara
	listed     bool   // the last paragraph was an item, or goes on with one
	initial    []Run  // a letter at the beginning that is set apart from the next paragraph
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
	d := &docx{teller: t, archive: a, doc: &Document{}, read: map[*node]int{}}
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
		if !d.placeholder(n) {
			d.blocks(n.kid("w:sdtContent"), out)
		}
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

// placeholder tells the words of a content control that nobody has filled in; false where it is none.
func (d *docx) placeholder(n *node) bool {
	if !n.kid("w:sdtPr").on("w:showingPlcHdr") {
		return false
	}
	words := d.take(n.kid("w:sdtContent"))
	at := d.at
	if d.open == nil {
		at = Place{d.paragraphs + 1, near(words)}
	}
	d.often("word-placeholder", at, "", words)
	return true
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
	n = d.asked(n)
	if n == nil {
		return
	}
	if cols := n.kid("w:cols"); number(cols.get("w:num"), 1) > 1 {
		d.often("word-look", d.at, "columns", "")
	}
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
