// Package lang holds what is particular to a language: the words that the report prints of itself, dates and lists,
// hyphenation patterns, the order of names.
//
// A language is a folder with a language.yaml and, where it hyphenates, a pattern file as the TeX project publishes
// it. A new one needs no Go.
package lang

import (
	"embed"
	"fmt"
	"sort"
	"strconv"
	"strings"
	"sync"

	"gopkg.in/yaml.v3"
)

//go:embed */language.yaml */*.tex
var folders embed.FS

// Language is one language's words and rules.
type Language struct {
	Code        string            `yaml:"-"`
	Name        string            `yaml:"name"`
	Direction   string            `yaml:"direction"` // ltr or rtl
	Hyphenation Hyphenation       `yaml:"hyphenation"`
	Collation   string            `yaml:"collation"`
	Months      []string          `yaml:"months"`
	Day         string            `yaml:"date"`
	First       string            `yaml:"first"` // the first of a month, where it is written otherwise
	DayRange    string            `yaml:"range"` // days of one month
	Span        string            `yaml:"span"`  // two whole dates
	Clock       string            `yaml:"time"`
	Numbers     Numbers           `yaml:"numbers"`
	Joined      Joined            `yaml:"list"`
	Colon       string            `yaml:"colon"`
	Marks       Marks             `yaml:"marks"`
	Quotes      []string          `yaml:"quotes"`
	Languages   map[string]string `yaml:"languages"`
	Strings     map[string]string `yaml:"strings"`
}

// Hyphenation names the pattern file and the least letters before and after a break.
type Hyphenation struct {
	File        string `yaml:"file"`
	Left, Right int
}

// Numbers are the numerals of chapters and sections where they are not I, II, III and A, B, C, and what stands
// behind them where it is no full stop.
type Numbers struct {
	Chapters, Sections []string
	Annexes            []string // where they are not I, II, III
	End                string
}

// Chapter is the numeral of a chapter, "" for the ordinary one.
func (n Numbers) Chapter(i int) string { return at(n.Chapters, i) }

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

// Joined says how a list of names is joined.
type Joined struct{ Between, Last string }

var all = sync.OnceValue(func() map[string]*Language {
	found := map[string]*Language{}
	dirs, _ := folders.ReadDir(".")
	for _, d := range dirs {
		data, err := folders.ReadFile(d.Name() + "/language.yaml")
		if err != nil {
			continue
		}
		l := &Language{Code: d.Name()}
		if err := yaml.Unmarshal(data, l); err != nil {
			panic(fmt.Sprintf("lang: %s/language.yaml: %v", d.Name(), err)) // an embedded file: tests load them all
		}
		found[d.Name()] = l
	}
	return found
})

// Codes lists the languages there are, sorted.
func Codes() []string {
	var codes []string
	for c := range all() {
		codes = append(codes, c)
	}
	sort.Strings(codes)
	return codes
}

// Get gives the language of a code, English where there is none.
func Get(code string) *Language {
	if l := all()[code]; l != nil {
		return l
	}
	return all()["en"]
}

// Patterns gives the hyphenation patterns of a language as a TeX file, and the least letters before and after a
// break; "" where it does not hyphenate.
func Patterns(code string) (tex string, left, right int) {
	l := all()[code]
	if l == nil || l.Hyphenation.File == "" {
		return "", 0, 0
	}
	data, err := folders.ReadFile(code + "/" + l.Hyphenation.File)
	if err != nil {
		return "", 0, 0
	}
	return string(data), l.Hyphenation.Left, l.Hyphenation.Right
}

// RTL tells whether the language runs from right to left.
func (l *Language) RTL() bool { return l.Direction == "rtl" }

// Say gives a string of the report, with {name} replaced by the values given in pairs. A key that does not exist is
// a fault of the program and shows as itself.
func (l *Language) Say(key string, pairs ...string) string {
	s, ok := l.Strings[key]
	if !ok {
		return key
	}
	return fill(s, pairs...)
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

// List joins names: A, B and C. Spanish y becomes e before the sound i.
func (l *Language) List(items []string) string {
	switch len(items) {
	case 0:
		return ""
	case 1:
		return items[0]
	}
	n := len(items) - 1
	last := l.Joined.Last
	if l.Code == "es" && soundsI(items[n]) {
		last = " e "
	}
	return strings.Join(items[:n], l.Joined.Between) + last + items[n]
}

func soundsI(s string) bool {
	s = strings.ToLower(s)
	return strings.HasPrefix(s, "i") || strings.HasPrefix(s, "í") || strings.HasPrefix(s, "hi") &&
		!strings.HasPrefix(s, "hie")
}

// LanguageName names a language in this one; the code itself where it is unknown.
func (l *Language) LanguageName(code string) string {
	if n := l.Languages[code]; n != "" {
		return n
	}
	return code
}
