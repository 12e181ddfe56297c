package layout

// Numbering says how the pages of a run are labelled.
type Numbering int

// The numberings: lower-case roman for what stands before the report proper, arabic from 1 for the rest.
const (
	Roman Numbering = iota
	Arabic
)

// Opening says on which page a run may open.
type Opening int

// The openings. A right-hand page is one with an odd physical number; a blank page is put before it where needed.
const (
	AnyPage Opening = iota
	RightPage
)

// Run is what starts on a page of its own: a front piece, the contents, a chapter, a statement's text, a divider, an
// original, an annex, an index. A run holds blocks or foreign pages, not both.
type Run struct {
	ID        string // unique; also an anchor at its first page
	Also      string // a second anchor there; "" none
	Kind      string // a word of the caller's, which dumps print and nothing here goes by
	Item      string // id of the manifest's item that it belongs to, "" none; nothing here goes by it either
	Title     string // plain text, for the outline, the tree and the ledger
	Lang      string
	Numbering Numbering
	From      int // the number of its first page, where that does not follow from the pages before it; else 0
	Opening   Opening
	Bare      bool // no running head nor folio is printed (cover, imprint, blank)
	Head      Head
	Blocks    []Block
	Foreign   []ForeignPage
	Root      Element    // the structure element that holds the run: Tag Part, Sect …, Lang, Title
	Outline   []Bookmark // the run's items in the outline of the report; a block's own are added while it is set
	Origin    Origin
}

// Head is what the running head says, in plain words: towards the spine and towards the edge, on left-hand and
// right-hand pages.
type Head struct{ Left, Right string }

// ForeignPage is a page of an original: its size as it is shown, in points times 1000.
type ForeignPage struct{ Width, Height Length }

// Bookmark is an item of the outline. Level 0 is the top; the linker nests by level in run order.
type Bookmark struct {
	Level  int
	Title  string
	Target string // an anchor
	Closed bool
}
