package sources

import "rapporteur/sources/diag"

// What the table says about keys that several kinds of items have.
const (
	titleGuesses    = "name heading headline subject topic titre intitulé nom sujet objet"
	textGuesses     = "body content markdown words md texte corps contenu"
	originalGuesses = "file pdf scan attachment received fichier original_file pièce reçu"
	idEn            = "A short unique name, which texts use to refer to it: [@…]."
	idFr            = "Nom court et unique, par lequel les textes y renvoient : [@…]."
	idGuesses       = "key anchor slug label identifier ident identifiant clé"
	languageGuesses = "lang locale langue idiome"
	textEn          = "The text: the path of a file (Word, OpenDocument, Markdown, plain text), or Markdown."
	textFr          = "Texte : le chemin d’un fichier (Word, OpenDocument, Markdown, texte brut), ou du Markdown."
)

// titleKey, textKey and idKey are lines that several tables have.
var (
	idKey   = key{name: "id", kind: idKind, example: "background", en: idEn, fr: idFr, guesses: idGuesses}
	textKey = key{name: "text", kind: proseKind, example: "texts/background.md", en: textEn, fr: textFr,
		guesses: textGuesses}
	titleKey = key{name: "title", kind: wordsKind, required: true, example: "Background", en: "The title.",
		fr: "Titre.", guesses: titleGuesses}
)

func (k key) mustStand() key { k.required = true; return k }

// printed says that an item has a text, an original or both.
func printed() need {
	return need{code: "nothing-to-print", of: []string{"text", "original", "originals"}}
}

// Chapter is a text with a title: a front piece, a chapter of the introduction or of the conclusions.
type Chapter struct {
	ID    Text   `key:"id"`
	Title Words  `key:"title"`
	Text  *Prose `key:"text"`

	Numbered Switch `key:"numbered"`
	Numbers  Text   `key:"numbers"`
	Literal  Text   `key:"prose"`
	Pos      diag.Pos
}

var chapterShape = shape{keys: []key{
	idKey, titleKey,
	{name: "text", kind: proseKind, required: true, example: "texts/background.md", en: textEn, fr: textFr,
		guesses: textGuesses + " file path source fichier chemin"},
	numberedKey, numbersKey, literalKey,
}}

// Abbreviation is one line of the list of abbreviations.
type Abbreviation struct {
	Lang    string // the edition's, where the manifest has a list for each; else ""
	Key     Text
	Meaning Words
}

// Summary is the Chair's.
type Summary struct {
	Title     Words      `key:"title"`
	Text      *Prose     `key:"text"`
	Originals []Original `key:"original,originals"`
	Literal   Text       `key:"prose"`
	Pos       diag.Pos
}

var summaryShape = shape{
	item: "summary",
	keys: []key{
		{name: "title", kind: wordsKind, example: "Summary by the Chair",
			en:      "Its title, if it is not the usual one.",
			fr:      "Son titre, si ce n’est pas le titre habituel.",
			guesses: titleGuesses},
		textKey, originalKey, originalsKey, literalKey,
	},
	need:  []need{printed()},
	apart: [][2]string{{"original", "originals"}},
}

// Recommendation is one numbered recommendation.
type Recommendation struct {
	ID         Text    `key:"id"`
	Group      Words   `key:"group"`
	Text       *Prose  `key:"text"`
	From       []Text  `key:"from"` // ids that it is based on
	Addressees []Words `key:"addressees"`
	Literal    Text    `key:"prose"`
	Pos        diag.Pos
}

var recommendationShape = shape{keys: []key{
	idKey.mustStand(),
	{name: "group", kind: wordsKind, example: "Training",
		en:      "The heading above all entries that have the same group.",
		fr:      "Titre placé au-dessus de toutes celles qui ont le même groupe.",
		guesses: "heading title section theme topic category groupe titre rubrique thème catégorie"},
	{name: "text", kind: proseKind, required: true, example: "States should train more pilots.",
		en:      "The recommendation: Markdown, or the path of a Word, OpenDocument, Markdown or text file.",
		fr:      "La recommandation : du Markdown, ou le chemin d’un fichier Word, OpenDocument, Markdown ou texte.",
		guesses: textGuesses},
	{name: "from", kind: idsKind, example: "[norway, opening]",
		en:      "The ids of the statements, sessions and paragraphs that it is based on.",
		fr:      "Identifiants des déclarations, séances et paragraphes sur lesquels elle est fondée.",
		guesses: "source sources based_on basis origin references de tiré_de fondée_sur origine"},
	{name: "addressees", kind: wordsListKind, example: "[Member States]",
		en:      "To whom it is addressed.",
		fr:      "À qui elle s’adresse.",
		guesses: "addressee to for recipients destinataires destinataire à pour"},
	literalKey,
}}

// Annex is a text, originals or both after the report's own chapters.
type Annex struct {
	ID        Text       `key:"id"`
	Title     Words      `key:"title"`
	Text      *Prose     `key:"text"`
	Originals []Original `key:"original,originals"`
	Language  Text       `key:"language"`
	Numbered  Switch     `key:"numbered"`
	Numbers   Text       `key:"numbers"`
	Literal   Text       `key:"prose"`
	Pos       diag.Pos
}

var annexShape = shape{
	keys: []key{
		idKey, titleKey, textKey, originalKey, originalsKey,
		{name: "language", kind: languageKind, example: "fr",
			en:      "The language of the annex, if it is not that of the report.",
			fr:      "Langue de l’annexe, si ce n’est pas celle du rapport.",
			guesses: languageGuesses},
		numberedKey, numbersKey, literalKey,
	},
	need:  []need{printed()},
	apart: [][2]string{{"original", "originals"}},
}
