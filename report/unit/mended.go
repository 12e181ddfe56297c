package unit

import "slices"

// What of an original was mended, so that the report can conform to PDF/UA-1 and PDF/A-3 as far as the original lets
// it, and is read, copied or looked at otherwise than in the file as received: codes of findings that no editor need
// act upon. The ledger has them.
const (
	// MendedPrint: an annotation that readers showed and did not print; it is printed too.
	MendedPrint = "print"
	// MendedHidden: an annotation that no reader showed; it is left out. What is its kind.
	MendedHidden = "hidden"
	// MendedLook: an annotation whose look was left to readers; it was drawn. What is its kind.
	MendedLook = "look"
	// MendedLookEmpty: one of which nobody knows how it looks; it has an empty look. What is its kind.
	MendedLookEmpty = "look-empty"
	// MendedFieldLook: a field that had no look, or another than its value; it was drawn.
	MendedFieldLook = "field-look"
	// MendedWords: an annotation that said nothing to those who do not see it; where it leads, or what it is, is said.
	MendedWords = "words"
	// MendedLabel: a field that said nothing; what is printed beside it, or its name among the form's, is said.
	MendedLabel = "field-label"
	// MendedField: one of which nobody can know what it is for; its name among the form's is said, or that it is one.
	MendedField = "field-name"
	// MendedText: fonts of which nothing said what their glyphs stand for, though it can be known; it is said.
	MendedText = "text"
	// MendedInks: colours of a press that is not named; they are taken for those of one.
	MendedInks = "inks"
	// MendedOverprint: inks that left those below them where they had none of an ink; they cover them.
	MendedOverprint = "overprint"
	// MendedFilter: streams that were compressed in a way that archives do not take; they are compressed anew, and
	// decode to the same bytes.
	MendedFilter = "filter"
	// MendedFont: a font that is not embedded, and in whose place an open one of equal widths is; What is its family.
	MendedFont = "font"
	// MendedParts: a page with tags of which something was neither tagged nor an artifact; it is one of the two.
	MendedParts = "parts"
	// MendedSmooth: pictures that asked to be smoothed; they are shown as they are.
	MendedSmooth = "smooth"
	// MendedOrder: elements that stood where none of their type may, or without what must stand around them, rows that
	// were shorter than others, header cells that did not say what they head; What is list, contents or table.
	MendedOrder = "order"
	// MendedAlt: the one figure or formula that nobody has described in the file; the manifest's words are said.
	MendedAlt = "alt"
	// MendedFigure: a figure or formula that nobody has described; that is said.
	MendedFigure = "figure"
)

// invented are the codes of mends that give what nobody knows: they support no claim of PDF/UA.
var invented = []string{MendedLookEmpty, MendedField, MendedFigure}

// Invented are the mends that give what nobody knows: a look that was left to readers and is none of a known kind, a
// description that the file does not have. A report with one of them claims no PDF/UA.
func (u *Unit) Invented() []Finding {
	var out []Finding
	for _, f := range u.Mended {
		if slices.Contains(invented, f.Code) {
			out = append(out, f)
		}
	}
	return out
}

// mend notes a mend; page is its page in the original, from 0, -1 for none.
func (s *source) mend(code, what string, page int) {
	s.original.mended.add(code, what, page)
}
