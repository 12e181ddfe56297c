package office

import (
	"slices"
	"strings"
)

// odt reads an OpenDocument text (ISO/IEC 26300-1). Styles and lists stand in odt_styles.go.
type odt struct {
	*teller
	archive *archive
	styles  map[string]*odtStyle // by family and name
	lists   map[string]*odtList  // styles of lists by name
	doc     *Document

	paragraphs int
	at         Place
	tables     int
	inNote     bool
	listing    []*odtOpen // lists around, the innermost last
	counted    map[string][]int
	changes    map[string]*node // tracked changes by id: text:insertion, text:deletion, text:format-change
	dropped    map[string]bool  // insertions that are open and not printed
	item       *Item            // that the next paragraph begins
	para       *Para
	boxes      []*node
	marks      []string
	inLink     bool
	err        error
}

// readODT reads an archive that should be an OpenDocument text.
func readODT(a *archive, t *teller) (*Document, error) {
	d := &odt{teller: t, archive: a, doc: &Document{}, styles: map[string]*odtStyle{}, lists: map[string]*odtList{},
		counted: map[string][]int{}, changes: map[string]*node{}, dropped: map[string]bool{}}
	if kind, err := a.bytes("mimetype", 1<<10); err == nil && kind != nil &&
		!strings.HasPrefix(string(kind), "application/vnd.oasis.opendocument.text") {
		return nil, ErrNoText
	}
	if manifest, err := a.parse("META-INF/manifest.xml", "",
		nil); err == nil && manifest.find("manifest:encryption-data") != nil {
		return nil, ErrEncrypted
	}
	common, err := a.parse("styles.xml", "", nil)
	if err != nil {
		return nil, err
	}
	if common = common.kid("office:document-styles"); common != nil {
		d.readStyles(common.kid("office:styles"))
		d.readStyles(common.kid("office:automatic-styles"))
		d.headers(common.kid("office:master-styles"))
	}
	found, ready := false, false
	_, err = a.parse("content.xml", "office:text", func(top, n *node) error {
		if !ready {
			d.readStyles(top.kid("office:automatic-styles"))
			ready = true
		}
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
	for _, id := range sortedKeys(d.changes) {
		d.left(d.changes[id])
	}
	return d.doc, nil
}

// headers tells the words of headers and footers.
func (d *odt) headers(n *node) {
	if n == nil {
		return
	}
	for _, master := range n.kids {
		for _, k := range master.kids {
			what := "header"
			switch {
			case strings.HasPrefix(k.name, "style:footer"):
				what = "footer"
			case !strings.HasPrefix(k.name, "style:header"):
				continue
			}
			if words := d.take(k); words != "" {
				d.often("word-header", Place{}, what, words)
			}
		}
	}
}

func (d *odt) fail(err error) {
	if d.err == nil {
		d.err = err
	}
}

// odtWords gives the words by which a reader finds a paragraph: those of its notes and drawings only where there are
// no others.
func odtWords(n *node) string {
	if words := odtWordsOf(n, "text:note", "draw:frame", "draw:custom-shape", "draw:g"); words != "" {
		return words
	}
	return odtWordsOf(n)
}

func odtWordsOf(n *node, without ...string) string {
	var b strings.Builder
	var walk func(n *node)
	walk = func(n *node) {
		if slices.Contains(without, n.name) {
			return
		}
		switch n.name {
		case "office:annotation", "svg:title", "svg:desc", "text:note-citation":
			return
		case "text:p", "text:h", "text:s", "text:tab", "text:line-break", "table:table-cell":
			b.WriteByte(' ')
		}
		b.WriteString(n.text)
		for _, k := range n.kids {
			walk(k)
		}
	}
	walk(n)
	return strings.Join(strings.Fields(b.String()), " ")
}

func (d *odt) blocks(n *node, out *[]Block) {
	if n == nil {
		return
	}
	for _, k := range n.kids {
		d.block(k, out)
	}
}

func (d *odt) block(n *node, out *[]Block) {
	if d.err != nil {
		return
	}
	switch n.name {
	case "text:p", "text:h":
		d.paragraph(n, out)
	case "text:list":
		d.list(n, out)
	case "table:table":
		d.table(n, out)
	case "text:section", "text:numbered-paragraph":
		if n.get("text:display") == "none" {
			d.often("word-hidden", d.at, "", d.take(n))
			return
		}
		d.blocks(n, out)
	case "text:table-of-content", "text:illustration-index", "text:table-index", "text:alphabetical-index",
		"text:user-index", "text:object-index", "text:bibliography":
		words := d.take(n.kid("text:index-body"))
		d.often("word-contents", Place{d.paragraphs, near(words)}, "", words)
	case "text:tracked-changes":
		d.tracked(n)
	case "text:change", "text:change-start", "text:change-end":
		d.change(n, out)
	case "text:bookmark", "text:bookmark-start":
		d.marks = append(d.marks, n.get("text:name"))
	case "office:forms":
		d.forms(n)
	case "":
	default: // what is not known is read through
		if strings.HasPrefix(n.name, "draw:") {
			d.paragraph(&node{name: "text:p", kids: []*node{n}}, out)
		} else {
			d.blocks(n, out)
		}
	}
}

// tracked keeps the changes that are tracked, by their ids.
func (d *odt) tracked(n *node) {
	for _, region := range n.kids {
		for _, k := range region.kids {
			if id := region.get("text:id"); k.name != "" {
				d.changes[id] = k
			} else if id = region.get("xml:id"); k.name != "" {
				d.changes[id] = k
			}
		}
	}
}

// change passes a place where a tracked change begins, ends, or where something was deleted.
func (d *odt) change(n *node, out *[]Block) {
	id := n.get("text:change-id")
	c := d.changes[id]
	if c == nil || c.name == "text:format-change" {
		return
	}
	original := d.source.Changes == Original
	switch n.name {
	case "text:change-end":
		delete(d.dropped, id)
	case "text:change-start":
		if c.name == "text:insertion" {
			d.often(changesCode(d.source.Changes), d.at, "", "")
			d.dropped[id] = original
			if !original {
				delete(d.dropped, id)
			}
		}
	case "text:change":
		if c.name != "text:deletion" {
			return
		}
		if !original {
			d.often(changesCode(d.source.Changes), d.at, "", d.deletedWords(c))
			return
		}
		d.often(changesCode(d.source.Changes), d.at, "", "")
		for _, k := range c.kids {
			switch {
			case k.name == "office:change-info":
			case d.para != nil:
				d.inlines(k, d.style("paragraph", ""))
			case out != nil:
				d.block(k, out)
			}
		}
	}
}

// deletedWords gives the words of a deletion, without those that say who deleted them.
func (d *odt) deletedWords(n *node) string {
	var list []string
	for _, k := range n.kids {
		if k.name != "office:change-info" {
			list = append(list, d.take(k))
		}
	}
	return strings.TrimSpace(strings.Join(list, " "))
}

func (d *odt) paragraph(n *node, out *[]Block) {
	words := odtWords(n)
	if !d.inNote && (words != "" || n.find("draw:frame") != nil) {
		if d.paragraphs++; d.paragraphs > maxParas {
			d.fail(ErrTooMuch)
			return
		}
	}
	was := d.at
	d.at = Place{d.paragraphs, near(words)}
	st := d.style("paragraph", n.get("text:style-name"))
	p := &Para{At: d.at, Part: st.part, Level: st.level, Bookmarks: d.marks, Indent: st.indent, Align: st.align,
		Leftward: strings.HasPrefix(st.writing, "rl")}
	d.marks = nil
	if n.name == "text:h" {
		p.Part, p.Level = Heading, max(number(n.get("text:outline-level"), 1), 1)
	}
	p.Item, d.item = d.item, nil
	if n := len(d.listing); n > 0 {
		p.Indent = max(p.Indent, 1000*n)
	}
	open, boxes := d.para, d.boxes
	d.para, d.boxes = p, nil
	look := st.props
	if p.Part != Body {
		look.set &^= togBold | togItalic | togSmallCaps | togCaps | togCode
		look.underline = ""
	}
	d.inlines(n, &odtStyle{props: look})
	p.settle()
	d.setApart(st)
	mine := d.boxes
	d.para, d.boxes = open, boxes
	if len(p.Runs) > 0 || len(p.Bookmarks) > 0 || p.Item != nil && len(mine) == 0 {
		*out = append(*out, Block{Para: p})
	}
	for _, box := range mine {
		d.box(box, out)
	}
	if d.tables > 0 {
		d.at = was
	}
}

// box puts the words of a text box after the paragraph that it is attached to. A box with a picture in it is how
// LibreOffice keeps a picture with its caption, and is no text of its own.
func (d *odt) box(n *node, out *[]Block) {
	if d.tables++; d.tables > maxTables {
		d.fail(ErrNested)
		return
	}
	defer func() { d.tables-- }()
	if n.find("draw:image") == nil {
		d.often("word-box", d.at, "", "")
	}
	listing, item := d.listing, d.item
	d.listing, d.item = nil, nil
	d.blocks(n, out)
	d.listing, d.item = listing, item
}
