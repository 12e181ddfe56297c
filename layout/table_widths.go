package layout

import (
	"math"
	"slices"
)

// widths finds the width of every column: first the shares given, then, as CSS lays tables out (CSS 2.1, 17.5.2.2),
// between the widest word and the whole text of the cells. Columns that are content with an even share or less get what
// they ask for, so that a date does not break because its neighbour is long.
func (t *Table) widths(s *stack, lang *Language, n int) []Length {
	room := s.room()
	least, most := t.wishes(s, lang, n)
	widths := make([]Length, n)
	var free []int
	weights, weighted := 0, 0
	for i := range min(n, len(t.Columns)) {
		if w := t.Columns[i].Weight; w > 0 {
			weights += w
			weighted++
		}
	}
	if weighted > 0 { // a column without a share leaves the others what it would have as an average one
		weights += (n - weighted) * weights / weighted
	}
	rest := room
	for i := range n {
		if i < len(t.Columns) && t.Columns[i].Weight > 0 {
			widths[i] = Length(int64(room) * int64(t.Columns[i].Weight) / int64(weights))
			rest -= widths[i]
			continue
		}
		free = append(free, i)
	}
	spread(widths, least, most, free, max(rest, 0))
	var sum Length
	for _, w := range widths {
		sum += w
	}
	widths[n-1] += room - sum // what division leaves
	return widths
}

// wishes measures the cells: the least width that no word overflows, and the width that breaks no line.
func (t *Table) wishes(s *stack, lang *Language, n int) (least, most []Length) {
	least, most = make([]Length, n), make([]Length, n)
	g := &grid{Table: t, lang: lang}
	g.findFigures(s, n)
	for pass, rows := range [][]TableRow{t.Head, t.Rows} {
		for i := range rows {
			if rows[i].Group {
				continue
			}
			column := 0
			for k := range rows[i].Cells {
				c := &rows[i].Cells[k]
				span := c.span()
				if span == 1 {
					look, lang := g.look(s, c, column, pass == 0, false)
					around := 2*tablePadding + Pt/2 + look.Indent + look.Outdent
					for _, inlines := range append([][]Inline{c.Inlines}, c.More...) {
						pieces := s.untagged(look, lang, inlines)
						least[column] = max(least[column], s.setter.MinWidth(pieces, lang)+around)
						most[column] = max(most[column], s.setter.Width(pieces, lang)+around)
					}
				}
				column += span
			}
		}
	}
	room := s.room()
	for i := range n {
		least[i] = max(least[i], 2*tablePadding+10*Pt)
		most[i] = max(damped(most[i], room), least[i])
	}
	return least, most
}

// damped is what a column of long texts asks for. A text of a hundred lines beside one of ten is to have the greater
// share, but not ten times the width: the height of a row is least when widths go with the square roots of what the
// cells hold.
func damped(wish, room Length) Length {
	const most = 3 // times the room
	if wish <= room {
		return wish
	}
	// exact to the last place by IEEE 754: every machine rounds alike
	return Length(math.Sqrt(float64(min(wish, most*most*room)) * float64(room)))
}

// spread shares room among columns.
func spread(widths, least, most []Length, free []int, room Length) {
	high := total(most, free)
	if high <= room { // all are content: each gets of the rest in proportion to what it holds
		for _, i := range free {
			widths[i] = Length(int64(room) * int64(most[i]) / int64(max(high, 1)))
		}
		return
	}
	for len(free) > 1 { // the modest are served first
		even := room / Length(len(free))
		k := slices.IndexFunc(free, func(i int) bool { return most[i] <= even })
		if k < 0 {
			break
		}
		widths[free[k]] = most[free[k]]
		room -= most[free[k]]
		free = slices.Delete(free, k, k+1)
	}
	for len(free) > 1 && total(least, free) >= room {
		// words will be divided: not those of a column that is narrow anyway
		even := room / Length(len(free))
		k := slices.IndexFunc(free, func(i int) bool { return least[i] <= even })
		if k < 0 {
			break
		}
		widths[free[k]] = least[free[k]]
		room -= least[free[k]]
		free = slices.Delete(free, k, k+1)
	}
	low := total(least, free)
	high = total(most, free)
	for _, i := range free {
		if low >= room { // all suffer alike
			widths[i] = Length(int64(room) * int64(least[i]) / int64(max(low, 1)))
		} else {
			widths[i] = least[i] + Length(int64(most[i]-least[i])*int64(room-low)/int64(max(high-low, 1)))
		}
	}
}

func total(wishes []Length, of []int) Length {
	var sum Length
	for _, i := range of {
		sum += wishes[i]
	}
	return sum
}
