package sources

import "rapporteur/sources/diag"

// Manifest is the manifest as written: every key that it gives, with its place, and nothing that it does not give. Defaults and meaning
// (delegations found by key, ids made up, references) are the next pass's.
//
// File is the manifest's name in Dir, the folder that it lies in; every other path, in the manifest and in positions, is relative to Dir and written with `/`.
type Manifest struct {
	File, Dir       string
	Files           []string // every file in Dir that was found by a path of the manifest or of a text, sorted
	Report          Report
	Event           Event
	Publication     Publication
	Layout          Layout
	Delegations     []Delegation
	Front           []Chapter
	Abbreviations   []Abbreviation
	Summary         *Summary
	Introduction    []Chapter
	Sessions        []Session
	Conclusions     []Chapter
	Recommendations []Recommendation
	Participants    []Participant
	Annexes         []Annex
}

// Report says what the document is.
type Report struct {
	Title, Subtitle Words
	Languages       []Text // the first is the main one
	Date            Date   // of publication, without a time
	Symbol          Words
	URL             Text
	Pos             diag.Pos
}

// Event says what was held, when and where.
type Event struct {
	Title      Words
	From, To   Date
	Place      Words
	Organizers []Words
	URL        Text
	Pos        diag.Pos
}

// Publication is what the cover and the imprint say beside the title.
type Publication struct {
	Organization                 Words
	Emblem                       Words // path of an image
	SalesNumber, ISBN, ISSN, Job Text
	Distribution, Copyright      Words
	Disclaimers                  []Words
	Pos                          diag.Pos
}

// Layout is what the manifest says of the house style. Texts are zero and numbers not given where it is silent.
type Layout struct {
	Profile, Paper               Text
	Size, Leading                Number // thousandths of a point
	Margins                      Margins
	Fonts                        Fonts
	Stamp, Pagination, Originals Text
	Lists                        []Text // of figures, tables
	Attach                       bool
	Conformance                  Text
	Pos                          diag.Pos
}

// Margins are in thousandths of a millimetre.
type Margins struct {
	Top, Bottom, Inner, Outer Number
	Pos                       diag.Pos
}

// Fonts are the user's own, before the embedded ones: paths.
type Fonts struct {
	Serif, Sans []Text
	Pos         diag.Pos
}

// Delegation is a State, an organisation or another body that took part, named elsewhere by its key.
type Delegation struct {
	Key               string
	Name, Group, Sort Words
	Pos               diag.Pos // the key's
}

// Person is a speaker, a chair or another officer.
type Person struct {
	Name, Role Words
	Delegation Words // a key of the delegations, or a name where the manifest keeps no such list
	Sort       Words // sorts in the index as this
	As         Words // the office, for officers
	Pos        diag.Pos
}

// Chapter is a text with a title: a front piece, a chapter of the introduction or of the conclusions.
type Chapter struct {
	ID    Text
	Title Words
	Text  *Prose
	Pos   diag.Pos
}

// Abbreviation is one line of the list of abbreviations.
type Abbreviation struct {
	Key     Text
	Meaning Words
}

// Summary is the Chair's.
type Summary struct {
	Title     Words
	Text      *Prose
	Originals []Original
	Pos       diag.Pos
}

// Session is a meeting, or a panel within one; a panel has no panels.
type Session struct {
	ID            Text
	Title         Words
	Date          Date
	Chair         *Person
	Officers      []Person
	Intro, Debate *Prose
	Floor         []Words // delegations that took the floor in the debate: keys or names
	Statements    []Statement
	Panels        []Session
	Pos           diag.Pos
}

// Statement is what one speaker, or several together, said.
type Statement struct {
	ID          Text
	Speakers    []Person
	OnBehalfOf  Words
	DeliveredBy *Person
	Status      Text // as-delivered, check-against-delivery, not-received, withdrawn
	Title       Words
	Language    Text // as delivered: a language tag
	Symbol      Words
	Text        *Prose
	Originals   []Original
	Links       []Link
	Pos         diag.Pos
}

// Link leads out of the report.
type Link struct {
	Title Words
	URL   Text
	Pos   diag.Pos
}

// Original is a file that a delegation handed in. Here it is known to exist and no more.
type Original struct {
	File                  Words
	Pages                 []PageRange // all where empty
	Language, Kind        Text        // kind: delivered, translation, corrigendum
	SHA256                Text        // 64 hexadecimal digits, lower case
	Password, PasswordEnv Text        // never printed
	Damaged               Text
	Pos                   diag.Pos
}

// PageRange is first to last page of an original, from 1, both in.
type PageRange struct {
	First, Last int
	Pos         diag.Pos
}

// Recommendation is one numbered recommendation.
type Recommendation struct {
	ID         Text
	Group      Words
	Text       *Prose
	From       []Text // ids that it rests on
	Addressees []Words
	Pos        diag.Pos
}

// Participant is a row of the table of participants.
type Participant struct {
	Lang                                                        string // the edition's, where the manifest names a table for each; else ""
	Group, Delegation, Name, Honorific, Role, Institution, Sort Text
	Pos                                                         diag.Pos
}

// ParticipantsIn gives the rows of the edition in lang: those of its table, or of that in lang without its region, and
// those for all.
func (m *Manifest) ParticipantsIn(lang string) []Participant {
	var list []Participant
	if i := Closest(lang, len(m.Participants), func(i int) string { return m.Participants[i].Lang }); i >= 0 {
		lang = m.Participants[i].Lang
	}
	for _, p := range m.Participants {
		if p.Lang == "" || p.Lang == lang {
			list = append(list, p)
		}
	}
	return list
}

// Annex is a text, originals or both behind the report's own chapters.
type Annex struct {
	ID        Text
	Title     Words
	Text      *Prose
	Originals []Original
	Language  Text
	Pos       diag.Pos
}
