package compose

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"rapporteur/layout"
	"rapporteur/layout/lang"
)

// noteMarks puts the marks of notes on the side of a stop where the language has them: French, Spanish and Russian
// before it, English and German behind it. A stop that ends an abbreviation belongs to its word and stays there.
func noteMarks(list []layout.Inline, l *lang.Language) []layout.Inline {
	if l.Notes.Behind+l.Notes.Before == "" {
		return list
	}
	for i := 1; i < len(list); i++ {
		if list[i].Note == nil || list[i-1].Note != nil || list[i-1].Break {
			continue
		}
		to := i + 1 // behind marks that follow one another
		for to < len(list) && list[to].Note != nil {
			to++
		}
		before := &list[i-1]
		switch n := stops(before.Text, l); {
		case n > 0:
			moved := *before
			before.Text, moved.Text = before.Text[:len(before.Text)-n], before.Text[len(before.Text)-n:]
			list = slices.Insert(list, to, moved)
		case n == 0 && to < len(list) && list[to].Note == nil:
			next := &list[to]
			if n := stop(next.Text, l); n > 0 {
				moved := *next
				moved.Text, next.Text = next.Text[:n], next.Text[n:]
				list = slices.Insert(list, i, moved)
			}
		}
	}
	return list
}

// stops gives how many bytes at a text's end go behind a mark: the stops that the language wants there, with the white
// before them. It is -1 where the text ends in one that must stay.
func stops(text string, l *lang.Language) int {
	rest := strings.TrimRight(text, l.Notes.Behind)
	if len(rest) == len(text) {
		return 0
	}
	if text[len(rest):] == "." && abbreviated(rest, l) {
		return -1
	}
	rest = strings.TrimRightFunc(rest, unicode.IsSpace)
	if rest == "" {
		return -1
	}
	return len(text) - len(rest)
}

// stop gives how many bytes at a text's beginning come before a mark: one sign that the language wants there.
func stop(text string, l *lang.Language) int {
	r, size := utf8.DecodeRuneInString(text)
	if size == 0 || !strings.ContainsRune(l.Notes.Before, r) {
		return 0
	}
	if r, _ := utf8.DecodeRuneInString(text[size:]); strings.ContainsRune(l.Notes.Before, r) {
		return 0 // an ellipsis in dots, or ?!
	}
	return size
}

// abbreviated reports whether the word that ends a text is one that a stop may shorten: it is one letter, has a stop
// within it, or is one that the language binds to the word after it.
func abbreviated(text string, l *lang.Language) bool {
	word := text[strings.LastIndexFunc(text, unicode.IsSpace)+1:]
	word = strings.ToLower(strings.TrimLeftFunc(word, func(r rune) bool { return !unicode.IsLetter(r) }))
	return utf8.RuneCountInString(word) < 2 || strings.Contains(word, ".") ||
		slices.Contains(slices.Concat(l.Notes.Short, l.Binds.Figures, l.Binds.Words), word+".")
}
