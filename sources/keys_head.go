package sources

import "rapporteur/sources/diag"

// Report says what the document is.
type Report struct {
	Title     Words  `key:"title"`
	Subtitle  Words  `key:"subtitle"`
	Languages []Text `key:"language"` // the first is the main one
	Date      Date   `key:"date"`     // of publication, without a time
	Symbol    Words  `key:"symbol"`
	URL       Text   `key:"url"`
	Pos       diag.Pos
}

var reportShape = shape{keys: []key{
	{name: "title", kind: wordsKind, required: true, example: "Seminar on the law of the sea",
		en:      "The report's title.",
		fr:      "Titre du rapport.",
		guesses: "name heading titre intitulé nom"},
	{name: "subtitle", kind: wordsKind, example: "Statements, debates and recommendations",
		en:      "A line below the title.",
		fr:      "Ligne placée sous le titre.",
		guesses: "tagline sous_titre"},
	{name: "language", kind: editionsKind, required: true, example: "en",
		en:      "The language the report is written in; of several, each has an edition of its own.",
		fr:      "Langue dans laquelle le rapport est écrit ; s’il y en a plusieurs, chacune a son édition.",
		guesses: "lang languages locale langue langues"},
	{name: "date", kind: dateKind, required: true, example: "2012-03-01",
		en:      "The date of publication, also recorded in the PDF.",
		fr:      "Date de publication, qui est aussi celle du PDF.",
		guesses: "published day issued publication_date publié jour date_de_publication"},
	{name: "symbol", kind: wordsKind, example: "A/66/100",
		en:      "The document's symbol.",
		fr:      "Cote du document.",
		guesses: "number reference ref code cote numéro référence"},
	{name: "url", kind: urlKind, example: "https://www.un.org/report",
		en:      "The address at which the report is published.",
		fr:      "Adresse à laquelle le rapport est publié.",
		guesses: "link website web site address adresse lien"},
}}

// Event says what was held, when and where.
type Event struct {
	Title      Words   `key:"title"`
	From       Date    `key:"from"`
	To         Date    `key:"to"`
	Place      Words   `key:"place"`
	Organizers []Words `key:"organizers"`
	URL        Text    `key:"url"`
	Pos        diag.Pos
}

var eventShape = shape{
	keys: []key{
		{name: "title", kind: wordsKind, example: "Seminar on the law of the sea",
			en:      "The event's name, if it differs from the report's title.",
			fr:      "Nom de la manifestation, s’il n’est pas le titre du rapport.",
			guesses: "name heading titre intitulé nom"},
		{name: "from", kind: dateKind, example: "2011-09-19",
			en:      "The first day.",
			fr:      "Premier jour.",
			guesses: "start begin begins date start_date opening day du de début premier_jour date_de_début ouverture"},
		{name: "to", kind: dateKind, example: "2011-09-20",
			en:      "The last day.",
			fr:      "Dernier jour.",
			guesses: "end until till ends end_date closing au à fin jusque dernier_jour date_de_fin clôture"},
		{name: "place", kind: wordsKind, example: "Geneva",
			en:      "Where it was held.",
			fr:      "Lieu.",
			guesses: "location venue city where site country lieu endroit ville pays"},
		{name: "organizers", kind: wordsListKind, example: "[Host Government, Secretariat]",
			en:      "The organizers.",
			fr:      "Organisateurs.",
			guesses: "organizer organiser organisers host hosts organisateurs hôte"},
		{name: "url", kind: urlKind, example: "https://www.un.org/seminar",
			en:      "The event's own page.",
			fr:      "Page de la manifestation.",
			guesses: "link website web address adresse lien"},
	},
	check: checked(func(m *mapping, v *Event) {
		if !v.From.IsZero() && !v.To.IsZero() && v.To.Time().Before(v.From.Time()) {
			m.add("dates-reversed", v.To.Pos, nil)
		}
	}),
}

// Publication is what the cover and the imprint say beside the title.
type Publication struct {
	Organization  Words   `key:"organization"`
	Emblem        Words   `key:"emblem"` // path of an image
	SalesNumber   Words   `key:"sales_number"`
	ISBN          Words   `key:"isbn"`
	ISSN          Words   `key:"issn"`
	DOI           Words   `key:"doi"`
	Job           Words   `key:"job"`
	Distribution  Words   `key:"distribution"`
	Copyright     Words   `key:"copyright"`
	Disclaimers   []Words `key:"disclaimers"`
	Accessibility Switch  `key:"accessibility"`
	Pos           diag.Pos
}

var publicationShape = shape{keys: []key{
	{name: "organization", kind: wordsKind, with: "emblem", example: "United Nations", // the emblem's alternative text
		en:      "The organization that publishes the report.",
		fr:      "Organisation qui publie.",
		guesses: "organisation publisher institution author issuer éditeur auteur"},
	{name: "emblem", kind: pathKind(imageKinds), example: "emblem.png",
		en:      "The organization's emblem, on the cover.",
		fr:      "Emblème de l’organisation, en couverture.",
		guesses: "logo image emblème"},
	{name: "sales_number", kind: wordsKind, example: "E.12.I.1",
		en:      "The sales number.",
		fr:      "Numéro de vente.",
		guesses: "sales sale numéro_de_vente"},
	{name: "isbn", kind: wordsKind, example: "978-92-1-000000-0",
		en: "The ISBN.", fr: "ISBN."},
	{name: "issn", kind: wordsKind, example: "0000-0000",
		en: "The ISSN.", fr: "ISSN."},
	{name: "doi", kind: wordsKind, example: "10.18356/0123456789",
		en: "The DOI: the number alone, without an address before it.", fr: "DOI : le numéro seul, sans adresse."},
	{name: "job", kind: wordsKind, example: "12-00010",
		en:      "The job number.",
		fr:      "Numéro d’ordre du tirage.",
		guesses: "job_number print_job numéro tirage"},
	{name: "distribution", kind: wordsKind, example: "General",
		en:      "Who receives the document.",
		fr:      "À qui le document est distribué.",
		guesses: "distr diffusion"},
	{name: "copyright", kind: wordsKind, example: "© United Nations, 2012",
		en:      "The copyright line.",
		fr:      "Mention des droits d’auteur.",
		guesses: "rights license licence droits"},
	{name: "disclaimers", kind: wordsListKind, example: "[The designations employed imply no opinion.]",
		en:      "Disclaimers printed in the imprint, one paragraph each.",
		fr:      "Réserves imprimées avec les mentions légales, un paragraphe pour chacune.",
		guesses: "disclaimer notice notes avertissement réserves mentions"},
	{name: "accessibility", kind: switchKind, example: "true",
		en:      "Whether the imprint says how far the report can be read by those who do not see it.",
		fr:      "Indique si les mentions légales disent dans quelle mesure le rapport se lit sans être vu.",
		guesses: "accessible a11y statement accessibilité"},
}}
