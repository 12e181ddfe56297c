package sources

import "slices"

// What an item's keys say about its text as a whole: whether its paragraphs are numbered, what becomes of the numbers
// that were typed in it, and whether its characters mean themselves.
var (
	numberedKey = key{name: "numbered", kind: switchKind, example: "false",
		en:      "Whether its paragraphs bear the report's numbers.",
		fr:      "Indique si ses paragraphes portent les numéros du rapport.",
		guesses: "unnumbered paragraph_numbers numéroté numérotés numérotation"}
	numbersKey = key{name: "numbers", kind: choiceKind([]string{AdoptNumbers, RenumberNumbers}), example: "renumber",
		en:      "Paragraph numbers typed in the text: kept (adopt), or replaced by the report's (renumber).",
		fr:      "Numéros de paragraphe tapés : gardés (adopt), ou remplacés par ceux du rapport (renumber).",
		guesses: "numbering paragraphs numéros numéro_des_paragraphes"}
	literalKey = key{name: "prose", kind: choiceKind([]string{proseChecked, proseLiteral}), example: "literal",
		en:      "Signs in the text that look like slips: told (checked), or meant as they stand (literal).",
		fr:      "Signes du texte qui semblent des fautes : signalés (checked), ou voulus (literal).",
		guesses: "quotation verbatim citation littéral"}
)

// What `numbers` may say.
const (
	AdoptNumbers    = "adopt"
	RenumberNumbers = "renumber"
)

// What `prose` may say.
const (
	proseChecked = "checked"
	proseLiteral = "literal"
)

// literal reports whether the mapping says that its texts mean what they say to the letter.
func (m *mapping) literal() bool {
	return slices.ContainsFunc(m.entries, func(e entry) bool {
		return e.key == literalKey.name && e.value.Value == proseLiteral
	})
}
