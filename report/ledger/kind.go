package ledger

// Kind says what a part of the report is, and with it what its pages are like. The zero Kind is a part without pages of
// its own: a heading in the contents over the parts that follow.
type Kind string

// The kinds, as the account names them, but for Session.
const (
	Cover           Kind = "cover"
	Masthead        Kind = "masthead" // of a report without cover
	HalfTitle       Kind = "half-title"
	Imprint         Kind = "imprint"
	Contents        Kind = "contents"
	List            Kind = "list" // of figures, of tables
	Front           Kind = "front"
	Abbreviations   Kind = "abbreviations"
	Summary         Kind = "summary"
	PartPage        Kind = "part"
	Chapter         Kind = "chapter" // of the introduction or the conclusions
	Session         Kind = "session" // a chapter too, and named so in the account
	Recommendations Kind = "recommendations"
	Statement       Kind = "statement"
	Participants    Kind = "participants"
	Annex           Kind = "annex"
	Divider         Kind = "divider"
	Received        Kind = "original"
	Index           Kind = "index"
	Blank           Kind = "blank"
)

// trait is a property of a kind; a kind has a set of them.
type trait uint16

const (
	bare       trait = 1 << iota // neither running head nor folio is printed
	roman                        // its pages bear roman numbers
	inContents                   // it has a line in the contents
	inOutline                    // and an item in the outline
	chapter                      // it is one of the report's numbered chapters
	numbered                     // its paragraphs are numbered
	received                     // its pages are an original's
	right                        // it begins on a right-hand page, as what opens a volume or a part of it does
	listing                      // its lines name places with their pages: the ledger holds them, verify compares them
)

// traits is the table of kinds: whoever adds one says here what its pages are like.
var traits = map[Kind]trait{
	"":              inContents | inOutline,
	Cover:           bare | roman | inOutline,
	Masthead:        inOutline | listing,
	HalfTitle:       bare | roman | right,
	Imprint:         bare | roman,
	Contents:        roman | inOutline | listing | right,
	List:            roman | inContents | inOutline | listing,
	Front:           roman | inContents | inOutline,
	Abbreviations:   roman | inContents | inOutline,
	Summary:         roman | inContents | inOutline,
	PartPage:        bare | inContents | inOutline | right,
	Chapter:         inContents | inOutline | chapter | numbered,
	Session:         inContents | inOutline | chapter | numbered,
	Recommendations: inContents | inOutline | chapter | numbered,
	Statement:       inContents | inOutline,
	Participants:    inContents | inOutline,
	Annex:           inContents | inOutline | numbered,
	Divider:         inContents | inOutline,
	Received:        inOutline | received,
	Index:           inContents | inOutline,
	Blank:           bare,
}

func (k Kind) has(t trait) bool { return traits[k]&t != 0 }

// Bare reports whether pages of the kind print no running head and no folio; a folio that is printed all the same
// must be right.
func (k Kind) Bare() bool { return k.has(bare) }

// Roman reports whether pages of the kind bear roman numbers; the others bear arabic ones, from 1.
func (k Kind) Roman() bool { return k.has(roman) }

// InContents reports whether a part of the kind has a line in the contents.
func (k Kind) InContents() bool { return k.has(inContents) }

// InOutline reports whether a part of the kind has an item in the outline.
func (k Kind) InOutline() bool { return k.has(inOutline) }

// Chapter reports whether a part of the kind is counted among the report's chapters: I, II, III.
func (k Kind) Chapter() bool { return k.has(chapter) }

// Numbered reports whether the paragraphs of a part of the kind are numbered.
func (k Kind) Numbered() bool { return k.has(numbered) }

// Received reports whether pages of the kind are an original's and not ours.
func (k Kind) Received() bool { return k.has(received) }

// Listing reports whether pages of the kind list places with their pages: the lines stand in the ledger's contents.
func (k Kind) Listing() bool { return k.has(listing) }

// Right reports whether a part of the kind begins on a right-hand page as a rule; the others follow on the next page:
// most reports are read on screens, where the empty page before a chapter is a hole.
func (k Kind) Right() bool { return k.has(right) }

// Account is the kind under which the account lists the pages: a session is listed as the chapter that it is.
func (k Kind) Account() Kind {
	if k == Session {
		return Chapter
	}
	return k
}

// Accounted reports whether the account may list pages under the kind.
func (k Kind) Accounted() bool {
	_, known := traits[k]
	return known && k != "" && k == k.Account()
}
