package document

import (
	"slices"
	"strings"
	"unicode"

	"rapporteur/sources"
	"rapporteur/sources/diag"
)

// Text is prose in the language that it is set in. The document owns it: nothing in it points into the manifest.
type Text struct {
	Item   string // id of the item that it belongs to
	Lang   string
	Blocks []Block
	Notes  []Note // in the order of their first marks

	Literal bool   // its signs mean themselves
	Bare    bool   // its paragraphs bear no numbers, though those of its part do
	Numbers string // what becomes of numbers typed in it: sources.AdoptNumbers or RenumberNumbers; "" as it seems
	slips   []slip // that its words seem to have
	begun   bool   // one of its paragraphs has been numbered
	Adopted bool   // its paragraphs bear the numbers that were typed before them, and the others none
}

// Note is a footnote's text.
type Note struct{ Blocks []Block }

// Block is a block of a text. Its kind says which fields it fills; see sources.Block.
type Block struct {
	Kind      sources.BlockKind
	Pos       diag.Pos
	ID        string // of {#id}, on headings and paragraphs
	Number    string // of a heading, as printed: "A.", "1.", "(a)"; "" none
	Paragraph int    // number of a paragraph, 0 none
	Ordinal   string // after that number: "bis"; "" none
	Typed     int    // the number typed before a paragraph, where the text's own numbers are adopted; 0 none
	Bare      bool   // of a Div: its paragraphs bear no numbers
	Literal   bool   // of a Div: its signs mean themselves
	Here      bool   // of a Div: its figures and tables stay where they stand
	Level     int    // of a heading: 1 stands one below its item's title
	Lang      string // of a Div
	Inlines   []Inline
	Blocks    []Block
	Ordered   bool   // of a List
	Start     int    // first number of an ordered List
	Delimiter byte   // of a List: '.' or ')' after numbers
	Tight     bool   // of a List: no blank lines between its items
	Counted   bool   // of an ordered List: the report counts its items, by letters below numbered paragraphs
	Label     string // of an Item or a Heading: its own number, as the text has it; "" where the report counts
	Table     *Table
	Image     *Image
}

// Table is a table; the cells of every row span as many columns as Align has.
type Table struct {
	Align   []sources.Align
	Head    [][]Cell
	Rows    [][]Cell
	Caption *Caption // or nil
}

// Cell is a cell of a table.
type Cell struct {
	Inlines []Inline
	Span    int  // columns that it spans; 0 is 1
	Above   bool // it belongs to the cell above it
	Pos     diag.Pos
}

// Image is a picture in a file. Alt speaks for it.
type Image struct {
	File, Alt string
	Caption   *Caption // or nil
	Pos       diag.Pos
}

// Inline is a part of a paragraph; see sources.Inline.
type Inline struct {
	Kind    sources.InlineKind
	Literal bool // of a Run: it begins with escaped signs
	Pos     diag.Pos
	Text    string
	Inlines []Inline
	Target  string // of a Hyperlink, a URL; of a Reference, the id as written
	To      *Item  // what a Reference names; nil until references are found, and where nothing has the id
	Lang    string // of a Passage
	Note    int    // index into Text.Notes
	Image   *Image
}

// owned makes a text of a version of the manifest's; item is the id of what it belongs to. Paragraphs that bear labels
// are lists, unless the text is to be taken literally.
func (r *resolver) owned(v *sources.Version, lang, item string) *Text {
	t := &Text{Item: item, Lang: lang, Literal: v.Literal, Blocks: withoutYears(ownedBlocks(v.Blocks))}
	for _, n := range v.Notes {
		t.Notes = append(t.Notes, Note{ownedBlocks(n.Blocks)})
	}
	if v.Literal {
		return t
	}
	t.slips = r.slipsOf(v, lang)
	r.typeset(t)
	s := &sublists{lang: r.languages.Of(lang), tell: func(code string, pos diag.Pos, args diag.Args) {
		r.bag.AddItem(code, pos, item, args)
	}}
	t.Blocks = s.blocks(captionedByHand(t.Blocks, s.lang))
	for i := range t.Notes {
		t.Notes[i].Blocks = s.blocks(t.Notes[i].Blocks)
	}
	return t
}

func ownedBlocks(list []sources.Block) []Block {
	out := make([]Block, len(list))
	for i, b := range list {
		out[i] = Block{Kind: b.Kind, Pos: b.Pos, ID: b.ID, Level: b.Level, Lang: b.Lang,
			Inlines: ownedInlines(b.Inlines),
			Blocks:  ownedBlocks(b.Blocks), Ordered: b.Ordered, Start: b.Start, Delimiter: b.Delimiter, Tight: b.Tight,
			Counted: b.Counted, Label: b.Label, Bare: b.Bare, Literal: b.Literal, Here: b.Here,
			Table: ownedTable(b.Table), Image: ownedImage(b.Image)}
	}
	return out
}

func ownedInlines(list []sources.Inline) []Inline {
	if len(list) == 0 {
		return nil
	}
	out := make([]Inline, len(list))
	for i, in := range list {
		out[i] = Inline{Kind: in.Kind, Pos: in.Pos, Text: in.Text, Inlines: ownedInlines(in.Inlines), Target: in.Target,
			Lang: in.Lang, Note: in.Note, Image: ownedImage(in.Image), Literal: in.Literal}
	}
	return out
}

func ownedTable(t *sources.Table) *Table {
	if t == nil {
		return nil
	}
	out := &Table{Align: slices.Clone(t.Align)}
	for _, row := range t.Head {
		out.Head = append(out.Head, ownedCells(row))
	}
	for _, row := range t.Rows {
		out.Rows = append(out.Rows, ownedCells(row))
	}
	if len(t.Caption) > 0 {
		out.Caption = &Caption{Own: t.Number, Words: ownedInlines(t.Caption)}
	}
	return out
}

func ownedCells(list []sources.Cell) []Cell {
	var out []Cell
	for _, c := range list {
		out = append(out, Cell{Inlines: ownedInlines(c.Inlines), Span: c.Span, Above: c.Above, Pos: c.Pos})
	}
	return out
}

func ownedImage(im *sources.Image) *Image {
	if im == nil {
		return nil
	}
	out := &Image{File: im.File, Alt: im.Alt, Pos: im.Pos}
	if im.Title != "" {
		out.Caption = &Caption{Own: im.Number, Words: []Inline{{Kind: sources.Run, Text: im.Title, Pos: im.Pos}}}
	}
	return out
}

// walk visits every block of the text in order, each before those in it, the notes' last.
func (t *Text) walk(visit func(*Block)) {
	walkBlocks(t.Blocks, visit)
	for i := range t.Notes {
		walkBlocks(t.Notes[i].Blocks, visit)
	}
}

func walkBlocks(list []Block, visit func(*Block)) {
	for i := range list {
		visit(&list[i])
		walkBlocks(list[i].Blocks, visit)
	}
}

// walkInlines visits every inline of the text, each before those in it.
func (t *Text) walkInlines(visit func(*Inline)) {
	t.walk(func(b *Block) {
		walkInlines(b.Inlines, visit)
		if b.Image != nil {
			b.Image.Caption.walk(visit)
		}
		if b.Table == nil {
			return
		}
		b.Table.Caption.walk(visit)
		for _, rows := range [][][]Cell{b.Table.Head, b.Table.Rows} {
			for _, row := range rows {
				for i := range row {
					walkInlines(row[i].Inlines, visit)
				}
			}
		}
	})
}

func walkInlines(list []Inline, visit func(*Inline)) {
	for i := range list {
		visit(&list[i])
		walkInlines(list[i].Inlines, visit)
	}
}

// Plain gives the words of inlines without their dress.
func Plain(list []Inline) string {
	if len(list) == 1 && list[0].Kind == sources.Run && spacedOnce(list[0].Text) {
		return list[0].Text // most paragraphs, and they are asked for again and again
	}
	var b strings.Builder
	walkInlines(list, func(in *Inline) {
		switch in.Kind {
		case sources.Run, sources.CodeSpan:
			b.WriteString(in.Text)
		case sources.LineBreak, sources.ParagraphBreak:
			b.WriteByte(' ')
		}
	})
	return strings.Join(strings.Fields(b.String()), " ")
}

// spacedOnce reports whether words have no white space but single spaces between them.
func spacedOnce(words string) bool {
	before := ' '
	for _, r := range words {
		if unicode.IsSpace(r) && (r != ' ' || before == ' ') {
			return false
		}
		before = r
	}
	return words == "" || before != ' '
}
