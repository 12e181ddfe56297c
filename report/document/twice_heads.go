package document

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"rapporteur/sources"
	"rapporteur/sources/diag"
	"rapporteur/sources/pattern"
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
	if b.Inlines[0].Kind == sources.Strong || b.Inlines[0].Kind == sources.Run && chapterTyped.MatchString(words) {
		return true
	}
	return b.Inlines[0].Kind == sources.Run && words == strings.ToUpper(words) && words != strings.ToLower(words) &&
		strings.ContainsFunc(words, unicode.IsSpace)
}

// chapterTyped is a heading with a number of its own, as drafts have it: "Chapter I. Opening", "II. – Débat".
var chapterTyped = pattern.Of(`^(?:(?:(?:Chapter|Part|Section|Chapitre|Partie|Capítulo|Parte|Sección|Глава|` +
	`Раздел|Часть) [IVX\d]{1,5}\b|(?:الفصل|الباب|القسم) \pL+)[.:]?(?: ?[-–—:]? ?\p{L}|$)|` +
	`[IVX]{1,5}(?:\. ?[-–—]?|\)| [-–—]) \p{Lu}|(?:أولا|ثانيا|ثالثا|رابعا|خامسا)ً? ?[-–—:.] )`)

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
var noteInBrackets = pattern.Of(`^\[\p{Nd}{1,3}\]`)

// noteBare is the text of a note with its number alone, as endnotes are copied: "1 See A/1."
var noteBare = pattern.Of(`^(\p{Nd}{1,3})[ \x{a0}\t]+\p{Lu}`)

// noteOf gives the mark that a paragraph begins with, and the one that a paragraph before it has where the note is
// called; "" where none has.
func noteOf(list []*Block, i int) (mark, call string) {
	words := Plain(list[i].Inlines)
	mark = noteInBrackets.FindString(words)
	if m := noteBare.FindStringSubmatch(words); m != nil {
		mark = m[1]
	}
	if mark == "" {
		return "", ""
	}
	number := strings.Trim(mark, "[]")
	for k := i - 1; k >= max(0, i-maxReach); k-- {
		before := Plain(list[k].Inlines)
		if strings.Index(before, "["+number+"]") > 0 {
			return mark, "[" + number + "]"
		}
		for _, n := range noteNumbers(before) {
			if before[n.from:n.to] == number && mark == number {
				return mark, number
			}
		}
	}
	return "", ""
}

// shortly is the beginning of some words, as messages repeat them.
func shortly(words string) string {
	if short := []rune(words); len(short) > maxTwice {
		return string(short[:maxTwice]) + "…"
	}
	return words
}

// noteArgs are what a message says of the text of a note.
func noteArgs(words, mark, call string) diag.Args {
	return diag.Args{"found": shortly(words), "label": strings.Trim(mark, "[]"), "mark": mark, "call": call}
}
