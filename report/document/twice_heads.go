package document

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"rapporteur/sources"
	"rapporteur/sources/diag"
)

// Lines that stand for something else in a draft, and that the report would number as its paragraphs: headings in bold
// type or in capitals, and the texts of notes.

// headLike reports whether a paragraph looks like a heading: all in bold type or in capitals, short, and no sentence.
func headLike(b *Block) bool {
	words := Plain(b.Inlines)
	n := utf8.RuneCountInString(words)
	if n < 3 || n > longestHead || endsSentence(words) || preamble(b) || len(b.Inlines) != 1 {
		return false
	}
	if b.Inlines[0].Kind == sources.Strong {
		return true
	}
	return b.Inlines[0].Kind == sources.Run && words == strings.ToUpper(words) && words != strings.ToLower(words) &&
		strings.ContainsFunc(words, unicode.IsSpace)
}

// misnumbered tells of such lines among the paragraphs that the report numbers; the last of a text heads nothing.
func (n *numbering) misnumbered(t *Text, list []*Block) {
	for i, b := range list {
		if i+1 == len(list) || !headLike(b) || headLike(list[i+1]) || i == 0 && b.Pos.Near != "" { // its title is told
			continue
		}
		words := Plain(b.Inlines)
		if at, _ := stillToWrite(words, n.d.Words.Unfinished); at < 0 {
			n.bag.AddItem("heading-bold", b.Pos, t.Item, foundAt(b.Pos, shortly(words)))
		}
	}
}

// noteInBrackets is the text of a note as it is typed in letters to the public: "[1] See A/1."
var noteInBrackets = regexp.MustCompile(`^\[\p{Nd}{1,3}\]`)

// noteOf gives the mark that a paragraph begins with where one before it has it, too; "" where none has.
func noteOf(list []*Block, i int) string {
	mark := noteInBrackets.FindString(Plain(list[i].Inlines))
	for k := i - 1; mark != "" && k >= max(0, i-maxReach); k-- {
		if strings.Index(Plain(list[k].Inlines), mark) > 0 {
			return strings.Trim(mark, "[]")
		}
	}
	return ""
}

// shortly is the beginning of some words, as messages repeat them.
func shortly(words string) string {
	if short := []rune(words); len(short) > maxTwice {
		return string(short[:maxTwice]) + "…"
	}
	return words
}

// noteArgs are what a message says of the text of a note.
func noteArgs(words, label string) diag.Args {
	return diag.Args{"found": shortly(words), "label": label}
}
