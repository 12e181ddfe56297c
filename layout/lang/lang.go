// Package lang holds what is particular to a language: the words that the report prints of itself, dates and lists,
// script and direction, hyphenation patterns, the order of names.
//
// From a language tag of the manifest (BCP 47) into a Language, which is handed down from there: nobody else compares
// tags. A language is a folder with a language.yaml and, where it hyphenates, a pattern file as the TeX project
// publishes it; what follows from the script alone stands in scripts.yaml, and strings.yaml lists what a folder has to
// say for reports to be written in its language. A new language needs no Go.
//
// What the program says to its user is not among it: see sources/diag/messages and cmd/rapporteur/talk.
package lang

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// Language is one language's words and rules. A nil Language has no words, and is written like Latin without
// hyphenation.
type Language struct {
	Tag    string `yaml:"-"` // as written in the sources
	Folder string `yaml:"-"` // the one that words and rules come from; "" if there is none for the tag

	Name        string            `yaml:"name"` // in the language itself
	Script      string            `yaml:"script"`
	Leading     int               `yaml:"leading"`  // see LeastLeading; 0: as the script has it
	Indent      int               `yaml:"indent"`   // see FirstIndent
	Emphasis    Emphasis          `yaml:"emphasis"` // see Stressed; "": as the script has it
	Hyphenation Hyphenation       `yaml:"hyphenation"`
	Binds       Binds             `yaml:"binds"`
	Collation   string            `yaml:"collation"`
	Strokes     string            `yaml:"strokes"` // the collation by strokes, of characters that have them
	Sorting     Sorting           `yaml:"sorting"`
	Months      []string          `yaml:"months"`
	Day         string            `yaml:"date"`
	First       string            `yaml:"first"` // the first of a month, where it is written otherwise
	DayRange    string            `yaml:"range"` // days of one month
	Span        string            `yaml:"span"`  // two whole dates
	Clock       string            `yaml:"time"`
	Ordinals    Ordinals          `yaml:"ordinals"` // see Raised
	Numbers     Numbers           `yaml:"numbers"`
	Letters     []string          `yaml:"letters"`    // that sub-paragraphs are counted by, where not a, b, c alone
	Labels      []string          `yaml:"labels"`     // see SubLabel
	Unfinished  []string          `yaml:"unfinished"` // what drafts have where words are still to come
	Blanks      []string          `yaml:"blanks"`     // what they have in square brackets there: [name], [date]
	Alphabet    string            `yaml:"alphabet"`   // its letters, where others are written with more of the script
	Common      []string          `yaml:"common"`     // its commonest words, where others are written in its letters
	Typography  Typography        `yaml:"typography"`
	Joined      Joined            `yaml:"list"`
	Colon       string            `yaml:"colon"`
	Decimal     string            `yaml:"decimal"` // the sign before tenths
	Percent     string            `yaml:"percent"` // the sign after figures of the script's own: see PercentApart
	Marks       Marks             `yaml:"marks"`
	Notes       Notes             `yaml:"notes"`
	Languages   map[string]string `yaml:"languages"` // names of languages, by tag
	Strings     map[string]string `yaml:"strings"`
	// Contractions are pairs of preposition and article that are written as one word, each with what is written.
	Contractions map[string]string `yaml:"contractions"`
	Elisions     map[string]string `yaml:"elisions"` // of prepositions before a vowel, with the sign at their end
	Articles     Articles          `yaml:"articles"`

	set *Set
}

// DecimalSign is the sign between units and tenths; "" where none is known.
func (l *Language) DecimalSign() string {
	if l == nil {
		return ""
	}
	return l.Decimal
}

// FirstIndent is by how many characters of the square, or ems, the first line of a paragraph of running text is
// indented.
func (l *Language) FirstIndent() int {
	if l == nil {
		return 0
	}
	return l.Indent
}

// Numbers are the numerals of chapters and sections where they are not I, II, III and A, B, C; and what comes between a
// numeral and the title where that is not a full stop and an en space: a dash and a narrower space in Arabic; in
// Chinese a comma alone, which is as wide as a character and mostly white.
type Numbers struct {
	Chapters, Sections []string
	Cited              []string // chapters' where they are declined in a reference: "الفصل الثاني"
	Annexes            []string // where they are not I, II, III
	End, After         string
}

// Chapter is the numeral of a chapter, "" for the ordinary one.
func (n Numbers) Chapter(i int) string { return at(n.Chapters, i) }

// InReference is a chapter's numeral as a reference to it has it.
func (n Numbers) InReference(numeral string) string {
	return cmp.Or(at(n.Cited, slices.Index(n.Chapters, numeral)+1), numeral)
}

// Section is the numeral of a section, "" for the ordinary one.
func (n Numbers) Section(i int) string { return at(n.Sections, i) }

// Annex is the numeral of an annex, "" for the ordinary one.
func (n Numbers) Annex(i int) string { return at(n.Annexes, i) }

// Ended is a chapter's or section's numeral as it stands before a title.
func (n Numbers) Ended(numeral string) string {
	if n.End == "" {
		return numeral + "."
	}
	return numeral + n.End
}

// Bare is a numeral without what stands about it: what a reference prints.
func (n Numbers) Bare(number string) string {
	return strings.Trim(strings.TrimSuffix(number, n.End), " .()")
}

// Gap is the white between a number and the title that it stands before.
func (n Numbers) Gap(number string) string {
	if n.End != "" && strings.HasSuffix(number, n.End) {
		return n.After
	}
	return "\u2002"
}

func at(list []string, i int) string {
	if i < 1 || i > len(list) {
		return ""
	}
	return list[i-1]
}

// Marks is the punctuation that the report puts between its own words, with the white beside it: Chinese marks are
// as wide as a character and bring their own, Arabic commas look the other way.
type Marks struct {
	Comma, Semicolon, Stop string // between parts of a line
	Title                  string // between who or what and a title
	Open, Close            string // brackets
	End                    string // after a sentence
}

// Notes says on which side of a sign the mark of a note stands: Behind are the signs that stand behind it, Before those
// that stand before it. Short are words that a full stop shortens and that stand at the end of a sentence too.
type Notes struct {
	Behind, Before string
	Short          []string
}

// Joined says how a list of names is joined: Last stands before the last name, but Other before one that begins with
// one of Before and none of Except, as Spanish writes "Francia e Italia", but "agua y hielo".
type Joined struct {
	Between, Last, Other string
	Before, Except       []string
	// Repeats: the preposition before a list is said before each of it, "du Kenya et de la Norvège".
	Repeats bool
}

// Say gives a string of the report, with {name} replaced by the values given in pairs. A key that does not exist is
// a fault of the program and shows as itself.
func (l *Language) Say(key string, pairs ...string) string {
	s, ok := l.Strings[key]
	if !ok {
		return key
	}
	return l.filled(s, pairs...)
}

func fill(s string, pairs ...string) string {
	if len(pairs) == 0 {
		return s
	}
	old := make([]string, len(pairs))
	for i := 0; i+1 < len(pairs); i += 2 {
		old[i], old[i+1] = "{"+pairs[i]+"}", pairs[i+1]
	}
	return strings.NewReplacer(old...).Replace(s)
}

// Date writes a date.
func (l *Language) Date(year, month, day int) string {
	if month < 1 || month > len(l.Months) {
		return strconv.Itoa(year)
	}
	d := strconv.Itoa(day)
	if day == 1 && l.First != "" {
		d = l.First
	}
	return fill(l.Day, "day", d, "month", l.Months[month-1], "year", strconv.Itoa(year))
}

// Dates writes the days from one date to another; one date where they are equal.
func (l *Language) Dates(y1, m1, d1, y2, m2, d2 int) string {
	switch {
	case y1 == y2 && m1 == m2 && d1 == d2:
		return l.Date(y1, m1, d1)
	case y1 == y2 && m1 == m2 && m1 >= 1 && m1 <= len(l.Months):
		return fill(l.DayRange, "from", strconv.Itoa(d1), "day", strconv.Itoa(d2), "month", l.Months[m1-1], "year",
			strconv.Itoa(y1))
	}
	return fill(l.Span, "a", l.Date(y1, m1, d1), "b", l.Date(y2, m2, d2))
}

// Time writes an hour of the day.
func (l *Language) Time(hour, minute int) string {
	return fill(l.Clock, "hour", strconv.Itoa(hour), "minute", fmt.Sprintf("%02d", minute))
}

// List joins names: A, B and C.
func (l *Language) List(items []string) string {
	switch len(items) {
	case 0:
		return ""
	case 1:
		return items[0]
	}
	n := len(items) - 1
	last := l.Joined.Last
	name := strings.ToLower(strings.TrimLeft(items[n], "«“\"("))
	if begins(name, l.Joined.Before) && !begins(name, l.Joined.Except) {
		last = l.Joined.Other
	}
	return strings.Join(items[:n], l.Joined.Between) + last + items[n]
}

func begins(s string, with []string) bool {
	for _, w := range with {
		if strings.HasPrefix(s, w) {
			return true
		}
	}
	return false
}

// LanguageName names a language in this one: by its own tag, or without its region. A language that this one has no
// word for is called as it calls itself, and one that has no folder either by its tag.
func (l *Language) LanguageName(tag string) string {
	for t := range truncated(tag) {
		if n := l.Languages[t]; n != "" {
			return n
		}
	}
	if l.set != nil {
		if n := l.set.Of(tag).Name; n != "" {
			return n
		}
	}
	return tag
}
