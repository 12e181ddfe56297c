package layout

import "rapporteur/layout/text"

// Mark is what stands on a page; the set is closed: TextMark, RuleMark, ImageMark. Places are those of the frame's top
// left corner, x to the right, y down.
type Mark interface{ mark() }

// TextMark is a line of text: X is the left edge of its measure, Y its baseline. Artifact lines (leaders, repeated
// table heads) carry no leaf that counts.
type TextMark struct {
	X, Y     Length
	Line     *text.Line
	Artifact bool
}

// RuleMark is a filled rectangle; always an artifact.
type RuleMark struct {
	X, Y, Width, Height Length // Y is its top
	Color               Color
}

// ImageMark is a picture; Y is its top.
type ImageMark struct {
	X, Y, Width, Height Length
	Picture             *Picture
	Leaf                Node
}

func (TextMark) mark()  {}
func (RuleMark) mark()  {}
func (ImageMark) mark() {}

// Anchor is the place of an id on a page. Before is how many of the page's marks stand before it.
type Anchor struct {
	ID     string
	X, Y   Length // Y: the top of what is there
	Before int
}

// LinkArea is a rectangle that leads somewhere. A link over several lines has several.
type LinkArea struct {
	Link                int32  // index into the run's links plus one
	X, Y, Width, Height Length // Y: its top
}

// Page is one page of a run, ready to be painted. Marks stand in the order of the structure tree as far as rows go,
// notes last.
type Page struct {
	Marks   []Mark
	Anchors []Anchor
	Links   []LinkArea
}

// Page makes the marks of page i (from 0) of a settled run. Marks are made when they are asked for, and not kept. Safe
// to call for different runs at once. A run of foreign pages has none.
func (s *Settled) Page(i int) Page {
	if s.body == nil || i < 0 || i >= len(s.body.pages) {
		return Page{}
	}
	m := &maker{body: s.body}
	if i == 0 && s.Run.ID != "" {
		m.Anchors = append(m.Anchors, Anchor{ID: s.Run.ID, X: m.left(0, 0)})
	}
	for k := range s.body.pages[i] {
		m.rows(&s.body.pages[i][k])
	}
	m.feet(s.body.pages[i])
	return m.Page
}

// maker turns rows into marks: the one place where start and end become left and right.
type maker struct {
	*body
	Page
}

// left is the left edge of something of a width that stands x from the frame's start edge.
func (m *maker) left(x, width Length) Length {
	if m.rtl {
		return m.width - x - width
	}
	return x
}

// leastRagged is by how much a frame ends early for it not to be stretched: where a picture did not fit, wide gaps
// would only be a second fault.
const leastRagged = 3 * whiteUnit

// white is how a column's free height is shared among its rows.
type white struct {
	give, of, done, given Length
	share                 func(*row) Length
	beyond                *white // what is given after all that is
}

func (m *maker) white(p *placedColumn) white {
	rows := m.segments[p.segment].rows[p.from:p.to]
	w := white{give: p.height - p.content - p.foot}
	var fill, stretch, shrink, spare Length
	for i := range rows {
		fill += Length(rows[i].fill)
		stretch += rows[i].stretch
		shrink += rows[i].shrink
		spare += rows[i].spare
	}
	switch {
	case w.give < 0:
		w.of, w.give, w.share = shrink, max(w.give, -shrink), func(r *row) Length { return r.shrink }
	case fill > 0:
		w.of, w.share = fill, func(r *row) Length { return Length(r.fill) }
	case p.forced:
		w.give = 0
	case w.give > stretch+spare+leastRagged:
		w.give = 0
	default:
		if more := min(w.give-stretch, spare); more > 0 {
			w.beyond = &white{give: more, of: spare, share: func(r *row) Length { return r.spare }}
		}
		w.of, w.give, w.share = stretch, min(w.give, stretch), func(r *row) Length { return r.stretch }
	}
	return w
}

// next is what a row gets more, or less. Shares are of the sum so far, so that none is lost to rounding.
func (w *white) next(r *row) Length {
	if w.give == 0 || w.of == 0 {
		return 0
	}
	w.done += w.share(r)
	total := Length(int64(w.give) * int64(w.done) / int64(w.of))
	more := total - w.given
	w.given = total
	if w.beyond != nil {
		more += w.beyond.next(r)
	}
	return more
}

func (m *maker) rows(p *placedColumn) {
	y := p.y
	if p.head > 0 {
		for i := range m.heads[p.head-1].rows {
			r := &m.heads[p.head-1].rows[i]
			m.row(r, p.x, y)
			y += r.size()
		}
	}
	w := m.white(p)
	rows := m.segments[p.segment].rows
	for i := p.from; i < p.to; i++ {
		r := &rows[i]
		m.row(r, p.x, y)
		y += r.size() + w.next(r)
	}
}

// feet sets the notes of a page at its foot, those of an upper segment above those of a lower one, under one rule.
func (m *maker) feet(page pageColumns) {
	end, below := page[0].y+page[0].height, Length(0)
	for _, beside := range page.bySegment() {
		below += beside.foot()
	}
	ruled := false
	for _, beside := range page.bySegment() {
		below -= beside.foot()
		for k := range beside {
			m.foot(&beside[k], end-below-beside[k].foot, !ruled)
		}
		ruled = ruled || beside.foot() > 0
	}
}

// bySegment are the columns of a page that stand beside each other.
func (c pageColumns) bySegment() (groups []pageColumns) {
	for len(c) > 0 {
		n := 1
		for n < len(c) && c[n].segment == c[0].segment {
			n++
		}
		groups, c = append(groups, c[:n]), c[n:]
	}
	return groups
}

// foot is the height of the notes of columns that stand beside each other.
func (c pageColumns) foot() (foot Length) {
	for i := range c {
		foot = max(foot, c[i].foot)
	}
	return foot
}

// foot sets the notes of a frame from y on, under a rule if they are the first.
func (m *maker) foot(p *placedColumn, y Length, ruled bool) {
	if len(p.notes) == 0 {
		return
	}
	if rule := min(m.noteRule, p.width); ruled {
		m.Marks = append(m.Marks, RuleMark{X: m.left(p.x, rule), Y: y + noteSeparation/2, Width: rule,
			Height: noteRuleHeight})
	}
	y += noteSeparation
	for i, n := range p.notes {
		if i > 0 {
			y += noteDistance
		}
		rows := m.notes[n.note-1].rows
		for k := n.from; k < n.to; k++ {
			m.row(&rows[k], p.x, y)
			y += rows[k].size()
		}
	}
}

// row appends the marks of a row whose top is at y.
func (m *maker) row(r *row, x, y Length) {
	for _, id := range r.anchors {
		m.Anchors = append(m.Anchors, Anchor{ID: id, X: m.left(x, 0), Y: y, Before: len(m.Marks)})
	}
	for i := range r.parts {
		p := &r.parts[i]
		left, top := m.left(x+p.x, p.width), y+p.y
		switch {
		case p.area:
			m.Links = append(m.Links, LinkArea{Link: p.link, X: left, Y: top, Width: p.width, Height: p.height})
		case p.line != nil:
			m.Marks = append(m.Marks, TextMark{X: left, Y: top, Line: p.line, Artifact: p.artifact})
			if p.linked && !p.artifact {
				m.links(p.line, left, top)
			}
		case p.picture != nil:
			m.Marks = append(m.Marks, ImageMark{X: left, Y: top, Width: p.width, Height: p.height, Picture: p.picture,
				Leaf: p.leaf})
		case p.height > 0 && p.width > 0:
			m.Marks = append(m.Marks, RuleMark{X: left, Y: top, Width: p.width, Height: p.height, Color: p.color})
		}
	}
}

// links appends the areas of the links in a line: one for each stretch of neighbouring spans of the same link.
func (m *maker) links(line *text.Line, left, base Length) {
	open := int32(0)
	for sp := range line.Spans {
		x0, x1 := left+sp.X0, left+sp.X1
		if sp.Link == 0 {
			open = 0
			continue
		}
		if n := len(m.Links) - 1; open == sp.Link {
			a := &m.Links[n]
			end := max(a.X+a.Width, x1)
			a.X = min(a.X, x0)
			a.Width = end - a.X
			continue
		}
		open = sp.Link
		m.Links = append(m.Links, LinkArea{Link: sp.Link, X: x0, Y: base - line.Ascent, Width: x1 - x0,
			Height: line.Ascent + line.Descent})
	}
}
