package sources

import (
	"slices"

	"rapporteur/sources/diag"
)

// Session is a meeting, or a panel within one; a panel has no panels.
type Session struct {
	ID         Text        `key:"id"`
	Title      Words       `key:"title"`
	Date       Date        `key:"date"`
	Chair      *Person     `key:"chair"`
	Officers   []Person    `key:"officers"`
	Intro      *Prose      `key:"intro"`
	Debate     *Prose      `key:"debate"`
	Floor      []Words     `key:"floor"` // delegations that took the floor in the debate: keys or names
	Statements []Statement `key:"statements"`
	Panels     []Session   `key:"panels"`
	Numbered   Switch      `key:"numbered"`
	Numbers    Text        `key:"numbers"`
	Literal    Text        `key:"prose"`
	Pos        diag.Pos
}

var sessionKeys = []key{
	idKey.mustStand(),
	titleKey,
	{name: "date", kind: momentKind, example: "2011-09-19T10:00",
		en:      "The day it was held, and the time if it is to be printed.",
		fr:      "Jour où elle a été tenue, avec l’heure si elle doit être imprimée.",
		guesses: "day time when start from jour heure quand début horaire"},
	{name: "chair", kind: pointerKind[Person](&personShape), example: "{role: President, delegation: norway}",
		en: "The person who chaired it.",
		fr: "Personne qui préside.",
		guesses: "president chairman chairwoman chairperson presiding moderator président présidente " +
			"présidence modérateur"},
	{name: "officers", kind: listKind[Person](&officerShape), example: "[{as: Rapporteur, role: Counsellor}]",
		en:      "The other officers: co-chairs, moderators, rapporteurs.",
		fr:      "Autres membres du bureau : coprésidents, modérateurs, rapporteurs.",
		guesses: "officer bureau co_chairs cochairs chairs moderators rapporteur coprésidents modérateurs"},
	{name: "intro", kind: proseKind, example: "texts/opening.md",
		en:      "What comes after the title, unnumbered: Markdown, or the path of a text.",
		fr:      "Ce qui suit le titre, sans numéros : du Markdown, ou le chemin d’un texte.",
		guesses: "introduction opening summary text description chapeau texte"},
	{name: "debate", kind: proseKind, example: "texts/opening-debate.md",
		en: "The account of the debate, in numbered paragraphs: Markdown, or the path of a text.",
		fr: "Compte rendu du débat, en paragraphes numérotés : un chemin en .md, ou du Markdown.",
		guesses: "discussion debates account minutes record proceedings débat débats discussions " +
			"compte_rendu délibérations"},
	{name: "floor", kind: wordsListKind, example: "[norway, kenya]",
		en:      "Delegations that spoke in the debate without handing in a text.",
		fr:      "Délégations intervenues dans le débat, sans texte.",
		guesses: "interventions spoke took_the_floor others intervenants orateurs parole"},
	{name: "statements", kind: listKind[Statement](&statementShape),
		example: "[{id: norway, speaker: {role: Minister}, text: Welcome.}]",
		en:      "The statements, in the order in which they were made.",
		fr:      "Déclarations, dans l’ordre où elles ont été faites.",
		guesses: "statement speeches speech speakers presentations papers déclarations discours exposés"},
	numberedKey, numbersKey, literalKey,
}

// panelShape is a session's without panels.
var panelShape = shape{keys: slices.Concat(sessionKeys, []key{{name: "panels", kind: panelsInPanelKind}})}

var sessionShape = shape{keys: slices.Concat(sessionKeys, []key{
	{name: "panels", kind: listKind[Session](&panelShape), example: "[{id: first, title: First panel}]",
		en:      "Panels within the session, each with the same keys as a session.",
		fr:      "Tables rondes tenues pendant la séance ; chacune a les clés d’une séance.",
		guesses: "panel round_tables tables_rondes panneaux"},
})}

// Statement is what one speaker, or several together, said.
type Statement struct {
	ID          Text       `key:"id"`
	Speakers    []Person   `key:"speaker"`
	OnBehalfOf  *Behalf    `key:"on_behalf_of"`
	DeliveredBy *Person    `key:"delivered_by"`
	Status      Text       `key:"status"` // as-delivered, check-against-delivery, not-received, withdrawn
	Title       Words      `key:"title"`
	Language    Text       `key:"language"` // as delivered: a language tag
	Symbol      Words      `key:"symbol"`
	Text        *Prose     `key:"text"`
	Originals   []Original `key:"original,originals"`
	Links       []Link     `key:"links"`
	Literal     Text       `key:"prose"`
	Pos         diag.Pos
}

var statementShape = shape{
	keys: []key{
		{name: "id", kind: idKind, required: true, example: "norway", en: idEn, fr: idFr, guesses: idGuesses},
		{name: "speaker", kind: peopleKind, example: "{role: Minister, delegation: norway}",
			en:      "Who spoke: one person, or a list.",
			fr:      "Qui a parlé : une personne, ou une liste.",
			guesses: "speakers author authors by from person who orateur oratrice auteur intervenant orateurs de"},
		{name: "on_behalf_of", kind: pointerKind[Behalf](&behalfShape), example: "the Nordic countries",
			en:      "The group of States or other delegation on whose behalf the speaker spoke.",
			fr:      "Groupe d’États ou autre délégation au nom de qui l’orateur a parlé.",
			guesses: "behalf for group au_nom_de nom_de pour groupe"},
		{name: "delivered_by", kind: pointerKind[Person](&delivererShape), example: "{role: Ambassador}",
			en:      "Who read the statement out, if not its speaker.",
			fr:      "Personne qui a lu la déclaration, si ce n’est pas son auteur.",
			guesses: "read_by reader delivered prononcé_par lu_par lecteur"},
		{name: "status", kind: choiceKind(statuses), example: "check-against-delivery",
			en:      "How the text relates to what was actually said.",
			fr:      "Rapport entre le texte et ce qui a été dit.",
			guesses: "draft state final delivery statut état projet"},
		{name: "title", kind: wordsKind, example: "Keynote",
			en:      "The statement's title.",
			fr:      "Titre de la déclaration.",
			guesses: "heading headline subject topic titre intitulé sujet objet"},
		{name: "language", kind: languageKind, example: "fr",
			en:      "The language of the statement as delivered, if it is not that of the report.",
			fr:      "Langue de la déclaration telle que prononcée, si ce n’est pas celle du rapport.",
			guesses: languageGuesses},
		{name: "symbol", kind: wordsKind, example: "A/CONF.1/2",
			en:      "The statement's document symbol.",
			fr:      "Cote de la déclaration.",
			guesses: "number reference ref code cote numéro référence"},
		{name: "text", kind: proseKind, example: "texts/norway.md",
			en:      "The text of the statement, unnumbered: Markdown, or the path of a text.",
			fr:      "Texte de la déclaration, sans numéros : du Markdown, ou le chemin d’un texte.",
			guesses: "body content markdown words speech statement md texte corps contenu discours déclaration"},
		originalKey, originalsKey,
		{name: "links", kind: listKind[Link](&linkShape), example: "[{title: Video, url: https://www.un.org/video}]",
			en:      "Web addresses, for example of a recording or slides.",
			fr:      "Adresses web, par exemple d’un enregistrement ou de diapositives.",
			guesses: "link url video urls website liens lien vidéo adresse"},
		literalKey,
	},
	need: []need{
		{code: "statement-unnamed", of: []string{"speaker", "title"}},
		{code: printed().code, of: printed().of, unless: "status", isOneOf: statuses[2:]},
	},
	apart: [][2]string{{"original", "originals"}},
}

// statuses are how a text may relate to what was said; the last two have no text.
var statuses = []string{"as-delivered", "check-against-delivery", "not-received", "withdrawn"}

// Link leads out of the report.
type Link struct {
	Title Words `key:"title"`
	URL   Text  `key:"url"`
	Pos   diag.Pos
}

var linkShape = shape{keys: []key{
	{name: "title", kind: wordsKind, example: "Video",
		en:      "The text of the link.",
		fr:      "Texte du lien.",
		guesses: "name text label heading titre texte nom libellé"},
	{name: "url", kind: urlKind, required: true, example: "https://www.un.org/video",
		en:      "The address it leads to.",
		fr:      "Adresse à laquelle il mène.",
		guesses: "link href address to uri adresse lien vers"},
}}
