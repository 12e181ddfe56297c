package document

import (
	"net/url"
	"slices"

	"rapporteur/layout/lang"
	"rapporteur/sources"
	"rapporteur/sources/diag"
)

// Document is the report as it is meant: words in the edition's language, delegations found, ids unique and known,
// numbers given. Only Resolve makes one, and nobody changes it, but for ForgetTexts.
type Document struct {
	Extract         *Extract // nil: the whole report
	Lang            string
	Words           *lang.Language
	Settings        sources.Layout
	Outputs         []string     // what is published
	Volumes         sources.Text // how it is divided into volumes: by a word, or a number of pages; zero: not
	Divided         bool         // into parts, each opened by a page of its own
	Title, Subtitle string
	Symbol, URL     string
	Date            sources.Date
	Event           Event
	Publication     Publication
	Parts           []Part // the spine: what the report consists of, in order
	Abbreviations   []Abbreviation
	Members         []ParticipantGroup
	Parties         []*Party     // that the manifest lists
	Statements      []*Statement // all of them, sessions and panels in order
	Summary         *Summary
	Annexes         []*Annex
	Recommendations []*Recommendation
	Index           []IndexGroup
	items           map[string]*Item // by id, in lower case
}

// ItemKind says what an id names.
type ItemKind int

// What an id can name.
const (
	StatementItem ItemKind = iota
	SessionItem
	RecommendationItem
	AnnexItem
	ChapterItem
	SummaryItem
	HeadingItem
	ParagraphItem
	TableItem
	FigureItem
)

// Item is what an id names.
type Item struct {
	ID          string
	Kind        ItemKind
	Title       string // as a reference prints it where there is no number
	Number      string // as a reference prints it: "IV", "IV.B", "12"; "" none
	Paragraph   int    // number of a paragraph; 0 else
	Pos         diag.Pos
	titled      diag.Pos          // where its title is written
	Recommended []*Recommendation // those that are based on it
	Statement   *Statement        // of a StatementItem
}

// Event is what was held.
type Event struct {
	Title, Place, URL string
	From, To          sources.Date
	Organizers        []string
}

// Publication is what the cover and the imprint say.
type Publication struct {
	Organization                 string
	Emblem                       *File
	SalesNumber, ISBN, ISSN, Job string
	DOI                          string
	Distribution, Copyright      string
	Disclaimers                  []string
	Accessibility                bool // the imprint says how accessible the report is
}

// Chapter is a text with a title.
type Chapter struct {
	ID, Title string
	Text      *Text
	Pos       diag.Pos
}

// Abbreviation is a short form and what it stands for.
type Abbreviation struct{ Short, Meaning string }

// Summary is the Chair's summary.
type Summary struct {
	ID, Title string
	Text      *Text
	Originals []*Original
	Pos       diag.Pos
}

// Party is a delegation: a State, an organisation or another body.
type Party struct {
	Key, Name, Group, Sort string
	Names                  []string // in every language that the manifest names it in
}

// Person is someone with an office.
type Person struct {
	Name, Role, As, Sort string
	Party                *Party
	words                *lang.Language // that it is named in
}

// Session is a meeting or a panel.
type Session struct {
	ID, Title  string
	Date       sources.Date
	Officers   []Person // the chair first
	Floor      []*Party // who took the floor beside those who made a statement
	Statements []*Statement
	Sections   []*Section // what it sets, in order
	Pos        diag.Pos
}

// Statement is what one speaker, or several, said.
type Statement struct {
	ID, Title  string
	Session    *Session
	Speakers   []Person
	OnBehalfOf string // by name, or the phrase where it has none; "" nobody
	ForWhom    string // the phrase: "on behalf of the African Group"
	ReadBy     string // the phrase: "delivered by the Deputy Permanent Representative"
	Status     string
	Lang       string // as delivered
	Symbol     string
	Text       *Text
	Originals  []*Original
	Links      []Link
	Pos        diag.Pos
}

// Link leads out of the report.
type Link struct{ Title, URL string }

// Group is recommendations that share a heading; Title is "" where they have none.
type Group struct {
	Title, Number   string
	Recommendations []*Recommendation
}

// Recommendation is a numbered recommendation.
type Recommendation struct {
	ID         string
	Number     int
	Name       string // with its number: "Recommendation 3"
	Text       *Text
	From       []*Item
	Addressees []string
	Pos        diag.Pos
}

// ParticipantGroup is a heading of the list of participants.
type ParticipantGroup struct {
	Name    string
	Parties []ParticipantParty
}

// ParticipantParty is a delegation with its members.
type ParticipantParty struct {
	Name    string
	Members []Participant
}

// Participant is someone who took part.
type Participant struct{ Honorific, Name, Role, Institution string }

// Annex is a text, originals, or both.
type Annex struct {
	ID, Title string
	Number    int
	Text      *Text
	Originals []*Original
	Lang      string
	Pos       diag.Pos
}

// File is a file of the user's, with the place that names it.
type File struct {
	Name string
	Pos  diag.Pos
}

// Item gives what an id names, case ignored.
func (d *Document) Item(id string) *Item { return d.items[fold(id)] }

// Order is that of names in the report.
func (d *Document) Order() *lang.Order {
	return d.Words.Order(d.Settings.Names.Value == sources.ByStrokes)
}

// Listed are the parts that the contents list: those of the document, and of a volume those of all volumes.
func (d *Document) Listed() []Part {
	if d.Extract != nil && d.Extract.Volume > 0 {
		return d.Extract.whole.Parts
	}
	return d.Parts
}

// Language is that of the document as a whole: the edition's, or that of the one text which an extract holds.
func (d *Document) Language() string {
	if d.Extract != nil && d.Extract.Lang != "" {
		return d.Extract.Lang
	}
	return d.Lang
}

// Author is who answers for the report: the organization, or who organized the event.
func (d *Document) Author() string {
	if d.Extract != nil && d.Extract.By != "" {
		return d.Extract.By
	}
	if d.Publication.Organization != "" {
		return d.Publication.Organization
	}
	return d.Words.List(d.Event.Organizers)
}

// ISODate is the report's date as files write it, 2012-03-01; "" where it has none.
func (d *Document) ISODate() string {
	if d.Date.IsZero() {
		return ""
	}
	return d.Date.Time().Format("2006-01-02")
}

// DOIAddress is where the report's DOI leads; "" where it has none, or what it has is no DOI.
func (d *Document) DOIAddress() string {
	if !soundDOI(d.Publication.DOI) {
		return ""
	}
	return "https://doi.org/" + (&url.URL{Path: d.Publication.DOI}).EscapedPath()
}

// Identifiers are the names that the report is known by, beside its address: its symbol, and its numbers as names of
// resources (RFC 8254, RFC 3044) or as an address.
func (d *Document) Identifiers() (list []string) {
	p := d.Publication
	for _, id := range [][2]string{{"", d.Symbol}, {"urn:isbn:", p.SoundISBN()}, {"urn:issn:", p.soundISSN()},
		{"", d.DOIAddress()}} {
		if id[1] != "" {
			list = append(list, id[0]+id[1])
		}
	}
	return list
}

// Languages are those in which the report has something to read: its own first, then those of texts and originals, each
// once, in their order.
func (d *Document) Languages() []string {
	list := []string{d.Language()}
	put := func(tag string) {
		if tag != "" && !slices.Contains(list, tag) {
			list = append(list, tag)
		}
	}
	for i := range d.Parts {
		for _, t := range d.Parts[i].Texts {
			put(t.Lang)
		}
		if o := d.Parts[i].Original; o != nil {
			put(o.Lang)
		}
	}
	return list
}
