package sources

import (
	"strings"

	"rapporteur/sources/diag"
)

// Participant is a row of the table of participants.
type Participant struct {
	Lang        string // the edition's, where the manifest names a table for each; else ""
	Group       Text   `key:"group"`
	Delegation  Text   `key:"delegation"`
	Name        Text   `key:"name"`
	Honorific   Text   `key:"honorific"`
	Role        Text   `key:"role"`
	Institution Text   `key:"institution"`
	Sort        Text   `key:"sort"`
	Pos         diag.Pos
}

// participantShape are the columns of the table of participants.
var participantShape = shape{
	keys: []key{
		{name: "group", kind: textKind, example: "States",
			en:      "The heading above all entries that have the same group.",
			fr:      "Rubrique commune à ceux qui la portent.",
			guesses: "category type groupe catégorie rubrique"},
		{name: "delegation", kind: textKind, example: "norway",
			en:      "The delegation's key or name.",
			fr:      "Clé ou nom de la délégation.",
			guesses: "country state délégation pays état"},
		{name: "name", kind: textKind, example: "Ban Ki-moon",
			en:      "The person's name.",
			fr:      "Nom de la personne.",
			guesses: "person participant fullname full_name last_name surname nom personne nom_complet prénom"},
		{name: "honorific", kind: textKind, example: "H.E. Mr.",
			en:      "What comes before the name, such as Mr. or H.E.",
			fr:      "Ce qui précède le nom.",
			guesses: "salutation prefix mr civilité"},
		{name: "role", kind: textKind, example: "Minister",
			en:      "The person's office or function.",
			fr:      "Fonction de la personne.",
			guesses: "title function position office post rank rôle rôles fonction titre poste qualité grade"},
		{name: "institution", kind: textKind, example: "Ministry of Foreign Affairs",
			en:      "The institution that the person belongs to.",
			fr:      "Institution à laquelle la personne appartient.",
			guesses: "organization organisation affiliation ministry company institut ministère organisme"},
		{name: "sort", kind: textKind, example: "Ban", en: sortEn, fr: sortFr, guesses: sortGuesses},
	},
	head: func(v any) string {
		p := v.(*Participant)
		return strings.TrimSpace(p.Lang + " " + p.Pos.File)
	},
}

// whoColumns say who somebody is: a table has one of them, and every row a value in one.
var whoColumns = []string{"name", "role"}
