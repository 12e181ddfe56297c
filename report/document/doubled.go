package document

import (
	"rapporteur/sources"
	"rapporteur/sources/diag"
	"rapporteur/sources/pattern"
)

// typedNumber is what people number chapters and headings with by hand.
var typedNumber = pattern.Of(`^(?:(?:[IVXL]{1,5}|[A-H]|\d{1,2}(?:\.\d{1,2})*)[.)] ?|` +
	`(?:[IVXL]{1,5}|\d{1,2}) ?[-–—] |` +
	`(?i:chapter|chapitre|capítulo|kapitel|глава|part|partie) (?:[IVXL]{1,5}|\d{1,2})[.:)]? ?[-–—]? |` +
	`\([a-h]\) )\s*\p{L}`)

// initial is a name's: two of them number nothing.
var initial = pattern.Of(`^[A-Z]\. ?-?[A-Z]\.`)

// doubled tells of a title that has a number of its own before which the report puts another.
func (n *numbering) doubled(number, title string, pos diag.Pos, item string) {
	if number != "" && typedNumber.MatchString(title) && !initial.MatchString(title) {
		n.bag.AddItem("number-doubled", pos, item, diag.Args{"found": title, "number": number})
	}
}

// titleMarks are signs of Markdown and HTML, which mean nothing in a title.
var titleMarks = pattern.Of(`\*{1,3}[^*\s][^*]*\*{1,3}|~[^~\s]{1,8}~|\^[^^\s]{1,8}\^|` +
	`\[@[^\]]+\]|\[\^[^\]]+\]|</?[a-z]{1,6}/?>`)

// filePath is a file's name where words belong.
var filePath = pattern.Of(`(?i)^\S+\.(?:md|docx?|odt|rtf|txt|pdf|pptx?|xlsx?|csv|png|jpe?g|tiff?)$`)

// marked tells of them in words of the manifest.
func (r *resolver) marked(words string, w sources.Words) {
	pos := w.PosIn(r.d.Lang)
	if found := titleMarks.FindString(words); found != "" {
		r.bag.Add("title-marks", r.m.At(pos, found), diag.Args{"found": found})
	}
	if filePath.MatchString(words) {
		r.bag.Add("title-path", pos, diag.Args{"found": words})
	}
	if at, end := stillToWrite(words, r.d.Words.Unfinished); at >= 0 {
		r.bag.Add("words-unfinished", r.m.At(pos, words[at:end]), diag.Args{"found": words[at:end]})
	}
}
