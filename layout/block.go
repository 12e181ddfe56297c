package layout

// Block is a part of a run that knows how to become rows. Each kind has a file of its own; values and pointers
// serve alike.
type Block interface {
	// rows appends the block's rows to the stack; it never fails: what cannot be set is a complaint.
	rows(s *stack)
	// dump writes the block, one line and what it holds below it.
	dump(d *dumper)
	// encode writes every field of the block, for the run's key.
	encode(e *encoder)
}

// Group holds blocks below one structure element, or in another language, without any look of its own.
type Group struct {
	Tag    Tag // "" adds no element
	Lang   string
	Anchor string   // an id whose place is where the group begins
	Keep   bool     // not to be broken over pages
	Behind bool     // it belongs to what stands before it: no page begins with it if that can be helped
	Again  []Inline // stands above what goes on over the page, in the look of Over: "Recommendation 5 (continued)"
	Over   Role
	Indent Length // at the start side
	Blocks []Block
}

// Heading is a title of any level. It stays with what follows.
type Heading struct {
	Level    int    // structure level: 1 is H1
	Role     Role   // how it looks
	Number   string // "I.", "A.", "" none
	Inlines  []Inline
	Anchor   string
	Bookmark *Bookmark // in the outline, or nil
	Lang     string
	Origin   Origin
}

// Paragraph is running text. Label, if any, hangs before the first line ("12.").
type Paragraph struct {
	Role     Role
	Tag      Tag // "" is P
	Label    string
	Inlines  []Inline
	Anchor   string
	Lang     string
	KeepNext bool // stays with what follows: running text with its last lines, anything else whole
	Origin   Origin
}

// List is a list with its labels as printed. It becomes L, LI, Lbl and LBody.
type List struct {
	Name      string // what it is of, for whoever does not see where it stands; "" none
	Numbering string // ListNumbering: Decimal, Disc, LowerAlpha …
	Items     []Item
	Tight     bool
	Role      Role // of the labels
}

// Item is an entry of a list.
type Item struct {
	Label  string
	Blocks []Block
	Anchor string
}

// Quote is a block quotation.
type Quote struct {
	Blocks []Block
	Lang   string
}

// Definitions is a list of terms with what they mean, in two columns where terms are short (abbreviations), else
// hanging.
type Definitions struct {
	Name    string // as a list's
	Entries []DefinitionEntry
	Columns bool
}

// DefinitionEntry is a term and its meaning.
type DefinitionEntry struct {
	Term []Inline
	Body []Block
}

// Table runs over pages with its head repeated. It becomes Table, TR, TH with scope, TD.
type Table struct {
	Columns []Column
	Head    []TableRow
	Rows    []TableRow
	Summary string
	Lang    string
	Plain   bool // no rules above, below and under the head
	// Again stands above the head that is repeated where the table goes on: "Table 3 (continued)".
	Again  []Inline
	Origin Origin
}

// Column is a column of a table. Widths are found from the contents unless Weight is given.
type Column struct {
	Align  TextAlign
	Weight int // share of the width; 0: by contents
}

// TableRow is a row of cells.
type TableRow struct {
	Cells []TableCell
	Group bool     // a heading over the rows that follow; stays with them
	Again []Inline // of a Group: stands above those rows where they go on over the page
}

// TableCell is a cell.
type TableCell struct {
	Inlines []Inline
	More    [][]Inline // its further paragraphs
	Span    int        // columns that it spans; 0 is 1
	Above   bool       // it belongs to the cell above it, which spans as many columns, and holds nothing
	Header  bool       // it says what its row is about
	Lang    string
	Origin  Origin
}

// Figure is a picture with its alternative text and caption.
type Figure struct {
	Name      string // what it is of, for whoever does not see where it stands; "" none
	Picture   *Picture
	Alt       string
	Caption   []Inline
	MaxWidth  Length // 0: the measure
	MaxHeight Length // 0: two thirds of the frame
	Align     TextAlign
	Origin    Origin
}

// Picture is an image as read: its bytes, kept encoded. Key is the hash of the bytes: equal pictures are painted once.
type Picture struct {
	Key           string
	Format        string // "png" (not interlaced), "jpeg" (gray or RGB)
	Data          []byte
	Width, Height int // pixels
}

// Entry is a line of the contents: words, dot leaders, columns at the end side. The whole line is a
// link to Target, but for the last column.
type Entry struct {
	Role       Role
	Level      int    // indent
	Label      string // "I.", hanging
	Inlines    []Inline
	Paragraphs string // the paragraphs' column: "1–12"
	Pages      []Ref  // the page column
	Beside     []Ref  // the last column: places beside the entry's own, each a link by itself
	// Heard is what the columns say to whoever does not see what stands over them: "paragraphs 1 to 12", "page {n}" and
	// "original, page {n}", in the language around; "" what is printed.
	Heard  [3]string
	Target string
	Lang   string
	Origin Origin
}

// Entries holds the lines of a contents: TOC with TOCI, each a Reference with its Link. Nested entries go
// by Level.
type Entries struct {
	Heads   EntryHeads
	Entries []Entry
}

// EntryHeads are the words over the columns of entries; "" none.
type EntryHeads struct {
	Label                     string // over the labels, at the start side: "Chapter"
	Paragraphs, Pages, Beside string // over the columns at the end side
}

// Roster is a body and those who came for it, in lines such as those of an index.
type Roster struct {
	Name    string   // "" nobody's
	Again   []Inline // stands above the members that go on in the next column: "Spain (continued)"
	Members [][]Inline
}

// Columns sets blocks in columns side by side, balanced on the last page.
type Columns struct {
	Count  int
	Blocks []Block
}

// Space is vertical space; Fill takes what the page leaves, in proportion.
type Space struct {
	Height Length
	Fill   int
}

// Rule is a line across, or of the width given, at the start, centred or at the end.
type Rule struct {
	Width, Thickness Length // Width 0: the measure
	Align            TextAlign
	Color            Color
}

// PageBreak ends the page.
type PageBreak struct{}
