package lang

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// This file knows a name that is of several, "le Danemark, la Finlande et la Suède", from one that only has an "and" in
// it, "l'Organisation des Nations Unies pour l'éducation, la science et la culture": each of several begins as a name.

// several gives the names that a name is made of, as they stand in a sentence; none if it is one, or if one of them
// is not known.
func (l *Language) several(name string) []string {
	head, last, found := strings.Cut(name, l.Joined.Last)
	if !found || !l.Joined.Repeats {
		return nil
	}
	list := append(strings.Split(head, l.Joined.Between), last)
	spaced := func(part string) bool { return strings.Contains(l.Articles.bare(part), " ") }
	states := !slices.ContainsFunc(list, spaced)
	for i, part := range list {
		whole, ok := l.oneOf(part, i == 0, states)
		if !ok {
			return nil
		}
		list[i] = whole
	}
	return list
}

// oneOf gives one of several names with its article: its own, or that of the list. The first one's may be a phrase; one
// that is not listed is a name where all of them are of one word, as States are.
func (l *Language) oneOf(part string, first, states bool) (string, bool) {
	a := &l.Articles
	if bare := a.bare(part); bare != part {
		return a.lowered(part), first || capital(bare)
	}
	article, known := beginning(a.Names, part)
	if !known && a.Elided != "" && a.vowel(part) && states {
		return a.Elided + part, capital(part)
	}
	return a.put(article, part), known && capital(part)
}

// bare is a name without the article that it begins with.
func (a *Articles) bare(name string) string {
	lowered := a.lowered(name)
	if rest, ok := strings.CutPrefix(lowered, a.Elided); ok && a.Elided != "" {
		return rest
	}
	if first, rest, ok := strings.Cut(lowered, " "); ok && slices.Contains(a.all(), first) {
		return rest
	}
	return name
}

func capital(name string) bool {
	first, _ := utf8.DecodeRuneInString(name)
	return unicode.IsUpper(first)
}
