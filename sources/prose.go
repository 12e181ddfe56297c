package sources

import "rapporteur/sources/diag"

// Prose is a Markdown text, read and checked, in each language that the manifest gives it in.
type Prose struct {
	Pos diag.Pos // in the manifest
	By  []Version
}

// Version is a text in one language; Lang is "" where the manifest gives one for all.
type Version struct {
	Lang   string
	File   string // "" where the Markdown stands in the manifest itself
	Blocks []Block
	Notes  []Note // in the order of their first marks
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
	ID        string // of {#id}, on headings and paragraphs
	Level     int    // of a heading: 1 stands one below its item's title
	Lang      string // of a Div: a language tag
	Inlines   []Inline
	Blocks    []Block
	Ordered   bool // of a List
	Start     int  // first number of an ordered List
	Delimiter byte // of a List: '.' or ')' after numbers, '-', '*' or '+' before items
	Tight     bool // of a List: no blank lines between its items
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

// Table is a pipe table; every row has as many cells as Align. Caption is the paragraph "Table: …" before or after it.
type Table struct {
	Align   []Align
	Head    []Cell
	Rows    [][]Cell
	Caption []Inline
}

// Cell is a cell of a table.
type Cell struct {
	Inlines []Inline
	Pos     diag.Pos
}

// Image is a picture in a file: path relative to the manifest, which was found to exist. Alt, never empty, speaks for
// it; Title is its caption.
type Image struct {
	File  string
	Alt   string
	Title string
	Pos   diag.Pos
}

// InlineKind says what an inline is.
type InlineKind int

// The kinds of inlines. Text stands in Run and CodeSpan; Inlines in Emphasis, Strong and Hyperlink; Target in Hyperlink
// (a URL) and Reference (an id); Note in NoteMark; Image in Picture.
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
)

// Inline is a part of a paragraph. A Run never spans two lines of its source, so a character of it stands that many
// columns after Pos (but for escapes, and where NFC joined characters).
type Inline struct {
	Kind    InlineKind
	Pos     diag.Pos
	Text    string
	Inlines []Inline
	Target  string
	Note    int // index into Version.Notes
	Image   *Image
}
