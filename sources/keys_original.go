package sources

import "rapporteur/sources/diag"

// Original is a file that a delegation handed in. Here it is known to exist and no more.
type Original struct {
	File        Words       `key:"file"`
	Pages       []PageRange `key:"pages"` // all where empty
	Language    Text        `key:"language"`
	Kind        Text        `key:"kind"`         // delivered, translation, corrigendum
	SHA256      Text        `key:"sha256"`       // 64 hexadecimal digits, lower case
	Password    Text        `key:"password"`     // never printed
	PasswordEnv Text        `key:"password_env"` // never printed
	Damaged     Text        `key:"damaged"`
	Attach      Text        `key:"attach"`
	Attachments Text        `key:"attachments"`
	Alt         Words       `key:"alt"` // what a picture shows
	Fonts       Text        `key:"fonts"`
	Pos         diag.Pos
}

// PageRange is first to last page of an original, from 1, both in.
type PageRange struct {
	First, Last int
	Pos         diag.Pos
}

// originalKey and originalsKey stand wherever a file may have been handed in.
var (
	originalKey = key{name: "original", kind: originalKind, example: "originals/norway.pdf",
		en:      "The file as it was received, reproduced unchanged: a path, or keys with values.",
		fr:      "Fichier tel qu’il a été remis, reproduit sans changement ; un chemin, ou des clés.",
		guesses: originalGuesses}
	originalsKey = key{name: "originals", kind: originalsKind,
		example: "[originals/norway.pdf, {file: originals/norway-fr.pdf, kind: translation}]",
		en:      "The files, if more than one: a list, items as under original. Every edition has all of them.",
		fr:      "Fichiers, s’il y en a plusieurs : une liste de ce qu’admet original. Chaque édition les a tous.",
		guesses: "files pdfs scans attachments fichiers originaux pièces"}
)

var originalShape = shape{
	keys: []key{
		{name: "file", kind: originalPathKind, required: true,
			example: "originals/norway.pdf",
			en:      "The path of the file: a PDF, pictures, or an office file of which LibreOffice makes a PDF.",
			fr:      "Chemin du fichier : un PDF, des images, ou un fichier de bureau dont LibreOffice fait un PDF.",
			guesses: "path pdf original name document source fichier chemin nom"},
		{name: "pages", kind: pagesKind, example: `"1-3,5"`,
			en:      "The pages to reproduce; if not given, all of them.",
			fr:      "Pages reproduites ; toutes, en l’absence de cette clé.",
			guesses: "page range page_range page_numbers étendue"},
		{name: "language", kind: languageKind, example: "fr",
			en:      "The language of the file.",
			fr:      "Langue du fichier.",
			guesses: languageGuesses},
		{name: "kind", kind: choiceKind(natures), example: "translation",
			en:      "What the file is: the statement as delivered, a translation, a corrigendum.",
			fr:      "Nature du fichier : déclaration telle que prononcée, traduction, rectificatif.",
			guesses: "type nature class status genre sorte"},
		{name: "sha256", kind: hashKind,
			example: "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
			en:      "The file's SHA-256 checksum; the build fails if the file is a different one.",
			fr:      "Empreinte SHA-256 du fichier : s’il est autre, rien n’est composé.",
			guesses: "hash checksum digest sha empreinte somme"},
		{name: "password", kind: secretKind, example: "…",
			en:      "The password that opens the file; it is never printed.",
			fr:      "Mot de passe qui ouvre le fichier ; il n’est jamais imprimé.",
			guesses: "pass passphrase pwd mot_de_passe"},
		{name: "password_env", kind: secretKind, example: "NORWAY_PASSWORD",
			en:      "The environment variable that holds the password.",
			fr:      "Variable d’environnement qui contient le mot de passe.",
			guesses: "env password_variable variable"},
		{name: "damaged", kind: choiceKind([]string{"accept"}), example: "accept",
			en:      "Whether to use the file even if it is damaged.",
			fr:      "Si un fichier endommagé est pris malgré tout.",
			guesses: "broken corrupt repair endommagé abîmé"},
		{name: "attach", kind: choiceKind([]string{"accept"}), example: "accept",
			en:      "Embeds the file as received (layout: attach) even where it acts, by scripts for instance.",
			fr:      "Joint le fichier tel que reçu (layout: attach) même s’il agit, par des scripts par exemple.",
			guesses: "embed joindre"},
		{name: "attachments", kind: choiceKind([]string{"accept"}), example: "accept",
			en:      "Takes files that are attached to it even where they can run, as programs and macros do.",
			fr:      "Reprend les fichiers qui y sont joints même s’ils s’exécutent, tels programmes et macros.",
			guesses: "attached files joints pièces_jointes"},
		{name: "fonts", kind: choiceKind(fontsWords), example: "substitute",
			en:      "Whether open fonts of equal widths take the place of fonts that the file does not hold.",
			fr:      "Si des polices libres de même chasse remplacent celles que le fichier ne contient pas.",
			guesses: "font missing_fonts polices"},
		{name: "alt", kind: wordsKind, example: "Letter of the Representative of Norway, signed",
			en:      "What a picture shows, or a PDF's one picture without words, for readers who do not see it.",
			fr:      "Ce que montre une image, ou la seule sans mots d’un PDF, pour les lecteurs qui ne la voient pas.",
			guesses: "alternative alternative_text alt_text description texte_alternatif"},
	},
	apart: [][2]string{{"password", "password_env"}},
}

// What a file handed in may be.
var (
	originalKinds = []string{".pdf", ".png", ".jpg", ".jpeg", ".tif", ".tiff", ".docx", ".doc", ".odt", ".rtf", ".pptx",
		".ppt", ".odp", ".xlsx", ".xls", ".ods"}
	fontsWords = []string{"keep", "substitute"}
	natures    = []string{"delivered", "translation", "corrigendum"}
)
