package layout

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"

	"rapporteur/layout/text"
)

// Columns of figures. Figures run from left to right whatever the direction of the table, so they stand at the right
// edge of their column, and below each other by their units: what stands behind the decimal sign of one hangs out, as
// far as the longest such tail of the column.

// figures is a column that holds nothing but figures; none where it holds words.
type figures struct {
	are  bool
	tail Length // the widest of what stands behind the units
}

// findFigures looks which columns that are set to the end hold figures.
func (g *grid) findFigures(s *stack, columns int) {
	g.findTimes()
	g.figures = make([]figures, columns)
	for n := range min(columns, len(g.Columns)) {
		if g.Columns[n].Align == text.End {
			g.figures[n] = g.figuresOf(s, n)
		}
	}
}

func (g *grid) figuresOf(s *stack, column int) (f figures) {
	for c, words := range g.below(column) {
		if !isFigure(words) && !isNone(words) {
			return figures{}
		}
		f.are = f.are || isFigure(words)
		f.tail = max(f.tail, g.tail(s, c))
	}
	return f
}

// below gives the cells that a column has for itself, with their words, but for the names of groups.
func (g *grid) below(column int) iter.Seq2[*TableCell, string] {
	return func(yield func(*TableCell, string) bool) {
		for i := range g.Rows {
			n := 0
			for k := range g.Rows[i].Cells {
				c := &g.Rows[i].Cells[k]
				if n == column && c.span() == 1 && !g.Rows[i].Group &&
					!yield(c, strings.TrimSpace(knownText(c.Inlines))) {
					return
				}
				n += c.span()
			}
		}
	}
}

// figure sets the look of a cell that stands in a column of figures.
func (g *grid) figure(s *stack, look *Look, lang *Language, c *TableCell, column int, header bool) {
	if column >= len(g.figures) || !g.figures[column].are {
		return
	}
	f := g.figures[column]
	tail := f.tail
	if !header {
		tail = g.tail(s, c)
	}
	f.place(look, lang, tail)
}

// tail is the width of what stands behind the units of a cell's figure: the decimal sign with what follows, or a sign
// such as that of per cent. A cell without a figure has none.
func (g *grid) tail(s *stack, c *TableCell) Length {
	words := strings.TrimSpace(knownText(c.Inlines))
	if g.lang.PercentApart() {
		words = strings.TrimRight(words, "%‰٪ \u00a0") // what stands to the left of the figure
	}
	at := g.units(words)
	if at == len(words) || !isFigure(words) {
		return 0
	}
	look, lang := g.look(s, c, len(g.Columns), false, false)
	look.Tabular = true
	return s.width(look, lang, []Inline{{Text: words}}) - s.width(look, lang, []Inline{{Text: words[:at]}})
}

// units gives where the units of a figure end: before its decimal sign, or behind its last digit.
func (g *grid) units(words string) int {
	if sign := g.lang.DecimalSign(); sign != "" {
		if i := strings.LastIndex(words, sign); i >= 0 && strings.Count(words, sign) == 1 {
			return i
		}
	}
	i := strings.LastIndexFunc(words, unicode.IsDigit)
	if i < 0 {
		return len(words)
	}
	_, size := utf8.DecodeRuneInString(words[i:])
	return i + size
}

// isFigure reports whether words are a figure: digits with the signs that stand in and about them.
func isFigure(words string) bool {
	digits := 0
	for _, r := range words {
		switch {
		case unicode.IsDigit(r):
			digits++
		case !strings.ContainsRune(" \u00a0\u202f.,'’٫٬+-−–±%‰٪()*", r):
			return false
		}
	}
	return digits > 0
}

// isNone reports whether words say that there is no figure.
func isNone(words string) bool { return strings.Trim(words, "-–—… .") == "" }

// place sets the look of a cell in a column of figures; tail is the cell's own, and a head's is the column's.
func (f figures) place(look *Look, lang *Language, tail Length) {
	if lang.RTL() {
		look.Align, look.Indent = text.Start, f.tail-tail
		return
	}
	look.Outdent = f.tail - tail
}
