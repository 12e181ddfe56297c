package layout

import (
	"slices"

	"rapporteur/layout/text"
)

// A paragraph may be set a line longer or shorter than is best for it where that makes its page end level with the
// others and its lines stay even ("looseness", TeXbook, chapter 14). Only those are tried that stand whole on one page.

const (
	costLoose  = int64(250) // each line that a page gets or loses so
	leastLines = 3          // of a paragraph that can
	mostLoose  = 5          // lines of a page
)

// loose is a paragraph that may be set in another number of lines: rows from and to hold its lines.
type loose struct {
	from, to int
	set      text.Paragraph
	look     Look
	x        Length
	linked   bool
	anchored bool
	origin   Origin
	longer   []text.Line // by a line; nil: it cannot be
	shorter  []text.Line
	tried    bool
}

// loosen notes a paragraph whose lines are the last rows, if it can be set in more or fewer lines.
func (s *stack) loosen(w *tagger, look Look, measure, first, x Length, lines int, origin Origin) {
	if !s.top || s.memory.least != nil || look.Align != text.Justify || lines < leastLines || len(w.boxes) > 0 {
		return
	}
	s.paras = append(s.paras, loose{from: len(s.rows) - lines, to: len(s.rows), look: look, x: x, linked: w.linked,
		anchored: w.anchored, origin: origin, set: text.Paragraph{Pieces: w.pieces, Lang: w.lang, Align: look.Align,
			Measure: measure, First: first, Hyphenate: look.Hyphenate && s.sheet.Hyphen}})
}

// reaches is how many pages beside one that does not end level have their paragraphs tried: first its neighbours, and
// where those cannot mend it, those from which a line wanders to it page by page.
var reaches = [...]int{1, 5}

// try sets the paragraphs that stand on pages that do not end level, and on those within reach of them.
func (g *galley) try(paras []loose, columns []column, reach int) {
	for i := range columns {
		if !slices.ContainsFunc(columns[max(0, i-reach):min(i+reach+1, len(columns))], ragged) {
			continue
		}
		for k := range paras {
			p := &paras[k]
			if p.tried || p.from >= columns[i].to || p.to <= columns[i].from {
				continue
			}
			p.tried = true
			p.longer = g.setter.Resize(&p.set, p.to-p.from+1)
			if p.to-p.from > leastLines {
				p.shorter = g.setter.Resize(&p.set, p.to-p.from-1)
			}
		}
	}
}

// ragged reports whether a column does not end level with the others.
func ragged(c column) bool { return c.short }

// evened breaks rows again with paragraphs longer or shorter, if some page does not end level and that is better.
func (f *flowing) evened(b *breaker, columns []column, paras []loose) (best *breaker, level []column) {
	least := b.total
	for _, reach := range reaches {
		if len(paras) == 0 || !slices.ContainsFunc(columns, ragged) ||
			best != nil && !slices.ContainsFunc(level, ragged) {
			break
		}
		f.galley.try(paras, columns, reach)
		asks := *b
		asks.paras, asks.calls = paras, nil
		rows, floats := asks.resize(asks.breaks())
		if rows == nil {
			continue
		}
		better := *b
		better.rows, better.floats, better.calls = rows, floats, nil
		if found := better.breaks(); better.total < least {
			least, best, level = better.total, &better, found
		}
	}
	return best, level
}

// give is how many paragraphs before a row could be longer, and shorter; begun are those that begin before it, ended
// those that end.
type give struct{ begun, ended [2]int32 }

// count sums up what paragraphs can give.
func (b *breaker) count() {
	if len(b.paras) == 0 {
		return
	}
	b.gives = make([]give, len(b.rows)+1)
	for i := range b.paras {
		p := &b.paras[i]
		for k, lines := range [2][]text.Line{p.longer, p.shorter} {
			if lines != nil && p.look.height()+p.look.depth() == b.line() {
				b.gives[min(p.from+1, len(b.rows))].begun[k]++
				b.gives[p.to].ended[k]++
			}
		}
	}
	for i := 1; i < len(b.gives); i++ {
		for k := range 2 {
			b.gives[i].begun[k] += b.gives[i-1].begun[k]
			b.gives[i].ended[k] += b.gives[i-1].ended[k]
		}
	}
}

// line is the height of a line of the paragraphs that give.
func (b *breaker) line() Length { return b.paras[0].look.height() + b.paras[0].look.depth() }

// lines is by how many lines the paragraphs among rows s to q are to be longer, or shorter, so that a frame is filled
// that leaves so much white; 0 where they cannot fill it.
func (b *breaker) lines(s, q int, white, stretch, shrink Length) int {
	if len(b.gives) == 0 || white <= stretch && -white <= shrink {
		return 0
	}
	n, kind := (white-stretch+b.line()-1)/b.line(), 0
	if white < 0 {
		n, kind = (-white-shrink+b.line()-1)/b.line(), 1
	}
	if can := b.gives[q].ended[kind] - b.gives[s].begun[kind]; n > Length(can) || n > mostLoose {
		return 0
	}
	if white < 0 {
		return -int(n)
	}
	if white-n*b.line() < -shrink {
		return 0
	}
	return int(n)
}

// resize makes the longest paragraphs of each column longer or shorter, as it asks. It gives the rows as they are then,
// with the floats among them; nil where no column asks.
func (b *breaker) resize(columns []column) (rows []row, floats []float) {
	done := 0
	floats = slices.Clone(b.floats)
	for i := range columns {
		c := &columns[i]
		for _, k := range b.chosen(c) {
			p := &b.paras[k]
			lines := p.longer
			if c.lines < 0 {
				lines = p.shorter
			}
			rows = append(append(rows, b.rows[done:p.from]...), p.rows(lines, b.rows[p.from:p.to])...)
			done = p.to
			for n := range floats {
				if b.floats[n].from >= p.to {
					floats[n].from += len(lines) - (p.to - p.from)
					floats[n].to += len(lines) - (p.to - p.from)
				}
			}
		}
	}
	if done == 0 {
		return nil, nil
	}
	return append(rows, b.rows[done:]...), floats
}

// chosen are the paragraphs of a column that are to be longer or shorter, in order: the longest, in which it shows
// least.
func (b *breaker) chosen(c *column) []int {
	var can []int
	for k := range b.paras {
		p := &b.paras[k]
		if p.from >= c.from && p.to <= c.to && p.look.height()+p.look.depth() == b.line() &&
			(c.lines > 0 && p.longer != nil || c.lines < 0 && p.shorter != nil) {
			can = append(can, k)
		}
	}
	slices.SortStableFunc(can, func(i, j int) int {
		return (b.paras[j].to - b.paras[j].from) - (b.paras[i].to - b.paras[i].from)
	})
	can = can[:min(max(c.lines, -c.lines), len(can))]
	slices.Sort(can)
	return can
}

// rows are the paragraph's rows with other lines: what stood beside the old ones stands beside the new.
func (p *loose) rows(lines []text.Line, old []row) []row {
	out := make([]row, len(lines))
	floor := old[0].penalty
	for i := range old[:len(old)-1] {
		floor = min(floor, old[i].penalty)
	}
	for i := range lines {
		r := &out[i]
		*r = old[min(i, len(old)-1)]
		if i == len(lines)-1 {
			*r = old[len(old)-1]
		} else {
			r.penalty = max(p.look.after(i, len(lines)), floor)
			if r.ends = nil; lines[i].Hyphenated {
				r.penalty += breakHyphen
			}
		}
		var beside []part
		r.anchors = nil
		if i == 0 { // the label, and what points at the paragraph
			beside = old[0].parts[:len(old[0].parts)-1]
			r.anchors = old[0].anchors
		}
		r.notes = lines[i].Notes
		if p.anchored {
			r.anchors = merged(r.anchors, lines[i].Anchors())
		}
		r.parts = append(slices.Clone(beside), part{x: p.x, y: p.look.height(), width: p.set.Measure, line: &lines[i],
			linked: p.linked})
	}
	if p.anchored { // those within that stood on the first line, and do not any more, stand elsewhere now
		for i := 1; i < len(out); i++ {
			out[0].anchors = slices.DeleteFunc(slices.Clone(out[0].anchors), func(id string) bool {
				return slices.Contains(out[i].anchors, id)
			})
		}
	}
	return out
}

// merged are ids, each once.
func merged(a, b []string) []string {
	out := slices.Clone(a)
	for _, id := range b {
		if !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	return out
}
