package text

import (
	"sync"

	"rapporteur/fonts"
)

// placedItem is a word or a gap of a line with its place.
type placedItem struct {
	w     *word // nil: a gap
	token int32
	x     Length // left edge
	width Length
	level int8
	piece int32
	space bool // a gap with a glyph
}

// bench is what laying out one line needs; it is used again for the next.
type bench struct {
	items  []placedItem
	levels []int8
	order  []int32
	glyphs []Glyph
}

var benches = sync.Pool{New: func() any { return new(bench) }}

// place puts the line's words and gaps in their places. They stand in logical order; a space at the line's end comes
// last and hangs out.
func (l *Line) place(b *bench) {
	b.items = b.items[:0]
	tokens := l.par.tokens
	var given, done Length    // flex met so far, and how much of extra is spent on it
	var letters, grown Length // of the letters met so far, and how much wider they are
	for i := l.from; i < l.to; i++ {
		t := &tokens[i]
		w := l.word(i)
		it := placedItem{w: w, token: i, width: w.width, level: t.level, piece: t.piece}
		between := Length(0)
		if l.scaleOf(w) != 0 {
			between = l.apart(w)
			apart := between * Length(w.apart)
			if it.width += apart; i == l.to-1 { // nothing is put after the last
				it.width -= between
			}
			letters += w.width + apart
			now := scaledBy(letters, l.scale)
			it.width += now - grown
			grown = now
		}
		if i == l.to-1 && t.kind == gapSpace && !l.cut {
			it.width += w.kern
		}
		b.items = append(b.items, it)
		if i+1 == l.to || t.kind == gapNone {
			continue
		}
		g := placedItem{token: i, width: Length(t.gap) - between, level: t.gapLevel, piece: l.par.gapPiece(i),
			space: t.kind != gapHan}
		if l.extra != 0 {
			st, sh := t.glue(&tokens[i+1])
			if l.extra < 0 {
				st = sh
			}
			given += st
			now := l.extra * given / l.flex // by sums, so that nothing is lost to rounding
			g.width += now - done
			done = now
		}
		b.items = append(b.items, g)
	}
	x := l.Start - l.begin
	if !l.par.ordered {
		for i := range b.items {
			b.items[i].x = x
			x += b.items[i].width
		}
	} else {
		b.levels = b.levels[:0]
		for i := range b.items {
			b.levels = append(b.levels, b.items[i].level)
		}
		b.order = visual(b.levels, b.order)
		for _, i := range b.order {
			b.items[i].x = x
			x += b.items[i].width
		}
	}
	// Rule L1 of UAX #9: the space at a line's end has the paragraph's level.
	if t := &tokens[l.to-1]; t.kind == gapSpace && !l.cut && int(l.to) < len(tokens) {
		g := placedItem{token: l.to - 1, width: Length(t.gap), piece: l.par.gapPiece(l.to - 1), space: true,
			x: l.Start + l.Width + l.beyond}
		if l.par.rtl {
			g.level, g.x = 1, l.Start-l.begin-g.width
		}
		b.items = append(b.items, g)
	}
}

// scaleOf is the scale of a word of the line: see justification.give.
func (l *Line) scaleOf(w *word) int32 {
	if w.han || w.rtl || w.box {
		return 0
	}
	return l.scale
}

// gapPiece gives the piece that the space after token i belongs to.
func (p *paragraph) gapPiece(i int32) int32 {
	if p.tokens[i].flags&gapNext != 0 {
		i++
	}
	return p.tokens[i].piece
}

// Strips gives the line's strips in logical order. A strip and its glyphs are valid until yield returns. The space at
// which the line was broken comes as the last glyph, beyond Width: readers of text need it, and nothing is painted.
func (l *Line) Strips(yield func(Strip) bool) {
	b := benches.Get().(*bench)
	defer benches.Put(b)
	l.place(b)
	e := emitter{yield: yield, glyphs: b.glyphs[:0], line: l}
	for i := range b.items {
		it := &b.items[i]
		if it.w == nil {
			e.gap(it)
		} else {
			e.word(it)
		}
		if e.stopped {
			break
		}
	}
	e.flush()
	b.glyphs = e.glyphs[:0]
}

// emitter gathers glyphs into strips.
type emitter struct {
	yield   func(Strip) bool
	line    *Line
	strip   Strip
	pen     Length // where the next glyph must stand to belong to the strip
	piece   int32
	open    bool
	stopped bool
	glyphs  []Glyph

	scale          int32  // of the word or gap that is emitted
	apart          Length // what is put between its letters
	letters, grown Length // of the word's glyphs so far: their width, and how much wider they are set
}

func (e *emitter) flush() {
	if e.open && len(e.glyphs) > 0 && !e.stopped {
		e.strip.Glyphs = e.glyphs
		e.stopped = !e.yield(e.strip)
	}
	e.open = false
	e.glyphs = e.glyphs[:0]
}

// join makes the open strip one that a glyph of run r at the pen may join.
func (e *emitter) join(r *wordRun, piece int32, rtl bool, pen Length) {
	if e.open && e.pen == pen && e.strip.RTL == rtl && e.strip.Font == r.font && e.strip.Size == r.size &&
		e.strip.Rise == r.rise && e.strip.Scale == e.scale && e.strip.Apart == e.apart {
		p, q := &e.line.par.pieces[piece], &e.line.par.pieces[e.piece]
		if piece == e.piece || p.leaf == q.leaf && p.link == q.link && p.color == q.color &&
			p.dotted == q.dotted {
			return
		}
	}
	e.flush()
	p := &e.line.par.pieces[piece]
	e.strip = Strip{Font: r.font, Size: r.size, X: pen, Rise: r.rise, Leaf: p.leaf, Link: p.link, Color: p.color,
		RTL: rtl, Scale: e.scale, Apart: e.apart, Dotted: p.dotted}
	e.open, e.pen, e.piece = true, pen, piece
}

func (e *emitter) step(width Length, rtl bool) {
	if rtl {
		e.pen -= width
	} else {
		e.pen += width
	}
}

// gap emits a space. One without a glyph widens the glyph before it.
func (e *emitter) gap(it *placedItem) {
	rtl := it.level&1 == 1
	tokens := e.line.par.tokens
	t := &tokens[it.token]
	w := t.w
	if t.flags&gapNext != 0 {
		w = tokens[it.token+1].w
	}
	pen := it.x
	if rtl {
		pen += it.width
	}
	if !it.space || w.spaceMissing {
		if e.open && e.pen == pen && e.strip.RTL == rtl && len(e.glyphs) > 0 {
			e.glyphs[len(e.glyphs)-1].Advance += it.width
			e.step(it.width, rtl)
		}
		return
	}
	e.scale, e.apart = e.line.scaleOf(w), e.line.apart(w)
	e.join(&w.spaceRun, it.piece, rtl, pen)
	text := " "
	if t.kind == gapFixed {
		text = "\u00a0"
	}
	e.glyphs = append(e.glyphs, Glyph{ID: w.spaceID, Advance: it.width, Text: text, Space: true})
	e.step(it.width, rtl)
}

// word emits a word's glyphs, run by run.
func (e *emitter) word(it *placedItem) {
	w := it.w
	rtl := w.rtl
	e.scale, e.apart, e.letters, e.grown = e.line.scaleOf(w), e.line.apart(w), 0, 0
	pen := it.x
	if rtl {
		pen += it.width
	}
	at := int32(0)
	for ri := range w.runs {
		r := &w.runs[ri]
		for at < r.to {
			n := at + 1
			for n < r.to && w.marks[n].from == w.marks[n].to {
				n++
			}
			m := w.marks[at:n]
			if len(m) > 1 && !rtl { // a cluster with surplus glyphs
				e.flush()
				e.join(r, it.piece, rtl, pen)
				e.strip.ActualText, e.strip.Text = true, w.text[m[0].from:m[0].to]
				pen = e.marks(w, m, pen, rtl)
				e.flush()
			} else {
				e.join(r, it.piece, rtl, pen)
				pen = e.marks(w, m, pen, rtl)
			}
			at = n
		}
	}
	rest := it.width - w.width - e.apart*Length(w.apart) - e.grown
	if !rtl && rest != 0 && e.open && len(e.glyphs) > 0 {
		// what rounding leaves, and the kerning with a space that the line's end has taken away
		e.glyphs[len(e.glyphs)-1].Advance += rest
		e.step(rest, rtl)
	}
}

func (e *emitter) marks(w *word, marks []wordGlyph, pen Length, rtl bool) Length {
	for _, m := range marks {
		advance := Length(m.advance) + e.apart
		if e.scale != 0 {
			e.letters += advance
			now := scaledBy(e.letters, e.scale)
			advance += now - e.grown
			e.grown = now
		}
		e.glyphs = append(e.glyphs, Glyph{ID: fonts.GID(m.id), Advance: advance, DX: Length(m.dx), DY: Length(m.dy),
			Text: w.text[m.from:m.to]})
		e.step(advance, rtl)
	}
	return e.pen
}

// Spans gives, for each piece on the line, where its words stand.
func (l *Line) Spans(yield func(Span) bool) {
	b := benches.Get().(*bench)
	defer benches.Put(b)
	l.place(b)
	for i := 0; i < len(b.items); {
		it := &b.items[i]
		p := &l.par.pieces[it.piece]
		sp := Span{Leaf: p.leaf, Link: p.link, X0: it.x, X1: it.x + it.width}
		if it.w != nil && l.starts(it.token) {
			sp.Anchor = p.anchor
		}
		j := i + 1
		for ; j < len(b.items) && b.items[j].piece == it.piece; j++ {
			n := &b.items[j]
			if n.w == nil && n.token == l.to-1 { // the space that hangs out is no part of what can be seen
				continue
			}
			if n.x == sp.X1 {
				sp.X1 += n.width
			} else if n.x+n.width == sp.X0 {
				sp.X0 = n.x
			} else {
				break
			}
		}
		i = j
		if it.w == nil && it.token == l.to-1 {
			continue
		}
		if !yield(sp) {
			return
		}
	}
}

// starts reports whether a piece begins with token i, on this line.
func (l *Line) starts(i int32) bool {
	if i == l.from && l.inside {
		return false
	}
	return i == 0 || l.par.tokens[i-1].piece != l.par.tokens[i].piece
}

// Anchors lists the ids whose place is on the line, also those of pieces without text: they stand where the next piece
// begins, or where the last ends.
func (l *Line) Anchors() []string {
	var ids []string
	add := func(from, to int32) {
		for _, p := range l.par.pieces[from:to] {
			if p.anchor != "" {
				ids = append(ids, p.anchor)
			}
		}
	}
	for i := l.from; i < l.to; i++ {
		if l.starts(i) {
			prev := int32(-1)
			if i > 0 {
				prev = l.par.tokens[i-1].piece
			}
			add(prev+1, l.par.tokens[i].piece+1)
		}
	}
	if l.Last {
		add(l.par.tokens[l.to-1].piece+1, int32(len(l.par.pieces)))
	}
	return ids
}
