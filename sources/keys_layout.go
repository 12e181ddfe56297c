package sources

import "rapporteur/sources/diag"

// Layout is what the manifest says of the house style. Texts are zero and numbers not given where it is silent.
type Layout struct {
	Profile     Text     `key:"profile"`
	Paper       Text     `key:"paper"`
	Size        Number   `key:"size"`    // thousandths of a point
	Leading     Number   `key:"leading"` // thousandths of a point
	Margins     Margins  `key:"margins"`
	Fonts       Fonts    `key:"fonts"`
	Stamp       Text     `key:"stamp"`
	Forms       Text     `key:"forms"`
	Missing     Text     `key:"missing_fonts"`
	Pagination  Text     `key:"pagination"`
	Originals   Text     `key:"originals"`
	Dividers    Text     `key:"dividers"`
	Openings    Openings `key:"openings"`
	Lists       []Text   `key:"lists"` // of figures, tables, recommendations
	Floats      Text     `key:"floats"`
	Attach      Switch   `key:"attach"`
	Changes     Text     `key:"changes"`
	Typography  Text     `key:"typography"`
	Names       Text     `key:"chinese_names"`
	Conformance Text     `key:"conformance"`
	Pos         diag.Pos
}

// What stands before an original, as layout.dividers says.
const (
	DividersPage = "page"
	DividersLine = "line"
	DividersNone = "none"
)

// FloatsHere says that figures and tables with captions stand where they are, in layout.floats and, as the value of
// floatName, of a `:::` block.
const (
	FloatsHere = "here"
	floatName  = "float"
)

var layoutShape = shape{
	keys: []key{
		{name: "profile", kind: choiceKind([]string{"publication", "plain"}), example: "publication",
			en:      "The kind of report: with a cover and parts on pages of their own, or plain, all following on.",
			fr:      "Type de rapport : avec couverture et parties séparées, ou simple et d’un seul tenant.",
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
			en:      "The distance from line to line, in points; not less than the size.",
			fr:      "Distance d’une ligne à l’autre, en points ; au moins égale au corps.",
			guesses: "line_height spacing linespacing interligne"},
		{name: "margins", kind: mappingKind[Margins](&marginsShape),
			en:      "The margins of the pages.",
			fr:      "Marges des pages.",
			guesses: "margin marges marge"},
		{name: "fonts", kind: mappingKind[Fonts](&fontsShape),
			en:      "Your own fonts, used in preference to those of the program.",
			fr:      "Polices propres au rapport, utilisées avant celles du programme.",
			guesses: "font typeface typefaces police polices"},
		{name: "stamp", kind: choiceKind([]string{"margin", "widen", "none"}), example: "margin",
			en:      "Whether originals bear the report's page number; without free room, on a ground or a strip.",
			fr:      "Numéro de page du rapport sur les originaux ; faute de place, sur un fond ou une bande.",
			guesses: "stamps timbre tampon"},
		{name: "forms", kind: choiceKind([]string{"keep", "flatten"}), example: "keep",
			en:      "Whether the forms in originals can still be filled in, or become pictures of what they show.",
			fr:      "Si les formulaires des originaux restent à remplir ou deviennent l’image de ce qu’ils montrent.",
			guesses: "form fields acroform flatten formulaire formulaires champs"},
		{name: "missing_fonts", kind: choiceKind(fontsWords), example: "substitute",
			en:      "Whether open fonts of equal widths take the place of fonts that originals do not hold.",
			fr:      "Si des polices libres de même chasse remplacent celles que les originaux ne contiennent pas.",
			guesses: "substitute substitution polices_manquantes"},
		{name: "pagination", kind: choiceKind([]string{"labels", "straight"}), example: "labels",
			en:      "How pages are numbered: i, ii, … then 1, 2, …, or straight through from the cover.",
			fr:      "Numérotation des pages : i, ii, … puis 1, 2, …, ou continue depuis la couverture.",
			guesses: "page_numbers numbering numérotation"},
		{name: "originals", kind: choiceKind([]string{"part-two", "after-session", "after-statement"}),
			example: "part-two",
			en:      "Where the originals of statements are placed.",
			fr:      "Emplacement des originaux des déclarations.",
			guesses: "original originaux"},
		{name: "dividers", kind: choiceKind([]string{DividersPage, DividersLine, DividersNone}), example: "line",
			en:      "What says whose original follows: a page before it, a line in its margins, or nothing.",
			fr:      "Ce qui annonce un original : une page avant lui, une ligne dans ses marges (line), ou rien.",
			guesses: "divider separators separator intercalaires intercalaire séparateurs"},
		{name: "openings", kind: mappingKind[Openings](&openingsShape),
			en:      "Where chapters, statements and annexes begin: on a page of their own or following on.",
			fr:      "Où commencent chapitres, déclarations et annexes : sur une page à eux ou à la suite.",
			guesses: "opening breaks page_breaks pagebreaks débuts ouvertures"},
		{name: "lists", kind: choicesKind("figures", "tables", "recommendations"),
			example: "[figures, tables, recommendations]",
			en:      "What is listed after the contents: numbered figures and tables, a table of recommendations.",
			fr:      "Ce que des listes énumèrent après la table des matières, les recommandations en un tableau.",
			guesses: "list liste listes"},
		{name: "floats", kind: choiceKind([]string{"top", FloatsHere}), example: "here",
			en:      "Figures and tables with captions: at the top of the next page if there is no room, or here.",
			fr:      "Figures et tableaux légendés : en tête de la page suivante faute de place, ou sur place (here).",
			guesses: "float figures flottants flottant placement"},
		{name: "attach", kind: switchKind, example: "true",
			en:      "Whether the file of every original is attached to the PDF; `rapporteur extract` gives it back.",
			fr:      "Indique si le fichier de chaque original est joint au PDF ; `rapporteur extract` le rend.",
			guesses: "attachments embed joindre pièces_jointes"},
		{name: "changes", kind: choiceKind(changesWords), example: "accept",
			en:      "Tracked changes in Word texts: printed (accept), left out (original) or refused (error).",
			fr:      "Modifications suivies sous Word : imprimées (accept), omises (original), refusées (error).",
			guesses: "tracked_changes track_changes revisions révisions modifications suivi"},
		{name: "typography", kind: choiceKind([]string{"language", "as-typed"}), example: "as-typed",
			en:      "Quotation marks, dashes and spaces: as the language prints them, or as typed.",
			fr:      "Guillemets, tirets et espaces : comme la langue les imprime, ou comme ils sont tapés.",
			guesses: "quotes smart_quotes typographic guillemets typographie"},
		{name: "chinese_names", kind: choiceKind([]string{"pinyin", ByStrokes}), example: "strokes",
			en:      "The order of names in an edition in Chinese: by their sounds (pinyin) or by strokes.",
			fr:      "Ordre des noms dans l’édition en chinois : par le son (pinyin) ou par les traits (strokes).",
			guesses: "order sorting collation stroke strokes ordre tri classement traits"},
		{name: "conformance", kind: conformanceKind, example: "best",
			en:      "The standards that the PDF claims to conform to: the best it can, none, or those that it must.",
			fr:      "Normes auxquelles le PDF se déclare conforme : les meilleures, aucune, ou celles exigées.",
			guesses: "pdfa pdfua standard conformité norme"},
	},
	check: checked(func(m *mapping, v *Layout) {
		size := TextSize
		if v.Size.Given {
			size = v.Size.Milli
		}
		if v.Leading.Given && v.Leading.Milli < size { // lines would lie over each other
			m.badNumber("leading", Text{Value: milli(v.Leading.Milli), Pos: v.Leading.Pos}, size, maxLeading, "pt")
			v.Leading = Number{}
		}
	}),
}

// ByStrokes is what `chinese_names` says where the number of strokes puts names in order.
const ByStrokes = "strokes"

// Openings say where parts begin.
type Openings struct {
	Chapters   Text `key:"chapters"`
	Statements Text `key:"statements"`
	Annexes    Text `key:"annexes"`
	Pos        diag.Pos
}

var openingKind = choiceKind([]string{"right-page", "page", "follow-on"})

var openingsShape = shape{keys: []key{
	{name: "chapters", kind: openingKind, example: "follow-on",
		en:      "Where the numbered chapters begin: on a right-hand page, the next page, or following on.",
		fr:      "Où commencent les chapitres : page de droite (right-page), suivante (page), à la suite.",
		guesses: "chapter sessions chapitres"},
	{name: "statements", kind: openingKind, example: "follow-on",
		en:      "Where the texts of statements begin.",
		fr:      "Où commencent les textes des déclarations.",
		guesses: "statement texts déclarations"},
	{name: "annexes", kind: openingKind, example: "page",
		en:      "Where annexes begin.",
		fr:      "Où commencent les annexes.",
		guesses: "annex appendices annexe"},
}}

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
		en: "The top margin, in millimetres.", fr: "Marge du haut, en millimètres.", guesses: "up haut tête"},
	{name: "bottom", kind: marginKind, example: "25",
		en: "The bottom margin, in millimetres.", fr: "Marge du bas, en millimètres.", guesses: "foot bas pied"},
	{name: "inner", kind: marginKind, example: "30",
		en:      "The margin next to the binding, in millimetres.",
		fr:      "Marge du côté de la reliure, en millimètres.",
		guesses: "inside left intérieur intérieure gauche"},
	{name: "outer", kind: marginKind, example: "25",
		en:      "The margin at the outer edge, in millimetres.",
		fr:      "Marge de l’autre côté, en millimètres.",
		guesses: "outside right extérieur extérieure droite"},
}}

// Fonts are the user's own, before the embedded ones: paths.
type Fonts struct {
	Serif  []Text `key:"serif"`
	Sans   []Text `key:"sans"`
	Others []Text `key:"others"`
	Pos    diag.Pos
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
	{name: "others", kind: pathsKind(fontKinds), example: "[fonts/NotoSansDevanagari-Regular.ttf]",
		en:      "Font files for letters that all other fonts lack; they set nothing else.",
		fr:      "Fichiers de police des lettres que toutes les autres n’ont pas ; elles ne composent rien d’autre.",
		guesses: "other fallback more extra autres"},
}}
