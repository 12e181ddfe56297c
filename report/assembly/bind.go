package assembly

import (
	"fmt"

	"rapporteur/layout"
	"rapporteur/layout/lang"
	"rapporteur/layout/paint"
	"rapporteur/report/ledger"
	"rapporteur/report/unit"
	"rapporteur/sources/pdf/syntax"
)

// binding is a unit on its way into the report: what its symbols mean there.
type binding struct {
	l      *linker
	u      *unit.Unit
	run    *Run
	first  int    // physical number of its first page, from 0
	entry  int    // number of the run's structure element
	number []int  // of its objects, by local number; 0 while it has none
	leaf   []bool // of its objects, from 0: it may be one with an equal one of another original
	done   []bool // of its streams: written
	own    []bool // of its leaves: something referred to it before it was written, and it has a number of its own

	keys    int            // the first of its keys into the parent tree
	links0  int            // number of the first of its link annotations
	layers0 int            // the first of its layers' numbers
	dress   []int          // numbers of the dress, by page; of the stamps on an original
	specs   []int          // numbers of the file specifications of its attachments
	known   []bool         // those of them that an earlier run has written
	stamped []ledger.Stamp // on an original's pages
	shared  int            // number of the resources that a typeset run's pages share
	roles   []string
	classes []string
	named   []string       // of the form's resources
	new     []int          // those of them that no earlier unit had
	fonts   []int          // numbers of the fonts of an original's unit
	speech  *lang.Language // of what is said of an original
	buf     []byte
	err     error
}

// bind gives a unit's objects their numbers, but for its streams and leaves, which may stand in the report already.
func (l *linker) bind(run int, u *unit.Unit) *binding {
	r := &l.plan.Runs[run]
	b := &binding{l: l, u: u, run: r, first: r.First - 1, entry: l.w.alloc(), number: make([]int, len(u.Objects)+1),
		leaf: make([]bool, len(u.Objects)), own: make([]bool, len(u.Objects)),
		done: make([]bool, len(u.Objects))}
	b.number[0] = b.entry
	for i := range u.Objects {
		if b.leaf[i] = r.Original != nil && isLeaf(&u.Objects[i]); !u.Objects[i].Stream && !b.leaf[i] {
			b.number[i+1] = l.w.alloc()
		}
	}
	b.keys = l.tags.nextKey
	b.links0 = l.w.reserve(len(u.Links))
	b.layers0 = len(l.layers.groups) + 1
	for _, r := range u.Roles {
		b.roles = append(b.roles, l.tags.role(r))
	}
	for _, c := range u.Classes {
		b.classes = append(b.classes, l.tags.className(c.Name))
	}
	b.resources()
	if r.Original != nil {
		b.speech = l.speech()
		b.fonts, b.err = l.fonts.numbers(l.w, u.Fonts)
	}
	return b
}

// fill writes what a symbol of the unit means in the report.
func (b *binding) fill(out []byte, s unit.Symbol) []byte {
	i := s.Index
	switch s.Kind {
	case unit.Local:
		if b.number[i] == 0 { // a stream that leads to itself, a leaf that leads to what has no number yet
			b.number[i] = b.l.w.alloc()
			b.own[i-1] = true
		}
		return syntax.AppendRef(out, b.number[i])
	case unit.PageRef:
		return syntax.AppendRef(out, b.l.pages[b.first+i])
	case unit.PageNode:
		return syntax.AppendRef(out, b.l.parent(b.first+i))
	case unit.ParentKey:
		return syntax.AppendInt(out, b.keys+i)
	case unit.RoleName:
		return syntax.AppendName(out, b.roles[i])
	case unit.ClassName:
		return syntax.AppendName(out, b.classes[i])
	case unit.IDString:
		return syntax.AppendString(out, []byte(b.id(b.u.IDs[i].Name)))
	case unit.LinkRef:
		return syntax.AppendRef(out, b.links0+i)
	case unit.BoxRect:
		return b.rect(out, &b.u.Boxes[i])
	case unit.LayerNumber:
		return syntax.AppendInt(out, b.layers0+i)
	case unit.Dress, unit.Stamp:
		return syntax.AppendRef(out, b.dress[i])
	case unit.FileSpec:
		return syntax.AppendRef(out, b.specs[i])
	case unit.Associated:
		return b.associated(out, i)
	case unit.FrameBoxes:
		return b.frame(out, i)
	case unit.Shared:
		return syntax.AppendRef(out, b.shared)
	case unit.FormName:
		return syntax.AppendText(out, b.run.Original.Form)
	case unit.FormResource:
		return syntax.AppendName(out, b.named[i])
	case unit.Said:
		return syntax.AppendText(out, b.said(&b.u.Sayings[i]))
	case unit.HeadingType:
		return syntax.AppendInt(append(out, "/H"...), min(b.run.Depth+i, 6))
	case unit.SaidLang:
		return syntax.AppendText(out, b.speech.Tag)
	case unit.InkName:
		return syntax.AppendName(out, b.l.ink(b.u.Inks[i]))
	case unit.SubstituteFont:
		return syntax.AppendRef(out, b.l.fonts.substitute(b.l.w, &b.u.Substitutes[i]))
	case unit.FontReading:
		return syntax.AppendRef(out, b.fonts[i])
	}
	panic("assembly: a symbol of an unknown kind: " + s.Kind.String())
}

// id makes an element's identifier unique in the report.
func (b *binding) id(name string) string { return b.run.ID + "/" + name }

// rect writes the four numbers of a box in its page's coordinates: inner and outer margin change sides.
func (b *binding) rect(out []byte, box *unit.Box) []byte {
	x, y := b.l.frame(b.first + box.Page)
	x, y = x+box.X, y-box.Y
	return appendRect(out, x, y-box.Height, x+box.Width, y)
}

// object writes an object whose number is the report's.
func (b *binding) object(n int, p *unit.Piece) {
	b.buf = p.Append(b.buf[:0], b.fill)
	b.l.w.object(n, b.buf)
}

// objects writes the unit's streams and leaves, each unless an equal one stands in the report, and then its other
// objects. What others refer to comes first, so that they become equal too.
func (b *binding) objects(original []byte) {
	b.leaves()
	b.streams(original, true)
	for range leafRounds {
		b.leaves()
	}
	b.streams(original, false)
	for i := range b.u.Objects {
		o := &b.u.Objects[i]
		if o.Stream || b.leaf[i] && b.number[i+1] != 0 && !b.own[i] {
			continue
		}
		if b.number[i+1] == 0 { // a leaf that leads in a circle
			b.number[i+1] = b.l.w.alloc()
		}
		b.object(b.number[i+1], &o.Piece)
	}
}

// streams writes the streams that are not yet written; at first those that refer only to what has its number.
func (b *binding) streams(original []byte, first bool) {
	for i := range b.u.Objects {
		o := &b.u.Objects[i]
		if !o.Stream || b.done[i] || first && !b.settled(o) {
			continue
		}
		b.done[i] = true
		data := o.Bytes(original)
		if o.Data == nil && int64(len(data)) != o.Length && b.err == nil {
			b.err = fmt.Errorf("a stream of its unit is not in its file")
		}
		b.buf = o.Append(b.buf[:0], b.fill)
		b.number[i+1] = b.l.w.share(b.number[i+1], b.buf, data)
	}
}

// surround writes what stands around the unit's pages and depends on their numbers: the dress of typeset pages, with
// the resources that they share, or the stamps on an original's.
func (b *binding) surround() error {
	if b.run.Original != nil {
		return b.stamps()
	}
	sides := make([]paint.Side, b.run.Count)
	for i := range sides {
		pg := b.l.plan.Pages[b.first+i]
		sides[i] = paint.Side{Number: pg.Number, Label: pg.Label}
	}
	dress, err := b.l.dresser.Dress(b.run.Lang, b.run.Head, b.run.Bare, sides)
	if err != nil {
		return err
	}
	for _, content := range dress.Pages {
		b.dress = append(b.dress, b.l.w.shareSmall(content))
	}
	list := b.u.Fonts
	for _, f := range dress.Fonts {
		list = append(list[:len(list):len(list)], unit.FontOf(f))
	}
	out := append([]byte(nil), "<<"...)
	out = b.u.Resources.Append(out, b.fill)
	if len(list) > 0 {
		out = append(out, "/Font<<"...)
		if out, err = b.l.fonts.join(out, b.l.w, list); err != nil {
			return err
		}
		out = append(out, ">>"...)
	}
	b.shared = b.l.w.add(append(out, ">>"...))
	return nil
}

// anchors notes where the unit's anchors are, and that they are where the plan says.
func (b *binding) anchors() error {
	for i := range b.u.Anchors {
		a := &b.u.Anchors[i]
		p, ok := b.l.plan.Anchors[a.ID]
		if !ok {
			continue // not to be reached from outside its run's own links, which the plan would hold
		}
		page := b.first + a.Page
		if p.Page != page+1 {
			return fmt.Errorf("anchor %q was painted on page %d, the plan has it on page %d", a.ID, page+1, p.Page)
		}
		if _, dup := b.l.spots[a.ID]; !dup {
			x, y := b.l.frame(page)
			b.l.spots[a.ID] = spot{page: page, left: x + a.X, top: y - a.Y}
		}
	}
	for _, id := range [...]string{b.run.ID, b.run.Also} {
		if _, ok := b.l.plan.Anchors[id]; ok && b.run.Original != nil && b.run.Count > 0 {
			b.l.spots[id] = corner(b.u.Pages[0].Shown, b.first)
		}
	}
	return nil
}

// corner is the top left corner of a page as it is shown, in its own coordinates: where a link to it leads.
func corner(s unit.Shown, page int) spot {
	x, y := s.X0, s.Y1
	switch s.Rotate {
	case 90:
		y = s.Y0
	case 180:
		x, y = s.X1, s.Y0
	case 270:
		x = s.X1
	}
	return spot{page: page, left: milli(x), top: milli(y), both: true}
}

// milli rounds points to a length.
func milli(v float64) layout.Length {
	if v < 0 {
		return -layout.Length(-v*1000 + 0.5)
	}
	return layout.Length(v*1000 + 0.5)
}

// bookmarks adds the unit's items to the outline; those of an original below the last of the run's own.
func (b *binding) bookmarks() {
	level := 0
	for _, m := range b.run.Outline {
		b.l.outline = append(b.l.outline, outlineItem{level: m.Level, title: syntax.AppendText(nil, m.Title),
			target: m.Target, closed: m.Closed})
		level = m.Level + 1
	}
	for i := range b.u.Outline {
		m := &b.u.Outline[i]
		b.l.outline = append(b.l.outline, outlineItem{level: level + m.Level, title: syntax.AppendText(nil, m.Title),
			target: m.Target, dest: m.Entry.Append(nil, b.fill), closed: m.Closed})
	}
}
