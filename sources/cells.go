package sources

import (
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
	tables "github.com/yuin/goldmark/extension/ast"

	"rapporteur/sources/pattern"
)

// lineBreak is how lines are broken in the cells of a pipe table, the one place where Markdown has no sign for it.
var lineBreak = pattern.Of(`^<[bB][rR]\s*/?>$`)

// inCell reports whether a node stands in a cell of a table.
func inCell(n ast.Node) bool {
	for n = n.Parent(); n != nil; n = n.Parent() {
		if _, is := n.(*tables.TableCell); is {
			return true
		}
	}
	return false
}

// aboveMark is a cell of a pipe table that belongs to the cell above it, as in MultiMarkdown's tables.
const aboveMark = "^^"

// isAbove reports whether nothing but the mark stands in a cell.
func isAbove(list []Inline) bool {
	return len(list) == 1 && list[0].Kind == Run && strings.TrimSpace(list[0].Text) == aboveMark && !list[0].Literal
}

// joinAbove makes the cells that belong to those above them as wide as they are, and gives those above which there is
// none, which are cells of their own then.
func joinAbove(rows [][]Cell) (alone []*Cell) {
	for i := range rows {
		at := 0
		for k := 0; k < len(rows[i]); k++ {
			c := &rows[i][k]
			if c.Above {
				span := 0
				if i > 0 {
					span = spanAt(rows[i-1], at)
				}
				if n := below(rows[i][k:], span); span > 0 && n > 0 {
					c.Span = span
					rows[i] = slices.Delete(rows[i], k+1, k+n)
				} else {
					c.Above = false
					alone = append(alone, c)
				}
			}
			at += max(c.Span, 1)
		}
	}
	return alone
}

// spanAt is how many columns the cell spans that begins in a column, 0 where none does.
func spanAt(row []Cell, column int) int {
	at := 0
	for i := range row {
		if at == column {
			return max(row[i].Span, 1)
		}
		at += max(row[i].Span, 1)
	}
	return 0
}

// below is how many of the first cells, all belonging to one above, are together as wide as that; 0 where they are not.
func below(row []Cell, span int) int {
	for n := range row {
		if !row[n].Above {
			return 0
		}
		if span -= max(row[n].Span, 1); span <= 0 {
			if span < 0 {
				return 0
			}
			return n + 1
		}
	}
	return 0
}

// endParagraphs makes of two breaks in a row, as editors write them in the cells of a pipe table, the end of a
// paragraph.
func endParagraphs(list []Inline) []Inline {
	var out []Inline
	for _, in := range list {
		if n := len(out); in.Kind == LineBreak && n > 0 && out[n-1].Kind == LineBreak {
			out[n-1].Kind = ParagraphBreak
			continue
		}
		out = append(out, in)
	}
	return out
}
