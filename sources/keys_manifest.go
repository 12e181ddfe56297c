package sources

import (
	"bytes"
	"unicode/utf8"

	"rapporteur/sources/diag"
)

// Manifest is the manifest as written: every key that it gives, with its place, and nothing that it does not give.
// Defaults and meaning (delegations found by key, ids made up, references) are the next pass's.
//
// File is the manifest's name in Dir, the folder that it lies in; every other path, in the manifest and in positions,
// is relative to Dir and written with `/`.
type Manifest struct {
	File, Dir       string
	Main            string           // of an edition: the language of the report's first; "" of the whole
	Files           []string         // every file in Dir that was found by a path of the manifest or of a text, sorted
	Version         Text             `key:"rapporteur"`
	Report          Report           `key:"report"`
	Event           Event            `key:"event"`
	Publication     Publication      `key:"publication"`
	Outputs         []Text           `key:"outputs"`
	Volumes         Text             `key:"volumes"`
	Layout          Layout           `key:"layout"`
	Delegations     []Delegation     `key:"delegations"`
	Front           []Chapter        `key:"front"`
	Abbreviations   []Abbreviation   `key:"abbreviations"`
	Summary         *Summary         `key:"summary"`
	Introduction    []Chapter        `key:"introduction"`
	Sessions        []Session        `key:"sessions"`
	Conclusions     []Chapter        `key:"conclusions"`
	Recommendations []Recommendation `key:"recommendations"`
	Participants    []Participant    `key:"participants"`
	Annexes         []Annex          `key:"annexes"`

	text []byte // as it is written
}

// At gives the place where words stand first in the value that begins at a place of the manifest; that one, where they
// are written otherwise there, with signs of YAML between.
func (m *Manifest) At(value diag.Pos, words string) diag.Pos {
	if value.File != m.File || value.Line < 1 || value.Column < 1 {
		return value
	}
	rest := m.text
	for range value.Line - 1 {
		_, rest, _ = bytes.Cut(rest, []byte("\n"))
	}
	line, _, _ := bytes.Cut(rest, []byte("\n"))
	before := 0 // bytes of the line before the value
	for range value.Column - 1 {
		_, size := utf8.DecodeRune(line[before:])
		before += size
	}
	if i := bytes.Index(line[before:], []byte(words)); i >= 0 {
		value.Column += utf8.RuneCount(line[before : before+i])
	}
	return value
}

// manifestShape is the root of the table.
var manifestShape = shape{
	keys: []key{
		{name: "rapporteur", kind: versionKind, example: "1",
			en: "The version of the manifest's format.",
			fr: "Version du format du manifeste.", guesses: "version"},
		{name: "report", kind: mappingKind[Report](&reportShape), required: true,
			en: "What the document is: its title, language and date.",
			fr: "Ce qu’est le document : titre, langue et date.", guesses: "document book rapport metadata meta"},
		{name: "event", kind: mappingKind[Event](&eventShape),
			en: "The conference: its name, date and place.",
			fr: "Ce qui a été tenu, quand et où.",
			guesses: "conference meeting seminar symposium colloque conférence réunion séminaire événement " +
				"manifestation"},
		{name: "publication", kind: mappingKind[Publication](&publicationShape),
			en:      "What the cover and the imprint show besides the title.",
			fr:      "Ce que la couverture et les mentions légales disent outre le titre.",
			guesses: "imprint publisher cover éditeur couverture impression"},
		{name: "outputs", kind: choicesKind(outputs...), example: "[report, summary, statements, page, html]",
			en:      "What is published: the report, parts of it, pages of the web, data; by default the report.",
			fr:      "Ce qui est publié : rapport, parties, pages du web, données ; par défaut, le rapport.",
			guesses: "output publish documents files extracts web sorties publier fichiers extraits"},
		{name: "volumes", kind: volumesKind, example: "part",
			en:      "The report in volumes as well: one a part, one a session, or so many pages each at most.",
			fr:      "Le rapport aussi en volumes : un par partie (part), par séance (session), ou de tant de pages.",
			guesses: "volume tomes tome split"},
		{name: "layout", kind: mappingKind[Layout](&layoutShape),
			en:      "How the pages look.",
			fr:      "Aspect des pages.",
			guesses: "style design format typography mise_en_page présentation typographie"},
		{name: "delegations", kind: delegationsKind, example: "{norway: {name: Norway, group: States}}",
			en:      "The delegations, each under a short key that the rest of the manifest uses for it.",
			fr:      "Ceux qui ont participé, chacun sous une clé courte par laquelle il est désigné ailleurs.",
			guesses: "delegation countries states members parties délégations pays états membres"},
		{name: "front", kind: listKind[Chapter](&chapterShape),
			en:      "Texts at the very beginning (foreword, letter of transmittal), on pages numbered i, ii, iii.",
			fr:      "Textes qui précèdent le reste (avant-propos, lettre d’envoi), sur des pages en chiffres romains.",
			guesses: "foreword preface preliminaries frontmatter avant_propos préface liminaires"},
		{name: "abbreviations", kind: abbreviationsKind, example: "{UNODC: United Nations Office on Drugs and Crime}",
			en:      "The list of abbreviations, each with its meaning.",
			fr:      "Liste des abréviations : chacune, et ce qu’elle désigne.",
			guesses: "acronyms glossary abréviations sigles acronymes glossaire"},
		{name: "summary", kind: pointerKind[Summary](&summaryShape),
			en:      "The Chair's summary.",
			fr:      "Résumé du Président.",
			guesses: "abstract chair_summary résumé synthèse"},
		{name: "introduction", kind: listKind[Chapter](&chapterShape),
			en:      "The chapters before the sessions; their paragraphs are numbered.",
			fr:      "Chapitres qui précèdent les séances ; leurs paragraphes sont numérotés.",
			guesses: "intro background chapters contexte historique chapitres"},
		{name: "sessions", kind: listKind[Session](&sessionShape),
			en:      "The meetings, in the order in which they were held.",
			fr:      "Séances, dans l’ordre où elles ont été tenues.",
			guesses: "session meetings sittings agenda séances réunions"},
		{name: "conclusions", kind: listKind[Chapter](&chapterShape),
			en:      "The chapters after the sessions; their paragraphs are numbered.",
			fr:      "Chapitres qui suivent les séances ; leurs paragraphes sont numérotés.",
			guesses: "conclusion outcome closing findings clôture"},
		{name: "recommendations", kind: listKind[Recommendation](&recommendationShape),
			en:      "The recommendations, numbered in this order.",
			fr:      "Recommandations, numérotées dans cet ordre.",
			guesses: "recommendation proposals recommandations propositions"},
		{name: "participants", kind: participantsKind, example: "participants.csv",
			en:      "The table of participants: a CSV file with these columns.",
			fr:      "Liste des participants : un fichier CSV à ces colonnes.",
			guesses: "participant attendees attendance list_of_participants liste_des_participants"},
		{name: "annexes", kind: listKind[Annex](&annexShape),
			example: "[{id: programme, title: Programme, text: texts/programme.md}]",
			en:      "Texts and files that follow the report's own chapters.",
			fr:      "Textes et fichiers placés après les chapitres du rapport.",
			guesses: "annex annexe appendix appendices appendice"},
	},
}
