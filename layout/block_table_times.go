package layout

import (
	"regexp"
	"strings"
	"unicode"

	"rapporteur/layout/text"
)

// Columns of times. Their hours stand below each other by their units: 8 h 30 under 10 h 00. From right to left they do
// so by themselves, since they end where the column begins.

// timeShape is a time of day, or a span that begins with one: "8 h 30", "9:15", "10.30 a.m.", "9 ч. 30 м.".
var timeShape = regexp.MustCompile(`^(\p{Nd}{1,2})(?:[:.]\p{Nd}{2}\b|` +
	`[ \x{a0}\x{202f}]?(?:h|ч|Uhr|a\.m\.|p\.m\.|am|pm)(?:\P{L}|$))`)

// findTimes looks which columns hold nothing but times, of which some have an hour of two figures.
func (g *grid) findTimes() {
	g.times = make([]bool, len(g.Columns))
	for n := range g.Columns {
		if a := g.Columns[n].Align; !g.lang.RTL() && (a == text.Justify || a == text.Start) {
			g.times[n] = g.timesIn(n)
		}
	}
}

func (g *grid) timesIn(column int) (two bool) {
	for _, words := range g.below(column) {
		hour := timeShape.FindStringSubmatch(words)
		if hour == nil && words != "" {
			return false
		}
		two = two || hour != nil && len([]rune(hour[1])) == 2
	}
	return two
}

// hour sets the look of a cell in a column of times: an hour of one figure has the place of another before it.
func (g *grid) hour(s *stack, look *Look, lang *Language, c *TableCell, column int, header bool) {
	if header || column >= len(g.times) || !g.times[column] {
		return
	}
	look.Tabular = true
	words := []rune(strings.TrimSpace(knownText(c.Inlines)))
	if len(words) > 1 && unicode.IsDigit(words[0]) && !unicode.IsDigit(words[1]) {
		look.Indent = s.width(*look, lang, []Inline{{Text: "0"}})
	}
}
