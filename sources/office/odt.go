package office

import (
	"path"
	"strconv"
	"strings"
	"unicode"

	"rapporteur/sources/diag"
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
		return d.err
	})
	switch {
	case err != nil:
		return nil, err
	case !found:
		return nil, ErrNoText
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
			if words := odtWords(k); words != "" {
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

// odtWords gives all words below an element.
func odtWords(n *node) string {
	var b strings.Builder
	var walk func(n *node)
	walk = func(n *node) {
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
			d.often("word-hidden", d.at, "", odtWords(n))
			return
		}
		d.blocks(n, out)
	case "text:table-of-content", "text:illustration-index", "text:table-index", "text:alphabetical-index",
		"text:user-index", "text:object-index", "text:bibliography":
		words := odtWords(n.kid("text:index-body"))
		d.often("word-contents", Place{d.paragraphs, near(words)}, "", words)
	case "text:tracked-changes":
		d.tracked(n)
	case "text:change", "text:change-start", "text:change-end":
		d.change(n, out)
	case "draw:frame", "draw:custom-shape", "draw:g", "draw:rect", "draw:line", "draw:ellipse":
		d.paragraph(&node{name: "text:p", kids: []*node{n}}, out)
	case "text:bookmark", "text:bookmark-start":
		d.marks = append(d.marks, n.get("text:name"))
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
			d.often(changesCode(d.source.Changes), d.at, "", deletedWords(c))
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
func deletedWords(n *node) string {
	var list []string
	for _, k := range n.kids {
		if k.name != "office:change-info" {
			list = append(list, odtWords(k))
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
	p := &Para{At: d.at, Part: st.part, Level: st.level, Bookmarks: d.marks, Indent: st.indent, Align: st.align}
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

// inlines reads what stands in a paragraph. White space in it is one space (6.1.2).
func (d *odt) inlines(n *node, look *odtStyle) {
	d.emit(n.text, look)
	for _, k := range n.kids {
		if d.err != nil {
			return
		}
		d.inline(k, look)
	}
}

func (d *odt) inline(n *node, look *odtStyle) {
	switch n.name {
	case "":
		d.emit(n.text, look)
	case "text:span":
		own := d.style("text", n.get("text:style-name"))
		d.inlines(n, &odtStyle{props: own.props.over(look.props)})
	case "text:a":
		d.linked(n.get("xlink:href"), func() { d.inlines(n, look) })
	case "text:s":
		d.emit(" ", look)
	case "text:tab":
		d.emit(" ", look)
	case "text:line-break":
		d.put(Run{Kind: Break})
	case "text:note":
		d.note(n)
	case "text:bookmark-ref", "text:reference-ref":
		if strings.Contains(n.get("text:reference-format"), "page") {
			d.often("word-page-number", d.at, "", "")
		}
		d.linked("#"+n.get("text:ref-name"), func() { d.inlines(n, look) })
	case "text:bookmark", "text:bookmark-start", "text:reference-mark", "text:reference-mark-start":
		if d.para != nil {
			d.para.Bookmarks = append(d.para.Bookmarks, n.get("text:name"))
		}
	case "office:annotation":
		if words := annotation(n); words != "" {
			d.add("word-comment", d.at, diag.Args{"words": words})
		}
	case "text:change", "text:change-start", "text:change-end":
		d.change(n, nil)
	case "text:sequence":
		d.inlines(n, look)
		if d.para != nil && d.para.Part == Caption && d.para.Own == 0 {
			d.para.Own = len(d.para.Runs)
		}
	case "text:ruby":
		if base := n.kid("text:ruby-base"); base != nil {
			d.inlines(base, look)
		}
		if above := n.kid("text:ruby-text"); above != nil {
			d.emit(" (", look)
			d.inlines(above, look)
			d.emit(")", look)
		}
	case "text:hidden-text", "text:hidden-paragraph":
		d.often("word-hidden", d.at, "", n.get("text:string-value")+" "+odtWords(n))
	case "text:placeholder":
		d.often("word-placeholder", d.at, "", odtWords(n))
	case "draw:frame", "draw:custom-shape", "draw:g", "draw:rect", "draw:line", "draw:ellipse", "draw:a",
		"draw:polyline", "draw:path", "draw:control", "draw:connector":
		d.frame(n, n.name != "draw:g")
	case "text:soft-page-break", "text:bookmark-end", "text:reference-mark-end", "office:annotation-end",
		"text:toc-mark", "text:alphabetical-index-mark", "office:change-info":
	default: // fields and what is transparent: their result is printed
		d.inlines(n, look)
	}
}

// annotation gives the words of a comment, without its author and date.
func annotation(n *node) string {
	var list []string
	for _, k := range n.kids {
		if k.name == "text:p" || k.name == "text:list" {
			list = append(list, odtWords(k))
		}
	}
	return strings.TrimSpace(strings.Join(list, " "))
}

// linked reads what stands in a link.
func (d *odt) linked(target string, read func()) {
	if d.para == nil {
		return
	}
	from := len(d.para.Runs)
	d.para.Runs = append(d.para.Runs, Run{}) // what follows is not joined to what stands before
	read()
	runs := d.para.Runs[from+1:]
	for i := range runs {
		if runs[i].Link == "" {
			runs[i].Link = target
		}
	}
	d.para.Runs = append(d.para.Runs[:from], runs...)
}

// emit prints characters in a look.
func (d *odt) emit(text string, look *odtStyle) {
	if len(d.dropped) > 0 {
		d.often(changesCode(d.source.Changes), d.at, "", text)
		return
	}
	if text == "" || d.para == nil {
		return
	}
	if strings.ContainsAny(text, "\n\t\r") {
		text = strings.Map(func(r rune) rune {
			if r == '\n' || r == '\t' || r == '\r' {
				return ' '
			}
			return r
		}, text)
	}
	p := look.props
	if p.set&togVanish != 0 {
		d.often("word-hidden", d.at, "", text)
		return
	}
	if strings.TrimSpace(text) != "" {
		if p.underline != "" && p.underline != "none" {
			d.often("word-look", d.at, "underlining", "")
		}
		if p.set&togStrike != 0 {
			d.often("word-look", d.at, "strikethrough", "")
		}
		if p.highlight != "" && p.highlight != "transparent" {
			d.often("word-look", d.at, "highlighting", "")
		}
		if p.set&togCaps != 0 {
			d.often("word-look", d.at, "capitals", "")
		}
	}
	lang := ""
	if strings.ContainsFunc(text, unicode.IsLetter) {
		lang = p.lang[written(text)]
	}
	if table := symbolTables[symbolFont(p.font)]; table != nil || strings.ContainsFunc(text, isPrivate) {
		text = signsOf(text, p.font, func() { d.often("word-symbol", d.at, p.font, "") })
	}
	d.put(Run{Text: text, Look: lookOf(p, text), Lang: lang})
}

func (d *odt) put(r Run) {
	if d.para == nil || len(d.dropped) > 0 {
		return
	}
	p := d.para
	if n := len(p.Runs); n > 0 && r.Kind == Text && n > p.Own {
		last := &p.Runs[n-1]
		if last.Kind == Text && last.Text != "" && last.Look == r.Look && last.Link == "" &&
			last.Lang == r.Lang {
			last.Text += r.Text
			return
		}
	}
	p.Runs = append(p.Runs, r)
}

// note sets the mark of a note and reads its text.
func (d *odt) note(n *node) {
	body := n.kid("text:note-body")
	if body == nil || d.para == nil || len(d.dropped) > 0 {
		return
	}
	if d.inNote {
		d.often("word-note-in-note", d.at, "", odtWords(body))
		return
	}
	if n.get("text:note-class") == "endnote" {
		d.often("word-endnotes", d.at, "", "")
	}
	d.put(Run{Kind: Mark, Note: len(d.doc.Notes)})
	para, at, item, listing, boxes := d.para, d.at, d.item, d.listing, d.boxes
	d.para, d.inNote, d.item, d.listing, d.boxes = nil, true, nil, nil, nil
	var blocks []Block
	d.blocks(body, &blocks)
	d.para, d.at, d.inNote, d.item, d.listing, d.boxes = para, at, false, item, listing, boxes
	d.doc.Notes = append(d.doc.Notes, blocks)
}

// frame reads a picture or a text box, or tells what else is drawn.
func (d *odt) frame(n *node, alone bool) {
	alt := strings.TrimSpace(textOf(n.kid("svg:desc")))
	if alt == "" {
		alt = strings.TrimSpace(textOf(n.kid("svg:title")))
	}
	decorative := n.get("loext:decorative") == "true" || n.get("draw:decorative") == "true"
	found, refused := false, ""
	for _, k := range n.kids {
		switch k.name {
		case "draw:image":
			name := strings.TrimPrefix(k.get("xlink:href"), "./")
			kind := strings.ToLower(path.Ext(name))
			switch {
			case found: // another form of the same picture
			case strings.Contains(name, "://"):
				found = true
				d.add("word-picture-outside", d.at, diag.Args{"file": name})
			case d.archive.has(name) && kind != ".png" && kind != ".jpg" && kind != ".jpeg":
				refused = name
			case !d.archive.has(name):
			default:
				found = true
				if i := d.pictureIn(d.at, name, alt, decorative); i != nil {
					d.put(Run{Kind: Picture, Image: i})
				}
			}
		case "draw:text-box":
			found = true
			d.boxes = append(d.boxes, k)
		case "draw:object", "draw:object-ole", "draw:plugin":
			if math := d.formula(k); math {
				found = true
			} else if !found {
				found = true
				d.add("word-embedded", d.at, diag.Args{"what": "object"})
			}
		case "text:p", "text:list": // the words of a shape
			found = true
			d.boxes = append(d.boxes, &node{name: "draw:text-box", kids: []*node{k}})
		case "draw:frame", "draw:custom-shape", "draw:g":
			found = true
			d.frame(k, false)
		}
	}
	switch {
	case found:
	case refused != "":
		kind := strings.ToUpper(strings.TrimPrefix(path.Ext(refused), "."))
		d.add("word-picture-kind", d.at, diag.Args{"kind": kind, "words": alt})
	case alone:
		d.add("word-embedded", d.at, diag.Args{"what": "drawing"})
	}
}

// formula prints the characters of an embedded formula; false where the object is none.
func (d *odt) formula(n *node) bool {
	name := strings.TrimPrefix(n.get("xlink:href"), "./")
	if name == "" || !d.archive.has(name+"/content.xml") {
		return false
	}
	tree, err := d.archive.parse(name+"/content.xml", "", nil)
	if err != nil || tree.kid("math:math") == nil {
		return false
	}
	var b strings.Builder
	collectMath(tree.kid("math:math"), &b)
	d.often("word-formula", d.at, "", "")
	d.put(Run{Text: b.String()})
	return true
}

func collectMath(n *node, b *strings.Builder) {
	switch n.name {
	case "math:annotation":
		return
	case "math:mi", "math:mn", "math:mo", "math:mtext":
		b.WriteString(strings.TrimSpace(n.text))
	}
	for _, k := range n.kids {
		collectMath(k, b)
	}
}

func textOf(n *node) string {
	if n == nil {
		return ""
	}
	return n.text
}

// table reads a table.
func (d *odt) table(n *node, out *[]Block) {
	if d.tables++; d.tables > maxTables {
		d.fail(ErrNested)
		return
	}
	defer func() { d.tables-- }()
	t := &Table{At: Place{d.paragraphs + 1, near(odtWords(n))}}
	listing, item := d.listing, d.item
	d.listing, d.item = nil, nil
	d.rows(n, t, false)
	d.listing, d.item = listing, item
	if len(t.Rows) == 0 {
		return
	}
	square(t)
	*out = append(*out, Block{Table: t})
}

func (d *odt) rows(n *node, t *Table, head bool) {
	for _, k := range n.kids {
		switch k.name {
		case "table:table-header-rows":
			d.rows(k, t, true)
		case "table:table-rows", "table:table-row-group":
			d.rows(k, t, head)
		case "table:table-row":
			if cells := d.cells(k); len(cells) > 0 {
				if head && t.Heads == len(t.Rows) {
					t.Heads++
				}
				t.Rows = append(t.Rows, cells)
			}
		}
	}
}

func (d *odt) cells(n *node) []Cell {
	var cells []Cell
	spanned := 0 // columns that the cell before takes
	for _, k := range n.kids {
		repeated := min(max(number(k.get("table:number-columns-repeated"), 1), 1), maxSpan)
		switch k.name {
		case "table:covered-table-cell":
			for range repeated {
				if spanned > 0 {
					spanned--
					continue
				}
				cells = append(cells, Cell{Span: 1, Below: true})
			}
		case "table:table-cell":
			c := Cell{Span: min(max(number(k.get("table:number-columns-spanned"), 1), 1), maxSpan)}
			d.blocks(k, &c.Blocks)
			spanned = c.Span - 1
			cells = append(cells, c)
			for i := 1; i < repeated && len(cells) < maxSpan; i++ {
				cells = append(cells, Cell{Span: 1})
			}
		}
	}
	return cells
}

// odtOpen is a list that is open.
type odtOpen struct {
	style string
	id    string
	level int
}

// list reads a list: items with paragraphs and lists in them.
func (d *odt) list(n *node, out *[]Block) {
	if len(d.listing) >= maxNesting/4 {
		d.fail(ErrNested)
		return
	}
	style, level := n.get("text:style-name"), len(d.listing)
	id := style
	if level > 0 {
		outer := d.listing[level-1]
		if style == "" {
			style = outer.style
		}
		id = outer.id
	} else if id == "" {
		id = "list"
	}
	open := &odtOpen{style: style, id: id, level: level}
	d.listing = append(d.listing, open)
	defer func() { d.listing = d.listing[:level] }()
	at := d.lists[style].level(level)
	counted := d.counted[id]
	for len(counted) <= level {
		counted = append(counted, 0)
	}
	if level > 0 || n.get("text:continue-numbering") != "true" && n.get("text:continue-list") == "" {
		counted[level] = at.start - 1
	}
	d.counted[id] = counted
	for _, k := range n.kids {
		switch k.name {
		case "text:list-header":
			d.blocks(k, out)
		case "text:list-item":
			if start := k.get("text:start-value"); start != "" {
				d.counted[id][level] = number(start, 1) - 1
			}
			d.counted[id][level]++
			d.item = d.itemOf(open, at)
			d.blocks(k, out)
			d.item = nil
		}
	}
}

// itemOf gives the item that begins, with its label.
func (d *odt) itemOf(open *odtOpen, at odtLevel) *Item {
	it := &Item{List: open.id, Level: open.level, Format: at.format}
	if at.format == "bullet" {
		return it
	}
	counted := d.counted[open.id]
	it.Number = counted[open.level]
	var parts []string
	for i := max(open.level-at.display+1, 0); i <= open.level; i++ {
		s, known := numeral(counted[i], d.lists[open.style].level(i).format)
		if !known {
			d.often("word-numbering", d.at, "", "")
		}
		if s != "" {
			parts = append(parts, s)
		}
	}
	it.Label = strings.TrimSpace(at.prefix + strings.Join(parts, ".") + at.suffix)
	if it.Label == "" {
		return nil
	}
	if it.Number < 0 {
		it.Label = strconv.Itoa(it.Number)
	}
	return it
}
