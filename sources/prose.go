package sources

import "rapporteur/sources/diag"

// Prose is a text in Markdown or of a word processor, read and checked, in each language that the manifest gives it in.
type Prose struct {
	Pos     diag.Pos // in the manifest
	Pattern string   // the path, where it names a file for each language; "" else
	By      []Version
}

// Version is a text in one language; Lang is "" where the manifest gives one for all.
type Version struct {
	Lang    string
	File    string // "" where the Markdown stands in the manifest itself
	Literal bool   // its signs mean themselves: nothing in it is taken for a slip
	Blocks  []Block
	Notes   []Note // in the order of their first marks
}

// In gives the version in lang, or in lang without its region, or the one for all; nil if there is none.
func (p *Prose) In(lang string) *Version {
	if p == nil {
		return nil
	}
	if i := p.Closest(lang); i >= 0 {
		return &p.By[i]
	}
	for i := range p.By {
		if p.By[i].Lang == "" {
			return &p.By[i]
		}
	}
	return nil
}

// File is the path of the text in a language, where the manifest has a path for each; "" else.
func (p *Prose) File(lang string) string { return inLanguage(p.Pattern, lang) }

// Closest is the index of the version in lang, or in lang without its region; -1 if there is none of its own.
func (p *Prose) Closest(lang string) int {
	return Closest(lang, len(p.By), func(i int) string { return p.By[i].Lang })
}

// Note is a footnote's text.
type Note struct {
	Label  string
	Pos    diag.Pos
	Blocks []Block
}

// BlockKind says what a block is.
type BlockKind int

// The kinds of blocks. Inlines stand in Paragraph, Heading and Term; Blocks in List (of Item), Item, Quote, Definitions
// (of Term and Definition), Definition and Div; a Table in TableBlock, an Image in Figure, one Run of verbatim lines in
// CodeBlock.
const (
	Paragraph BlockKind = iota
	Heading
	List
	Item
	Quote
	TableBlock
	Figure
	Definitions
	Term
	Definition
	CodeBlock
	Rule
	Div
)

// Block is a block of a text; which fields it fills, its kind says.
type Block struct {
	Kind      BlockKind
	Pos       diag.Pos
	ID        string // of {#id}, on headings and paragraphs; of a table on its caption
	Level     int    // of a heading: 1 stands one below its item's title
	Lang      string // of a Div: a language tag, "" the one around it
	Bare      bool   // of a Div: its paragraphs bear no numbers
	Literal   bool   // of a Div: its signs mean themselves
	Here      bool   // of a Div: its figures and tables stay where they stand
	Inlines   []Inline
	Blocks    []Block
	Ordered   bool   // of a List
	Start     int    // first number of an ordered List
	Delimiter byte   // of a List: '.' or ')' after numbers, '-', '*' or '+' before items
	Tight     bool   // of a List: no blank lines between its items
	Counted   bool   // of an ordered List: all its items are typed with one number, so that the report counts them
	Label     string // of an Item or a Heading: its own number, as printed in a word processor's text; "" in Markdown
	Table     *Table
	Image     *Image
}

// Align is the alignment of a table's column.
type Align int

// The alignments, left and right as Markdown writes them, whatever the language's direction.
const (
	AlignNone Align = iota
	AlignLeft
	AlignCenter
	AlignRight
)

// Table is a table; the cells of every row span as many columns as Align has. Caption is the paragraph "Table: …"
// before or after it, Number the words before it in a word processor's text ("Table 3."), for a report that does not
// number its tables.
type Table struct {
	Align   []Align
	Head    [][]Cell // its rows: one in Markdown
	Rows    [][]Cell
	Caption []Inline
	Number  string
}

// Cell is a cell of a table.
type Cell struct {
	Inlines []Inline
	Span    int  // columns that it spans; 0 is 1, as always in Markdown
	Above   bool // it belongs to the cell above it, which spans as many columns, and holds nothing
	Pos     diag.Pos
}

// Image is a picture in a file: path relative to the manifest, which was found to exist; of one within a word
// processor's file, that file's path, `/` and its name there. Alt, never empty, speaks for it; Title is its caption,
// Number the words before it ("Figure 2."), as of a Table.
type Image struct {
	File   string
	Alt    string
	Title  string
	Number string
	Pos    diag.Pos
}

// InlineKind says what an inline is.
type InlineKind uint8

// The kinds of inlines. Text stands in Run and CodeSpan; Inlines in Emphasis, Strong, Hyperlink and what follows
// Picture; Target in Hyperlink (a URL, or `#` and the id of a place in the same text) and Reference (an id); Note in
// NoteMark; Image in Picture; Lang in Passage.
const (
	Run InlineKind = iota
	Emphasis
	Strong
	CodeSpan
	Hyperlink
	Reference
	NoteMark
	LineBreak
	Picture
	Superscript
	Subscript
	SmallCaps
	Passage // in another language
	// ParagraphBreak stands between the paragraphs of a cell.
	ParagraphBreak
)

// Inline is a part of a paragraph. A Run never spans two lines of its source, so a character of it stands that many
// columns after Pos (but for escapes, and where NFC joined characters).
type Inline struct {
	Kind    InlineKind
	Literal bool // of a Run: it begins with escaped signs, which are no label of an item
	Pos     diag.Pos
	Text    string
	Inlines []Inline
	Target  string
	Lang    string
	Note    int // index into Version.Notes
	Image   *Image
	Signs   string // of a Run in which signs are escaped: its text with blanks in their place; "" for its text
}
