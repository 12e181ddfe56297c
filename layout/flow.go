package layout

import "slices"

// body is a run that has been set and broken into pages: its rows, and where each of them goes.
type body struct {
	width    Length // of the frame
	rtl      bool
	noteRule Length
	segments []segment
	notes    []note
	heads    []tableHead
	pages    []pageColumns
	held     []heldLines // paragraphs that are longer than their lines
	orders   []order     // by segment: what floats moved
	strict   bool        // no paragraph is longer or shorter than is best for it
	frozen   bool        // the pages are those of a round before
}

// pageColumns is one page: its columns of rows. A page that is not set in columns has one.
type pageColumns []placedColumn

// placedColumn is a column with its place in the page's frame; x is measured from the side that lines start on.
type placedColumn struct {
	column
	segment int
	x, y    Length
	width   Length
	height  Length // of its frame
}

// flow breaks the galley's segments into pages.
func (g *galley) flow() *body {
	w, h := g.sheet.Frame()
	b := &body{width: w, noteRule: g.sheet.NoteRule, rtl: g.lang.RTL(), segments: g.segments, notes: g.notes,
		heads: g.heads, held: g.held, strict: g.memory.least != nil}
	if pages := g.memory.frozen; pages != nil {
		before := *b
		b.segments, b.orders = ordered(b.segments, g.memory.orders), g.memory.orders
		if b.fits(pages) {
			b.pages, b.frozen = pages, true
			return b
		}
		*b = before
	}
	b.orders = make([]order, len(b.segments))
	f := &flowing{body: b, galley: g, frame: h}
	for i := range b.segments {
		if i > 0 && b.segments[i-1].ends() {
			f.used = 0
		}
		if b.segments[i].columns > 1 {
			f.columns(i)
		} else {
			f.single(i)
		}
	}
	b.segments = ordered(b.segments, b.orders)
	for i := range b.segments { // what only breaking needed
		b.segments[i].paras, b.segments[i].floats = nil, nil
	}
	if len(b.pages) == 0 {
		b.pages = []pageColumns{nil} // a run takes a page even if nothing stands on it
	}
	return b
}

// fits reports whether the rows can go on the pages of the round before: there are as many, they are as tall, and each
// frame has the same notes.
func (b *body) fits(pages []pageColumns) bool {
	done := make([]int, len(b.segments))
	for _, page := range pages {
		for i := range page {
			p := &page[i]
			if p.segment >= len(b.segments) || p.to > len(b.segments[p.segment].rows) {
				return false
			}
			rows := b.segments[p.segment].rows[p.from:p.to]
			content, foot := tall(rows), Length(0)
			if p.head > 0 {
				content += b.heads[p.head-1].height
			}
			called := 0
			for k := range rows {
				called += len(rows[k].notes)
				for _, n := range rows[k].notes {
					if !slices.ContainsFunc(p.notes, func(s noteSlice) bool { return s.note == n && s.from == 0 }) {
						return false
					}
				}
			}
			for k, n := range p.notes {
				if n.to > len(b.notes[n.note-1].rows) {
					return false
				}
				if n.from > 0 {
					called++
				}
				foot += tall(b.notes[n.note-1].rows[n.from:n.to])
				if k == 0 {
					foot += noteSeparation
				} else {
					foot += noteDistance
				}
			}
			if content != p.content || foot != p.foot || called != len(p.notes) {
				return false
			}
			done[p.segment] = p.to
		}
	}
	for i := range done {
		if done[i] != len(b.segments[i].rows) {
			return false
		}
	}
	return true
}

// ends reports whether a segment asks for a new page after it.
func (s *segment) ends() bool { return s.rows[len(s.rows)-1].penalty == breakForced }

// flowing is the state of breaking: how much of the last page is taken, from above by rows and from below by notes.
type flowing struct {
	*body
	galley     *galley
	frame      Length
	used, foot Length
}

// need is the least height at which a segment can begin on a page: its rows up to the first place where a page may end,
// and of a heading alone what the next segment needs below it.
func (b *body) need(i int) Length {
	if i >= len(b.segments) {
		return 0
	}
	s := &b.segments[i]
	var h Length
	for k := range s.rows {
		h += s.rows[k].size()
		for _, n := range s.rows[k].notes {
			h += b.notes[n-1].height + noteSeparation
		}
		if s.rows[k].kind != gapRow && s.rows[k].penalty < breakKeep {
			return h
		}
	}
	if i+1 < len(b.segments) {
		h += b.segments[i+1].above + b.need(i+1)
	}
	return h
}

// room is what the last page leaves for a segment; 0 means that it opens a new one.
func (f *flowing) room(i int) Length {
	if f.used == 0 {
		return 0
	}
	left := f.frame - f.used - f.foot - f.segments[i].above
	if left < f.need(i) {
		return 0
	}
	return left
}

func (f *flowing) single(i int) {
	s := &f.segments[i]
	b := &breaker{rows: s.rows, notes: f.notes, heads: f.heads, rest: f.frame, floats: s.floats}
	if i+1 < len(f.segments) && !s.ends() {
		if tail := f.segments[i+1].above + f.need(i+1); tail < f.frame/2 {
			b.tail = tail
		}
	}
	y := Length(0)
	if left := f.room(i); left > 0 {
		b.first = []Length{left}
		y = f.used + s.above
	}
	breaks := b.breaks()
	if better, columns := f.evened(b, breaks, s.paras); better != nil {
		b, breaks, s.rows = better, columns, better.rows
	}
	f.orders[i] = b.reorder(breaks)
	for k, sl := range breaks {
		p := placedColumn{column: sl, segment: i, width: s.width, height: f.frame}
		taken := Length(0) // by the notes of segments above
		if k == 0 && y > 0 {
			p.y, p.height, taken = y, b.first[0], f.foot
			f.pages[len(f.pages)-1] = append(f.pages[len(f.pages)-1], p)
		} else {
			f.pages = append(f.pages, pageColumns{p})
		}
		f.used, f.foot = p.y+sl.content, taken+sl.foot
	}
}

// columns fills the columns of page after page, and makes those of the last page equally tall.
func (f *flowing) columns(i int) {
	s := &f.segments[i]
	b := &breaker{rows: s.rows, notes: f.notes, heads: f.heads, rest: f.frame}
	y, height := Length(0), f.frame
	if left := f.room(i); left > 0 {
		for range s.columns {
			b.first = append(b.first, left)
		}
		y, height = f.used+s.above, left
	}
	filled := b.breaks()
	for k := 0; k < len(filled); k += s.columns {
		group := filled[k:min(k+s.columns, len(filled))]
		if k > 0 {
			y, height = 0, f.frame
		}
		if k+s.columns >= len(filled) {
			group = balance(b, group, s.columns, height, k > 0)
		}
		var page pageColumns
		used, taken, foot := Length(0), Length(0), Length(0)
		if y > 0 {
			taken = f.foot
		}
		for c, sl := range group {
			page = append(page, placedColumn{column: sl, segment: i, x: Length(c) * (s.width + s.gutter), y: y,
				width: s.width, height: height})
			used, foot = max(used, y+sl.content), max(foot, sl.foot)
		}
		if y > 0 {
			f.pages[len(f.pages)-1] = append(f.pages[len(f.pages)-1], page...)
		} else {
			f.pages = append(f.pages, page)
		}
		f.used, f.foot = used, taken+foot
	}
}

// balanceStep is by how much columns are made taller until their rows fit; balanceRoom by how much at most for the sake
// of ends that are better than poor.
const (
	balanceStep = 2 * Pt
	balanceRoom = 36 * Pt
)

// balance breaks the rows of the last page's columns again, at the least height at which they still find room.
func balance(b *breaker, group []column, columns int, height Length, later bool) []column {
	from := group[0].from
	// a note from the page before is continued here: leave the columns as they are
	if len(group[0].notes) > 0 && group[0].notes[0].from > 0 {
		return group
	}
	rows := b.rows[from:]
	try := func(h Length, worst int32) []column {
		in := &breaker{rows: rows, notes: b.notes, heads: b.heads, rest: h, later: later}
		out := in.breaks()
		if len(out) > columns {
			return nil
		}
		for i := range out {
			if out[i].content+out[i].foot > h || i < len(out)-1 && out[i].to > 0 &&
				rows[out[i].to-1].penalty >= worst {
				return nil
			}
		}
		return out
	}
	// From the height that all columns would have if rows could be cut anywhere. It cannot be found by halving: rows
	// that just miss a height may fit into a lesser one, in more columns.
	total := Length(0)
	for i := range rows {
		total += rows[i].size()
	}
	var best []column
	even := min(total/Length(columns), height)
	for h := even; best == nil && h < min(even+balanceRoom, height); h += balanceStep {
		best = try(h, breakPoor)
	}
	for h := even; best == nil && h < height; h += balanceStep {
		best = try(h, breakKeep)
	}
	if best == nil {
		best = try(height, breakKeep)
	}
	if best == nil {
		return group
	}
	for i := range best {
		best[i].from += from
		best[i].to += from
		best[i].forced = true
	}
	return best
}
