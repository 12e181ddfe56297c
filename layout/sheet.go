package layout

import (
	"rapporteur/fonts"
	"rapporteur/layout/lang"
	"rapporteur/layout/text"
)

// TextAlign and Color are text's, Language is lang's.
type (
	TextAlign = text.Align
	Color     = text.Color
	Language  = lang.Language
)

// Role names a look: each has an entry in the Sheet.
type Role int

// The roles.
const (
	Body     Role = iota
	Numbered      // body paragraphs with a number before them
	QuoteText
	NoteText
	HeadPart // title of a part, alone on its page
	HeadChapter
	HeadA // first level below a chapter
	HeadB
	HeadC
	HeadD
	HeadStatement // title over a statement's text
	Kicker        // small words over a title: "Chapter I", date, symbol
	Byline
	Lead    // lines of facts under a chapter's title: chair, officers
	Speaker // who spoke, in a session's list of statements
	CellText
	CellHead
	EntryPart
	EntryChapter
	EntryItem
	EntryPlain // a chapter without a number
	EntryIndex
	Caption
	CoverOrganization
	CoverTitle
	CoverSubtitle
	CoverFacts
	Fine // imprint
	RunningHead
	Folio
	Recommendation // text of a recommendation
	DividerTitle
	DividerFacts
	DividerNote
	ListText
	roleCount
)

// Look is how paragraphs of a role are set.
type Look struct {
	Face          fonts.Face
	Size          Length
	Leading       Length
	Align         TextAlign
	Before, After Length // space before and after; between two paragraphs the larger counts
	Indent        Length // at the start side, of every line
	Outdent       Length // at the end side
	Label         Length // width of the slot in which a label hangs; it is part of Indent when positive
	First         Length // indent of the first line
	Color         Color
	SmallCaps     bool
	Hyphenate     bool
	KeepNext      bool // stays with what follows
	Tabular       bool
}

// Sheet is the house style: measures for one profile and language.
type Sheet struct {
	Width, Height             Length    // of the page
	Top, Bottom, Inner, Outer Length    // margins
	Lang                      *Language // of the report
	Languages                 *lang.Set // that tags are looked up in
	Looks                     [roleCount]Look
	NoteRule                  Length // length of the rule over notes
	Hyphen                    bool
	Strings                   map[string]string // the few words that layout prints itself: "continued"
	Library                   *fonts.Library
	Words                     *text.Shared // of documents that are set one after the other; nil: each has its own
}

// ShareWords has documents that are set by these sheets, or by one of them several times, shape each word once. The
// sheets have one library and divide words alike; what was shaped is kept as long as they are.
func ShareWords(sheets ...*Sheet) {
	shared := text.NewShared(sheets[0].Library, sheets[0].Hyphen)
	for _, s := range sheets {
		s.Words = shared
	}
}

// Frame is the part of the page that text is set in.
func (s *Sheet) Frame() (width, height Length) {
	return s.Width - s.Inner - s.Outer, s.Height - s.Top - s.Bottom
}

// RTL reports whether the report is bound on the right.
func (s *Sheet) RTL() bool { return s.Lang.RTL() }

// FrameLeft is the distance from the page's left edge to the frame's, on a right-hand page (odd number) or a left-hand
// one. In a report bound on the right, odd pages stand on the left of the spread, and inner and outer change places.
func (s *Sheet) FrameLeft(odd bool) Length {
	if odd != s.RTL() {
		return s.Inner
	}
	return s.Outer
}

// Look gives the look of a role for text in lang, which may need more white between its lines than the house gives.
func (s *Sheet) Look(r Role, lang *Language) Look {
	l := s.Looks[r]
	l.Leading = max(l.Leading, l.Size*Length(lang.LeastLeading())/100)
	return l
}

// roleNames are as the dumps have them.
var roleNames = [roleCount]string{
	Body:              "body",
	Numbered:          "numbered",
	QuoteText:         "quote-text",
	NoteText:          "note-text",
	HeadPart:          "head-part",
	HeadChapter:       "head-chapter",
	HeadA:             "head-a",
	HeadB:             "head-b",
	HeadC:             "head-c",
	HeadD:             "head-d",
	HeadStatement:     "head-statement",
	Kicker:            "kicker",
	Byline:            "byline",
	Lead:              "lead",
	Speaker:           "speaker",
	CellText:          "cell-text",
	CellHead:          "cell-head",
	EntryPart:         "entry-part",
	EntryChapter:      "entry-chapter",
	EntryItem:         "entry-item",
	EntryPlain:        "entry-plain",
	EntryIndex:        "entry-index",
	Caption:           "caption",
	CoverOrganization: "cover-organization",
	CoverTitle:        "cover-title",
	CoverSubtitle:     "cover-subtitle",
	CoverFacts:        "cover-facts",
	Fine:              "fine",
	RunningHead:       "running-head",
	Folio:             "folio",
	Recommendation:    "recommendation",
	DividerTitle:      "divider-title",
	DividerFacts:      "divider-facts",
	DividerNote:       "divider-note",
	ListText:          "list-text",
}

// String gives the role's name.
func (r Role) String() string {
	if r < 0 || r >= roleCount {
		return "role?"
	}
	return roleNames[r]
}
