package sources

import "rapporteur/sources/diag"

// Layout is what the manifest says of the house style. Texts are zero and numbers not given where it is silent.
type Layout struct {
	Profile     Text    `key:"profile"`
	Paper       Text    `key:"paper"`
	Size        Number  `key:"size"`    // thousandths of a point
	Leading     Number  `key:"leading"` // thousandths of a point
	Margins     Margins `key:"margins"`
	Fonts       Fonts   `key:"fonts"`
	Stamp       Text    `key:"stamp"`
	Forms       Text    `key:"forms"`
	Pagination  Text    `key:"pagination"`
	Originals   Text    `key:"originals"`
	Lists       []Text  `key:"lists"` // of figures, tables
	Attach      Switch  `key:"attach"`
	Conformance Text    `key:"conformance"`
	Pos         diag.Pos
}

var layoutShape = shape{
	keys: []key{
		{name: "profile", kind: choiceKind([]string{"publication"}, "plain"), example: "publication",
			en:      "The kind of report: with a cover and parts of its own, or plain.",
			fr:      "Genre du rapport : à couverture et à parties, ou simple.",
			guesses: "style template theme class profil modèle"},
		{name: "paper", kind: choiceKind([]string{"A4", "letter"}), example: "A4",
			en:      "The size of the pages.",
			fr:      "Format des pages.",
			guesses: "format papersize page_size papier"},
		{name: "size", kind: numberKind(minSize, maxSize, "pt"), example: "10.5",
			en:      "The size of the text, in points.",
			fr:      "Corps du texte, en points.",
			guesses: "fontsize font_size text_size corps taille"},
		{name: "leading", kind: numberKind(minLeading, maxLeading, "pt"), example: "13.5",
			en:      "The distance from line to line, in points, no less than the size.",
			fr:      "Distance d’une ligne à l’autre, en points, pas moins que le corps.",
			guesses: "line_height spacing linespacing interligne"},
		{name: "margins", kind: mappingKind[Margins](&marginsShape),
			en:      "The margins of the pages.",
			fr:      "Marges des pages.",
			guesses: "margin marges marge"},
		{name: "fonts", kind: mappingKind[Fonts](&fontsShape),
			en:      "Fonts of your own, used before the program's.",
			fr:      "Polices propres au rapport, utilisées avant celles du programme.",
			guesses: "font typeface typefaces police polices"},
		{name: "stamp", kind: choiceKind([]string{"margin", "widen", "none"}), example: "margin",
			en:      "Whether originals bear the report's page number, and how where no room is free: ground or strip.",
			fr:      "Si les originaux portent le numéro de page du rapport, et comment, faute de place libre.",
			guesses: "stamps timbre tampon"},
		{name: "forms", kind: choiceKind([]string{"keep", "flatten"}), example: "keep",
			en:      "Whether the forms in originals can still be filled in, or become pictures of what they show.",
			fr:      "Si les formulaires des originaux restent à remplir ou deviennent l’image de ce qu’ils montrent.",
			guesses: "form fields acroform flatten formulaire formulaires champs"},
		{name: "pagination", kind: choiceKind([]string{"labels"}, "straight"), example: "labels",
			en:      "How pages are numbered: i, ii, … then 1, 2, …, or straight through from the cover.",
			fr:      "Numérotation des pages : i, ii, … puis 1, 2, …, ou continue depuis la couverture.",
			guesses: "page_numbers numbering numérotation"},
		{name: "originals", kind: choiceKind([]string{"part-two"}, "after-session", "after-statement"),
			example: "part-two",
			en:      "Where the originals stand.",
			fr:      "Place des originaux.",
			guesses: "original originaux"},
		{name: "lists", kind: choicesKind("figures", "tables"), example: "[figures, tables]",
			en:      "What is numbered and listed behind the contents.",
			fr:      "Ce qui est numéroté et figure en liste après la table des matières.",
			guesses: "list liste listes"},
		{name: "attach", kind: switchKind, example: "true",
			en:      "Whether every original is embedded too, as received; `rapporteur extract` gives it back.",
			fr:      "Si chaque original est aussi joint au PDF, tel que reçu ; `rapporteur extract` le rend.",
			guesses: "attachments embed joindre pièces_jointes"},
		{name: "conformance", kind: conformanceKind, example: "best",
			en:      "What the PDF claims to conform to: the best that holds, or nothing.",
			fr:      "Conformité que le PDF déclare : la meilleure qui soit tenue, ou aucune.",
			guesses: "pdfa pdfua standard conformité norme"},
	},
	check: checked(func(m *mapping, v *Layout) {
		size := TextSize
		if v.Size.Given {
			size = v.Size.Milli
		}
		if v.Leading.Given && v.Leading.Milli < size { // lines would lie over each other
			m.badNumber("leading", Text{Value: milli(v.Leading.Milli), Pos: v.Leading.Pos}, size, maxLeading)
			v.Leading = Number{}
		}
	}),
}

// Margins are in thousandths of a millimetre.
type Margins struct {
	Top    Number `key:"top"`
	Bottom Number `key:"bottom"`
	Inner  Number `key:"inner"`
	Outer  Number `key:"outer"`
	Pos    diag.Pos
}

var marginsShape = shape{keys: []key{
	{name: "top", kind: marginKind, example: "25",
		en: "The margin above, in millimetres.", fr: "Marge du haut, en millimètres.", guesses: "up haut tête"},
	{name: "bottom", kind: marginKind, example: "25",
		en: "The margin below, in millimetres.", fr: "Marge du bas, en millimètres.", guesses: "foot bas pied"},
	{name: "inner", kind: marginKind, example: "30",
		en:      "The margin on the side of the spine, in millimetres.",
		fr:      "Marge du côté de la reliure, en millimètres.",
		guesses: "inside left intérieur intérieure gauche"},
	{name: "outer", kind: marginKind, example: "25",
		en:      "The margin on the other side, in millimetres.",
		fr:      "Marge de l’autre côté, en millimètres.",
		guesses: "outside right extérieur extérieure droite"},
}}

// Fonts are the user's own, before the embedded ones: paths.
type Fonts struct {
	Serif []Text `key:"serif"`
	Sans  []Text `key:"sans"`
	Pos   diag.Pos
}

var fontsShape = shape{keys: []key{
	{name: "serif", kind: pathsKind(fontKinds), example: "[fonts/A-Regular.otf, fonts/A-Italic.otf]",
		en:      "The font files of the text.",
		fr:      "Fichiers de police du texte.",
		guesses: "main text regular roman body texte"},
	{name: "sans", kind: pathsKind(fontKinds), example: "[fonts/B-Regular.otf]",
		en:      "The font files of the headings.",
		fr:      "Fichiers de police des titres.",
		guesses: "headings sans_serif titres"},
}}
