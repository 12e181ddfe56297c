package layout

// Emphasis is a set of ways in which a stretch of text stands out from its paragraph.
type Emphasis uint8

// The ways.
const (
	Italic Emphasis = 1 << iota
	Bold
	SmallCaps
	Superior
	Sans
	Inferior
)

// Inline is a stretch of text inside a block, as composed.
type Inline struct {
	Text   string
	Emph   Emphasis
	Lang   string  // "" is the block's
	Link   string  // "" none, "#id" a place in the report, else a URI
	Name   string  // of the link for someone who sees nothing around it, "Recommendation 7"; "" its words
	Ref    *Ref    // what is printed depends on where things stand; Text is then ignored
	Note   *Note   // a note called here; Text is its mark
	Figure *Figure // a picture that stands in the line, instead of words; its caption is not set
	Anchor string  // an id whose place is here
	Break  bool    // a forced line break follows
	Whole  bool    // its words are not divided: what the report says itself
	Origin Origin
}

// RefKind says what of its target a reference prints.
type RefKind int

// What a reference may print.
const (
	FirstPage RefKind = iota // the label of the page where the target stands
	PageRange                // first and last page of a run, "24–26", one label when they are equal
)

// Ref is a printed reference to a place. ID is an anchor's or a run's. One and Several are what is printed about the
// number of one page and about those of a range, "p. {n}" and "pp. {n}": which of them it will be is known only when
// the pages are. Empty, the number stands alone. Without an ID it leads nowhere, and One is printed as it stands. A
// range of pages ends with the page of To, if that is given.
type Ref struct {
	ID, To       string
	Kind         RefKind
	One, Several string
}

// Note is a footnote: its mark as printed, and its text, set at the foot of the page on which it is called.
type Note struct {
	ID     string // unique in its run
	Mark   string
	Under  bool // it stands under the table or figure that calls it, not at the foot of the page
	Blocks []Block
}

// Link is a link of a run: what it leads to, and the words that describe it to someone who cannot see it.
type Link struct {
	Target string // "#id" or a URI
	Node   Node   // its Link element
	Text   string // /Contents of the annotation
}
