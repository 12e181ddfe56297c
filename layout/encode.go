package layout

import "encoding/binary"

// encoder writes values as bytes for a key. Every list and every string has its length before it, every block its kind,
// and fields stand in the order of their declaration, so that a test can read the bytes back: two different structures
// never give the same. The program does not read them, and they may change with its version, which is part of every
// key.
type encoder struct{ b []byte }

func (e *encoder) int(n int) { e.b = binary.AppendVarint(e.b, int64(n)) }

func (e *encoder) str(s string) {
	e.b = append(binary.AppendUvarint(e.b, uint64(len(s))), s...)
}

func (e *encoder) flag(set bool) {
	n := byte(0)
	if set {
		n = 1
	}
	e.b = append(e.b, n)
}

// length writes a length or a position.
func (e *encoder) length(l Length) { e.int(int(l)) }

// Canonical appends the run in a form that is the same for equal runs and differs for all others: what the key of
// the run's unit hashes, beside the program's version, the house style (Sheet.Digest) and the references as they
// are printed (Settled.Refs).
//
// All of the run is in it, also what is not painted. Root, Outline and Title go into the unit's structure and
// bookmarks; origins stand in its findings, which is why they have to count within the run. Kind, Item, Numbering,
// From, Opening, Bare and Head only say how the linker numbers and dresses the pages. They could be left out, but a
// change of them is rare, and a key that needs no list of exceptions cannot be wrong by one. Of a picture only Data
// is left out, for Key is its hash.
func (r *Run) Canonical(b []byte) []byte {
	e := &encoder{b}
	e.str(r.ID)
	e.str(r.Also)
	e.str(r.Kind)
	e.str(r.Item)
	e.str(r.Title)
	e.str(r.Lang)
	e.int(int(r.Numbering))
	e.int(r.From)
	e.int(int(r.Opening))
	e.flag(r.Bare)
	e.str(r.Head.Left)
	e.str(r.Head.Right)
	e.blocks(r.Blocks)
	e.int(len(r.Foreign))
	for _, f := range r.Foreign {
		e.length(f.Width)
		e.length(f.Height)
	}
	e.element(&r.Root)
	e.int(len(r.Outline))
	for i := range r.Outline {
		e.bookmark(&r.Outline[i])
	}
	e.int(int(r.Origin))
	return e.b
}

// Canonical appends everything that decides what the painted run looks like, apart from the program and the house
// style: the run, its references as printed, and what settling had to hold fixed in it, which for nearly every run is
// nothing. Its pages and their number, marks, anchors, links, tree and bookmarks are the same wherever these bytes are.
// First and Blank are not in them: a body is painted in the frame's coordinates, whatever side its pages stand on.
func (s *Settled) Canonical(b []byte) []byte {
	e := &encoder{s.Run.Canonical(b)}
	e.int(len(s.Refs))
	for _, r := range s.Refs {
		e.ref(r.Ref)
		e.str(r.Text)
	}
	if len(s.Run.Foreign) > 0 {
		return e.b
	}
	laid := s.body
	if laid == nil { // it was taken after its first round: nothing was held
		laid = &body{}
	}
	e.flag(laid.strict)
	e.int(len(laid.held))
	for _, h := range laid.held {
		e.int(int(h.paragraph))
		e.int(int(h.lines))
	}
	if e.flag(laid.frozen); laid.frozen {
		e.int(len(laid.pages))
		for _, page := range laid.pages {
			e.page(page)
		}
		for i := range laid.orders {
			e.int(len(laid.orders[i].rows))
			for _, k := range laid.orders[i].rows {
				e.int(int(k))
			}
		}
	}
	return e.b
}

// page writes which rows each column of a page holds, and where it is.
func (e *encoder) page(page pageColumns) {
	e.int(len(page))
	for i := range page {
		p := &page[i]
		for _, n := range [...]Length{p.x, p.y, p.width, p.height, p.content, p.foot} {
			e.length(n)
		}
		for _, n := range [...]int{p.segment, p.from, p.to, int(p.head), len(p.notes)} {
			e.int(n)
		}
		e.flag(p.forced)
		for _, n := range p.notes {
			e.int(int(n.note))
			e.int(n.from)
			e.int(n.to)
		}
	}
}

// blocks writes blocks, each kind by its encode.
func (e *encoder) blocks(list []Block) {
	e.int(len(list))
	for _, b := range list {
		b.encode(e)
	}
}

func (e *encoder) inlines(list []Inline) {
	e.int(len(list))
	for i := range list {
		in := &list[i]
		e.str(in.Text)
		e.int(int(in.Emph))
		e.str(in.Lang)
		e.str(in.Link)
		e.str(in.Name)
		if e.flag(in.Ref != nil); in.Ref != nil {
			e.ref(*in.Ref)
		}
		if e.flag(in.Note != nil); in.Note != nil {
			e.str(in.Note.ID)
			e.str(in.Note.Mark)
			e.flag(in.Note.Under)
			e.blocks(in.Note.Blocks)
		}
		if e.flag(in.Figure != nil); in.Figure != nil {
			in.Figure.fields(e)
		}
		e.str(in.Anchor)
		e.flag(in.Break)
		e.flag(in.Whole)
		e.int(int(in.Origin))
	}
}

func (e *encoder) ref(r Ref) {
	e.str(r.ID)
	e.str(r.To)
	e.int(int(r.Kind))
	e.str(r.One)
	e.str(r.Several)
}

func (e *encoder) bookmark(b *Bookmark) {
	e.int(b.Level)
	e.str(b.Title)
	e.str(b.Target)
	e.flag(b.Closed)
}

func (e *encoder) element(el *Element) {
	e.int(int(el.Parent))
	e.str(string(el.Tag))
	e.str(el.Lang)
	e.str(el.Alt)
	e.str(el.Title)
	e.str(el.ID)
	if e.flag(el.Attrs != nil); el.Attrs != nil {
		e.str(el.Attrs.Scope)
		e.int(el.Attrs.ColSpan)
		e.int(el.Attrs.RowSpan)
		e.str(el.Attrs.ListNumbering)
		e.str(el.Attrs.Summary)
		e.str(el.Attrs.Actual)
	}
	e.int(int(el.Link))
}
