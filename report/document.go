package report

import (
	"rapporteur/layout/lang"
	"rapporteur/sources"
	"rapporteur/sources/diag"
)

// Document is the report as it is meant: words in the edition's language, delegations found, ids unique and known, originals opened and measured.
// Only resolve makes one, and nobody changes it.
type Document struct {
	Lang            string
	Words           *lang.Language
	Settings        sources.Layout
	Title, Subtitle string
	Symbol, URL     string
	Date            sources.Date
	Event           Event
	Publication     Publication
	Front           []*Chapter
	Abbreviations   []Abbreviation
	Summary         *Summary
	Introduction    []*Chapter
	Sessions        []*Session
	Conclusions     []*Chapter
	Recommendations []*Recommendation
	Groups          []ParticipantGroup
	Annexes         []*Annex
	Statements      []*Statement // all of them, sessions and panels in order
	items           map[string]*Item
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
)

// Item is what an id names.
type Item struct {
	ID          string
	Kind        ItemKind
	Title       string // as a reference prints it
	Pos         diag.Pos
	Block       *sources.Block    // of a heading or paragraph
	Recommended []*Recommendation // those that rest on it
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
	Emblem                       *Image
	SalesNumber, ISBN, ISSN, Job string
	Distribution, Copyright      string
	Disclaimers                  []string
}

// Chapter is a text with a title.
type Chapter struct {
	ID, Title string
	Text      *Text
	Pos       diag.Pos
}

// Text is prose in the language that it will be set in.
type Text struct {
	Lang    string
	Version *sources.Version
}

// Abbreviation is a short form and what it stands for.
type Abbreviation struct{ Short, Meaning string }

// Summary is the Chair's summary.
type Summary struct {
	Title     string
	Text      *Text
	Originals []*Original
	Pos       diag.Pos
}

// Party is a delegation: a State, an organisation or another body.
type Party struct{ Key, Name, Group, Sort string }

// Person is someone with an office.
type Person struct {
	Name, Role, As, Sort string
	Party                *Party
	words                *lang.Language // that it is named in
}

// Session is a meeting or a panel.
type Session struct {
	ID, Title     string
	Date          sources.Date
	Officers      []Person // the chair first
	Intro, Debate *Text
	Floor         []*Party
	Statements    []*Statement
	Panels        []*Session
	Pos           diag.Pos
}

// Statement is what one speaker, or several, said.
type Statement struct {
	ID, Title   string
	Session     *Session
	Speakers    []Person
	OnBehalfOf  string
	DeliveredBy *Person
	Status      string
	Lang        string // as delivered
	Symbol      string
	Text        *Text
	Originals   []*Original
	Links       []Link
	Pos         diag.Pos
}

// Link leads out of the report.
type Link struct{ Title, URL string }

// Original is a file that was handed in, opened once and measured.
type Original struct {
	File, SHA256 string
	Lang, Kind   string
	Chosen       []int  // pages, from 0
	Ranges       string // as the manifest has them; "" all
	passwords    []string
	Pos          diag.Pos
}

// Recommendation is a numbered recommendation.
type Recommendation struct {
	ID, Group  string
	Number     int
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

// Image is a picture file that was read and checked.
type Image struct {
	File string
	Pos  diag.Pos
}

// Item gives what an id names, case ignored.
func (d *Document) Item(id string) *Item { return d.items[fold(id)] }
