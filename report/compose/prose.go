package compose

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"rapporteur/layout"
	"rapporteur/layout/lang"
	"rapporteur/report/document"
	"rapporteur/sources"
)

// prose turns a text into blocks of one run.
type prose struct {
	c        *composer
	text     *document.Text
	body     layout.Role
	numbered bool           // paragraphs and headings bear their numbers
	under    string         // the words of the heading that the next block stands below
	told     string         // what the block before says of it, with a colon at its end
	level    int            // structure level of a '#' heading
	lang     string         // the language of the blocks being converted, "" the text's
	passage  string         // the language of the words being converted, "" the block's
	brackets int            // how many are open before the words being converted
	before   string         // the words right before those
	letters  map[int]string // of the notes called in the table or figure being converted, by their index; nil outside
	here     bool           // figures and tables stay where they stand
	base     int            // how many levels of the chapter's own headings stand above a '#' heading
}

// blocks converts blocks, and marks a text in another language than the report's as such.
func (p *prose) blocks() []layout.Block {
	if p.text == nil {
		return nil
	}
	p.numbered = p.numbered && !p.text.Bare
	out := p.convert(p.text.Blocks, p.body, p.numbered)
	if p.text.Lang != p.c.d.Lang {
		return []layout.Block{&layout.Group{Tag: "Div", Lang: p.text.Lang, Blocks: out}}
	}
	return out
}

func (p *prose) convert(blocks []document.Block, role layout.Role, numbered bool) []layout.Block {
	var out []layout.Block
	for i := range blocks {
		b := &blocks[i]
		made := p.block(b, role, numbered)
		p.met(b)
		if numbered && (b.Kind == sources.List || b.Kind == sources.Quote || b.Kind == sources.Definitions) {
			// Below the text of the paragraph that it belongs to, not below its number.
			made = []layout.Block{&layout.Group{Indent: slot, Blocks: made}}
		}
		out = append(out, made...)
	}
	return out
}

func (p *prose) block(b *document.Block, role layout.Role, numbered bool) []layout.Block {
	at := p.c.origins.at(b.Pos)
	switch b.Kind {
	case sources.Paragraph:
		para := &layout.Paragraph{Role: role, Inlines: p.inlines(b.Inlines, 0), Anchor: b.ID, Origin: at}
		if !p.c.d.AsTyped(p.text) {
			para.Inlines = noteMarks(para.Inlines, p.language())
		}
		if n := b.Paragraph; numbered && n > 0 {
			para.Label = b.Numeral() + "."
			if role == layout.Body {
				para.Role = layout.Numbered
			}
		}
		words := document.Plain(b.Inlines)
		_, announces := announcing(words)
		para.KeepNext = announces || leadsOn(words)
		para.Inlines = append(para.Inlines, p.c.recommended(b.ID)...)
		return append([]layout.Block{para}, p.pictures(b.Inlines, at)...)
	case sources.Heading:
		h := &layout.Heading{Level: p.level + b.Level - 1, Role: headRole(p.base + b.Level),
			Inlines: p.inlines(b.Inlines, 0), Anchor: b.ID, Origin: at}
		h.Number = b.Label
		if numbered {
			h.Number = b.Number
		}
		return []layout.Block{h}
	case sources.List:
		return []layout.Block{p.list(b, 0, numbered)}
	case sources.Quote:
		return []layout.Block{&layout.Quote{Blocks: p.convert(b.Blocks, layout.QuoteText, false)}}
	case sources.TableBlock:
		return anchored(b.ID, p.table(b, at))
	case sources.Figure:
		return anchored(b.ID, p.figure(b.Image, at))
	case sources.Definitions:
		return []layout.Block{p.definitions(b)}
	case sources.CodeBlock:
		return []layout.Block{&layout.Paragraph{Role: role, Inlines: verbatim(b.Inlines, at), Origin: at}}
	case sources.Rule:
		return []layout.Block{middleRule()}
	case sources.Div:
		lang, here := p.lang, p.here
		p.lang, p.here = cmp.Or(b.Lang, lang), here || b.Here
		inner := p.convert(b.Blocks, role, numbered && !b.Bare)
		p.lang, p.here = lang, here
		return []layout.Block{&layout.Group{Tag: "Div", Lang: b.Lang, Blocks: inner}}
	}
	return p.convert(b.Blocks, role, numbered)
}

// headRole gives the look of a heading by its depth below the chapter's title.
func headRole(depth int) layout.Role {
	switch {
	case depth <= 1:
		return layout.HeadA
	case depth == 2:
		return layout.HeadB
	case depth == 3:
		return layout.HeadC
	}
	return layout.HeadD
}

// list converts a list. Bullets change with depth. Numbers stay as they were typed, since sentences may name them;
// where the report is to count, items below numbered paragraphs have the letters by which sub-paragraphs are cited.
func (p *prose) list(b *document.Block, depth int, numbered bool) *layout.List {
	l := &layout.List{Name: p.name(nil), Tight: b.Tight, Role: layout.ListText, Numbering: "Disc"}
	lettered := numbered && !p.c.d.AsTyped(p.text)
	for i := range b.Blocks {
		item := &b.Blocks[i]
		label := []string{"•", "–", "·"}[min(depth, 2)]
		switch {
		case item.Label != "":
			label = item.Label
		case b.Counted && lettered:
			label = p.language().SubLabel(depth, b.Start+i)
		case b.Ordered:
			label = decimal(b.Start+i) + string(rune(b.Delimiter))
		}
		if b.Ordered && i == 0 {
			l.Numbering = numbering(label)
		}
		e := layout.Item{Label: label}
		for j := range item.Blocks {
			if item.Blocks[j].Kind == sources.List {
				e.Blocks = append(e.Blocks, p.list(&item.Blocks[j], depth+1, numbered))
			} else {
				e.Blocks = append(e.Blocks, p.block(&item.Blocks[j], layout.ListText, false)...)
			}
			p.within(&item.Blocks[j])
		}
		l.Items = append(l.Items, e)
	}
	return l
}

// leadsOn reports whether a paragraph is no more than a line that turns to what follows, as an address does, "Mr.
// Chair, Excellencies,", or words that announce something: at the foot of a page it would be lost.
func leadsOn(words string) bool {
	words = strings.TrimSpace(words)
	last, _ := utf8.DecodeLastRuneInString(words)
	return utf8.RuneCountInString(words) <= maxName && strings.ContainsRune(",،，:：", last)
}

// numbering says how a list counts (ISO 32000-1, table 347), by the label of its first item.
func numbering(label string) string {
	core := strings.FieldsFunc(label, func(r rune) bool { return !unicode.In(r, unicode.L, unicode.Nd) })
	switch {
	case len(core) != 1:
		return "None"
	case strings.Trim(core[0], "0123456789") == "":
		return "Decimal"
	case strings.Trim(core[0], "ivxlcdm") == "":
		return "LowerRoman"
	case strings.Trim(core[0], "IVXLCDM") == "":
		return "UpperRoman"
	case strings.Trim(core[0], "abcdefghijklmnopqrstuvwxyz") == "":
		return "LowerAlpha"
	case strings.Trim(core[0], "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == "":
		return "UpperAlpha"
	}
	return "None"
}

// table converts a table. Its caption, if it has one, goes above it, as is usual for tables, and stays on its page.
func (p *prose) table(b *document.Block, at layout.Origin) []layout.Block {
	p.c.lettered++
	p.letters = map[int]string{}
	defer func() { p.letters = nil }()
	t := &layout.Table{Summary: p.name(b.Table.Caption), Origin: at, Lang: p.langOf(),
		Again: p.again(b.Table.Caption)}
	var caption []layout.Inline
	if b.Table.Caption != nil {
		caption = p.caption(b.Table.Caption, "table")
	}
	for _, a := range b.Table.Align {
		t.Columns = append(t.Columns, layout.Column{Align: column(a)})
	}
	row := func(cells []document.Cell) layout.TableRow {
		var r layout.TableRow
		for _, cell := range cells {
			r.Cells = append(r.Cells, p.cell(&cell))
		}
		return r
	}
	for _, cells := range b.Table.Head {
		t.Head = append(t.Head, row(cells))
	}
	headed := rowHeaders(b.Table)
	for _, cells := range b.Table.Rows {
		r := row(cells)
		if headed {
			r.Cells[0].Header = true
		}
		t.Rows = append(t.Rows, r)
	}
	if b.Table.Caption != nil {
		return p.afloat(&layout.Paragraph{Role: layout.Caption, Inlines: caption, Anchor: b.Table.Caption.ID,
			Lang: t.Lang, KeepNext: true}, t)
	}
	return []layout.Block{t}
}

// cell converts a cell, whose paragraphs stand one below the other.
func (p *prose) cell(c *document.Cell) layout.TableCell {
	out := layout.TableCell{Span: c.Span, Above: c.Above, Origin: p.c.origins.at(c.Pos)}
	list := c.Inlines
	for first := true; ; first = false {
		n := slices.IndexFunc(list, func(in document.Inline) bool { return in.Kind == sources.ParagraphBreak })
		words := list
		if n >= 0 {
			words = list[:n]
		}
		if made := p.inlines(words, 0); first {
			out.Inlines = made
		} else {
			out.More = append(out.More, made)
		}
		if n < 0 {
			return out
		}
		list = list[n+1:]
	}
}

// again is what stands above a table where it goes on: "Table 3 (continued)".
func (p *prose) again(c *document.Caption) []layout.Inline {
	name := ""
	switch {
	case c == nil:
	case c.Number > 0:
		name = p.c.words.Say("table", "n", decimal(c.Number))
	case c.Own != "":
		name = strings.TrimRight(c.Own, ".: ")
	default:
		name = c.Plain()
	}
	return p.c.continued(name)
}

// caption is the text of a caption, after its number if the report numbers and lists captions.
func (p *prose) caption(c *document.Caption, key string) []layout.Inline {
	words := p.inlines(c.Words, 0)
	if c.Number == 0 {
		if c.Own != "" {
			words = append([]layout.Inline{{Text: c.Own + " "}}, words...)
		}
		return words
	}
	return append(say(p.c.words.Say(key, "n", decimal(c.Number))+p.c.words.Marks.Title), words...)
}

// langOf is the language to state on a block, "" where it is the report's.
func (p *prose) langOf() string {
	if p.text != nil && p.text.Lang != p.c.d.Lang {
		return p.text.Lang
	}
	return ""
}

// column turns Markdown's left and right into start and end: a table of figures means the far side by "right" in any
// direction of writing.
func column(a sources.Align) layout.TextAlign {
	switch a {
	case sources.AlignCenter:
		return layout.Center
	case sources.AlignRight:
		return layout.End
	}
	return layout.Start
}

// anchored gives blocks an id, if there is one, that leads to where they stand.
func anchored(id string, list []layout.Block) []layout.Block {
	if id == "" {
		return list
	}
	return []layout.Block{&layout.Group{Anchor: id, Blocks: list}}
}

func (p *prose) figure(im *document.Image, at layout.Origin) []layout.Block {
	f := &layout.Figure{Name: p.name(im.Caption), Picture: p.c.found.Pictures[im.File], Alt: im.Alt,
		Align: layout.Center, Origin: at}
	if im.Caption == nil {
		return []layout.Block{f}
	}
	p.c.lettered++
	p.letters = map[int]string{}
	f.Caption = p.caption(im.Caption, "figure")
	p.letters = nil
	if im.Caption.ID == "" {
		return p.afloat(f)
	}
	return p.afloat(&layout.Group{Anchor: im.Caption.ID, Blocks: []layout.Block{f}})
}

// afloat is what a caption names, so that it need not stand right here: if nothing says that it has to, and no colon
// announces it.
func (p *prose) afloat(blocks ...layout.Block) []layout.Block {
	fixed := p.here || p.told != "" || p.c.d.Settings.Floats.Value == sources.FloatsHere
	return []layout.Block{&layout.Float{Fixed: fixed, Blocks: blocks}}
}

// pictures sets the pictures of a paragraph that have captions after it, where there is room for them. Those without
// stand among its words.
func (p *prose) pictures(list []document.Inline, at layout.Origin) []layout.Block {
	var out []layout.Block
	for i := range list {
		if list[i].Kind == sources.Picture && list[i].Image.Caption != nil {
			out = append(out, p.figure(list[i].Image, at)...)
		}
		out = append(out, p.pictures(list[i].Inlines, at)...)
	}
	return out
}

func (p *prose) definitions(b *document.Block) *layout.Definitions {
	d := &layout.Definitions{Name: p.name(nil)}
	for i := range b.Blocks {
		switch e := &b.Blocks[i]; e.Kind {
		case sources.Term:
			d.Entries = append(d.Entries, layout.DefinitionEntry{Term: p.inlines(e.Inlines, layout.Bold)})
		case sources.Definition:
			if n := len(d.Entries); n > 0 {
				d.Entries[n-1].Body = append(d.Entries[n-1].Body, p.convert(e.Blocks, layout.Body, false)...)
			}
		}
	}
	return d
}

// language is that of the blocks being converted.
func (p *prose) language() *lang.Language {
	tag := p.lang
	if tag == "" {
		tag = p.text.Lang
	}
	return p.c.words.Other(tag)
}
