package sources

import (
	"slices"
	"strconv"

	"rapporteur/sources/diag"
)

// Delegation is a State, an organisation or another body that took part, named elsewhere by its key.
type Delegation struct {
	Key   string
	Name  Words    `key:"name"`
	Group Words    `key:"group"`
	Sort  Words    `key:"sort"`
	Pos   diag.Pos // the key's
}

var delegationShape = shape{
	short: "name",
	keys: []key{
		{name: "name", kind: wordsKind, required: true, example: "{en: Norway, fr: Norvège}",
			en:      "The delegation's name, in each language of the report.",
			fr:      "Nom de la délégation, dans chaque langue du rapport.",
			guesses: "title country state label nom titre pays état"},
		{name: "group", kind: wordsKind, example: "States",
			en:      "The heading it appears under in the list of participants.",
			fr:      "Rubrique sous laquelle elle figure dans la liste des participants.",
			guesses: "category type kind groupe catégorie rubrique"},
		{name: "sort", kind: wordsKind, example: "Norway", en: sortEn, fr: sortFr, guesses: sortGuesses},
	},
	head: func(v any) string { return strconv.Quote(v.(*Delegation).Key) },
}

// What the table says about `sort`, wherever it is a key.
const (
	sortEn      = "The name to sort by, if it is not the name that is printed."
	sortFr      = "Ce qui sert au classement, si ce n’est pas le nom."
	sortGuesses = "sort_key sort_as order alphabetical tri classement clé_de_tri"
)

// Person is a speaker, a chair or another officer.
type Person struct {
	As         Words `key:"as"` // the office, for officers
	Name       Words `key:"name"`
	Role       Words `key:"role"`
	Delegation Words `key:"delegation"` // a key of the delegations, or a name where the manifest keeps no such list
	Sort       Words `key:"sort"`       // sorts in the index as this
	Phrase     Words `key:"phrase"`     // what is printed, for who reads a statement out
	Pos        diag.Pos
}

var personShape = shape{
	short: "name",
	keys: []key{
		{name: "name", kind: wordsKind, example: "Ban Ki-moon",
			en:      "The person's name.",
			fr:      "Nom de la personne.",
			guesses: "person who fullname full_name first_name last_name nom personne qui nom_complet prénom"},
		{name: "role", kind: wordsKind, example: "Minister for Foreign Affairs",
			en: "The person's office or function.",
			fr: "Fonction de la personne.",
			guesses: "title function position office post rank job capacity fonction titre poste qualité " +
				"rôle grade"},
		{name: "delegation", kind: wordsKind, example: "norway",
			en: "The person's delegation: its key or name under delegations; any name if there is no list.",
			fr: "Délégation : sa clé ou son nom sous delegations ; en l’absence de liste, un nom.",
			guesses: "country state organization organisation party member affiliation institution represents of " +
				"délégation pays état partie membre représente"},
		{name: "sort", kind: wordsKind, example: "Ban", en: sortEn, fr: sortFr, guesses: sortGuesses},
	},
	need: []need{{code: "person-unnamed", of: []string{"name", "role", "delegation"}}},
}

// delivererShape is a person's, with the words to print where those of the language do not do.
var delivererShape = shape{
	short: personShape.short,
	keys: slices.Concat(personShape.keys, []key{
		{name: "phrase", kind: wordsKind, example: "delivered by the Deputy Permanent Representative of Kenya",
			en: phraseEn, fr: phraseFr, guesses: phraseGuesses},
	}),
	need: []need{{code: "person-unnamed", of: []string{"name", "role", "delegation", "phrase"}}},
}

// What the table says about `phrase`, wherever it is a key.
const (
	phraseEn      = "The whole phrase to print, if the program's is not right."
	phraseFr      = "Formule entière à imprimer, si celle du programme ne convient pas."
	phraseGuesses = "words wording print formula formule texte imprimer"
)

// Behalf is for whom someone speaks: a delegation's key or a name, in the words of the report's language or as the
// manifest has them.
type Behalf struct {
	Name   Words `key:"name"`
	Phrase Words `key:"phrase"`
	Pos    diag.Pos
}

var behalfShape = shape{
	short: "name",
	keys: []key{
		{name: "name", kind: wordsKind, example: "the Nordic countries",
			en:      "The name, with its article as within a sentence, or a delegation's key.",
			fr:      "Nom, avec son article comme dans une phrase, ou clé d’une délégation.",
			guesses: "group delegation who for nom groupe délégation pour"},
		{name: "phrase", kind: wordsKind, example: "on behalf of the Group of African States",
			en: phraseEn, fr: phraseFr, guesses: phraseGuesses},
	},
	need: []need{{code: "behalf-unnamed", of: []string{"name", "phrase"}}},
}

// officerShape is a person's, with the office held in the session.
var officerShape = shape{
	short: personShape.short,
	keys: slices.Concat([]key{
		{name: "as", kind: wordsKind, example: "Rapporteur",
			en:      "The office held in the session.",
			fr:      "Fonction exercée pendant la séance.",
			guesses: "officer duty acting_as bureau en_tant_que comme charge"},
	}, personShape.keys),
	need: personShape.need,
}
